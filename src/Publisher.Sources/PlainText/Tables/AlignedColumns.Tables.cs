using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Tables;

/// <content>Tables: lines whose parts stand in the same columns.</content>
internal sealed partial class AlignedColumns
{
    // Empty lines between the lines of a table that is set with one after every line.
    private const int MostSpace = 4;

    private const int MostHeadLines = 4;

    // A column may stand so many places aside on the next page.
    private const int MostShift = 8;

    // So many lines of a table show how many columns it has.
    private const int SeedLines = 40;

    /// <summary>Reads the table that begins at a line; how many lines it took, or null if none does.</summary>
    private int? ReadTable(int first)
    {
        if (Track(first) is not { } block)
        {
            return null;
        }

        var count = block.Rows.Count;
        var above = LinesAbove(first, block, out var continues);
        if (Table(block, continues) is not { } table)
        {
            return null;
        }

        _result.RemoveRange(_result.Count - above, above);
        _tables.Add(table);
        _result.AddRange(table.Lines);
        return count;
    }

    /// <summary>
    /// Adds the lines right above a block that stand in one of its columns but the first: heads of several lines, or what goes on from
    /// the page before.
    /// </summary>
    /// <param name="first">The block's first line.</param>
    /// <param name="block">The block.</param>
    /// <param name="continues">True if the table of the page before goes on here.</param>
    /// <returns>How many lines they are.</returns>
    private int LinesAbove(int first, Block block, out bool continues)
    {
        var usual = block.Lines.Skip(1).Min(line => line.Space);
        var extents = Enumerable.Range(0, block.Columns).Select(c => (From: block.Column(c).Min(cell => (int?)cell.Column) ?? int.MaxValue, To: block.Column(c).Max(cell => (int?)cell.EndColumn) ?? 0)).ToList();
        var rows = new List<Segment?[]>();
        for (var i = first - 1; i >= 0 && rows.Count < LongestBlock && _lines[i + 1].Space <= usual && _lines[i].Role == LineRole.Flow && _lines[i].Page == _lines[first].Page && _result[^(rows.Count + 1)] == _lines[i]; i--)
        {
            var part = new Segment(_lines[i].Start, _lines[i].End, _lines[i].Indent);
            var column = extents.FindIndex(1, extent => part.Column >= extent.From - 1 && part.EndColumn <= extent.To + 1);
            if (column < 0)
            {
                break;
            }

            var cells = new Segment?[block.Columns];
            cells[column] = part;
            rows.Add(cells);
        }

        var count = rows.Count;
        rows.Reverse();
        block.Lines.InsertRange(0, _lines.GetRange(first - count, count));
        block.Rows.InsertRange(0, rows);
        continues = Continues(count, block);
        if (count > MostHeadLines && !continues)
        {
            block.Lines.RemoveRange(0, count);
            block.Rows.RemoveRange(0, count);
            return 0;
        }

        return count;
    }

    /// <summary>True if nothing but furniture stands between a block and the last table, which has the same columns.</summary>
    private bool Continues(int above, Block block)
    {
        var before = _result.Count - 1 - above;
        while (before >= 0 && _result[before].Role == LineRole.Furniture)
        {
            before--;
        }

        return before >= 0 && _tables.Count > 0 && _result[before].Role == LineRole.Table && _result[before].Page + 1 == block.Lines[0].Page && _tables[^1].Columns == block.Columns
            && Enumerable.Range(0, block.Columns).All(c => !block.Column(c).Any() || _tables[^1].Printed!.Where(line => line[c] is not null).Select(line => line[c]!.Indent).DefaultIfEmpty(int.MaxValue).Min() is var column && Math.Abs(column - block.Column(c).Min(cell => cell.Column)) <= MostShift);
    }

    /// <summary>The lines that stand in the columns of the line with the most parts.</summary>
    private Block? Track(int first)
    {
        var rows = new List<List<Segment>>();
        for (var i = first; i < _lines.Count && rows.Count < LongestBlock; i++)
        {
            var line = _lines[i];
            var segments = Cells.Split(_text, line);
            if (line.Role != LineRole.Flow || line.IsParagraph || line.Page != _lines[first].Page || segments[^1].EndColumn >= WidestPage || (i > first && line.Space > MostSpace))
            {
                break;
            }

            rows.Add(segments);
        }

        List<Segment?[]>? best = null;
        foreach (var seed in rows.Take(SeedLines).Select((row, i) => (Line: i, row.Count)).Where(row => row.Count is > 1 and <= MostColumns).GroupBy(row => row.Count).OrderByDescending(group => group.Key).Select(group => group.First().Line))
        {
            if (Follow(first, rows, seed) is { } placed && placed.Count > (best?.Count ?? 1))
            {
                best = placed;
            }
        }

        return best is null ? null : new Block(_lines.GetRange(first, best.Count), best, best[0].Length);
    }

    /// <summary>The lines that stand in the columns of one of them; null if the first does not.</summary>
    private List<Segment?[]>? Follow(int first, List<List<Segment>> rows, int seed)
    {
        var placed = new List<Segment?[]>();
        var tracker = new ColumnTracker(_text, rows[seed]);
        for (var i = seed; i >= 0; i--)
        {
            if (tracker.Place(rows[i]) is not { } row)
            {
                return null;
            }

            placed.Insert(0, row);
        }

        tracker = new ColumnTracker(_text, rows[seed]);
        for (var i = seed + 1; i < rows.Count && tracker.Place(rows[i]) is { } row; i++)
        {
            placed.Add(row);
        }

        // Short lines of the text below lie in the first column too.
        while (placed.Count > 0 && placed[^1].Skip(1).All(cell => cell is null) && !EndsCell(first, placed))
        {
            placed.RemoveAt(placed.Count - 1);
        }

        return placed;
    }

    /// <summary>The last line goes on in the first cell of the row above.</summary>
    private bool EndsCell(int first, List<Segment?[]> rows)
    {
        if (rows.Count < 2 || rows[^2][0] is not { } above || rows[^1][0] is not { } last || rows[^2].Skip(1).All(cell => cell is null))
        {
            return false;
        }

        var usual = _lines.GetRange(first + 1, rows.Count - 1).Min(line => line.Space);
        var widest = rows.Max(row => row[0] is { } label && row.Count(part => part is not null) > 1 ? label.Length : 0);
        return GoesOn(above, last, _lines[first + rows.Count - 1].Space <= usual ? widest : int.MaxValue);
    }

    /// <summary>The table of a block; null if it is none.</summary>
    private TableDraft? Table(Block block, bool continues)
    {
        var full = block.Rows.Count(row => row.Count(cell => cell is not null) > 1);
        var labels = block.Column(0).Count(cell => In(cell).EndsWith(":"));
        var marks = block.Column(0).Count(cell => ListMarks.IsMarkAlone(In(cell)) || In(cell) is [>= '0' and <= '9'] or [>= '0' and <= '9', >= '0' and <= '9']);
        if (!continues && (full < 2 || full * 5 < block.Rows.Count || labels * 2 > block.Column(0).Count() || (marks * 2 > block.Column(0).Count() && block.Columns == 2)))
        {
            return null;
        }

        // Bullets that only say the same: "o".
        if (block.Column(0).Count() > 1 && block.Column(0).All(cell => cell.Length == 1 && _text[cell.Start] == _text[block.Column(0).First().Start]))
        {
            return null;
        }

        var lines = block.Rows.Select((row, i) => row.Select(cell => cell is { } segment ? Line(block.Lines[i], segment, segment.Column, block.Lines[i].Space) : null).ToArray()).ToList();
        var table = RowDivider.Divide(_text, lines);
        var wrapped = table.Rows.Count(row => row.Any(cell => cell.Count > 1));
        var figures = Enumerable.Range(0, block.Columns).Any(column => block.Column(column).Count(cell => Cells.IsFigure(In(cell))) * 5 >= block.Column(column).Count() * 3);
        var isTable = continues || (block.Columns > 2 ? full > 2 || figures || wrapped > 0 : full > 2 && (figures || (wrapped > 1 && wrapped * 3 >= table.Rows.Count && table.Rows.Count > 2 && HasLabels(block))));
        if (!isTable)
        {
            return null;
        }

        foreach (var line in table.Lines)
        {
            line.Role = LineRole.Table;
        }

        return table;
    }

    /// <summary>The first of two columns is the narrower one.</summary>
    private static bool HasLabels(Block block) => block.Column(0).Max(cell => cell.Length) < block.Column(1).Max(cell => cell.Length);
}
