namespace Publisher.Templates.Styles;

/// <summary>The roles text plays, each with one style; the same in every edition.</summary>
public enum StyleRole
{
    /// <summary>Running text; every other style inherits from it unless the template says otherwise.</summary>
    Body,

    /// <summary>A paragraph of running text that follows another one.</summary>
    BodyFollowing,

    /// <summary>The first paragraph of a press release.</summary>
    Lead,

    /// <summary>The line above the title, such as the kind of statement.</summary>
    Kicker,

    /// <summary>The title.</summary>
    Title,

    /// <summary>The subtitle.</summary>
    Subtitle,

    /// <summary>The lines below the title: date, reference number, embargo.</summary>
    Byline,

    /// <summary>A heading of the first level below the title.</summary>
    Heading1,

    /// <summary>A heading of the second level.</summary>
    Heading2,

    /// <summary>A heading of the third level.</summary>
    Heading3,

    /// <summary>A heading of the fourth level.</summary>
    Heading4,

    /// <summary>A heading of the fifth level.</summary>
    Heading5,

    /// <summary>A heading of the sixth level.</summary>
    Heading6,

    /// <summary>An item of a list; its start indent holds the mark and counts once per level.</summary>
    ListItem,

    /// <summary>A block quotation.</summary>
    Quote,

    /// <summary>Who is quoted.</summary>
    Attribution,

    /// <summary>The caption of a table or figure.</summary>
    Caption,

    /// <summary>A cell of a table's header row.</summary>
    TableHeader,

    /// <summary>A cell of a table.</summary>
    TableCell,

    /// <summary>A block of code.</summary>
    CodeBlock,

    /// <summary>A footnote's text.</summary>
    Footnote,

    /// <summary>Addresses set apart from the text.</summary>
    LinkReference,

    /// <summary>Place and date.</summary>
    Dateline,

    /// <summary>The address written to.</summary>
    Addressee,

    /// <summary>The salutation of a letter.</summary>
    Salutation,

    /// <summary>The valediction of a letter.</summary>
    Valediction,

    /// <summary>Who signs.</summary>
    Signature,

    /// <summary>Whom to ask.</summary>
    Contact,

    /// <summary>The sender at the top of the first page.</summary>
    Letterhead,

    /// <summary>The running header.</summary>
    Header,

    /// <summary>The running footer.</summary>
    Footer,

    /// <summary>The closing: contact and imprint.</summary>
    Closing,

    /// <summary>The heading over the contents, the notes or the link references.</summary>
    ApparatusHeading,

    /// <summary>An entry of the table of contents.</summary>
    ContentsEntry,

    /// <summary>A link inside a line; only the members that concern characters count.</summary>
    Link,

    /// <summary>Code inside a line; only the members that concern characters count.</summary>
    InlineCode,
}
