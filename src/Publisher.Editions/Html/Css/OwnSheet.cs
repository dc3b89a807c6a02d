using System.Text;
using Publisher.Editions.Html.Fonts;
using Publisher.Model;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Templates.Styles;
using Publisher.Templates.Surroundings;

namespace Publisher.Editions.Html.Css;

/// <summary>Writes the style sheet of one statement: the fonts cut down to its characters, and the running lines of its paper pages.</summary>
internal static class OwnSheet
{
    /// <summary>Writes the style sheet; null if there is nothing in it.</summary>
    public static byte[]? WriteOrNull(HtmlPage page, WebFonts fonts)
    {
        var running = new CssWriter();
        RunningLines(running, page);
        var pages = running.ToBytes();
        var faces = new HtmlWriter();
        foreach (var use in page.Demand.Uses)
        {
            if (fonts.SubsetOrNull(use, page) is { } font)
            {
                FontFace(faces, use.File, font);
            }
        }

        faces.DangerouslyUnencoded(pages);
        return faces.Written.IsEmpty ? null : faces.Written.ToArray();
    }

    private static void FontFace(HtmlWriter css, Templates.Fonts.FontFile file, byte[] font) =>
        css.DangerouslyUnencoded(Encoding.UTF8.GetBytes(
                $"@font-face{{font-family:{CssWriter.Quoted(file.Family)};font-weight:{file.Weight};font-style:{(file.Italic ? "italic" : "normal")};src:url(data:font/woff2;base64,"))
            .Base64(font).Markup(")format(\"woff2\")}\n"u8);

    /// <summary>CSS Paged Media 3, 5: boxes in the margins of the page.</summary>
    private static void RunningLines(CssWriter css, HtmlPage page)
    {
        var surround = page.Surround;
        Page(css, page, "@page", surround.Header, surround.Footer, isFirst: false);
        Page(css, page, "@page :first", surround.FirstHeader, surround.FirstFooter, isFirst: true);
    }

    private static void Page(CssWriter css, HtmlPage page, string selector, ValueList<RunningLine> header, ValueList<RunningLine> footer, bool isFirst)
    {
        var isNeeded = isFirst
            ? !page.Surround.Header.IsEmpty || !page.Surround.Footer.IsEmpty || !header.IsEmpty || !footer.IsEmpty
            : !header.IsEmpty || !footer.IsEmpty;
        if (!isNeeded)
        {
            return;
        }

        css.Group(selector);
        Boxes(css, page, "top", StyleRole.Header, header, isFirst);
        Boxes(css, page, "bottom", StyleRole.Footer, footer, isFirst);
        css.EndGroup();
    }

    private static void Boxes(CssWriter css, HtmlPage page, string edge, StyleRole role, ValueList<RunningLine> lines, bool isFirst)
    {
        if (lines.IsEmpty && !isFirst)
        {
            return;
        }

        Box(css, page, $"@{edge}-left", role, [.. lines.Select(line => line.Start)]);
        Box(css, page, $"@{edge}-center", role, [.. lines.Select(line => line.Center)]);
        Box(css, page, $"@{edge}-right", role, [.. lines.Select(line => line.End)]);
    }

    private static void Box(CssWriter css, HtmlPage page, string name, StyleRole role, ValueList<ValueList<Inline>> lines)
    {
        css.Rule(name);
        if (lines.All(line => line.IsEmpty))
        {
            // On the first page it undoes what the other pages have.
            css.Set("content", "none");
            return;
        }

        var style = page.Request.Template.Styles[role];
        css.Set("content", string.Join(" \"\\A \" ", lines.Select(line => Content(page, role, line)))).Set("white-space", "pre-wrap")
            .Set("font-family", FontFallback.Of(style.FontFamily)).Set("font-size", style.Size.ToString()).Set("font-weight", CssWriter.Number(style.Weight))
            .SetIf("font-style", style.Italic ? "italic" : null).Set("color", style.Colour.ToString());
    }

    /// <summary>A line as a value of <c>content</c>. The heading of a section is unknown to browsers, so it is left out.</summary>
    private static string Content(HtmlPage page, StyleRole role, ValueList<Inline> line)
    {
        var content = new StringBuilder();
        foreach (var inline in line)
        {
            content.Append(content.Length > 0 ? " " : "");
            switch (inline)
            {
                case Placeholder { Kind: PlaceholderKind.Page }:
                    page.Demand.Add(TextFace.Of(page.Request.Template.Styles[role]), "0123456789");
                    content.Append("counter(page)");
                    break;
                case Placeholder { Kind: PlaceholderKind.Pages }:
                    content.Append("counter(pages)");
                    break;
                case Placeholder:
                    break;
                default:
                    var text = PlainText.Of([inline]);
                    page.Demand.Add(TextFace.Of(page.Request.Template.Styles[role]), text);
                    content.Append(CssWriter.Quoted(text));
                    break;
            }
        }

        return content.Length == 0 ? "\"\"" : content.ToString();
    }
}
