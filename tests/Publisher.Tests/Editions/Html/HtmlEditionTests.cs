using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Publisher.Editions;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Tests.Support;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Editions.Html;

public sealed class HtmlEditionTests
{
    private static readonly Page Everything = Page.Of(EverythingStatement.Document);

    [Fact]
    public void The_page_asks_for_nothing_and_runs_nothing()
    {
        Assert.Empty(Everything.Dom.QuerySelectorAll("link[rel=stylesheet],iframe,object,embed,form,[style],[onclick],[src]:not([src^='data:'])"));
        Assert.Equal("application/ld+json", Everything.One("script").GetAttribute("type"));
        Assert.DoesNotContain("@import", Everything.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_allows_what_stands_in_the_page_by_its_hash_and_nothing_else()
    {
        var policies = Everything.Dom.QuerySelectorAll("meta[http-equiv=Content-Security-Policy]").Select(meta => meta.GetAttribute("content"));

        var hashes = Everything.Texts("style").Select(text => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'").ToArray();

        Assert.Equal(
            [
                $"default-src 'none'; img-src data:; font-src data:; style-src {string.Join(' ', hashes)}; base-uri 'none'; form-action 'none'",
                "base-uri 'none'; form-action 'none'",
            ],
            policies);
    }

    [Fact]
    public void The_title_is_the_only_heading_of_the_first_level()
    {
        Assert.Equal("Mehr Grün für die Stadt: was die Landesregierung jetzt tun muss", Everything.One("h1").TextContent);
        Assert.Equal("Mehr Grün für die Stadt: was die Landesregierung jetzt tun muss", Everything.Dom.Title);
    }

    [Fact]
    public void A_statement_without_a_title_still_has_a_name()
    {
        var page = Page.Of(Doc(P("Text.")) with { Metadata = Metadata.Empty with { Language = "de", Organisation = "Rat" } });

        Assert.Equal("Stellungnahme – Rat", page.Dom.Title);
        Assert.Equal("Stellungnahme – Rat", page.One("h1").TextContent);
        Assert.Null(page.One("h1").Closest("main"));
    }

    [Fact]
    public void Headings_count_from_two_and_open_sections_inside_one_another()
    {
        var levels = Everything.Dom.QuerySelectorAll("main h2:not(.apparatus),h3,h4,h5,h6").Select(h => h.LocalName + h.GetAttribute("aria-level"));

        Assert.Equal(["h2", "h3", "h2", "h3", "h4", "h5", "h6", "h67"], levels);
        Assert.Equal(["Zahlen", "Was andere sagen"], Everything.Texts("article > section > section > h3"));
    }

    [Fact]
    public void Only_the_statement_and_the_lines_round_its_title_stand_in_main()
    {
        var main = Everything.One("main").TextContent;

        Assert.Equal("Positionspapier", Everything.One("main > article > header > .kicker").TextContent.Trim());
        Assert.Equal(main.IndexOf("Positionspapier", StringComparison.Ordinal), main.LastIndexOf("Positionspapier", StringComparison.Ordinal));
        Assert.DoesNotContain("Musterstraße", main, StringComparison.Ordinal);
        Assert.DoesNotContain("http://www.example.org/a_b", main, StringComparison.Ordinal);
        Assert.DoesNotContain("presse@example.org", main, StringComparison.Ordinal);
        Assert.Contains("Musterstraße", Everything.One("body > header").TextContent, StringComparison.Ordinal);
        Assert.Contains("presse@example.org", Everything.One("body > footer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_set_apart_stand_beside_the_statement_with_their_page()
    {
        var links = Everything.Dom.QuerySelectorAll("body > aside li");

        Assert.Equal(["http://www.example.org/a_b?c=d&e (Seite 1)", "www.example.org", "siehe oben (Seite 2)"], links.Select(li => li.TextContent));
        Assert.Equal(["http://www.example.org/a_b?c=d&e", "https://www.example.org"], Everything.Dom.QuerySelectorAll("aside a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Notes_and_their_marks_lead_to_one_another()
    {
        var marks = Everything.Dom.QuerySelectorAll("[role=doc-noteref]");
        var backs = Everything.Dom.QuerySelectorAll("[role=doc-endnotes] [role=doc-backlink]");

        Assert.Equal(["1", "2", "1"], marks.Select(a => a.TextContent));
        Assert.Equal(3, backs.Length);
        Assert.All(marks.Concat(backs), a => Assert.NotNull(Everything.Dom.GetElementById(a.GetAttribute("href")![1..])));
        Assert.Equal(["ref:1", "ref:1:2", "ref:2"], backs.Select(a => a.GetAttribute("href")![1..]));
        Assert.Equal("Anmerkung 1", marks[0].GetAttribute("aria-label"));
    }

    [Fact]
    public void Tables_say_what_heads_what()
    {
        Assert.Equal(["Ort", "Messung", "°C"], Everything.Texts("thead th[scope=col]"));
        Assert.Equal(["Bäume"], Everything.Texts("th[scope=row][rowspan='2']"));
        Assert.Equal("Messwerte vom 1. Juli 2025", Everything.One("caption").TextContent);
        Assert.Equal(["38,5", "33,0"], Everything.Texts("td.end"));
    }

    [Fact]
    public void Who_is_quoted_stands_outside_the_quotation()
    {
        Assert.Equal("Petra Grün, Stadtgärtnerin", Everything.One("figure.quote > figcaption").TextContent);
        Assert.Equal(2, Everything.Dom.QuerySelectorAll("blockquote").Length);
    }

    [Fact]
    public void Lists_keep_their_numbers()
    {
        var letters = Everything.One("ol[type=a]");

        Assert.Equal(("3", "na-paren loose"), (letters.GetAttribute("start"), letters.GetAttribute("class")));
        Assert.Equal("nI-parens", Everything.One("ol[type=I]").GetAttribute("class"));
    }

    [Fact]
    public void Languages_dates_and_abbreviations_are_marked()
    {
        Assert.Equal("de", Everything.Dom.DocumentElement.GetAttribute("lang"));
        Assert.Equal("urban heat island", Everything.One("span[lang=en]").TextContent);
        Assert.Equal(["22. November 2026", "22. November 2026"], Everything.Texts("time[datetime='2026-11-22']"));
        Assert.Equal(["NRW", "NRW", "NRW"], Everything.Texts("abbr[title='Nordrhein-Westfalen']"));
    }

    [Fact]
    public void An_abbreviation_inside_a_word_is_none()
    {
        var document = Doc(P("UN-Charta, UNO, Unsinn, die UN.")) with { Metadata = new Metadata { Language = "de", Abbreviations = [new("UN", "Vereinte Nationen"), new("UNO", "dieselben")] } };

        Assert.Equal(["UN", "UNO", "UN"], Page.Of(document).Texts("abbr"));
    }

    [Fact]
    public void Pictures_stand_in_the_page_with_their_size_and_words()
    {
        var picture = Everything.One("figure > img");

        Assert.StartsWith("data:image/png;base64,", picture.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Equal(("4", "3"), (picture.GetAttribute("width"), picture.GetAttribute("height")));
        Assert.Equal("Karte der Messpunkte: sechs in der Innenstadt, vier im Umland", picture.GetAttribute("alt"));
    }

    [Fact]
    public void A_picture_that_cannot_be_shown_leaves_its_words_and_is_reported()
    {
        var page = Page.Of(Doc(Fig("fehlt.png", "Ein Baum")).Titled("T"));

        Assert.Equal("Bild: Ein Baum", page.One("figure .missing").TextContent);
        Assert.Equal(DiagnosticCode.ImageNotRendered, Assert.Single(page.Rendering.Diagnostics).Code);
    }

    [Fact]
    public void Search_engines_and_networks_find_what_is_known()
    {
        using var data = JsonDocument.Parse(Everything.One("script").TextContent);
        var root = data.RootElement;

        Assert.Equal("Report", root.GetProperty("@type").GetString());
        Assert.Equal("2026-11-22", root.GetProperty("datePublished").GetString());
        Assert.Equal("gr%C3%BCn%201-handout.pdf", root.GetProperty("encoding")[0].GetProperty("contentUrl").GetString());
        Assert.Equal("Städte heizen sich auf. Wir sagen, was hilft.", Everything.One("meta[property='og:description']").GetAttribute("content"));
        Assert.Equal("de_DE", Everything.One("meta[property='og:locale']").GetAttribute("content"));
        Assert.Equal("https://example.org/stellungnahmen/gruen", Everything.One("link[rel=canonical]").GetAttribute("href"));
        Assert.Equal("gr%C3%BCn%201-handout.pdf", Everything.One("link[type='application/pdf']").GetAttribute("href"));
        Assert.Equal("https://example.org/en/green", Everything.One("link[hreflang=en]").GetAttribute("href"));
    }

    [Fact]
    public void Nothing_is_said_that_is_not_known()
    {
        var page = Page.Of(Doc(P("Text.")).Titled("Titel").In("de"));

        Assert.Empty(page.Dom.QuerySelectorAll("link[rel=canonical],meta[name=author],meta[name=description],meta[property='article:published_time'],time"));
    }

    [Fact]
    public void What_is_under_embargo_asks_not_to_be_found()
    {
        var page = Page.Of(Doc(P("Text.")) with { Metadata = new Metadata { Language = "de", Embargo = new DateTime(2026, 12, 1, 10, 0, 0) } });

        Assert.Equal("noindex", page.One("meta[name=robots]").GetAttribute("content"));
        Assert.Empty(Everything.Dom.QuerySelectorAll("meta[name=robots]"));
    }

    [Fact]
    public void A_page_among_translations_names_itself_too() => Assert.Equal(
        [("en", "https://example.org/en/green"), ("de", "https://example.org/stellungnahmen/gruen")],
        Everything.Dom.QuerySelectorAll("link[hreflang]").Select(link => (link.GetAttribute("hreflang")!, link.GetAttribute("href")!)));

    [Fact]
    public void Who_publishes_may_say_where_the_page_stands_unless_the_statement_does()
    {
        EditionRequest There(EditionRequest request) => request with { WebAddress = "https://example.org/x.html" };

        Assert.Equal("https://example.org/x.html", Page.Of(Doc(P("Text.")).Titled("T"), change: There).One("link[rel=canonical]").GetAttribute("href"));
        Assert.Equal("https://example.org/stellungnahmen/gruen", Page.Of(EverythingStatement.Document, change: There).One("link[rel=canonical]").GetAttribute("href"));
    }

    [Fact]
    public void Who_answers_for_the_text_is_an_address()
    {
        Assert.Equal("Rückfragen: +49 234 1234", Everything.One("article address").TextContent);
        Assert.Contains("presse@example.org", Everything.One("body > footer address").TextContent, StringComparison.Ordinal);
        Assert.Null(Everything.One(".addressee").Closest("address"));
    }

    [Fact]
    public void Soft_hyphens_change_no_word()
    {
        var edition = TestTemplate.EditionOf("html");
        var template = TestTemplate.Standard with { Hyphenation = SamplePages.Shipped.Hyphenation };

        var soft = Page.Of(EverythingStatement.Document, edition with { SoftHyphens = true }, template).One("main").TextContent;

        Assert.Contains("Innen\u00ADstadt", soft, StringComparison.Ordinal);
        Assert.Equal(Everything.One("main").TextContent, soft.Replace("\u00AD", "", StringComparison.Ordinal));
    }

    [Fact]
    public void The_seed_statement_is_small()
    {
        Assert.InRange(SamplePages.SeedPage.Rendering.Content.Length, 1, 60_000);
        Assert.InRange(Page.Of(SamplePages.Seed, SamplePages.ShippedEdition with { EmbedFonts = false }, SamplePages.Shipped).Rendering.Content.Length, 1, 15_000);
    }

    [Fact]
    public void Contents_lead_to_the_sections()
    {
        var page = Page.Of(EverythingStatement.Document, TestTemplate.EditionOf("html") with { Contents = true });

        var entries = page.Dom.QuerySelectorAll("main nav a");

        Assert.Equal(["Die Lage", "Zahlen", "Unsere Ziele", "Was andere sagen", "Wie gemessen wurde"], entries.Select(a => a.TextContent));
        Assert.All(entries, a => Assert.Equal(a.TextContent, page.Dom.GetElementById(a.GetAttribute("href")![1..])!.TextContent));
    }

    [Fact]
    public void A_link_to_a_heading_leads_there() =>
        Assert.Equal("Unsere Ziele", Everything.Dom.GetElementById(Everything.One("a[href='#ziel']").GetAttribute("href")![1..])!.TextContent);

    [Fact]
    public void A_note_inside_a_link_does_not_nest_links()
    {
        var page = Page.Of(Doc(P(new Link("https://example.org/", [T("Bericht"), Ref("a")]))).Titled("T").WithNotes(Note("a", "Quelle.")));

        Assert.Equal("Bericht1", page.One("main p").TextContent);
        Assert.Empty(page.Dom.QuerySelectorAll("a a"));
    }

    [Fact]
    public void Labels_in_another_language_than_the_statement_say_so()
    {
        var page = Page.Of(Doc(P("Words.")).Titled("Title").In("en"));

        Assert.Equal("en", page.Dom.DocumentElement.GetAttribute("lang"));
        Assert.Equal("de", page.One("body > header").GetAttribute("lang"));
    }

    [Fact]
    public void Text_from_right_to_left_is_set_so()
    {
        var page = Page.Of(Doc(P("שלום")).Titled("כותרת").In("he"));

        Assert.Equal("rtl", page.Dom.DocumentElement.GetAttribute("dir"));
    }

    [Fact]
    public void Code_points_that_HTML_forbids_are_shown_as_unknown() =>
        Assert.Equal("a\uFFFDb\uFFFDc", Page.Of(Doc(P("a\0b\u0085c")).Titled("T")).One("main p").TextContent);
}
