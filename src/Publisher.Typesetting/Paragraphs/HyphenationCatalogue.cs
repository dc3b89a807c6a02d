using System.Collections.Immutable;

namespace Publisher.Typesetting.Paragraphs;

/// <summary>The languages that can be hyphenated. A language's file is read when a word of it is first met.</summary>
public sealed class HyphenationCatalogue
{
    private readonly ImmutableDictionary<string, Lazy<Hyphenator>> _byLanguage;

    /// <summary>Lists languages with the way to get their patterns.</summary>
    /// <param name="languages">BCP 47 tags; <c>de</c> serves <c>de-AT</c> too where that has no entry of its own.</param>
    public HyphenationCatalogue(IEnumerable<KeyValuePair<string, Func<Hyphenator>>> languages)
    {
        ArgumentNullException.ThrowIfNull(languages);
        _byLanguage = languages.ToImmutableDictionary(
            l => l.Key,
            l => new Lazy<Hyphenator>(l.Value),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>No language at all.</summary>
    public static HyphenationCatalogue Empty { get; } = new([]);

    /// <summary>The hyphenator of the closest listed language; null if there is none.</summary>
    public Hyphenator? Find(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        while (language.Length > 0)
        {
            if (_byLanguage.TryGetValue(language, out var hyphenator))
                return hyphenator.Value;
            language = language[..Math.Max(0, language.LastIndexOf('-'))];
        }

        return null;
    }
}
