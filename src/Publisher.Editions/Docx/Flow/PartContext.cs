using Publisher.Editions.Docx.Package;

namespace Publisher.Editions.Docx.Flow;

/// <summary>What writing one part needs and collects: its text and its relationships.</summary>
internal sealed class PartContext : IDisposable
{
    // Ids below this are the main part's own.
    private const int FirstId = 100;

    private readonly Dictionary<(string Type, string Target), string> _ids = [];
    private readonly List<Relationship> _relationships = [];

    public PartContext(FileContext file)
    {
        File = file;
        Xml = new PartWriter(file.Characters);
    }

    public FileContext File { get; }

    public PartWriter Xml { get; }

    /// <summary>True where marks of notes may stand: in the text, not in headers and notes.</summary>
    public bool HoldsNoteMarks { get; init; }

    /// <summary>True where the statement's words stand; false for the template's.</summary>
    public bool IsStatement { get; init; }

    public IReadOnlyList<Relationship> Relationships => _relationships;

    /// <summary>The id of a relationship to an address outside.</summary>
    public string LinkTo(string address) => Relate("hyperlink", address, isExternal: true);

    /// <summary>The id of a relationship to an image.</summary>
    public string ImageAt(string partName) => Relate("image", partName, isExternal: false);

    /// <inheritdoc/>
    public void Dispose() => Xml.Dispose();

    private string Relate(string type, string target, bool isExternal)
    {
        if (!_ids.TryGetValue((type, target), out var id))
        {
            id = $"rId{FirstId + _relationships.Count}";
            _ids.Add((type, target), id);
            _relationships.Add(new Relationship(id, Relationship.Office + type, target, isExternal));
        }

        return id;
    }
}
