using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Publisher.Cli.Pipeline;
using Publisher.Model;
using Publisher.Model.Corrections;
using Publisher.Model.Typography;
using Publisher.Model.Words;
using Publisher.Tests.Support;

namespace Publisher.Tests.Statements;

/// <summary>
/// The README's main command on the seed statement, read back by programs that are not ours: every word of the file once, in order,
/// in each edition; what else stands there is the furniture's.
/// </summary>
public sealed class SeedEditionsTests
{
    private const string Address =
        "https://recht.nrw.de/lmi/owa/br_bes_text?anw_nr=1&gld_nr=2&ugl_nr=2603&bes_id=29144&val=29144&ver=7&sg=0&aufgehoben=N&menu=1";

    // What the template adds: sender, page numbers, the running header on the second page, the label of the set-apart address.
    private static readonly string[] Furniture =
        ["Flüchtlingsrat", "NRW", "e.V.", "e.", "V.", "Stellungnahme", "des", "Flüchtlingsrates", "Seite", "von", "1", "2", "3", "Links", "im", "Text", "(Seite", "1)", "·", "Entwurf"];

    private static string Source => Directory.EnumerateFiles(Repository.PathOf("seeds"), "*.txt").Single();

    [Fact]
    public void The_handout_has_every_word_once_and_in_order()
    {
        var pdftotext = OutsideProgram.Require("pdftotext");
        using var folder = Export();

        var text = pdftotext.Run("-enc", "UTF-8", Edition(folder, ".pdf"), "-");

        AssertWords(text);
    }

    [Fact]
    public void The_draft_has_every_word_once_and_in_order()
    {
        var pandoc = OutsideProgram.Require("pandoc");
        using var folder = Export();

        var text = pandoc.Run(Edition(folder, ".docx"), "-f", "docx", "-t", "plain", "--wrap=none");

        AssertWords(text);
    }

    [Fact]
    public void The_web_edition_has_every_word_once_and_in_order()
    {
        using var folder = Export();

        var page = new HtmlParser().ParseDocument(File.ReadAllText(Edition(folder, ".html")));

        AssertWords(string.Join('\n', page.QuerySelectorAll("main h1, main h1 ~ p, main p").Distinct().Select(e => e.TextContent)), withAddress: false);
        Assert.Single(page.QuerySelectorAll("a"), a => a.GetAttribute("href") == Address);
    }

    private static TemporaryFolder Export()
    {
        var folder = new TemporaryFolder();
        var result = PublisherProgram.Run(folder.Path, ["export", Repository.PathOf("seeds")]);
        Assert.True(result.ExitCode == 0, result.Error);
        return folder;
    }

    private static string Edition(TemporaryFolder folder, string extension) =>
        Directory.EnumerateFiles(folder.PathOf("output"), "*" + extension).Single();

    private static void AssertWords(string edition, bool withAddress = true)
    {
        var expected = WordStream.Split(CorrectedSource().Replace(Address, "", StringComparison.Ordinal));
        var actual = WordStream.Split(edition);

        var surplus = Surplus(expected, actual);

        // The address may be broken over lines, and stands apart from the text.
        var rest = string.Concat(surplus);
        Assert.Equal(withAddress ? 1 : 0, Regex.Count(rest, Regex.Escape(Address)));
        Assert.All(surplus.Where(word => !Address.Contains(word, StringComparison.Ordinal)), word => Assert.Contains(word, Furniture));
    }

    /// <summary>The file with the corrections of typography that the ledger names, each at its place: what else differs is a defect.</summary>
    private static string CorrectedSource()
    {
        var (read, text) = StatementFile.Open(Source);
        var corrected = new Typographer(TemplateLocator.Examine(TemplateLocator.Standard).Template!.Typography).Apply(read, text);
        var source = new StringBuilder(File.ReadAllText(Source));
        foreach (var change in Ledger.Of(corrected).Where(change => change.Rule.StartsWith("typography.", StringComparison.Ordinal)).Reverse())
        {
            Assert.Equal(Flat(change.Original), Flat(source.ToString(change.Span.Offset, change.Span.Length)));
            source.Remove(change.Span.Offset, change.Span.Length).Insert(change.Span.Offset, change.Replacement);
        }

        return source.ToString();

        // A space of the document may be a line end of the file.
        static string Flat(string text) => string.IsNullOrWhiteSpace(text) ? text.Length == 0 ? "" : " " : text;
    }

    /// <summary>The words of <paramref name="actual"/> that are left when those of <paramref name="expected"/> are taken out in order.</summary>
    private static List<string> Surplus(ValueList<string> expected, ValueList<string> actual)
    {
        var surplus = new List<string>();
        var next = 0;
        foreach (var word in actual)
        {
            if (next < expected.Count && word == expected[next])
            {
                next++;
            }
            else
            {
                surplus.Add(word);
            }
        }

        Assert.True(next == expected.Count, $"Missing or out of order from word {next}: {string.Join(' ', expected.Skip(next).Take(8))}");
        return surplus;
    }
}
