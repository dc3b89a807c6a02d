using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Sources.Docx.Package;
using Publisher.Sources.Images;

namespace Publisher.Sources.Docx.Flow;

/// <summary>The pictures of a document, from its package only, each once (ECMA-376-1, 20.4).</summary>
internal sealed class Pictures(Reading reading)
{
    /// <summary>A photograph of print quality on a whole page has some 10 MB.</summary>
    private const int LargestImage = 32 * 1024 * 1024;

    // All of a document's images are held in memory.
    private const long LargestSum = 256L * 1024 * 1024;

    private readonly Dictionary<string, string?> _problems = new(StringComparer.Ordinal);
    private readonly List<Resource> _resources = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private long _sum;

    /// <summary>The images that were found, in the order of the text.</summary>
    public ValueList<Resource> Resources => _resources.ToValueList();

    /// <summary>The picture of a drawing; null if it shows none.</summary>
    public Image? Read(Element drawing, IReadOnlyDictionary<string, Relationship> relationships, SourceSpan place)
    {
        Element? properties = null;
        Element? blip = null;
        Element? vector = null;
        foreach (var element in drawing.Descendants())
        {
            switch (element.Name)
            {
                case "wp:docPr":
                    properties ??= element;
                    break;
                case "a:blip":
                    blip ??= element;
                    break;
                case "asvg:svgBlip":
                    vector ??= element;
                    break;
                case "w:txbxContent":
                    return null;
            }
        }

        if (blip is null)
        {
            return null;
        }

        return Load(relationships, vector?["r:embed"], AlternativeText(properties), place, isFallback: true)
            ?? Load(relationships, blip["r:embed"] ?? blip["r:link"], AlternativeText(properties), place, isFallback: false);
    }

    /// <summary>The picture of VML, as old files and embedded objects have it; null if there is none.</summary>
    public Image? ReadVml(Element picture, IReadOnlyDictionary<string, Relationship> relationships, SourceSpan place)
    {
        Element? shape = null;
        string? image = null;
        foreach (var element in picture.Descendants())
        {
            switch (element.Name)
            {
                case "v:shape":
                    shape ??= element;
                    break;
                case "v:imagedata":
                    image ??= element["r:id"];
                    break;
                case "w:txbxContent":
                    return null;
            }
        }

        return Load(relationships, image, shape?["alt"], place, isFallback: false);
    }

    private static string? AlternativeText(Element? properties)
    {
        var isDecorative = properties?.Descendants().Any(element => element.Name == "adec:decorative" && element["val"] is "1" or "true") == true;
        return isDecorative ? "" : properties?["descr"];
    }

    private Image? Load(IReadOnlyDictionary<string, Relationship> relationships, string? id, string? alternativeText, SourceSpan place, bool isFallback)
    {
        if (id is null || !relationships.TryGetValue(id, out var relationship))
        {
            return null;
        }

        var name = relationship.IsExternal ? relationship.Target : reading.Facts?.Resources.GetValueOrDefault(relationship.Target) ?? relationship.Target;
        if (!_problems.TryGetValue(name, out var problem))
        {
            problem = relationship.IsExternal ? "is not in the file; nothing is fetched" : LoadNew(name, relationship.Target);
            _problems.Add(name, problem);
        }

        if (problem is not null)
        {
            if (isFallback)
            {
                return null;
            }

            reading.Report(DiagnosticCode.ImageUnavailable, DiagnosticSeverity.Warning, place, $"The image \"{name}\" {problem}.", "Insert it into the document again as a PNG, JPEG or SVG picture.");
        }

        if (alternativeText is null && reading.Facts is null)
        {
            reading.Report(DiagnosticCode.AlternativeTextMissing, DiagnosticSeverity.Warning, place, $"The image \"{name}\" has no alternative text.", "Say in Word what it shows (right click, Edit Alt Text), or mark it as decorative.");
        }

        return new Image(name, alternativeText) { Span = place };
    }

    private string? LoadNew(string name, string part)
    {
        if (reading.Package.Load(part, LargestImage) is not { } content)
        {
            return $"is missing, damaged or larger than {LargestImage >> 20} MB";
        }

        _sum += content.Length;
        if (_sum > LargestSum)
        {
            return $"is one too many: all images together are larger than {LargestSum >> 20} MB";
        }

        if (MediaType.Of(content) is not { } mediaType)
        {
            return "is not a PNG, JPEG, GIF, WebP or SVG image";
        }

        if (_names.Add(name))
        {
            _resources.Add(new Resource(name, mediaType, ValueList.Create<byte>(content)));
        }

        return null;
    }
}
