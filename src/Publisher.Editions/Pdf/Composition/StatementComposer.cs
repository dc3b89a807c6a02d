using System.Collections.Immutable;

using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Templates;
using Publisher.Templates.Labels;
using Publisher.Templates.Styles;
using Publisher.Templates.Surroundings;
using Publisher.Typesetting.Flows;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>Composes a statement in its order of reading: title, text, notes nobody refers to, link references, closing.</summary>
internal sealed class StatementComposer(CompositionContext composition, Document document, Surround surround)
{
    // Telephones read modules of half a millimetre at arm's length.
    private static readonly Typesetting.Length QrCodeSize = Typesetting.Length.FromMillimetres(24);

    /// <summary>Composes everything: what opens the page, across its columns if it has several, and the text.</summary>
    /// <param name="edition">What the edition shows.</param>
    public (ImmutableArray<FlowBlock> Opening, ImmutableArray<FlowBlock> Text) Compose(EditionSpec edition)
    {
        var isWindowed = edition.Page.AddressField is not null;
        var address = ComposeAddressField(isWindowed);
        var title = ComposeTitle();
        var ownAddress = isWindowed ? LetterAddress.LeadingBlocks(document) : 0;
        var text = new BlockComposer(composition, composition.Tree.Root);
        var addressee = ownAddress == 0 ? [] : InWindow(text.Compose(document.Blocks.Take(ownAddress).ToValueList()), withReturnLine: surround.AddressField.IsEmpty);
        var contents = edition.Contents ? new ContentsComposer(composition) : null;
        var rest = text.Compose(document.Blocks.Skip(ownAddress).ToValueList());
        return (
            [.. address, .. title],
            [
                .. addressee,
                .. contents?.Compose() ?? [],
                .. rest,
                .. composition.Notes.Unreferred(),
                .. ComposeLinkReferences(),
                .. ComposeClosing(),
                .. edition.QrCode ? ComposeQrCode() : [],
            ]);
    }

    private ImmutableArray<FlowBlock> ComposeAddressField(bool isWindowed)
    {
        if (surround.AddressField.IsEmpty)
            return [];
        var blocks = ComposeAround(surround.AddressField, StyleRole.Addressee);
        return isWindowed ? InWindow(blocks, withReturnLine: true) : blocks;
    }

    private ImmutableArray<FlowBlock> InWindow(ImmutableArray<FlowBlock> blocks, bool withReturnLine) =>
        [new FlowWindow(withReturnLine && !surround.ReturnLine.IsEmpty ? ComposeReturnLine() : null, blocks)];

    private FlowParagraph ComposeReturnLine() => new(
        InlineComposer.Compose(composition, surround.ReturnLine, null, new Look(StyleRole.Footer, composition.Language)),
        composition.Styles.Paragraph(StyleRole.Footer, composition.Language) with
        {
            Alignment = Alignment.Start,
            SpaceBefore = default,
            SpaceAfter = Typesetting.Length.FromMillimetres(1),
            Hyphenate = false,
        });

    private ImmutableArray<FlowBlock> ComposeTitle()
    {
        var title = surround.TitleBlock;
        var root = composition.Tree.Root;
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        blocks.AddRange(ComposeAround(title.Before, StyleRole.Kicker));
        if (!title.Title.IsEmpty)
            blocks.AddRange(Set(title.Title, composition.AddTitle(root, title.Title), StyleRole.Title));
        if (!title.Subtitle.IsEmpty)
            blocks.AddRange(Set(title.Subtitle, composition.Tree.Add(root, "P"), StyleRole.Subtitle));
        blocks.AddRange(ComposeAround(title.After, StyleRole.Byline));
        return blocks.ToImmutable();
    }

    // The lines above and below the title are the template's; a section of their own keeps them apart from the text.
    private ImmutableArray<FlowBlock> ComposeAround(ValueList<Block> blocks, StyleRole role) => blocks.IsEmpty
        ? []
        : new BlockComposer(composition, composition.Tree.Add(composition.Tree.Root, "Sect"), role).Compose(blocks);

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
            var content = new List<Inline> { new Link(reference.Target, [new Text(reference.Target)]) };
            if (reference.Page > 0)
                content.Add(new Text($" ({composition.Locale.Format(Label.LinkReferencePage, reference.Page)})"));
            blocks.AddRange(Set([.. content], composition.Tree.Add(section, "P"), StyleRole.LinkReference));
        }

        return blocks.ToImmutable();
    }

    private ImmutableArray<FlowBlock> ComposeClosing()
    {
        if (surround.Closing.IsEmpty)
            return [];
        var section = composition.Tree.Add(composition.Tree.Root, "Sect");
        var blocks = new BlockComposer(composition, section, StyleRole.Closing).Compose(surround.Closing);
        var framed = composition.Frame(StyleRole.Closing, [.. blocks.Select((block, i) => i == 0 ? block : WithoutSpaceBefore(block))]);
        return composition.Styles[StyleRole.Closing].KeepTogether ? [new FlowGroup(framed, new GroupStyle { KeepTogether = true })] : framed;
    }

    // The space before parts the closing from the text, not its paragraphs from one another.
    private static FlowBlock WithoutSpaceBefore(FlowBlock block) =>
        block is FlowParagraph paragraph ? paragraph with { Style = paragraph.Style with { SpaceBefore = default } } : block;

    private ImmutableArray<FlowBlock> ComposeQrCode()
    {
        if (document.Metadata.WebAddress is not { Length: > 0 } address || composition.Pictures.Encode(address) is not { } code)
            return [];

        var figure = composition.Tree.Add(composition.Tree.Root, "Figure");
        figure.AlternativeText = composition.Locale.Format(Label.LinkTo, address);
        return
        [
            new FlowPicture(code.Picture, QrCodeSize, QrCodeSize, composition.Tree.AddSlot(figure))
            {
                SpaceBefore = StyleBook.Points(composition.Styles[StyleRole.Body].Leading),
            },
        ];
    }

    private ImmutableArray<FlowBlock> Set(ValueList<Inline> content, Structure.StructureNode node, StyleRole role) =>
        composition.Frame(role,
        [
            new FlowParagraph(
                InlineComposer.Compose(composition, content, node, new Look(role, composition.Language)),
                composition.Styles.Paragraph(role, composition.Language)),
        ]);
}
