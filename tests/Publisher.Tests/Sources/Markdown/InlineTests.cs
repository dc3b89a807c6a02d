using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Sources.Markdown;
using Publisher.Tests.Support;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Sources.Markdown;

public sealed class InlineTests
{
    [Fact]
    public void Every_kind_of_emphasis_is_read() =>
        Assert.Equal(
            [
                Em("a"), T(" "), B("b"), T(" "), Em(B("c")), T(" "), new Strikethrough([T("d")]), T(" H"), new Subscript([T("2")]),
                T("O m"), new Superscript([T("2")]), T(" "), new Code("e *f*"),
            ],
            Md.Line("*a* __b__ ***c*** ~~d~~ H~2~O m^2^ `e *f*`"));

    [Fact]
    public void Known_html_says_the_same() =>
        Assert.Equal(
            [
                Em("a"), T(" "), B(T("b "), Em("c")), T(" "), new Strikethrough([T("d")]), T(" H"), new Subscript([T("2")]),
                T("O m"), new Superscript([T("2")]), new LineBreak(), A("https://example.org", "e"), T(" "),
                new LanguageSpan("fr", [T("été")]), T(" "), new LanguageSpan("la", [Em("f")]),
            ],
            Md.Line("<em>a</em> <b>b <i>c</i></b> <s>d</s> H<sub>2</sub>O m<sup>2</sup><br/><a href=\"https://example.org\">e</a> <span lang=\"fr\">été</span> <i lang='la'>f</i>"));

    [Theory]
    [InlineData("<a href=\"https://bürger.example/größe?a=1&amp;b=%C3%A4#ü\" onclick=\"x()\">Wort</a>", "https://bürger.example/größe?a=1&b=%C3%A4#ü")]
    [InlineData("<a href='mailto:post@ort.example' style='color:red'>Wort</a>", "mailto:post@ort.example")]
    [InlineData("<a href=www.ort.example>Wort</a>", "https://www.ort.example")]
    public void The_address_of_a_html_link_is_kept_as_it_is(string html, string address) =>
        Assert.Equal([T("vor "), A(address, "Wort"), T(" nach")], Md.Line($"vor {html} nach"));

    [Theory]
    [InlineData("<a href=\"javascript:alert(1)\">Wort</a>", "javascript:alert(1)")]
    [InlineData("<a href=\"jav&#x09;ascript:alert(1)\">Wort</a>", "jav\tascript:alert(1)")]
    [InlineData("<a href=\"data:text/html,x\">Wort</a>", "data:text/html,x")]
    public void An_html_link_that_leads_elsewhere_is_refused_and_recorded(string html, string address)
    {
        var document = Md.ReadFile("---\ntitle: T\nlang: de\n---\nvor " + html + " nach");

        Assert.Equal([T("vor Wort nach")], ((Paragraph)document.Blocks[0]).Content.ToArray().Select(inline => inline with { Span = SourceSpan.None }));
        Md.Diagnostic(document, DiagnosticCode.LinkRefused);
        Assert.Contains(document.Changes, change => change.Original == address);
    }

    [Theory]
    [InlineData("<p lang=\"fr\">été</p>")]
    [InlineData("<table><tr><td lang=\"fr\">été</td></tr></table>")]
    [InlineData("<div lang='fr' onclick='x()'>été</div>")]
    [InlineData("<span xml:lang=\"fr\">été</span>")]
    public void A_language_stated_in_html_is_marked(string html)
    {
        var document = Md.ReadFile("---\ntitle: T\nlang: de\n---\n" + html + "\n");

        Assert.Equal("fr", Assert.IsType<LanguageSpan>(((Paragraph)document.Blocks[0]).Content[0]).Language);
    }

    [Theory]
    [InlineData("[droit à l’ombre]{lang=fr}", "fr", "droit à l’ombre")]
    [InlineData("[urban *forest*]{lang=\"en-GB\"}", "en-GB", "urban forest")]
    [InlineData("[[Tilia] cordata]{:la}", "la", "[Tilia] cordata")]
    public void A_foreign_phrase_is_marked(string text, string language, string content)
    {
        var span = Assert.IsType<LanguageSpan>(Md.Line("vor " + text + " nach")[1]);

        Assert.Equal(language, span.Language);
        Assert.Equal(content, Publisher.Model.Words.PlainText.Of(span.Content));
    }

    [Fact]
    public void A_foreign_phrase_knows_its_place()
    {
        var document = Md.ReadFile("---\ntitle: T\nlang: de\n---\nvor [a *b*]{lang=fr} und [c]{lang=en}");

        var content = ((Paragraph)document.Blocks[0]).Content;
        Assert.Equal(new SourceSpan(30, 16, 5, 5), content[1].Span);
        Assert.Equal(new SourceSpan(51, 12, 5, 26), content[3].Span);
    }

    [Theory]
    [InlineData("[kein Verweis]")]
    [InlineData("ohne Klammer]{lang=fr} danach")]
    [InlineData("[a]{lang=quatsch!}")]
    [InlineData("5 < 7 und 8 > 3, a_b_c, 2 * 3 * 4, Bürger*innen, Bürger_innen")]
    [InlineData("\"gerade\" 'Zeichen' -- und ... bleiben (c)")]
    [InlineData("Sehr geehrte <Vorname Name>")]
    [InlineData("wenn a <b und c> d")]
    [InlineData("~5 bis ~10 und 2^")]
    public void What_is_no_markup_stays_text(string text)
    {
        var document = Md.Read(text);

        Assert.Equal([P(text)], Unplaced.Of(document.Blocks));
    }

    [Fact]
    public void Links_have_many_forms() =>
        Assert.Equal(
            [
                new Link("https://a.example/x?y=1&z=ü", [T("a "), B("b")], "Titel"), T(" "), A("https://c.example", "c"), T(" "),
                A("https://d.example", "https://d.example"), T(" "), A("mailto:e@f.example", "e@f.example"), T(" "),
                A("https://www.g.example", "www.g.example"), T(" "), A("tel:+4930123", "h"), T(" "), A("https://i.example", "https://i.example"),
            ],
            Md.Line("[a **b**](https://a.example/x?y=1&z=ü \"Titel\") [c] <https://d.example> <e@f.example> www.g.example [h](tel:+4930123) [](https://i.example)\n\n[c]: https://c.example"));

    [Theory]
    [InlineData("[Text](javascript:alert(1))")]
    [InlineData("[Text](JaVaScript:alert(1))")]
    [InlineData("[Text](&#106;avascript:alert(1))")]
    [InlineData("[Text](<java\tscript:alert(1)>)")]
    [InlineData("[Text](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[Text](vbscript:x)")]
    [InlineData("[Text](file:///etc/passwd)")]
    [InlineData("[Text](anlage.pdf)")]
    [InlineData("[Text](//example.org)")]
    [InlineData("[Text][a]\n\n[a]: javascript:alert(1)")]
    [InlineData("<a href=\"javascript:alert(1)\">Text</a>")]
    [InlineData("<a href=javascript:alert(1)>Text</a>")]
    [InlineData("<A HREF=' javascript:alert(1)'>Text</A>")]
    public void A_link_to_another_scheme_is_refused_and_its_text_kept(string text)
    {
        var document = Md.Read(text);

        Md.Diagnostic(document, DiagnosticCode.LinkRefused);
        Assert.Equal([P("Text")], Unplaced.Of(document.Blocks));
        Assert.Contains(document.Changes, change => change.Rule == CorrectionRules.Markup);
    }

    [Theory]
    [InlineData("<javascript:alert(1)>", "javascript:alert(1)")]
    [InlineData("<x:y>", "<x:y>")]
    [InlineData("<data:text/html,x>", "data:text/html,x")]
    public void An_address_in_angle_brackets_with_another_scheme_stays_text(string text, string expected) =>
        Assert.Equal([P(expected)], Unplaced.Of(Md.Read(text).Blocks));

    [Fact]
    public void A_link_leads_to_a_heading_by_its_mark_or_its_words()
    {
        var blocks = Md.Blocks("# Über *uns* {#wir}\n\n# Zu den Zahlen\n\n# Ohne\n\n[a](#wir) [b](#zu-den-zahlen)");

        Assert.Equal("wir", ((Heading)blocks[0]).Id);
        Assert.Equal("Über uns", Publisher.Model.Words.PlainText.Of(((Heading)blocks[0]).Content));
        Assert.Equal("zu-den-zahlen", ((Heading)blocks[1]).Id);
        Assert.Null(((Heading)blocks[2]).Id);
        Assert.Equal([A("#wir", "a"), T(" "), A("#zu-den-zahlen", "b")], ((Paragraph)blocks[3]).Content);
    }

    [Fact]
    public void A_link_to_no_heading_keeps_its_text()
    {
        var document = Md.Read("[Text](#nirgends)");

        Md.Diagnostic(document, DiagnosticCode.LinkTargetMissing);
        Assert.Equal([P("Text")], Unplaced.Of(document.Blocks));
    }

    [Theory]
    [InlineData("<u>a</u> <custom-x>b", "a <custom-x>b")]
    [InlineData("<font color=red>a</font>", "a")]
    [InlineData("<b>offen *a*", "offen a")]
    [InlineData("a</i> b", "a b")]
    [InlineData("<div onclick=\"alert(1)\">a</div>", "a")]
    [InlineData("<table><tr><td>a</td><td>b &amp; c</td></tr></table>", "a b & c")]
    [InlineData("a <script>alert(1)</script> b", "a b")]
    [InlineData("<script>\nalert(1)\n\nalert(2)\n</script>\n\nb", "b")]
    [InlineData("<style>p { color: red }</style>\n\nb", "b")]
    [InlineData("<iframe src=\"https://evil.example\">a</iframe>", "a")]
    [InlineData("<img src=x onerror=alert(1)> a", "a")]
    [InlineData("<svg onload=alert(1)>a</svg>", "a")]
    public void Other_html_is_taken_out_and_its_text_kept(string text, string expected)
    {
        var document = Md.Read(text);

        Assert.Equal(["Titel", .. WordStream.Split(expected)], WordStream.Of(document).Flow);
        Assert.NotEmpty(document.Changes);
        Assert.All(document.Diagnostics, diagnostic => Assert.Equal(DiagnosticCode.MarkupNotSupported, diagnostic.Code));
        Assert.NotEmpty(document.Diagnostics);
    }

    [Fact]
    public void A_block_of_html_is_read_as_paragraphs()
    {
        var document = Md.Read("<div>\n<p>Eins <b>zwei</b><br>drei</p>\n<p>vier\nfünf</p>\n</div>");

        Assert.Equal([P(T("Eins "), B("zwei"), new LineBreak(), T("drei")), P("vier fünf")], Unplaced.Of(document.Blocks));
    }

    [Fact]
    public void Characters_that_are_no_text_become_corrections() =>
        Assert.Equal(
            [
                T("a"), new Correction("\u0007", "", CorrectionRules.ControlCharacter), T("b"),
                new Correction("\f", " ", CorrectionRules.ControlCharacter), T("Bürger"),
                new Correction("\u00AD", "", CorrectionRules.InvisibleCharacter), T("haus d"),
            ],
            Md.Line("a\u0007b\fBürger\u00ADhaus\td"));

    [Fact]
    public void No_link_stands_in_a_link() =>
        Assert.All(
            InlineWalk.Of(Md.Read("[a <a href=\"https://b.example\">b</a> https://c.example](https://d.example)")).OfType<Link>(),
            link => Assert.DoesNotContain(InlineWalk.Of(link.Content), inner => inner is Link));

    [Fact]
    public void A_template_has_placeholders_and_keeps_its_heading_levels()
    {
        var blocks = MarkdownSource.ParseFragment("# Über uns\n\n**Seite \uE000** von \uE001, \uE002 und \uE003{.contact}");

        Assert.Equal(
            [
                H(1, "Über uns"),
                P(
                    ParagraphRole.Contact,
                    B(T("Seite "), new Placeholder(PlaceholderKind.Page)),
                    T(" von "),
                    new Placeholder(PlaceholderKind.Pages),
                    T(", "),
                    new Placeholder(PlaceholderKind.Section),
                    T(" und \uE003")),
            ],
            blocks);
    }

    [Fact]
    public void In_a_statement_the_characters_of_placeholders_are_text() =>
        Assert.Equal([T("Seite \uE000")], Md.Line("Seite \uE000"));
}
