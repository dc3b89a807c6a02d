namespace Publisher.Model.Typography;

/// <summary>What typography must know about one language: data only, read from the table <c>typography.yml</c>.</summary>
/// <param name="Tag">BCP 47 tag, such as <c>de</c> or <c>de-CH</c>.</param>
public sealed record TypographyLanguage(string Tag)
{
    /// <summary>The rules that apply.</summary>
    public ValueList<TypographyRule> Rules { get; init; }

    /// <summary>The quotation marks.</summary>
    public QuotationStyle Quotes { get; init; } = new("“", "”", "‘", "’");

    /// <summary>What stands for a dash between spaces.</summary>
    public string Dash { get; init; } = "–";

    /// <summary>What stands for "--" without spaces; null to leave it with an advice.</summary>
    public string? ClosedDash { get; init; }

    /// <summary>What stands between two numbers for "to".</summary>
    public string Range { get; init; } = "–";

    /// <summary>The space that does not break a line: U+00A0, or U+202F where a house's fonts have it.</summary>
    public string Space { get; init; } = "\u00A0";

    /// <summary>The space inside guillemets and before ; : ! ? where the language has one.</summary>
    public string NarrowSpace { get; init; } = "\u202F";

    /// <summary>What groups the digits of large numbers.</summary>
    public string GroupMark { get; init; } = ".";

    /// <summary>The decimal mark.</summary>
    public char DecimalMark { get; init; } = ',';

    /// <summary>The word behind a time of day, as in "9:00 Uhr"; null if there is none.</summary>
    public string? Clock { get; init; }

    /// <summary>Abbreviations of several parts, as they should be, with plain spaces: <c>z. B.</c></summary>
    public ValueList<string> Abbreviations { get; init; }

    /// <summary>Abbreviations that are one word with one full stop: <c>usw.</c></summary>
    public ValueList<string> ClosedAbbreviations { get; init; }

    /// <summary>Titles before names: <c>Dr.</c></summary>
    public ValueList<string> Titles { get; init; }

    /// <summary>Words before numbers: <c>Nr.</c>, <c>Seite</c>.</summary>
    public ValueList<string> NumberLabels { get; init; }

    /// <summary>Words behind the number of a page or section: <c>ff.</c></summary>
    public ValueList<string> Followers { get; init; }

    /// <summary>Units behind numbers: <c>km</c>, <c>Mio.</c></summary>
    public ValueList<string> Units { get; init; }

    /// <summary>Signs and words of currencies: <c>€</c>, <c>Euro</c>.</summary>
    public ValueList<string> Currencies { get; init; }

    /// <summary>Names of months.</summary>
    public ValueList<string> Months { get; init; }

    /// <summary>Short words that may begin with an apostrophe, without it: <c>s</c>, <c>ne</c>.</summary>
    public ValueList<string> Elisions { get; init; }

    /// <summary>Letters in which a word may end before an apostrophe: <c>s</c>, <c>ß</c>.</summary>
    public ValueList<string> ApostropheEndings { get; init; }

    /// <summary>First parts of compounds whose second part may be left out: <c>Vor</c>, <c>Ein</c>.</summary>
    public ValueList<string> HangingParts { get; init; }

    /// <summary>Words that join such parts: <c>und</c>, <c>oder</c>.</summary>
    public ValueList<string> HangingWords { get; init; }

    /// <summary>Words that mean "from" before a range: <c>von</c>.</summary>
    public ValueList<string> FromWords { get; init; }

    /// <summary>Words behind a number and its unit that make a compound with them: <c>Hürde</c>.</summary>
    public ValueList<string> CompoundHeads { get; init; }

    /// <summary>Words behind an ampersand that show the name of a firm: <c>Söhne</c>.</summary>
    public ValueList<string> CompanyMarks { get; init; }

    /// <summary>Words before a telephone number.</summary>
    public ValueList<string> TelephoneLabels { get; init; }

    /// <summary>Words that take no apostrophe before their s, in lower case: <c>montag</c>.</summary>
    public ValueList<string> GenitiveStems { get; init; }

    /// <summary>Words in capitals that have an SS for ß.</summary>
    public ValueList<string> SharpSWords { get; init; }
}

/// <summary>A language's quotation marks.</summary>
/// <param name="Open">Opens a quotation.</param>
/// <param name="Close">Closes it.</param>
/// <param name="InnerOpen">Opens a quotation inside one, and one that the source marks with single marks.</param>
/// <param name="InnerClose">Closes it.</param>
public sealed record QuotationStyle(string Open, string Close, string InnerOpen, string InnerClose);
