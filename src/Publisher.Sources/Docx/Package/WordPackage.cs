using Publisher.Model;

namespace Publisher.Sources.Docx.Package;

/// <summary>The parts of a Word document and how they refer to one another (ECMA-376-2, 6).</summary>
internal sealed class WordPackage
{
    private readonly string _fileName;
    private readonly ZipDirectory _parts;
    private readonly PartReader _reader;
    private readonly Dictionary<string, string> _types = new(StringComparer.OrdinalIgnoreCase);

    private WordPackage(SourceFile file)
    {
        _fileName = file.Name;
        _parts = ZipDirectory.Read(file.Name, file.Content);
        _reader = new PartReader(file.Name);
    }

    /// <summary>The name of the main part.</summary>
    public string MainPart { get; private set; } = "";

    /// <summary>Opens a package and checks that it is a Word document without macros.</summary>
    /// <exception cref="PublisherException">It is none, or it is damaged or protected.</exception>
    public static WordPackage Open(SourceFile file)
    {
        Misnamed.Check(file);
        var package = new WordPackage(file);
        package.FindMainPart();
        return package;
    }

    /// <summary>Reads a part; null if it is not there.</summary>
    public Element? Read(string? part) => part is not null && _parts.Open(part) is { } content ? _reader.Read(part, content) : null;

    /// <summary>The bytes of a part; null if it is not there, damaged or longer than a limit.</summary>
    public byte[]? Load(string part, int limit) => _parts.Load(part, limit);

    /// <summary>The relationships of a part by their ids; those of the package for an empty name.</summary>
    public IReadOnlyDictionary<string, Relationship> RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var all = new Dictionary<string, Relationship>(StringComparer.Ordinal);
        foreach (var element in Read($"{part[..slash]}_rels/{part[slash..]}.rels")?.Children("Relationship") ?? [])
        {
            if (element["Id"] is { } id && element["Target"] is { } target)
            {
                var isExternal = element["TargetMode"] == "External";
                all.TryAdd(id, new Relationship(TypeOf(element["Type"] ?? ""), isExternal ? target : Resolve(part[..slash], target), isExternal));
            }
        }

        return all;
    }

    private void FindMainPart()
    {
        var types = Read("[Content_Types].xml") ?? throw Misnamed.Package(_fileName, _parts);
        foreach (var element in types.Children("Override"))
        {
            _types.TryAdd((element["PartName"] ?? "").TrimStart('/'), element["ContentType"] ?? "");
        }

        MainPart = RelationshipsOf("").Values.FirstOrDefault(relationship => relationship is { Type: "officeDocument", IsExternal: false })?.Target
            ?? throw Misnamed.Package(_fileName, _parts);
        var type = _types.GetValueOrDefault(MainPart, "");
        if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || _parts.Names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw new PublisherException(_fileName, 0, "The document holds macros.", "Save it in Word as a document without macros (.docx).");
        }

        if (type.Contains("spreadsheetml", StringComparison.Ordinal) || type.Contains("presentationml", StringComparison.Ordinal))
        {
            throw Misnamed.Package(_fileName, _parts);
        }
    }

    /// <summary>The last word of a relationship's type: strict and transitional files differ before it.</summary>
    private static string TypeOf(string type) => type[(type.LastIndexOf('/') + 1)..];

    /// <summary>A name relative to a folder of the package, dots resolved; it never leaves the package.</summary>
    private static string Resolve(string folder, string target)
    {
        var path = new List<string>();
        var full = target.StartsWith('/') ? target : folder + target;
        foreach (var segment in Uri.UnescapeDataString(full.Replace('\\', '/')).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                if (path.Count > 0)
                {
                    path.RemoveAt(path.Count - 1);
                }
            }
            else if (segment != ".")
            {
                path.Add(segment);
            }
        }

        return string.Join('/', path);
    }
}

/// <summary>What a part refers to.</summary>
/// <param name="Type">The last word of its type, such as <c>image</c>.</param>
/// <param name="Target">The name of a part, or an address outside.</param>
/// <param name="IsExternal">True for an address outside; it is never fetched.</param>
internal sealed record Relationship(string Type, string Target, bool IsExternal);
