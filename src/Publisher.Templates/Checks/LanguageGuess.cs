namespace Publisher.Templates.Checks;

/// <summary>Tells whether a passage is in another language than stated, by the small words that no text does without.</summary>
internal static class LanguageGuess
{
    // Below four such words a passage may be a name, a title or a quotation of three words; those a person must judge.
    private const int Least = 4;

    // Words that are common in one of the languages and rare in the others ("die", "on" and "des" are in two of them).
    private static readonly (string Language, string[] Words)[] Common =
    [
        ("de", ["der", "und", "das", "den", "dem", "nicht", "mit", "ist", "sich", "auf", "für", "eine", "einer", "werden", "wird", "sind", "auch", "zu", "von", "dass"]),
        ("en", ["the", "of", "and", "to", "that", "is", "with", "for", "are", "this", "have", "has", "not", "by", "from", "their", "which", "be", "we", "our"]),
        ("fr", ["le", "la", "les", "et", "est", "dans", "que", "qui", "une", "pour", "pas", "nous", "sur", "avec", "ces", "aux", "du", "sont", "cette", "leur"]),
    ];

    /// <summary>The other language; null if the passage seems to be in the stated one, or nothing can be said.</summary>
    /// <param name="text">The passage.</param>
    /// <param name="stated">Primary language tag.</param>
    public static string? Of(string text, string stated)
    {
        if (!Common.Any(pair => pair.Language == stated))
        {
            return null;
        }

        var words = text.Split([' ', '\n', '\u00A0', ',', '.', ';', ':', '„', '“', '”', '"', '«', '»', '(', ')', '’', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.ToLowerInvariant())
            .ToArray();
        var counts = Common.Select(pair => (pair.Language, Count: words.Count(word => pair.Words.Contains(word, StringComparer.Ordinal)))).ToArray();
        var best = counts.MaxBy(pair => pair.Count);
        var own = counts.First(pair => pair.Language == stated).Count;
        return best.Language != stated && best.Count >= Least && best.Count > 3 * own ? best.Language : null;
    }
}
