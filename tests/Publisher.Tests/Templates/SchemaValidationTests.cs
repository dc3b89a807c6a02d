using NJsonSchema;
using NJsonSchema.Validation;
using Publisher.Tests.Support;
using YamlDotNet.Serialization;

namespace Publisher.Tests.Templates;

/// <summary>The schemas in the hands of somebody else's validator, as an editor has one.</summary>
public sealed class SchemaValidationTests
{
    private static readonly string[] BrandKeys = ["meta", "logo", "color", "typography", "defaults"];

    public static TheoryData<string, string> GoodFiles =>
        [.. SchemaTests.ShippedFiles.Select(row => (Path.Combine(TemplateSupport.Shared, row.Data.Item1), row.Data.Item2)),
            .. Directory.GetFiles(Repository.PathOf("tests", "Publisher.Tests", "Templates", "OtherTools"), "*.yml").Order(StringComparer.Ordinal).Select(file => (file, "brand"))];

    [Theory]
    [MemberData(nameof(GoodFiles))]
    public async Task A_good_file_is_valid(string file, string schema) => Assert.Empty(await FaultsOf(schema, File.ReadAllText(file)));

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_of_the_documentation_is_valid(string schema, string yaml) => Assert.Empty(await FaultsOf(schema, yaml));

    /// <summary>The examples in templates/README.md that are brands or templates, or parts of them; a table of typographic rules has no schema.</summary>
    public static TheoryData<string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var block in File.ReadAllText(Repository.PathOf("templates", "README.md")).Split("```yaml\n").Skip(1))
            {
                var yaml = block[..block.IndexOf("```", StringComparison.Ordinal)];
                var lines = yaml.TrimEnd().Split('\n');
                if (lines.Any(line => line.StartsWith("  rules:", StringComparison.Ordinal)))
                {
                    continue;
                }

                yaml = string.Join('\n', lines.Select(line => line.StartsWith("  ", StringComparison.Ordinal) && lines[0].StartsWith("  ", StringComparison.Ordinal) ? line[2..] : line));
                data.Add(lines.Any(line => BrandKeys.Any(key => line.Trim().StartsWith(key + ":", StringComparison.Ordinal) && line.TrimStart().Length >= line.Length - 2)) ? "brand" : "template", yaml);
            }

            Assert.True(data.Count >= 6);
            return data;
        }
    }

    /// <summary>A mistake, and the path where the validator must see it.</summary>
    [Theory]
    [InlineData("template", "pages: { size: A4 }", "pages")]
    [InlineData("template", "page: { sise: A4 }", "page.sise")]
    [InlineData("template", "page: { margins: { top: wide } }", "page.margins.top")]
    [InlineData("template", "page: { columns: 9 }", "page.columns")]
    [InlineData("template", "page: { address-field: C }", "page.address-field")]
    [InlineData("template", "scale: 3", "scale")]
    [InlineData("template", "editions: {}", "editions")]
    [InlineData("template", "editions: { Handout: { format: pdf } }", "editions.Handout")]
    [InlineData("template", "editions: { handout: { format: word } }", "editions.handout.format")]
    [InlineData("template", "editions: { handout: { format: pdf, contents: often } }", "editions.handout.contents")]
    [InlineData("template", "editions: { handout: { format: pdf, links-in-print: endnote } }", "editions.handout.links-in-print")]
    [InlineData("template", "styles: { titel: { size: 9 pt } }", "styles.titel")]
    [InlineData("template", "styles: { title: { color: primary } }", "styles.title.color")]
    [InlineData("template", "styles: { title: { size: 12 parsecs } }", "styles.title.size")]
    [InlineData("template", "styles: { title: { alignment: left } }", "styles.title.alignment")]
    [InlineData("template", "styles: { title: { weight: heavy } }", "styles.title.weight")]
    [InlineData("template", "styles: { title: { orphans: 0 } }", "styles.title.orphans")]
    [InlineData("template", "styles: { title: { rule-after: { width: 1 pt } } }", "styles.title.rule-after")]
    [InlineData("template", "kinds: { letter: { scale: 1.1 } }", "kinds.letter")]
    [InlineData("template", "kinds: { handout: { kinds: {} } }", "kinds.handout.kinds")]
    [InlineData("brand", "colour: { primary: \"#000\" }", "colour")]
    [InlineData("brand", "color: { primery: \"#000\" }", "color.primery")]
    [InlineData("brand", "color: { primary: 5 }", "color.primary")]
    [InlineData("brand", "color: { primary: { dark: \"#000\" } }", "color.primary")]
    [InlineData("brand", "logo: { images: { a: { alt: x } } }", "logo")]
    [InlineData("brand", "typography: { fonts: [{ source: file }] }", "typography.fonts[0].family")]
    [InlineData("brand", "typography: { fonts: [{ family: X, source: disk }] }", "typography.fonts[0].source")]
    [InlineData("brand", "typography: { base: { family: X, wieght: bold } }", "typography.base")]
    [InlineData("brand", "defaults: { publisher: { logo: { placement: left } } }", "defaults.publisher.logo.placement")]
    [InlineData("brand", "defaults: { publisher: { logo: { height: tall } } }", "defaults.publisher.logo.height")]
    [InlineData("brand", "defaults: { publisher: { field: {} } }", "defaults.publisher.field")]
    public async Task A_mistake_is_seen_where_it_stands(string schema, string yaml, string path) => Assert.Contains(path, await FaultsOf(schema, yaml));

    private static async Task<string[]> FaultsOf(string name, string yaml)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(TemplateSupport.Shared, "schemas", name + ".schema.json"), TestContext.Current.CancellationToken);
        var tree = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object?>(yaml);
        var json = new SerializerBuilder().JsonCompatible().Build().Serialize(tree ?? new Dictionary<string, object>(StringComparer.Ordinal));
        return [.. schema.Validate(json).SelectMany(WithInner).Select(fault => fault.Path!.TrimStart('#', '/'))];
    }

    private static IEnumerable<ValidationError> WithInner(ValidationError fault) => fault is ChildSchemaValidationError outer
        ? outer.Errors.SelectMany(pair => pair.Value).SelectMany(WithInner).Prepend(fault)
        : [fault];
}
