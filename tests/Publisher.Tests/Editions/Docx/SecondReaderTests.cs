using Publisher.Editions;
using Publisher.Editions.Docx;
using Publisher.Model;
using Publisher.Model.Words;
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

    // One process for all: starting it takes longer than reading.
    private const string MammothForMany = """
        const mammoth = require(process.argv[1]), fs = require("fs");
        (async () => {
            for (let i = 1; i <= +process.argv[3]; i++) {
                const path = `${process.argv[2]}/${i}.docx`;
                const result = await mammoth.convertToHtml({ path }, { ignoreEmptyParagraphs: true, styleMap: ["u => u", "p[style-name='Heading 1'] => h1:fresh"] });
                fs.writeFileSync(`${process.argv[2]}/${i}.out`, result.value);
            }
        })();
        """;


    public static TheoryData<string> Statements => ["every-construct.md", "structures.md"];

    [Theory]
    [MemberData(nameof(Statements))]
    public void Pandoc_reads_the_same_structure(string name)
    {
        var pandoc = OutsideProgram.Require("pandoc");
        var document = Statement.Read(Repository.PathOf("tests", "Publisher.Tests", "Statements", name));
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
        var document = Statement.Read(Repository.PathOf("tests", "Publisher.Tests", "Statements", name));
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
    public void Pandoc_reads_the_same_structure_and_words_out_of_every_text_of_the_corpus()
    {
        var pandoc = OutsideProgram.Require("pandoc");
        using var folder = new TemporaryFolder();
        var written = WriteCorpus(folder);

        Parallel.For(1, written.Count + 1, number =>
            File.WriteAllText(folder.PathOf($"{number}.out"), pandoc.Run(folder.PathOf($"{number}.docx"), "-t", "json")));

        AssertSame(written, number => Digest.OfPandoc(File.ReadAllText(folder.PathOf($"{number}.out"))));
    }

    [Fact]
    public void Mammoth_reads_the_same_structure_and_words_out_of_every_text_of_the_corpus()
    {
        var node = OutsideProgram.Require("node");
        var mammoth = Path.GetDirectoryName(Path.GetDirectoryName(NodeModule.Require("mammoth/lib/index.js")))!;
        using var folder = new TemporaryFolder();
        var written = WriteCorpus(folder);

        node.Run("-e", MammothForMany, mammoth, folder.Path, $"{written.Count}");

        AssertSame(written, number => Digest.OfHtml(File.ReadAllText(folder.PathOf($"{number}.out"))));
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void Pandoc_reads_every_word_in_order(string name)
    {
        var pandoc = OutsideProgram.Require("pandoc");
        var document = Statement.Read(Repository.PathOf("tests", "Publisher.Tests", "Statements", name));
        using var folder = new TemporaryFolder();

        var read = Digest.OfPandoc(pandoc.Run(Write(folder, document), "-t", "json")).Words.AsSpan();

        Assert.Null(MissingWordOf(document, read));
    }

    /// <summary>Every text of the corpus as a Word edition, in files numbered from 1.</summary>
    private static List<(string Path, Document Document)> WriteCorpus(TemporaryFolder folder)
    {
        var written = new List<(string, Document)>();
        var edition = TestTemplate.EditionOf("docx") with { ShownCorrections = ["typography.", "lines."] };
        var word = new DocxEdition();
        foreach (var path in Corpus.Texts)
        {
            var document = Statement.Read(path);
            written.Add((path, document));
            File.WriteAllBytes(folder.PathOf($"{written.Count}.docx"), word.Render(new EditionRequest(document, TestTemplate.Standard, edition)).Content.ToArray());
        }

        return written;
    }

    /// <summary>Fails with each text of which something else was read than was written.</summary>
    private static void AssertSame(List<(string Path, Document Document)> written, Func<int, Digest> read)
    {
        var wrong = new List<string>();
        for (var i = 0; i < written.Count; i++)
        {
            var (path, document) = written[i];
            var expected = Digest.Of(document);
            var actual = read(i + 1);
            foreach (var (kind, said, got) in new[]
                {
                    ("structure", expected.Only("heading", "item", "table"), actual.Only("heading", "item", "table")),

                    // Notes that nothing refers to come last in Word.
                    ("notes", expected.Only("note").Order(StringComparer.Ordinal), actual.Only("note").Order(StringComparer.Ordinal)),
                    ("links", Links(expected), Links(actual)),
                })
            {
                var (first, second) = (said.ToArray(), got.ToArray());
                if (!first.SequenceEqual(second))
                {
                    wrong.Add($"{path}: {kind}: - {string.Join(" ~ ", first.Except(second).Take(3))} + {string.Join(" ~ ", second.Except(first).Take(3))}");
                }
            }

            if (MissingWordOf(document, actual.Words.AsSpan()) is { } word)
            {
                wrong.Add($"{path}: the word {word}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>The first word of the statement that is not read in its order; null for none.</summary>
    private static string? MissingWordOf(Document document, ReadOnlySpan<string> read)
    {
        // The template's words may stand before, between and behind.
        foreach (var word in WordStream.Of(document with { Metadata = document.Metadata with { Title = [], Subtitle = [] } }).Flow)
        {
            var at = read.IndexOf(word);
            if (at < 0)
            {
                return word;
            }

            read = read[(at + 1)..];
        }

        return null;
    }

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
