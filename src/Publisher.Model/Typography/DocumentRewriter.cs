using Publisher.Model.Blocks;
using Publisher.Model.Inlines;

namespace Publisher.Model.Typography;

/// <summary>Rewrites every line of a document, block by block; what has no change stays the same object.</summary>
internal sealed class DocumentRewriter(Func<ValueList<Inline>, ValueList<Inline>> rewrite) : BlockVisitor<Block>
{
    public ValueList<Block> Rewrite(ValueList<Block> blocks)
    {
        Block[]? rewritten = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i].Accept(this);
            if (rewritten is null && !ReferenceEquals(block, blocks[i]))
            {
                rewritten = blocks.AsSpan().ToArray();
            }

            if (rewritten is not null)
            {
                rewritten[i] = block;
            }
        }

        return rewritten is null ? blocks : rewritten.ToValueList();
    }

    public override Block VisitHeading(Heading heading) => heading with { Content = rewrite(heading.Content) };

    public override Block VisitParagraph(Paragraph paragraph) => paragraph with { Content = rewrite(paragraph.Content) };

    public override Block VisitUnorderedList(UnorderedList list) => list with { Items = Rewrite(list.Items) };

    public override Block VisitOrderedList(OrderedList list) => list with { Items = Rewrite(list.Items) };

    public override Block VisitQuote(Quote quote) => quote with { Content = Rewrite(quote.Content), Attribution = rewrite(quote.Attribution) };

    public override Block VisitTable(Table table) =>
        table with { Caption = rewrite(table.Caption), HeaderRows = Rewrite(table.HeaderRows), Rows = Rewrite(table.Rows) };

    public override Block VisitFigure(Figure figure) => figure with { Caption = rewrite(figure.Caption) };

    public override Block VisitCodeBlock(CodeBlock code) => code;

    public override Block VisitThematicBreak(ThematicBreak thematicBreak) => thematicBreak;

    public override Block VisitPageBreak(PageBreak pageBreak) => pageBreak;

    private ValueList<ListItem> Rewrite(ValueList<ListItem> items) =>
        items.Select(item => item with { Content = Rewrite(item.Content) }).ToValueList();

    private ValueList<TableRow> Rewrite(ValueList<TableRow> rows) =>
        rows.Select(row => row with { Cells = row.Cells.Select(cell => cell with { Content = Rewrite(cell.Content) }).ToValueList() }).ToValueList();
}
