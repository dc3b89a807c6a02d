using Publisher.Typesetting.Flows;

namespace Publisher.Typesetting.Paragraphs;

/// <summary>
/// Words as styles set them, shaped and with their divisions. What is in the store only saves time, so that a caller may keep it from one
/// flow to the next. It uses the faces of the styles, so it belongs to their thread.
/// </summary>
/// <param name="hyphenation">Patterns by language.</param>
public sealed class WordStore(HyphenationCatalogue hyphenation)
{
    // About 40 MB: half a kilobyte for each word.
    private const int Most = 80_000;

    // A style without words takes about as much as so many words.
    private const int WordsOfStyle = 20;

    private readonly Dictionary<TextStyle, StyleShaper> _shapers = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether it holds so much that a new one is the better choice for the next flow.</summary>
    public bool IsFull => _shapers.Values.Sum(shaper => shaper.Remembered + WordsOfStyle) > Most;

    /// <summary>The words of a style.</summary>
    internal StyleShaper ShaperOf(TextStyle style)
    {
        if (_shapers.TryGetValue(style, out var shaper))
            return shaper;
        shaper = new StyleShaper(style, hyphenation);
        _shapers.Add(style, shaper);
        return shaper;
    }
}
