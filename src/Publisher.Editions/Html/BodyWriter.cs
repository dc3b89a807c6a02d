using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Templates.Labels;
using Publisher.Templates.Styles;
using Publisher.Templates.Surroundings;

namespace Publisher.Editions.Html;

/// <summary>
/// Writes what readers see, in the order they meet it. <c>main</c> holds the statement: its own words, and with the title the lines that
/// the template sets above and below it (kicker, byline). The letterhead stands before it, link references and closing behind it.
/// </summary>
internal sealed class BodyWriter
{
    private const int DeepestContents = 3;

    private readonly HtmlPage _page;
    private readonly HtmlWriter _html;
    private readonly InlineWriter _line;
    private readonly BlockWriter _blocks;

    private BodyWriter(HtmlPage page, HtmlWriter html)
    {
        _page = page;
        _html = html;
        _line = new InlineWriter(html, page);
        _blocks = new BlockWriter(html, page, _line);
    }

    /// <summary>Writes the body of a page.</summary>
    public static HtmlWriter Write(HtmlPage page)
    {
        var writer = new BodyWriter(page, new HtmlWriter());
        writer.SkipLink();
        writer.Header();
        writer.Main(writer.Article);
        writer.LinkReferences();
        writer.Footer();
        return writer._html;
    }

    /// <summary>Writes a body whose main part is somebody else's work.</summary>
    public static HtmlWriter WriteAround(HtmlPage page, Action<HtmlWriter> main)
    {
        var writer = new BodyWriter(page, new HtmlWriter());
        writer.SkipLink();
        writer.Header();
        writer.Main(() => main(writer._html));
        writer.Footer();
        return writer._html;
    }

    /// <summary>
    /// Writes the statement's words alone, addresses set apart included, for a page that has its own head, frame and style.
    /// </summary>
    public static HtmlWriter WriteFragment(HtmlPage page)
    {
        var writer = new BodyWriter(page, new HtmlWriter());
        writer.Fragment();
        return writer._html;
    }

    private void Fragment()
    {
        // An article without a heading of its own would be one without a name.
        var hasTitle = !_page.Surround.TitleBlock.Title.IsEmpty;
        _html.Markup(hasTitle ? "<article"u8 : "<div"u8).Attribute("lang"u8, _page.Language)
            .Attribute("dir"u8, HtmlPage.IsRightToLeft(_page.Language) ? "rtl" : null).Markup(">\n"u8);
        if (_page.Document.Metadata.Embargo is { } embargo)
        {
            // Whoever pastes it somewhere must see that it is not to be published yet.
            _html.Markup("<p><strong"u8).Attribute("lang"u8, _page.FurnitureLanguage).Markup(">"u8)
                .Text(_page.Locale.Format(Label.EmbargoUntil, _page.Locale.Format(embargo))).Markup("</strong></p>\n"u8);
        }

        Title(_page.Surround.TitleBlock);
        Statement();
        LinkReferences();
        _html.Markup(hasTitle ? "</article>\n"u8 : "</div>\n"u8);
    }

    private void SkipLink()
    {
        _html.Markup("<a class=\"skip\" href=\"#page:main\""u8).Attribute("lang"u8, _page.FurnitureLanguage).Markup(">"u8);
        _line.Line(StyleRole.Body, _page.Locale[Label.SkipToContent]);
        _html.Markup("</a>\n"u8);
    }

    private void Header()
    {
        var surround = _page.Surround;
        var hasLetterhead = _page.Request.Template.Brand.Logo is not null || !surround.Letterhead.IsEmpty;
        var needsHeading = surround.TitleBlock.Title.IsEmpty;
        if (!hasLetterhead && surround.AddressField.IsEmpty && !needsHeading)
        {
            return;
        }

        _html.Markup("<header"u8).Attribute("lang"u8, _page.FurnitureLanguage).Markup(">\n"u8);
        if (hasLetterhead)
        {
            Letterhead(surround);
        }

        if (needsHeading)
        {
            // A page without a heading of the first level has no name for who cannot see it.
            _html.Markup("<h1 class=\"unseen\">"u8).Text(_page.Title).Markup("</h1>\n"u8);
        }

        _blocks.Blocks(StyleRole.Addressee, surround.AddressField);
        _html.Markup("</header>\n"u8);
    }

    private void Letterhead(Surround surround)
    {
        _html.Markup(surround.LogoPlacement switch
        {
            LogoPlacement.Start => "<div class=\"letterhead logo-start\">\n"u8,
            LogoPlacement.End => "<div class=\"letterhead logo-end\">\n"u8,
            _ => "<div class=\"letterhead\">\n"u8,
        });
        if (_page.Request.Template.Brand.Logo is { } logo)
        {
            _page.Show(PageParts.Logo);
            LogoWriter.Write(_html, _page, logo, _page.Request.Template.Brand.DarkLogo);
        }

        Part("sender"u8, StyleRole.Letterhead, surround.Letterhead);
        _html.Markup("</div>\n"u8);
    }

    private void Main(Action content)
    {
        _html.Markup("<main id=\"page:main\" tabindex=\"-1\">\n"u8);
        content();
        _html.Markup("</main>\n"u8);
    }

    private void Article()
    {
        var hasTitle = !_page.Surround.TitleBlock.Title.IsEmpty;

        // An article without a heading of its own would be one without a name.
        _html.Markup(hasTitle ? "<article>\n"u8 : ""u8);
        TitleBlock();
        Statement();
        _html.Markup(hasTitle ? "</article>\n"u8 : ""u8);
    }

    /// <summary>The title with what the template sets above and below it, in the template's order as on paper.</summary>
    private void TitleBlock()
    {
        var title = _page.Surround.TitleBlock;
        if (title.Before.IsEmpty && title.Title.IsEmpty && title.After.IsEmpty)
        {
            return;
        }

        // Inside main a header is no landmark: the page has one banner.
        _html.Markup("<header>\n"u8);
        Part("kicker"u8, StyleRole.Kicker, title.Before, _page.FurnitureLanguage);
        Title(title);
        Part("byline"u8, StyleRole.Byline, title.After, _page.FurnitureLanguage);
        _html.Markup("</header>\n"u8);
    }

    private void Title(TitleBlock title)
    {
        if (title.Title.IsEmpty)
        {
            return;
        }

        _html.Markup("<hgroup>\n<h1>"u8);
        _line.Line(StyleRole.Title, title.Title).Markup("</h1>\n"u8);
        if (!title.Subtitle.IsEmpty)
        {
            _html.Markup("<p class=\"subtitle\">"u8);
            _line.Line(StyleRole.Subtitle, title.Subtitle).Markup("</p>\n"u8);
        }

        _html.Markup("</hgroup>\n"u8);
    }

    /// <summary>Contents, text and notes.</summary>
    private void Statement()
    {
        if (_page.Request.Edition.Contents)
        {
            Contents();
        }

        _blocks.Flow(_page.Document.Blocks);
        Notes();
    }

    /// <summary>The table of contents: lists inside lists as the sections are.</summary>
    private void Contents()
    {
        var number = 0;
        var open = new Stack<int>();
        foreach (var block in _page.Document.Blocks)
        {
            if (block is not Heading heading)
            {
                continue;
            }

            number++;
            if (heading.Level > DeepestContents)
            {
                continue;
            }

            if (open.Count == 0)
            {
                _html.Markup("<nav class=\"contents\" aria-labelledby=\"page:contents\">\n"u8);
                ApparatusHeading("page:contents", Label.Contents);
            }

            ContentsEntry(open, heading, BlockWriter.SectionId(heading, number));
        }

        if (open.Count > 0)
        {
            CloseLists(open, 0);
            _html.Markup("</nav>\n"u8);
        }
    }

    private void ContentsEntry(Stack<int> open, Heading heading, string id)
    {
        if (open.TryPeek(out var level) && level >= heading.Level)
        {
            // Back to the list of this level, or to the shallowest one where the document begins deeper.
            while (open.Count > 1 && open.Peek() > heading.Level)
            {
                _html.Markup("</li>\n</ol>\n"u8);
                open.Pop();
            }

            _html.Markup("</li>\n<li>"u8);
        }
        else
        {
            _html.Markup("<ol>\n<li>"u8);
            open.Push(heading.Level);
        }

        _html.Markup("<a"u8).Attribute("href"u8, "#" + id).Markup(">"u8);
        _line.ContentsEntry(heading.Content).Markup("</a>"u8);
    }

    private void CloseLists(Stack<int> open, int level)
    {
        while (open.TryPeek(out var inner) && inner > level)
        {
            _html.Markup("</li>\n</ol>\n"u8);
            open.Pop();
        }
    }

    /// <summary>The notes, each with a way back to every mark (DPUB-ARIA 1.1, doc-endnotes, doc-backlink).</summary>
    private void Notes()
    {
        var notes = _page.Document.Footnotes;
        if (notes.IsEmpty)
        {
            return;
        }

        _html.Markup("<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"page:notes\">\n"u8);
        ApparatusHeading("page:notes", Label.Footnotes);
        _page.Demand.Add(Fonts.TextFace.Of(_page.Request.Template.Styles[StyleRole.Footnote]), "0123456789.");
        _html.Markup("<ol>\n"u8);
        foreach (var note in notes)
        {
            Note(note);
        }

        _html.Markup("</ol>\n</section>\n"u8);
    }

    private void Note(Footnote note)
    {
        var number = _page.NumberOf(note.Id);
        _html.Markup("<li id=\"note:"u8).Number(number).Markup("\">"u8);
        var endsInParagraph = note.Content is [.., Paragraph];
        if (note.Content is [Paragraph only])
        {
            // One paragraph needs no p, and the way back stands in its last line.
            _line.Line(StyleRole.Footnote, only.Content);
        }
        else if (endsInParagraph)
        {
            _blocks.Blocks(StyleRole.Footnote, ValueList.Create(note.Content.AsSpan()[..^1])).Markup("<p>"u8);
            _line.Line(StyleRole.Footnote, ((Paragraph)note.Content[^1]).Content);
        }
        else
        {
            _blocks.Blocks(StyleRole.Footnote, note.Content);
        }

        for (var mark = 1; mark <= _page.MarksOf(note.Id); mark++)
        {
            BackLink(number, mark);
        }

        _html.Markup(endsInParagraph && note.Content.Count > 1 ? "</p></li>\n"u8 : "</li>\n"u8);
    }

    private void BackLink(int number, int mark)
    {
        _html.Markup(" <a role=\"doc-backlink\" href=\"#ref:"u8).Number(number);
        if (mark > 1)
        {
            _html.Markup(":"u8).Number(mark);
        }

        // U+FE0E asks for the text form of the arrow: some systems show a coloured picture otherwise.
        _html.Markup("\""u8).Attribute("lang"u8, _page.FurnitureLanguage).Attribute("aria-label"u8, _page.Locale[Label.BackToText])
            .Markup(">↩\uFE0E</a>"u8);
    }

    /// <summary>Addresses that stood in no place of the text: beside the statement, not in it.</summary>
    private void LinkReferences()
    {
        var references = _page.Document.LinkReferences;
        if (references.IsEmpty)
        {
            return;
        }

        _html.Markup("<aside class=\"links\" aria-labelledby=\"page:links\">\n"u8);
        ApparatusHeading("page:links", Label.LinkReferences);
        _html.Markup("<ul>\n"u8);
        foreach (var reference in references)
        {
            _html.Markup("<li>"u8);
            var address = Address.GuessOrNull(reference.Target);
            if (address is not null)
            {
                _html.Markup("<a class=\"address\""u8).Attribute("href"u8, address).Markup(">"u8);
            }

            _line.Line(StyleRole.LinkReference, reference.Target);
            _html.Markup(address is null ? ""u8 : "</a>"u8);
            if (reference.Page > 0)
            {
                _html.Markup(" <span"u8).Attribute("lang"u8, _page.FurnitureLanguage).Markup(">("u8);
                _line.Line(StyleRole.LinkReference, _page.Locale.Format(Label.LinkReferencePage, reference.Page));
                _html.Markup(")</span>"u8);
            }

            _html.Markup("</li>\n"u8);
        }

        _html.Markup("</ul>\n</aside>\n"u8);
    }

    private void Footer()
    {
        if (_page.Surround.Closing.IsEmpty)
        {
            return;
        }

        _html.Markup("<footer"u8).Attribute("lang"u8, _page.FurnitureLanguage).Markup(">\n"u8);
        var closing = _page.Surround.Closing;

        // HTML, 4.3.10: an address holds no headings and no sections.
        (closing.All(block => block is Paragraph) ? _blocks.Address(StyleRole.Closing, closing) : _blocks.Blocks(StyleRole.Closing, closing))
            .Markup("</footer>\n"u8);
    }

    private void ApparatusHeading(string id, Label label)
    {
        _html.Markup("<h2 class=\"apparatus\""u8).Attribute("id"u8, id).Attribute("lang"u8, _page.FurnitureLanguage).Markup(">"u8);
        _line.Line(StyleRole.ApparatusHeading, _page.Locale[label]).Markup("</h2>\n"u8);
    }

    private void Part(ReadOnlySpan<byte> name, StyleRole role, ValueList<Block> blocks, string? language = null)
    {
        if (blocks.IsEmpty)
        {
            return;
        }

        _html.Markup("<div class=\""u8).Markup(name).Markup("\""u8).Attribute("lang"u8, language).Markup(">\n"u8);
        _blocks.Blocks(role, blocks).Markup("</div>\n"u8);
    }
}
