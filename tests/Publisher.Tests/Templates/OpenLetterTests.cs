using AngleSharp.Html.Parser;
using Publisher.Editions;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Sources.Markdown;
using Publisher.Templates;
using Publisher.Tests.Editions.Docx;
using Publisher.Tests.Editions.Pdf;
using Publisher.Tests.Support;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Templates;

/// <summary>An open letter's address, read back from the finished files and measured against DIN 5008.</summary>
public sealed class OpenLetterTests
{
    // Ascenders and side bearings.
    private const double Tolerance = 0.5;

    private static readonly string[] Address =
        ["Frau Bundesministerin", "Dr. Erika Mustermann", "Bundesministerium des Innern", "Alt-Moabit 140", "10557 Berlin"];

    public static TheoryData<string> Brands => ["standard", "start", "society", "plain", "campaign"];

    [Theory]
    [MemberData(nameof(Brands))]
    public void Nothing_but_address_and_return_line_stands_in_the_address_field(string brand)
    {
        using var pdf = PdfDocument.Open(Render(Shipped(brand), Letter(), "pdf"));

        var inField = WordsIn(pdf.GetPage(1), left: 20, top: 45, right: 105, bottom: 90);

        Assert.Equal(["Beispielverein,", "Musterstraße", "1,", "12345", "Musterstadt", .. Address.SelectMany(line => line.Split(' '))], inField);
    }

    [Theory]
    [MemberData(nameof(Brands))]
    public void A_letter_conforms_as_any_other_PDF_does(string brand) => Assert.Empty(Conformance.FailuresOf(Render(Shipped(brand), Letter(), "pdf")));

    [Theory]
    [InlineData("A", 27, 87, 192)]
    [InlineData("B", 45, 105, 210)]
    public void The_address_stands_where_the_envelope_shows_it_and_the_marks_where_to_fold(string form, double field, double firstFold, double secondFold)
    {
        using var pdf = PdfDocument.Open(Render(House($"kinds: {{ open-letter: {{ page: {{ address-field: {form} }} }} }}"), Letter(), "pdf"));

        var page = pdf.GetPage(1);
        var address = WordsFrom(page, Address[0].Split(' ')[0]);
        var marks = page.Paths
            .Where(path => path.IsFilled)
            .Select(path => path.GetBoundingRectangle()!.Value)
            .Where(box => Millimetres(box.Right) < 20)
            .Select(box => Math.Round(Down(page, box.Top), 1))
            .Order();
        Assert.Equal(25, Millimetres(address.Left), Tolerance);
        Assert.InRange(Down(page, address.Top), field + 17.7, field + 17.7 + 3);
        Assert.InRange(Down(page, WordsFrom(page, "Musterstraße").Bottom), field + 12.7, field + 17.7);
        Assert.InRange(Down(page, WordsFrom(page, "Nachzug").Top), field + 45 + 8.46, field + 45 + 30);
        Assert.Equal([firstFold, 148.5, secondFold], marks);
    }

    [Fact]
    public void Without_the_form_the_address_stands_above_the_title_and_there_are_no_marks()
    {
        using var pdf = PdfDocument.Open(Render(House("kinds: { open-letter: { page: { address-field: none } } }"), Letter(), "pdf"));

        var page = pdf.GetPage(1);
        Assert.True(WordsFrom(page, "Frau").Bottom > WordsFrom(page, "Nachzug").Top);
        Assert.DoesNotContain(page.Paths, path => path.IsFilled && Millimetres(path.GetBoundingRectangle()!.Value.Right) < 20);
    }

    [Fact]
    public void An_address_that_begins_the_text_stands_in_the_field_too_and_keeps_its_place_among_the_words()
    {
        var lines = Address.SelectMany(line => new Inline[] { new LineBreak(), new Text(line) }).Skip(1).ToArray();
        var own = Letter() with { Blocks = [P(ParagraphRole.Addressee, lines), .. Letter().Blocks] };
        own = own with { Metadata = own.Metadata with { Addressee = [] } };

        var bytes = Render(Shipped("standard"), own, "pdf");

        using var pdf = PdfDocument.Open(bytes);
        Assert.Equal(Address.SelectMany(line => line.Split(' ')), WordsIn(pdf.GetPage(1), 20, 45 + 17.7, 105, 90));
        Assert.Equal(WordStream.Of(own).Flow, WordStream.Split(Contracts.EditionReader.For("pdf").Read(bytes).Flow));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(20)]
    public void A_long_address_loses_no_line_and_covers_nothing(int lines)
    {
        string[] address = [.. Enumerable.Range(1, lines).Select(i => $"Zeile{i}")];
        var letter = Letter();

        using var pdf = PdfDocument.Open(Render(Shipped("standard"), letter with { Metadata = letter.Metadata with { Addressee = [.. address] } }, "pdf"));

        var page = pdf.GetPage(1);
        var boxes = address.Select(line => WordsFrom(page, line)).ToArray();
        Assert.All(boxes.Zip(boxes.Skip(1)), pair => Assert.True(pair.First.Bottom >= pair.Second.Top - 3));
        Assert.True(WordsFrom(page, "Musterstraße").Bottom >= boxes[0].Top);
        Assert.True(boxes[^1].Bottom > WordsFrom(page, "Offener").Top);
    }

    [Fact]
    public void A_letterhead_that_reaches_into_the_field_pushes_it_down()
    {
        using var house = new TemplateOnDisk(
            ("_brand.yml", "defaults: { publisher: { fields: { return_line: \"Beispielverein, Musterstraße 1, 12345 Musterstadt\" } } }"),
            ("letterhead.md", string.Join('\n', Enumerable.Range(1, 12).Select(i => $"Kopf{i}"))));

        using var pdf = PdfDocument.Open(Render(Load(house.Path), Letter(), "pdf"));

        var page = pdf.GetPage(1);
        Assert.True(WordsFrom(page, "Kopf12").Bottom > WordsFrom(page, "Musterstraße").Top);
        Assert.True(WordsFrom(page, "10557").Bottom > WordsFrom(page, "Offener").Top);
    }

    [Fact]
    public void The_lines_of_a_letterhead_stay_together_beside_a_tall_logo_and_end_with_it()
    {
        using var folder = new TemplateOnDisk(
            ("_brand.yml", "logo: { images: { mark: { path: mark.png, alt: \"\" } }, medium: mark }\ndefaults: { publisher: { logo: { placement: start, height: 30 mm } } }"),
            ("letterhead.md", "Kopf1\nKopf2\nKopf3\n"));
        File.Copy(Path.Combine(TemplateSupport.Shared, "start", "mark.png"), Path.Combine(folder.Path, "mark.png"));

        using var pdf = PdfDocument.Open(Render(Load(folder.Path), Letter(), "pdf"));

        var page = pdf.GetPage(1);
        var (first, second, third) = (WordsFrom(page, "Kopf1"), WordsFrom(page, "Kopf2"), WordsFrom(page, "Kopf3"));
        Assert.Equal(first.Bottom - second.Bottom, second.Bottom - third.Bottom, 0.5);
        Assert.InRange(first.Bottom - second.Bottom, 8, 20);
        Assert.InRange(third.Bottom - page.GetImages().First().BoundingBox.Bottom, 0, 6);
    }

    [Theory]
    [MemberData(nameof(Brands))]
    public void In_Word_the_address_stands_in_a_frame_at_its_place(string brand)
    {
        var file = new WordFile(Render(Shipped(brand), Letter(), "docx"));

        var paragraphs = file.Body.Elements(WordFile.W + "p").Take(2).ToArray();
        var frame = paragraphs[1].Descendants(WordFile.W + "framePr").Single();
        Assert.Equal(["ReturnLine", "AddressField"], paragraphs.Select(WordFile.StyleOf));
        Assert.Equal("Beispielverein, Musterstraße 1, 12345 Musterstadt", WordFile.TextOf(paragraphs[0]));
        Assert.Equal(string.Join('\n', Address), WordFile.TextOf(paragraphs[1]));
        Assert.Equal(25, (int)frame.Attribute(WordFile.W + "x")! * 25.4 / 1440, 0.1);
        Assert.Equal(98.46, ((int)frame.Attribute(WordFile.W + "y")! + (int)frame.Attribute(WordFile.W + "h")!) * 25.4 / 1440, 0.1);
    }

    [Theory]
    [MemberData(nameof(Brands))]
    public void On_the_web_the_address_stands_before_the_title_without_a_return_line(string brand)
    {
        var page = new HtmlParser().ParseDocument(new MemoryStream(Render(Shipped(brand), Letter(), "html")));

        var text = string.Join(' ', page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(string.Concat(Address), page.QuerySelector(".addressee")!.TextContent);
        Assert.True(text.IndexOf("Frau Bundesministerin", StringComparison.Ordinal) < text.IndexOf("Recht auf Nachzug", StringComparison.Ordinal));
        Assert.DoesNotContain("Musterstraße", text, StringComparison.Ordinal);
    }

    private static Document Letter() => Doc(
        P(ParagraphRole.Salutation, T("Sehr geehrte Frau Ministerin,")),
        P("wir schreiben Ihnen, weil die Lage der Familien sich verschlechtert hat."),
        P(ParagraphRole.Valediction, T("Mit freundlichen Grüßen")),
        P(ParagraphRole.Signature, T("Mia Beispiel"))).Titled("Für ein Recht auf Nachzug") with
    {
        Metadata = new Metadata { Title = [T("Für ein Recht auf Nachzug")], Language = "de", Kind = StatementKind.OpenLetter, Addressee = [.. Address] },
    };

    private static Template Load(string folder) => TemplateFolder.Load(folder, new TemplateOptions(MarkdownSource.ParseFragment, TemplateSupport.Shared));

    /// <summary>A template that comes with the program, for a house with a return line.</summary>
    private static Template Shipped(string brand)
    {
        using var folder = new TemporaryFolder();
        var source = Path.Combine(TemplateSupport.Shared, brand);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = folder.PathOf(Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.WriteAllText(folder.PathOf("return-line.open-letter.md"), "Beispielverein, Musterstraße 1, 12345 Musterstadt\n");
        var template = Load(folder.Path);
        return template with { Fonts = template.Fonts.Select(font => font with { Load = Loaded(font) }).ToValueList() };
    }

    // The folder is gone when the edition asks for the font.
    private static Func<ReadOnlyMemory<byte>> Loaded(Publisher.Templates.Fonts.FontFile font)
    {
        var content = font.Content;
        return () => content;
    }

    private static Template House(string template)
    {
        using var folder = new TemplateOnDisk(
            ("_brand.yml", "defaults: { publisher: { fields: { return_line: \"Beispielverein, Musterstraße 1, 12345 Musterstadt\" } } }"), ("template.yml", template));
        return Load(folder.Path);
    }

    private static byte[] Render(Template template, Document letter, string format)
    {
        var house = template.For(letter.Metadata.Kind);
        return EditionCatalog.For(format)!.Render(new EditionRequest(letter, house, house.Editions.First(edition => edition.Format == format))).Content.ToArray();
    }

    private static double Millimetres(double points) => points * 25.4 / 72;

    private static double Down(Page page, double y) => Millimetres(page.Height - y);

    private static PdfRectangle WordsFrom(Page page, string word) => page.GetWords().First(w => w.Text.StartsWith(word, StringComparison.Ordinal)).BoundingBox;

    /// <summary>The words that reach into a rectangle, in millimetres from the upper left corner, in the order they were drawn.</summary>
    private static string[] WordsIn(Page page, double left, double top, double right, double bottom) =>
        [.. page.GetWords()
            .Where(word => Millimetres(word.BoundingBox.Right) > left && Millimetres(word.BoundingBox.Left) < right
                && Down(page, word.BoundingBox.Bottom) > top && Down(page, word.BoundingBox.Top) < bottom)
            .OrderBy(word => Math.Round(Down(page, word.BoundingBox.Bottom)))
            .ThenBy(word => word.BoundingBox.Left)
            .Select(word => word.Text)];
}
