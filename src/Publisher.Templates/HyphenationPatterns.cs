namespace Publisher.Templates;

/// <summary>Finds the hyphenation patterns of a language (Liang 1983) in the template's folders.</summary>
public sealed class HyphenationPatterns
{
    private readonly Func<string, string?> _load;

    /// <summary>Makes the finder.</summary>
    /// <param name="load">Gives the text of a pattern file for a BCP 47 tag in lower case, or null.</param>
    public HyphenationPatterns(Func<string, string?> load) => _load = load;

    /// <summary>
    /// The patterns for a language as text: one pattern a line; a line <c>exceptions:</c> parts them from whole words with hyphens.
    /// Null if there are none.
    /// </summary>
    /// <param name="language">BCP 47 tag.</param>
    public string? For(string language) => _load(language.ToLowerInvariant());
}
