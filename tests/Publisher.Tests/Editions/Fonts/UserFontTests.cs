using Publisher.Editions;
using Publisher.Editions.Fonts;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Sources.Markdown;
using Publisher.Templates;
using Publisher.Templates.Fonts;
using Publisher.Templates.Styles;
using Publisher.Tests.Editions.Pdf;
using Publisher.Tests.Support;
using Publisher.Tests.Templates;
using UglyToad.PdfPig;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Editions.Fonts;

/// <summary>Fonts of a folder that the user names, from the file to the PDF.</summary>
public sealed class UserFontTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_character_that_the_template_lacks_is_set_with_a_font_of_the_folder()
    {
        Put("DejaVuSans.ttf", File.ReadAllBytes(SystemFont.ManyScripts));
        var document = Doc(P("Gruß: שלום und ذ.")).In("de");

        var rendering = Render(Load(), document);

        Assert.Empty((IEnumerable<Diagnostic>)rendering.Diagnostics);
        Assert.Contains("DejaVuSans", FontNames(rendering), StringComparer.Ordinal);
        Assert.Empty(Conformance.FailuresOf(rendering.Content.ToArray()));
    }

    [Fact]
    public void A_family_that_the_brand_names_without_a_file_is_found_in_the_folder_in_every_weight()
    {
        Put("sub/Inter.ttf", File.ReadAllBytes(SystemFont.Variable));
        var template = Load(("_brand.yml", "typography:\n  fonts:\n    - family: Inter\n      source: google\n  base: Inter\n"));
        var document = Doc(P(T("mager "), B("fett"))).In("de");

        var rendering = Render(template, document);

        Assert.Empty((IEnumerable<Diagnostic>)template.Diagnostics);
        Assert.Equal("Inter", template.Styles[StyleRole.Body].FontFamily);
        Assert.Contains("Inter-wght700", FontNames(rendering), StringComparer.Ordinal);
        Assert.Empty(Conformance.FailuresOf(rendering.Content.ToArray()));
    }

    [Fact]
    public void A_font_with_cubic_outlines_goes_into_the_file_and_its_text_comes_out_again()
    {
        Put("EBGaramond12-Regular.otf", File.ReadAllBytes(SystemFont.Cubic));
        var template = Load(("_brand.yml", "typography:\n  base: EB Garamond\n"));
        var document = Doc(P("Ein Text mit Ligaturen: fliegen, Offizier, Schifffahrt.")).In("de");

        var rendering = Render(template, document);

        using var pdf = PdfDocument.Open(rendering.Content.ToArray());
        Assert.Contains("Schifffahrt", pdf.GetPage(1).Text, StringComparison.Ordinal);
        Assert.Contains(FontNames(rendering), name => name.StartsWith("EBGaramond", StringComparison.Ordinal));
        Assert.Empty(Conformance.FailuresOf(rendering.Content.ToArray()));
    }

    [Fact]
    public void Each_font_of_a_collection_counts()
    {
        Put("both.ttc", FontBytes.Collection(FontBytes.Plain, Repository.Bytes("templates", "fonts", "SourceSerif4-Bold.ttf")));

        var names = FontFiles.NamesIn(File.ReadAllBytes(_folder.PathOf("both.ttc")));

        Assert.Equal([("Source Sans 3", 400, 0), ("Source Serif 4", 700, 1)], names.Select(name => (name.Family, name.Weight, name.Index)));
    }

    [Fact]
    public void A_member_of_a_collection_is_set_like_the_font_itself()
    {
        Put("both.ttc", FontBytes.Collection(Repository.Bytes("templates", "fonts", "SourceSerif4-Bold.ttf"), FontBytes.Plain));
        var template = Load();
        var document = Doc(P("Text")).In("de");
        var own = template with { Fonts = [.. template.Fonts.Where(font => font.Index == 1)] };

        var rendering = Render(own, document);

        Assert.Equal(["SourceSans3-Regular"], FontNames(rendering).Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0x0002, true)]
    [InlineData(0x0200, true)]
    [InlineData(0x0006, false)]
    [InlineData(0x0004, false)]
    [InlineData(0x0000, false)]
    public void A_font_that_must_not_be_embedded_is_named_and_passed_over(ushort bits, bool isRefused)
    {
        Put("House.ttf", FontBytes.WithPermission(bits));

        var template = Load();

        Assert.Equal(isRefused, template.Fonts.All(font => font.Name != _folder.PathOf("House.ttf")));
        if (isRefused)
        {
            var finding = Assert.Single((IEnumerable<Diagnostic>)template.Diagnostics);
            Assert.Equal(_folder.PathOf("House.ttf"), finding.File);
            Assert.Contains("forbids embedding", finding.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("text.ttf")]
    [InlineData("empty.otf")]
    [InlineData("header.ttc")]
    public void A_file_that_is_no_font_is_named_and_passed_over(string name)
    {
        Put(name, name switch { "empty.otf" => [], "header.ttc" => [.. "ttcf"u8, 0, 1, 0, 0, 255, 255, 255, 255], _ => [.. "no font at all, really not"u8] });

        var template = Load();

        Assert.Equal(_folder.PathOf(name), Assert.Single((IEnumerable<Diagnostic>)template.Diagnostics).File);
    }

    [Fact]
    public void A_font_that_ends_too_early_never_breaks_a_statement()
    {
        Put("Broken.ttf", FontBytes.Truncated);
        var template = Load();

        var rendering = Render(template, Doc(P("漢字 und Text")).In("de"));

        var finding = Assert.Single((IEnumerable<Diagnostic>)template.Diagnostics);
        Assert.Contains("ends before its table", finding.Message, StringComparison.Ordinal);
        using var pdf = PdfDocument.Open(rendering.Content.ToArray());
        Assert.Contains("und Text", pdf.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_font_of_the_brand_that_ends_too_early_is_refused_with_its_file()
    {
        using var folder = new TemplateOnDisk(("_brand.yml", "typography:\n  fonts: [{ family: Haus, source: file, files: [Haus.ttf] }]\n  base: Haus\n"));
        File.WriteAllBytes(Path.Combine(folder.Path, "Haus.ttf"), FontBytes.Truncated);
        var template = TemplateFolder.Load(folder.Path, TemplateSupport.Options);

        var refusal = Assert.Throws<PublisherException>(() => Render(template, Doc(P("Text")).In("de")));

        Assert.EndsWith("Haus.ttf", refusal.File, StringComparison.Ordinal);
        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused() =>
        Assert.Equal("There is no such folder of fonts.", Assert.Throws<PublisherException>(() => LoadFrom(_folder.PathOf("nowhere"))).Message);

    private void Put(string name, byte[] font)
    {
        var path = _folder.PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, font);
    }

    private Template Load(params (string Name, string Text)[] brand) => LoadFrom(_folder.Path, brand);

    private static Template LoadFrom(string fonts, params (string Name, string Text)[] brand)
    {
        var options = new TemplateOptions(MarkdownSource.ParseFragment, TemplateSupport.Shared) { Fonts = new UserFonts(fonts, FontFiles.NamesIn) };
        if (brand.Length == 0)
        {
            return TemplateFolder.Load(Path.Combine(TemplateSupport.Shared, "standard"), options);
        }

        using var folder = new TemplateOnDisk(brand);
        return TemplateFolder.Load(folder.Path, options);
    }

    private static Rendering Render(Template template, Document document) =>
        EditionCatalog.For("pdf")!.Render(new EditionRequest(document, template, template.Editions.First(edition => edition.Format == "pdf")));

    private static IEnumerable<string> FontNames(Rendering rendering)
    {
        using var pdf = PdfDocument.Open(rendering.Content.ToArray());
        return [.. pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.FontName!.Split('+')[^1])];
    }
}
