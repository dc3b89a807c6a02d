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

        Assert.Equal(expected.Only("link").Order(StringComparer.Ordinal), read.Only("link").Order(StringComparer.Ordinal));
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

        Assert.Equal(expected.Only("link").Order(StringComparer.Ordinal), read.Only("link").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Pandoc_reads_the_same_words_out_of_every_statement_of_the_corpus()
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

            Assert.Equal((path, string.Join('\n', expected.Only("heading", "item", "note"))), (path, string.Join('\n', read.Only("heading", "item", "note"))));
        }
    }

    [Fact]
    public void Pandoc_reads_every_word_of_the_flow()
    {
        var pandoc = OutsideProgram.Require("pandoc");
        var document = Read(Repository.PathOf("tests", "Publisher.Tests", "Statements", "structures.md"));
        using var folder = new TemporaryFolder();

        var words = WordStream.Split(pandoc.Run(Write(folder, document), "-t", "html", "--wrap=none").Replace('<', ' ').Replace('>', ' '));

        Assert.All(WordStream.Of(document).Flow, word => Assert.Contains(System.Net.WebUtility.HtmlEncode(word), string.Join(' ', words), StringComparison.Ordinal));
    }

    private static Document Read(string path) =>
        SourceCatalog.All.First(source => source.Extensions.Contains(Path.GetExtension(path))).Read(new SourceFile(path, File.ReadAllBytes(path)));

    private static string Write(TemporaryFolder folder, Document document)
    {
        var edition = TestTemplate.EditionOf("docx") with { ShownCorrections = ["typography.", "lines."] };
        var path = folder.PathOf("a.docx");
        File.WriteAllBytes(path, new DocxEdition().Render(new EditionRequest(document, TestTemplate.Standard, edition)).Content.ToArray());
        return path;
    }
}
