using System.Globalization;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Templates.Styles;

namespace Publisher.Editions.Html;

/// <summary>Writes blocks.</summary>
internal sealed class BlockWriter(HtmlWriter html, HtmlPage page, InlineWriter line) : BlockVisitor<HtmlWriter>
{
    // The style of paragraphs without a part of their own: that of what they stand in.
    private StyleRole _role = StyleRole.Body;
    private int _sections;
    private bool _isInAddress;

    /// <summary>Writes the statement's text: a section for each heading, one inside the other by level (HTML, 4.3.3).</summary>
    public HtmlWriter Flow(ValueList<Block> blocks)
    {
        var open = new Stack<int>();
        foreach (var block in blocks)
        {
            if (block is Heading heading)
            {
                CloseSections(open, heading.Level);
                open.Push(heading.Level);
                html.Markup("<section>\n"u8);
                Heading(heading, SectionId(heading, ++_sections));
            }
            else
            {
                block.Accept(this);
            }
        }

        CloseSections(open, 1);
        return html;
    }

    /// <summary>Writes blocks that stand in another role than running text.</summary>
    public HtmlWriter Blocks(StyleRole role, ValueList<Block> blocks)
    {
        page.Show(role);
        var outer = _role;
        _role = role;
        foreach (var block in blocks)
        {
            block.Accept(this);
        }

        _role = outer;
        return html;
    }

    /// <summary>Writes who answers for the page and how to reach them.</summary>
    public HtmlWriter Address(StyleRole role, ValueList<Block> blocks)
    {
        html.Markup("<address>\n"u8);
        _isInAddress = true;
        Blocks(role, blocks).Markup("</address>\n"u8);
        _isInAddress = false;
        return html;
    }

    /// <summary>The name of a heading of the flow.</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="number">Its number among the headings of the flow, from 1.</param>
    public static string SectionId(Heading heading, int number) =>
        heading.Id is null ? "section:" + number.ToString(CultureInfo.InvariantCulture) : HeadingIds.Clean(heading.Id);

    /// <inheritdoc/>
    public override HtmlWriter VisitHeading(Heading heading) => Heading(heading, heading.Id is null ? null : HeadingIds.Clean(heading.Id));

    /// <inheritdoc/>
    public override HtmlWriter VisitParagraph(Paragraph paragraph)
    {
        // HTML, 4.3.10: who answers for the text is an address, to whom it is written is not.
        var isContact = paragraph.Role == ParagraphRole.Contact && !_isInAddress;
        html.Markup(isContact ? "<address"u8 : "<p"u8).Attribute("class"u8, ClassOf(paragraph.Role)).Markup(">"u8);
        var role = paragraph.Role == ParagraphRole.Body ? _role : StyleSheet.RoleOf(paragraph.Role);
        return line.Line(role, paragraph.Content).Markup(isContact ? "</address>\n"u8 : "</p>\n"u8);
    }

    /// <inheritdoc/>
    public override HtmlWriter VisitUnorderedList(UnorderedList list)
    {
        html.Markup(list.Tight ? "<ul>\n"u8 : "<ul class=\"loose\">\n"u8);
        return Items(list.Items, list.Tight).Markup("</ul>\n"u8);
    }

    /// <inheritdoc/>
    public override HtmlWriter VisitOrderedList(OrderedList list)
    {
        html.Markup("<ol"u8).Attribute("class"u8, ClassOf(list));
        if (list.Start != 1)
        {
            html.Markup(" start=\""u8).Number(list.Start).Markup("\""u8);
        }

        page.Demand.Add(Fonts.TextFace.Of(page.Request.Template.Styles[StyleRole.ListItem]), Marks(list));
        html.Attribute("type"u8, TypeOf(list.Numbering)).Markup(">\n"u8);
        return Items(list.Items, list.Tight).Markup("</ol>\n"u8);
    }

    /// <inheritdoc/>
    public override HtmlWriter VisitQuote(Quote quote)
    {
        if (quote.Attribution.IsEmpty)
        {
            html.Markup("<blockquote>\n"u8);
            return Blocks(StyleRole.Quote, quote.Content).Markup("</blockquote>\n"u8);
        }

        // HTML, 4.4.4: who is quoted stands outside the quotation; a figure holds the two together.
        html.Markup("<figure class=\"quote\">\n<blockquote"u8).Attribute("cite"u8, AddressOf(quote.Attribution)).Markup(">\n"u8);
        Blocks(StyleRole.Quote, quote.Content).Markup("</blockquote>\n<figcaption class=\"attribution\">"u8);
        return line.Line(StyleRole.Attribution, quote.Attribution).Markup("</figcaption>\n</figure>\n"u8);
    }

    /// <inheritdoc/>
    public override HtmlWriter VisitTable(Table table)
    {
        TableWriter.Write(html, table, line, this);
        return html;
    }

    /// <inheritdoc/>
    public override HtmlWriter VisitFigure(Figure figure)
    {
        html.Markup("<figure>\n"u8);
        line.VisitImage(figure.Image);
        if (!figure.Caption.IsEmpty)
        {
            html.Markup("\n<figcaption>"u8);
            line.Line(StyleRole.Caption, figure.Caption).Markup("</figcaption>"u8);
        }

        return html.Markup("\n</figure>\n"u8);
    }

    /// <inheritdoc/>
    public override HtmlWriter VisitCodeBlock(CodeBlock code)
    {
        html.Markup("<pre><code"u8).Attribute("class"u8, code.Language is { Length: > 0 } name ? "language-" + name : null).Markup(">"u8);
        return line.Line(StyleRole.CodeBlock, code.Text).Markup("</code></pre>\n"u8);
    }

    /// <inheritdoc/>
    public override HtmlWriter VisitThematicBreak(ThematicBreak thematicBreak)
    {
        page.Show(PageParts.Breaks);
        return html.Markup("<hr>\n"u8);
    }

    /// <summary>Seen on paper only.</summary>
    public override HtmlWriter VisitPageBreak(PageBreak pageBreak) => html.Markup("<div class=\"page-break\"></div>\n"u8);

    private static string? ClassOf(ParagraphRole role) => role switch
    {
        ParagraphRole.Body => null,
        ParagraphRole.Lead => "lead",
        ParagraphRole.Dateline => "dateline",
        ParagraphRole.Addressee => "addressee",
        ParagraphRole.Salutation => "salutation",
        ParagraphRole.Valediction => "valediction",
        ParagraphRole.Signature => "signature",
        ParagraphRole.Contact => "contact",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Names the counter style of the style sheet; null for what browsers do by themselves.</summary>
    private string? ClassOf(OrderedList list)
    {
        var counter = list.Delimiter switch
        {
            ListDelimiter.Parenthesis => $"n{TypeOf(list.Numbering) ?? "1"}-paren",
            ListDelimiter.Parentheses => $"n{TypeOf(list.Numbering) ?? "1"}-parens",
            _ => null,
        };
        if (counter is not null)
        {
            page.Counters.Add(counter);
        }

        return counter is null || list.Tight ? counter ?? (list.Tight ? null : "loose") : counter + " loose";
    }

    private static string? TypeOf(ListNumbering numbering) => numbering switch
    {
        ListNumbering.LowerLetter => "a",
        ListNumbering.UpperLetter => "A",
        ListNumbering.LowerRoman => "i",
        ListNumbering.UpperRoman => "I",
        _ => null,
    };

    private static string Marks(OrderedList list) => list.Numbering switch
    {
        ListNumbering.LowerLetter => "abcdefghijklmnopqrstuvwxyz.()",
        ListNumbering.UpperLetter => "ABCDEFGHIJKLMNOPQRSTUVWXYZ.()",
        ListNumbering.LowerRoman => "ivxlcdm.()",
        ListNumbering.UpperRoman => "IVXLCDM.()",
        _ => "0123456789.()",
    };

    private static string? AddressOf(ValueList<Inline> attribution)
    {
        foreach (var inline in attribution)
        {
            if (inline is Link link && Html.Address.SafeOrNull(link.Target) is { } address)
            {
                return address;
            }
        }

        return null;
    }

    private void CloseSections(Stack<int> open, int level)
    {
        while (open.TryPeek(out var inner) && inner >= level)
        {
            open.Pop();
            html.Markup("</section>\n"u8);
        }
    }

    /// <summary>Level 1 is <c>h2</c>, for the title is the page's only <c>h1</c>; HTML has no seventh level, ARIA has.</summary>
    private HtmlWriter Heading(Heading heading, string? id)
    {
        var level = Math.Clamp(heading.Level, 1, 6);
        var tag = Math.Min(level + 1, 6);
        html.Markup("<h"u8).Number(tag).Attribute("id"u8, id);
        if (level == 6)
        {
            html.Markup(" aria-level=\"7\""u8);
        }

        html.Markup(">"u8);
        return line.Line(StyleSheet.HeadingRole(level), heading.Content).Markup("</h"u8).Number(tag).Markup(">\n"u8);
    }

    private HtmlWriter Items(ValueList<ListItem> items, bool tight)
    {
        page.Show(PageParts.Lists);

        // What stands in a note or a letterhead keeps its style.
        var role = _role == StyleRole.Body ? StyleRole.ListItem : _role;
        foreach (var item in items)
        {
            html.Markup("<li>"u8);
            Content(role, item.Content, tight).Markup("</li>\n"u8);
        }

        return html;
    }

    /// <summary>Writes blocks; if <paramref name="bare"/>, a first paragraph without a part of its own stands without <c>p</c>.</summary>
    internal HtmlWriter Content(StyleRole role, ValueList<Block> blocks, bool bare)
    {
        if (!bare || blocks.IsEmpty || blocks[0] is not Paragraph { Role: ParagraphRole.Body } first)
        {
            return Blocks(role, blocks);
        }

        line.Line(role, first.Content);
        return blocks.Count == 1 ? html : Blocks(role, ValueList.Create(blocks.AsSpan()[1..]));
    }
}
