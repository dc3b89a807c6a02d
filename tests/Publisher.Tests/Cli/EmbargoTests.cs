using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Publisher.Tests.Editions.Docx;
using Publisher.Tests.Support;
using UglyToad.PdfPig;

namespace Publisher.Tests.Cli;

/// <summary>An embargo, from the statement to the finished files, read back as those who get them do.</summary>
public sealed class EmbargoTests
{
    private const string Line = "Sperrfrist: 24. November 2026, 10:00 Uhr";
    private const string Statement = "---\nlanguage: de\ndate: 2026-11-24\nembargo: 2026-11-24 10:00\n---\n# Geheimer Titel\n\nEin Absatz.\n";

    public static TheoryData<string> Brands => ["standard", "start", "society", "plain", "campaign", "house"];

    [Theory]
    [MemberData(nameof(Brands))]
    public void The_line_stands_in_every_finished_file_and_its_name_says_so(string brand)
    {
        using var folder = Folder();

        Run(folder, "export", "in/embargoed.md", "--brand", brand, "-o", "out");

        Assert.Equal(
            ["embargoed-embargo-2026-11-24-1000-draft.docx", "embargoed-embargo-2026-11-24-1000-handout.pdf", "embargoed-embargo-2026-11-24-1000-web.html"],
            Written(folder));
        Assert.All(Written(folder), file => Assert.Equal(1, CountIn(TextOf(folder.PathOf("out/" + file)), Line)));
        Assert.Equal("noindex", PageOf(folder, "embargoed-embargo-2026-11-24-1000-web.html").QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Fact]
    public void Index_feed_and_site_map_leave_the_statement_out()
    {
        using var folder = Folder();

        Run(folder, "export", "in", "-o", "out", "--base-url", "https://example.org/");

        Assert.All(new[] { "index.html", "feed.xml", "sitemap.xml" }, file =>
        {
            var text = File.ReadAllText(folder.PathOf("out/" + file));
            Assert.Contains("open-web.html", text, StringComparison.Ordinal);
            Assert.DoesNotContain("embargoed", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Geheimer", text, StringComparison.Ordinal);
        });
        Assert.Null(PageOf(folder, "open-web.html").QuerySelector("meta[name=robots]"));
    }

    [Fact]
    public void Released_it_is_a_statement_like_any_other()
    {
        using var folder = Folder();

        Run(folder, "release", "in", "-o", "out", "--base-url", "https://example.org/");

        Assert.Equal(
            ["embargoed-draft.docx", "embargoed-handout.pdf", "embargoed-web.html"], Written(folder).Where(file => file.StartsWith("embargoed", StringComparison.Ordinal)));
        Assert.All(Written(folder), file => Assert.DoesNotContain("Sperrfrist", TextOf(folder.PathOf("out/" + file)), StringComparison.Ordinal));
        Assert.Null(PageOf(folder, "embargoed-web.html").QuerySelector("meta[name=robots]"));
        Assert.All(
            new[] { "index.html", "feed.xml", "sitemap.xml" },
            file => Assert.Contains("embargoed-web.html", File.ReadAllText(folder.PathOf("out/" + file)), StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_pasted_into_another_page_says_it_too()
    {
        using var folder = Folder();

        Run(folder, "export", "in/embargoed.md", "-o", "out", "--edition", "web", "--fragment");

        Assert.Equal(1, CountIn(TextOf(folder.PathOf("out/" + Written(folder).Single())), Line));
    }

    /// <summary>Two statements, one of them under embargo, and a house whose texts forget the embargo.</summary>
    private static TemporaryFolder Folder()
    {
        var folder = new TemporaryFolder();
        foreach (var (name, text) in new[]
            {
                ("in/embargoed.md", Statement),
                ("in/open.md", "---\nlanguage: de\ndate: 2026-11-23\n---\n# Offener Titel\n\nEin Absatz.\n"),
                ("house/_brand.yml", "meta: { name: Haus }\n"),
                ("house/title.md", "# {{ title }}\n\n## {{ subtitle }}\n"),
            })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.PathOf(name))!);
            File.WriteAllText(folder.PathOf(name), text);
        }

        return folder;
    }

    private static void Run(TemporaryFolder folder, params string[] arguments)
    {
        var result = PublisherProgram.Run(folder.Path, arguments);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    private static string[] Written(TemporaryFolder folder) =>
        [.. Directory.GetFiles(folder.PathOf("out")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static IHtmlDocument PageOf(TemporaryFolder folder, string file) => new HtmlParser().ParseDocument(File.ReadAllText(folder.PathOf("out/" + file)));

    /// <summary>What a reader of the file sees, spaces of any kind as one space.</summary>
    private static string TextOf(string file)
    {
        var text = Path.GetExtension(file) switch
        {
            ".pdf" => PdfText(file),
            ".docx" => string.Join('\n', new WordFile(File.ReadAllBytes(file)).Body.Descendants(WordFile.W + "p").Select(WordFile.TextOf)),
            ".html" => new HtmlParser().ParseDocument(File.ReadAllText(file)).Body!.TextContent,
            _ => File.ReadAllText(file),
        };
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string PdfText(string file)
    {
        using var pdf = PdfDocument.Open(file);
        return string.Join('\n', pdf.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text))));
    }

    private static int CountIn(string text, string part) => text.Split(part).Length - 1;
}
