using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Tables;

/// <summary>
/// Divides the printed lines of a table whose columns are known into rows. A cell goes on where the next word had no room left above, and
/// hardly elsewhere; its lines follow one another without a gap; the cells of a row begin with it, or stand in its middle; more space than
/// usual stands between rows. The rows that go against this least are found by dynamic programming.
/// </summary>
internal sealed class RowDivider
{
    private const int LongestRow = 150;

    // Costs are in units of about one bit of surprise. Inside a cell: a word that had room above, a line that is full though its cell ends, a
    // capital, a figure, a number or mark, lines after a gap, space, and a line that fills all columns.
    private const double BadBreak = 3;
    private const double FullEnd = 0.7;
    private const double CapitalInside = 1;
    private const double FigureInside = 3;
    private const double NumberInside = 6;
    private const double MarkInside = 1.5;
    private const double GapInside = 4;
    private const double SpaceInside = 3.5;
    private const double FullLineInside = 1.2;

    // Rows: without the space that stands between others, without cells, with a single one, with cells that do not begin with it, or that
    // stand in its middle, or whose lines take turns.
    private const double NoSpace = 0.7;
    private const double EmptyCell = 1.2;
    private const double EmptyLabel = 2;
    private const double SingleCell = 1.5;
    private const double OffLine = 3;
    private const double Middle = 1;
    private const double NoGrid = 3;

    private static readonly TypeFace Face = TypeFace.Common[0];

    private readonly string _text;
    private readonly List<TextLine?[]> _lines;
    private readonly int _columns;
    private readonly int _usualSpace;
    private readonly bool _setsOff;

    // By line and column: the line above with words in the column, what it costs to go on from it and to begin anew.
    private readonly (int Above, double GoesOn, double Begins)[] _costs;

    private RowDivider(string text, List<TextLine?[]> lines)
    {
        (_text, _lines, _columns) = (text, lines, lines[0].Length);
        var spaces = Enumerable.Range(1, Math.Max(0, lines.Count - 1)).Where(i => !IsNewPage(i)).Select(SpaceBefore).ToList();
        _usualSpace = spaces.Count == 0 ? 0 : spaces.Min();
        _setsOff = spaces.Exists(space => space > _usualSpace);
        _costs = Costs();
    }

    /// <summary>The table that printed lines make, each given by column.</summary>
    public static TableDraft Divide(string text, List<TextLine?[]> lines)
    {
        var divider = new RowDivider(text, lines);
        var starts = new (int Step, bool IsMiddle)[] { (1, false), (1, true), (2, false), (2, true) }.Select(way => divider.Starts(way.Step, way.IsMiddle)).MinBy(rows => rows.Cost).Starts;
        var table = new TableDraft(lines[0].Length) { Printed = lines };
        for (var i = 0; i < lines.Count; i++)
        {
            var row = starts[i] ? table.AddRow() : table.Rows[^1];
            for (var c = 0; c < row.Length; c++)
            {
                if (lines[i][c] is { } cell)
                {
                    row[c].Add(cell);
                }
            }
        }

        table.HasHeader = table.Rows.Count > 2 && table.Rows[0].Count(cell => cell.Count > 0) > 1 && table.Rows[0].Skip(1).All(cell => cell.Count > 0)
            && table.Rows[0].All(cell => cell.Count == 0 || !Cells.IsFigure(cell[0].In(text)));
        return table;
    }

    private TextLine AnyOf(int i) => Array.Find(_lines[i], cell => cell is not null)!;

    private int SpaceBefore(int i) => AnyOf(i).Space;

    private bool IsNewPage(int i) => AnyOf(i).Page != AnyOf(i - 1).Page;

    private (int Above, double GoesOn, double Begins)[] Costs()
    {
        var widths = new int[_columns];
        foreach (var line in _lines)
        {
            for (var c = 0; c < _columns; c++)
            {
                widths[c] = Math.Max(widths[c], line[c] is { } cell ? Face.Width(cell.In(_text)) : 0);
            }
        }

        var costs = new (int Above, double GoesOn, double Begins)[_lines.Count * _columns];
        var last = new int[_columns];
        Array.Fill(last, -1);
        for (var i = 0; i < _lines.Count; i++)
        {
            for (var c = 0; c < _columns; c++)
            {
                if (_lines[i][c] is not { } cell)
                {
                    continue;
                }

                costs[(i * _columns) + c] = last[c] < 0 ? (-1, 0, 0) : (last[c], GoesOn(_lines[last[c]][c]!, cell, widths[c]), Begins(_lines[last[c]][c]!, cell, widths[c]));
                last[c] = i;
            }
        }

        return costs;
    }

    private double GoesOn(TextLine above, TextLine cell, int width)
    {
        var words = cell.In(_text);
        if (ListMarks.IsMarkAlone(words))
        {
            return NumberInside;
        }

        if (Cells.IsFigure(words) || Cells.IsFigure(above.In(_text)))
        {
            return Cells.IsUnit(words) ? 0 : FigureInside;
        }

        var capital = LineWords.Start(words) is LineStart.Lower or LineStart.Closing ? 0 : LineWords.End(above.In(_text)) == LineEnd.Sentence ? CapitalInside + 0.4 : CapitalInside;
        var mark = ListMarks.Begins(words) ? MarkInside : 0;
        return LineWords.IsDivided(above.In(_text), cell.In(_text)) ? 0 : HasRoom(above, cell, width) ? capital + mark + BadBreak : capital + mark;
    }

    private double Begins(TextLine above, TextLine cell, int width)
    {
        if (Cells.IsFigure(cell.In(_text)) || Cells.IsFigure(above.In(_text)))
        {
            return 0;
        }

        var cost = LineWords.Start(cell.In(_text)) switch { LineStart.Lower => 1.6, LineStart.Closing => 6, _ => 0 };
        cost += LineWords.End(above.In(_text)) switch { LineEnd.Hyphen or LineEnd.SoftHyphen => LineWords.IsDivided(above.In(_text), cell.In(_text)) ? 6 : 1, LineEnd.Link => 4, LineEnd.Comma => 2, _ => 0 };
        return HasRoom(above, cell, width) ? cost : cost + FullEnd;
    }

    private bool HasRoom(TextLine above, TextLine cell, int width) =>
        width - Face.Width(above.In(_text)) - Face.Blank - Face.Width(LineWords.FirstPiece(cell.In(_text))) > width / 25;

    /// <summary>The lines that begin rows, and what that costs.</summary>
    /// <param name="step">Printed lines from one line of a cell to the next: two where the lines of neighbouring cells take turns.</param>
    /// <param name="isMiddle">True if cells stand in the middle of their row's height, not at its top.</param>
    private (bool[] Starts, double Cost) Starts(int step, bool isMiddle)
    {
        var costs = new double[_lines.Count + 1];
        var from = new int[_lines.Count + 1];
        Array.Fill(costs, double.MaxValue);
        costs[0] = (step == 1 ? 0 : NoGrid) + (isMiddle ? Middle : 0);
        var first = new int[_columns];
        var last = new int[_columns];
        for (var start = 0; start < _lines.Count; start++)
        {
            Array.Fill(first, -1);
            var cost = costs[start] + (start > 0 && _setsOff && !IsNewPage(start) && SpaceBefore(start) <= _usualSpace ? NoSpace : 0);
            for (var end = start + 1; end <= Math.Min(_lines.Count, start + LongestRow); end++)
            {
                cost += Line(end - 1, start, step, first, last);
                var total = cost + Shape(start, end, step, isMiddle, first, last);
                if (total < costs[end])
                {
                    (costs[end], from[end]) = (total, start);
                }
            }
        }

        var starts = new bool[_lines.Count];
        for (var end = _lines.Count; end > 0; end = from[end])
        {
            starts[from[end]] = true;
        }

        return (starts, costs[^1]);
    }

    /// <summary>What a line adds to a row that begins with a line.</summary>
    private double Line(int i, int start, int step, int[] first, int[] last)
    {
        var cost = i > start && !IsNewPage(i) && SpaceBefore(i) > _usualSpace ? SpaceInside : 0;
        cost += i > start && Array.TrueForAll(_lines[i], cell => cell is not null) ? FullLineInside : 0;
        for (var c = 0; c < _columns; c++)
        {
            if (_lines[i][c] is null)
            {
                continue;
            }

            var (above, goesOn, begins) = _costs[(i * _columns) + c];
            var follows = above >= 0 && (i - above <= step || AnyOf(i).Page != AnyOf(above).Page);
            if (first[c] < 0)
            {
                first[c] = i;
                cost += follows ? begins : 0;
            }
            else
            {
                cost += follows ? goesOn : GapInside;
            }

            last[c] = i;
        }

        return cost;
    }

    /// <summary>What the places of a row's cells cost.</summary>
    private double Shape(int start, int end, int step, bool isMiddle, int[] first, int[] last)
    {
        var cost = first.Count(line => line >= 0) == 1 ? SingleCell : 0;
        for (var c = 0; c < _columns; c++)
        {
            if (first[c] < 0)
            {
                cost += c == 0 ? EmptyLabel : EmptyCell;
                continue;
            }

            var above = first[c] - start;
            var isOff = isMiddle ? Math.Abs(above - (end - 1 - last[c])) > step : above > 0;
            cost += isOff ? OffLine : 0;
        }

        return cost;
    }
}
