using Publisher.Model;
using Publisher.Model.Inlines;

namespace Publisher.Templates.Surroundings;

/// <summary>
/// A line of the statement repeated outside it: as it stands now, without note marks, links and images, which belong to one place only.
/// </summary>
internal sealed class Quotation : InlineVisitor<ValueList<Inline>>
{
    private static readonly Quotation Instance = new();

    private Quotation()
    {
    }

    /// <summary>The repeated line.</summary>
    public static ValueList<Inline> Of(ValueList<Inline> line) => line.SelectMany(inline => inline.Accept(Instance)).ToValueList();

    public override ValueList<Inline> VisitText(Text text) => [text];

    public override ValueList<Inline> VisitEmphasis(Emphasis emphasis) => [emphasis with { Content = Of(emphasis.Content) }];

    public override ValueList<Inline> VisitStrong(Strong strong) => [strong with { Content = Of(strong.Content) }];

    public override ValueList<Inline> VisitStrikethrough(Strikethrough strikethrough) =>
        [strikethrough with { Content = Of(strikethrough.Content) }];

    public override ValueList<Inline> VisitSuperscript(Superscript superscript) => [superscript with { Content = Of(superscript.Content) }];

    public override ValueList<Inline> VisitSubscript(Subscript subscript) => [subscript with { Content = Of(subscript.Content) }];

    public override ValueList<Inline> VisitCode(Code code) => [code];

    public override ValueList<Inline> VisitLink(Link link) => Of(link.Content);

    public override ValueList<Inline> VisitImage(Image image) => [];

    public override ValueList<Inline> VisitLanguageSpan(LanguageSpan span) => [span with { Content = Of(span.Content) }];

    public override ValueList<Inline> VisitLineBreak(LineBreak lineBreak) => [new Text(" ")];

    public override ValueList<Inline> VisitFootnoteReference(FootnoteReference reference) => [];

    public override ValueList<Inline> VisitCorrection(Correction correction) =>
        correction.Replacement.Length == 0 ? [] : [new Text(correction.Replacement)];

    public override ValueList<Inline> VisitPlaceholder(Placeholder placeholder) => [];
}
