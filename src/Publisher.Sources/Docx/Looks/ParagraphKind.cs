namespace Publisher.Sources.Docx.Looks;

/// <summary>What a paragraph's style makes of it.</summary>
internal enum ParagraphKind
{
    /// <summary>Running text; list items too, which their numbering tells.</summary>
    Body,

    /// <summary>The title.</summary>
    Title,

    /// <summary>The subtitle.</summary>
    Subtitle,

    /// <summary>A heading of a level.</summary>
    Heading,

    /// <summary>A paragraph that plays a part in a letter or a press release.</summary>
    Role,

    /// <summary>A quotation.</summary>
    Quote,

    /// <summary>Who said what is quoted above.</summary>
    Attribution,

    /// <summary>A further paragraph of a list item, of a level.</summary>
    ListContinue,

    /// <summary>The caption of the figure above, or of the table below.</summary>
    Caption,

    /// <summary>The caption of the table below.</summary>
    TableCaption,

    /// <summary>Nothing but a picture.</summary>
    Figure,

    /// <summary>Lines of code.</summary>
    Code,

    /// <summary>A break in the thought.</summary>
    ThematicBreak,

    /// <summary>A page break.</summary>
    PageBreak,

    /// <summary>A line of the table of contents, which editions make anew.</summary>
    Contents,

    /// <summary>Text of the template.</summary>
    Furniture,

    /// <summary>An address that an extraction dropped.</summary>
    LinkReference,

    /// <summary>What the tool removed between blocks, shown as deleted.</summary>
    RemovedText,
}
