using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Templates;
using Publisher.Templates.Brands;
using Publisher.Tests.Support;

namespace Publisher.Tests.Templates;

/// <summary>Brand files as other tools have them: they work here, and what is not used is named.</summary>
public sealed class OtherToolsTests
{
    public static TheoryData<string> Names => ["quarto", "shiny", "slides"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_brand_file_made_for_another_tool_works(string name)
    {
        var (template, diagnostics) = Examine(name);

        Assert.NotNull(template);
        Assert.DoesNotContain(diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.All(
            diagnostics.Where(d => d.Severity == DiagnosticSeverity.Warning),
            d => Assert.True(d.Code is DiagnosticCode.FontMissing or DiagnosticCode.AlternativeTextMissing, d.Message));
    }

    [Theory]
    [InlineData("quarto", "mastodon,github,dark,dark,dark,success,danger,quarto,bootstrap,shiny,display,weight,style,weight,dark,background-color,background-color")]
    [InlineData("shiny", "")]
    public void What_is_not_used_is_named(string name, string keys)
    {
        var named = Examine(name).Diagnostics.Where(d => d.Code == DiagnosticCode.BrandKeyUnused).Select(d => d.Message.Split('"')[1]);

        Assert.Equal(keys.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_font_on_the_web_is_never_fetched() => Assert.Contains(
        Examine("slides").Diagnostics, d => d.Message == "\"https://fonts.example/inter.woff2\" is not fetched.");

    [Fact]
    public void Of_two_forms_of_a_colour_the_light_one_is_on_paper_and_logos_have_both()
    {
        var brand = Examine("quarto").Template!.Brand;

        Assert.Equal(("#222222", "#FFFFFF", "#1E5AA8"), (brand.Palette.Foreground.ToString(), brand.Palette.Background.ToString(), brand.Palette.Primary.ToString()));
        Assert.Equal(("Institut für Stadtforschung", "IfS", "https://ifs.example/"), (brand.Name, brand.ShortName, brand.WebAddress));
        Assert.NotNull(brand.Logo);
        Assert.NotNull(brand.DarkLogo);
    }

    [Fact]
    public void Colours_may_be_written_as_on_the_web()
    {
        var palette = Examine("shiny").Template!.Brand.Palette;

        Assert.Equal(("#1E1E1E", "#FFFFFF", "#F3F7F3"), (palette.Foreground.ToString(), palette.Background.ToString(), palette.Light.ToString()));
    }

    [Theory]
    [InlineData("rebeccapurple", "#663399")]
    [InlineData("White", "#FFFFFF")]
    [InlineData("#0B55", "#AAE8C6")]
    [InlineData("#00000080", "#7F7F7F")]
    [InlineData("rgb(11, 85, 104)", "#0B5568")]
    [InlineData("rgb(11 85 104)", "#0B5568")]
    [InlineData("rgb(100% 0% 0% / 50%)", "#FF8080")]
    [InlineData("hsl(0, 100%, 50%)", "#FF0000")]
    [InlineData("hsl(120deg 100% 25%)", "#008000")]
    [InlineData("hsla(-120, 100%, 50%, 1)", "#0000FF")]
    public void A_colour_of_the_web_is_understood(string text, string expected)
    {
        Assert.True(CssColour.TryParse(text, Colour.White, out var colour));

        Assert.Equal(expected, colour.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("reddish")]
    [InlineData("#12345")]
    [InlineData("#12345g78")]
    [InlineData("rgb(1, 2)")]
    [InlineData("rgb(1, 2, x)")]
    [InlineData("hsl(NaN, 1%, 1%)")]
    [InlineData("url(x)")]
    [InlineData("(")]
    public void What_is_no_colour_is_refused(string text) => Assert.False(CssColour.TryParse(text, Colour.White, out _));

    [Fact]
    public void No_text_makes_the_reader_of_colours_fail() => CsCheck.Check.Sample(
        CsCheck.Gen.String[CsCheck.Gen.Char["rgbhsla#()%/, .-0123456789fedcinaNE+"], 0, 24], text => CssColour.TryParse(text, Colour.White, out _) || true);

    [Theory]
    [InlineData("logo: { path: mark.svg, alt: Das Zeichen }")]
    [InlineData("logo: { medium: { path: mark.svg, alt: Das Zeichen } }")]
    [InlineData("logo: { medium: { light: { path: mark.svg, alt: Das Zeichen }, dark: mark.svg } }")]
    [InlineData("logo: { images: { m: { path: mark.svg, alt: Das Zeichen } }, small: m }")]
    public void A_logo_may_have_its_text_wherever_it_is_named(string yaml)
    {
        var (template, diagnostics) = ExamineText(yaml);

        Assert.Equal("Das Zeichen", template!.Brand.Logo?.AlternativeText);
        Assert.DoesNotContain(diagnostics, d => d.Severity == DiagnosticSeverity.Error || d.Code == DiagnosticCode.TemplateKeyUnknown);
    }

    [Theory]
    [InlineData("logo: { medium: [mark.svg] }", "medium")]
    [InlineData("logo: { images: { m: { alt: x } }, medium: m }", "m")]
    [InlineData("logo: { images: { unused: { alt: x } } }", "unused")]
    [InlineData("meta: { name: [Haus] }", "name")]
    [InlineData("meta: { link: [https://example.org] }", "link")]
    public void A_value_of_the_wrong_form_is_named(string yaml, string key) => Assert.Contains(
        ExamineText(yaml).Diagnostics, d => d.Severity == DiagnosticSeverity.Error && d.Message == $"The value of \"{key}\" has the wrong form.");

    [Theory]
    [InlineData("logo: { images: { m: { path: mark.svg, alt: x, hight: 3 } } }", "hight")]
    [InlineData("meta: { name: { full: Haus, shrt: H } }", "shrt")]
    public void An_unknown_key_is_named_wherever_it_stands(string yaml, string key) => Assert.Contains(
        ExamineText(yaml).Diagnostics, d => d.Code == DiagnosticCode.TemplateKeyUnknown && d.Message.Contains($"\"{key}\"", StringComparison.Ordinal));

    [Theory]
    [InlineData("woff")]
    [InlineData("WOFF2")]
    public void A_font_for_web_pages_is_named_and_another_takes_its_place(string ending)
    {
        var (template, diagnostics) = ExamineText($"typography: {{ fonts: [{{ family: X, source: file, files: [mark.{ending}] }}], base: X }}", ending);

        Assert.Equal("Source Serif 4", template!.Styles[Publisher.Templates.Styles.StyleRole.Body].FontFamily);
        Assert.Equal(2, diagnostics.Count(d => d.Code == DiagnosticCode.FontMissing));
    }

    [Fact]
    public void A_size_without_a_unit_is_named_and_not_used()
    {
        var (template, diagnostics) = ExamineText("typography: { base: { size: 16 } }");

        Assert.Equal(TemplateSupport.Standard.Styles[Publisher.Templates.Styles.StyleRole.Body].Size, template!.Styles[Publisher.Templates.Styles.StyleRole.Body].Size);
        Assert.Contains(diagnostics, d => d.Message == "A size without a unit is not used.");
    }

    private static (Template? Template, ValueList<Diagnostic> Diagnostics) Examine(string name) =>
        ExamineText(File.ReadAllText(Repository.PathOf("tests", "Publisher.Tests", "Templates", "OtherTools", name + ".yml")));

    private static (Template? Template, ValueList<Diagnostic> Diagnostics) ExamineText(string brand, string? ending = null)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("_brand.yml"), brand);
        if (ending is not null)
        {
            File.WriteAllText(folder.PathOf("mark." + ending), string.Empty);
        }

        foreach (var mark in new[] { "mark.svg", "mark.png" })
        {
            File.Copy(Path.Combine(TemplateSupport.Shared, "start", mark), folder.PathOf(mark));
        }

        return TemplateFolder.Examine(folder.Path, TemplateSupport.Options);
    }
}
