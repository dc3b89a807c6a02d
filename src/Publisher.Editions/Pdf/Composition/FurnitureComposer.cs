using System.Collections.Immutable;

using Publisher.Model;
using Publisher.Model.Inlines;
using Publisher.Templates;
using Publisher.Templates.Brands;
using Publisher.Templates.Pages;
using Publisher.Templates.Styles;
using Publisher.Templates.Surroundings;
using Publisher.Typesetting;
using Publisher.Typesetting.Flows;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>
/// Composes what stands in the margins. The letterhead says who speaks and stands on the first page only: it is content. Running
/// headers and footers are artifacts.
/// </summary>
internal sealed class FurnitureComposer(CompositionContext composition, Document document, Surround surround, Logo? logo)
{
    // Large enough to be seen at once, pale enough to read through.
    private const double WatermarkSize = 110;
    private const byte Pale = 0xEC;

    private static readonly Typesetting.Length FoldMark = Typesetting.Length.FromMillimetres(4);
    private static readonly Typesetting.Length PunchMark = Typesetting.Length.FromMillimetres(6);

    /// <summary>The sheet with its furniture. Composes the letterhead's elements, so it comes before the text.</summary>
    public PageDesign Compose(EditionSpec edition)
    {
        var page = edition.Page;
        var letterhead = ComposeLetterhead();
        var firstHeader = ComposeLines(surround.FirstHeader, StyleRole.Header);
        return new PageDesign
        {
            Width = StyleBook.Points(page.Width),
            Height = StyleBook.Points(page.Height),
            MarginTop = StyleBook.Points(page.MarginTop),
            MarginBottom = StyleBook.Points(page.MarginBottom),
            MarginLeft = StyleBook.Points(page.MarginLeft),
            MarginRight = StyleBook.Points(page.MarginRight),
            Columns = Math.Max(1, page.Columns),
            ColumnGap = StyleBook.Points(page.ColumnGap),
            FirstHeader = new Furniture([.. firstHeader, .. letterhead], StyleBook.Points(page.HeaderDistance))
            {
                Gap = letterhead.IsEmpty ? default : StyleBook.Points(composition.Styles[StyleRole.Letterhead].SpaceAfter),
            },
            Header = new Furniture(ComposeLines(surround.Header, StyleRole.Header), StyleBook.Points(page.HeaderDistance)),
            FirstFooter = new Furniture(ComposeLines(surround.FirstFooter, StyleRole.Footer), StyleBook.Points(page.FooterDistance)),
            Footer = new Furniture(ComposeLines(surround.Footer, StyleRole.Footer), StyleBook.Points(page.FooterDistance)),
            Window = HasAddress && page.AddressField is { } form ? WindowOf(form, page.FoldMarks) : null,
            BaselineGrid = page.BaselineGrid is { } grid ? StyleBook.Points(grid) : default,
            FurnitureGap = StyleBook.Points(composition.Styles[StyleRole.Body].Leading),
            Backdrop = composition.Locale.WatermarkOf(edition) is { } watermark ? ComposeWatermark(watermark) : null,
            NoteRuleInk = StyleBook.InkOf(composition.Styles[StyleRole.Footnote].Colour),
        };
    }

    private bool HasAddress => !surround.AddressField.IsEmpty || LetterAddress.LeadingBlocks(document) > 0;

    private static PageWindow WindowOf(LetterForm form, bool withMarks) => new(
        StyleBook.Points(LetterForm.FieldLeft + LetterForm.Indent),
        StyleBook.Points(form.FieldTop),
        StyleBook.Points(LetterForm.FieldWidth - LetterForm.Indent),
        StyleBook.Points(LetterForm.FieldHeight))
    {
        ContentTop = StyleBook.Points(LetterForm.AddressTop),
        Gap = StyleBook.Points(LetterForm.Gap),
        Marks = withMarks
            ? [(StyleBook.Points(form.FirstFold), FoldMark), (StyleBook.Points(LetterForm.Punch), PunchMark), (StyleBook.Points(form.SecondFold), FoldMark)]
            : [],
    };

    private ImmutableArray<FlowBlock> ComposeLetterhead()
    {
        if (surround.Letterhead.IsEmpty && logo is null)
            return [];

        var node = composition.Tree.Add(composition.Tree.Root, "Sect");
        var picture = ComposeLogo(node);
        var text = new BlockComposer(composition, node, StyleRole.Letterhead).Compose(surround.Letterhead);
        ImmutableArray<FlowBlock> blocks = picture is null ? text
            : surround.LogoPlacement == LogoPlacement.Above
                ? [picture with { Alignment = StyleBook.AlignmentOf(composition.Styles[StyleRole.Letterhead].Alignment) }, .. text]
            : text.IsEmpty ? [picture with { Alignment = surround.LogoPlacement == LogoPlacement.Start ? Alignment.Start : Alignment.End }]
            : surround.LogoPlacement == LogoPlacement.Start ? [SideBySide([picture], ToEnd(text))]
            : [SideBySide(text, [picture with { Alignment = Alignment.End }])];
        return composition.Frame(StyleRole.Letterhead, blocks);
    }

    private FlowParagraph ComposeWatermark(string text)
    {
        var look = composition.Styles.Text(new Look(StyleRole.Title, composition.Language));
        var style = look with { Size = Typesetting.Length.FromPoints(WatermarkSize), Ink = new Ink(Pale, Pale, Pale), Hyphenate = false };
        return new FlowParagraph(
            [new TextRun(text, style, StructureId.None)],
            new ParagraphStyle { Strut = style, Leading = style.Size * 1.2, Alignment = Alignment.Center });
    }

    private FlowPicture? ComposeLogo(Structure.StructureNode parent)
    {
        if (logo is null || composition.Pictures.Find(logo) is not { } shown)
            return null;

        var slot = StructureId.None;
        if (logo.AlternativeText.Length > 0)
        {
            var figure = composition.Tree.Add(parent, "Figure");
            figure.AlternativeText = logo.AlternativeText;
            slot = composition.Tree.AddSlot(figure);
        }

        var height = StyleBook.Points(logo.Height);
        return new FlowPicture(shown.Picture, height * shown.AspectRatio, height, slot);
    }

    private static ImmutableArray<FlowBlock> ToEnd(ImmutableArray<FlowBlock> blocks) =>
        [.. blocks.Select(b => b is FlowParagraph p ? p with { Style = p.Style with { Alignment = Alignment.End } } : b)];

    private static FlowTable SideBySide(ImmutableArray<FlowBlock> start, ImmutableArray<FlowBlock> end) => new(
        [new FlowColumn(), new FlowColumn()],
        [],
        [new FlowRow([new FlowCell(start, 1, 1, StructureId.None), new FlowCell(end, 1, 1, StructureId.None)])],
        new TableStyle { EndsTogether = true });

    private ImmutableArray<FlowBlock> ComposeLines(ValueList<RunningLine> lines, StyleRole role) =>
        lines.IsEmpty ? [] : composition.Frame(role, [.. lines.Select(l => ComposeLine(l, role))]);

    private FlowBlock ComposeLine(RunningLine line, StyleRole role)
    {
        (ValueList<Inline> Content, Alignment Alignment)[] all =
            [(line.Start, Alignment.Start), (line.Center, Alignment.Center), (line.End, Alignment.End)];
        var parts = all.Where(p => !p.Content.IsEmpty).ToArray();
        if (parts.Length <= 1)
            return parts.Length == 0 ? ComposePart(default, Alignment.Start, role) : ComposePart(parts[0].Content, parts[0].Alignment, role);

        // With something in the middle, equal parts keep it there.
        var share = line.Center.IsEmpty ? 0 : 1;
        if (share == 1)
            parts = all;
        return new FlowTable(
            [.. parts.Select(_ => new FlowColumn(share))],
            [],
            [new FlowRow([.. parts.Select(p => new FlowCell([ComposePart(p.Content, p.Alignment, role)], 1, 1, StructureId.None))])],
            new TableStyle());
    }

    private FlowParagraph ComposePart(ValueList<Inline> content, Alignment alignment, StyleRole role) => new(
        InlineComposer.Compose(composition, content, null, new Look(role, composition.Language)),
        composition.Styles.Paragraph(role, composition.Language) with
        {
            Alignment = alignment,
            SpaceBefore = default,
            SpaceAfter = default,
            Hyphenate = false,
            HangPunctuation = false,
        });
}
