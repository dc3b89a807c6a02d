using Publisher.Templates;
using Publisher.Templates.Pages;
using Publisher.Templates.Styles;

namespace Publisher.Editions.Html.Css;

/// <summary>
/// Writes the style sheet that all statements of a template share. Lengths on paper become multiples of the body's size (rem), so
/// that the page keeps its proportions whatever size a reader has chosen; on paper the body's size is the template's again.
/// </summary>
internal sealed class SheetWriter
{
    // WCAG 2.2, 1.4.12 takes 1.5 for lines that are easy to follow on a screen; paper is set as the template says.
    private const double ScreenLineHeight = 1.5;

    // From this size on a line on a phone holds too few letters, so the size yields to the width of the screen.
    private const double LargeSize = 1.5;

    private static readonly Part[] Parts =
    [
        new(StyleRole.BodyFollowing, null, ":where(main,article,section)>p:not([class])+p:not([class])"),
        new(StyleRole.Lead, null, ".lead"),
        new(StyleRole.Dateline, null, ".dateline"),
        new(StyleRole.Addressee, null, ".addressee"),
        new(StyleRole.Salutation, null, ".salutation"),
        new(StyleRole.Valediction, null, ".valediction"),
        new(StyleRole.Signature, null, ".signature"),
        new(StyleRole.Contact, null, ".contact"),
        new(StyleRole.Title, null, "h1"),
        new(StyleRole.Subtitle, null, ".subtitle"),
        new(StyleRole.Heading1, null, "h2"),
        new(StyleRole.Heading2, null, "h3"),
        new(StyleRole.Heading3, null, "h4"),
        new(StyleRole.Heading4, null, "h5"),
        new(StyleRole.Heading5, null, "h6"),
        new(StyleRole.Heading6, null, "h6[aria-level]"),
        new(StyleRole.ApparatusHeading, null, ".apparatus"),
        new(StyleRole.Quote, "blockquote", "blockquote p"),
        new(StyleRole.Attribution, null, ".attribution"),
        new(StyleRole.Caption, null, "caption,figcaption:not([class])"),
        new(StyleRole.TableCell, "td", "td p"),
        new(StyleRole.TableHeader, "th", "th p"),
        new(StyleRole.TableCell, "tbody th", "tbody th p"),
        new(StyleRole.CodeBlock, null, "pre"),
        new(StyleRole.Footnote, ".notes ol", ".notes :is(li,p)"),
        new(StyleRole.LinkReference, ".links ul", ".links li"),
        new(StyleRole.ContentsEntry, ".contents ol", ".contents li"),
        new(StyleRole.Letterhead, ".sender", ".sender p"),
        new(StyleRole.Kicker, ".kicker", ".kicker p"),
        new(StyleRole.Byline, ".byline", ".byline p"),
        new(StyleRole.Closing, "footer", "footer p"),
    ];

    private readonly Template _template;
    private readonly EditionSpec _edition;
    private readonly Style _body;
    private readonly Scheme _scheme;
    private readonly CssWriter _css = new();

    private SheetWriter(Template template, EditionSpec edition)
    {
        _template = template;
        _edition = edition;
        _body = template.Styles[StyleRole.Body];
        _scheme = new Scheme(template.Brand.Palette);
    }

    /// <summary>Writes the style sheet of an edition.</summary>
    public static byte[] Write(Template template, EditionSpec edition)
    {
        var writer = new SheetWriter(template, edition);
        writer.Page();
        foreach (var part in Parts)
        {
            writer.Write(part);
        }

        writer.RowHeads();
        writer.Lists();
        writer.Inside();
        writer.Furniture();
        writer.Colours();
        writer.Print();
        return writer._css.ToBytes();
    }

    private void Page()
    {
        _css.Literal("*,::before,::after{box-sizing:border-box}\n")
            .Literal("html{font-size:clamp(1rem,.95rem + .25vw,1.1875rem);-webkit-text-size-adjust:100%;text-size-adjust:100%}\n");
        _css.Rule("body").Set("margin", "0 auto").Set("max-width", "40rem").Set("padding", "clamp(1.25rem,4vw,3.5rem) clamp(1rem,5vw,2rem)")
            .Set("background", Var(_scheme.Page()));
        _css.Set("font-family", FontFallback.Of(_body.FontFamily)).Set("line-height", CssWriter.Number(Math.Max(ScreenLineHeight, Ratio(_body))))
            .Set("font-weight", CssWriter.Number(_body.Weight)).Set("color", Var(_scheme.Text("text", _body.Colour, null)))
            .Set("overflow-wrap", "break-word").Set("hanging-punctuation", "first allow-end last").Set("font-kerning", "normal")
            .SetIf("font-variant-numeric", Figures(_body.Figures));
        if (_body.Hyphenate)
        {
            // Two letters before and three behind, words of six or more: what the typographic rules say for German.
            _css.Set("hyphens", "auto").Set("hyphenate-limit-chars", "6 3 3");
        }

        _css.Rule("p");
        Flow(_body);
        _css.Set("text-wrap", "pretty");
        _css.Literal("main>:first-child,article>:first-child,header>:first-child,blockquote>:first-child,li>:first-child{margin-block-start:0}\n")
            .Literal("h1,h2,h3,h4,h5,h6,.subtitle,.kicker{hyphens:manual;text-wrap:balance}\n");
    }

    /// <summary>One role: its characters and box where it holds blocks, its place among other blocks where it is one.</summary>
    private void Write(Part part)
    {
        var style = _template.Styles[part.Role];
        var name = NameOf(part.Role);
        if (part.Container is not null)
        {
            _css.Rule(part.Container);
            Characters(style, name);
            Box(style, name);
            if (part.Container is not ("td" or "th"))
            {
                _css.Set("margin-block", "0");
            }

            _css.Rule(part.Block);
        }
        else
        {
            _css.Rule(part.Block);
            Characters(style, name);
            Box(style, name);
        }

        Flow(style);
        if (style.Italic)
        {
            _css.Rule($":is({part.Container ?? part.Block}) em").Set("font-style", "normal");
        }
    }

    /// <summary>What of a style concerns characters, as far as it differs from the body's.</summary>
    private void Characters(Style style, string name)
    {
        _css.SetIf("font-family", style.FontFamily == _body.FontFamily ? null : FontFallback.Of(style.FontFamily));
        var size = style.Size / _body.Size;
        _css.Set("font-size", size > LargeSize ? $"clamp({CssWriter.Number(LargeSize)}rem,1rem + 4vw,{CssWriter.Number(size)}rem)" : CssWriter.Number(size) + "rem")
            .SetIf("line-height", size > 1.001 ? CssWriter.Number(Ratio(style)) : null);

        // Headings and header cells are bold and monospace is small unless told otherwise.
        _css.Set("font-weight", CssWriter.Number(style.Weight))
            .SetIf("font-style", style.Italic ? "italic" : null)
            .SetIf("font-variant-caps", style.SmallCapitals ? "small-caps" : null)
            .SetIf("text-transform", style.Capitals ? "uppercase" : null)
            .SetIf("letter-spacing", style.LetterSpacing == Length.Zero ? null : CssWriter.Number(style.LetterSpacing / style.Size) + "em")
            .SetIf("font-variant-numeric", style.Figures == _body.Figures ? null : Figures(style.Figures) ?? "normal")
            .SetIf("text-decoration", style.Underline ? "underline" : null);
        if (style.Background is { } ground)
        {
            _css.Set("background", Var(_scheme.Ground(name + "-ground", ground)));
        }

        if (style.Colour != _body.Colour || style.Background is not null)
        {
            _css.Set("color", Var(_scheme.Text(name, style.Colour, style.Background)));
        }
    }

    /// <summary>What stands round a block: indents and rules.</summary>
    private void Box(Style style, string name)
    {
        if (style.IndentStart > Length.Zero)
        {
            _css.Set(style.RuleStart is null ? "padding-inline-start" : "margin-inline-start", Rem(style.IndentStart));
        }

        if (style.IndentEnd > Length.Zero)
        {
            _css.Set("padding-inline-end", Rem(style.IndentEnd));
        }

        Rule("block-start", style.RuleBefore, name);
        Rule("block-end", style.RuleAfter, name);
        Rule("inline-start", style.RuleStart, name);
        if (style.Background is not null)
        {
            _css.Set("padding-inline", ".75em");
        }
    }

    private void Rule(string side, BorderRule? rule, string name)
    {
        if (rule is null)
        {
            return;
        }

        var thickness = CssWriter.Number(Math.Max(1, rule.Thickness.Pixels)) + "px";
        _css.Set("border-" + side, $"{thickness} solid {Var(_scheme.Rule(name + "-rule", rule.Colour))}").Set("padding-" + side, Rem(rule.Gap));
    }

    /// <summary>The place of a block among others; the larger of two margins counts, in the template as in CSS.</summary>
    private void Flow(Style style)
    {
        _css.Set("margin-block", $"{Rem(style.SpaceBefore)} {Rem(style.SpaceAfter)}");
        if (style.FirstLineIndent != Length.Zero || _body.FirstLineIndent != Length.Zero)
        {
            _css.Set("text-indent", Rem(style.FirstLineIndent));
        }

        _css.SetIf("text-align", style.Alignment switch
        {
            TextAlignment.Center => "center",
            TextAlignment.End => "end",

            // A screen has no page to fill: ragged lines keep even spaces (DIN 1450).
            _ => _body.Alignment is TextAlignment.Start or TextAlignment.Justify ? null : "start",
        });
    }

    /// <summary>A cell that heads its row is set like its row, but stands out as the heads of columns do.</summary>
    private void RowHeads()
    {
        var head = _template.Styles[StyleRole.TableHeader];
        _css.Rule("tbody th").Set("background", "none").Set("font-weight", CssWriter.Number(head.Weight));
        var isFilled = head.Background is not null || _template.Styles[StyleRole.TableCell].Background is not null;
        _css.Rule("th,td").Set("padding", isFilled ? ".35em .6em" : ".35em 1em .35em 0").Set("text-align", "start").Set("vertical-align", "top");
        if (!isFilled)
        {
            _css.Rule(":is(th,td):last-child").Set("padding-inline-end", "0");
        }
    }

    private void Lists()
    {
        var item = _template.Styles[StyleRole.ListItem];
        _css.Rule(":is(ul,ol)").Set("padding-inline-start", $"max(1.5em,{Rem(item.IndentStart)})");
        Flow(_body);
        _css.Rule("li").Set("text-indent", "0");
        if (item.Size != _body.Size || item.Colour != _body.Colour || item.FontFamily != _body.FontFamily)
        {
            Characters(item, "list-item");
        }

        _css.Set("margin-block", $"{Rem(item.SpaceBefore)} {Rem(item.SpaceAfter)}");
        _css.Literal("li :is(ul,ol),li p{margin-block:.25rem}\n.loose>li+li{margin-block-start:.75rem}\n");
        _css.Literal("[class*=-paren]{padding-inline-start:2.25em}\n");
        foreach (var (type, style) in new[]
        {
            ("1", "decimal"), ("a", "lower-alpha"), ("A", "upper-alpha"), ("i", "lower-roman"), ("I", "upper-roman"),
        })
        {
            _css.Literal($"@counter-style n{type}-paren{{system:extends {style};suffix:\") \"}}\n.n{type}-paren{{list-style-type:n{type}-paren}}\n")
                .Literal($"@counter-style n{type}-parens{{system:extends {style};prefix:\"(\";suffix:\") \"}}\n.n{type}-parens{{list-style-type:n{type}-parens}}\n");
        }
    }

    /// <summary>What stands inside lines and the figures, tables and code between them.</summary>
    private void Inside()
    {
        var link = _template.Styles[StyleRole.Link];
        _css.Rule("a").Set("color", Var(_scheme.Text("link", link.Colour, null))).SetIf("font-weight", link.Weight == _body.Weight ? null : CssWriter.Number(link.Weight))
            .Set("text-underline-offset", ".15em").Set("text-decoration-thickness", "from-font");
        _css.Rule(":focus-visible").Set("outline", $"3px solid {Var(_scheme.Text("link", link.Colour, null))}").Set("outline-offset", "3px").Set("border-radius", "2px");
        var code = _template.Styles[StyleRole.InlineCode];
        _css.Rule("code").Set("font-family", FontFallback.Of(code.FontFamily)).Set("font-size", CssWriter.Number(code.Size / _body.Size) + "em").Set("hyphens", "manual");
        _css.Literal(
            """
            pre{overflow-wrap:anywhere;white-space:pre-wrap}
            pre code{font:inherit}
            strong{font-weight:700}
            em em{font-style:normal}
            sup,sub{font-size:.75em;line-height:0}
            .noteref{font-style:normal}
            .noteref a{padding-inline-start:.1em;text-decoration:none}
            .noteref a:hover{text-decoration:underline}
            [role=doc-backlink]{padding-inline:.25em}
            abbr[title]{text-decoration:underline dotted;text-underline-offset:.15em}
            a abbr[title]{text-decoration:none}
            a.address,.links a{hyphens:manual;overflow-wrap:anywhere}
            img{height:auto;max-width:100%;vertical-align:middle}
            figure{margin:1.5rem 0}
            figure>img{display:block}
            .quote{margin:0}
            .missing{font-style:italic}
            .table{margin-block:1.5rem;overflow-x:auto}
            table{border-collapse:collapse;min-width:100%}
            caption{text-align:start}
            th.center,td.center{text-align:center}
            th.end,td.end{font-variant-numeric:tabular-nums lining-nums;text-align:end}
            hr{border:0;border-block-start:1px solid currentColor;margin:2rem auto;opacity:.6;width:6rem}

            """);
    }

    private void Furniture()
    {
        var logo = _template.Brand.Logo;
        if (logo is not null)
        {
            _css.Rule(".logo").Set("height", Rem(logo.Height)).Set("width", "auto").Set("max-width", "60vw");
        }

        _css.Literal(
            """
            .skip{background:Canvas;color:LinkText;inset-block-start:.5rem;inset-inline-start:.5rem;padding:.5rem 1rem;position:absolute;z-index:1}
            .skip:not(:focus),.unseen{clip-path:inset(50%);height:1px;overflow:hidden;padding:0;position:absolute;white-space:nowrap;width:1px}
            main:focus{outline:0}
            .letterhead{align-items:start;display:flex;flex-direction:column;gap:1rem 2rem;justify-content:space-between;margin-block-end:clamp(2rem,6vw,4rem)}
            .sender{flex:1 1 auto;width:100%}
            .kicker+.byline{margin-block-start:.25rem}
            header{margin-block-end:1rem}
            hgroup{margin-block-end:2rem}
            .notes,.links,footer{margin-block-start:clamp(2rem,6vw,3.5rem)}
            .notes ol{padding-inline-start:1.75em}
            .links ul,.contents ol{list-style:none;padding-inline-start:0}
            .contents ol ol{padding-inline-start:1.25em}
            .contents a{display:inline-block;min-height:24px}
            .contents{margin-block:2rem}
            @media (min-width:36rem){.logo-start{align-items:center;flex-direction:row}.logo-end{align-items:center;flex-direction:row-reverse}.logo-start .sender,.logo-end .sender{width:auto}.logo-start .sender{text-align:end}}
            @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}

            """);
    }

    private void Colours()
    {
        _css.Rule(":root").Set("color-scheme", "light dark");
        foreach (var (name, light, _) in _scheme.Entries)
        {
            _css.Set("--" + name, light.ToString());
        }

        // Paper is white, whatever the screen is.
        _css.Group("@media screen and (prefers-color-scheme:dark)").Rule(":root");
        foreach (var (name, light, dark) in _scheme.Entries)
        {
            _css.SetIf("--" + name, light == dark ? null : dark.ToString());
        }

        _css.Rule(".on-light").Set("background", "#fff").Set("border-radius", ".25rem").Set("padding", ".4rem").EndGroup();
    }

    private void Print()
    {
        _css.Group("@media print").Rule(":root").Set("color-scheme", "light").Rule("html").Set("font-size", _body.Size.ToString())
            .Rule("body").Set("max-width", "none").Set("padding", "0").Set("line-height", CssWriter.Number(Ratio(_body)))
            .Literal(".skip{display:none}.page-break{break-before:page}tr,figure,pre,.links li{break-inside:avoid}thead{display:table-header-group}.table{overflow:visible}a{text-decoration:none}");
        if (_edition.LinksInPrint != LinkDisplay.None)
        {
            _css.Literal("a[href^=http]:not(.address)::after{content:\" (\" attr(href) \")\";font-size:.85em;overflow-wrap:anywhere}");
        }

        Paper("p", _body);
        foreach (var part in Parts)
        {
            Paper(part.Block, _template.Styles[part.Role]);
        }

        _css.EndGroup();
        PageBox(_edition.Page);
    }

    private void Paper(string selector, Style style)
    {
        _css.Rule(selector).Set("orphans", CssWriter.Number(style.Orphans)).Set("widows", CssWriter.Number(style.Widows))
            .SetIf("break-after", style.KeepWithNext ? "avoid" : null)
            .SetIf("break-inside", style.KeepTogether ? "avoid" : null)
            .SetIf("text-align", style.Alignment == TextAlignment.Justify ? "justify" : null)
            .SetIf("font-size", style.Size / _body.Size > LargeSize ? style.Size.ToString() : null);
    }

    private void PageBox(PageSetup page) =>
        _css.Rule("@page").Set("size", $"{page.Width} {page.Height}")
            .Set("margin", $"{page.MarginTop} {page.MarginRight} {page.MarginBottom} {page.MarginLeft}");

    private string Rem(Length length) => CssWriter.Number(length / _body.Size) is "0" ? "0" : CssWriter.Number(length / _body.Size) + "rem";

    private static double Ratio(Style style) => style.Leading / style.Size;

    private static string Var(string name) => $"var(--{name})";

    private static string NameOf(StyleRole role) =>
        string.Concat(role.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    private static string? Figures(FigureStyle figures) => figures switch
    {
        FigureStyle.Lining => "lining-nums",
        FigureStyle.OldStyle => "oldstyle-nums",
        FigureStyle.Tabular => "lining-nums tabular-nums",
        _ => null,
    };

    /// <summary>A role and where it is seen.</summary>
    /// <param name="Role">The role.</param>
    /// <param name="Container">What holds blocks of this role; null if the role is a block by itself.</param>
    /// <param name="Block">The blocks themselves.</param>
    private sealed record Part(StyleRole Role, string? Container, string Block);
}
