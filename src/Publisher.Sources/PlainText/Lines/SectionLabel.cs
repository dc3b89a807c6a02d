namespace Publisher.Sources.PlainText.Lines;

/// <summary>How headings are counted: "2.1", "IV.", "B.", "Zu § 5", "Article 3", "Question 2:".</summary>
/// <param name="Kind">The way of counting; null for a heading without a number.</param>
/// <param name="Depth">How many numbers it has, from 1; 0 without a number.</param>
internal readonly record struct SectionLabel(string? Kind, int Depth)
{
    // Words that a number follows; what begins with the same word is counted in the same way.
    private static readonly string[] Words =
    [
        "Zu §", "Zu Artikel", "Zu Art.", "Zu Nummer", "Zu Nr.", "Zu Ziffer", "Zu Frage", "§", "Artikel", "Art.", "Abschnitt", "Kapitel", "Teil", "Frage", "Forderung", "These", "Ziffer", "Anlage", "Anhang",
        "Article", "Section", "Chapter", "Part", "Question", "Recommendation", "Principle", "Annex", "Appendix",
        "Chapitre", "Partie", "Titre", "Sur l'article", "Sur l’article", "À l'article", "À l’article", "Recommandation", "Proposition", "Annexe",
    ];

    /// <summary>True if a word or sign says what is counted: "§ 5", "Article 3".</summary>
    public bool IsNamed => Kind is not (null or "1" or "I" or "A");

    /// <summary>A section of the first depth, counted with figures.</summary>
    public static SectionLabel Section => new("1", 1);

    /// <summary>The label that a heading begins with.</summary>
    /// <param name="line">Its first line.</param>
    /// <param name="mark">The list mark that was taken off it; null if none was.</param>
    public static SectionLabel Of(ReadOnlySpan<char> line, ListMark? mark)
    {
        if (mark is not null)
        {
            return mark.Kind switch
            {
                ListMarkKind.Decimal => Section,
                ListMarkKind.UpperLetter when mark.Glyph == '.' => new SectionLabel("A", 1),
                _ => new SectionLabel(mark.Kind.ToString(), 1),
            };
        }

        var depth = LineWords.SectionDepth(line);
        if (depth > 0)
        {
            return new SectionLabel("1", depth);
        }

        foreach (var word in Words)
        {
            if (line.StartsWith(word, StringComparison.OrdinalIgnoreCase) && HasNumber(line[word.Length..].TrimStart("§ \u00A0\u202F")))
            {
                return new SectionLabel(word, 1);
            }
        }

        var label = LineWords.FirstWord(line);
        var goesOn = line.Length > label.Length + 1 && !char.IsLower(line[label.Length + 1]);
        return !goesOn || label is not [.., '.' or ')'] ? default
            : !label[..^1].ContainsAnyExcept("IVX") ? new SectionLabel("I", 1)
            : label.Length == 2 && char.IsAsciiLetterUpper(label[0]) ? new SectionLabel("A", 1)
            : default;
    }

    /// <summary>A number, or a Roman one, comes next.</summary>
    private static bool HasNumber(ReadOnlySpan<char> rest)
    {
        var word = LineWords.FirstWord(rest).TrimEnd(".,:;)–-");
        return !word.IsEmpty && (char.IsAsciiDigit(word[0]) || !word.ContainsAnyExcept("IVX") || (word.Length == 1 && char.IsAsciiLetterUpper(word[0])));
    }
}
