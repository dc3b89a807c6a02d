using System.Text.RegularExpressions;
using Publisher.Templates;
using Publisher.Tests.Support;
using Publisher.Tests.Templates;

namespace Publisher.Tests.Editions.Html;

/// <summary>What a browser makes of the pages: one of it for all of them.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class BrowserTests(BrowserFixture fixture)
{
    private Browser Browser => fixture.Browser;

    /// <summary>WCAG 2.2 at level AA and the best practices of axe-core; in the dark what colours decide.</summary>
    [Fact]
    public void Axe_finds_no_barrier_in_any_page_light_or_dark()
    {
        var axe = File.ReadAllText(NodeModule.Require("axe-core/axe.min.js"));
        var violations = new List<string>();
        Browser.Resize(1024, 768);
        foreach (var (name, (source, assets)) in SamplePages.All)
        {
            Browser.Prefer("screen", ("prefers-color-scheme", "light"));
            Browser.Open(source, [.. assets.Select(asset => (asset.Path, asset.Content))]);
            Browser.Evaluate(axe + ";0");
            violations.AddRange(Axe("runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']", name));

            Browser.Prefer("screen", ("prefers-color-scheme", "dark"));
            Assert.True(Browser.Evaluate("matchMedia('(prefers-color-scheme:dark)').matches")!.GetValue<bool>());
            violations.AddRange(Axe("runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }", name + ", dark"));
        }

        // How large the targets of a fragment are is up to the page it is pasted into.
        violations.RemoveAll(line => line.StartsWith("fragment: target-size", StringComparison.Ordinal));
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    [Fact]
    public void A_page_asks_for_nothing_but_its_own_files_and_obeys_its_policy()
    {
        foreach (var (name, (source, assets)) in SamplePages.All)
        {
            var (requests, log) = Browser.Open(source, [.. assets.Select(asset => (asset.Path, asset.Content))]);

            Assert.True(log.Length == 0, name + ": " + string.Join('\n', log));
            Assert.EndsWith("/page.html", requests[0], StringComparison.Ordinal);
            Assert.All(requests[1..], request => Assert.Contains(assets, asset => request.EndsWith("/" + asset.Path, StringComparison.Ordinal)));
            Assert.Equal(assets.IsEmpty, requests.Length == 1);
        }
    }

    /// <summary>Fonts that a page brings along are those its text is set in.</summary>
    [Theory]
    [InlineData("everything")]
    [InlineData("linked")]
    [InlineData("seed")]
    public void The_fonts_of_the_page_arrive(string name)
    {
        var (source, assets) = SamplePages.All[name];
        Browser.Prefer("screen");
        Browser.Open(source, [.. assets.Select(asset => (asset.Path, asset.Content))]);

        Assert.Equal("error 0", Browser.Evaluate("[...document.fonts].every(f => f.status != 'error') ? 'error 0' : [...document.fonts].map(f => f.family + f.status).join()")!.GetValue<string>());
        Assert.True(Browser.Evaluate("[...document.fonts].filter(f => f.status == 'loaded').length")!.GetValue<int>() > 2);
    }

    /// <summary>WCAG 2.2, 1.4.10: 400 % on a screen of 1280 pixels leaves 320; and 1.4.12: with the spaces that readers may ask for.</summary>
    [Fact]
    public void Nothing_must_be_scrolled_sideways_at_400_percent()
    {
        Browser.Prefer("screen");
        Browser.Resize(320, 256);
        foreach (var (name, (source, assets)) in SamplePages.All.Where(page => page.Key != "fragment"))
        {
            Browser.Open(source, [.. assets.Select(asset => (asset.Path, asset.Content))]);

            Assert.True(Browser.Evaluate("document.documentElement.scrollWidth")!.GetValue<int>() <= 320, name);
            Browser.Evaluate("for (const e of document.querySelectorAll('body *')) { e.style.lineHeight = '1.5'; e.style.letterSpacing = '.12em'; e.style.wordSpacing = '.16em' }");
            Assert.True(Browser.Evaluate("document.documentElement.scrollWidth")!.GetValue<int>() <= 320, name + " with more space");
        }
    }

    [Fact]
    public void The_first_tab_reaches_a_visible_link_to_the_text()
    {
        Browser.Prefer("screen");
        Browser.Resize(1024, 768);
        Browser.Open(SamplePages.Everything.Source);

        Browser.Tab();

        Assert.Equal("skip", Browser.Evaluate("document.activeElement.className")!.GetValue<string>());
        Assert.True(Browser.Evaluate("document.activeElement.getBoundingClientRect().height")!.GetValue<double>() >= 24);
        Assert.Equal("none", Style(".skip", "clipPath"));
        Assert.Equal("3px", Style(".skip", "outlineWidth"));
        Assert.Equal("solid", Style(".skip", "outlineStyle"));
    }

    [Fact]
    public void Colours_that_a_reader_forces_are_kept()
    {
        Browser.Open(SamplePages.Everything.Source);
        Browser.Prefer("screen", ("forced-colors", "active"));

        Assert.True(Browser.Evaluate("matchMedia('(forced-colors:active)').matches")!.GetValue<bool>());
        Assert.Equal(Style("body", "color"), Style("h1", "color"));
        Assert.NotEqual(Style("body", "color"), Style("body", "backgroundColor"));
        Assert.NotEqual("none", Style("main a", "textDecorationLine"));
        Assert.Equal("solid", Style("blockquote", "borderInlineStartStyle"));
    }

    [Fact]
    public void Who_wants_no_motion_gets_none()
    {
        Browser.Open(SamplePages.Everything.Source);

        Browser.Prefer("screen", ("prefers-reduced-motion", "reduce"));
        Assert.Equal("auto", Style("html", "scrollBehavior"));

        Browser.Prefer("screen", ("prefers-reduced-motion", "no-preference"));
        Assert.Equal("smooth", Style("html", "scrollBehavior"));
        Assert.Equal(0, Browser.Evaluate("document.getAnimations().length")!.GetValue<int>());
    }

    /// <summary>60 to 75 characters a line on a wide screen; a phone has room for fewer.</summary>
    [Fact]
    public void Lines_have_a_length_that_reads_well()
    {
        Browser.Prefer("screen");
        Browser.Resize(1440, 900);
        Browser.Open(SamplePages.SeedPage.Source);

        var measure = Browser.Evaluate(
            """
            (() => {
              const p = [...document.querySelectorAll('main p')].reduce((a, b) => a.textContent.length > b.textContent.length ? a : b);
              return p.textContent.length / Math.round(p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight));
            })()
            """)!.GetValue<double>();

        Assert.InRange(measure, 60, 75);
    }

    [Fact]
    public void Paper_is_white_numbered_and_shows_addresses()
    {
        var pdftotext = OutsideProgram.Require("pdftotext");
        var page = Page.Of(EverythingStatement.Document, SamplePages.ShippedEdition with { LinksInPrint = LinkDisplay.Brackets }, SamplePages.Shipped);
        Browser.Prefer("print", ("prefers-color-scheme", "dark"));
        Browser.Open(page.Source);
        Assert.Equal("rgb(255, 255, 255)", Style("body", "backgroundColor"));
        Assert.Equal("none", Style(".skip", "display"));
        Browser.Prefer("", ("prefers-color-scheme", "light"));

        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.PathOf("page.pdf"), Browser.Print());
        var text = pdftotext.Run("-layout", folder.PathOf("page.pdf"), "-");

        Assert.Contains("den Bericht (https://example.org/bericht", Spaces().Replace(text, " "), StringComparison.Ordinal);
        Assert.DoesNotContain("Zum Inhalt springen", text, StringComparison.Ordinal);
        Assert.Matches("Seite 2 von [2-9]", Spaces().Replace(text, " "));
    }

    [Fact]
    public void Soft_hyphens_are_seen_at_line_ends_only()
    {
        Browser.Prefer("screen");
        Browser.Resize(360, 640);
        Browser.Open(SamplePages.Everything.Source);

        Assert.DoesNotContain("\u00AD", Browser.Evaluate("document.querySelector('h1').innerText")!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("\u00AD", SamplePages.Everything.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_style_holds_for_its_own_role_whatever_running_text_and_headings_say()
    {
        var template = TemplateSupport.Load(
            ("_brand.yml", "meta: { name: Haus }"),
            ("template.yml", """
                styles:
                  body: { italic: true, small-capitals: true, capitals: true, letter-spacing: 0.1 em, underline: true }
                  title: { italic: false, small-capitals: false, capitals: false, letter-spacing: 0 pt, underline: false }
                  heading-1: { italic: false, letter-spacing: 0.2 em, rule-after: { thickness: 2 pt } }
                  apparatus-heading: { inherits: body, small-capitals: false, letter-spacing: 0 pt }
                  quote: { indent: 0 pt, indent-end: 0 pt, rule-start: none }
                """));
        Browser.Prefer("screen");
        Browser.Open(Page.Of(EverythingStatement.Document, template.Editions.First(edition => edition.Format == "html"), template).Source);

        string[] Of(string selector, params string[] properties) => [.. properties.Select(property => Style(selector, property))];
        Assert.Equal(["italic", "small-caps", "uppercase", "underline"], Of("main p:not([class])", "fontStyle", "fontVariantCaps", "textTransform", "textDecorationLine"));
        Assert.Equal(["normal", "normal", "none", "normal", "none"], Of("h1", "fontStyle", "fontVariantCaps", "textTransform", "letterSpacing", "textDecorationLine"));
        Assert.Equal(["normal", "small-caps", "solid"], Of("h2:not(.apparatus)", "fontStyle", "fontVariantCaps", "borderBlockEndStyle"));
        Assert.Equal(["italic", "normal", "normal", "none"], Of("h2.apparatus", "fontStyle", "fontVariantCaps", "letterSpacing", "borderBlockEndStyle"));
        Assert.Equal(["0px", "0px"], Of("blockquote", "marginInlineStart", "marginInlineEnd"));
    }

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();

    private string Style(string selector, string property) =>
        Browser.Evaluate($"getComputedStyle(document.querySelector('{selector}')).{property}")!.GetValue<string>();

    private IEnumerable<string> Axe(string options, string name)
    {
        var result = Browser.Evaluate($"axe.run(document, {{ {options} }}).then(r => ({{ passes: r.passes.length, lines: r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html + ' ' + n.failureSummary)) }}))")!.AsObject();
        Assert.True(result["passes"]!.GetValue<int>() > 0, name);
        return result["lines"]!.AsArray().Select(line => $"{name}: {line!.GetValue<string>()}");
    }
}
