using Publisher.Model.Blocks;
using Publisher.Model.Inlines;

namespace Publisher.Model.Words;

/// <summary>Walks a document in reading order.</summary>
public static class InlineWalk
{
    /// <summary>Every inline of the document, each before what it holds, in reading order; attributions and captions with their blocks.</summary>
    public static IEnumerable<Inline> Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Lines(document).SelectMany(line => Of(line.Content));
    }

    /// <summary>Every inline of a line, each before what it holds.</summary>
    public static IEnumerable<Inline> Of(ValueList<Inline> line)
    {
        foreach (var inline in (IEnumerable<Inline>)line)
        {
            yield return inline;
            foreach (var inner in Of(ContentOf(inline)))
            {
                yield return inner;
            }
        }
    }

    /// <summary>The lines of text of the document, a line for each title, paragraph, caption and so on, in reading order.</summary>
    internal static List<Line> Lines(Document document)
    {
        var lines = new List<Line>();
        Add(lines, document.Metadata.Title);
        Add(lines, document.Metadata.Subtitle);
        var visitor = new LineVisitor(lines, isNote: false);
        visitor.VisitAll(document.Blocks);
        visitor = new LineVisitor(lines, isNote: true);
        foreach (var note in document.Footnotes)
        {
            visitor.VisitAll(note.Content);
        }

        return lines;
    }

    internal static ValueList<Inline> ContentOf(Inline inline) => inline.Accept(ContentVisitor.Instance);

    private static void Add(List<Line> lines, ValueList<Inline> content)
    {
        if (!content.IsEmpty)
        {
            lines.Add(new Line(content, null, IsNote: false));
        }
    }

    /// <summary>A line of text of a document.</summary>
    /// <param name="Content">Its inlines; empty for code.</param>
    /// <param name="Code">The lines of a code block; null elsewhere.</param>
    /// <param name="IsNote">True inside a footnote.</param>
    internal readonly record struct Line(ValueList<Inline> Content, string? Code, bool IsNote);

    private sealed class LineVisitor(List<Line> lines, bool isNote) : BlockVisitor<bool>
    {
        public void VisitAll(ValueList<Block> blocks)
        {
            foreach (var block in blocks)
            {
                block.Accept(this);
            }
        }

        public override bool VisitHeading(Heading heading) => Say(heading.Content);

        public override bool VisitParagraph(Paragraph paragraph) => Say(paragraph.Content);

        public override bool VisitUnorderedList(UnorderedList list) => Items(list.Items);

        public override bool VisitOrderedList(OrderedList list) => Items(list.Items);

        public override bool VisitQuote(Quote quote)
        {
            VisitAll(quote.Content);
            return Say(quote.Attribution);
        }

        public override bool VisitTable(Table table)
        {
            Say(table.Caption);
            foreach (var row in table.HeaderRows.Concat(table.Rows))
            {
                foreach (var cell in row.Cells)
                {
                    VisitAll(cell.Content);
                }
            }

            return true;
        }

        public override bool VisitFigure(Figure figure)
        {
            Say([figure.Image]);
            return Say(figure.Caption);
        }

        public override bool VisitCodeBlock(CodeBlock code)
        {
            lines.Add(new Line(default, code.Text, isNote));
            return true;
        }

        public override bool VisitThematicBreak(ThematicBreak thematicBreak) => true;

        public override bool VisitPageBreak(PageBreak pageBreak) => true;

        private bool Items(ValueList<ListItem> items)
        {
            foreach (var item in items)
            {
                VisitAll(item.Content);
            }

            return true;
        }

        private bool Say(ValueList<Inline> content)
        {
            if (!content.IsEmpty)
            {
                lines.Add(new Line(content, null, isNote));
            }

            return true;
        }
    }

    private sealed class ContentVisitor : InlineVisitor<ValueList<Inline>>
    {
        public static ContentVisitor Instance { get; } = new();

        public override ValueList<Inline> VisitText(Text text) => default;

        public override ValueList<Inline> VisitEmphasis(Emphasis emphasis) => emphasis.Content;

        public override ValueList<Inline> VisitStrong(Strong strong) => strong.Content;

        public override ValueList<Inline> VisitStrikethrough(Strikethrough strikethrough) => strikethrough.Content;

        public override ValueList<Inline> VisitSuperscript(Superscript superscript) => superscript.Content;

        public override ValueList<Inline> VisitSubscript(Subscript subscript) => subscript.Content;

        public override ValueList<Inline> VisitCode(Code code) => default;

        public override ValueList<Inline> VisitLink(Link link) => link.Content;

        public override ValueList<Inline> VisitImage(Image image) => default;

        public override ValueList<Inline> VisitLanguageSpan(LanguageSpan span) => span.Content;

        public override ValueList<Inline> VisitLineBreak(LineBreak lineBreak) => default;

        public override ValueList<Inline> VisitFootnoteReference(FootnoteReference reference) => default;

        public override ValueList<Inline> VisitCorrection(Correction correction) => default;

        public override ValueList<Inline> VisitPlaceholder(Placeholder placeholder) => default;
    }
}
