using Publisher.Editions;
using Publisher.Editions.Docx;
using Publisher.Model;
using Publisher.Model.Words;
using Publisher.Sources;
using Publisher.Tests.Support;

namespace Publisher.Tests.Editions.Docx;

/// <summary>Programs that are not ours read out of a Word edition what the model says.</summary>
public sealed class SecondReaderTests
{
    private const string Mammoth = """
        const mammoth = require(process.argv[1]);
        mammoth.convertToHtml({ path: process.argv[2] }, { ignoreEmptyParagraphs: true, styleMap: ["u => u", "p[style-name='Heading 1'] => h1:fresh"] })
            .then(result => process.stdout.write(result.value));
        """;

    public static TheoryData<string> Statements => ["every-construct.md", "structures.md"];

    [Theory]
    [MemberData(nameof(Statements))]
    public void Pandoc_reads_the_same_structure(string name)
    {
        var pandoc = OutsideProgram.Require("pandoc");
        var document = Read(Repository.PathOf("tests", "Publisher.Tests", "Statements", name));
        using var folder = new TemporaryFolder();

        var read = Digest.OfPandoc(pandoc.Run(Write(folder, document), "-t", "json"));

        var expected = Digest.Of(document);
        foreach (var kind in (string[])["heading", "item", "table", "note"])
        {
            Assert.Equal(expected.Only(kind), read.Only(kind));
        }

        Assert.Equal(Links(expected), Links(read));
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void Mammoth_reads_the_same_structure(string name)
    {
        var node = OutsideProgram.Require("node");
        var mammoth = Path.GetDirectoryName(Path.GetDirectoryName(NodeModule.Require("mammoth/lib/index.js")))!;
        var document = Read(Repository.PathOf("tests", "Publisher.Tests", "Statements", name));
        using var folder = new TemporaryFolder();

        var read = Digest.OfHtml(node.Run("-e", Mammoth, mammoth, Write(folder, document)));

        var expected = Digest.Of(document);
        foreach (var kind in (string[])["heading", "item", "table", "note"])
        {
            Assert.Equal(expected.Only(kind), read.Only(kind));
        }

        Assert.Equal(Links(expected), Links(read));
    }

    [Fact]
    public void Pandoc_reads_the_same_structure_out_of_every_statement_of_the_corpus()
    {
        var corpus = Path.Combine(Repository.Root, "..", "shared", "corpus");
        if (!Directory.Exists(corpus))
        {
            Assert.Skip("There is no corpus beside the repository.");
        }

        var pandoc = OutsideProgram.Require("pandoc");
        var texts = Directory.EnumerateDirectories(corpus).Order(StringComparer.Ordinal)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Where((_, index) => index % 6 == 0));
        using var folder = new TemporaryFolder();
        foreach (var path in texts)
        {
            var document = Read(path);

            var read = Digest.OfPandoc(pandoc.Run(Write(folder, document), "-t", "json"));
            var expected = Digest.Of(document);

            Assert.Equal(expected.Only("heading", "item").Prepend(path), read.Only("heading", "item").Prepend(path));

            // Notes that nothing refers to come last in Word.
            Assert.Equal(expected.Only("note").Order(StringComparer.Ordinal), read.Only("note").Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void Pandoc_reads_every_word_in_order(string name)
    {
        var pandoc = OutsideProgram.Require("pandoc");
        var document = Read(Repository.PathOf("tests", "Publisher.Tests", "Statements", name));
        using var folder = new TemporaryFolder();

        var read = Digest.OfPandoc(pandoc.Run(Write(folder, document), "-t", "json")).Words.AsSpan();

        // The template's words may stand before, between and behind.
        foreach (var word in WordStream.Of(document with { Metadata = document.Metadata with { Title = [], Subtitle = [] } }).Flow)
        {
            var at = read.IndexOf(word);
            Assert.True(at >= 0, $"{word} is missing.");
            read = read[(at + 1)..];
        }
    }

    private static Document Read(string path) =>
        SourceCatalog.All.First(source => source.Extensions.Contains(Path.GetExtension(path))).Read(new SourceFile(path, File.ReadAllBytes(path)));

    // The template's imprint has a link of its own.
    private static IEnumerable<string> Links(Digest digest) =>
        digest.Only("link").Where(link => !link.EndsWith(" presse@example.org", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Write(TemporaryFolder folder, Document document)
    {
        var edition = TestTemplate.EditionOf("docx") with { ShownCorrections = ["typography.", "lines."] };
        var path = folder.PathOf("a.docx");
        File.WriteAllBytes(path, new DocxEdition().Render(new EditionRequest(document, TestTemplate.Standard, edition)).Content.ToArray());
        return path;
    }
}
