using System.Collections.Immutable;

using Publisher.Editions.Pdf.Structure;
using Publisher.Templates.Labels;
using Publisher.Templates.Styles;
using Publisher.Typesetting;
using Publisher.Typesetting.Flows;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>
/// Composes the table of contents. It takes its place in the tree when it is made and its entries when the headings are known.
/// </summary>
internal sealed class ContentsComposer(CompositionContext composition)
{
    // Of the measure, so that long titles break before they reach the numbers.
    private const double TitleShare = 0.9;

    private readonly StructureNode _section = composition.Tree.Add(composition.Tree.Root, "Sect");
    private readonly int _before = composition.Outline.Count;

    public ImmutableArray<FlowBlock> Compose()
    {
        var entries = composition.Outline.Skip(_before).ToArray();
        if (entries.Length == 0)
            return [];

        var heading = composition.Tree.AddSlot(composition.Tree.Add(_section, "P"));
        var look = composition.Styles.Text(new Look(StyleRole.ApparatusHeading, composition.Language));
        var contents = composition.Tree.Add(_section, "TOC");
        var top = entries.Min(e => e.Level);
        return
        [
            new FlowParagraph(
                [new TextRun(composition.Locale[Label.Contents], look, heading)],
                composition.Styles.Paragraph(StyleRole.ApparatusHeading, composition.Language)),
            new FlowTable(
                [new FlowColumn(TitleShare), new FlowColumn(1 - TitleShare)],
                [],
                [.. entries.Select(e => ComposeEntry(e, contents, e.Level - top))],
                new TableStyle { SpaceAfter = StyleBook.Points(composition.Styles[StyleRole.Body].Leading) }),
        ];
    }

    private FlowRow ComposeEntry(OutlineEntry entry, StructureNode contents, int depth)
    {
        var reference = composition.Tree.Add(composition.Tree.Add(contents, "TOCI"), "Reference");
        var link = composition.Tree.Add(reference, "Link");
        link.Link = new LinkTarget(null, entry.Node, entry.Title);
        var slot = composition.Tree.AddSlot(link);
        var look = composition.Styles.Text(new Look(StyleRole.ContentsEntry, composition.Language));
        var style = composition.Styles.Paragraph(StyleRole.ContentsEntry, composition.Language);
        var title = new FlowParagraph(
            [new TextRun(entry.Title + " ", look, slot)],
            style with { IndentStart = style.IndentStart + (look.Size * 1.5 * depth) });
        var page = new FlowParagraph(
            [new ReferenceRun(new Reference(ReferenceKind.PageOf, FirstSlot(entry.Node)), look, slot)],
            style with { Alignment = Alignment.End });
        return new FlowRow([new FlowCell([title], 1, 1, StructureId.None), new FlowCell([page], 1, 1, StructureId.None)]);
    }

    private static StructureId FirstSlot(StructureNode node)
    {
        foreach (var child in node.Children)
        {
            var slot = child.Node is null ? child.Slot : FirstSlot(child.Node);
            if (slot != StructureId.None)
                return slot;
        }

        return StructureId.None;
    }
}
