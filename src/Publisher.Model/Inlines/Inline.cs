namespace Publisher.Model.Inlines;

/// <summary>A part of a line: one of the sealed records below, and no other. Consume it with an <see cref="InlineVisitor{T}"/>.</summary>
public abstract record Inline : Node
{
    private protected Inline()
    {
    }

    /// <summary>Calls the visitor's method for this kind of inline.</summary>
    public abstract T Accept<T>(InlineVisitor<T> visitor);
}

/// <summary>Characters as the reader sees them.</summary>
/// <param name="Value">NFC, without control characters; white space inside a line only.</param>
public sealed record Text(string Value) : Inline
{
    /// <inheritdoc/>
    public override T Accept<T>(InlineVisitor<T> visitor) => visitor.VisitText(this);
}

/// <summary>Stressed text, usually italic.</summary>
/// <param name="Content">What is stressed.</param>
public sealed record Emphasis(ValueList<Inline> Content) : Inline
{
    /// <inheritdoc/>
    public override T Accept<T>(InlineVisitor<T> visitor) => visitor.VisitEmphasis(this);
}

/// <summary>Important text, usually bold.</summary>
/// <param name="Content">What is important.</param>
public sealed record Strong(ValueList<Inline> Content) : Inline
{
    /// <inheritdoc/>
    public override T Accept<T>(InlineVisitor<T> visitor) => visitor.VisitStrong(this);
}

/// <summary>Text that no longer holds, struck through by its author.</summary>
/// <param name="Content">What is struck through.</param>
public sealed record Strikethrough(ValueList<Inline> Content) : Inline
{
    /// <inheritdoc/>
    public override T Accept<T>(InlineVisitor<T> visitor) => visitor.VisitStrikethrough(this);
}

/// <summary>Raised text, as in m².</summary>
/// <param name="Content">What is raised.</param>
public sealed record Superscript(ValueList<Inline> Content) : Inline
{
    /// <inheritdoc/>
    public override T Accept<T>(InlineVisitor<T> visitor) => visitor.VisitSuperscript(this);
}

/// <summary>Lowered text, as in CO₂.</summary>
/// <param name="Content">What is lowered.</param>
public sealed record Subscript(ValueList<Inline> Content) : Inline
{
    /// <inheritdoc/>
    public override T Accept<T>(InlineVisitor<T> visitor) => visitor.VisitSubscript(this);
}

/// <summary>Code inside a line.</summary>
/// <param name="Value">As it stands; never hyphenated, never corrected.</param>
public sealed record Code(string Value) : Inline
{
    /// <inheritdoc/>
    public override T Accept<T>(InlineVisitor<T> visitor) => visitor.VisitCode(this);
}

/// <summary>A link.</summary>
/// <param name="Target">Absolute address with its scheme, or <c>#</c> and the <see cref="Blocks.Heading.Id"/> of a heading.</param>
/// <param name="Content">The text of the link; never empty.</param>
/// <param name="Title">Where it leads, in words; null if not stated.</param>
public sealed record Link(string Target, ValueList<Inline> Content, string? Title = null) : Inline
{
    /// <inheritdoc/>
    public override T Accept<T>(InlineVisitor<T> visitor) => visitor.VisitLink(this);
}

/// <summary>An image: inside a line, or the content of a <see cref="Blocks.Figure"/>.</summary>
/// <param name="Source">Name of a <see cref="Resource"/>; if the document has none of that name, the alternative text is shown.</param>
/// <param name="AlternativeText">What it shows, in words; empty if decorative; null if not stated, which is a defect to report.</param>
public sealed record Image(string Source, string? AlternativeText) : Inline
{
    /// <inheritdoc/>
    public override T Accept<T>(InlineVisitor<T> visitor) => visitor.VisitImage(this);
}

/// <summary>Text in another language than what surrounds it.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Content">The text.</param>
public sealed record LanguageSpan(string Language, ValueList<Inline> Content) : Inline
{
    /// <inheritdoc/>
    public override T Accept<T>(InlineVisitor<T> visitor) => visitor.VisitLanguageSpan(this);
}

/// <summary>A line end that belongs to the text, as in an address.</summary>
public sealed record LineBreak : Inline
{
    /// <inheritdoc/>
    public override T Accept<T>(InlineVisitor<T> visitor) => visitor.VisitLineBreak(this);
}

/// <summary>The mark of a footnote.</summary>
/// <param name="Id">The <see cref="Footnote.Id"/> of a note of the document.</param>
public sealed record FootnoteReference(string Id) : Inline
{
    /// <inheritdoc/>
    public override T Accept<T>(InlineVisitor<T> visitor) => visitor.VisitFootnoteReference(this);
}

/// <summary>
/// A place where the tool changed what the source said. The reader of a PDF or HTML edition sees the replacement, the editor of a
/// Word draft a tracked change.
/// </summary>
/// <param name="Original">What the source said; may be empty, and may hold line ends.</param>
/// <param name="Replacement">What stands there now; may be empty.</param>
/// <param name="Rule">Id of the rule that changed it, see <see cref="Corrections.CorrectionRules"/>.</param>
public sealed record Correction(string Original, string Replacement, string Rule) : Inline
{
    /// <inheritdoc/>
    public override T Accept<T>(InlineVisitor<T> visitor) => visitor.VisitCorrection(this);
}

/// <summary>A value that an edition fills in, in the surrounding text of a template only.</summary>
/// <param name="Kind">Which value.</param>
public sealed record Placeholder(PlaceholderKind Kind) : Inline
{
    /// <inheritdoc/>
    public override T Accept<T>(InlineVisitor<T> visitor) => visitor.VisitPlaceholder(this);
}

/// <summary>What a <see cref="Placeholder"/> stands for.</summary>
public enum PlaceholderKind
{
    /// <summary>Number of the page.</summary>
    Page,

    /// <summary>Number of pages.</summary>
    Pages,

    /// <summary>The last heading of the first level before the end of the page.</summary>
    Section,
}
