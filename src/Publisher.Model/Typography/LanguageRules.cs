namespace Publisher.Model.Typography;

/// <summary>A language's table made ready for look-up.</summary>
internal sealed class LanguageRules
{
    private readonly ulong _rules;

    public LanguageRules(TypographyLanguage table, bool noBreakSpaces)
    {
        Table = table;
        NoBreakSpaces = noBreakSpaces;
        foreach (var rule in table.Rules)
        {
            _rules |= 1UL << (int)rule;
        }

        Abbreviations = ByFirstPart(table.Abbreviations.Select(PartsOf));
        ClosedAbbreviations = ByFirstPart(table.ClosedAbbreviations.Select(a => a.TrimEnd('.').Select(c => c.ToString()).ToArray()));
        KnownAbbreviations = Words(table.ClosedAbbreviations.Concat(table.Abbreviations.Select(a => PartsOf(a)[^1])).Select(a => a.TrimEnd('.')));
        Titles = Words(table.Titles.Select(t => t.TrimEnd('.')));
        DottedLabels = Words(table.NumberLabels.Where(l => l.EndsWith('.')).Select(l => l.TrimEnd('.')));
        PlainLabels = Words(table.NumberLabels.Where(l => !l.EndsWith('.')));
        Followers = Words(table.Followers);
        Units = Words(table.Units);
        Currencies = Words(table.Currencies);
        Months = Words(table.Months);
        Elisions = Words(table.Elisions);
        HangingParts = Words(table.HangingParts);
        HangingWords = Words(table.HangingWords);
        FromWords = Words(table.FromWords);
        CompoundHeads = Words(table.CompoundHeads);
        CompanyMarks = Words(table.CompanyMarks);
        TelephoneLabels = Words(table.TelephoneLabels);
        GenitiveStems = Words(table.GenitiveStems);
    }

    public TypographyLanguage Table { get; }

    public bool NoBreakSpaces { get; }

    /// <summary>Parts of abbreviations by their first part in lower case, longest abbreviation first.</summary>
    public Dictionary<string, string[][]>.AlternateLookup<ReadOnlySpan<char>> Abbreviations { get; }

    public Dictionary<string, string[][]>.AlternateLookup<ReadOnlySpan<char>> ClosedAbbreviations { get; }

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> KnownAbbreviations { get; }

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles { get; }

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> DottedLabels { get; }

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PlainLabels { get; }

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Followers { get; }

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Units { get; }

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Currencies { get; }

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Months { get; }

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Elisions { get; }

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> HangingParts { get; }

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> HangingWords { get; }

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FromWords { get; }

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> CompoundHeads { get; }

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> CompanyMarks { get; }

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> TelephoneLabels { get; }

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> GenitiveStems { get; }

    public bool Has(TypographyRule rule) => (_rules >> (int)rule & 1) != 0;

    private static string[] PartsOf(string abbreviation) => abbreviation.Split(['.', ' '], StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, string[][]>.AlternateLookup<ReadOnlySpan<char>> ByFirstPart(IEnumerable<string[]> abbreviations) => abbreviations
        .Where(parts => parts.Length > 1)
        .GroupBy(parts => parts[0], StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.OrderByDescending(parts => parts.Length).ToArray(), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(IEnumerable<string> words) =>
        words.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
