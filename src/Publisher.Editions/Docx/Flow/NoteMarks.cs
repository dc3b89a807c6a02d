using Publisher.Model;
using Publisher.Model.Inlines;
using Publisher.Model.Words;

namespace Publisher.Editions.Docx.Flow;

/// <summary>
/// The marks of the notes. Word has one mark for each note, in the text only; a further one is a reference to it, and a note without a
/// mark would be lost.
/// </summary>
internal sealed class NoteMarks
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _references = new(StringComparer.Ordinal);
    private readonly HashSet<string> _marked = new(StringComparer.Ordinal);

    public NoteMarks(Document document)
    {
        if (document.Footnotes.IsEmpty)
        {
            return;
        }

        foreach (var note in document.Footnotes)
        {
            _numbers.TryAdd(note.Id, _numbers.Count + 1);
        }

        foreach (var reference in InlineWalk.Of(document).OfType<FootnoteReference>())
        {
            _references[reference.Id] = _references.GetValueOrDefault(reference.Id) + 1;
        }
    }

    /// <summary>Ids of the notes with their numbers from 1.</summary>
    public IEnumerable<KeyValuePair<string, int>> Numbers => _numbers;

    /// <summary>The notes whose mark was not written.</summary>
    public IEnumerable<string> Unmarked => _numbers.Keys.Where(id => !_marked.Contains(id));

    /// <summary>The number of a note, from 1; 0 if there is no such note.</summary>
    public int NumberOf(string id) => _numbers.GetValueOrDefault(id);

    /// <summary>True for the one mark of a note; asking again gives false.</summary>
    public bool TakeMark(string id) => _numbers.ContainsKey(id) && _marked.Add(id);

    /// <summary>How many references to a note the statement has.</summary>
    public int ReferencesTo(string id) => _references.GetValueOrDefault(id);

    /// <summary>The bookmark of a note's mark; Word hides those that begin with an underscore.</summary>
    public static string BookmarkOf(int number) => $"_RefNote{number}";
}
