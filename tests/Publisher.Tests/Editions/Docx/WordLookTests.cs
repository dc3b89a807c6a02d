using System.Buffers.Binary;
using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Sources;
using Publisher.Templates;
using Publisher.Templates.Brands;
using Publisher.Templates.Fonts;
using Publisher.Templates.Surroundings;
using Publisher.Tests.Support;
using Publisher.Typesetting.Fonts;
using static Publisher.Tests.Editions.Docx.WordFile;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Editions.Docx;

/// <summary>A Word edition looks as if a skilled person had made it by hand: everything by styles, and Word's own means for the rest.</summary>
public sealed class WordLookTests
{
    private const string Svg = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="20" height="20" fill="#0B5568"/><path d="M20 0h20v20z" fill="red"/></svg>
        """;

    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    [Fact]
    public void Nothing_is_formatted_but_by_styles() => Arbitrary.Document.Sample(
        document =>
        {
            var file = Of(document, Draft);
            foreach (var part in (string[])["word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/header2.xml", "word/footer1.xml", "word/footer2.xml"])
            {
                var said = file.Xml(part).Descendants()
                    .Where(e => e.Parent?.Name == W + "rPr" || e.Parent?.Name == W + "pPr" || e.Parent?.Name == W + "trPr" || e.Parent?.Name == W + "tcPr")
                    .Select(e => e.Name.LocalName).Distinct(StringComparer.Ordinal);

                // A frame is a place, not a look, and LibreOffice takes none from a style.
                Assert.Empty(said.Except(["framePr", "rStyle", "lang", "pStyle", "numPr", "sectPr", "cantSplit", "tblHeader", "tcW", "gridSpan", "vMerge", "vAlign"]));
            }
        },
        iter: 50);

    [Fact]
    public void Every_run_of_text_says_its_language() => Arbitrary.Document.Sample(
        document => Assert.All(
            Of(document).Body.Descendants(W + "r").Where(run => run.Element(W + "t") is not null),
            run => Assert.NotNull(run.Element(W + "rPr")?.Element(W + "lang"))),
        iter: 20);

    [Fact]
    public void A_draft_with_everything_switched_on_is_valid() => Gen.Select(Arbitrary.Document, Arbitrary.Change.Array[0, 3], Arbitrary.Diagnostic.Array[0, 3]).Sample(
        (document, changes, diagnostics) => AssertValid(
            Of(document with { Changes = [.. changes], Diagnostics = [.. diagnostics] }, edition => Draft(edition) with { Page = edition.Page with { Columns = 2 } }, WithLogo(LogoPlacement.Start))),
        iter: 60);

    [Theory]
    [InlineData(LogoPlacement.Start)]
    [InlineData(LogoPlacement.End)]
    [InlineData(LogoPlacement.Above)]
    public void The_logo_stands_in_the_first_header_as_svg_with_a_png(LogoPlacement placement)
    {
        var file = Of(Doc(P("Text.")).Titled("Titel"), template: WithLogo(placement));

        AssertValid(file);
        Assert.Single(file.Xml("word/header1.xml").Descendants(A + "blip"));
        Assert.Contains(file.Xml("word/header1.xml").Descendants(), e => e.Name.LocalName == "svgBlip");
        Assert.Equal(placement != LogoPlacement.Above, file.Xml("word/header1.xml").Descendants(W + "tbl").Any());
        Assert.Empty(file.Xml("word/header2.xml").Descendants(A + "blip"));
    }

    [Fact]
    public void An_svg_of_the_statement_gets_an_image_for_programs_that_know_no_svg()
    {
        var svg = new Resource("karte.svg", "image/svg+xml", ValueList.Create<byte>(System.Text.Encoding.UTF8.GetBytes(Svg)));
        var file = Of(Doc(Fig("karte.svg", "Eine Karte")) with { Resources = [svg] });

        AssertValid(file);
        Assert.Contains("word/media/image1.png", file.PartNames);
        Assert.Equal(Svg, System.Text.Encoding.UTF8.GetString(file.Part("word/media/image2.svg")));
    }

    [Fact]
    public void An_svg_that_runs_something_is_not_carried_over()
    {
        var svg = new Resource("a.svg", "image/svg+xml", ValueList.Create<byte>("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><script>x</script></svg>"u8));
        var file = Of(Doc(Fig("a.svg", "Eine Karte")) with { Resources = [svg] });

        Assert.DoesNotContain(file.PartNames, name => name.EndsWith(".svg", StringComparison.Ordinal));
        Assert.Contains("Bild: Eine Karte", StatementText(file.Body), StringComparison.Ordinal);
    }

    [Fact]
    public void The_brands_fonts_and_colours_are_the_themes_and_the_styles_use_them()
    {
        var file = Of(Doc(H(1, "Eins"), P("Text.")));

        var theme = file.Xml("word/theme/theme1.xml");
        Assert.Equal("Source Sans 3", (string?)theme.Descendants(A + "majorFont").Elements(A + "latin").Single().Attribute("typeface"));
        Assert.Equal("Source Serif 4", (string?)theme.Descendants(A + "minorFont").Elements(A + "latin").Single().Attribute("typeface"));
        var heading = Style(file, "Heading1");
        Assert.Equal("majorHAnsi", (string?)heading.Descendants(W + "rFonts").Single().Attribute(W + "asciiTheme"));
        Assert.Equal("accent1", (string?)heading.Descendants(W + "color").Single().Attribute(W + "themeColor"));
        Assert.Equal("minorHAnsi", (string?)file.Xml("word/styles.xml").Descendants(W + "rPrDefault").Descendants(W + "rFonts").Single().Attribute(W + "asciiTheme"));
    }

    [Theory]
    [InlineData("Title", "Normal", "Subtitle")]
    [InlineData("Heading1", "Normal", "BodyText")]
    [InlineData("BodyTextFollowing", "BodyText", null)]
    [InlineData("Attribution", "Quote", "BodyText")]
    [InlineData("TableHeader", "TableCell", null)]
    [InlineData("TableCaption", "Caption", "BodyText")]
    public void A_style_stands_on_the_right_one_and_is_followed_by_the_right_one(string id, string basis, string? next)
    {
        var style = Style(Of(Doc(P("Text."))), id);

        Assert.Equal(basis, (string?)style.Element(W + "basedOn")!.Attribute(W + "val"));
        Assert.Equal(next, (string?)style.Element(W + "next")?.Attribute(W + "val"));
    }

    [Fact]
    public void Words_own_styles_are_listed_as_word_lists_them()
    {
        var latent = Of(Doc(P("Text."))).Xml("word/styles.xml").Element(W + "latentStyles")!;
        var names = latent.Elements().Select(e => (string)e.Attribute(W + "name")!).ToArray();

        Assert.Equal((int)latent.Attribute(W + "count")!, names.Length);
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_contents_hold_an_entry_for_each_heading_down_to_the_third_level()
    {
        var file = Of(Doc(H(1, "Eins"), P("Text."), H(2, "Zwei"), H(4, "Vier")), edition => edition with { Contents = true });

        var entries = file.Body.Descendants(W + "p").Where(p => StyleOf(p)?.StartsWith("TOC", StringComparison.Ordinal) == true && StyleOf(p) != "TOCHeading").ToArray();
        Assert.Equal(["Eins1", "Zwei1"], entries.Select(TextOf));
        var anchors = entries.Descendants(W + "hyperlink").Select(e => (string?)e.Attribute(W + "anchor"));
        Assert.Equal(anchors, file.Body.Descendants(W + "bookmarkStart").Select(e => (string?)e.Attribute(W + "name")));
        Assert.Contains(entries.Descendants(W + "instrText"), e => e.Value.Contains("PAGEREF", StringComparison.Ordinal));
        AssertValid(file);
    }

    [Fact]
    public void A_draft_says_so_behind_the_text_of_every_page_and_counts_its_lines()
    {
        var file = Of(Doc(P("Text.")).In("de"), Draft);

        foreach (var header in (string[])["word/header1.xml", "word/header2.xml"])
        {
            Assert.Contains(file.Xml(header).Descendants(), e => e.Name.LocalName == "textpath" && (string?)e.Attribute("string") == "Entwurf");
        }

        Assert.NotNull(file.Body.Descendants(W + "lnNumType").SingleOrDefault());
    }

    [Fact]
    public void Inner_numbered_lists_are_levels_of_the_outer_list_and_start_anew()
    {
        var file = Of(Doc(Ol(Li(P("a"), Ol("b", "c")), Li(P("d"), Ol("e")))));

        var marks = file.Body.Descendants(W + "numPr").Select(n => ((string)n.Element(W + "ilvl")!.Attribute(W + "val")!, (string)n.Element(W + "numId")!.Attribute(W + "val")!)).ToArray();
        Assert.Equal(["0", "1", "1", "0", "1"], marks.Select(m => m.Item1));
        Assert.Single(marks.Select(m => m.Item2).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Lists_that_touch_stay_two_lists()
    {
        var file = Of(Doc(Ul("a"), Ul("b"), Ol("c"), Ol("d")));

        var lists = file.Body.Descendants(W + "p").Where(p => StyleOf(p)?.StartsWith("List", StringComparison.Ordinal) == true)
            .Select(p => (string?)p.Descendants(W + "numId").SingleOrDefault()?.Attribute(W + "val") ?? "style").ToArray();
        Assert.Equal(4, lists.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_note_that_nothing_refers_to_has_a_mark_so_that_word_shows_it()
    {
        var file = Of(Doc(P(T("Text"), Ref("a"), T(" und"), Ref("a"))).WithNotes(Note("a", "Eins."), Note("b", "Zwei.")));

        Assert.Equal(["1", "2"], file.Body.Descendants(W + "footnoteReference").Select(e => (string?)e.Attribute(W + "id")));
        Assert.Contains(file.Body.Descendants(W + "instrText"), e => e.Value.Contains("NOTEREF _RefNote1", StringComparison.Ordinal));
    }

    [Fact]
    public void Embedded_fonts_come_back_when_the_key_is_taken_off()
    {
        var file = Of(Doc(P("Text.")), WithFonts);

        using var font = Embedded(file, "Source Serif 4", "embedRegular");

        Assert.Equal("Source Serif 4", font.FamilyName);
        AssertValid(file);
    }

    [Fact]
    public void An_editor_can_type_every_language_in_Latin_letters_in_an_embedded_font()
    {
        var whole = Repository.Bytes("templates", "fonts", "SourceSerif4-Regular.ttf");
        using var original = FontFace.FromBytes(whole);

        using var font = Embedded(Of(Doc(P("Text.")), WithFonts), "Source Serif 4", "embedRegular");

        foreach (var character in "aßẞäéœőşčłñøþåįğțżŵạ0123456789 .,;–—„“‚‘’«»…€£§°²½→≤×•\u00A0\u00AD\u2009\u2011\u202F".Where(c => original.HasGlyph(c)))
        {
            Assert.True(font.HasGlyph(character), $"{character} U+{(int)character:X4}");
        }

        Assert.False(font.HasGlyph('ж'));
    }

    [Fact]
    public void A_word_in_another_script_brings_the_whole_script_along()
    {
        using var font = Embedded(Of(Doc(P("Text über Київ.")), WithFonts), "Source Serif 4", "embedRegular");

        Assert.All("абвгдежзийклмнопрстуфхцчшщьюяґєії", character => Assert.True(font.HasGlyph(character)));
        Assert.False(font.HasGlyph('λ'));
    }

    [Fact]
    public void Faces_are_embedded_that_the_text_is_shown_in_or_an_editor_will_use()
    {
        string[] running = ["Source Sans 3 Bold", "Source Sans 3 Regular", "Source Serif 4 Bold", "Source Serif 4 Italic", "Source Serif 4 Regular"];

        Assert.Equal(running, EmbeddedFaces(Doc(P("Text."))));
        Assert.Equal(["Source Code Pro Regular", .. running], EmbeddedFaces(Doc(P(new Code("a = 1")))));
        Assert.Equal(["Source Code Pro Regular", .. running], EmbeddedFaces(Doc(new CodeBlock("a = 1"))));
        Assert.Contains("Source Sans 3 Italic", EmbeddedFaces(Doc(P(Em("Text")))));
        Assert.Contains("Source Serif 4 BoldItalic", EmbeddedFaces(Doc(P(Em(B("Text"))))));
    }

    [Fact]
    public void A_font_that_may_not_be_cut_down_stays_whole()
    {
        var bytes = Repository.Bytes("templates", "fonts", "SourceSerif4-Regular.ttf");
        SetPermission(bytes, 0x100);

        var file = Of(Doc(P("Text.")), WithFonts, template => template with { Fonts = [new FontFile("Source Serif 4", 400, false) { Load = () => bytes }] });

        Assert.Equal(bytes.Length, file.Part("word/fonts/font1.odttf").Length);
        Assert.Empty(file.Xml("word/fontTable.xml").Descendants().Attributes(W + "subsetted"));
    }

    [Fact]
    public void The_seed_statement_with_fonts_is_smaller_than_400_kB()
    {
        Assert.InRange(Of(Seed, edition => WithFonts(Draft(edition))).Bytes.Length, 1, 400_000);
    }

    [Fact]
    public void A_font_whose_maker_forbids_it_is_not_embedded_and_is_reported()
    {
        var bytes = Repository.Bytes("templates", "fonts", "SourceSerif4-Regular.ttf");
        SetPermission(bytes, 2);
        var template = TestTemplate.Standard with { Fonts = [new FontFile("Source Serif 4", 400, false) { Load = () => bytes }] };
        var edition = TestTemplate.EditionOf("docx") with { EmbedFonts = true };

        var rendering = new Publisher.Editions.Docx.DocxEdition().Render(new Publisher.Editions.EditionRequest(Doc(P("Text.")), template, edition));

        Assert.Equal([DiagnosticCode.FontNotEmbeddable], rendering.Diagnostics.Select(d => d.Code));
        Assert.DoesNotContain(new WordFile(rendering.Content).PartNames, name => name.EndsWith(".odttf", StringComparison.Ordinal));
    }

    [Fact]
    public void The_seed_statement_without_fonts_is_smaller_than_20_kB()
    {
        Assert.InRange(Of(Seed, Draft).Bytes.Length, 1, 20_000);
    }

    [Fact]
    public void What_word_has_no_construct_for_is_custom_xml()
    {
        XNamespace p = "urn:publisher:statement:1";
        var data = Of(EverythingStatement.Document).Xml("customXml/item1.xml");

        Assert.Equal("PositionPaper", data.Element(p + "metadata")!.Element(p + "kind")!.Value);
        Assert.Equal("2026-11-22", data.Element(p + "metadata")!.Element(p + "date")!.Value);
        Assert.Equal("ziel", (string?)data.Descendants(p + "anchor").Single().Attribute("id"));
        Assert.Equal("python", data.Descendants(p + "codeLanguage").Single().Value);
        Assert.Equal("Start Center End", (string?)data.Descendants(p + "table").First().Attribute("columns"));
    }

    [Fact]
    public void A_picture_that_only_decorates_says_so_and_one_without_a_text_does_not_claim_it()
    {
        var file = Of(Doc(Fig("a.png", ""), Fig("a.png", null), Fig("a.png", "Ein Bild")).WithPicture("a.png"));

        var pictures = file.Body.Descendants().Where(e => e.Name.LocalName == "docPr").ToArray();
        Assert.Equal(["", null, "Ein Bild"], pictures.Select(e => (string?)e.Attribute("descr")));
        Assert.Equal([true, false, false], pictures.Select(e => e.Descendants().Any(d => d.Name.LocalName == "decorative")));
        AssertValid(file);
    }

    private static EditionSpec Draft(EditionSpec edition) => edition with
    {
        Watermark = EditionSpec.DraftWatermark,
        LineNumbers = true,
        Comments = true,
        Contents = true,
        ShownCorrections = ["typography.", "lines."],
    };

    private static Func<Template, Template> WithLogo(LogoPlacement placement) => template => template with
    {
        Brand = template.Brand with
        {
            Logo = new Logo(
                new Resource("logo.svg", "image/svg+xml", ValueList.Create<byte>(System.Text.Encoding.UTF8.GetBytes(Svg))),
                new Resource("logo.png", "image/png", ValueList.Create(Picture.Png)),
                "Ein Zeichen",
                Length.FromMillimetres(12),
                2),
        },
        SurroundSource = new Placed(template.SurroundSource, placement),
    };

    private static XElement Style(WordFile file, string id) =>
        file.Xml("word/styles.xml").Elements(W + "style").Single(style => (string?)style.Attribute(W + "styleId") == id);

    private static void AssertValid(WordFile file)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file.Bytes), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word)
            .Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));

        Assert.Empty(errors);
    }

    private static Document Seed
    {
        get
        {
            var path = Directory.EnumerateFiles(Repository.PathOf("seeds"), "*.txt").Single();
            return SourceCatalog.All.First(source => source.Extensions.Contains(".txt")).Read(new SourceFile(path, File.ReadAllBytes(path)));
        }
    }

    private static EditionSpec WithFonts(EditionSpec edition) => edition with { EmbedFonts = true };

    private static IEnumerable<string> EmbeddedFaces(Document document) =>
        from font in Of(document, WithFonts).Xml("word/fontTable.xml").Elements(W + "font")
        from face in font.Elements()
        where face.Name.LocalName.StartsWith("embed", StringComparison.Ordinal)
        let name = $"{(string?)font.Attribute(W + "name")} {face.Name.LocalName["embed".Length..]}"
        orderby name
        select name;

    /// <summary>An embedded font with its key taken off.</summary>
    private static FontFace Embedded(WordFile file, string family, string element)
    {
        var face = file.Xml("word/fontTable.xml").Elements(W + "font").Single(font => (string?)font.Attribute(W + "name") == family).Element(W + element)!;
        var key = Convert.FromHexString(((string)face.Attribute(W + "fontKey")!).Trim('{', '}').Replace("-", "", StringComparison.Ordinal));
        var target = file.Xml("word/_rels/fontTable.xml.rels").Elements().Single(e => (string?)e.Attribute("Id") == (string?)face.Attribute(Relations + "id")).Attribute("Target")!.Value;
        var bytes = file.Part("word/" + target);
        for (var i = 0; i < 32; i++)
        {
            bytes[i] ^= key[15 - (i % 16)];
        }

        return FontFace.FromBytes(bytes);
    }

    /// <summary>OpenType, OS/2, fsType: 2 is "restricted", 0x100 "no subsetting".</summary>
    private static void SetPermission(byte[] font, ushort permission)
    {
        for (var table = 12; ; table += 16)
        {
            if (font.AsSpan(table, 4).SequenceEqual("OS/2"u8))
            {
                BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan((int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(table + 8)) + 8), permission);
                return;
            }
        }
    }

    private sealed class Placed(SurroundSource inner, LogoPlacement placement) : SurroundSource
    {
        public override Surround Fill(Template template, Document document, EditionSpec edition) =>
            inner.Fill(template, document, edition) with { LogoPlacement = placement };
    }
}
