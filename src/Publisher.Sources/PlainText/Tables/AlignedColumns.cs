using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Tables;

/// <summary>
/// Reads what stands side by side in extractions that keep the layout of the page: columns of running text, if sentences go down them,
/// and tables. Two columns of short parts without figures (a letterhead, say) are left alone.
/// </summary>
internal sealed partial class AlignedColumns
{
    private const int LeastFirstGap = 3;
    private const int MostColumns = 9;
    private const int WidestPage = 400;
    private const int LongestBlock = 400;

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

    /// <summary>A part of a line goes on in the one below: its last word is divided, or there was no room for the next.</summary>
    private bool GoesOn(Segment above, Segment below, int width) =>
        Math.Abs(above.Column - below.Column) <= 1
        && (LineWords.IsDivided(In(above), In(below)) || above.Length + 1 + LineWords.FirstPiece(In(below)).Length > width);

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
