using Publisher.Editions.Html.Fonts;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Templates.Labels;
using Publisher.Templates.Styles;

namespace Publisher.Editions.Html;

/// <summary>Writes lines of text.</summary>
internal sealed class InlineWriter(HtmlWriter html, HtmlPage page) : InlineVisitor<HtmlWriter>
{
    private const int BoldWeight = 700;

    private readonly TextMarks _marks = new(page);
    private TextFace _face = TextFace.Of(page.Request.Template.Styles[StyleRole.Body]);
    private bool _isDivided = page.Request.Template.Styles[StyleRole.Body].Hyphenate;
    private string _language = page.Language;
    private bool _inLink;
    private bool _isHeadingInContents;

    /// <summary>Writes a line in the face of a role.</summary>
    public HtmlWriter Line(StyleRole role, ValueList<Inline> content)
    {
        page.Show(role);
        var style = page.Request.Template.Styles[role];
        (_face, _isDivided) = (TextFace.Of(style), style.Hyphenate);
        return Line(content);
    }

    /// <summary>Writes a text in the face of a role.</summary>
    public HtmlWriter Line(StyleRole role, string text)
    {
        page.Show(role);
        page.Demand.Add(TextFace.Of(page.Request.Template.Styles[role]), text);
        return html.Text(text);
    }

    /// <summary>Writes a heading's line as the entry of a table of contents: no links, no notes.</summary>
    public HtmlWriter ContentsEntry(ValueList<Inline> content)
    {
        (_inLink, _isHeadingInContents) = (true, true);
        Line(StyleRole.ContentsEntry, content);
        (_inLink, _isHeadingInContents) = (false, false);
        return html;
    }

    /// <inheritdoc/>
    public override HtmlWriter VisitText(Text text) => Characters(text.Value);

    /// <inheritdoc/>
    public override HtmlWriter VisitEmphasis(Emphasis emphasis)
    {
        var outer = _face;

        // Stress inside italics is upright again; the style sheet says the same.
        _face = _face with { Italic = !_face.Italic };
        html.Markup("<em>"u8);
        Line(emphasis.Content).Markup("</em>"u8);
        _face = outer;
        return html;
    }

    /// <inheritdoc/>
    public override HtmlWriter VisitStrong(Strong strong)
    {
        var outer = _face;
        _face = _face with { Weight = BoldWeight };
        html.Markup("<strong>"u8);
        Line(strong.Content).Markup("</strong>"u8);
        _face = outer;
        return html;
    }

    /// <inheritdoc/>
    public override HtmlWriter VisitStrikethrough(Strikethrough strikethrough)
    {
        html.Markup("<s>"u8);
        return Line(strikethrough.Content).Markup("</s>"u8);
    }

    /// <inheritdoc/>
    public override HtmlWriter VisitSuperscript(Superscript superscript)
    {
        page.Show(PageParts.Scripts);
        html.Markup("<sup>"u8);
        return Line(superscript.Content).Markup("</sup>"u8);
    }

    /// <inheritdoc/>
    public override HtmlWriter VisitSubscript(Subscript subscript)
    {
        page.Show(PageParts.Scripts);
        html.Markup("<sub>"u8);
        return Line(subscript.Content).Markup("</sub>"u8);
    }

    /// <inheritdoc/>
    public override HtmlWriter VisitCode(Code code)
    {
        html.Markup("<code>"u8);
        return Line(StyleRole.InlineCode, code.Value).Markup("</code>"u8);
    }

    /// <inheritdoc/>
    public override HtmlWriter VisitLink(Link link)
    {
        var target = _inLink ? null : TargetOf(link);
        if (target is null)
        {
            return Line(link.Content);
        }

        var text = PlainText.Of(link.Content);
        html.Markup("<a"u8).Attribute("href"u8, target).Attribute("title"u8, link.Title);
        if (text.AsSpan().Trim().IsEmpty && !HasDescribedImage(link.Content))
        {
            html.Attribute("aria-label"u8, page.Locale.Format(Label.LinkTo, link.Target));
        }
        else if (PrintedAddress.IsSaidBy(text, link.Target))
        {
            // Paper shows the address already.
            html.Attribute("class"u8, "address");
        }

        html.Markup(">"u8);
        _inLink = true;
        Line(link.Content).Markup("</a>"u8);
        _inLink = false;
        return html;
    }

    /// <inheritdoc/>
    public override HtmlWriter VisitImage(Image image) => ImageWriter.Write(html, page, image, this);

    /// <inheritdoc/>
    public override HtmlWriter VisitLanguageSpan(LanguageSpan span)
    {
        html.Markup("<span"u8).Attribute("lang"u8, span.Language);
        if (HtmlPage.IsRightToLeft(span.Language) != HtmlPage.IsRightToLeft(page.Language))
        {
            html.Attribute("dir"u8, HtmlPage.IsRightToLeft(span.Language) ? "rtl" : "ltr");
        }

        html.Markup(">"u8);
        var outer = _language;
        _language = span.Language;
        Line(span.Content).Markup("</span>"u8);
        _language = outer;
        return html;
    }

    /// <inheritdoc/>
    public override HtmlWriter VisitLineBreak(LineBreak lineBreak) =>
        _isHeadingInContents ? html.Markup(" "u8) : html.Markup("<br>"u8);

    /// <inheritdoc/>
    public override HtmlWriter VisitFootnoteReference(FootnoteReference reference)
    {
        var number = page.NumberOf(reference.Id);
        if (number == 0 || _isHeadingInContents)
        {
            return html;
        }

        if (_inLink)
        {
            // A link inside a link is no HTML; the number still says which note.
            return html.Markup("<sup class=\"noteref\">"u8).Number(number).Markup("</sup>"u8);
        }

        html.Markup("<sup class=\"noteref\"><a role=\"doc-noteref\" id=\"ref:"u8).Number(number);
        var mark = page.NextMark(reference.Id);
        if (mark > 1)
        {
            html.Markup(":"u8).Number(mark);
        }

        page.Demand.Add(_face, "0123456789");
        return html.Markup("\" href=\"#note:"u8).Number(number)
            .Markup("\""u8).Attribute("aria-label"u8, $"{page.Locale[Label.Footnote]} {number}").Markup(">"u8)
            .Number(number).Markup("</a></sup>"u8);
    }

    /// <inheritdoc/>
    public override HtmlWriter VisitCorrection(Correction correction) => Characters(correction.Replacement);

    /// <summary>Pages and their sections have no meaning on the web.</summary>
    public override HtmlWriter VisitPlaceholder(Placeholder placeholder) => html;

    /// <summary>Writes characters in the face at hand.</summary>
    public HtmlWriter Characters(string text)
    {
        page.Demand.Add(_face, text);
        return _marks.Write(html, text, _isDivided ? _language : null);
    }

    /// <summary>Writes a line in the face at hand.</summary>
    public HtmlWriter Line(ValueList<Inline> content)
    {
        foreach (var inline in content)
        {
            inline.Accept(this);
        }

        return html;
    }

    private static bool HasDescribedImage(ValueList<Inline> content) =>
        InlineWalk.Of(content).Any(inline => inline is Image { AlternativeText.Length: > 0 });

    private string? TargetOf(Link link)
    {
        if (link.Target.StartsWith('#'))
        {
            return page.HasHeading(link.Target[1..]) ? "#" + HeadingIds.Clean(link.Target[1..]) : null;
        }

        var safe = Address.SafeOrNull(link.Target);
        if (safe is null)
        {
            page.Report(
                DiagnosticCode.LinkRefused,
                DiagnosticSeverity.Warning,
                $"The link to \"{link.Target}\" was left out, for its address is not one a web page may lead to; its text was kept.",
                "Write an address that begins with https:, http:, mailto: or tel:.",
                link.Span);
        }

        return safe;
    }
}
