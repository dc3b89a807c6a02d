using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Diagnostics;
using Publisher.Sources.Docx.Package;

namespace Publisher.Sources.Docx.Flow;

/// <summary>The foot- and endnotes (ECMA-376-1, 17.11), in the order in which the text refers to them.</summary>
internal sealed class Notes
{
    private readonly Reading _reading;
    private readonly Dictionary<(bool IsEndnote, string Number), Element> _notes = [];
    private readonly Dictionary<(bool IsEndnote, string Number), string> _ids = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly List<(bool IsEndnote, string Number)> _order = [];
    private readonly HashSet<(bool IsEndnote, string Number)> _left = [];
    private readonly string? _footnotes;
    private readonly string? _endnotes;

    public Notes(Reading reading)
    {
        _reading = reading;
        _footnotes = reading.PartOf("footnotes");
        _endnotes = reading.PartOf("endnotes");
        Add(_footnotes, "w:footnote", isEndnote: false);
        Add(_endnotes, "w:endnote", isEndnote: true);
    }

    /// <summary>The id of a note that the text refers to; null if there is no such note.</summary>
    public string? Refer(bool isEndnote, string number)
    {
        var key = (isEndnote, number);
        if (!_notes.ContainsKey(key))
        {
            return null;
        }

        if (!_ids.TryGetValue(key, out var id))
        {
            _order.Add(key);
            id = isEndnote ? null : _reading.Facts?.Notes.GetValueOrDefault(number);
            for (var i = _order.Count; id is null || !_taken.Add(id); i++)
            {
                id = Reading.Figures(i);
            }

            _ids.Add(key, id);
        }

        return id;
    }

    /// <summary>Notes that a deletion took out of the text.</summary>
    public void Leave(bool isEndnote, string number) => _left.Add((isEndnote, number));

    /// <summary>Reads the notes; their text may refer to further ones.</summary>
    public ValueList<Footnote> Read()
    {
        var read = new List<Footnote>();
        ReadReferred(read);
        foreach (var key in _notes.Keys.Where(key => !_ids.ContainsKey(key) && !_left.Contains(key)).ToArray())
        {
            var place = _reading.Here(0);
            Refer(key.IsEndnote, key.Number);
            ReadReferred(read);
            _reading.Report(DiagnosticCode.FootnoteUnmatched, DiagnosticSeverity.Warning, place, "Nothing in the text refers to a note; it stands behind the others.", "Insert it in Word where it belongs.");
        }

        return read.ToValueList();
    }

    private void ReadReferred(List<Footnote> read)
    {
        for (var i = read.Count; i < _order.Count; i++)
        {
            var key = _order[i];
            var part = key.IsEndnote ? _endnotes! : _footnotes!;
            var start = _reading.Here(0);
            var blocks = new StoryReader(_reading, _reading.Package.RelationshipsOf(part)).Read(_notes[key]);
            read.Add(new Footnote(_ids[key], blocks) { Span = start });
        }
    }

    private void Add(string? part, string name, bool isEndnote)
    {
        foreach (var note in _reading.Package.Read(part)?.Children(name) ?? [])
        {
            if (note["w:type"] is null or "normal" && note["w:id"] is { } number)
            {
                _notes.TryAdd((isEndnote, number), note);
            }
        }
    }
}
