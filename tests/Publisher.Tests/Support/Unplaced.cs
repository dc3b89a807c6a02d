using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;

namespace Publisher.Tests.Support;

/// <summary>Blocks and inlines without their places in a source, so that what was read compares with what a test builds.</summary>
internal sealed class Unplaced : BlockVisitor<Block>
{
    private static readonly Unplaced Instance = new();

    private Unplaced()
    {
    }

    public static Document Of(Document document) => document with
    {
        Metadata = document.Metadata with { Title = Of(document.Metadata.Title), Subtitle = Of(document.Metadata.Subtitle) },
        Blocks = Of(document.Blocks),
        Footnotes = document.Footnotes.Select(note => note with { Content = Of(note.Content), Span = default }).ToValueList(),
        LinkReferences = document.LinkReferences.Select(link => link with { Span = default }).ToValueList(),
    };

    public static ValueList<Block> Of(ValueList<Block> blocks) => blocks.Select(block => block.Accept(Instance)).ToValueList();

    public static ValueList<Inline> Of(ValueList<Inline> line) => line.Select(inline => inline.Accept(Inlines.Instance)).ToValueList();

    public override Block VisitHeading(Heading heading) => heading with { Content = Of(heading.Content), Span = default };

    public override Block VisitParagraph(Paragraph paragraph) => paragraph with { Content = Of(paragraph.Content), Span = default };

    public override Block VisitUnorderedList(UnorderedList list) => list with { Items = Of(list.Items), Span = default };

    public override Block VisitOrderedList(OrderedList list) => list with { Items = Of(list.Items), Span = default };

    public override Block VisitQuote(Quote quote) =>
        quote with { Content = Of(quote.Content), Attribution = Of(quote.Attribution), Span = default };

    public override Block VisitTable(Table table) =>
        table with { HeaderRows = Of(table.HeaderRows), Rows = Of(table.Rows), Caption = Of(table.Caption), Span = default };

    public override Block VisitFigure(Figure figure) =>
        figure with { Image = figure.Image with { Span = default }, Caption = Of(figure.Caption), Span = default };

    public override Block VisitCodeBlock(CodeBlock code) => code with { Span = default };

    public override Block VisitThematicBreak(ThematicBreak thematicBreak) => thematicBreak with { Span = default };

    public override Block VisitPageBreak(PageBreak pageBreak) => pageBreak with { Span = default };

    private static ValueList<ListItem> Of(ValueList<ListItem> items) =>
        items.Select(item => item with { Content = Of(item.Content), Span = default }).ToValueList();

    private static ValueList<TableRow> Of(ValueList<TableRow> rows) => rows.Select(row => row with
    {
        Cells = row.Cells.Select(cell => cell with { Content = Of(cell.Content), Span = default }).ToValueList(),
        Span = default,
    }).ToValueList();

    private sealed class Inlines : InlineVisitor<Inline>
    {
        public static readonly Inlines Instance = new();

        public override Inline VisitText(Text text) => text with { Span = default };

        public override Inline VisitEmphasis(Emphasis emphasis) => emphasis with { Content = Of(emphasis.Content), Span = default };

        public override Inline VisitStrong(Strong strong) => strong with { Content = Of(strong.Content), Span = default };

        public override Inline VisitStrikethrough(Strikethrough strikethrough) =>
            strikethrough with { Content = Of(strikethrough.Content), Span = default };

        public override Inline VisitSuperscript(Superscript superscript) =>
            superscript with { Content = Of(superscript.Content), Span = default };

        public override Inline VisitSubscript(Subscript subscript) => subscript with { Content = Of(subscript.Content), Span = default };

        public override Inline VisitCode(Code code) => code with { Span = default };

        public override Inline VisitLink(Link link) => link with { Content = Of(link.Content), Span = default };

        public override Inline VisitImage(Image image) => image with { Span = default };

        public override Inline VisitLanguageSpan(LanguageSpan span) => span with { Content = Of(span.Content), Span = default };

        public override Inline VisitLineBreak(LineBreak lineBreak) => lineBreak with { Span = default };

        public override Inline VisitFootnoteReference(FootnoteReference reference) => reference with { Span = default };

        public override Inline VisitCorrection(Correction correction) => correction with { Span = default };

        public override Inline VisitPlaceholder(Placeholder placeholder) => placeholder with { Span = default };
    }
}
