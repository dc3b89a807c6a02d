using System.Collections.Immutable;

using Publisher.Editions.Pdf.Structure;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Templates.Styles;
using Publisher.Typesetting;
using Publisher.Typesetting.Flows;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>Turns blocks into flow blocks and their elements.</summary>
/// <param name="composition">What the document's parts share.</param>
/// <param name="parent">The element that the blocks belong to.</param>
/// <param name="bodyRole">The style of running text here: a footnote's, a cell's, the letterhead's.</param>
internal sealed class BlockComposer(CompositionContext composition, StructureNode parent, StyleRole bodyRole = StyleRole.Body)
    : BlockVisitor<ImmutableArray<FlowBlock>>
{
    private const string Bullets = "•–◦";

    private bool _followsBody;
    private int _listDepth;

    public ImmutableArray<FlowBlock> Compose(ValueList<Block> blocks)
    {
        var flow = ImmutableArray.CreateBuilder<FlowBlock>();
        for (var i = 0; i < blocks.Count; i++)
        {
            // No letter goes on at a new page with nothing but its end.
            var isLast = i + 1 < blocks.Count && blocks[i + 1] is Paragraph { Role: ParagraphRole.Valediction };
            var set = blocks[i].Accept(this);
            flow.AddRange(isLast ? KeepLast(set) : set);
            _followsBody = blocks[i] is Paragraph { Role: ParagraphRole.Body or ParagraphRole.Lead };
        }

        return flow.ToImmutable();
    }

    public override ImmutableArray<FlowBlock> VisitHeading(Heading heading)
    {
        var role = StyleSheet.HeadingRole(heading.Level);
        var node = composition.AddHeading(parent, heading);
        var paragraph = Set(heading.Content, node, role) with
        {
            Section = heading.Level == 1 ? PlainText.Of(heading.Content) : null,
        };
        return composition.Frame(role, [paragraph]);
    }

    public override ImmutableArray<FlowBlock> VisitParagraph(Paragraph paragraph)
    {
        var role = paragraph.Role != ParagraphRole.Body ? StyleSheet.RoleOf(paragraph.Role)
            : bodyRole != StyleRole.Body ? bodyRole
            : _followsBody ? StyleRole.BodyFollowing : StyleRole.Body;
        var node = composition.Tree.Add(parent, "P");
        var flow = Set(paragraph.Content, node, role);
        return role == bodyRole && bodyRole != StyleRole.Body ? [flow] : composition.Frame(role, [flow]);
    }

    public override ImmutableArray<FlowBlock> VisitUnorderedList(UnorderedList list)
    {
        var bullet = Bullets[_listDepth % Bullets.Length].ToString();
        return ComposeList(list.Items, _listDepth % 2 == 0 ? "Disc" : "Circle", list.Tight, _ => bullet);
    }

    public override ImmutableArray<FlowBlock> VisitOrderedList(OrderedList list) =>
        ComposeList(list.Items, NumberingName(list.Numbering), list.Tight, i => ListNumber.Format(list, i));

    public override ImmutableArray<FlowBlock> VisitQuote(Quote quote)
    {
        var node = composition.Tree.Add(parent, "BlockQuote");
        var role = bodyRole == StyleRole.Body ? StyleRole.Quote : bodyRole;
        var inner = new BlockComposer(composition, node, role).Compose(quote.Content);
        inner = [.. inner.Select(WithoutIndent)];
        if (quote.Attribution.IsEmpty)
            return [Indented(StyleRole.Quote, composition.Frame(StyleRole.Quote, inner))];

        var attribution = WithoutIndent(Set(quote.Attribution, composition.Tree.Add(node, "P"), StyleRole.Attribution));
        return composition.Styles[StyleRole.Attribution].RuleStart is { } rule && rule == composition.Styles[StyleRole.Quote].RuleStart
            ? [Indented(StyleRole.Quote, composition.Frame(StyleRole.Quote, [.. KeepLast(inner), attribution]))]
            :
            [
                Indented(StyleRole.Quote, composition.Frame(StyleRole.Quote, KeepLast(inner))),
                Indented(StyleRole.Attribution, composition.Frame(StyleRole.Attribution, [attribution]), Spaces.BeforeAttribution(composition.Styles.Sheet)),
            ];
    }

    private FlowGroup Indented(StyleRole role, ImmutableArray<FlowBlock> blocks, Templates.Length more = default)
    {
        var style = composition.Styles[role];
        return new FlowGroup(blocks, new GroupStyle
        {
            IndentStart = StyleBook.Points(style.IndentStart + more),
            IndentEnd = StyleBook.Points(style.IndentEnd),
            SpaceBefore = StyleBook.Points(style.SpaceBefore),
            SpaceAfter = StyleBook.Points(style.SpaceAfter),
        });
    }

    public override ImmutableArray<FlowBlock> VisitTable(Table table) => new TableComposer(composition, parent).Compose(table);

    public override ImmutableArray<FlowBlock> VisitFigure(Figure figure)
    {
        var shown = composition.Pictures.Find(figure.Image);
        var group = figure.Caption.IsEmpty ? parent : composition.Tree.Add(parent, "Div");
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        if (shown is null)
            blocks.AddRange(ComposeMissing(figure.Image, group));
        else
            blocks.Add(ComposePicture(figure, shown, group));
        if (!figure.Caption.IsEmpty)
            blocks.Add(Set(figure.Caption, composition.Tree.Add(group, "Caption"), StyleRole.Caption));
        return blocks.ToImmutable();
    }

    public override ImmutableArray<FlowBlock> VisitCodeBlock(CodeBlock code)
    {
        var paragraph = composition.Tree.Add(parent, "P");
        var slot = composition.Tree.AddSlot(composition.Tree.Add(paragraph, "Code"));
        var style = composition.Styles.Paragraph(StyleRole.CodeBlock, composition.Language);
        var text = composition.Styles.Text(new Look(StyleRole.CodeBlock, ""));
        var runs = ImmutableArray.CreateBuilder<Run>();
        var lines = code.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                runs.Add(new LineEndRun(slot));
            runs.Add(new TextRun(lines[i].Replace("\t", "    ", StringComparison.Ordinal), text, slot));
        }

        return composition.Frame(
            StyleRole.CodeBlock,
            [new FlowParagraph(runs.ToImmutable(), style with { PreserveSpaces = true, Hyphenate = false, HangPunctuation = false })]);
    }

    public override ImmutableArray<FlowBlock> VisitThematicBreak(ThematicBreak thematicBreak)
    {
        var body = composition.Styles[StyleRole.Body];
        return
        [
            new FlowRule(Typesetting.Length.FromPoints(0.5), StyleBook.InkOf(body.Colour))
            {
                Share = 0.2,
                Alignment = Alignment.Center,
                SpaceBefore = StyleBook.Points(body.Leading),
                SpaceAfter = StyleBook.Points(body.Leading),
            },
        ];
    }

    public override ImmutableArray<FlowBlock> VisitPageBreak(PageBreak pageBreak) => [new FlowPageBreak()];

    private FlowParagraph Set(ValueList<Inline> content, StructureNode node, StyleRole role) =>
        new(
            InlineComposer.Compose(composition, content, node, new Look(role, composition.Language)),
            composition.Styles.Paragraph(role, composition.Language));

    private static FlowBlock WithoutIndent(FlowBlock block) => block is FlowParagraph paragraph
        ? paragraph with { Style = paragraph.Style with { IndentStart = default, IndentEnd = default } }
        : block;

    private static ImmutableArray<FlowBlock> KeepLast(ImmutableArray<FlowBlock> blocks) =>
        blocks.Length > 0 && blocks[^1] is FlowParagraph last
            ? blocks.SetItem(blocks.Length - 1, last with { Style = last.Style with { KeepWithNext = true } })
            : blocks;

    private ImmutableArray<FlowBlock> ComposeList(ValueList<ListItem> items, string numbering, bool tight, Func<int, string> label)
    {
        var node = composition.Tree.Add(parent, "L");
        node.Attributes.Add(new StructureAttributes("List", w => w.Key("ListNumbering").Name(numbering)));
        var role = bodyRole == StyleRole.Body ? StyleRole.ListItem : bodyRole;
        var style = composition.Styles[StyleRole.ListItem];
        var look = composition.Styles.Text(new Look(role, composition.Language));
        var widest = Enumerable.Range(0, items.Count).Max(i => label(i).Length);
        var gap = look.Size * 0.45;
        var indent = Typesetting.Length.Max(
            StyleBook.Points(style.IndentStart),
            (look.Size * 0.55 * widest) + gap);
        var between = StyleBook.Points(tight ? style.SpaceAfter : composition.Styles[StyleRole.Body].SpaceAfter);
        var isInner = _listDepth > 0;
        var flow = ImmutableArray.CreateBuilder<FlowBlock>();
        for (var i = 0; i < items.Count; i++)
        {
            // An inner list stands as far from its item's words as items stand from one another.
            var item = ComposeItem(items[i], node, label(i), role, look, new ItemStyle
            {
                Indent = indent,
                Gap = gap,
                SpaceBefore = isInner && i == 0 ? Typesetting.Length.Max(between, StyleBook.Points(style.SpaceBefore)) : StyleBook.Points(style.SpaceBefore),
                SpaceAfter = isInner || i < items.Count - 1 ? between : StyleBook.Points(composition.Styles[StyleRole.Body].SpaceAfter),
            });
            flow.Add(item);
        }

        return bodyRole is StyleRole.Body or StyleRole.ListItem ? composition.Frame(StyleRole.ListItem, flow.ToImmutable()) : flow.ToImmutable();
    }

    private FlowItem ComposeItem(ListItem item, StructureNode list, string label, StyleRole role, TextStyle look, ItemStyle style)
    {
        var node = composition.Tree.Add(list, "LI");
        var slot = composition.Tree.AddSlot(composition.Tree.Add(node, "Lbl"));
        var body = composition.Tree.Add(node, "LBody");
        var inner = new BlockComposer(composition, body, role) { _listDepth = _listDepth + 1 };
        var blocks = inner.Compose(item.Content);
        var paragraph = composition.Styles.Paragraph(role, composition.Language);
        return new FlowItem(
            new FlowParagraph(
                [new TextRun(label, look, slot)],
                paragraph with { Alignment = Alignment.End, IndentStart = default, FirstLineIndent = default, HangPunctuation = false }),
            [.. blocks.Select(b => InItem(b, role))],
            style);
    }

    // The item holds the indent and the outer space; its first paragraph would add them again.
    private FlowBlock InItem(FlowBlock block, StyleRole role) => block is FlowParagraph paragraph
        && ReferenceEquals(paragraph.Style, composition.Styles.Paragraph(role, composition.Language))
        ? paragraph with { Style = composition.ItemParagraph(role) }
        : block;

    private FlowPicture ComposePicture(Figure figure, ShownPicture shown, StructureNode group)
    {
        var slot = StructureId.None;
        if (figure.Image.AlternativeText is not "")
        {
            var node = composition.Tree.Add(group, "Figure");
            node.AlternativeText = figure.Image.AlternativeText;
            slot = composition.Tree.AddSlot(node);
        }

        var space = StyleBook.Points(composition.Styles[StyleRole.Body].Leading);
        return new FlowPicture(
            shown.Picture,
            shown.Width,
            shown.Height,
            slot)
        {
            SpaceBefore = space,
            SpaceAfter = figure.Caption.IsEmpty ? space : space / 2,
            KeepWithNext = !figure.Caption.IsEmpty,
        };
    }

    private ImmutableArray<FlowBlock> ComposeMissing(Image image, StructureNode group)
    {
        var text = composition.Pictures.TextFor(image);
        return text.Length == 0 ? [] : [Set([new Text(text)], composition.Tree.Add(group, "P"), StyleRole.Caption)];
    }

    private static string NumberingName(ListNumbering numbering) => numbering switch
    {
        ListNumbering.Decimal => "Decimal",
        ListNumbering.LowerLetter => "LowerAlpha",
        ListNumbering.UpperLetter => "UpperAlpha",
        ListNumbering.LowerRoman => "LowerRoman",
        _ => "UpperRoman",
    };
}
