using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Templates.Labels;

namespace Publisher.Editions.Docx;

/// <summary>What writing one part needs and collects: its relationships, and what all parts share.</summary>
internal sealed class PartContext(EditionRequest request, Locale locale, SharedParts shared)
{
    private const string HyperlinkType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
    private const string ImageType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";

    private readonly List<Relationship> _relationships = [];

    public EditionRequest Request { get; } = request;

    public Locale Locale { get; } = locale;

    public SharedParts Shared { get; } = shared;

    public Relationship[] Relationships => [.. _relationships];

    /// <summary>The id of a relationship to an address outside.</summary>
    public string LinkTo(string address) => Relate(HyperlinkType, address, isExternal: true);

    /// <summary>The id of a relationship to an image.</summary>
    public string ImageAt(string partName) => Relate(ImageType, partName, isExternal: false);

    private string Relate(string type, string target, bool isExternal)
    {
        var known = _relationships.Find(r => r.Type == type && r.Target == target);
        if (known is null)
        {
            // Ids below 100 are the parts' own.
            known = new Relationship($"rId{100 + _relationships.Count}", type, target, isExternal);
            _relationships.Add(known);
        }

        return known.Id;
    }
}

/// <summary>What all parts of a file share.</summary>
internal sealed class SharedParts(NumberingPart numbering)
{
    private readonly List<(string Name, string MediaType, byte[] Content)> _images = [];
    private uint _drawings;
    private int _revisions;
    private int _bookmarks;

    public NumberingPart Numbering { get; } = numbering;

    public List<Diagnostic> Diagnostics { get; } = [];

    public IReadOnlyList<(string Name, string MediaType, byte[] Content)> Images => _images;

    /// <summary>The part's name, relative to the main part, of an image.</summary>
    public string Add(Resource image, string mediaType)
    {
        var content = image.Content.AsSpan().ToArray();
        var known = _images.FindIndex(i => i.Content.AsSpan().SequenceEqual(content));
        if (known < 0)
        {
            known = _images.Count;
            _images.Add(($"media/image{known + 1}.{(mediaType == "image/jpeg" ? "jpeg" : mediaType["image/".Length..])}", mediaType, content));
        }

        return _images[known].Name;
    }

    public uint NextDrawing() => ++_drawings;

    public int NextRevision() => ++_revisions;

    public int NextBookmark() => ++_bookmarks;
}
