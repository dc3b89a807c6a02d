using Publisher.Editions.Docx.Looks;
using Publisher.Editions.Docx.Package;
using Publisher.Editions.Docx.Pictures;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Diagnostics;
using Publisher.Templates.Labels;

namespace Publisher.Editions.Docx.Flow;

/// <summary>What all parts of a file share while it is written: ids, and what was used.</summary>
internal sealed class FileContext
{
    private readonly Dictionary<string, string> _resourceParts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _bookmarks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _bookmarkNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Language, string Style)> _codeStyles = [];
    private readonly Dictionary<string, (float Width, float Height, byte[] Png)?> _rasters = new(StringComparer.Ordinal);
    private long _drawings;
    private long _ids;

    public FileContext(EditionRequest request)
    {
        Request = request;
        Locale = request.Template.LocaleFor(request.Document.Metadata.Language);
        Annotations = Annotations.Of(request);
        Notes = new NoteMarks(request.Document);
        Revisions = new Revisions(this);
        Resources = new Dictionary<string, Resource>(StringComparer.Ordinal);
        foreach (var resource in request.Document.Resources)
        {
            Resources.TryAdd(resource.Name, resource);
        }
    }

    public EditionRequest Request { get; }

    public Locale Locale { get; }

    public string Language => Request.Document.Metadata.Language;

    public Annotations Annotations { get; }

    public NoteMarks Notes { get; }

    public Revisions Revisions { get; }

    public CommentsPart Comments { get; } = new();

    public NumberingPart Numbering { get; } = new();

    public CharacterLooks Looks { get; } = new();

    public Dictionary<string, Resource> Resources { get; }

    /// <summary>What the text is written in.</summary>
    public WrittenCharacters Characters { get; } = new();

    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>The pictures, each once, in the order of their first use.</summary>
    public List<(string Part, PartContent Content)> Pictures { get; } = [];

    /// <summary>The files of pictures by the names that the statement gives them.</summary>
    public List<(string Part, Resource Resource)> UsedResources { get; } = [];

    /// <summary>The anchors of the statement with the bookmarks they became.</summary>
    public IEnumerable<KeyValuePair<string, string>> Bookmarks => _bookmarks;

    /// <summary>The styles of code, by programming language, in the order of their first use.</summary>
    public IReadOnlyList<(string Language, string Style)> CodeStyles => _codeStyles;

    /// <summary>Ids of the paragraph styles that the text uses.</summary>
    public HashSet<string> UsedStyles { get; } = new(StringComparer.Ordinal);

    /// <summary>The alignments of the columns of each table, in the order of the text.</summary>
    public List<ValueList<TableColumn>> Tables { get; } = [];

    /// <summary>An id for a bookmark or revision, unique in the file.</summary>
    public long NextId() => ++_ids;

    /// <summary>An id for a drawing, unique in the file.</summary>
    public long NextDrawing() => ++_drawings;

    /// <summary>The name of the part that holds a picture.</summary>
    /// <param name="resource">The picture.</param>
    /// <param name="extension">The extension of the part's name.</param>
    public string PartOf(Resource resource, string extension)
    {
        if (!_resourceParts.TryGetValue(resource.Name, out var part))
        {
            part = $"media/image{_resourceParts.Count + 1}.{extension}";
            _resourceParts.Add(resource.Name, part);
            Pictures.Add((part, PartContent.Of(resource.Content.AsSpan())));
            if (ReferenceEquals(Resources.GetValueOrDefault(resource.Name), resource))
            {
                UsedResources.Add((part, resource));
            }
        }

        return part;
    }

    /// <summary>An image of an SVG file, drawn once; null if it is no SVG file or not a safe one.</summary>
    public (float Width, float Height, byte[] Png)? RasterOf(Resource resource)
    {
        if (!_rasters.TryGetValue(resource.Name, out var image))
        {
            image = SvgImage.Of(resource.Content.AsSpan());
            _rasters.Add(resource.Name, image);
        }

        return image;
    }

    /// <summary>The bookmark of an anchor: at most 40 letters, digits and underscores, of which the first is a letter (17.13.6.2).</summary>
    public string BookmarkOf(string id)
    {
        if (_bookmarks.TryGetValue(id, out var known))
        {
            return known;
        }

        const int Longest = 34;
        var name = "h_" + string.Concat(id.Take(Longest - 2).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        var unique = name;
        for (var i = 2; !_bookmarkNames.Add(unique); i++)
        {
            unique = $"{name}_{i}";
        }

        _bookmarks.Add(id, unique);
        return unique;
    }

    /// <summary>The id of the style of code in a language.</summary>
    public string CodeStyleOf(string language)
    {
        var known = _codeStyles.Find(style => style.Language == language).Style;
        if (known is null)
        {
            var name = WordStyle.CodePrefix + string.Concat(language.Take(30).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '#' ? c : '-'));
            known = name;
            for (var i = 2; known == "Code Character" || _codeStyles.Exists(style => string.Equals(style.Style, known, StringComparison.OrdinalIgnoreCase)); i++)
            {
                known = $"{name}-{i}";
            }

            _codeStyles.Add((language, known));
        }

        return CharacterLook.IdOf(known);
    }
}
