namespace Publisher.Typesetting.Paragraphs;

/// <summary>The languages that can be hyphenated. A language's patterns are asked for when a word of it is first met.</summary>
/// <param name="find">Gives the hyphenator for a BCP 47 tag, null if there is none; asked once for each tag.</param>
public sealed class HyphenationCatalogue(Func<string, Hyphenator?> find)
{
    private readonly Dictionary<string, Hyphenator?> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>No language at all.</summary>
    public static HyphenationCatalogue Empty => new(_ => null);

    /// <summary>The hyphenator of a language, or of the language it is a variety of; null if there is none.</summary>
    /// <param name="language">BCP 47 tag: <c>de</c> serves <c>de-AT</c> too where that has none of its own.</param>
    public Hyphenator? Find(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        if (language.Length == 0)
            return null;
        if (_known.TryGetValue(language, out var known))
            return known;

        var parent = language.LastIndexOf('-');
        var hyphenator = find(language) ?? (parent > 0 ? Find(language[..parent]) : null);
        _known[language] = hyphenator;
        return hyphenator;
    }
}
