using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Tests.Support;
using UglyToad.PdfPig;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Editions.Pdf;

/// <summary>Input meant to crash, hang or lose words: long enough that a way that is not linear would not end.</summary>
public sealed class HostileStatementTests
{
    public static TheoryData<string> Names => [.. Statements.Keys];

    private static Dictionary<string, Document> Statements { get; } = new(StringComparer.Ordinal)
    {
        ["a word of 100,000 letters"] = Doc(P(new string('a', 100_000))),
        ["100,000 hyphens"] = Doc(P(new string('-', 100_000))),
        ["100,000 spaces without width"] = Doc(P(string.Concat(Enumerable.Repeat("\u200B", 100_000)) + "x")),
        ["100,000 combining marks"] = Doc(P("a" + new string('\u0301', 100_000))),
        ["50,000 soft hyphens"] = Doc(P(string.Concat(Enumerable.Repeat("a\u00AD", 50_000)))),
        ["50 levels of lists"] = Doc(Nested(50)),
        ["a table of 10,000 rows"] = Doc(Tbl(["A", "B"], [.. Enumerable.Range(0, 10_000).Select(i => new[] { "Zeile", "12,5" })])),
        ["a table of 60 columns"] = Doc(new Table([.. Enumerable.Repeat(new TableColumn(), 60)], [], [Row([.. Enumerable.Repeat("Spalte", 60)])])),
        ["a footnote longer than a page"] = Doc(P(T("Text"), Ref("n"))).WithNotes(Note("n", string.Concat(Enumerable.Repeat("Wort und ", 4_000)))),
        ["500 footnotes on one line"] = Doc(new Paragraph([T("Text"), .. Enumerable.Range(0, 500).Select(i => Ref($"n{i}"))]))
            .WithNotes([.. Enumerable.Range(0, 500).Select(i => Note($"n{i}", "Eine Anmerkung."))]),
        ["20,000 paragraphs of a word"] = Doc([.. Enumerable.Repeat(P("Wort"), 20_000)]),
        ["a cell higher than three pages beside one of a word"] = Doc(Tbl(["A", "B"], [string.Concat(Enumerable.Repeat("Wort und ", 2_000)), "kurz"])),
        ["a heading for each of 3,000 pages"] = Doc([.. Enumerable.Range(0, 3_000).SelectMany(_ => new Block[] { H(1, "Kopf"), P("Text"), new PageBreak() })]),
        ["a cell that spans 2,000 rows"] = Doc(new Table(
            [new TableColumn(), new TableColumn()],
            [],
            [new TableRow([new TableCell([P("hoch")], RowSpan: 2_000), new TableCell([P("1")])]), .. Enumerable.Repeat(Row("z"), 1_999)])),
        ["50 levels of quotes"] = Doc(Quoted(50)),
        ["words of 100,000 letters in two cells"] = Doc(Tbl(["A", "B"], [new string('x', 100_000), new string('y', 100_000)])),
        ["20,000 links on one line"] = Doc(new Paragraph([.. Enumerable.Repeat<Publisher.Model.Inlines.Inline>(A("https://example.org/", "x"), 20_000)])),
        ["20,000 forced line ends"] = Doc(new Paragraph([.. Enumerable.Repeat<Publisher.Model.Inlines.Inline>(new Publisher.Model.Inlines.LineBreak(), 20_000), T("x")])),
        ["Arabic, Hebrew, Chinese and emoji without a font"] = Doc(P("Vorher مرحبا 123 שלום 漢字 👨‍👩‍👧 nachher")),
        ["blocks without content"] = Doc(P(""), H(1, ""), new Table([new TableColumn()], [], [new TableRow([])]), new CodeBlock("")),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void It_ends_in_a_readable_file(string name)
    {
        var file = PdfEditionTests.Render(Statements[name].In("de")).ToArray();

        using var pdf = PdfDocument.Open(file);
        Assert.True(pdf.NumberOfPages >= 1);
        Assert.Empty(Conformance.FailuresOf(file));
    }

    [Fact]
    public void A_file_that_only_pretends_to_be_a_picture_is_replaced_by_its_alternative_text()
    {
        byte[] broken = [.. Picture.Png[..20], 1, 2, 3];
        var document = Doc(Fig("kaputt.png", "Das Bild")).In("de") with
        {
            Resources = [new Resource("kaputt.png", "image/png", ValueList.Create<byte>(broken))],
        };

        var rendering = PdfEditionTests.RenderAll(document);

        Assert.Single((IEnumerable<Publisher.Model.Diagnostics.Diagnostic>)rendering.Diagnostics);
        using var pdf = PdfDocument.Open(rendering.Content.ToArray());
        Assert.Contains("Das Bild", pdf.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void All_notes_of_a_line_are_printed_however_many_there_are()
    {
        var file = PdfEditionTests.Render(Statements["500 footnotes on one line"].In("de")).ToArray();

        using var pdf = PdfDocument.Open(file);
        Assert.Equal(500, pdf.GetPages().Sum(page => page.Text.Split("Eine Anmerkung.").Length - 1));
    }

    [Fact]
    public void Every_line_of_a_cell_higher_than_a_page_is_printed()
    {
        var file = PdfEditionTests.Render(Statements["a cell higher than three pages beside one of a word"].In("de")).ToArray();

        using var pdf = PdfDocument.Open(file);
        Assert.True(pdf.NumberOfPages > 3);
        Assert.Equal(2_000, pdf.GetPages().Sum(page => page.Text.Split("Wort").Length - 1));
    }

    private static Block Quoted(int depth)
    {
        Block block = P("tief");
        for (var i = 0; i < depth; i++)
            block = new Quote([P("Ebene"), block]);
        return block;
    }

    private static Block Nested(int depth)
    {
        Block block = P("tief");
        for (var i = 0; i < depth; i++)
            block = Ul(Li(P("Ebene"), block));
        return block;
    }
}
