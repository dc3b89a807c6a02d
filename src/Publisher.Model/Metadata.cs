using Publisher.Model.Inlines;

namespace Publisher.Model;

/// <summary>
/// What is known about a statement. Nothing here is guessed: a fact that the source, its front matter or its side-car does not
/// state is null or empty.
/// </summary>
public sealed record Metadata
{
    /// <summary>Nothing known.</summary>
    public static Metadata Empty { get; } = new();

    /// <summary>The title as it stands in the source or the front matter; empty if there is none.</summary>
    public ValueList<Inline> Title { get; init; }

    /// <summary>The subtitle; empty if there is none.</summary>
    public ValueList<Inline> Subtitle { get; init; }

    /// <summary>What kind of statement it is; null if not stated.</summary>
    public StatementKind? Kind { get; init; }

    /// <summary>Language of the text as a BCP 47 tag such as <c>de</c> or <c>de-CH</c>; never empty, <c>und</c> if not known.</summary>
    public string Language { get; init; } = "und";

    /// <summary>The organisation that speaks.</summary>
    public string? Organisation { get; init; }

    /// <summary>The people who sign, in order.</summary>
    public ValueList<string> Authors { get; init; }

    /// <summary>To whom it is addressed, a line an element.</summary>
    public ValueList<string> Addressee { get; init; }

    /// <summary>The place in a dateline.</summary>
    public string? Place { get; init; }

    /// <summary>The date of the statement.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Whom the press may ask.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Local time before which nothing may be published (German "Sperrfrist").</summary>
    public DateTime? Embargo { get; init; }

    /// <summary>The sender's own number, such as "47/2026" or a file number.</summary>
    public string? ReferenceNumber { get; init; }

    /// <summary>A summary in a few sentences, plain text.</summary>
    public string? Summary { get; init; }

    /// <summary>Keywords in the order given.</summary>
    public ValueList<string> Keywords { get; init; }

    /// <summary>Version of a draft, such as "0.3".</summary>
    public string? Version { get; init; }

    /// <summary>Where the statement stands on the web (its canonical address).</summary>
    public string? WebAddress { get; init; }

    /// <summary>The same statement in other languages.</summary>
    public ValueList<Translation> Translations { get; init; }

    /// <summary>Abbreviations and what they stand for.</summary>
    public ValueList<Abbreviation> Abbreviations { get; init; }

    /// <summary>True to leave quotation marks, dashes and spaces as the author set them, whatever the template says.</summary>
    public bool KeepsTypography { get; init; }
}

/// <summary>Whom to ask about a statement.</summary>
public sealed record Contact
{
    /// <summary>Name of a person or an office.</summary>
    public string? Name { get; init; }

    /// <summary>Role of that person.</summary>
    public string? Role { get; init; }

    /// <summary>Telephone number as written.</summary>
    public string? Telephone { get; init; }

    /// <summary>E-mail address without a scheme.</summary>
    public string? Email { get; init; }

    /// <summary>Web address.</summary>
    public string? Web { get; init; }

    /// <summary>Postal address, a line an element.</summary>
    public ValueList<string> Address { get; init; }
}

/// <summary>The same statement in another language.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="WebAddress">Where it stands.</param>
public sealed record Translation(string Language, string WebAddress);

/// <summary>An abbreviation and what it stands for.</summary>
/// <param name="Short">As it stands in the text.</param>
/// <param name="Long">In full.</param>
public sealed record Abbreviation(string Short, string Long);

/// <summary>The kinds of statement the tool knows conventions for.</summary>
public enum StatementKind
{
    /// <summary>Stellungnahme.</summary>
    Statement,

    /// <summary>Pressemitteilung.</summary>
    PressRelease,

    /// <summary>Offener Brief.</summary>
    OpenLetter,

    /// <summary>Positionspapier.</summary>
    PositionPaper,

    /// <summary>Handout in large print.</summary>
    Handout,
}
