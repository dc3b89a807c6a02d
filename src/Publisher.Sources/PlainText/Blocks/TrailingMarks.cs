using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Blocks;

/// <summary>Gives list marks that an extraction collected below the text of a page to the lines they belong to.</summary>
internal static class TrailingMarks
{
    // Far more than any page holds; a hostile file may have a million marks on one "page".
    private const long MostWork = 1_000_000;

    /// <summary>Marks the first lines of the items of every page that has such marks.</summary>
    /// <param name="view">The units as they are without the marks.</param>
    /// <param name="marksByPage">The marks as they stand below each other.</param>
    public static void Assign(UnitView view, SortedDictionary<int, List<TextLine>> marksByPage)
    {
        if (marksByPage.Count == 0)
        {
            return;
        }

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

            var used = marks.GetRange(0, Math.Min(marks.Count, end - first));
            if (used.Count > 0 && (end - first) * (long)used.Count <= MostWork)
            {
                new MarkAssignment(view, lines, first, end, used, marksByPage.GetValueOrDefault(page + 1)?[0].Mark, usualSpace).Assign();
            }
        }
    }
}

/// <summary>A line with the unit it is part of.</summary>
/// <param name="Line">The line.</param>
/// <param name="Unit">Index of the unit.</param>
/// <param name="IsStart">True if the unit begins with it.</param>
internal readonly record struct UnitLine(TextLine Line, int Unit, bool IsStart);
