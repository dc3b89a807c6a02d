using System.Text;
using AngleSharp.Dom;
using Publisher.Sources;
using Publisher.Sources.Markdown;

namespace Publisher.Tests.Editions.Html;

/// <summary>
/// HTML in a Markdown statement goes through the model, which knows no elements, no attributes and no scripts: what the source does not
/// read as a part of the model stays text. So there is nothing to sanitise behind it, and this proves it on the classes of attacks that the
/// OWASP cheat sheet on filter evasion names.
/// </summary>
public sealed class RawHtmlTests
{
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "a", "abbr", "address", "article", "aside", "blockquote", "body", "br", "caption", "code", "div", "em", "figcaption", "figure", "footer", "h1",
        "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "img", "li", "link", "main", "meta", "ol", "p", "pre", "s", "script",
        "section", "span", "strong", "style", "sub", "sup", "table", "tbody", "td", "th", "thead", "time", "title", "tr", "ul",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "alt", "aria-label", "aria-labelledby", "aria-level", "charset", "cite", "class", "colspan", "content", "datetime", "dir", "height", "href",
        "hreflang", "http-equiv", "id", "lang", "media", "name", "property", "rel", "role", "rowspan", "scope", "src", "start", "tabindex", "title",
        "type", "width",
    };

    public static TheoryData<string> Payloads =>
    [
        // Elements that run, load or lead somewhere.
        "<script>alert(1)</script>",
        "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<script/xss src=\"https://evil.example/x.js\"></script>",
        "<<script>alert(1);//<</script>",
        "<script\n>alert(1)</script\n>",
        "<iframe src=\"javascript:alert(1)\"></iframe>",
        "<iframe srcdoc=\"&lt;script&gt;alert(1)&lt;/script&gt;\"></iframe>",
        "<object data=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\"></object>",
        "<embed src=\"data:image/svg+xml;base64,PHN2Zy8+\" type=\"image/svg+xml\">",
        "<form action=\"javascript:alert(1)\"><input type=submit><button formaction=javascript:alert(1)>x</button></form>",
        "<base href=\"javascript:alert(1);//\">",
        "<meta http-equiv=\"refresh\" content=\"0;url=javascript:alert(1)\">",
        "<link rel=\"stylesheet\" href=\"https://evil.example/x.css\">",
        "<style>@import 'https://evil.example/x.css';</style>",
        "<style>body{background:url(javascript:alert(1))}</style>",
        "<video><source onerror=\"alert(1)\"></video>",
        "<audio src=x onerror=alert(1)>",
        "<details open ontoggle=alert(1)>",
        "<marquee onstart=alert(1)>",
        "<template><script>alert(1)</script></template>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<svg><a xlink:href=\"javascript:alert(1)\"><text y=20>x</text></a></svg>",
        "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
        "<svg><foreignObject><iframe onload=alert(1)></foreignObject></svg>",

        // Attributes on elements that a statement may well use.
        "<img src=x onerror=alert(1)>",
        "<img src=\"javascript:alert(1)\">",
        "<img src=`javascript:alert(1)`>",
        "<img \"\"\"><script>alert(1)</script>\">",
        "<img src=x:alert(alt) onerror=eval(src) alt=1>",
        "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
        "<a href=\"&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)\">x</a>",
        "<a href=\" &#14; javascript:alert(1)\">x</a>",
        "<a href=\"vbscript:msgbox(1)\">x</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<a href=https://example.org onclick=alert(1)>x</a>",
        "<span lang=\"en\" onmouseover=\"alert(1)\" style=\"background:url(javascript:alert(1))\">x</span>",
        "<span lang='\"><script>alert(1)</script>'>x</span>",
        "<div style=\"width:expression(alert(1))\">x</div>",
        "<br size=\"&{alert(1)}\" onclick=alert(1)>",
        "<sup onclick=alert(1)>1</sup><sub/onclick=alert(1)>2</sub>",
        "<table background=\"javascript:alert(1)\"><td background=\"javascript:alert(1)\">x</table>",
        "<b/onclick=alert(1)>x</b>",
        "<p id=\"page:main\" tabindex=1 autofocus onfocus=alert(1)>x</p>",

        // Comments, sections and broken markup.
        "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
        "<!-- --!><img src=x onerror=alert(1)> -->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?xml version=\"1.0\"?><?php echo 1 ?><!ENTITY x SYSTEM \"file:///etc/passwd\">",
        "</main></body><script>alert(1)</script>",
        "<a href=\"https://example.org/\" title=\"<img src=x onerror=alert(1)>",
        "\\<script>alert(1)\\</script>",
        "<scr\u0001ipt>alert(1)</scr\u0001ipt>",
        "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",

        // Markdown's own ways.
        "[x](javascript:alert(1))",
        "[x](JAVASCRIPT&colon;alert(1))",
        "[x](<java\tscript:alert(1)>)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](https://example.org/\"onmouseover=\"alert(1))",
        "[x](https://example.org/ \"' onmouseover='alert(1)\")",
        "![x](javascript:alert(1))",
        "![x\" onerror=\"alert(1)](x.png)",
        "<javascript:alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]",
        "[x]{onclick=alert(1) style=color:red lang='\" onclick=alert(1)'}",
        "# x {onclick=alert(1) #\"><script>alert(1)</script>}",
        "```\"><script>alert(1)</script>\nx\n```",
        "x[^1]\n\n[^1]: <script>alert(1)</script>",
        "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
        "> <script>alert(1)</script>",
        "---\ntitle: \"</title><script>alert(1)</script>\"\nweb: javascript:alert(1)\nkeywords: ['\"><script>']\n---\nx",
    ];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void No_element_attribute_or_address_gets_through(string payload)
    {
        foreach (var markdown in new[] { payload, "# Titel\n\nWort " + payload + " Wort\n\n" + payload + "\n" })
        {
            var document = new MarkdownSource().Read(new SourceFile("a.md", Encoding.UTF8.GetBytes(markdown)));

            var page = Page.Of(document, SamplePages.ShippedEdition, SamplePages.Shipped);

            Assert.Empty(page.Dom.All.Select(element => element.LocalName).Except(Elements));
            Assert.Empty(page.Dom.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name).Except(Attributes));
            Assert.Equal("application/ld+json", page.One("script").GetAttribute("type"));
            Assert.All(page.Dom.QuerySelectorAll("meta[http-equiv]"), meta => Assert.Equal("Content-Security-Policy", meta.GetAttribute("http-equiv")));
            Assert.All(page.Dom.QuerySelectorAll("[href],[cite]"), element => Assert.Matches("^(https?://|mailto:|tel:|#|[A-Za-z0-9%._-]+$)", Address(element)));
            Assert.All(page.Dom.QuerySelectorAll("[src]"), element => Assert.StartsWith("data:image/", element.GetAttribute("src"), StringComparison.Ordinal));
            Assert.Empty(page.Dom.QuerySelectorAll("body style,body script,body link,body meta"));
        }
    }

    private static string Address(IElement element) => element.GetAttribute("href") ?? element.GetAttribute("cite")!;
}
