using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Tables;

/// <summary>
/// Reads what stands side by side in extractions that keep the layout of the page: lines that leave the same gutters free are a
/// table if their parts are short, and columns of running text if sentences go down them. Two columns of short parts without
/// figures (a letterhead, say) are left alone.
/// </summary>
internal sealed class AlignedColumns
{
    private const int LeastGutter = 2;
    private const int LeastFirstGap = 3;
    private const int MostColumns = 9;
    private const int WidestPage = 400;
    private const int LongestBlock = 400;

    // A narrower column holds no running text.
    private const int LeastProse = 25;

    // Empty lines between the lines of a table that is set with one after every line.
    private const int MostSpace = 4;

    private const int MostHeadLines = 4;

    // A column may stand so many places aside on the next page.
    private const int MostShift = 8;

    // So many lines of a table show how many columns it has.
    private const int SeedLines = 40;

    // How far the first line of a column may be indented.
    private const int MostIndent = 6;

    private readonly string _text;
    private readonly List<TextLine> _lines;
    private readonly List<TextLine> _result;
    private readonly List<TableDraft> _tables = [];

    // Columns of text hold no further columns of text.
    private bool _isColumn;

    private AlignedColumns(string text, List<TextLine> lines)
    {
        _text = text;
        _lines = lines;
        _result = new List<TextLine>(lines.Count);
    }

    /// <summary>Takes tables out of the flow and puts columns of text in reading order, replacing the lines they stand on.</summary>
    public static List<TableDraft> Take(string text, List<TextLine> lines)
    {
        var columns = new AlignedColumns(text, lines);
        if (!columns.Run())
        {
            return [];
        }

        lines.Clear();
        lines.AddRange(columns._result);
        return columns._tables;
    }

    private bool Run()
    {
        var found = false;
        for (var i = 0; i < _lines.Count;)
        {
            if (_lines[i].Role == LineRole.Flow && Begins(_lines[i]) && (ReadProse(i) ?? ReadTable(i)) is { } block)
            {
                found = true;
                i += block;
            }
            else
            {
                _result.Add(_lines[i++]);
            }
        }

        return found;
    }

    private bool Begins(TextLine line)
    {
        var segments = Cells.Split(_text, line);
        for (var k = 1; k < segments.Count; k++)
        {
            if (segments[k].Column - segments[k - 1].EndColumn >= LeastFirstGap && !ListMarks.IsMarkAlone(_text.AsSpan(segments[k - 1].Start, segments[k - 1].Length)))
            {
                return segments[^1].EndColumn < WidestPage;
            }
        }

        return false;
    }

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
        var count = 0;
        var usual = block.Lines.Skip(1).Min(line => line.Space);
        var i = first - 1;
        for (; i >= 0 && _lines[i + 1].Space <= usual && _lines[i].Role == LineRole.Flow && _lines[i].Page == _lines[first].Page && _result[^(count + 1)] == _lines[i]; i--)
        {
            var line = _lines[i];
            var part = new Segment(line.Start, line.End, line.Indent);
            var column = Enumerable.Range(1, block.Columns - 1).FirstOrDefault(c => block.Column(c).Any() && part.Column >= block.Column(c).Min(cell => cell.Column) - 1 && part.EndColumn <= block.Column(c).Max(cell => cell.EndColumn) + 1);
            if (column == 0)
            {
                break;
            }

            var cells = new Segment?[block.Columns];
            cells[column] = part;
            block.Lines.Insert(0, line);
            block.Rows.Insert(0, cells);
            count++;
        }

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

    private bool EndsFirst(List<List<Segment>> rows) =>
        rows.Count > 1 && rows[^1].Count == 1 && rows[^2].Count > 1 && GoesOn(rows[^2][0], rows[^1][0], rows.Max(row => row.Count > 1 ? row[0].Length : 0));

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

    /// <summary>A part of a line goes on in the one below: its last word is divided, or there was no room for the next.</summary>
    private bool GoesOn(Segment above, Segment below, int width) =>
        Math.Abs(above.Column - below.Column) <= 1
        && (IsDivided(In(above), In(below)) || above.Length + 1 + LineWords.FirstPiece(In(below)).Length > width);

    private static bool IsDivided(ReadOnlySpan<char> above, ReadOnlySpan<char> below) =>
        LineWords.End(above) is LineEnd.Hyphen or LineEnd.SoftHyphen && LineWords.Start(below) == LineStart.Lower;

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

    private ReadOnlySpan<char> In(Segment segment) => _text.AsSpan(segment.Start, segment.Length);

    private static TextLine Line(TextLine line, Segment segment, int indent, int space) => new()
    {
        Start = segment.Start,
        End = segment.End,
        Indent = indent,
        Trailing = 0,
        Space = space,
        Page = line.Page,
    };

    /// <summary>Lines that leave the same gutters free.</summary>
    private sealed record Block(List<TextLine> Lines, List<Segment?[]> Rows, int Columns)
    {
        public IEnumerable<Segment> Column(int column) => Rows.Where(row => row[column] is not null).Select(row => row[column]!.Value);
    }
}
