using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Tables;

/// <summary>
/// Reads tables with cells of several lines that an extraction printed cell by cell, row by row: strips of lines that are broken where the
/// page was not full.
/// </summary>
internal sealed class WrappedCells
{
    // Longer tables are read in parts, so that the search costs the same for each line.
    private const int LongestStrip = 400;
    private const int LeastLines = 6;
    private const int LongestLine = 120;

    // Lines broken so far from the page's edge that only a narrow column explains it.
    private const int LeastBroken = 3;

    // Shares of a full line in hundredths: what is narrow, and up to where the next word must have fitted.
    private const int Narrow = 78;
    private const int Fitting = 85;

    // What speaks for a table must outweigh what speaks against it, and hardly anything may go against it: lines of cells in another
    // order than row by row fit a table badly.
    private const double LeastGain = 10;
    private const double MostCostOfLine = 0.7;

    // Lines to look for the head of the table in.
    private const int HeadLines = 12;

    private static readonly TypeFace Face = TypeFace.Common[0];

    private readonly string _text;
    private readonly List<TextLine> _lines;
    private readonly List<TextLine> _result;
    private readonly List<TableDraft> _tables = [];
    private readonly int _fullLine;
    private readonly int _usualSpace;
    private int? _measure;

    private WrappedCells(string text, List<TextLine> lines)
    {
        (_text, _lines) = (text, lines);
        _result = new List<TextLine>(lines.Count);
        _usualSpace = LineHabits.UsualSpace(lines);

        // Where an extraction joins lines, half of them are no longer than the measure; elsewhere hardly any is.
        var full = LineHabits.LengthUpTo(85, lines);
        _fullLine = full > LongestLine ? Math.Min(LongestLine, LineHabits.LengthUpTo(50, lines)) : full;
    }

    /// <summary>Takes such tables out of the flow; lines that hold several cells are cut.</summary>
    public static List<TableDraft> Take(string text, List<TextLine> lines)
    {
        var cells = new WrappedCells(text, lines);
        for (var i = 0; i < lines.Count;)
        {
            var end = cells.StripEnd(i);
            if (end == i + 1 || !cells.Read(i, end))
            {
                cells._result.AddRange(lines.GetRange(i, end - i));
            }

            i = end;
        }

        if (cells._tables.Count > 0)
        {
            lines.Clear();
            lines.AddRange(cells._result);
        }

        return cells._tables;
    }

    /// <summary>The line behind a strip of narrow lines that begins at a line; behind that line if none does.</summary>
    private int StripEnd(int first)
    {
        int last = first, broken = 0, count = 0;
        for (var i = first; i < _lines.Count && count < LongestStrip; i++)
        {
            if (_lines[i].Role == LineRole.Furniture && i > first)
            {
                continue;
            }

            // A single wide line may hold the cells of a row that are short.
            if (!IsNarrow(i) && (i == first || i + 1 >= _lines.Count || !IsNarrow(i + 1) || last < i - 1 || Length(i) > _fullLine))
            {
                break;
            }

            if (IsNarrow(i))
            {
                broken += IsBroken(i) ? 1 : 0;
                last = i;
            }

            count++;
        }

        if (broken < LeastBroken || count < LeastLines)
        {
            // PERF: what is no strip from here on is none from any line in it.
            return Math.Max(first, last) + 1;
        }

        // The mark of a note or item that follows.
        while (_lines[last].Role != LineRole.Flow || ListMarks.IsMarkAlone(_lines[last].In(_text)))
        {
            last--;
        }

        return last + 1;
    }

    private int Length(int i) => _lines[i].End - _lines[i].Start;

    /// <summary>A short line that the author does not say to be text.</summary>
    private bool IsNarrow(int i) =>
        _lines[i].Role == LineRole.Flow && Length(i) * 100 < _fullLine * Narrow && !_lines[i].IsParagraph && !_lines[i].Continues && _lines[i].HeadingLevel == 0;

    /// <summary>True if words go on in the next line though much of them would have fitted here.</summary>
    private bool IsBroken(int i) =>
        i + 1 < _lines.Count && _lines[i + 1].Role == LineRole.Flow && (Length(i) + LineWords.FirstPiece(_lines[i + 1].In(_text)).Length) * 100 < _fullLine * Fitting
        && LineWords.Start(_lines[i + 1].In(_text)) == LineStart.Lower;

    /// <summary>Reads the table in a strip into the result; false if there is none.</summary>
    private bool Read(int first, int end)
    {
        var lines = _lines.GetRange(first, end - first);
        var flow = lines.FindAll(line => line.Role == LineRole.Flow);
        var heads = RepeatedHeads(lines, flow, out var head);
        var strip = new CellStrip(_text, flow.FindAll(line => !heads.Contains(line)), _usualSpace, head);
        if (new CellSearch(strip, _measure ??= Measure()).Find(LeastGain) is not { } grid || !IsTable(strip, grid))
        {
            return false;
        }

        foreach (var line in heads)
        {
            line.Role = LineRole.Furniture;
        }

        var table = new TableDraft(grid.Widths.Length) { IsGuessed = true };
        var parts = new Dictionary<TextLine, List<TextLine>>();
        foreach (var cells in grid.Rows)
        {
            var row = table.AddRow();
            for (var c = 0; c < cells.Length; c++)
            {
                if (cells[c] is { } cell)
                {
                    AddLines(strip, cell, row[c], parts);
                }
            }
        }

        table.HasHeader = table.Rows[0].All(cell => cell.Count > 0 && !Cells.IsFigure(cell[0].In(_text)));
        _tables.Add(table);
        foreach (var line in lines)
        {
            if (parts.TryGetValue(line, out var several))
            {
                _result.AddRange(several);
            }
            else
            {
                _result.Add(line);
            }
        }

        return true;
    }

    private static void AddLines(CellStrip strip, GridCell cell, List<TextLine> row, Dictionary<TextLine, List<TextLine>> parts)
    {
        for (var i = cell.From.Line; i < cell.From.Line + cell.Height; i++)
        {
            var line = strip.Lines[i];
            var start = i == cell.From.Line ? cell.From.Offset : line.Start;
            var end = i == cell.To.Line ? strip.EndBefore(cell.To) : line.End;
            if (start == line.Start && end == line.End)
            {
                line.Role = LineRole.Table;
                row.Add(line);
                continue;
            }

            var part = new TextLine { Start = start, End = end, Indent = 0, Trailing = 0, Space = 0, Page = line.Page, Role = LineRole.Table };
            if (!parts.TryGetValue(line, out var several))
            {
                parts.Add(line, several = []);
            }

            several.Add(part);
            row.Add(part);
        }
    }

    private static bool IsTable(CellStrip strip, CellGrid grid)
    {
        var cells = grid.Rows.SelectMany(row => row).OfType<GridCell>().ToList();
        return grid.Gain >= LeastGain && grid.CostOfLine < MostCostOfLine && grid.Rows.Count > 2
            && cells.Count(cell => cell.Height > 1) >= LeastBroken && cells.Count * 5 >= grid.Rows.Count * grid.Widths.Length * 3
            && Enumerable.Range(0, grid.Widths.Length).All(c => grid.Rows.Count(row => row[c] is not null) * 5 >= grid.Rows.Count * 2 && HoldsOneKind(strip, grid, c));
    }

    /// <summary>A column that holds figures in some rows and words in others was printed in another order.</summary>
    private static bool HoldsOneKind(CellStrip strip, CellGrid grid, int column)
    {
        var cells = grid.Rows.Skip(1).Select(row => row[column]).OfType<GridCell>().ToList();
        var figures = cells.Count(strip.IsFigure);
        var fewer = Math.Min(figures, cells.Count - figures);
        return fewer < 2 || fewer * 3 < cells.Count;
    }

    /// <summary>
    /// Lines at the top of a page that say again what lines at the top of the strip say: the head of the table. They may have been taken
    /// for running lines.
    /// </summary>
    private HashSet<TextLine> RepeatedHeads(List<TextLine> lines, List<TextLine> flow, out (int First, int Count) head)
    {
        var heads = new HashSet<TextLine>();
        head = default;
        for (var i = 2; i < lines.Count; i++)
        {
            var isAtTop = lines[i].Page != lines[i - 1].Page || (lines[i - 1].Role == LineRole.Furniture && lines[i].Page != lines[0].Page);
            for (var from = 0; isAtTop && from < Math.Min(HeadLines, flow.Count); from++)
            {
                var count = 0;
                while (i + count < lines.Count && from + count < flow.Count && flow[from + count].Page < lines[i].Page && lines[i + count].In(_text).SequenceEqual(flow[from + count].In(_text)))
                {
                    count++;
                }

                if (count > 1)
                {
                    head = (from, count);
                    heads.UnionWith(lines.GetRange(i, count).Where(line => line.Role == LineRole.Flow));
                    i += count;
                    break;
                }
            }
        }

        return heads;
    }

    /// <summary>The width of full lines.</summary>
    private int Measure()
    {
        var widths = _lines.Where(line => line.End - line.Start >= _fullLine - 2 && line.End - line.Start <= _fullLine + 12).Take(200).Select(line => Face.Width(line.In(_text))).Order().ToArray();
        return widths.Length == 0 ? _fullLine * 500 : widths[widths.Length / 2];
    }
}
