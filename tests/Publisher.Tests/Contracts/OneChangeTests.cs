using System.Text;
using System.Text.RegularExpressions;
using Publisher.Editions;
using Publisher.Model;
using Publisher.Sources.Markdown;
using Publisher.Templates;
using Publisher.Tests.Editions.Docx;
using Publisher.Tests.Templates;
using UglyToad.PdfPig;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Contracts;

/// <summary>One change in the template changes this in the finished files of all three formats, and nothing else.</summary>
public sealed partial class OneChangeTests
{
    private const string Old = "0B5568";
    private const string New = "7B1E28";

    private static readonly (string Name, string Text)[] House =
    [
        ("_brand.yml", $"meta: {{ name: Haus }}\ncolor: {{ primary: \"#{Old}\", secondary: \"#444444\", tertiary: \"#777777\" }}\n"),
        ("template.yml", """
            editions:
              handout: { format: pdf }
              draft: { format: docx, embed-fonts: false }
              web: { format: html, embed-fonts: false }
            styles:
              heading-1: { size: 14 pt, leading: 20 pt }
            """),
        ("footer.md", "Beispielverein || {{ page_of }}\n"),
    ];

    private static readonly Document Statement = Doc(
        P("Die Städte heizen sich auf, und zwar schneller als das Land."),
        H(1, "Die Lage"),
        P("Im Sommer maßen wir in der Innenstadt 38 Grad."),
        Ul("Bäume pflanzen", "Flächen entsiegeln"),
        Tbl(["Ort", "Grad"], ["Innenstadt", "38"], ["Umland", "33"])).In("de").Titled("Mehr Grün für die Stadt", "Was jetzt zu tun ist");

    [Fact]
    public void A_colour_in_the_PDF()
    {
        var (before, after) = Letters("_brand.yml", Old, New);

        Assert.Contains(before, letter => letter.Colour == Old);
        Assert.Equal(before.Select(letter => letter with { Colour = letter.Colour == Old ? New : letter.Colour }), after);
    }

    [Fact]
    public void A_colour_in_Word()
    {
        var (before, after) = Files("_brand.yml", Old, New);

        var changed = before.PartNames.Where(part => !before.Part(part).AsSpan().SequenceEqual(after.Part(part))).ToArray();
        string Text(WordFile file, string part) => Encoding.UTF8.GetString(file.Part(part));

        // The theme holds tints of the colour too.
        Assert.Equal(["word/styles.xml", "word/theme/theme1.xml"], changed.Order(StringComparer.Ordinal));
        Assert.Equal(Text(before, changed[0]).Replace(Old, New, StringComparison.Ordinal), Text(after, changed[0]));
        Assert.Contains(New, Text(after, changed[1]), StringComparison.Ordinal);
        Assert.Equal(ThemeColour().Replace(Text(before, changed[1]), "c"), ThemeColour().Replace(Text(after, changed[1]), "c"));
    }

    [Fact]
    public void A_colour_on_the_web()
    {
        var (before, after) = Pages("_brand.yml", Old, New);

        Assert.Contains("#" + Old, before, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("#" + Old, after, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ColourValue().Replace(before, "#"), ColourValue().Replace(after, "#"));
    }

    [Fact]
    public void A_size_in_the_PDF()
    {
        var (before, after) = Letters("template.yml", "size: 14 pt", "size: 16 pt");

        Assert.Equal("DieLage", string.Concat(before.Where(letter => letter.Size == 14).Select(letter => letter.Text)));
        Assert.Equal(before.Select(letter => letter with { Size = letter.Size == 14 ? 16 : letter.Size }), after);
    }

    [Fact]
    public void A_size_in_Word()
    {
        var (before, after) = Files("template.yml", "size: 14 pt", "size: 16 pt");

        Assert.Equal(["word/styles.xml"], before.PartNames.Where(part => !before.Part(part).AsSpan().SequenceEqual(after.Part(part))));
        var differences = Lines(before.Part("word/styles.xml")).Zip(Lines(after.Part("word/styles.xml"))).Where(pair => pair.First != pair.Second).ToArray();
        Assert.Contains(differences, pair => pair.First.Contains("w:styleId=\"Heading1\"", StringComparison.Ordinal));
        Assert.All(differences, pair => Assert.Equal(
            pair.First.Replace("\"28\"/>", "\"32\"/>", StringComparison.Ordinal), pair.Second));
    }

    [Fact]
    public void A_size_on_the_web()
    {
        var (before, after) = Pages("template.yml", "size: 14 pt", "size: 16 pt");

        var differences = before.Split('}').Zip(after.Split('}')).Where(pair => pair.First != pair.Second).ToArray();
        Assert.NotEmpty(differences);
        Assert.Equal(before.Split('}').Length, after.Split('}').Length);
        Assert.All(differences, pair =>
        {
            Assert.Contains("h2", pair.First, StringComparison.Ordinal);
            Assert.Equal(Number().Replace(pair.First, "0"), Number().Replace(pair.Second, "0"));
        });
    }

    [Fact]
    public void A_word_of_the_footer_in_the_PDF()
    {
        var (before, after) = Words("footer.md", "Beispielverein", "Musterverband");

        Assert.Contains("Beispielverein", before);
        Assert.Equal(before.Select(word => word == "Beispielverein" ? "Musterverband" : word), after);
    }

    [Fact]
    public void A_word_of_the_footer_in_Word()
    {
        var (before, after) = Files("footer.md", "Beispielverein", "Musterverband");

        var changed = before.PartNames.Where(part => !before.Part(part).AsSpan().SequenceEqual(after.Part(part))).ToArray();
        Assert.NotEmpty(changed);
        Assert.All(changed, part =>
        {
            Assert.StartsWith("word/footer", part, StringComparison.Ordinal);
            Assert.Equal(
                Encoding.UTF8.GetString(before.Part(part)).Replace("Beispielverein", "Musterverband", StringComparison.Ordinal), Encoding.UTF8.GetString(after.Part(part)));
        });
    }

    [Fact]
    public void A_word_of_the_footer_on_the_web()
    {
        var (before, after) = Pages("footer.md", "Beispielverein", "Musterverband");

        Assert.Contains("Beispielverein", before, StringComparison.Ordinal);
        Assert.Equal(before.Replace("Beispielverein", "Musterverband", StringComparison.Ordinal), after);
    }

    private static (Letter[] Before, Letter[] After) Letters(string file, string from, string to)
    {
        var (before, after) = Render("pdf", file, from, to);
        return (LettersOf(before), LettersOf(after));
    }

    private static Letter[] LettersOf(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        return [.. pdf.GetPages().SelectMany(page => page.Letters).Where(letter => letter.Value.Trim().Length > 0).Select(letter =>
        {
            var (red, green, blue) = letter.Color.ToRGBValues();
            return new Letter(letter.Value, Math.Round(letter.PointSize, 2), letter.FontName!.Split('+')[^1], $"{Channel(red):X2}{Channel(green):X2}{Channel(blue):X2}");
        })];
    }

    private static int Channel(double share) => (int)Math.Round(share * 255);

    private static (string[] Before, string[] After) Words(string file, string from, string to)
    {
        var (before, after) = Render("pdf", file, from, to);
        return (WordsOf(before), WordsOf(after));
    }

    private static string[] WordsOf(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        return [.. pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text)];
    }

    private static (WordFile Before, WordFile After) Files(string file, string from, string to)
    {
        var (before, after) = Render("docx", file, from, to);
        return (new WordFile(before), new WordFile(after));
    }

    private static (string Before, string After) Pages(string file, string from, string to)
    {
        var (before, after) = Render("html", file, from, to);
        return (Page(before), Page(after));
    }

    /// <summary>The page without the sums that allow its style and script, which follow from these.</summary>
    private static string Page(byte[] bytes) => Sum().Replace(Encoding.UTF8.GetString(bytes), "'sum'");

    private static string[] Lines(byte[] xml) => Encoding.UTF8.GetString(xml).Replace("</w:style>", "</w:style>\n", StringComparison.Ordinal).Split('\n');

    private static (byte[] Before, byte[] After) Render(string format, string file, string from, string to)
    {
        Assert.Contains(from, House.Single(f => f.Name == file).Text, StringComparison.Ordinal);
        return (Render(format, House), Render(format, [.. House.Select(f => f.Name == file ? (f.Name, f.Text.Replace(from, to, StringComparison.Ordinal)) : f)]));
    }

    private static byte[] Render(string format, (string Name, string Text)[] files)
    {
        using var folder = new TemplateOnDisk(files);
        var template = TemplateFolder.Load(folder.Path, new TemplateOptions(MarkdownSource.ParseFragment, TemplateSupport.Shared));
        return EditionCatalog.For(format)!.Render(new EditionRequest(Statement, template, template.Editions.Single(e => e.Format == format))).Content.ToArray();
    }

    /// <summary>A hexadecimal colour.</summary>
    [GeneratedRegex("#[0-9A-Fa-f]{6}")]
    private static partial Regex ColourValue();

    [GeneratedRegex("'sha256-[^']*'")]
    private static partial Regex Sum();

    [GeneratedRegex("srgbClr val=\"[0-9A-F]{6}\"")]
    private static partial Regex ThemeColour();

    [GeneratedRegex("[0-9]*\\.?[0-9]+")]
    private static partial Regex Number();

    private sealed record Letter(string Text, double Size, string Font, string Colour);
}
