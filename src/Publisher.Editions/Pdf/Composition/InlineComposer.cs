using System.Collections.Immutable;

using Publisher.Editions.Pdf.Structure;
using Publisher.Model;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Templates;
using Publisher.Typesetting;
using Publisher.Typesetting.Flows;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>
/// Turns inlines into runs and their elements. Neighbouring text of one element shares a slot; what has a meaning of its own (a link,
/// a note's mark, a foreign word, a picture) gets an element.
/// </summary>
internal sealed class InlineComposer : InlineVisitor<bool>
{
    private readonly CompositionContext _composition;
    private readonly ImmutableArray<Run>.Builder _runs = ImmutableArray.CreateBuilder<Run>();
    private StructureNode? _node;
    private StructureId _slot;
    private Look _look;

    private InlineComposer(CompositionContext composition, StructureNode? node, Look look)
    {
        _composition = composition;
        _node = node;
        _look = look;
    }

    /// <summary>Composes a line of text.</summary>
    /// <param name="composition">What the document's parts share.</param>
    /// <param name="content">The line.</param>
    /// <param name="node">The element it belongs to; null for an artifact.</param>
    /// <param name="look">The look of plain text in it.</param>
    public static ImmutableArray<Run> Compose(CompositionContext composition, ValueList<Inline> content, StructureNode? node, Look look)
    {
        var composer = new InlineComposer(composition, node, look);
        composer.Visit(content);
        return composer._runs.ToImmutable();
    }

    public override bool VisitText(Text text) => Say(text.Value);

    public override bool VisitEmphasis(Emphasis emphasis) =>
        VisitWith(_look with { IsEmphasis = !_look.IsEmphasis }, emphasis.Content);

    public override bool VisitStrong(Strong strong) => VisitWith(_look with { IsStrong = true }, strong.Content);

    public override bool VisitStrikethrough(Strikethrough strikethrough) =>
        VisitWith(_look with { IsStruck = true }, strikethrough.Content);

    public override bool VisitSuperscript(Superscript superscript) => VisitWith(_look with { Script = 1 }, superscript.Content);

    public override bool VisitSubscript(Subscript subscript) => VisitWith(_look with { Script = -1 }, subscript.Content);

    public override bool VisitCode(Code code)
    {
        var before = _look;
        _look = _look with { IsCode = true };
        InElement("Code", () => Say(code.Value));
        _look = before;
        return true;
    }

    public override bool VisitLink(Link link)
    {
        var target = _composition.TargetOf(link);
        if (target is null || _node is null)
            return VisitWith(_look with { IsLink = true }, link.Content);

        InElement("Link", () =>
        {
            _node!.Link = target;
            VisitWith(_look with { IsLink = true }, link.Content);
        });
        return ShowAddress(link);
    }

    // On paper nobody can click: where the template says so, the address is printed, unless the words are the address.
    private bool ShowAddress(Link link)
    {
        var isShown = link.Target.StartsWith('#')
            || PrintedAddress.IsSaidBy(PlainText.Of(link.Content), link.Target);
        if (isShown || _composition.LinksInPrint == LinkDisplay.None)
            return true;
        if (_composition.LinksInPrint == LinkDisplay.Brackets)
            return Say($" ({link.Target})");

        _runs.AddRange(_composition.Notes.ReferToAddress(link.Target, _node, _look with { Script = 1 }));
        _slot = default;
        return true;
    }

    public override bool VisitImage(Image image)
    {
        var text = _look;
        var shown = _composition.Pictures.Find(image);
        if (shown is null)
            return Say(_composition.Pictures.TextFor(image));

        // As high as a capital: a sign among letters.
        var height = _composition.Styles.Text(text).Size * 0.7;
        var run = (StructureId slot) => new PictureRun(shown.Picture, height * shown.AspectRatio, height, slot);
        if (_node is null || image.AlternativeText is "")
        {
            _runs.Add(run(StructureId.None));
            return true;
        }

        InElement("Figure", () =>
        {
            _node!.AlternativeText = image.AlternativeText;
            _runs.Add(run(Slot()));
        });
        return true;
    }

    public override bool VisitLanguageSpan(LanguageSpan span)
    {
        var look = _look with { Language = span.Language };
        if (_node is null)
            return VisitWith(look, span.Content);
        InElement("Span", () =>
        {
            _node!.Language = span.Language;
            VisitWith(look, span.Content);
        });
        return true;
    }

    public override bool VisitLineBreak(LineBreak lineBreak)
    {
        _runs.Add(new LineEndRun(Slot()));
        return true;
    }

    public override bool VisitFootnoteReference(FootnoteReference reference)
    {
        _runs.AddRange(_composition.Notes.Refer(reference, _node, _look with { Script = 1 }));
        _slot = default;
        return true;
    }

    public override bool VisitCorrection(Correction correction) => Say(correction.Replacement);

    public override bool VisitPlaceholder(Placeholder placeholder)
    {
        var kind = placeholder.Kind switch
        {
            PlaceholderKind.Page => ReferenceKind.Page,
            PlaceholderKind.Pages => ReferenceKind.Pages,
            _ => ReferenceKind.Section,
        };
        _runs.Add(new ReferenceRun(new Reference(kind), _composition.Styles.Text(_look), Slot()));
        return true;
    }

    private bool Visit(ValueList<Inline> content)
    {
        foreach (var inline in content)
            inline.Accept(this);
        return true;
    }

    private bool VisitWith(Look look, ValueList<Inline> content)
    {
        var before = _look;
        _look = look;
        Visit(content);
        _look = before;
        return true;
    }

    private bool Say(string text)
    {
        if (text.Length > 0)
            _runs.Add(new TextRun(text, _composition.Styles.Text(_look), Slot()));
        return true;
    }

    private StructureId Slot()
    {
        if (_node is not null && _slot == StructureId.None)
            _slot = _composition.Tree.AddSlot(_node);
        return _slot;
    }

    private void InElement(string type, Action compose)
    {
        if (_node is null)
        {
            compose();
            return;
        }

        var outer = _node;
        _node = _composition.Tree.Add(outer, type);
        _slot = default;
        compose();
        _node = outer;
        _slot = default;
    }
}
