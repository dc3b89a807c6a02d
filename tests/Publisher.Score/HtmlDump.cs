using System.Net;
using System.Text;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;

namespace Publisher.Score;

/// <summary>The structure of a document as bare HTML, for the scorer.</summary>
internal sealed class HtmlDump : BlockVisitor<bool>
{
    private readonly StringBuilder _html = new();

    public static string Of(Document document)
    {
        var dump = new HtmlDump();
        dump._html.Append("<!doctype html><body><main>");
        if (!document.Metadata.Title.IsEmpty)
        {
            dump.Element("h1", document.Metadata.Title);
        }

        if (!document.Metadata.Subtitle.IsEmpty)
        {
            dump.Element("p", document.Metadata.Subtitle);
        }

        dump.All(document.Blocks);
        foreach (var note in document.Footnotes)
        {
            dump._html.Append("<aside role=doc-footnote>");
            dump.All(note.Content);
            dump._html.Append("</aside>\n");
        }

        return dump._html.Append("</main></body>").ToString();
    }

    public override bool VisitHeading(Heading heading) => Element($"h{Math.Min(6, heading.Level + 1)}", heading.Content);

    public override bool VisitParagraph(Paragraph paragraph) => Element("p", paragraph.Content);

    public override bool VisitUnorderedList(UnorderedList list) => Items("ul", list.Items);

    public override bool VisitOrderedList(OrderedList list) => Items("ol", list.Items);

    public override bool VisitQuote(Quote quote) => Element("blockquote", quote.Content);

    public override bool VisitTable(Table table)
    {
        _html.Append("<table>");
        foreach (var row in table.HeaderRows.Concat(table.Rows))
        {
            _html.Append("<tr>");
            foreach (var cell in row.Cells)
            {
                Element("td", cell.Content);
            }

            _html.Append("</tr>");
        }

        _html.Append("</table>\n");
        return true;
    }

    public override bool VisitFigure(Figure figure) => Element("p", figure.Caption);

    public override bool VisitCodeBlock(CodeBlock code)
    {
        _html.Append("<pre>").Append(WebUtility.HtmlEncode(code.Text)).Append("</pre>\n");
        return true;
    }

    public override bool VisitThematicBreak(ThematicBreak thematicBreak) => true;

    public override bool VisitPageBreak(PageBreak pageBreak) => true;

    private bool Items(string tag, ValueList<ListItem> items)
    {
        _html.Append('<').Append(tag).Append('>');
        foreach (var item in items)
        {
            Element("li", item.Content);
        }

        _html.Append("</").Append(tag).Append(">\n");
        return true;
    }

    private bool Element(string tag, ValueList<Block> content)
    {
        _html.Append('<').Append(tag).Append('>');
        All(content);
        _html.Append("</").Append(tag).Append(">\n");
        return true;
    }

    private bool Element(string tag, ValueList<Inline> content)
    {
        _html.Append('<').Append(tag).Append('>');
        All(content);
        _html.Append("</").Append(tag).Append(">\n");
        return true;
    }

    private void All(ValueList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            block.Accept(this);
        }
    }

    private void All(ValueList<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case Text text:
                    _html.Append(WebUtility.HtmlEncode(text.Value));
                    break;
                case Correction correction:
                    _html.Append(WebUtility.HtmlEncode(correction.Replacement));
                    break;
                case Link link:
                    All(link.Content);
                    break;
                case FootnoteReference reference:
                    _html.Append("<a role=doc-noteref>").Append(reference.Id).Append("</a>");
                    break;
                case LineBreak:
                    _html.Append("<br>");
                    break;
            }
        }
    }
}
