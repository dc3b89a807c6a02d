using System.Text;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Tests.Support;

namespace Publisher.Tests.Sources.Docx;

/// <summary>Word files that other programs wrote: pandoc's, and ours as LibreOffice saves them.</summary>
public sealed class SecondWriterTests
{
    private const string Markdown = """
        ---
        title: Mehr Grün
        lang: de
        ---

        # Lage

        Die Stadt *wird* **wärmer**.[^1] Siehe [die Karte](https://example.org/karte) und [die Ziele](#ziele).

        - erstens
        - zweitens

            noch dazu
        - drittens

        3. drei
        4. vier
            a) klein
            b) kleiner

        > Bäume sind Klimaanlagen.

        | Stadt  | Bäume |
        |:-------|------:|
        | Bochum |   120 |

        : Bäume je Stadt

        ## Ziele

        ``` python
        print("Baum")
        # Ende
        ```

        H~2~O und `code`.

        [^1]: Messungen seit 1990.
        """;

    [Fact]
    public void A_document_of_pandoc_keeps_its_structure()
    {
        var document = Pandoc(Markdown);

        Sources.Markdown.ModelPromises.Check(document);
        Assert.Equal("Mehr Grün", Publisher.Model.Words.PlainText.Of(document.Metadata.Title));
        Assert.Equal("de", document.Metadata.Language);
        Assert.Equal(
            ["Heading", "Paragraph", "UnorderedList", "OrderedList", "Quote", "Table", "Heading", "CodeBlock", "Paragraph"],
            document.Blocks.Select(block => block.GetType().Name));
        var inlines = InlineWalk.Of(document).ToArray();
        Assert.Contains(inlines, inline => inline is Link { Target: "https://example.org/karte" });
        Assert.Contains(inlines, inline => inline is Link { Target: "#ziele" });
        Assert.Contains(inlines, inline => inline is Emphasis);
        Assert.Contains(inlines, inline => inline is Strong);
        Assert.Contains(inlines, inline => inline is Subscript);
        Assert.Contains(inlines, inline => inline is Code { Value: "code" });
        Assert.Equal("print(\"Baum\")\n# Ende", Assert.IsType<CodeBlock>(document.Blocks[7]).Text);
        Assert.Equal("ziele", Assert.IsType<Heading>(document.Blocks[6]).Id);
        Assert.Single(document.Footnotes.AsEnumerable());
        var table = Assert.IsType<Table>(document.Blocks[5]);
        Assert.Single(table.HeaderRows.AsEnumerable());
        Assert.Equal("Bäume je Stadt", Publisher.Model.Words.PlainText.Of(table.Caption));
        Assert.Equal([ColumnAlignment.Start, ColumnAlignment.End], table.Columns.Select(column => column.Alignment));
        Assert.Equal(2, Assert.IsType<UnorderedList>(document.Blocks[2]).Items[1].Content.Count);
        var ordered = Assert.IsType<OrderedList>(document.Blocks[3]);
        Assert.Equal(3, ordered.Start);
        Assert.Equal(ListNumbering.LowerLetter, Assert.IsType<OrderedList>(ordered.Items[1].Content[1]).Numbering);
    }

    [Fact]
    public void A_document_of_pandoc_keeps_every_word()
    {
        var document = Pandoc(Markdown);

        var words = WordStream.Of(document);
        Assert.Equal(
            WordStream.Split("Mehr Grün Lage Die Stadt wird wärmer. Siehe die Karte und die Ziele. erstens zweitens noch dazu drittens drei vier klein kleiner Bäume sind Klimaanlagen. Bäume je Stadt Stadt Bäume Bochum 120 Ziele print(\"Baum\") # Ende H2O und code."),
            words.Flow);
        Assert.Equal(WordStream.Split("Messungen seit 1990."), words.Notes);
    }

    [Fact]
    public void A_draft_that_LibreOffice_saved_keeps_every_word_and_its_structure()
    {
        var soffice = OutsideProgram.Require("soffice");
        var document = EverythingStatement.Document;
        using var folder = new TemporaryFolder();
        var draft = folder.PathOf("entwurf.docx");
        File.WriteAllBytes(draft, RoundTripTests.Render(document, TestTemplate.EditionOf("docx")).ToArray());

        soffice.Run($"-env:UserInstallation=file://{folder.PathOf("profile")}", "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder.PathOf("saved"), draft);

        var read = WordXml.Read(File.ReadAllBytes(Path.Combine(folder.PathOf("saved"), "entwurf.docx")));
        var expected = WordStream.Of(document);
        var words = WordStream.Of(read);
        Assert.Equal(string.Join(' ', expected.Flow), string.Join(' ', words.Flow));
        Assert.Equal(string.Join(' ', expected.Notes), string.Join(' ', words.Notes));
        Assert.Equal(document.Blocks.Select(block => block.GetType().Name), read.Blocks.Select(block => block.GetType().Name));
        Assert.Equal(document.Metadata with { Title = default, Subtitle = default }, read.Metadata with { Title = default, Subtitle = default });
    }

    private static Document Pandoc(string markdown)
    {
        var pandoc = OutsideProgram.Require("pandoc");
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("pandoc.docx");
        var result = pandoc.TryRun(["-f", "markdown", "-t", "docx", "-o", file], Encoding.UTF8.GetBytes(markdown));
        Assert.Equal(0, result.ExitCode);
        return WordXml.Read(File.ReadAllBytes(file));
    }
}
