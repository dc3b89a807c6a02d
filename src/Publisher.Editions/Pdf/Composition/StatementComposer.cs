using System.Collections.Immutable;

using Publisher.Model;
using Publisher.Model.Inlines;
using Publisher.Templates.Labels;
using Publisher.Templates.Styles;
using Publisher.Templates.Surroundings;
using Publisher.Typesetting.Flows;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>Composes a statement in its order of reading: title, text, notes nobody refers to, link references, closing.</summary>
internal sealed class StatementComposer(CompositionContext composition, Document document, Surround surround)
{
    public ImmutableArray<FlowBlock> Compose() =>
    [
        .. ComposeTitle(),
        .. new BlockComposer(composition, composition.Tree.Root).Compose(document.Blocks),
        .. composition.Notes.Unreferred(),
        .. ComposeLinkReferences(),
        .. ComposeClosing(),
    ];

    private ImmutableArray<FlowBlock> ComposeTitle()
    {
        var title = surround.TitleBlock;
        var root = composition.Tree.Root;
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        blocks.AddRange(new BlockComposer(composition, root, StyleRole.Kicker).Compose(title.Before));
        if (!title.Title.IsEmpty)
            blocks.AddRange(Set(title.Title, composition.AddTitle(root, title.Title), StyleRole.Title));
        if (!title.Subtitle.IsEmpty)
            blocks.AddRange(Set(title.Subtitle, composition.Tree.Add(root, "P"), StyleRole.Subtitle));
        blocks.AddRange(new BlockComposer(composition, root, StyleRole.Byline).Compose(title.After));
        return blocks.ToImmutable();
    }

    private ImmutableArray<FlowBlock> ComposeLinkReferences()
    {
        if (document.LinkReferences.IsEmpty)
            return [];

        var section = composition.Tree.Add(composition.Tree.Root, "Sect");
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        blocks.AddRange(Set(
            [new Text(composition.Locale[Label.LinkReferences])],
            composition.Tree.Add(section, "P"),
            StyleRole.ApparatusHeading));
        foreach (var reference in document.LinkReferences)
        {
            var content = new List<Inline>();
            if (reference.Page > 0)
                content.Add(new Text(composition.Locale.Format(Label.LinkReferencePage, reference.Page) + " "));
            content.Add(new Link(reference.Target, [new Text(reference.Target)]));
            blocks.AddRange(Set([.. content], composition.Tree.Add(section, "P"), StyleRole.LinkReference));
        }

        return blocks.ToImmutable();
    }

    private ImmutableArray<FlowBlock> ComposeClosing()
    {
        if (surround.Closing.IsEmpty)
            return [];
        var section = composition.Tree.Add(composition.Tree.Root, "Sect");
        return composition.Frame(
            StyleRole.Closing,
            new BlockComposer(composition, section, StyleRole.Closing).Compose(surround.Closing));
    }

    private ImmutableArray<FlowBlock> Set(ValueList<Inline> content, Structure.StructureNode node, StyleRole role) =>
        composition.Frame(role,
        [
            new FlowParagraph(
                InlineComposer.Compose(composition, content, node, new Look(role, composition.Language)),
                composition.Styles.Paragraph(role, composition.Language)),
        ]);
}
