using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;

namespace Publisher.Templates.Surroundings;

/// <summary>Puts the title and the subtitle where the surrounding text names them.</summary>
internal sealed class TitleFilling : InlineVisitor<ValueList<Inline>>
{
    private readonly ValueList<Inline> _title;
    private readonly ValueList<Inline> _subtitle;
    private readonly BlockFilling _blocks;

    /// <param name="metadata">Of the statement.</param>
    public TitleFilling(Metadata metadata)
    {
        _title = Quotation.Of(metadata.Title);
        _subtitle = Quotation.Of(metadata.Subtitle);
        _blocks = new BlockFilling(this);
    }

    /// <summary>Fills blocks.</summary>
    public ValueList<Block> Fill(ValueList<Block> blocks) => blocks.Select(block => block.Accept(_blocks)).ToValueList();

    /// <summary>Fills a line.</summary>
    public ValueList<Inline> Fill(ValueList<Inline> line) => line.SelectMany(inline => inline.Accept(this)).ToValueList();

    public override ValueList<Inline> VisitText(Text text)
    {
        if (text.Value.AsSpan().IndexOfAny(FieldMark.Title, FieldMark.Subtitle) < 0)
        {
            return [text];
        }

        var line = new List<Inline>();
        var from = 0;
        for (var at = 0; at <= text.Value.Length; at++)
        {
            var c = at < text.Value.Length ? text.Value[at] : FieldMark.Title;
            if (c is not (FieldMark.Title or FieldMark.Subtitle))
            {
                continue;
            }

            if (at > from)
            {
                line.Add(new Text(text.Value[from..at]));
            }

            if (at < text.Value.Length)
            {
                line.AddRange((IEnumerable<Inline>)(c == FieldMark.Title ? _title : _subtitle));
            }

            from = at + 1;
        }

        return line.ToValueList();
    }

    public override ValueList<Inline> VisitEmphasis(Emphasis emphasis) => [emphasis with { Content = Fill(emphasis.Content) }];

    public override ValueList<Inline> VisitStrong(Strong strong) => [strong with { Content = Fill(strong.Content) }];

    public override ValueList<Inline> VisitStrikethrough(Strikethrough strikethrough) =>
        [strikethrough with { Content = Fill(strikethrough.Content) }];

    public override ValueList<Inline> VisitSuperscript(Superscript superscript) => [superscript with { Content = Fill(superscript.Content) }];

    public override ValueList<Inline> VisitSubscript(Subscript subscript) => [subscript with { Content = Fill(subscript.Content) }];

    public override ValueList<Inline> VisitCode(Code code) => [code];

    public override ValueList<Inline> VisitLink(Link link) => [link with { Content = Fill(link.Content) }];

    public override ValueList<Inline> VisitImage(Image image) => [image];

    public override ValueList<Inline> VisitLanguageSpan(LanguageSpan span) => [span with { Content = Fill(span.Content) }];

    public override ValueList<Inline> VisitLineBreak(LineBreak lineBreak) => [lineBreak];

    public override ValueList<Inline> VisitFootnoteReference(FootnoteReference reference) => [reference];

    public override ValueList<Inline> VisitCorrection(Correction correction) => [correction];

    public override ValueList<Inline> VisitPlaceholder(Placeholder placeholder) => [placeholder];

    private sealed class BlockFilling(TitleFilling lines) : BlockVisitor<Block>
    {
        public override Block VisitHeading(Heading heading) => heading with { Content = lines.Fill(heading.Content) };

        public override Block VisitParagraph(Paragraph paragraph) => paragraph with { Content = lines.Fill(paragraph.Content) };

        public override Block VisitUnorderedList(UnorderedList list) => list with { Items = Fill(list.Items) };

        public override Block VisitOrderedList(OrderedList list) => list with { Items = Fill(list.Items) };

        public override Block VisitQuote(Quote quote) =>
            quote with { Content = lines.Fill(quote.Content), Attribution = lines.Fill(quote.Attribution) };

        public override Block VisitTable(Table table) => table with
        {
            HeaderRows = Fill(table.HeaderRows),
            Rows = Fill(table.Rows),
            Caption = lines.Fill(table.Caption),
        };

        public override Block VisitFigure(Figure figure) => figure with { Caption = lines.Fill(figure.Caption) };

        public override Block VisitCodeBlock(CodeBlock code) => code;

        public override Block VisitThematicBreak(ThematicBreak thematicBreak) => thematicBreak;

        public override Block VisitPageBreak(PageBreak pageBreak) => pageBreak;

        private ValueList<ListItem> Fill(ValueList<ListItem> items) =>
            items.Select(item => item with { Content = lines.Fill(item.Content) }).ToValueList();

        private ValueList<TableRow> Fill(ValueList<TableRow> rows) => rows
            .Select(row => row with { Cells = row.Cells.Select(cell => cell with { Content = lines.Fill(cell.Content) }).ToValueList() })
            .ToValueList();
    }
}
