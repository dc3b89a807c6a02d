using CsCheck;
using Publisher.Editions;
using Publisher.Editions.Docx;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Sources;
using Publisher.Templates;
using Publisher.Tests.Support;
using LineText = Publisher.Model.Words.PlainText;

namespace Publisher.Tests.Sources.Docx;

/// <summary>What our Word edition writes, read back.</summary>
public sealed class RoundTripTests
{
    private static readonly EditionSpec Draft = TestTemplate.EditionOf("docx") with
    {
        ShownCorrections = ["typography.", "lines.", "furniture.", "encoding.", "structure."],
        Comments = true,
    };

    [Fact]
    public void A_statement_with_everything_comes_back_as_it_was() => AssertSame(EverythingStatement.Document);

    [Fact]
    public void Any_statement_comes_back_as_it_was() => Arbitrary.Document.Sample(AssertSame, iter: 300);

    [Fact]
    public void An_empty_statement_comes_back_empty() => AssertSame(Document.Empty);

    [Fact]
    public void A_contents_table_is_no_text_of_the_statement() => AssertSame(EverythingStatement.Document, Draft with { Contents = true });

    [Fact]
    public void Refusing_the_tools_corrections_gives_what_the_source_said()
    {
        Document document = Statement.Doc(Statement.P(new Text("Die "), new Correction("\"", "„", "typography.quotes"), new Text("Stadt")));

        Assert.Equal("Die \"Stadt", Text(WordXml.Read(Render(document, Draft), RevisionPolicy.Reject)));
        Assert.Equal("Die „Stadt", Text(WordXml.Read(Render(document, Draft))));
    }

    [Theory]
    [InlineData("every-construct.md")]
    [InlineData("structures.md")]
    public void A_markdown_statement_comes_back_as_it_was(string name)
    {
        var path = Repository.PathOf("tests", "Publisher.Tests", "Statements", name);

        AssertSame(Publisher.Cli.Pipeline.StatementFile.Open(path).Document);
    }

    [Fact]
    public void Doubts_come_back_with_their_code_severity_and_remedy()
    {
        var document = EverythingStatement.Document with
        {
            Diagnostics = [new(Publisher.Model.Diagnostics.DiagnosticCode.HyphenUncertain, Publisher.Model.Diagnostics.DiagnosticSeverity.Warning, "Ist das ein Wort?", "Schreiben Sie es aus.")],
        };

        var read = WordXml.Read(Render(document, Draft));

        Assert.Equal(document.Diagnostics, read.Diagnostics.Select(diagnostic => diagnostic with { Span = default }).ToValueList());
    }

    internal static ReadOnlyMemory<byte> Render(Document document, EditionSpec edition) =>
        new DocxEdition().Render(new EditionRequest(document, TestTemplate.Standard, edition)).Content;

    private static void AssertSame(Document document) => AssertSame(document, Draft);

    private static void AssertSame(Document document, EditionSpec edition)
    {
        document = Unplaced.Of(document with { Changes = [], Diagnostics = [] });

        var read = Unplaced.Of(WordXml.Read(Render(document, edition))) with { Changes = [], Diagnostics = [] };

        // The file carries what the text shows.
        var used = InlineWalk.Of(document).OfType<Image>().Select(image => image.Source).ToHashSet(StringComparer.Ordinal);
        var expected = document with { Resources = [.. document.Resources.Where(resource => used.Contains(resource.Name))] };
        Assert.Equal(expected.Metadata, read.Metadata);
        Assert.Equal(expected.Blocks.Count, read.Blocks.Count);
        for (var i = 0; i < expected.Blocks.Count; i++)
        {
            Assert.Equal(expected.Blocks[i], read.Blocks[i]);
        }

        Assert.Equal(expected.Footnotes, read.Footnotes);
        Assert.Equal(expected.LinkReferences, read.LinkReferences);
        Assert.Equal(expected.Resources.OrderBy(r => r.Name, StringComparer.Ordinal), read.Resources.OrderBy(r => r.Name, StringComparer.Ordinal));
    }

    private static string Text(Document document) => string.Join('\n', document.Blocks.Select(block => LineText.Of(((Paragraph)block).Content)));
}
