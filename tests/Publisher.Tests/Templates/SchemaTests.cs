using System.Text.Json;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Templates;
using Publisher.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Publisher.Tests.Templates;

/// <summary>The schemas, from which an editor completes keys, say what the readers read.</summary>
public sealed class SchemaTests
{
    private const string Bogus = "zzzzzzzzzzzz";

    public static TheoryData<string, string> ShippedFiles =>
        [.. from folder in new[] { "standard", "start", "society", "plain", "campaign" }
            from pair in new[] { ("_brand.yml", "brand"), ("template.yml", "template") }
            select (Path.Combine(folder, pair.Item1), pair.Item2)];

    /// <summary>A map of the template file, and the place of the same map in the schema.</summary>
    public static TheoryData<string, string> Maps => new()
    {
        { Bogus + ": 1", "" },
        { $"page: {{ {Bogus}: 1 }}", "page" },
        { $"page: {{ margins: {{ {Bogus}: 1 }} }}", "page/margins" },
        { $"editions: {{ a: {{ format: pdf, {Bogus}: 1 }} }}", "#edition" },
        { $"styles: {{ body: {{ {Bogus}: 1 }} }}", "#style" },
        { $"styles: {{ {Bogus}: {{ size: 9 pt }} }}", "#styles" },
        { $"kinds: {{ handout: {{ {Bogus}: 1 }} }}", "#kind" },
        { $"kinds: {{ {Bogus}: {{ scale: 1.1 }} }}", "kinds" },
    };

    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public void Every_key_of_a_shipped_file_is_in_its_schema(string file, string schema)
    {
        var root = Schema(schema);
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(TemplateSupport.Shared, file))));

        Assert.Empty(Strangers(stream.Documents[0].RootNode, root, root, ""));
    }

    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public void A_shipped_file_names_its_schema_for_editors(string file, string schema)
    {
        var first = File.ReadLines(Path.Combine(TemplateSupport.Shared, file)).First();

        Assert.Equal($"# yaml-language-server: $schema=../schemas/{schema}.schema.json", first);
    }

    [Theory]
    [MemberData(nameof(Maps))]
    public void The_schema_and_the_reader_know_the_same_keys(string template, string place)
    {
        var (_, diagnostics) = Examine(template);
        var remedy = diagnostics.Single(d => d.Message.Contains(Bogus, StringComparison.Ordinal)).Remedy;
        var read = remedy["Known here: ".Length..].TrimEnd('.').Split(", ");

        Assert.Equal(KeysAt(place).Order(StringComparer.Ordinal), read.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_schema_and_the_reader_know_the_same_keys_of_our_own_in_a_brand()
    {
        using var folder = new TemplateOnDisk(("_brand.yml", $"defaults: {{ publisher: {{ {Bogus}: 1 }} }}"));
        var own = Schema("brand").GetProperty("properties").GetProperty("defaults").GetProperty("properties").GetProperty("publisher").GetProperty("properties");

        var (_, diagnostics) = TemplateFolder.Examine(folder.Path, TemplateSupport.Options);

        var read = Assert.Single(diagnostics).Remedy["Known here: ".Length..].TrimEnd('.').Split(", ");
        Assert.Equal(own.EnumerateObject().Select(key => key.Name).Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    private static (Template? Template, ValueList<Diagnostic> Diagnostics) Examine(string template)
    {
        using var folder = new TemplateOnDisk(("_brand.yml", ""), ("template.yml", template));
        return TemplateFolder.Examine(folder.Path, TemplateSupport.Options);
    }

    internal static IEnumerable<string> KeysAt(string place)
    {
        var root = Schema("template");
        var node = place.StartsWith('#')
            ? root.GetProperty("definitions").GetProperty(place[1..])
            : place.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (at, key) => Followed(at.GetProperty("properties").GetProperty(key), root));
        return node.GetProperty("properties").EnumerateObject().Select(property => property.Name);
    }

    /// <summary>The keys of a YAML tree that the schema does not list where it lists keys.</summary>
    private static IEnumerable<string> Strangers(YamlNode node, JsonElement schema, JsonElement root, string path)
    {
        if (node is not YamlMappingNode map)
        {
            return [];
        }

        var forms = Forms(Followed(schema, root), root).ToArray();
        return map.Children.SelectMany(pair =>
        {
            var key = ((YamlScalarNode)pair.Key).Value!;
            var values = forms.SelectMany(form => ValuesOf(form, key)).ToArray();
            return values.Length == 0 && forms.All(IsClosed)
                ? [$"{path}/{key}"]
                : values.SelectMany(value => Strangers(pair.Value, value, root, $"{path}/{key}"));
        });
    }

    private static IEnumerable<JsonElement> Forms(JsonElement schema, JsonElement root) =>
        schema.TryGetProperty("anyOf", out var forms) ? forms.EnumerateArray().SelectMany(form => Forms(Followed(form, root), root)) : [schema];

    private static IEnumerable<JsonElement> ValuesOf(JsonElement form, string key)
    {
        if (form.TryGetProperty("properties", out var properties) && properties.TryGetProperty(key, out var value))
        {
            yield return value;
        }
        else if (form.TryGetProperty("patternProperties", out var patterns))
        {
            foreach (var pattern in patterns.EnumerateObject())
            {
                yield return pattern.Value;
            }
        }
    }

    private static bool IsClosed(JsonElement form) =>
        form.TryGetProperty("type", out var type) && (type.ValueKind != JsonValueKind.String || type.GetString() != "object"
            || (form.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.False));

    private static JsonElement Followed(JsonElement schema, JsonElement root) =>
        schema.TryGetProperty("$ref", out var reference) ? root.GetProperty("definitions").GetProperty(reference.GetString()!["#/definitions/".Length..]) : schema;

    private static JsonElement Schema(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("templates", "schemas", name + ".schema.json")));
        return document.RootElement.Clone();
    }
}
