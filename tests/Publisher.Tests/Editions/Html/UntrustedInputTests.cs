using System.Text;
using Publisher.Editions.Html;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Tests.Support;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Editions.Html;

/// <summary>A statement is untrusted input: whatever it says, it stays text.</summary>
public sealed class UntrustedInputTests
{
    /// <summary>Classes of attacks that the OWASP cheat sheet on filter evasion names, one or two of each.</summary>
    public static TheoryData<string> Payloads =>
    [
        "<script>alert(1)</script>",
        "</title><script>alert(1)</script>",
        "</style><script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "\" onfocus=\"alert(1)\" autofocus=\"",
        "<svg/onload=alert(1)>",
        "<iframe src=\"javascript:alert(1)\">",
        "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
        "]]><script>alert(1)</script>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;alert(1)",
        "<math><mtext></table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<base href=\"https://evil.example/\">",
        "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "{{constructor.constructor('alert(1)')()}}",
        "\u2028alert(1)\u2029",
        "--><!-- \\u003cscript>",
    ];

    public static TheoryData<string> Addresses =>
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\u0001javascript:alert(1)",
        "javascript\u00A0:alert(1)",
        "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "blob:https://example.org/1",
        "view-source:https://example.org",
        "intent://example#Intent;scheme=http;end",
        "//evil.example/",
        "https:evil.example",
        "https://good.example@evil.example/",
        "https://good.example\\@evil.example/",
        "https://",
        "http://exa mple.org/",
        "https://example.org:99999/",
        "https://[::1",
        "relative/path",
        "",
    ];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Text_that_looks_like_markup_stays_text_wherever_it_stands(string payload)
    {
        var plain = Page.Of(Everywhere("x"));
        var page = Page.Of(Everywhere(payload));

        // The same elements with the same attribute names, whatever the words are.
        Assert.Equal(Shape(plain), Shape(page));
        Assert.Equal(payload, page.One("h1").TextContent);
        Assert.Equal(payload, page.One("main h2 + p").TextContent);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public void A_link_that_may_lead_astray_becomes_text_and_is_reported(string address)
    {
        var page = Page.Of(Doc(P(new Link(address, [T("hier")]))).Titled("T"));

        Assert.Equal("hier", page.One("main p").TextContent);
        Assert.Empty(page.Dom.QuerySelectorAll("main a"));
        Assert.Equal(DiagnosticCode.LinkRefused, Assert.Single(page.Rendering.Diagnostics).Code);
    }

    [Theory]
    [InlineData("https://example.org/a b", "https://example.org/a%20b")]
    [InlineData("https://example.org/\"><x", "https://example.org/%22%3E%3Cx")]
    [InlineData("https://example.org/100%", "https://example.org/100%25")]
    [InlineData("https://example.org/%C3%BC", "https://example.org/%C3%BC")]
    [InlineData("https://example.org/ü?q=ß#ä", "https://example.org/ü?q=ß#ä")]
    [InlineData("https://example.org/a#b#c", "https://example.org/a#b%23c")]
    [InlineData("https://example.org/[x]", "https://example.org/%5Bx%5D")]
    [InlineData("https://example.org/😀", "https://example.org/%F0%9F%98%80")]
    [InlineData("HTTPS://EXAMPLE.ORG:8443/", "HTTPS://EXAMPLE.ORG:8443/")]
    [InlineData("mailto:a@example.org?subject=Ja, bitte", "mailto:a@example.org?subject=Ja,%20bitte")]
    [InlineData("tel:+49-234-1", "tel:+49-234-1")]
    public void A_good_address_is_kept_and_only_its_forbidden_characters_are_encoded(string address, string expected) =>
        Assert.Equal(expected, Address.SafeOrNull(address));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<foreignObject><div xmlns='http://www.w3.org/1999/xhtml' onclick='x'>x</div></foreignObject>")]
    [InlineData("<image href='https://evil.example/x.png'/>")]
    [InlineData("<use href='https://evil.example/x.svg#a'/>")]
    [InlineData("<a href='javascript:alert(1)'><path d='M0 0'/></a>")]
    [InlineData("<rect onload='alert(1)' style='fill:url(https://evil.example/x)'/>")]
    [InlineData("<style>@import 'https://evil.example/x.css';</style>")]
    [InlineData("<style>rect{fill:u\\72l(https://evil.example/x)}</style>")]
    [InlineData("<animate attributeName='href' to='javascript:alert(1)'/>")]
    [InlineData("<set attributeName='onclick' to='alert(1)'/>")]
    public void A_vector_image_keeps_its_shapes_and_loses_what_could_act(string inside)
    {
        var svg = Encoding.UTF8.GetBytes($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>{inside}<circle r='1'/></svg>");

        var clean = Encoding.UTF8.GetString(SvgCleaner.CleanOrNull(svg)!);

        Assert.Contains("<circle r=\"1\" />", clean, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", clean, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", clean, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", clean, StringComparison.Ordinal);
        Assert.DoesNotContain("foreignObject", clean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'aaaaaaaa'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>")]
    [InlineData("<svg")]
    [InlineData("<html/>")]
    [InlineData("")]
    public void What_is_no_plain_vector_image_is_none(string svg) => Assert.Null(SvgCleaner.CleanOrNull(Encoding.UTF8.GetBytes(svg)));

    private static Document Everywhere(string text) => new()
    {
        Metadata = new Metadata
        {
            Title = [T(text)],
            Subtitle = [T(text)],
            Language = "de",
            Organisation = text,
            Authors = [text],
            ReferenceNumber = text,
            Summary = text,
            Keywords = [text],
            WebAddress = text,
            Abbreviations = [new Abbreviation("abc", text)],
            Translations = [new Translation("en", text)],
        },
        Blocks =
        [
            H(1, text),
            P(text),
            P(new Link("https://example.org/", [T("a")], text), new Code(text), new Correction(text, text, text), new LanguageSpan(text, [T(text)])),
            new CodeBlock(text, text),
            Fig("bild.png", text, text),
            Fig("fehlt.png", text, text),
            Q(text, text),
            Tbl([text], [text]),
            P(Ref(text)),
        ],
        Footnotes = [Note(text, text)],
        LinkReferences = [new LinkReference(text, 1)],
        Resources = [new Resource("bild.png", text, ValueList.Create(Picture.Png))],
    };

    private static string Shape(Page page) =>
        string.Join('\n', page.Dom.All.Select(element => element.LocalName + " " + string.Join(' ', element.Attributes.Select(a => a.Name))));
}
