namespace Publisher.Model.Typography;

/// <summary>
/// The rules of typography. Each has a name that templates use (<see cref="TypographyRules.NameOf"/>): the words in lower case with
/// hyphens, such as <c>full-stop</c>. Which of them apply to a language, its table says.
/// </summary>
public enum TypographyRule
{
    /// <summary>Straight and wrong quotation marks become the language's pairs, inner ones too.</summary>
    Quotes,

    /// <summary>A no-break space inside guillemets (French).</summary>
    GuillemetSpace,

    /// <summary>' and ´ inside a word become an apostrophe.</summary>
    Apostrophe,

    /// <summary>Minutes and seconds of an angle: 52° 31′ 12″.</summary>
    Prime,

    /// <summary>A hyphen between spaces becomes a dash, which does not begin a line.</summary>
    Dash,

    /// <summary>No space between a dash and the comma behind it.</summary>
    DashComma,

    /// <summary>A hyphen between numbers that mean "from … to" becomes a dash.</summary>
    Range,

    /// <summary>"Vor - und Nachteile": the hyphen stands for a part of the word.</summary>
    HangingHyphen,

    /// <summary>"z.B." and its like get no-break spaces between their parts.</summary>
    Abbreviation,

    /// <summary>"u. s. w." and its like are one word.</summary>
    ClosedAbbreviation,

    /// <summary>One full stop behind an abbreviation, not two.</summary>
    FullStop,

    /// <summary>A no-break space behind a section sign and between the parts of a citation of law.</summary>
    Section,

    /// <summary>A no-break space between "Nr.", "S.", "Anlage" and so on and their number.</summary>
    NumberLabel,

    /// <summary>A no-break space before a percent sign.</summary>
    Percent,

    /// <summary>A no-break space between a number and its unit, currency or "Mio.".</summary>
    Unit,

    /// <summary>Numbers of five digits and more before a unit are grouped.</summary>
    Grouping,

    /// <summary>The decimal mark of an amount of money.</summary>
    Money,

    /// <summary>No-break spaces inside a date.</summary>
    Date,

    /// <summary>Hours and minutes: 9:00 Uhr.</summary>
    Time,

    /// <summary>90er, not 90-er.</summary>
    Decade,

    /// <summary>No-break spaces behind titles and between initials.</summary>
    Title,

    /// <summary>Three full stops become one ellipsis.</summary>
    Ellipsis,

    /// <summary>An ellipsis typed as three full stops at the end of a whole word gets a space before it.</summary>
    EllipsisSpace,

    /// <summary>Telephone numbers are grouped by spaces.</summary>
    Telephone,

    /// <summary>An IBAN is shown in groups of four.</summary>
    Iban,

    /// <summary>One space, not two; none before a comma.</summary>
    Spaces,

    /// <summary>A narrow no-break space before ; : ! ? (French).</summary>
    PunctuationSpace,

    /// <summary>A letter and its diacritic are one character.</summary>
    Composition,

    /// <summary>Ligature characters are written as their letters.</summary>
    Ligature,

    /// <summary>Soft hyphens are layout and leave the text.</summary>
    SoftHyphen,

    /// <summary>Advice: a quotation mark has no partner.</summary>
    UnpairedQuote,

    /// <summary>Advice: a hyphen may be meant as a dash.</summary>
    AmbiguousHyphen,

    /// <summary>Advice: full stops before and behind a closing quotation mark.</summary>
    QuoteStop,

    /// <summary>Advice: an apostrophe where German has none.</summary>
    GenitiveApostrophe,

    /// <summary>Advice: "von 9–12" mixes a word and a dash.</summary>
    FromTo,

    /// <summary>Advice: a section sign without a number.</summary>
    SectionWord,

    /// <summary>Advice: the currency stands before the amount.</summary>
    CurrencyOrder,

    /// <summary>Advice: a hyphen for a minus sign.</summary>
    Minus,

    /// <summary>Advice: an x for a times sign.</summary>
    Times,

    /// <summary>Advice: a short date without leading zeros or with a year of two digits.</summary>
    ShortDate,

    /// <summary>Advice: "3te" for "3.".</summary>
    Ordinal,

    /// <summary>Advice: (...) for an omission.</summary>
    Omission,

    /// <summary>Advice: spaces round a slash.</summary>
    Slash,

    /// <summary>Advice: an ampersand outside a name.</summary>
    Ampersand,

    /// <summary>Advice: SS in capitals where ẞ may be meant.</summary>
    SharpS,

    /// <summary>Advice: a gender sign, for houses that write otherwise.</summary>
    GenderSign,

    /// <summary>Advice: a compound with a number wants hyphens.</summary>
    Compound,

    /// <summary>Advice: no space between two sentences.</summary>
    SentenceSpace,
}
