namespace Publisher.Sources.PlainText.Paragraphs;

/// <summary>
/// How long the paragraphs of a document are. Their lengths in lines are spread about evenly on a logarithmic scale round a middle that
/// every author has for himself: two paragraphs of the usual length are likelier than one of twice that length, and one of the usual
/// length is likelier than a long one and a short one.
/// </summary>
internal sealed class ParagraphLengths
{
    // Statements have paragraphs of about four lines; so many of them outweigh what the document shows.
    private const double UsualLength = 4;
    private const double Strength = 4;

    // Half of all paragraphs are between two thirds and one and a half times as long as the middle one.
    private const double Spread = 0.5;

    private double _sum = Strength * Math.Log(UsualLength);
    private double _count = Strength;

    /// <summary>Counts a paragraph.</summary>
    public void Count(int lines)
    {
        _sum += Math.Log(lines);
        _count++;
    }

    /// <summary>Natural logarithm of how likely a length is.</summary>
    public double Of(int lines)
    {
        var length = Math.Log(lines);
        var off = (length - (_sum / _count)) / Spread;
        return -(off * off / 2) - length - Math.Log(Spread * Math.Sqrt(Math.Tau));
    }
}
