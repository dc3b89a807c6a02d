namespace Publisher.Sources.PlainText.Paragraphs;

/// <summary>
/// How often a typographic sign stands at paragraph ends and inside paragraphs. Every extraction has its own habits (an empty line
/// after each line, blanks at line ends), so the odds are counted anew in each document, starting from what is usual.
/// </summary>
/// <param name="usualAtEnd">How likely each value of the sign is at a paragraph end, as a start.</param>
/// <param name="usualInside">How likely each value is inside a paragraph.</param>
/// <param name="strength">How many lines of the document outweigh the usual odds.</param>
internal sealed class Signs(double[] usualAtEnd, double[] usualInside, double strength)
{
    private readonly double[] _odds = [.. usualAtEnd.Zip(usualInside, (end, inside) => Math.Log(end / inside))];

    private readonly double[] _atEnd = new double[usualAtEnd.Length];

    private readonly double[] _inside = new double[usualAtEnd.Length];

    /// <summary>Natural logarithm of the odds that a line end with this value ends a paragraph, over those of one that is not looked at.</summary>
    public double Odds(int value) => _odds[value];

    /// <summary>Counts a line end.</summary>
    public void Count(int value, bool isParagraphEnd) => (isParagraphEnd ? _atEnd : _inside)[value]++;

    /// <summary>Takes the counts over into the odds and begins to count anew.</summary>
    public void Learn()
    {
        double ends = strength + _atEnd.Sum(), insides = strength + _inside.Sum();
        for (var i = 0; i < _odds.Length; i++)
        {
            var end = (_atEnd[i] + strength * usualAtEnd[i]) / ends;
            var inside = (_inside[i] + strength * usualInside[i]) / insides;
            _odds[i] = Math.Clamp(Math.Log(end / inside), -4, 4);
        }

        Array.Clear(_atEnd);
        Array.Clear(_inside);
    }
}
