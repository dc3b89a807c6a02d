using Publisher.Templates;
using Publisher.Templates.Pages;
using Publisher.Templates.Styles;

namespace Publisher.Editions.Html.Css;

/// <summary>
/// Writes the style sheet that statements of one template share if they show the same kinds of things. Lengths on paper become
/// multiples of the body's size (rem), so that the page keeps its proportions whatever size a reader has chosen; on paper the body's
/// size is the template's again.
/// </summary>
internal sealed class SheetWriter
{
    // WCAG 2.2, 1.4.12 takes 1.5 for lines that are easy to follow on a screen; paper is set as the template says.
    private const double ScreenLineHeight = 1.5;

    // From this size on a line on a phone holds too few letters, so the size yields to the width of the screen.
    private const double LargeSize = 1.5;

    private static readonly Part[] Parts =
    [
        new(StyleRole.Lead, null, ".lead"),
        new(StyleRole.Dateline, null, ".dateline"),
        new(StyleRole.Addressee, null, ".addressee"),
        new(StyleRole.Salutation, null, ".salutation"),
        new(StyleRole.Valediction, null, ".valediction"),
        new(StyleRole.Signature, null, ".signature"),
        new(StyleRole.Contact, null, ".contact"),
        new(StyleRole.Title, null, "h1"),
        new(StyleRole.Subtitle, null, ".subtitle"),
        new(StyleRole.Heading1, null, "h2:where(:not(.apparatus))"),
        new(StyleRole.Heading2, null, "h3"),
        new(StyleRole.Heading3, null, "h4"),
        new(StyleRole.Heading4, null, "h5"),
        new(StyleRole.Heading5, null, "h6:where(:not([aria-level]))"),
        new(StyleRole.Heading6, null, "h6[aria-level]"),
        new(StyleRole.ApparatusHeading, null, ".apparatus"),
        new(StyleRole.Quote, "blockquote", "blockquote p"),
        new(StyleRole.Attribution, null, ".attribution"),
        new(StyleRole.Caption, null, "caption,figcaption:not([class])"),
        new(StyleRole.TableCell, "td,tbody th", "td p"),
        new(StyleRole.TableHeader, "thead th", "th p"),
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
    private readonly PageUse _use;
    private readonly Style _body;
    private readonly Scheme _scheme;
    private readonly CssWriter _css = new();
    private readonly List<string> _families = [];

    private SheetWriter(Template template, EditionSpec edition, PageUse use)
    {
        _template = template;
        _edition = edition;
        _use = use;
        _body = template.Styles[StyleRole.Body];
        _scheme = new Scheme(template.Brand.Palette);
    }

    private IEnumerable<Part> UsedParts => Parts.Where(part => _use.Has(part.Role));

    /// <summary>Writes the style sheet of an edition for pages that show certain things.</summary>
    public static byte[] Write(Template template, EditionSpec edition, PageUse use)
    {
        var writer = new SheetWriter(template, edition, use);
        writer.Page();
        foreach (var part in writer.UsedParts)
        {
            writer.Write(part);
        }

        writer.Lists();
        writer.Lines();
        writer.Tables();
        writer.Pictures();
        writer.Publications();
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
            .Set("background", Var(_scheme.Page())).Set("color", Var(_scheme.Text("text", _body.Colour, null)));
        _css.Set("font-family", FontFallback.Of(_body.FontFamily)).Set("line-height", CssWriter.Number(Math.Max(ScreenLineHeight, Ratio(_body))))
            .SetIf("font-weight", _body.Weight == 400 ? null : CssWriter.Number(_body.Weight))
            .SetIf("font-style", _body.Italic ? "italic" : null)
            .SetIf("font-variant-caps", _body.SmallCapitals ? "small-caps" : null)
            .SetIf("text-transform", _body.Capitals ? "uppercase" : null)
            .SetIf("letter-spacing", _body.LetterSpacing == Length.Zero ? null : LetterSpacing(_body))
            .Set("overflow-wrap", "break-word").Set("hanging-punctuation", "first allow-end last")
            .SetIf("font-variant-numeric", Figures(_body.Figures));
        if (_body.Hyphenate)
        {
            // Two letters before and three behind, words of six or more: what the typographic rules say for German.
            _css.Set("hyphens", "auto").Set("hyphenate-limit-chars", "6 3 3");
        }

        _css.Rule("p");
        Flow(_body);
        _css.Set("text-wrap", "pretty").SetIf("text-decoration", _body.Underline ? "underline" : null);
        var following = _template.Styles[StyleRole.BodyFollowing];
        if (following != _body)
        {
            _css.Rule(":where(main,article,section)>p:not([class])+p:not([class])");
            Flow(following);
        }

        _css.Literal(":is(main,article,header,blockquote,li)>:first-child{margin-block-start:0}\n")
            .Literal("h1,h2,h3,h4,h5,h6,.subtitle,.kicker{hyphens:manual;text-wrap:balance}\n")
            .Literal(_use.Has(StyleRole.Quote) ? "blockquote{margin-inline:0}\n" : string.Empty)
            .Literal(_body.Italic ? "em{font-style:normal}\n" : string.Empty);
    }

    /// <summary>The characters of running lines, which know no other size than that of paper.</summary>
    public static void RunningCharacters(CssWriter css, Style style) =>
        css.Set("font", $"{(style.Italic ? "italic " : "")}{style.Weight} {style.Size}/{CssWriter.Number(Ratio(style))} {FontFallback.Of(style.FontFamily)}")
            .Set("color", style.Colour.ToString());

    /// <summary>One role: its characters and box where it holds blocks, its place among other blocks where it is one.</summary>
    private void Write(Part part)
    {
        var style = _template.Styles[part.Role];
        var name = NameOf(part.Role);
        _css.Rule(part.Container ?? part.Block);
        Characters(style, name);
        Box(part.Role is StyleRole.TableCell or StyleRole.TableHeader ? style with { RuleBefore = null, RuleAfter = null, RuleStart = null } : style, name);
        if (part.Container is not null)
        {
            Hold(part, part.Container, style);
            _css.Rule(part.Block);
        }

        Flow(style);
        if (style.Italic != _body.Italic)
        {
            _css.Rule($":is({part.Container ?? part.Block}) em").Set("font-style", style.Italic ? "normal" : "italic");
        }
    }

    /// <summary>A rule parts its block from what stands outside, so the space is outside too; without one the blocks keep their own.</summary>
    private void Hold(Part part, string container, Style style)
    {
        if (container.StartsWith('t'))
        {
            return;
        }

        _css.Set("margin-block", $"{(style.RuleBefore is null ? "0" : Rem(style.SpaceBefore))} {(style.RuleAfter is null ? "0" : Rem(style.SpaceAfter))}");
        if (part.Role == StyleRole.Closing)
        {
            // The space before parts the closing from the text, not its paragraphs from one another.
            _css.Rule("footer p+p").Set("margin-block-start", "0");
        }

        if (style.RuleBefore is not null)
        {
            _css.Rule(container + ">:first-child:first-child").Set("margin-block-start", "0");
        }

        if (style.RuleAfter is not null)
        {
            _css.Rule(container + ">:last-child:last-child").Set("margin-block-end", "0");
        }
    }

    /// <summary>What of a style concerns characters.</summary>
    private void Characters(Style style, string name)
    {
        var size = style.Size / _body.Size;
        _css.SetIf("font-family", style.FontFamily == _body.FontFamily ? null : Family(style.FontFamily))
            .Set("font-size", size > LargeSize ? $"clamp({CssWriter.Number(LargeSize)}rem,1rem + 4vw,{CssWriter.Number(size)}rem)" : CssWriter.Number(size) + "rem")
            .SetIf("line-height", size > 1.001 || name == "apparatus-heading" ? CssWriter.Number(Ratio(style)) : null);

        // Headings and the heads of tables are bold in browsers unless told otherwise.
        var isBold = name.StartsWith("heading", StringComparison.Ordinal) || name is "title" or "table-header" or "apparatus-heading";
        _css.SetIf("font-weight", style.Weight == _body.Weight && !isBold ? null : CssWriter.Number(style.Weight))
            .SetIf("font-style", style.Italic == _body.Italic ? null : style.Italic ? "italic" : "normal")
            .SetIf("font-variant-caps", style.SmallCapitals == _body.SmallCapitals ? null : style.SmallCapitals ? "small-caps" : "normal")
            .SetIf("text-transform", style.Capitals == _body.Capitals ? null : style.Capitals ? "uppercase" : "none")
            .SetIf("letter-spacing", style.LetterSpacing == Length.Zero && _body.LetterSpacing == Length.Zero ? null : LetterSpacing(style))
            .SetIf("font-variant-numeric", style.Figures == _body.Figures ? null : Figures(style.Figures) ?? "normal")
            .SetIf("text-decoration", style.Underline == _body.Underline && !style.Underline ? null : style.Underline ? "underline" : "none")
            .SetIf("hyphens", style.Hyphenate == _body.Hyphenate || isBold ? null : style.Hyphenate ? "auto" : "manual");
        if (style.Background is { } ground)
        {
            _css.Set("background", Var(_scheme.Ground(name + "-ground", ground)));
        }

        if (style.Colour != _body.Colour || style.Background is not null)
        {
            _css.Set("color", Var(_scheme.Text(name, style.Colour, style.Background)));
        }
    }

    private static string LetterSpacing(Style style) =>
        style.LetterSpacing == Length.Zero ? "normal" : CssWriter.Number(style.LetterSpacing / style.Size) + "em";

    /// <summary>What stands round a block: indents and rules.</summary>
    private void Box(Style style, string name)
    {
        var start = style.IndentStart + (name == "attribution" ? Spaces.BeforeAttribution(_template.Styles) : Length.Zero);
        if (start > Length.Zero)
        {
            _css.Set(style.RuleStart is null ? "padding-inline-start" : "margin-inline-start", Rem(start));
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
            _css.Set("padding", ".5em .75em");
        }
    }

    private void Rule(string side, BorderRule? rule, string name)
    {
        if (rule is null)
        {
            return;
        }

        var thickness = CssWriter.Number(Math.Max(1, rule.Thickness.Pixels)) + "px";
        _css.Set("border-" + side, $"{thickness} solid {Var(_scheme.Rule(name + "-rule", rule.Colour))}")
            .SetIf("padding-" + side, rule.Gap == Length.Zero ? null : Rem(rule.Gap));
    }

    /// <summary>The place of a block among others; the larger of two margins counts, in the template as in CSS.</summary>
    private void Flow(Style style)
    {
        var (before, after) = (Rem(style.SpaceBefore), Rem(style.SpaceAfter));
        _css.Set("margin-block", before == after ? before : $"{before} {after}")
            .SetIf("text-indent", style.FirstLineIndent == Length.Zero && _body.FirstLineIndent == Length.Zero ? null : Rem(style.FirstLineIndent))
            .SetIf("text-align", style.Alignment switch
            {
                TextAlignment.Center => "center",
                TextAlignment.End => "end",

                // A screen has no page to fill: ragged lines keep even spaces (DIN 1450).
                _ => _body.Alignment is TextAlignment.Start or TextAlignment.Justify ? null : "start",
            });
    }

    private void Lists()
    {
        if (!_use.Has(PageParts.Lists))
        {
            return;
        }

        var item = _template.Styles[StyleRole.ListItem];
        _css.Rule(":is(main,footer) :is(ul,ol):not([class^=n])").Set("padding-inline-start", $"max(1.5em,{Rem(item.IndentStart)})");
        _css.Rule(":is(ul,ol)");
        Flow(_body);
        if (_use.Has(StyleRole.ListItem))
        {
            _css.Rule(":where(li)");
            if ((item with { SpaceBefore = _body.SpaceBefore, SpaceAfter = _body.SpaceAfter, IndentStart = _body.IndentStart }) != _body)
            {
                Characters(item, "list-item");
            }

            _css.Set("text-indent", "0").Set("margin-block", $"{Rem(item.SpaceBefore)} {Rem(item.SpaceAfter)}");
        }

        if ((item.RuleStart ?? item.RuleBefore ?? item.RuleAfter) is not null)
        {
            // The rule stands beside the list as a whole, left of its marks.
            _css.Rule(":is(main,footer) :is(ul,ol):not(.contents *,.notes *)");
            Rule("block-start", item.RuleBefore, "list-item");
            Rule("block-end", item.RuleAfter, "list-item");
            Rule("inline-start", item.RuleStart, "list-item");
            if (item.RuleStart is { } beside)
            {
                _css.Set("padding-inline-start", $"calc(max(1.5em,{Rem(item.IndentStart)}) + {Rem(beside.Gap)})");
            }
        }

        _css.Literal("li :is(ul,ol),li p{margin-block:.25rem}\n.loose>li+li{margin-block-start:.75rem}\n[class*=-paren]{padding-inline-start:2.25em}\n");
    }

    /// <summary>What stands inside lines.</summary>
    private void Lines()
    {
        var link = _template.Styles[StyleRole.Link];
        var colour = Var(_scheme.Text("link", link.Colour, null));
        _css.Rule("a").Set("color", colour).SetIf("font-weight", link.Weight == _body.Weight ? null : CssWriter.Number(link.Weight))
            .Set("text-underline-offset", ".15em").Set("text-decoration-thickness", "from-font");
        _css.Rule(":focus-visible").Set("outline", "3px solid " + colour).Set("outline-offset", "3px").Set("border-radius", "2px");
        _css.Literal("a.address{hyphens:manual;overflow-wrap:anywhere}\nstrong{font-weight:700}\nem em{font-style:normal}\n");
        if (_use.Has(StyleRole.InlineCode) || _use.Has(StyleRole.CodeBlock))
        {
            var code = _template.Styles[StyleRole.InlineCode];
            _css.Rule("code").Set("font-family", Family(code.FontFamily)).Set("font-size", CssWriter.Number(code.Size / _body.Size) + "em").Set("hyphens", "manual")
                .SetIf("color", code.Colour == _body.Colour ? null : Var(_scheme.Text("code", code.Colour, null)));
            _css.Literal(code.Colour == _body.Colour ? string.Empty : "a code,pre code{color:inherit}\n");
            _css.Literal("pre{overflow-wrap:anywhere;white-space:pre-wrap}\npre code{font:inherit}\n");
        }

        if (_use.Has(PageParts.Scripts) || _use.Has(StyleRole.Footnote))
        {
            _css.Literal("sup,sub{font-size:.75em;line-height:0}\n");
        }

        if (_use.Has(StyleRole.Footnote))
        {
            _css.Literal(
                """
                .noteref{font-style:normal}
                .noteref a{padding-inline-start:.1em;text-decoration:none}
                .noteref a:hover{text-decoration:underline}
                [role=doc-backlink]{display:inline-block;min-height:24px;min-width:24px;text-align:center}
                .notes ol{padding-inline-start:1.75em}

                """);
        }

        if (_use.Has(PageParts.Abbreviations))
        {
            _css.Literal("abbr[title]{text-decoration:underline dotted;text-underline-offset:.15em}\na abbr[title]{text-decoration:none}\n");
        }
    }

    private void Tables()
    {
        if (!_use.Has(StyleRole.TableCell) && !_use.Has(StyleRole.TableHeader))
        {
            return;
        }

        var rules = TableRules.Of(_template.Styles);
        _css.Rule("table");
        Rule("block", rules.Frame, "table");
        _css.Rule("thead");
        Rule("block-end", rules.Frame, "table");
        _css.Rule("tbody tr+tr");
        Rule("block-start", rules.Row, "row");

        // A cell that heads its row is set like its row, but stands out as the heads of columns do.
        var head = _template.Styles[StyleRole.TableHeader];
        var isFilled = head.Background is not null || _template.Styles[StyleRole.TableCell].Background is not null;
        _css.Rule("tbody th").Set("font-weight", CssWriter.Number(head.Weight));
        _css.Rule("th,td").Set("padding", isFilled ? ".35em .6em" : ".35em 1em .35em 0").Set("text-align", "start").Set("vertical-align", "top");
        if (!isFilled)
        {
            _css.Rule(":is(th,td):last-child").Set("padding-inline-end", "0");
        }

        _css.Literal(
            """
            .table{margin-block:1.5rem;overflow-x:auto}
            table{border-collapse:collapse;min-width:100%}
            caption{text-align:start}
            .center{text-align:center}
            .end{font-variant-numeric:tabular-nums lining-nums;text-align:end}

            """);
    }

    private void Pictures()
    {
        if (_use.Has(PageParts.Images) || _use.Has(PageParts.Logo))
        {
            _css.Literal("img{height:auto;max-width:100%;vertical-align:middle}\n");
        }

        if (_use.Has(PageParts.Images))
        {
            _css.Literal("figure{margin:1.5rem 0}\nfigure>img{display:block;margin-block-end:.5rem}\n.missing{font-style:italic}\n");
        }

        if (_use.Has(StyleRole.Quote))
        {
            _css.Literal("figure.quote{margin:0}\n");
        }

        if (_use.Has(PageParts.Breaks))
        {
            _css.Literal("hr{border:0;border-block-start:1px solid currentColor;margin:2rem auto;opacity:.6;width:6rem}\n");
        }
    }

    private void Publications()
    {
        if (!_use.Has(PageParts.Publications))
        {
            return;
        }

        _css.Rule(".facts");
        Characters(_template.Styles[StyleRole.Byline], "byline");

        // WCAG 2.2, 2.5.8: what one points at is 24 pixels high.
        _css.Literal(
            """
            .publications,.publications ul{list-style:none;margin-block:0;padding-inline-start:0!important}
            .publications>li{margin-block:0 .9rem}
            .publications a{display:inline-block;min-height:24px}
            ul.facts{display:flex;flex-wrap:wrap;gap:0 1.25em}

            """);
    }

    private void Furniture()
    {
        _css.Literal(
            """
            .skip{background:Canvas;color:LinkText;inset:.5rem auto auto .5rem;padding:.5rem 1rem;position:absolute;z-index:1}
            .skip:not(:focus),.unseen{clip-path:inset(50%);height:1px;overflow:hidden;padding:0;position:absolute;white-space:nowrap;width:1px}
            main:focus{outline:0}
            address{font-style:normal}
            header{margin-block-end:1rem}
            main header{margin-block-end:2rem}
            .notes,.links,footer{margin-block-start:clamp(2rem,6vw,3.5rem)}
            .links ul,.contents ol{list-style:none;padding-inline-start:0}

            """);
        if (_use.Has(StyleRole.ContentsEntry))
        {
            // WCAG 2.2, 2.5.8: what one points at is 24 pixels high.
            _css.Literal(".contents{margin-block:2rem}\n.contents ol ol{padding-inline-start:1.25em}\n.contents a{display:inline-block;min-height:24px}\n");
        }

        if (_use.Has(StyleRole.Letterhead) || _use.Has(PageParts.Logo))
        {
            Letterhead();
        }
    }

    private void Letterhead()
    {
        var style = _template.Styles[StyleRole.Letterhead];
        _css.Rule(".letterhead").Set("margin-block-end", $"max(1.5rem,{Rem(style.SpaceAfter)})");
        if (!_use.Has(StyleRole.Letterhead))
        {
            // Without a sender the logo holds the rules.
            Rule("block-start", style.RuleBefore, "letterhead");
            Rule("block-end", style.RuleAfter, "letterhead");
        }

        _css.Rule(".sender").Set("margin-block", "0").Rule(".sender>:last-child").Set("margin-block-end", "0");
        if (!_use.Has(PageParts.Logo))
        {
            return;
        }

        _css.Rule(".logo").Set("height", Rem(_template.Brand.Logo!.Height)).Set("width", "auto").Set("max-width", "60vw")
            .SetIf("align-self", style.Alignment == TextAlignment.Center ? "center" : null);
        _css.Literal(
            """
            .letterhead{align-items:start;display:flex;flex-direction:column;gap:1rem 2rem}
            .sender{flex:1;width:100%}
            @media (min-width:36rem){.logo-start,.logo-end{align-items:end;flex-direction:row}.logo-end{flex-direction:row-reverse}.logo-start .sender{text-align:end}}

            """);
        if (_use.Has(StyleRole.Letterhead) && (style.RuleBefore ?? style.RuleAfter) is not null)
        {
            // Beside each other, name and logo stand on one rule.
            _css.Group("@media (min-width:36rem)").Rule(":is(.logo-start,.logo-end) .sender").Set("border-block", "0").Set("padding-block", "0")
                .Rule(".logo-start,.logo-end");
            Rule("block-start", style.RuleBefore, "letterhead");
            Rule("block-end", style.RuleAfter, "letterhead");
            _css.EndGroup();
        }

    }

    private void Colours()
    {
        _css.Literal("@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}\n");
        _css.Rule(":root").Set("color-scheme", "light dark");
        foreach (var family in _families)
        {
            _css.Set("--" + FamilyName(family), FontFallback.Of(family));
        }

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

        if (_use.Has(PageParts.Logo))
        {
            _css.Rule(".on-light").Set("background", "#fff").Set("border-radius", ".25rem").Set("padding", ".4rem");
        }

        _css.EndGroup();
    }

    private void Print()
    {
        _css.Group("@media print").Rule(":root").Set("color-scheme", "light").Rule("html").Set("font-size", _body.Size.ToString())
            .Rule("body").Set("max-width", "none").Set("padding", "0").Set("line-height", CssWriter.Number(Ratio(_body)));
        Paper(_body, null);
        foreach (var part in UsedParts)
        {
            _css.Rule(part.Block);
            Paper(_template.Styles[part.Role], _body);
        }

        if (_use.Has(StyleRole.Closing) && _template.Styles[StyleRole.Closing].KeepTogether)
        {
            _css.Literal("footer{break-inside:avoid}\n");
        }

        _css.Literal(".skip{display:none}.page-break{break-before:page}tr,figure,pre,.links li{break-inside:avoid}.table{overflow:visible}a{text-decoration:none}\n");
        if (_edition.LinksInPrint != LinkDisplay.None)
        {
            _css.Literal("a[href^=http]:not(.address)::after{content:\" (\" attr(href) \")\";font-size:.85em;overflow-wrap:anywhere}\n");
        }

        _css.EndGroup();
        PageBox(_edition.Page);
    }

    private void Paper(Style style, Style? inherited) =>
        _css.SetIf("orphans", style.Orphans == inherited?.Orphans ? null : CssWriter.Number(style.Orphans))
            .SetIf("widows", style.Widows == inherited?.Widows ? null : CssWriter.Number(style.Widows))
            .SetIf("break-after", style.KeepWithNext ? "avoid" : null)
            .SetIf("break-inside", style.KeepTogether ? "avoid" : null)
            .SetIf("text-align", style.Alignment == TextAlignment.Justify && inherited?.Alignment != TextAlignment.Justify ? "justify" : null)
            .SetIf("font-size", style.Size / _body.Size > LargeSize ? style.Size.ToString() : null);

    /// <summary>The page with its margins; what is said of characters is for the running lines in them.</summary>
    private void PageBox(PageSetup page)
    {
        _css.Rule("@page").Set("size", $"{page.Width} {page.Height}")
            .Set("margin", $"{page.MarginTop} {page.MarginRight} {page.MarginBottom} {page.MarginLeft}").Set("white-space", "pre-wrap");
        RunningCharacters(_css, _template.Styles[StyleRole.Header]);
    }

    /// <summary>A family by a variable, for most styles share one of two or three.</summary>
    private string Family(string family)
    {
        if (!_families.Contains(family))
        {
            _families.Add(family);
        }

        return Var(FamilyName(family));
    }

    private string FamilyName(string family) => "font-" + CssWriter.Number(_families.IndexOf(family) + 2);

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
