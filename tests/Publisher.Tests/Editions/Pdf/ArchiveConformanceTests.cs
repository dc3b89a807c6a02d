using System.Text;
using System.Text.RegularExpressions;
using Publisher.Editions;
using Publisher.Model;
using Publisher.Templates;
using Publisher.Tests.Editions.Html;
using Publisher.Tests.Support;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Editions.Pdf;

/// <summary>Each condition of <see cref="ArchiveConformance"/> and of tables and IDs is found broken where it is broken.</summary>
public sealed class ArchiveConformanceTests
{
    private static readonly Lazy<string> WithPictures = new(() => ConformanceTests.Readable(PdfEditionTests.Render(Pictures())));

    private static readonly Lazy<string> WithEverything = new(() => ConformanceTests.Readable(PdfEditionTests.Render(EverythingStatement.Document)));

    private static readonly Lazy<string> WithSource = new(() => ConformanceTests.Readable(PdfEditionTests.RenderWithSource()));

    [Theory]
    [InlineData("^(%PDF-1.7\n)%[^\n]+", "$1%abcd", "6.1.2")]
    [InlineData("%%EOF\\s*$", "%%EOF\nmore than one line", "6.1.3")]
    [InlineData("/Filter /DCTDecode", "/F (a) /Filter /DCTDecode", "6.1.7.1")]
    [InlineData("/Filter /DCTDecode", "/Filter /LZWDecode", "6.1.7.2")]
    [InlineData("/Subtype /Image", "/Subtype /Image /Interpolate true", "6.2.8 Interpolate")]
    [InlineData("/Subtype /Image", "/Subtype /Image /Alternates [ ]", "6.2.8 image")]
    [InlineData("/Subtype /Image", "/Subtype /Image /Intent /Other", "6.2.6")]
    [InlineData("/BitsPerComponent 8", "/BitsPerComponent 7", "6.2.8 bits")]
    [InlineData("/Subtype /Form", "/Subtype /Form /Ref << >>", "6.2.9")]
    [InlineData("/ColorSpace /DeviceRGB", "/ColorSpace /DeviceCMYK", "6.2.4.3 colour space")]
    [InlineData("/ColorSpace /DeviceGray", "/ColorSpace /DeviceRGB", "11.6.5.3")]
    [InlineData("/CS /DeviceRGB", "/CS /DeviceCMYK", "6.2.4.3 colour space")]
    [InlineData("(?<=\\d) rg", " 0 k", "6.2.4.3 colour space")]
    [InlineData("scnrCMYK", "abstCMYK", "6.2.4.2 profile")]
    [InlineData("/N 4", "/N 3", "6.2.4.2 components")]
    [InlineData("/N 3(?=\\s)", "/N 4", "6.2.4.3 output intent")]
    [InlineData("mntrRGB XYZ", "abstRGB XYZ", "6.2.4.2 profile")]
    [InlineData("/FontFile2", "/CIDSet 1 0 R /FontFile2", "31-013")]
    [InlineData("/FontName /", "/FontName /X", "6.2.11.2")]
    [InlineData("/Type /ExtGState", "/Type /ExtGState /TR /Identity", "6.2.5")]
    [InlineData("/Type /ExtGState", "/Type /ExtGState /BM /Other", "6.2.10")]
    [InlineData("/ca 0.5", "/ca 1.5", "8.4.5")]
    [InlineData("/DestOutputProfile", "/DestOutputProfileRef << >> /DestOutputProfile", "6.2.3")]
    [InlineData("(<\\?xpacket begin=\"[^\"]*\")", "$1 encoding=\"UTF-8\"", "6.6.2.1")]
    [InlineData("/Type /Page(?=\\s)", "/Type /Page /AA << >>", "6.5.2")]
    [InlineData("/Type /Page(?=\\s)", "/Type /Page /PresSteps << >>", "6.10")]
    [InlineData("/MarkInfo", "/AcroForm << >> /MarkInfo", "6.1 AcroForm")]
    [InlineData("/MarkInfo", "/OpenAction << /S /JavaScript >> /MarkInfo", "6.5.1")]
    [InlineData(" f\n", " xx\n", "6.2.2 operator")]
    [InlineData("\nBT", "\nq q q q q q q q q q q q q q q q q q q q q q q q q q q q q BT", "6.1.13 saved states")]
    [InlineData("\\bQ\n", "\n", "8.4.2")]
    [InlineData("/F0 (?=[\\d.]+ Tf)", "/F99 ", "6.2.2 named resource")]
    [InlineData("/S0 gs", "/S99 gs", "6.2.2 named resource")]
    [InlineData("/H0 sh", "/H99 sh", "6.2.2 named resource")]
    [InlineData("/P0 Do", "/P99 Do", "6.2.2 named resource")]
    [InlineData("1 0 0 -1 0 ", "/P << /MCID 0 >> BDC EMC 1 0 0 -1 0 ", "30-002")]
    [InlineData("\\bBT\\b", "BT 3 Tr", "31-030")]
    [InlineData("\\bBT\\b", "", "9.4")]
    [InlineData("\\bEMC\\b", "", "14.6")]
    [InlineData("(<[0-9A-F]{4}>) <[0-9A-F]{4}>(?=\n)", "$1 <E000>", "6.2.11.7.3")]
    [InlineData("(<[0-9A-F]{4}>) <[0-9A-F]{4}>(?=\n)", "$1 <FEFF>", "31-028")]
    [InlineData("<[0-9A-F]{4}> <[0-9A-F]{4}>\n", "", "10-001")]
    [InlineData("/O /Layout", "/O /Other", "BBox of figure")]
    [InlineData("/RoleMap|/ParentTreeNextKey", "/RoleMap << /P /Div >> /ParentTreeNextKey", "02-004")]
    public void A_file_with_pictures_fails_the_condition_it_breaks(string pattern, string mutated, string condition) =>
        AssertFound(WithPictures.Value, pattern, mutated, condition);

    [Theory]
    [InlineData("/Subtype /Link", "/Subtype /Movie", "6.3.1")]
    [InlineData("/F 4(?=\\s)", "/F 6", "6.3.2")]
    [InlineData("/Subtype /Link", "/Subtype /Link /CA 0.5", "6.3.3")]
    [InlineData("/S /URI", "/S /Launch", "6.5.1")]
    [InlineData("/S /URI", "/S /URI /Next [ ]", "6.5.1")]
    [InlineData("/Dest ", "/Dext ", "12.5.6.5")]
    [InlineData("/Rect \\[\\s*[\\d.]+", "/Rect [ 9999", "area of a link")]
    [InlineData("/S /TBody", "/S /TFoot", "09-004 head without body")]
    [InlineData("/S /TBody", "/S /THead", "09-004 one head")]
    [InlineData("/S /THead", "/S /Caption", "09-004 place of a caption")]
    [InlineData("/ColSpan 3", "/ColSpan 4", "09-004 cells of a row")]
    [InlineData("/RowSpan 2", "/RowSpan 9", "09-004 rows of a cell")]
    [InlineData("/RowSpan 2", "/RowSpan 3", "09-004")]
    [InlineData("/S /Lbl", "/S /LBody", "09-005 parts")]
    [InlineData("/IDTree", "/IDTrex", "14.7.2")]
    [InlineData("/ParentTreeNextKey \\d+", "/ParentTreeNextKey 0", "14.7.4.4")]
    [InlineData("/MCID 2 ?>>\\s*BDC", "/MCID 3 >> BDC", "7.1-11 element without its content")]
    [InlineData("/MCID 2 ?>>\\s*BDC", "/MCID 3 >> BDC", "14.7.4.2")]
    [InlineData("/Annots \\[\\s*\\d+ 0 R", "/Annots [", "28-011 element without its annotation")]
    [InlineData("/Outlines ", "/Outlinex ", "PAC bookmarks")]
    [InlineData("xml:lang=", "xml:lank=", "11-006")]
    public void A_file_with_everything_fails_the_condition_it_breaks(string pattern, string mutated, string condition) =>
        AssertFound(WithEverything.Value, pattern, mutated, condition);

    [Theory]
    [InlineData("/AF(?=\\s)", "/AX", "6.8 associated")]
    [InlineData("/text#2fplain", "/text", "6.8 type")]
    [InlineData("<pdfaid:part>3<", "<pdfaid:part>2<", "PDF/A-2 6.8")]
    public void A_file_with_its_source_fails_the_condition_it_breaks(string pattern, string mutated, string condition) =>
        AssertFound(WithSource.Value, pattern, mutated, condition);

    [Fact]
    public void A_string_or_a_name_that_is_too_long_is_found()
    {
        AssertFound(WithSource.Value, "/Title \\(", "/Title (" + new string('x', 40_000), "6.1.13 length of a string");
        AssertFound(WithSource.Value, "/MarkInfo", $"/{new string('x', 130)} 1 /MarkInfo", "6.1.13 length of a name");
    }

    [Fact]
    public void Cells_that_lie_over_one_another_are_found()
    {
        var table = new Publisher.Model.Blocks.Table(
            [new Publisher.Model.Blocks.TableColumn(), new Publisher.Model.Blocks.TableColumn(), new Publisher.Model.Blocks.TableColumn()],
            [],
            [new([new([P("a")]), new([P("b")]), new([P("hoch")], 1, 2)]), new([new([P("breit")], 2)])]);

        AssertFound(ConformanceTests.Readable(PdfEditionTests.Render(Doc(table).In("de"))), "/ColSpan 2", "/ColSpan 3", "09-004 overlapping cells");
    }

    public static TheoryData<string, string> Designs =>
        new(from brand in new[] { "standard", "society", "plain", "campaign" }
            from option in new[] { "none", "contents", "columns", "watermark", "code", "footnotes", "brackets", "source", "printer", "address", "grid", "tiny" }
            where brand == "standard" || option is "none" or "contents"
            select (brand, option));

    [Theory]
    [MemberData(nameof(Designs))]
    public void No_brand_and_no_option_fails_a_condition(string brand, string option)
    {
        var template = SamplePages.TemplateOf(brand);
        var edition = template.Editions.First(e => e.Format == "pdf");
        var page = edition.Page;
        edition = option switch
        {
            "contents" => edition with { Contents = true },
            "columns" => edition with { Page = page with { Columns = 2, ColumnGap = Publisher.Templates.Length.FromMillimetres(6) } },
            "watermark" => edition with { Watermark = "Entwurf" },
            "code" => edition with { QrCode = true },
            "footnotes" => edition with { LinksInPrint = LinkDisplay.Footnote },
            "brackets" => edition with { LinksInPrint = LinkDisplay.Brackets },
            "source" => edition with { AttachSource = true },
            "printer" => edition with { Page = page with { Bleed = Publisher.Templates.Length.FromMillimetres(3), CropMarks = true } },
            "address" => edition with { Page = page with { AddressField = Publisher.Templates.Pages.LetterForm.B, FoldMarks = true } },
            "grid" => edition with { Page = page with { BaselineGrid = Publisher.Templates.Length.FromPoints(15) } },
            "tiny" => edition with { Page = page with { Width = Publisher.Templates.Length.FromMillimetres(105), Height = Publisher.Templates.Length.FromMillimetres(148) } },
            _ => edition,
        };
        var request = new EditionRequest(Long(), template, edition) { Source = new Resource("a.txt", "text/plain", ValueList.Create("Text"u8.ToArray())) };

        var file = EditionCatalog.For("pdf")!.Render(request).Content.ToArray();

        Assert.Empty(Conformance.FailuresOf(file));
    }

    [Fact]
    public void A_ragged_table_is_filled_up_and_loses_no_cell()
    {
        var table = new Publisher.Model.Blocks.Table(
            [new Publisher.Model.Blocks.TableColumn(), new Publisher.Model.Blocks.TableColumn()],
            [],
            [
                new([new([P("hoch")], 1, 9), new([P("breit")], 7)]),
                new([new([P("eins")]), new([P("zwei")]), new([P("drei")])]),
                new([]),
            ]);

        var file = PdfEditionTests.Render(Doc(table).In("de")).ToArray();

        Assert.Empty(Conformance.FailuresOf(file));
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(file);
        Assert.Contains("hochbreiteinszweidrei", string.Concat(pdf.GetPage(1).Text.Where(char.IsLetter)), StringComparison.Ordinal);
    }

    // Notes that run over pages, a table over pages, links broken over lines and pages.
    private static Document Long()
    {
        var everything = EverythingStatement.Document;
        const string Address = "https://example.org/ein/langer/weg/zu/einem/dokument/das/niemand/abtippen/moechte.html";
        var paragraph = P(T("Wer mehr wissen will, liest "), A(Address, Address), T(" und danach "), A(Address, "den ausführlichen Bericht über die Lage der Städte im Sommer"), T("."));
        return everything with
        {
            Blocks =
            [
                .. everything.Blocks,
                .. Enumerable.Repeat<Publisher.Model.Blocks.Block>(paragraph, 40),
                P(T("Mit langer Anmerkung"), Ref("lang"), T(".")),
                Tbl(["Land", "Jahr"], [.. Enumerable.Range(1950, 80).Select(year => new[] { "Ort", $"{year}" })]),
            ],
            Footnotes = [.. everything.Footnotes, Note("lang", string.Concat(Enumerable.Repeat("Eine Anmerkung, die über mehrere Seiten geht. ", 200)))],
        };
    }

    private static Document Pictures()
    {
        var vectors = SvgSample.Statement;
        return vectors with
        {
            Blocks = [.. vectors.Blocks, Fig("halb.png", "Halb"), Fig("druck.jpg", "Druck")],
            Resources =
            [
                .. vectors.Resources,
                new Resource("halb.png", "image/png", ValueList.Create(HalfPicture.Png(6, 8, false))),
                new Resource("druck.jpg", "image/jpeg", ValueList.Create(HalfPicture.CmykJpeg)),
            ],
        };
    }

    private static void AssertFound(string text, string pattern, string mutated, string condition)
    {
        Assert.Empty(Conformance.FailuresOf(Encoding.Latin1.GetBytes(text)));

        var broken = Regex.Replace(text, pattern, mutated);

        Assert.NotEqual(text, broken);
        Assert.Contains(Conformance.FailuresOf(Encoding.Latin1.GetBytes(broken)), f => f.Contains(condition, StringComparison.Ordinal));
    }
}
