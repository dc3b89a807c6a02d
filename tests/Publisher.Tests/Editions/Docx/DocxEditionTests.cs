using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Publisher.Editions;
using Publisher.Editions.Docx;
using Publisher.Model;
using Publisher.Model.Inlines;
using Publisher.Templates;
using Publisher.Templates.Pages;
using Publisher.Tests.Support;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Editions.Docx;

/// <summary>The Word edition: valid, by styles, and read by others as it was meant.</summary>
public sealed class DocxEditionTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void A_statement_with_everything_is_valid() => AssertValid(EverythingStatement.Document);

    [Fact]
    public void Any_statement_is_valid() => Arbitrary.Document.Sample(AssertValid, iter: 100);

    [Fact]
    public void An_empty_statement_is_valid() => AssertValid(Document.Empty);

    [Fact]
    public void A_statement_is_the_same_whatever_was_written_before_it()
    {
        var edition = TestTemplate.EditionOf("docx") with { EmbedFonts = true };
        var requests =
            from document in (Document[])[Doc(P("Text")), EverythingStatement.Document, Doc(P(Em("Київ"))), Doc(P("Text")) with { Metadata = new Metadata { Language = "fr" } }]
            from page in (PageSetup[])[edition.Page, edition.Page with { MarginLeft = Length.FromMillimetres(50) }]
            select new EditionRequest(document, TestTemplate.Standard, edition with { Page = page });
        var shared = new DocxEdition();

        Assert.All(requests.Concat(requests), request => Assert.Equal(new DocxEdition().Render(request).Content, shared.Render(request).Content));
    }

    [Fact]
    public void Every_style_that_is_used_is_defined()
    {
        using var zip = Open(EverythingStatement.Document);
        var defined = Load(zip, "word/styles.xml").Descendants(W + "style").Select(s => (string)s.Attribute(W + "styleId")!).ToHashSet(StringComparer.Ordinal);

        var used =
            from part in zip.Entries
            where part.FullName.StartsWith("word/", StringComparison.Ordinal) && part.FullName.EndsWith(".xml", StringComparison.Ordinal)
            from element in Load(zip, part.FullName).Descendants()
            where element.Name == W + "pStyle" || element.Name == W + "rStyle" || element.Name == W + "tblStyle" || element.Name == W + "basedOn" || element.Name == W + "next"
            select (string)element.Attribute(W + "val")!;

        Assert.Empty(used.Distinct(StringComparer.Ordinal).Except(defined));
    }

    [Fact]
    public void Headings_have_words_own_styles_and_levels()
    {
        using var zip = Open(Doc(H(1, "Eins"), H(2, "Zwei")).Titled("Titel"));

        var styles = Paragraphs(zip).Select(p => (StyleOf(p), TextOf(p)));

        Assert.Equal([("Title", "Titel"), ("Heading1", "Eins"), ("Heading2", "Zwei")], styles.Where(s => s.Item1 is not "Imprint"));
    }

    [Fact]
    public void Each_numbered_list_starts_where_it_should()
    {
        using var zip = Open(Doc(Ol("a", "b"), P("dazwischen"), Ol("c") with { Start = 5 }));

        var lists = Paragraphs(zip).Where(p => p.Descendants(W + "numId").Any()).Select(p => (string)p.Descendants(W + "numId").Single().Attribute(W + "val")!).ToArray();
        var starts = Load(zip, "word/numbering.xml").Descendants(W + "num")
            .ToDictionary(n => (string)n.Attribute(W + "numId")!, n => (string?)n.Descendants(W + "startOverride").SingleOrDefault()?.Attribute(W + "val"));

        Assert.Equal(lists[0], lists[1]);
        Assert.NotEqual(lists[0], lists[2]);
        Assert.Equal("1", starts[lists[0]]);
        Assert.Equal("5", starts[lists[2]]);
    }

    [Fact]
    public void Page_numbers_are_fields()
    {
        using var zip = Open(Doc(P("Text.")).Titled("Titel").In("de"));

        var fields = zip.Entries.Where(e => e.FullName.StartsWith("word/footer", StringComparison.Ordinal))
            .SelectMany(e => Load(zip, e.FullName).Descendants(W + "fldSimple"))
            .Select(f => ((string)f.Attribute(W + "instr")!).Trim());

        Assert.Contains("PAGE", fields);
        Assert.Contains("NUMPAGES", fields);
    }

    [Fact]
    public void The_language_stands_in_the_styles_and_at_foreign_words()
    {
        using var zip = Open(Doc(P(T("Das ist "), new LanguageSpan("en", [T("fine")]))).In("de-AT"));

        Assert.Equal("de-AT", (string?)Load(zip, "word/styles.xml").Descendants(W + "docDefaults").Descendants(W + "lang").Single().Attribute(W + "val"));
        Assert.Contains(Paragraphs(zip).Descendants(W + "lang"), lang => (string?)lang.Attribute(W + "val") == "en-GB");
    }

    [Fact]
    public void The_properties_say_title_author_and_date()
    {
        var document = EverythingStatement.Document;
        var request = Request(document) with { Timestamp = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero) };
        using var word = WordprocessingDocument.Open(new MemoryStream(new DocxEdition().Render(request).Content.ToArray()), isEditable: false);

        Assert.Equal("Mehr Grün für die Stadt: was die Landesregierung jetzt tun muss", word.PackageProperties.Title);
        Assert.Equal("Erika Mustermann; Max Beispiel", word.PackageProperties.Creator);
        Assert.Equal("de", word.PackageProperties.Language);
        Assert.Equal(new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc), word.PackageProperties.Created?.ToUniversalTime());
    }

    [Fact]
    public void A_shown_correction_is_a_tracked_change_and_a_hidden_one_is_not()
    {
        var document = Doc(P(T("Er sagte "), new Correction("\"ja\"", "„ja“", "typography.quotes"), T(" und "), new Correction("Einrei-\nse", "Einreise", "lines.hyphen")));
        var request = Request(document);
        using var zip = new ZipArchive(new MemoryStream(new DocxEdition().Render(request with
        {
            Edition = request.Edition with { ShownCorrections = ["typography."] },
        }).Content.ToArray()));

        Assert.Equal("\"ja\"", Load(zip, "word/document.xml").Descendants(W + "del").Single().Value);
        Assert.Equal("„ja“", Load(zip, "word/document.xml").Descendants(W + "ins").Single().Value);
    }

    [Fact]
    public void Characters_that_xml_forbids_do_not_break_the_file() =>
        AssertValid(Doc(P("a\u0001b\uD800c\uFFFFd"), new Publisher.Model.Blocks.CodeBlock("x\u0002y")).Titled("\u0000"));

    [Fact]
    public void Pandoc_reads_headings_lists_tables_and_notes()
    {
        var pandoc = OutsideProgram.Require("pandoc");
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.PathOf("a.docx"), Render(EverythingStatement.Document));

        var markdown = pandoc.Run(folder.PathOf("a.docx"), "-t", "markdown", "--wrap=none");

        Assert.Contains("# Die Lage", markdown, StringComparison.Ordinal);
        Assert.Contains("## Zahlen", markdown, StringComparison.Ordinal);
        Assert.Contains("-   Bäume pflanzen", markdown, StringComparison.Ordinal);
        Assert.Contains("[^1]", markdown, StringComparison.Ordinal);
        Assert.Contains("[den Bericht](https://example.org/bericht?jahr=2025&teil=1", markdown, StringComparison.Ordinal);
        Assert.Contains("Innenstadt", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void LibreOffice_opens_it_without_loss()
    {
        var soffice = OutsideProgram.Require("soffice");
        var pdftotext = OutsideProgram.Require("pdftotext");
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.PathOf("a.docx"), Render(Doc(H(1, "Forderungen"), Ul("Bäume", "Brunnen"), P(T("Schluss"), Ref("a"), T("."))).WithNotes(Note("a", "Anmerkung.")).Titled("Titel").In("de")));

        soffice.Run($"-env:UserInstallation=file://{folder.PathOf("profile")}", "--headless", "--convert-to", "pdf", "--outdir", folder.Path, folder.PathOf("a.docx"));
        var text = pdftotext.Run(folder.PathOf("a.pdf"), "-");

        foreach (var word in (string[])["Titel", "Forderungen", "Bäume", "Brunnen", "Schluss", "Anmerkung."])
        {
            Assert.Contains(word, text, StringComparison.Ordinal);
        }
    }

    private static void AssertValid(Document document)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(Render(document)), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word)
            .Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));

        Assert.Empty(errors);
    }

    private static EditionRequest Request(Document document) => new(document, TestTemplate.Standard, TestTemplate.EditionOf("docx"));

    private static byte[] Render(Document document) => new DocxEdition().Render(Request(document)).Content.ToArray();

    private static ZipArchive Open(Document document) => new(new MemoryStream(Render(document)));

    private static XDocument Load(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream);
    }

    private static IEnumerable<XElement> Paragraphs(ZipArchive zip) => Load(zip, "word/document.xml").Descendants(W + "p");

    private static string? StyleOf(XElement paragraph) => (string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val");

    private static string TextOf(XElement paragraph) => string.Concat(paragraph.Descendants(W + "t").Select(t => t.Value));
}
