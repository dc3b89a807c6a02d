using System.Globalization;
using Publisher.Model;
using Publisher.Sources.Docx.Package;

namespace Publisher.Sources.Docx.Facts;

/// <summary>What our editions write beside the text, because Word has no construct for it (docs/docx.md, "Custom XML").</summary>
internal sealed class StatementFacts
{
    private StatementFacts(Element root)
    {
        Metadata = MetadataOf(root.Child("publisher:metadata"));
        Anchors = Map(root, "publisher:anchors", "bookmark", "id");
        Notes = Map(root, "publisher:notes", "number", "id");
        Resources = Map(root, "publisher:resources", "part", "name");
        CodeLanguages = Texts(root, "publisher:codeLanguages", "style");
        Languages = Texts(root, "publisher:languages", "style");
        Originals = Texts(root, "publisher:originals", "revision").ToDictionary(entry => entry.Key, entry => Unescape(entry.Value), StringComparer.Ordinal);
        LinkReferences = [.. Items(root, "publisher:linkReferences").Select(item => new LinkReference(item.Text, int.TryParse(item["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0))];
        Tables = [.. Items(root, "publisher:tables").Select(item => (item["columns"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    }

    public Metadata Metadata { get; }

    /// <summary>Names of headings by their bookmarks.</summary>
    public IReadOnlyDictionary<string, string> Anchors { get; }

    /// <summary>Ids of notes by their numbers.</summary>
    public IReadOnlyDictionary<string, string> Notes { get; }

    /// <summary>Names of resources by the parts that hold them.</summary>
    public IReadOnlyDictionary<string, string> Resources { get; }

    /// <summary>Programming languages by the names of styles.</summary>
    public IReadOnlyDictionary<string, string> CodeLanguages { get; }

    /// <summary>BCP 47 tags by the names of styles.</summary>
    public IReadOnlyDictionary<string, string> Languages { get; }

    /// <summary>What stood at revisions, where it holds characters that XML cannot.</summary>
    public IReadOnlyDictionary<string, string> Originals { get; }

    /// <summary>The addresses that an extraction dropped.</summary>
    public IReadOnlyList<LinkReference> LinkReferences { get; }

    /// <summary>The alignments of the columns of each table.</summary>
    public IReadOnlyList<string[]> Tables { get; }

    /// <summary>Reads them; null if the document is none of ours.</summary>
    public static StatementFacts? Read(WordPackage package, IEnumerable<Relationship> ofMainPart)
    {
        const int MostCustomParts = 20;
        foreach (var relationship in ofMainPart.Where(r => r is { Type: "customXml", IsExternal: false }).Take(MostCustomParts))
        {
            if (package.Read(relationship.Target) is { Name: "publisher:statement" } root)
            {
                return new StatementFacts(root);
            }
        }

        return null;
    }

    private static Metadata MetadataOf(Element? facts)
    {
        if (facts is null)
        {
            return Metadata.Empty;
        }

        return new Metadata
        {
            Kind = Enum.TryParse<StatementKind>(Text(facts, "kind"), out var kind) && Enum.IsDefined(kind) ? kind : null,
            Language = Text(facts, "language") is { Length: > 0 } language ? language : "und",
            Organisation = Text(facts, "organisation"),
            Authors = All(facts, "author"),
            Addressee = All(facts, "addressee"),
            Place = Text(facts, "place"),
            Date = DateOnly.TryParseExact(Text(facts, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
            Contact = facts.Child("publisher:contact") is { } contact ? ContactOf(contact) : null,
            Embargo = DateTime.TryParseExact(Text(facts, "embargo"), "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var embargo) ? embargo : null,
            ReferenceNumber = Text(facts, "referenceNumber"),
            Summary = Text(facts, "summary"),
            Keywords = All(facts, "keyword"),
            Version = Text(facts, "version"),
            WebAddress = Text(facts, "webAddress"),
            Translations = [.. facts.Children("publisher:translation").Select(t => new Translation(t["language"] ?? "und", t.Text))],
            Abbreviations = [.. facts.Children("publisher:abbreviation").Select(a => new Abbreviation(a["short"] ?? "", a.Text))],
        };
    }

    private static Contact ContactOf(Element contact) => new()
    {
        Name = Text(contact, "name"),
        Role = Text(contact, "role"),
        Telephone = Text(contact, "telephone"),
        Email = Text(contact, "email"),
        Web = Text(contact, "web"),
        Address = All(contact, "address"),
    };

    private static string? Text(Element facts, string name) => facts.Child("publisher:" + name)?.Text is { Length: > 0 } text ? text : null;

    private static ValueList<string> All(Element facts, string name) => [.. facts.Children("publisher:" + name).Select(element => element.Text)];

    private static IEnumerable<Element> Items(Element root, string list) => root.Child(list)?.Children() ?? [];

    private static Dictionary<string, string> Map(Element root, string list, string key, string value)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in Items(root, list))
        {
            map.TryAdd(item[key] ?? "", item[value] ?? "");
        }

        return map;
    }

    private static Dictionary<string, string> Texts(Element root, string list, string key)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in Items(root, list))
        {
            map.TryAdd(item[key] ?? "", item.Text);
        }

        return map;
    }

    /// <summary>Characters that XML cannot hold stand as <c>\u0001</c>.</summary>
    private static string Unescape(string text)
    {
        const int Length = 6;
        var plain = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + Length <= text.Length && text[i + 1] == 'u' && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += Length - 1;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }
}
