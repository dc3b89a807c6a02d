using AngleSharp.Html.Parser;
using Publisher.Model;
using Publisher.Tests.Support;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Editions.Html;

/// <summary>What a browser makes of a page.</summary>
public sealed class BrowserTests
{
    public static TheoryData<string, bool> PagesInBothSchemes =>
        new(from name in Pages.Keys from isDark in new[] { false, true } select (name, isDark));

    public static TheoryData<string> PageNames => [.. Pages.Keys];

    private static Dictionary<string, Page> Pages { get; } = new()
    {
        ["everything"] = Page.Of(EverythingStatement.Document, TestTemplate.EditionOf("html") with { Contents = true, EmbedFonts = true }),
        ["without a title"] = Page.Of(Doc(P("Text."), H(1, "Überschrift"), P("Mehr.")).In("de")),
        ["empty"] = Page.Of(Document.Empty),
    };

    /// <summary>WCAG 2.2 at level AA and the best practices of axe-core, light and dark.</summary>
    [Theory]
    [MemberData(nameof(PagesInBothSchemes))]
    public void Axe_finds_no_barrier(string name, bool isDark)
    {
        var axe = File.ReadAllText(NodeModule.Require("axe-core/axe.min.js"));

        // The page's own policy would keep axe out; it is tested apart.
        var page = WithoutPolicy(Pages[name].Source).Replace(
            "</body>",
            $$"""
            <script>{{axe}}</script>
            <script>
            axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then(result => {
              const lines = result.violations.flatMap(v => v.nodes.map(n => v.id + ": " + n.html + " " + n.failureSummary));
              document.body.textContent = "AXE " + result.passes.length + " " + matchMedia("(prefers-color-scheme:dark)").matches + "\n" + lines.join("\n");
            });
            </script>
            </body>
            """,
            StringComparison.Ordinal);

        var result = Browse(page, "--dump-dom", "--virtual-time-budget=20000", "--blink-settings=preferredColorScheme=" + (isDark ? "0" : "1"));

        var lines = new HtmlParser().ParseDocument(result.Output).Body!.TextContent.Trim().Split('\n');
        Assert.Matches($"^AXE [1-9][0-9]+ {(isDark ? "true" : "false")}$", lines[0]);
        Assert.Empty(lines[1..]);
    }

    [Theory]
    [MemberData(nameof(PageNames))]
    public void The_page_obeys_its_own_policy(string name)
    {
        var log = Browse(Pages[name].Source, "--dump-dom", "--enable-logging=stderr").Error;

        Assert.DoesNotContain("Content Security Policy", log, StringComparison.Ordinal);
        Assert.DoesNotContain("decode", log, StringComparison.Ordinal);
    }

    private static string WithoutPolicy(string page) =>
        string.Join('\n', page.Split('\n').Where(line => !line.StartsWith("<meta http-equiv=\"Content-Security-Policy\"", StringComparison.Ordinal)));

    private static OutsideProgram.Result Browse(string page, params string[] options)
    {
        var chromium = OutsideProgram.Require("chromium", "chromium-browser", "google-chrome");
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("page.html");
        File.WriteAllText(file, page);

        var result = chromium.TryRun(["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--user-data-dir=" + folder.PathOf("profile"), .. options, "file://" + file]);
        Assert.Equal(0, result.ExitCode);
        return result;
    }
}
