using System.Text;
using Publisher.Editions;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Tests.Support;
using UglyToad.PdfPig;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Editions.Pdf;

public sealed class PdfEditionTests
{
    private const string Sentence =
        "Die Ausdrucksweise der Oberbürgermeister und Landräte erweckt schnell den Eindruck, dass hier eine Unterscheidung in ‚gute‘ und "
        + "‚schlechte‘ Flüchtlinge vorgenommen wird und legt die Frage nahe, ob diese Unterscheidung Folgen für das ihnen "
        + "entgegengebrachte Maß an Fairness und Freundlichkeit oder die Form der Unterbringung hat.";

    [Fact]
    public void The_same_request_gives_the_same_bytes()
    {
        var document = Rich();

        var first = Render(document);
        var second = Render(document);

        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Fact]
    public void The_bytes_do_not_depend_on_what_was_set_before_in_the_same_house()
    {
        var template = SampleTemplate.Make(Repository.Root);
        var alone = Render(Rich());

        var before = RenderIn(template, Doc(P("漢字 " + Sentence), P(Sentence.ToUpperInvariant())).In("de"));
        var missing = RenderIn(template, Doc(P("漢字")).In("de"));
        var after = RenderIn(template, Rich());

        Assert.Equal(alone.ToArray(), after.Content.ToArray());
        Assert.Single((IEnumerable<Publisher.Model.Diagnostics.Diagnostic>)before.Diagnostics);
        Assert.Single((IEnumerable<Publisher.Model.Diagnostics.Diagnostic>)missing.Diagnostics);
    }

    [Fact]
    public void The_file_is_sound_for_qpdf_and_mutool()
    {
        using var file = new TemporaryFile(Render(Rich()));

        OutsideProgram.Require("qpdf").Run("--check", file.Path);
        var result = OutsideProgram.Require("mutool").TryRun(["info", file.Path]);

        Assert.DoesNotContain("error", result.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Poppler_reads_every_word_once_in_order_with_divided_words_whole()
    {
        var document = Doc([.. Enumerable.Repeat(P(Sentence), 20)]).In("de").Titled("Stellungnahme", "Zur Lage");
        using var file = new TemporaryFile(Render(document));

        var text = OutsideProgram.Require("pdftotext").Run("-enc", "UTF-8", file.Path, "-");

        var expected = string.Join(' ', Enumerable.Repeat(Sentence, 20)).Split(' ');
        var found = WithoutFurniture(text).Split((char[])[' ', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected, found.SkipWhile(word => word != "Die"));
    }

    // What a reader gets that looks up glyph after glyph and nothing else.
    [Fact]
    public void A_letter_with_marks_of_their_own_is_read_once()
    {
        using var pdf = PdfDocument.Open(Render(Doc(P("Ein x\u0308\u0323 und g\u0303.")).In("de")).ToArray());

        var letters = string.Concat(pdf.GetPage(1).Letters.Select(letter => letter.Value)).Replace(" ", "", StringComparison.Ordinal);
        Assert.Single(letters, c => c is 'x' or '\u1E8D');
        Assert.Single(letters, c => c == '\u0323');
    }

    [Fact]
    public void Every_page_says_its_number_and_how_many_there_are()
    {
        var document = Doc([.. Enumerable.Repeat(P(Sentence), 40)]).In("de");

        using var pdf = PdfDocument.Open(Render(document).ToArray());

        Assert.True(pdf.NumberOfPages > 1);
        foreach (var page in pdf.GetPages())
            Assert.Contains($"Seite {page.Number} von {pdf.NumberOfPages}", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_two_page_statement_with_its_fonts_is_smaller_than_sixty_kilobytes()
    {
        var document = Doc([.. Enumerable.Repeat(P(Sentence), 25)]).In("de").Titled("Stellungnahme", "Zur Lage");

        var bytes = Render(document);

        Assert.InRange(bytes.Length, 1, 60_000);
    }

    [Fact]
    public void Every_kind_of_block_and_inline_is_in_the_extracted_text()
    {
        var document = Rich();

        using var pdf = PdfDocument.Open(Render(document).ToArray());

        var found = Squeeze(string.Concat(pdf.GetPages().Select(page => page.Text)));
        var words = WordStream.Of(document);
        foreach (var word in words.Flow.Concat(words.Notes))
            Assert.Contains(Squeeze(word), found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_character_no_font_has_is_reported_and_its_neighbours_are_printed()
    {
        var rendering = RenderAll(Doc(P("Vorher 漢 nachher.")).In("de"));

        var diagnostic = Assert.Single((IEnumerable<Publisher.Model.Diagnostics.Diagnostic>)rendering.Diagnostics);
        Assert.Contains("U+6F22", diagnostic.Message, StringComparison.Ordinal);
        using var pdf = PdfDocument.Open(rendering.Content.ToArray());
        Assert.Contains("nachher.", pdf.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_printers_file_has_boxes_around_the_trimmed_page_and_conforms()
    {
        var request = Request(Rich(), e => e with { Page = e.Page with { Bleed = Publisher.Templates.Length.FromMillimetres(3), CropMarks = true } });

        var file = EditionCatalog.For("pdf")!.Render(request).Content.ToArray();

        Assert.Empty(Conformance.FailuresOf(file));
        using var pdf = PdfDocument.Open(file);
        Assert.Equal(210 * 72 / 25.4, pdf.GetPage(1).MediaBox.Bounds.Width - (2 * 22.504), 1.0);
    }

    [Fact]
    public void The_source_rides_along_where_the_edition_asks_for_it()
    {
        var file = RenderWithSource().ToArray();

        using var pdf = PdfDocument.Open(file);
        Assert.True(pdf.Advanced.TryGetEmbeddedFiles(out var files));
        Assert.Equal("Der Text.", Encoding.UTF8.GetString(Assert.Single(files).Memory.Span));
        Assert.True(pdf.TryGetXmpMetadata(out var xmp));
        Assert.Contains("<pdfaid:part>3<", Encoding.UTF8.GetString(xmp.GetXmlMemory().Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_stay_readable_whatever_characters_a_title_holds()
    {
        using var pdf = PdfDocument.Open(Render(Doc(P("Text.")).In("de").Titled("Ein\u0001 <Titel>\uFFFE & mehr")).ToArray());

        Assert.True(pdf.TryGetXmpMetadata(out var xmp));
        Assert.Contains("Ein <Titel> & mehr", xmp.GetXDocument().Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_leads_to_the_web_address_where_the_edition_asks_for_it()
    {
        var document = Rich();
        document = document with { Metadata = document.Metadata with { WebAddress = "https://example.org/stellungnahme" } };

        var file = EditionCatalog.For("pdf")!.Render(Request(document, e => e with { QrCode = true })).Content.ToArray();

        Assert.Empty(Conformance.FailuresOf(file));
        Assert.True(file.Length > Render(document).Length);
    }

    [Fact]
    public void Baselines_of_running_text_keep_the_grid_across_columns()
    {
        var request = Request(
            Doc([.. Enumerable.Repeat(P(Sentence), 9), H(1, "Eine Überschrift"), .. Enumerable.Repeat(P(Sentence), 9)]).In("de"),
            e => e with { Page = e.Page with { Columns = 2, BaselineGrid = Publisher.Templates.Length.FromPoints(15) } });

        using var pdf = PdfDocument.Open(EditionCatalog.For("pdf")!.Render(request).Content.ToArray());

        var body = pdf.GetPage(1).Letters.Where(l => Math.Abs(l.PointSize - 10.5) < 0.01).Select(l => l.StartBaseLine.Y).ToArray();
        Assert.NotEmpty(body);
        var offsets = body.Select(y => Math.Round((y - body[0]) / 15, 2)).ToArray();
        Assert.All(offsets, offset => Assert.Equal(Math.Round(offset), offset, 0.011));
    }

    private static EditionRequest Request(Document document, Func<Publisher.Templates.EditionSpec, Publisher.Templates.EditionSpec> change)
    {
        var template = SampleTemplate.Make(Repository.Root);
        return new EditionRequest(document, template, change(template.Editions[0]));
    }

    internal static ReadOnlyMemory<byte> Render(Document document) => RenderAll(document).Content;

    internal static ReadOnlyMemory<byte> RenderWithSource()
    {
        var request = Request(Rich(), e => e with { AttachSource = true }) with
        {
            Source = new Resource("Erklärung.txt", "text/plain", ValueList.Create("Der Text."u8)),
        };
        return EditionCatalog.For("pdf")!.Render(request).Content;
    }

    internal static Rendering RenderAll(Document document) => RenderIn(SampleTemplate.Make(Repository.Root), document);

    private static Rendering RenderIn(Publisher.Templates.Template template, Document document) =>
        EditionCatalog.For("pdf")!.Render(new EditionRequest(document, template, template.Editions[0]));

    internal static Document Rich() => Doc(
            H(1, "Forderungen"),
            P(T(Sentence + " "), B("Wichtig"), T(" und "), Em("betont"), T(", mit Anmerkung"), Ref("n"), T(" und noch einer"), Ref("m"), T(" und "), A("https://example.org/a?b=c", "Verweis"), T(".")),
            Ul(Li(P("Erstens")), Li(P("Zweitens"), Ol("innen eins", "innen zwei"))),
            Q("Ein Zitat.", "Jemand"),
            H(2, "Zahlen"),
            Tbl(["Land", "Jahr"], ["Bayern", "2014"], ["Hessen", "2015"]),
            Fig("bild.png", "Ein Bild", "Die Unterschrift"),
            new CodeBlock("a = 1\n  b = 2"),
            new ThematicBreak(),
            P(new Code("Code"), T(" H"), new Subscript([T("2")]), T("O m"), new Superscript([T("2")]), T(" "), new LanguageSpan("en", [T("English words")]), new LineBreak(), T("neue Zeile")))
        .In("de").Titled("Stellungnahme", "Zur Lage").WithNotes(Note("n", "Die Anmerkung."), Note("m", "Noch eine.")).WithPicture("bild.png");

    private static string Squeeze(string text) =>
        new([.. text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\u00AD' or '\u00A0'))]);

    private static string WithoutFurniture(string text)
    {
        var kept = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            var isFurniture = line.Contains("NRW e.V.", StringComparison.Ordinal) || line.Contains("Seite ", StringComparison.Ordinal)
                || line.Trim('\f') == "Stellungnahme";
            if (!isFurniture)
                kept.Append(line).Append('\n');
        }

        return kept.ToString();
    }
}
