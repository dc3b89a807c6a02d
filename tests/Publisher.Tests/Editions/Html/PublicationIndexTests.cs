using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Publisher.Editions;
using Publisher.Editions.Html.Publications;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Tests.Support;

namespace Publisher.Tests.Editions.Html;

/// <summary>The index of several statements with its feed and its site map.</summary>
public sealed class PublicationIndexTests
{
    private const string Site = "https://example.org/stellungnahmen/";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly ValueList<Publication> Publications =
    [
        Of("alt", "Über Bäume & <b>Büsche</b>", new DateOnly(2025, 3, 1), StatementKind.PressRelease),
        Of("neu/brief 1", "Zweiter Brief", new DateOnly(2026, 11, 22), StatementKind.OpenLetter, "https://www.example.org/brief"),
        Of("ohne", "Ältere Fragen", null, null),
        Of("gesperrt", "Streng geheim", new DateOnly(2026, 12, 1), StatementKind.PressRelease, embargo: true),
        Of("nah", "Ein Brief", new DateOnly(2026, 11, 22), StatementKind.OpenLetter),
    ];

    [Fact]
    public void Statements_stand_by_date_by_kind_and_by_title()
    {
        var index = IndexOf(Write());

        Assert.Equal(["Nach Datum", "Nach Art", "Nach Titel"], Texts(index, "h2"));
        Assert.Equal(["2026", "2025", "Ohne Datum", "Pressemitteilung", "Offener Brief", "Weitere"], Texts(index, "h3"));
        Assert.Equal(["Ein Brief", "Zweiter Brief", "Über Bäume & <b>Büsche</b>", "Ältere Fragen"], Titles(index, 1));
        Assert.Equal(["Über Bäume & <b>Büsche</b>", "Ein Brief", "Zweiter Brief", "Ältere Fragen"], Titles(index, 2));
        Assert.Equal(["Ältere Fragen", "Ein Brief", "Über Bäume & <b>Büsche</b>", "Zweiter Brief"], Titles(index, 3));
    }

    [Fact]
    public void Each_statement_leads_to_its_page_and_its_editions()
    {
        var entry = IndexOf(Write()).QuerySelectorAll("main > section:first-of-type .publications > li")[1];

        Assert.Equal("neu/brief%201-web.html", entry.QuerySelector(":scope > a")!.GetAttribute("href"));
        Assert.Equal(["PDF", "DOCX"], entry.QuerySelectorAll(":scope ul a").Select(a => a.TextContent));
        Assert.Equal(["neu/brief%201-handout.pdf", "neu/brief%201-word.docx"], entry.QuerySelectorAll(":scope ul a").Select(a => a.GetAttribute("href")));
        Assert.Equal("2026-11-22", entry.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Contains("Offener Brief", entry.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_under_embargo_is_nowhere_but_in_a_message()
    {
        var written = Write();

        Assert.All(written.Files, file => Assert.DoesNotContain("geheim", Encoding.UTF8.GetString(file.Content.Span), StringComparison.Ordinal));
        Assert.All(written.Files, file => Assert.DoesNotContain("gesperrt", Encoding.UTF8.GetString(file.Content.Span), StringComparison.Ordinal));
        Assert.Contains(written.Diagnostics, diagnostic => diagnostic.Code == DiagnosticCode.PublicationUnlisted && diagnostic.Message.Contains("Streng geheim", StringComparison.Ordinal));
    }

    [Fact]
    public void The_feed_names_what_has_a_date_newest_first()
    {
        var feed = Xml(Write(), "feed.xml").Root!;

        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal(Site, feed.Element(Atom + "id")!.Value);
        Assert.Equal("2026-11-22T00:00:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.NotNull(feed.Element(Atom + "author")!.Element(Atom + "name"));
        Assert.Equal(Site + "feed.xml", feed.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        Assert.Equal(["Ein Brief", "Zweiter Brief", "Über Bäume & <b>Büsche</b>"], feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value));
        Assert.Equal([Site + "nah-web.html", "https://www.example.org/brief", Site + "alt-web.html"], feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value));
        Assert.Equal(
            [Site + "nah-handout.pdf", Site + "nah-word.docx"],
            feed.Element(Atom + "entry")!.Elements(Atom + "link").Where(link => link.Attribute("rel")!.Value == "enclosure").Select(link => link.Attribute("href")!.Value));
        Assert.Contains(Write().Diagnostics, diagnostic => diagnostic.Message.Contains("\"Ältere Fragen\" has no date", StringComparison.Ordinal));
    }

    [Fact]
    public void The_site_map_names_what_stands_on_the_site() => Assert.Equal(
        [Site, Site + "nah-web.html", Site + "alt-web.html", Site + "ohne-web.html"],
        Xml(Write(), "sitemap.xml").Root!.Elements(Map + "url").Select(url => url.Element(Map + "loc")!.Value));

    [Fact]
    public void Without_an_address_there_is_only_the_index_and_a_message()
    {
        var written = Write(site: null);

        Assert.Equal(["index.html"], written.Files.Select(file => file.Path));
        Assert.Contains(written.Diagnostics, diagnostic => diagnostic.Code == DiagnosticCode.SiteAddressUnknown);
        Assert.Empty(IndexOf(written).QuerySelectorAll("link[rel=canonical],link[type='application/atom+xml']"));
    }

    [Fact]
    public void The_order_in_which_statements_were_read_does_not_show()
    {
        var one = Write();
        var other = Write(publications: Publications.Reverse().ToValueList());

        Assert.Equal(one.Files.Select(Bytes), other.Files.Select(Bytes));

        static string Bytes(Asset file) => file.Path + Encoding.UTF8.GetString(file.Content.Span);
    }

    [Fact]
    public void Search_engines_read_a_collection()
    {
        using var data = JsonDocument.Parse(IndexOf(Write()).QuerySelector("script")!.TextContent);

        Assert.Equal("CollectionPage", data.RootElement.GetProperty("@type").GetString());
        Assert.Equal(4, data.RootElement.GetProperty("hasPart").GetArrayLength());
    }

    [Fact]
    public void Hostile_titles_and_addresses_stay_text()
    {
        var hostile = Publications.Add(Of("x\"><script>alert(1)</script>", "</title><script>alert(1)</script>\u0001]]>", new DateOnly(2026, 1, 1), null, "javascript:alert(1)"));
        var written = Write(publications: hostile);

        Assert.Equal(IndexOf(Write()).QuerySelectorAll("script").Length, IndexOf(written).QuerySelectorAll("script").Length);
        Assert.DoesNotContain("javascript:", Encoding.UTF8.GetString(File(written, "index.html").Span), StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", Encoding.UTF8.GetString(File(written, "feed.xml").Span), StringComparison.Ordinal);
        Assert.NotNull(Xml(written, "feed.xml").Root);
        Assert.NotNull(Xml(written, "sitemap.xml").Root);
    }

    /// <summary>The index of the test's statements, for tests of pages in a browser.</summary>
    internal static string Source() => Encoding.UTF8.GetString(File(Write(), "index.html").Span);

    private static Publication Of(string path, string title, DateOnly? date, StatementKind? kind, string? address = null, bool embargo = false) => new(
        new Metadata
        {
            Title = [new Text(title)],
            Language = "de",
            Date = date,
            Kind = kind,
            WebAddress = address,
            Embargo = embargo ? new DateTime(2026, 12, 1, 10, 0, 0) : null,
            Summary = "Kurz gesagt.",
            Authors = ["Erika Mustermann"],
        },
        path,
        [new PublishedFile(path + "-web.html", "text/html", 1), new PublishedFile(path + "-handout.pdf", "application/pdf", 2),
            new PublishedFile(path + "-word.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 3)]);

    private static PublicationFiles Write(ValueList<Publication>? publications = null, string? site = Site) =>
        PublicationIndex.Write(publications ?? Publications, TestTemplate.Standard, TestTemplate.EditionOf("html"), site, AssetPlacement.Inline);

    private static ReadOnlyMemory<byte> File(PublicationFiles written, string name) => written.Files.Single(file => file.Path == name).Content;

    private static IHtmlDocument IndexOf(PublicationFiles written) =>
        new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(Encoding.UTF8.GetString(File(written, "index.html").Span));

    private static XDocument Xml(PublicationFiles written, string name) => XDocument.Parse(Encoding.UTF8.GetString(File(written, name).Span));

    private static string[] Texts(IHtmlDocument page, string selector) => [.. page.QuerySelectorAll(selector).Select(element => element.TextContent)];

    private static string[] Titles(IHtmlDocument page, int section) => Texts(page, $"main > section:nth-of-type({section}) .publications > li > a");
}
