namespace Publisher.Sources.PlainText.Tables;

/// <summary>
/// Follows the columns of a table down the lines of an extraction that keeps the layout of the page. Columns may drift by a few places from
/// row to row; a word may reach so close to the next column that a single blank is left.
/// </summary>
internal sealed class ColumnTracker
{
    private const int Drift = 4;
    private const int CutDrift = 2;

    private readonly string _text;
    private readonly int[] _columns;

    /// <param name="text">The clean text.</param>
    /// <param name="seed">A line with a part in each column.</param>
    public ColumnTracker(string text, List<Segment> seed)
    {
        _text = text;
        _columns = [.. seed.Select(segment => segment.Column)];
    }

    /// <summary>The parts of a line by column, which become what the next line is compared with; null if it does not fit the columns.</summary>
    public Segment?[]? Place(List<Segment> segments)
    {
        var placed = new Segment?[_columns.Length];
        var cuts = 0;
        var from = 0;
        foreach (var segment in segments)
        {
            for (Segment? rest = segment; rest is { } part;)
            {
                if (ColumnOf(part, from) is not { } column)
                {
                    return null;
                }

                rest = null;
                if (ReachesOn(part, column))
                {
                    // A line without any gap is text that runs across the columns.
                    if (segments.Count == 1 && column == 0)
                    {
                        return null;
                    }

                    if (CutAt(part, column) is { } at && ++cuts < segments.Count)
                    {
                        rest = new Segment(at, part.End, part.Column + at - part.Start);
                        part = part with { End = Cells.EndBefore(_text, at) };
                    }
                    else if (part.EndColumn - _columns[column + 1] > _columns[column + 1] - part.Column)
                    {
                        column++;
                    }
                }

                placed[column] = placed[column] is { } before ? before with { End = part.End } : part;
                from = column + 1;
            }
        }

        for (var c = 0; c < _columns.Length; c++)
        {
            if (placed[c] is { } part)
            {
                var near = Math.Abs(part.Column - _columns[c]) <= Drift;
                _columns[c] = near ? part.Column : _columns[c];
            }
        }

        return placed;
    }

    /// <summary>The column that a part belongs to: the one that begins nearest, or else the one it stands above or below.</summary>
    private int? ColumnOf(Segment segment, int from)
    {
        int? best = null;
        for (var c = from; c < _columns.Length; c++)
        {
            if (Math.Abs(segment.Column - _columns[c]) <= Drift && (best is null || Math.Abs(segment.Column - _columns[c]) < Math.Abs(segment.Column - _columns[best.Value])))
            {
                best = c;
            }
        }

        for (var c = Math.Max(0, from - 1); c < _columns.Length && best is null; c++)
        {
            var right = c + 1 < _columns.Length ? _columns[c + 1] : int.MaxValue;
            if (segment.Column >= _columns[c] && segment.Column < right - 1)
            {
                best = c;
            }
        }

        return best;
    }

    private bool ReachesOn(Segment segment, int column) => column + 1 < _columns.Length && segment.EndColumn > _columns[column + 1] + 1;

    /// <summary>Where a part that reaches into the next column is cut: at the word that stands nearest to where that column begins.</summary>
    private int? CutAt(Segment segment, int column)
    {
        var wanted = segment.Start + _columns[column + 1] - segment.Column;
        int? best = null;
        for (var i = Math.Max(segment.Start + 1, wanted - CutDrift); i < Math.Min(segment.End, wanted + CutDrift + 1); i++)
        {
            if (char.IsWhiteSpace(_text[i - 1]) && !char.IsWhiteSpace(_text[i]) && (best is null || Math.Abs(i - wanted) < Math.Abs(best.Value - wanted)))
            {
                best = i;
            }
        }

        return best;
    }
}
