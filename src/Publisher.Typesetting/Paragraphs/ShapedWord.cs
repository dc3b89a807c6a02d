using Publisher.Typesetting.Fonts;

namespace Publisher.Typesetting.Paragraphs;

/// <summary>A word as its style sets it, in fractions of the em. Shared by all places where the word stands.</summary>
/// <param name="text">What it says, without soft hyphens.</param>
/// <param name="glyphs">In visual order.</param>
/// <param name="breaks">Where a line may end inside it.</param>
/// <param name="rightToLeft">Its direction.</param>
/// <param name="missing">Characters no face has.</param>
internal sealed class ShapedWord(string text, ShapedGlyph[] glyphs, WordBreak[] breaks, bool rightToLeft, string[] missing)
{
    private double[]? _widths;
    private bool[]? _starts;

    public string Text { get; } = text;

    public ShapedGlyph[] Glyphs { get; } = glyphs;

    public WordBreak[] Breaks { get; } = breaks;

    public bool RightToLeft { get; } = rightToLeft;

    public string[] Missing { get; } = missing;

    public double Advance { get; } = Sum(glyphs);

    /// <summary>How wide the text before an index is; inside a ligature its share by letters.</summary>
    public double WidthBefore(int index) => (_widths ??= Accumulate())[index];

    /// <summary>Whether a cluster of glyphs begins at an index: where it does not, letters are one glyph or a letter with its marks.</summary>
    public bool IsClusterStart(int index) => (_starts ??= Starts())[index];

    private static double Sum(ShapedGlyph[] glyphs)
    {
        var sum = 0.0;
        foreach (var glyph in glyphs)
            sum += glyph.Advance;
        return sum;
    }

    private bool[] Starts()
    {
        var starts = new bool[Text.Length + 1];
        foreach (var glyph in Glyphs)
            starts[glyph.Cluster] = true;
        return starts;
    }

    private double[] Accumulate()
    {
        var widths = new double[Text.Length + 1];
        var starts = _starts ??= Starts();
        foreach (var glyph in Glyphs)
            widths[glyph.Cluster] += glyph.Advance;

        // widths[i] holds the width of the cluster that begins at i: share it among its letters, then sum up.
        var sum = 0.0;
        for (var i = 0; i < Text.Length;)
        {
            var end = i + 1;
            while (end < Text.Length && !starts[end])
                end++;
            var width = widths[i];
            for (var j = i; j < end; j++)
                widths[j] = sum + (width * (j - i) / (end - i));
            sum += width;
            i = end;
        }

        widths[Text.Length] = sum;
        return widths;
    }
}
