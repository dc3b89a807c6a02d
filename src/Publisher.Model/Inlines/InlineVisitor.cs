namespace Publisher.Model.Inlines;

/// <summary>
/// One method for each kind of inline. A new kind is a new abstract method, so that every edition stops building until it can show it.
/// </summary>
public abstract class InlineVisitor<T>
{
    /// <summary>Visits characters.</summary>
    public abstract T VisitText(Text text);

    /// <summary>Visits stressed text.</summary>
    public abstract T VisitEmphasis(Emphasis emphasis);

    /// <summary>Visits important text.</summary>
    public abstract T VisitStrong(Strong strong);

    /// <summary>Visits struck text.</summary>
    public abstract T VisitStrikethrough(Strikethrough strikethrough);

    /// <summary>Visits raised text.</summary>
    public abstract T VisitSuperscript(Superscript superscript);

    /// <summary>Visits lowered text.</summary>
    public abstract T VisitSubscript(Subscript subscript);

    /// <summary>Visits code.</summary>
    public abstract T VisitCode(Code code);

    /// <summary>Visits a link.</summary>
    public abstract T VisitLink(Link link);

    /// <summary>Visits an image in a line.</summary>
    public abstract T VisitImage(Image image);

    /// <summary>Visits text in another language.</summary>
    public abstract T VisitLanguageSpan(LanguageSpan span);

    /// <summary>Visits a line end.</summary>
    public abstract T VisitLineBreak(LineBreak lineBreak);

    /// <summary>Visits a footnote's mark.</summary>
    public abstract T VisitFootnoteReference(FootnoteReference reference);

    /// <summary>Visits a correction.</summary>
    public abstract T VisitCorrection(Correction correction);

    /// <summary>Visits a placeholder.</summary>
    public abstract T VisitPlaceholder(Placeholder placeholder);
}
