using Publisher.Model;
using Publisher.Sources.Images;

namespace Publisher.Sources.Markdown;

/// <summary>The images that a statement shows, loaded from beside it, each once.</summary>
internal sealed class ImageFiles(Func<string, ReadOnlyMemory<byte>?> neighbour)
{
    /// <summary>A photograph of print quality on a whole page has some 10 MB; all of a document's images are held in memory.</summary>
    private const int LargestImage = 32 * 1024 * 1024;

    private readonly Dictionary<string, string?> _problems = new(StringComparer.Ordinal);
    private readonly List<Resource> _resources = [];

    /// <summary>The images that were found, in the order of the text.</summary>
    public ValueList<Resource> Resources => _resources.ToValueList();

    /// <summary>Loads an image; returns what is wrong with it, null if nothing is.</summary>
    public string? Load(string address)
    {
        if (!_problems.TryGetValue(address, out var problem))
        {
            problem = LoadNew(address);
            _problems.Add(address, problem);
        }

        return problem;
    }

    private string? LoadNew(string address)
    {
        if (address.Contains(':') || address.StartsWith('/') || address.StartsWith('\\'))
        {
            return "is not beside the statement; nothing is fetched";
        }

        if ((neighbour(address) ?? neighbour(Uri.UnescapeDataString(address))) is not { } content)
        {
            return "is not there";
        }

        if (content.Length > LargestImage)
        {
            return $"is larger than {LargestImage >> 20} MB";
        }

        if (MediaType.Of(content.Span) is not { } mediaType)
        {
            return "is not a PNG, JPEG, GIF, WebP or SVG image";
        }

        _resources.Add(new Resource(address, mediaType, ValueList.Create(content.Span)));
        return null;
    }
}
