namespace Publisher.Sources.PlainText.Lines;

/// <summary>How the lines of a text usually are, to tell those that are not.</summary>
internal sealed class LineHabits
{
    // A line shorter than this share of long lines, in hundredths, ended something.
    private const int ShortLine = 75;

    private readonly string _text;
    private readonly List<TextLine> _lines;
    private readonly int _longLine;

    /// <param name="text">The clean text.</param>
    /// <param name="lines">The lines of the flow.</param>
    public LineHabits(string text, List<TextLine> lines)
    {
        (_text, _lines) = (text, lines);
        var lengths = lines.Select(line => line.End - line.Start).Order().ToArray();
        _longLine = lengths.Length == 0 ? 0 : lengths[lengths.Length * 3 / 4];
    }

    /// <summary>The length in characters that a share of the text's characters, in hundredths, stand in lines no longer than.</summary>
    public static int LengthUpTo(int share, List<TextLine> lines)
    {
        var byLength = new long[1024];
        var total = 0L;
        foreach (var line in lines)
        {
            var length = line.End - line.Start;
            byLength[Math.Min(length, byLength.Length - 1)] += length;
            total += length;
        }

        var sum = 0L;
        for (var i = 0; i < byLength.Length; i++)
        {
            sum += byLength[i];
            if (sum * 100 >= total * share)
            {
                return i;
            }
        }

        return byLength.Length;
    }

    /// <summary>Empty lines between lines that go on: some extractions print one behind every line.</summary>
    public static int UsualSpace(List<TextLine> lines) => lines.Count(line => line.Space > 0) * 2 > lines.Count ? 1 : 0;

    /// <summary>True if a line is shorter than a share of long lines, in hundredths.</summary>
    public bool IsShorter(int i, int share) => (_lines[i].End - _lines[i].Start) * 100 < _longLine * share;

    /// <summary>True if a block may end with a line.</summary>
    public bool EndsBlock(int i) =>
        LineWords.End(_lines[i].In(_text)) is LineEnd.Sentence or LineEnd.Colon
        || (LineWords.End(_lines[i].In(_text)) == LineEnd.Word && (IsShorter(i, ShortLine) || _lines[i + 1].Space > 0 || _lines[i].Page != _lines[i + 1].Page));
}
