using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Tables;

/// <summary>
/// Reads tables whose cells an extraction printed one below the other, or row by row with single blanks: what tells them is that
/// figures and words take turns in the same way again and again.
/// </summary>
internal sealed class CellRuns
{
    private const int LongestCell = 60;
    private const int LongestRow = 120;
    private const int LeastRows = 3;
    private const int MostColumns = 8;
    private const int LongestRun = 4000;

    private readonly string _text;
    private readonly List<TextLine> _lines;
    private readonly List<TableDraft> _tables = [];

    // No rows begin before this line: what spoilt those that would have begun further up spoils these as well.
    private int _rowsFrom;

    private CellRuns(string text, List<TextLine> lines)
    {
        _text = text;
        _lines = lines;
    }

    /// <summary>Takes such tables out of the flow; lines that hold several cells are cut.</summary>
    public static List<TableDraft> Take(string text, List<TextLine> lines)
    {
        var runs = new CellRuns(text, lines);
        for (var i = 0; i < lines.Count;)
        {
            i = lines[i].Role != LineRole.Flow ? i + 1 : runs.Rows(i) ?? runs.Column(i) ?? i + 1;
        }

        return runs._tables;
    }

    /// <summary>Rows of words and figures with single blanks between them: "Initialisation 01/11/2017".</summary>
    private int? Rows(int first)
    {
        if (first < _rowsFrom || Shape(_lines[first]) is not { } shape || shape.Trailing == 0)
        {
            return null;
        }

        // What begins with a figure in some rows only ("50 to 249", "from 500") is no column of figures.
        var last = first;
        while (last + 1 < _lines.Count && _lines[last + 1].Role == LineRole.Flow && Shape(_lines[last + 1]) is { } next && next.Trailing == shape.Trailing && (next == shape || shape.Trailing > 1))
        {
            last++;
            shape = shape with { Leading = Math.Min(shape.Leading, next.Leading) };
        }

        if (last - first + 1 < LeastRows)
        {
            return null;
        }

        if ((ReadsOn(first, last, shape) ?? CountsTo(first, last)) is { } spoilt)
        {
            _rowsFrom = spoilt + 1;
            return null;
        }

        var columns = shape.Leading + 1 + shape.Trailing;
        var table = new TableDraft(columns);
        var at = first;
        if (first > 0 && Header(first - 1, columns) is { } header)
        {
            at--;
            Add(table, _lines[at], header);
            table.HasHeader = true;
        }

        for (var i = first; i <= last; i++)
        {
            Add(table, _lines[i], CellsOf(_lines[i], shape));
        }

        return Replace(at, last, table);
    }

    /// <summary>
    /// The last of the lines that is none of a table; null if all may be. Lines of running text may end with figures as well: a sentence
    /// ends in one, words go on in the next, or want what comes next.
    /// </summary>
    private int? ReadsOn(int first, int last, (int Leading, int Trailing) shape)
    {
        for (var i = last; i >= first; i--)
        {
            var label = In(CellsOf(_lines[i], shape)[shape.Leading]);
            var next = i + 1 < _lines.Count ? LineWords.Start(_lines[i + 1].In(_text)) : LineStart.Other;
            if (LineWords.HasSentenceEnd(label) || (shape.Trailing == 1 && (LineWords.End(label) is LineEnd.Link or LineEnd.Comma || next == LineStart.Lower)))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>The last line but one of those whose first words count up by one, as the labels of items and notes do; null if they do not.</summary>
    private int? CountsTo(int first, int last)
    {
        var i = first;
        while (i < last && Number(LineWords.FirstWord(_lines[i].In(_text))) is { } number && Number(LineWords.FirstWord(_lines[i + 1].In(_text))) == number + 1)
        {
            i++;
        }

        return i == first ? null : i - 1;
    }

    /// <summary>Cells one below the other, the same kinds of cell in each row.</summary>
    private int? Column(int first)
    {
        if (!IsCell(_lines[first]))
        {
            return null;
        }

        var end = first;
        while (end < _lines.Count && IsCell(_lines[end]) && end - first < LongestRun && !BeginsRows(end))
        {
            end++;
        }

        // Nothing in this run; a run is not looked at twice.
        if (end == first)
        {
            return null;
        }

        var byWords = Find(CellsOf(first, end, bySpace: false), bySpace: false);
        var bySpace = Find(CellsOf(first, end, bySpace: true), bySpace: true);
        var found = byWords is null || (bySpace is { HasHeader: true } && !byWords.HasHeader) ? bySpace : byWords;
        return found is null ? end : TakeColumn(found);
    }

    /// <summary>The lines of a run as cells.</summary>
    /// <param name="first">The first line.</param>
    /// <param name="end">The line behind the last.</param>
    /// <param name="bySpace">True if words go on in the next line unless space stands between.</param>
    private List<(int First, int Last)> CellsOf(int first, int end, bool bySpace)
    {
        var cells = new List<(int First, int Last)>();
        for (var i = first; i < end; i++)
        {
            if (cells.Count > 0 && (GoesOn(i) || (bySpace && IsBelow(i))))
            {
                cells[^1] = (cells[^1].First, i);
            }
            else
            {
                cells.Add((i, i));
            }
        }

        return cells;
    }

    private ColumnTable? Find(List<(int First, int Last)> cells, bool bySpace)
    {
        var isFigure = cells.ConvertAll(cell => Cells.IsFigure(_lines[cell.First].In(_text)) && Enumerable.Range(cell.First + 1, cell.Last - cell.First).All(i => Cells.IsUnit(_lines[i].In(_text))));
        for (var start = 0; start < cells.Count - 2; start++)
        {
            for (var columns = 2; columns <= MostColumns; columns++)
            {
                if (RowCount(isFigure, start, columns) >= LeastRows && !Counts(cells, isFigure, start, columns))
                {
                    var (at, rows) = BestPhase(cells, isFigure, start, columns);
                    return new ColumnTable(cells, at, columns, rows, HasHeader(cells, isFigure, at, columns, bySpace));
                }
            }
        }

        return null;
    }

    /// <summary>Rows may begin a few cells on, where the first cell of each is set off by space; otherwise where they were found.</summary>
    private (int Start, int Rows) BestPhase(List<(int First, int Last)> cells, List<bool> isFigure, int start, int columns)
    {
        var best = (Start: start, Rows: RowCount(isFigure, start, columns));
        for (var at = start + 1; at < start + columns && !IsSetOffByRow(best); at++)
        {
            var rows = RepeatedRows(isFigure, at, columns);
            if (rows >= LeastRows && IsSetOffByRow((at, rows)))
            {
                best = (at, rows);
            }
        }

        return best;

        bool IsSetOffByRow((int Start, int Rows) phase) => Enumerable.Range(0, phase.Rows).All(row => IsSetOff(cells, phase.Start + (row * columns)))
            && Enumerable.Range(0, phase.Rows).Any(row => Enumerable.Range(1, columns - 1).Any(c => !IsSetOff(cells, phase.Start + (row * columns) + c)));
    }

    private bool BeginsRows(int i) => i + 1 < _lines.Count && Shape(_lines[i]) is { Trailing: > 0 } shape && Shape(_lines[i + 1]) is { } next && next.Trailing == shape.Trailing && (next == shape || shape.Trailing > 1);

    /// <summary>How many rows of so many cells follow, all alike, with words and figures in each.</summary>
    private static int RowCount(List<bool> isFigure, int start, int columns)
    {
        if (start + columns > isFigure.Count)
        {
            return 0;
        }

        var figures = isFigure.GetRange(start, columns).Count(figure => figure);
        if (figures == 0 || figures == columns || !isFigure[start + columns - 1] && !isFigure[start])
        {
            return 0;
        }

        return RepeatedRows(isFigure, start, columns);
    }

    private static int RepeatedRows(List<bool> isFigure, int start, int columns)
    {
        if (start + columns > isFigure.Count)
        {
            return 0;
        }

        var end = start + columns;
        while (end < isFigure.Count && isFigure[end] == isFigure[end - columns])
        {
            end++;
        }

        return (end - start) / columns;
    }

    /// <summary>True if the figures of a column count up by one: labels of notes or items, whose text is no cell.</summary>
    private bool Counts(List<(int First, int Last)> cells, List<bool> isFigure, int start, int columns)
    {
        for (var c = 0; c < columns; c++)
        {
            if (isFigure[start + c] && Number(Cell(start + c)) is { } number && Number(Cell(start + c + columns)) == number + 1)
            {
                return true;
            }
        }

        return false;

        ReadOnlySpan<char> Cell(int cell) => _lines[cells[cell].First].In(_text);
    }

    private static int? Number(ReadOnlySpan<char> text) => int.TryParse(text.TrimEnd(".)"), out var number) ? number : null;

    /// <summary>Words head the columns; where space alone tells cells apart, they have it between them as the cells of a row have.</summary>
    private bool HasHeader(List<(int First, int Last)> cells, List<bool> isFigure, int start, int columns, bool bySpace) =>
        start >= columns && !isFigure.GetRange(start - columns, columns).Contains(true)
        && (!bySpace || Enumerable.Range(1, columns - 1).All(c => IsSetOff(cells, start - columns + c) == IsSetOff(cells, start + c)));

    private bool IsSetOff(List<(int First, int Last)> cells, int cell) => _lines[cells[cell].First].Space > 0;

    private int TakeColumn(ColumnTable found)
    {
        var (cells, columns) = (found.Cells, found.Columns);
        var start = found.Start - (found.HasHeader ? columns : 0);
        var rows = found.Rows + (found.HasHeader ? 1 : 0);
        var table = new TableDraft(columns) { HasHeader = found.HasHeader };
        for (var r = 0; r < rows; r++)
        {
            var row = table.AddRow();
            for (var c = 0; c < columns; c++)
            {
                var (from, to) = cells[start + r * columns + c];
                for (var i = from; i <= to; i++)
                {
                    _lines[i].Role = LineRole.Table;
                    row[c].Add(_lines[i]);
                }
            }
        }

        _tables.Add(table);
        return cells[start + rows * columns - 1].Last + 1;
    }

    private bool IsCell(TextLine line) =>
        line.Role == LineRole.Flow && line.End - line.Start <= LongestCell
        && !ListMarks.IsMarkAlone(line.In(_text)) && LineWords.End(line.In(_text)) is not (LineEnd.Sentence or LineEnd.Colon or LineEnd.Semicolon) | Cells.IsFigure(line.In(_text));

    private bool GoesOn(int i) =>
        _lines[i].Page == _lines[i - 1].Page
        && (Cells.IsFigure(_lines[i - 1].In(_text)) ? Cells.IsUnit(_lines[i].In(_text)) : LineWords.Start(_lines[i].In(_text)) == LineStart.Lower);

    /// <summary>Words below words, without space between.</summary>
    private bool IsBelow(int i) =>
        _lines[i].Page == _lines[i - 1].Page && _lines[i].Space == 0 && !Cells.IsFigure(_lines[i - 1].In(_text)) && !Cells.IsFigure(_lines[i].In(_text));

    /// <summary>How many figures a row begins and ends with, and words between them; null for anything else.</summary>
    private (int Leading, int Trailing)? Shape(TextLine line)
    {
        // PERF: most lines begin and end with words that are no figure.
        var text = line.In(_text);
        if (text.Length > LongestRow
            || (!LineWords.FirstWord(text).ContainsAnyInRange('0', '9') && LineWords.LastWord(text) is var last && !last.ContainsAnyInRange('0', '9') && !Cells.IsUnit(last))
            || LineWords.End(text) is LineEnd.Hyphen or LineEnd.SoftHyphen)
        {
            return null;
        }

        var words = Figures(Words(line));
        int leading = 0, trailing = 0;
        while (leading < words.Count && Cells.IsFigure(In(words[leading])))
        {
            leading++;
        }

        while (trailing < words.Count - leading && Cells.IsFigure(In(words[words.Count - 1 - trailing])))
        {
            trailing++;
        }

        return leading + trailing is > 0 and < MostColumns && leading + trailing < words.Count && char.IsLetter(In(words[leading])[0]) ? (leading, trailing) : null;
    }

    private List<Segment>? Header(int i, int columns)
    {
        var words = _lines[i].Role == LineRole.Flow && _lines[i].Page == _lines[i + 1].Page ? Words(_lines[i]) : [];
        return words.Count == columns && words.All(word => char.IsUpper(In(word)[0])) && !LineWords.EndsSentence(_lines[i].In(_text)) ? words : null;
    }

    private List<Segment> CellsOf(TextLine line, (int Leading, int Trailing) shape)
    {
        var words = Figures(Words(line));
        var (first, last) = (shape.Leading, words.Count - 1 - shape.Trailing);
        return [.. words.Take(first), words[first] with { End = words[last].End }, .. words.Skip(last + 1)];
    }

    private List<Segment> Words(TextLine line)
    {
        var words = new List<Segment>();
        for (var i = line.Start; i < line.End;)
        {
            var length = _text.AsSpan(i, line.End - i).IndexOfAny(' ', '\t');
            length = length < 0 ? line.End - i : length;
            if (length > 0)
            {
                words.Add(new Segment(i, i + length, 0));
            }

            i += length + 1;
        }

        return words;
    }

    /// <summary>Puts units to their numbers, and the groups of three digits of one amount together: "41 000 €".</summary>
    private List<Segment> Figures(List<Segment> words)
    {
        var figures = new List<Segment>(words.Count);
        foreach (var word in words)
        {
            if (figures.Count == 0 || !Cells.IsUnit(In(word)) || !Cells.IsFigure(In(figures[^1])))
            {
                figures.Add(word);
                continue;
            }

            figures[^1] = figures[^1] with { End = word.End };
            while (figures.Count > 1 && IsThousands(In(figures[^1])) && In(figures[^2]) is { Length: <= 3 } before && !before.ContainsAnyExceptInRange('0', '9'))
            {
                figures[^2] = figures[^2] with { End = figures[^1].End };
                figures.RemoveAt(figures.Count - 1);
            }
        }

        return figures;
    }

    private static bool IsThousands(ReadOnlySpan<char> text) => LineWords.FirstWord(text) is { Length: 3 } first && !first.ContainsAnyExceptInRange('0', '9');

    private static void Add(TableDraft table, TextLine line, List<Segment> cells)
    {
        var row = table.AddRow();
        for (var c = 0; c < cells.Count; c++)
        {
            row[c].Add(new TextLine { Start = cells[c].Start, End = cells[c].End, Indent = 0, Trailing = 0, Space = 0, Page = line.Page, Role = LineRole.Table });
        }
    }

    private int Replace(int first, int last, TableDraft table)
    {
        var lines = table.Lines.ToList();
        _lines.RemoveRange(first, last - first + 1);
        _lines.InsertRange(first, lines);
        _tables.Add(table);
        return first + lines.Count;
    }

    private ReadOnlySpan<char> In(Segment segment) => _text.AsSpan(segment.Start, segment.Length);

    /// <summary>A table among cells that stand one below the other.</summary>
    private sealed record ColumnTable(List<(int First, int Last)> Cells, int Start, int Columns, int Rows, bool HasHeader);
}
