using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Blocks;

/// <summary>Gives list marks that an extraction printed above the block of their items, or collected below the page, to the lines they belong to.</summary>
internal static class LostMarks
{
    // Far more than any page holds; a hostile file may have a million marks on one "page".
    private const long MostWork = 1_000_000;

    /// <summary>Marks the first lines of the items.</summary>
    /// <param name="view">The units as they are without the marks.</param>
    /// <param name="blocks">Blocks with their marks.</param>
    /// <param name="marksByPage">The marks below each page.</param>
    public static void Assign(UnitView view, List<MarkedBlock> blocks, SortedDictionary<int, List<TextLine>> marksByPage)
    {
        var lines = new List<UnitLine>();
        for (var i = 0; i < view.Units.Count; i++)
        {
            foreach (var line in view.LinesOf(i))
            {
                lines.Add(new UnitLine(line, i, lines.Count == 0 || lines[^1].Unit != i));
            }
        }

        var usualSpace = LineHabits.UsualSpace(lines.ConvertAll(line => line.Line));
        var first = 0;
        for (var k = 0; k < blocks.Count; k++)
        {
            var block = blocks[k];
            while (first < lines.Count && lines[first].Line.Start < block.First.Start)
            {
                first++;
            }

            var next = k + 1 < blocks.Count ? blocks[k + 1].First : null;
            Assign(first, EndOf(first, block, next), block.Marks, next: null, isBlock: true);
        }

        first = 0;
        foreach (var (page, marks) in marksByPage)
        {
            while (first < lines.Count && lines[first].Line.Page < page)
            {
                first++;
            }

            var end = first;
            while (end < lines.Count && lines[end].Line.Page == page)
            {
                end++;
            }

            Assign(first, end, marks, marksByPage.GetValueOrDefault(page + 1)?[0].Mark, isBlock: false);
        }

        // The last items may stand in blocks of their own, unless there is a line for each mark.
        int EndOf(int first, MarkedBlock block, TextLine? next)
        {
            var end = Math.Min(lines.Count, first + block.Count);
            for (var more = block.Marks.Count - 1; block.Count > block.Marks.Count && end < lines.Count && lines[end].Line != next && lines[end].Line.Page == block.First.Page; end++)
            {
                if (lines[end].Line.Space > 0 && --more < 0)
                {
                    break;
                }
            }

            return end;
        }

        void Assign(int first, int end, List<TextLine> marks, ListMark? next, bool isBlock)
        {
            var used = marks.GetRange(0, Math.Min(marks.Count, end - first));
            if (used.Count > 0 && (end - first) * (long)used.Count <= MostWork)
            {
                new MarkAssignment(view, lines, first, end, used, next, usualSpace, isBlock).Assign();
            }
        }
    }
}

/// <summary>A line with the unit it is part of.</summary>
/// <param name="Line">The line.</param>
/// <param name="Unit">Index of the unit.</param>
/// <param name="IsStart">True if the unit begins with it.</param>
internal readonly record struct UnitLine(TextLine Line, int Unit, bool IsStart);
