using System.Text;
using Publisher.Editions.Html.Fonts;
using Publisher.Model;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Templates.Styles;
using Publisher.Templates.Surroundings;

namespace Publisher.Editions.Html.Css;

/// <summary>Writes the style sheet of one statement: the counters of its lists, and the running lines of its pages on paper.</summary>
internal static class OwnSheet
{
    /// <summary>Writes the style sheet; null if there is nothing in it.</summary>
    public static byte[]? WriteOrNull(HtmlPage page)
    {
        var css = new CssWriter();
        Counters(css, page.Counters);
        RunningLines(css, page);
        return css.ToBytes() is { Length: > 0 } rules ? rules : null;
    }

    /// <summary>CSS Counter Styles 3: what browsers do not know by themselves is a bracket behind a number, or two round it.</summary>
    private static void Counters(CssWriter css, SortedSet<string> names)
    {
        foreach (var name in names)
        {
            var numbers = name[1] switch
            {
                'a' => "lower-alpha",
                'A' => "upper-alpha",
                'i' => "lower-roman",
                'I' => "upper-roman",
                _ => "decimal",
            };
            css.Rule("@counter-style " + name).Set("system", "extends " + numbers)
                .SetIf("prefix", name.EndsWith('s') ? "\"(\"" : null).Set("suffix", "\") \"");
            css.Rule("." + name).Set("list-style-type", name);
        }
    }

    /// <summary>CSS Paged Media 3, 5: boxes in the margins of the page.</summary>
    private static void RunningLines(CssWriter css, HtmlPage page)
    {
        var surround = page.Surround;
        var all = new List<Box>();
        Edge(all, page, "top", StyleRole.Header, surround.Header);
        Edge(all, page, "bottom", StyleRole.Footer, surround.Footer);
        var first = new List<Box>();
        Edge(first, page, "top", StyleRole.Header, surround.FirstHeader);
        Edge(first, page, "bottom", StyleRole.Footer, surround.FirstFooter);

        // The first page has the boxes of all pages unless it says something else.
        first.AddRange(all.Where(box => !first.Exists(other => other.Name == box.Name)).Select(box => box with { Content = "none" }).ToArray());
        var header = page.Request.Template.Styles[StyleRole.Header];
        Pages(css, "@page", header, all);
        Pages(css, "@page :first", header, [.. first.Where(box => !all.Contains(box))]);
    }

    private static void Pages(CssWriter css, string selector, Style header, List<Box> boxes)
    {
        if (boxes.Count == 0)
        {
            return;
        }

        css.Group(selector);
        foreach (var box in boxes)
        {
            // At-rules cannot share their declarations as selectors do.
            css.Literal(string.Empty).Rule(box.Name).Set("content", box.Content);
            if (box.Content != "none" && box.Style != header)
            {
                SheetWriter.RunningCharacters(css, box.Style);
            }
        }

        css.EndGroup();
    }

    private static void Edge(List<Box> boxes, HtmlPage page, string edge, StyleRole role, ValueList<RunningLine> lines)
    {
        Fill(boxes, page, $"@{edge}-left", role, [.. lines.Select(line => line.Start)]);
        Fill(boxes, page, $"@{edge}-center", role, [.. lines.Select(line => line.Center)]);
        Fill(boxes, page, $"@{edge}-right", role, [.. lines.Select(line => line.End)]);
    }

    private static void Fill(List<Box> boxes, HtmlPage page, string name, StyleRole role, ValueList<ValueList<Inline>> lines)
    {
        if (lines.Any(line => !line.IsEmpty))
        {
            boxes.Add(new Box(name, string.Join(" \"\\A \" ", lines.Select(line => Content(page, role, line))), page.Request.Template.Styles[role]));
        }
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

    /// <summary>A box in the margin of a page.</summary>
    /// <param name="Name">Its at-rule.</param>
    /// <param name="Content">Value of <c>content</c>.</param>
    /// <param name="Style">How it is set.</param>
    private sealed record Box(string Name, string Content, Style Style);
}
