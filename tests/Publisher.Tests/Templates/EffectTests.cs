using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Publisher.Editions;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Model.Typography;
using Publisher.Sources.Markdown;
using Publisher.Templates;
using Publisher.Templates.Styles;
using Publisher.Tests.Support;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Templates;

/// <summary>What the tables of templates/README.md say one can write changes the formats they name, and no other.</summary>
public sealed partial class EffectTests
{
    private const string Sentence =
        "Die Ausdrucksweise der Oberbürgermeister erweckt 2026 schnell den Eindruck einer Unterscheidung der Familienzusammenführungen, und zwar überall. ";

    private static readonly string[] Formats = ["pdf", "docx", "html"];

    // The same plain edition stands against every change.
    private static readonly ConcurrentDictionary<(string Template, string Format), byte[]> Plain = new();

    private static readonly Document Everything = MakeDocument();

    /// <summary>Key, example and formats of the rows that say in which formats a key counts: those of pages and of editions.</summary>
    public static TheoryData<string, string, string> PageKeys => [.. RowsAfter("A page may say further").SelectMany(Split)];

    public static TheoryData<string, string, string> EditionKeys => [.. RowsAfter("An edition may say").SelectMany(Split)];

    public static TheoryData<string, string> StyleKeys =>
        [.. RowsAfter("A style may say").SelectMany(row => Words(row[0]).Select(key => (key, Words(row[1]).First())))];

    public static TheoryData<string> Roles => [.. StyleRoleNames.All];

    [Theory]
    [MemberData(nameof(StyleKeys))]
    public void A_key_of_a_style_shows_in_every_format(string key, string value)
    {
        string[] expected = key is "orphans" or "widows" ? ["pdf", "html"] : Formats;

        // All other sizes count from that of running text, so it cannot be a step itself.
        var body = key == "size" ? string.Empty : $"body: {{ {key}: {value} }}, ";
        var changed = Formats.Where(format => Differs(
            format, $"styles: {{ {body}title: {{ {key}: {value} }}, quote: {{ {key}: {value} }} }}", string.Empty));

        Assert.Equal(expected, changed);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_style_shows_in_every_format(string role)
    {
        string Template(string format) => $"editions: {{ x: {{ format: {format}, contents: true }} }}\n";

        Assert.All(Formats, format => Assert.True(
            Differs(format, Template(format) + $"styles: {{ {role}: {{ colour: \"#123456\" }} }}", Template(format)), $"{role} does not show in {format}."));
    }

    [Theory]
    [InlineData("link", "weight: bold", "pdf docx html")]
    [InlineData("link", "underline: false", "pdf docx")]
    [InlineData("inline-code", "font: headings", "pdf docx html")]
    [InlineData("inline-code", "size: +2 steps", "pdf docx html")]
    public void A_style_inside_lines_shows_in_the_formats_it_is_for(string role, string key, string formats) =>
        Assert.Equal(formats.Split(' '), Formats.Where(format => Differs(format, $"styles: {{ {role}: {{ {key} }} }}", string.Empty)));

    [Theory]
    [MemberData(nameof(EditionKeys))]
    public void A_key_of_an_edition_shows_in_the_formats_it_is_for(string key, string value, string formats)
    {
        string Template(string format, string more) => $"editions: {{ x: {{ format: {format}{more} }} }}";

        var changed = Formats.Where(format => Differs(format, Template(format, $", {key}: {value}"), Template(format, string.Empty)));

        Assert.Equal(formats.Split(' '), changed);
    }

    [Theory]
    [MemberData(nameof(PageKeys))]
    public void A_key_of_a_page_shows_in_the_formats_it_is_for(string key, string value, string formats)
    {
        // A gap shows between columns only, and marks with an address only.
        var plain = key switch { "column-gap" => "columns: 2", "fold-marks" => "address-field: B", _ => "size: A4" };
        string Template(string format, string more) => $"editions: {{ x: {{ format: {format} }} }}\npage: {{ {plain}{more} }}".Replace("size: A4, size", "size", StringComparison.Ordinal);

        var changed = Formats.Where(format => Differs(format, Template(format, $", {key}: {value}"), Template(format, string.Empty)));

        Assert.Equal(formats.Split(' '), changed);
    }

    [Fact]
    public void Every_key_that_is_read_is_in_the_tables()
    {
        static IEnumerable<string> Known(string place) => SchemaTests.KeysAt(place).Order(StringComparer.Ordinal);

        Assert.Equal(Known("#page"), PageKeys.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));
        Assert.Equal(Known("#edition").Except(["format"]), EditionKeys.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));
        Assert.Equal(Known("#style").Except(["inherits"]), StyleKeys.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));
    }

    private static bool Differs(string format, string template, string plain)
    {
        var before = Plain.GetOrAdd((plain, format), key => Render(key.Template, key.Format));
        return !before.AsSpan().SequenceEqual(Render(template, format));
    }

    private static byte[] Render(string template, string format)
    {
        using var folder = new TemplateOnDisk(
            ("_brand.yml", "meta: { name: Haus }\ndefaults: { publisher: { fields: { imprint: Haus } } }"),
            ("template.yml", template),
            ("address.md", "Frau Beispiel"),
            ("return-line.md", "Haus"),
            ("header.md", "Haus"),
            ("title.md", "{{ kind }}\n\n# {{ title }}\n\n## {{ subtitle }}\n\n{{ reference_number }}\n"));
        var house = TemplateFolder.Load(folder.Path, new TemplateOptions(MarkdownSource.ParseFragment, TemplateSupport.Shared));
        var edition = house.Editions.First(e => e.Format == format);
        var document = new Typographer(edition.Typography).Apply(Everything);
        return EditionCatalog.For(format)!
            .Render(new EditionRequest(document, house, edition) { Source = new Resource("a.md", "text/markdown", [1]) })
            .Content.ToArray();
    }

    private static Document MakeDocument()
    {
        var all = EverythingStatement.Document;
        return all with
        {
            Metadata = all.Metadata with { Kind = StatementKind.Statement, Language = "de" },
            Blocks =
            [
                .. Enum.GetValues<ParagraphRole>().Select(role => P(role, T($"{role} 12345. {Sentence}"))),
                .. all.Blocks,
                .. Enumerable.Range(0, 30).Select(i => P(string.Concat(Enumerable.Repeat(Sentence, 1 + (i % 6))))),
                P(new Link("https://example.org/", [T("Ein Link")])),
            ],
            Diagnostics = [new Diagnostic(DiagnosticCode.MarkupNotSupported, DiagnosticSeverity.Warning, "Unklar.", "Nachsehen.")],
        };
    }

    /// <summary>The cells of the table below a line of the documentation.</summary>
    private static IEnumerable<string[]> RowsAfter(string line) => File.ReadAllLines(Repository.PathOf("templates", "README.md"))
        .SkipWhile(l => !l.Contains(line, StringComparison.Ordinal))
        .SkipWhile(l => !l.StartsWith('|'))
        .TakeWhile(l => l.StartsWith('|'))
        .Skip(2)
        .Select(row => row.Trim('|', ' ').Split(" | ").Select(cell => cell.Trim()).ToArray());

    private static IEnumerable<(string Key, string Value, string Formats)> Split(string[] row) => Words(row[0]).Select(key => (
        key, Words(row[1]).First(), row[2].Replace("PDF", "pdf", StringComparison.Ordinal).Replace("Word", "docx", StringComparison.Ordinal).Replace("web", "html", StringComparison.Ordinal).Replace(",", string.Empty, StringComparison.Ordinal)));

    private static IEnumerable<string> Words(string cell) => Code().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
