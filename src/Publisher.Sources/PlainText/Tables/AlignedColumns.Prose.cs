using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Tables;

/// <content>Columns of running text: lines that leave the same gutters free, down which sentences go.</content>
internal sealed partial class AlignedColumns
{
    private const int LeastGutter = 2;

    // A narrower column holds no running text.
    private const int LeastProse = 25;

    // How far the first line of a column may be indented.
    private const int MostIndent = 6;

    /// <summary>Reads the columns of text with common gutters that begin at a line; how many lines they took, or null if there are none.</summary>
    private int? ReadProse(int first)
    {
        if (_isColumn)
        {
            return null;
        }

        var taken = new bool[WidestPage];
        var rows = new List<List<Segment>>();
        for (var i = first; i < _lines.Count && rows.Count < LongestBlock; i++)
        {
            var line = _lines[i];
            if (line.Role != LineRole.Flow || line.Page != _lines[first].Page || (i > first && line.Space > 2))
            {
                break;
            }

            var segments = Cells.Split(_text, line);
            if (segments[^1].EndColumn >= WidestPage || !LeavesGutter(taken, segments))
            {
                break;
            }

            rows.Add(segments);
        }

        // Short lines of the text below lie in the first column too.
        var gutters = Gutters(taken, rows);
        while (rows.Count > 0 && (gutters.Count == 0 || (rows[^1][^1].Column < gutters[0].End && !EndsFirst(rows))))
        {
            rows.RemoveAt(rows.Count - 1);
            gutters = Gutters(Taken(rows), rows);
        }

        if (rows.Count < 2 || gutters.Count is 0 or >= MostColumns)
        {
            return null;
        }

        var block = new Block(_lines.GetRange(first, rows.Count), Place(rows, gutters), gutters.Count + 1);
        if (IsProse(block))
        {
            var count = LongerColumn(first, block);
            HigherColumn(first, block);
            TakeProse(block);
            return count;
        }

        return null;
    }

    private bool EndsFirst(List<List<Segment>> rows) =>
        rows.Count > 1 && rows[^1].Count == 1 && rows[^2].Count > 1 && GoesOn(rows[^2][0], rows[^1][0], rows.Max(row => row.Count > 1 ? row[0].Length : 0));

    /// <summary>Adds the segments to what is taken if a gutter is left between the first and the last column.</summary>
    private static bool LeavesGutter(bool[] taken, List<Segment> segments)
    {
        var with = (bool[])taken.Clone();
        foreach (var segment in segments)
        {
            with.AsSpan(segment.Column, segment.Length).Fill(true);
        }

        var first = with.AsSpan().IndexOf(true);
        var last = with.AsSpan().LastIndexOf(true);
        var free = 0;
        for (var c = first; c <= last; c++)
        {
            free = with[c] ? 0 : free + 1;
            if (free >= LeastGutter)
            {
                with.CopyTo(taken, 0);
                return true;
            }
        }

        return false;
    }

    private static bool[] Taken(List<List<Segment>> rows)
    {
        var taken = new bool[WidestPage];
        foreach (var segment in rows.SelectMany(row => row))
        {
            taken.AsSpan(segment.Column, segment.Length).Fill(true);
        }

        return taken;
    }

    /// <summary>The gutters that two lines or more have text on both sides of.</summary>
    private static List<(int Start, int End)> Gutters(bool[] taken, List<List<Segment>> rows)
    {
        var gutters = new List<(int Start, int End)>();
        var last = taken.AsSpan().LastIndexOf(true);
        for (var c = Math.Max(0, taken.AsSpan().IndexOf(true)); c <= last; c++)
        {
            var start = c;
            while (!taken[c])
            {
                c++;
            }

            if (c - start >= LeastGutter && rows.Count(row => row[0].Column < start && row[^1].Column >= c) >= 2)
            {
                gutters.Add((start, c));
            }
        }

        return gutters;
    }

    /// <summary>The text of each line in each column; null where there is none.</summary>
    private static List<Segment?[]> Place(List<List<Segment>> rows, List<(int Start, int End)> gutters)
    {
        var placed = new List<Segment?[]>(rows.Count);
        foreach (var row in rows)
        {
            var cells = new Segment?[gutters.Count + 1];
            foreach (var segment in row)
            {
                var column = gutters.Count(gutter => segment.Column >= gutter.End);
                cells[column] = cells[column] is { } before ? before with { End = segment.End } : segment;
            }

            placed.Add(cells);
        }

        return placed;
    }

    /// <summary>
    /// Sentences go down all columns, and their lines are full: most lines are, or as many as a letter or a list between two columns of
    /// one width leaves.
    /// </summary>
    private bool IsProse(Block block)
    {
        if (block.Rows.Count < 6)
        {
            return false;
        }

        var widths = Enumerable.Range(0, block.Columns).Select(column => block.Column(column).Max(cell => cell.Length)).ToArray();
        var isPage = widths.Min() * 4 >= widths.Max() * 3;
        for (var column = 0; column < block.Columns; column++)
        {
            var cells = block.Column(column).ToArray();
            var width = widths[column];
            var goesOn = cells.Count(cell => LineWords.Start(In(cell)) == LineStart.Lower);
            var sentences = cells.Count(cell => In(cell).Contains(". ", StringComparison.Ordinal) || LineWords.End(In(cell)) == LineEnd.Sentence);
            var isFull = cells.Sum(cell => cell.Length) * 10 >= cells.Length * width * 7;
            var full = cells.Count(cell => cell.Length * 5 >= width * 4);
            if (width < LeastProse || sentences < 2 || !(isFull && goesOn * 4 >= cells.Length || isPage && full * 5 >= cells.Length * 2 && goesOn * 5 >= cells.Length))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds lines that stand at once above the block in its last column: where a page begins, that may reach higher.</summary>
    private void HigherColumn(int first, Block block)
    {
        var margin = block.Column(block.Columns - 1).Min(cell => cell.Column);
        for (var i = first - 1; i >= 0 && _result.Count > 0 && _result[^1] == _lines[i] && _lines[i + 1].Space <= 1; i--)
        {
            var line = _lines[i];
            if (line.Role != LineRole.Flow || line.Page != _lines[first].Page || line.Indent < margin - 1 || line.Indent > margin + MostIndent)
            {
                break;
            }

            var cells = new Segment?[block.Columns];
            cells[^1] = new Segment(line.Start, line.End, line.Indent);
            block.Lines.Insert(0, line);
            block.Rows.Insert(0, cells);
            _result.RemoveAt(_result.Count - 1);
        }
    }

    /// <summary>Adds lines that stand at once below the block in its first column: it is longer than the others.</summary>
    private int LongerColumn(int first, Block block)
    {
        var right = block.Column(0).Max(cell => cell.EndColumn);
        var count = block.Rows.Count;
        for (var i = first + count; i < _lines.Count && count < LongestBlock; i++)
        {
            var line = _lines[i];
            if (line.Role != LineRole.Flow || line.Page != _lines[first].Page || line.Space > 1 || line.Indent + line.End - line.Start > right + 1)
            {
                break;
            }

            var cells = new Segment?[block.Columns];
            cells[0] = new Segment(line.Start, line.End, line.Indent);
            block.Lines.Add(line);
            block.Rows.Add(cells);
            count++;
        }

        return count;
    }

    /// <summary>Puts the columns one below the other, each with its own indents, and reads the tables in them.</summary>
    private void TakeProse(Block block)
    {
        for (var column = 0; column < block.Columns; column++)
        {
            var lines = new List<TextLine>();
            var margin = block.Column(column).Min(cell => cell.Column);
            var before = -1;
            for (var i = 0; i < block.Rows.Count; i++)
            {
                if (block.Rows[i][column] is not { } cell)
                {
                    continue;
                }

                var line = Line(block.Lines[i], cell, cell.Column - margin, before < 0 ? -1 : SpaceBetween(block, before, i, column));
                line.StartsBlock = before < 0 && column == 0 && block.Lines[0].StartsBlock;
                lines.Add(line);
                before = i;
            }

            var inner = new AlignedColumns(_text, lines) { _isColumn = true };
            _result.AddRange(inner.Run() ? inner._result : lines);
            _tables.AddRange(inner._tables);
        }
    }

    /// <summary>
    /// Empty lines in a column. Where the columns have no common grid, their lines take turns, and a line of the other column stands
    /// between two that follow one another.
    /// </summary>
    private static int SpaceBetween(Block block, int before, int i, int column)
    {
        var space = 0;
        for (var k = before + 1; k <= i; k++)
        {
            space += block.Lines[k].Space + (k < i ? 1 : 0);
        }

        var takeTurns = i - before == 2 && IsAlone(before) && IsAlone(i);
        return takeTurns ? space - 1 : space;

        bool IsAlone(int row) => block.Rows[row].Count(cell => cell is not null) == 1 && block.Rows[row][column] is not null;
    }
}
