using Publisher.Sources.Docx.Flow;

namespace Publisher.Sources.Docx.Looks;

/// <summary>What can be said about characters.</summary>
internal enum MarkKind
{
    /// <summary>Stress.</summary>
    Emphasis,

    /// <summary>Importance.</summary>
    Strong,

    /// <summary>Struck through by the author.</summary>
    Strikethrough,

    /// <summary>Raised.</summary>
    Superscript,

    /// <summary>Lowered.</summary>
    Subscript,

    /// <summary>Code.</summary>
    Code,

    /// <summary>A link.</summary>
    Link,

    /// <summary>Another language.</summary>
    Language,

    /// <summary>The mark of a note; says nothing about the text.</summary>
    NoteReference,
}

/// <summary>One thing that is said about characters.</summary>
/// <param name="Kind">What.</param>
/// <param name="Language">The BCP 47 tag, for a language.</param>
/// <param name="Link">The link, which is another than any that looks alike.</param>
internal readonly record struct Mark(MarkKind Kind, string? Language = null, LinkRange? Link = null);
