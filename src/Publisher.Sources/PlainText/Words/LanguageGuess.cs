namespace Publisher.Sources.PlainText.Words;

/// <summary>Tells German, English and French apart by their commonest words.</summary>
internal static class LanguageGuess
{
    private const int Sample = 20_000;

    private static readonly Dictionary<string, string[]> Common = new(StringComparer.Ordinal)
    {
        ["de"] = ["der", "die", "und", "das", "den", "nicht", "ist", "mit", "für", "auf", "ein", "eine", "wir", "von", "zu", "im", "dass", "werden", "auch", "sich"],
        ["en"] = ["the", "and", "of", "to", "is", "that", "for", "with", "are", "this", "we", "be", "by", "have", "it", "not", "our", "which"],
        ["fr"] = ["les", "des", "et", "une", "est", "dans", "pour", "que", "qui", "sur", "par", "nous", "vous", "pas", "du", "au", "aux", "ces", "sont"],
    };

    /// <summary>The language of a text as a BCP 47 tag; null if its words do not tell.</summary>
    public static string? Of(string text, int start)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var head = text.AsSpan(start, Math.Min(Sample, text.Length - start));
        var lookup = Common.ToDictionary(pair => pair.Key, pair => new HashSet<string>(pair.Value, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>(), StringComparer.Ordinal);
        foreach (var range in head.SplitAny(" \t\r\n\f.,;:!?()\"'’"))
        {
            foreach (var (language, words) in lookup)
            {
                if (words.Contains(head[range]))
                {
                    counts[language] = counts.GetValueOrDefault(language) + 1;
                }
            }
        }

        var order = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        return order.Length > 0 && order[0].Value >= 5 && (order.Length == 1 || order[0].Value > order[1].Value * 3 / 2) ? order[0].Key : null;
    }
}
