using Publisher.Model;
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
    private readonly Dictionary<string, string> _statedIds = new(StringComparer.Ordinal);
    private readonly string[] _footnoteNumbers;
    private readonly string? _footnotes;
    private readonly string? _endnotes;

    public Notes(Reading reading)
    {
        _reading = reading;
        _footnotes = reading.PartOf("footnotes");
        _endnotes = reading.PartOf("endnotes");
        Add(_footnotes, "w:footnote", isEndnote: false);
        _footnoteNumbers = [.. _notes.Keys.Select(key => key.Number)];
        Add(_endnotes, "w:endnote", isEndnote: true);

        // Programs number notes anew when they save, but keep their order; names are kept unless notes were added or deleted.
        if (reading.Facts is { } facts && facts.Notes.Count == _footnoteNumbers.Length)
        {
            for (var i = 0; i < _footnoteNumbers.Length; i++)
            {
                _statedIds.Add(_footnoteNumbers[i], facts.Notes.GetValueOrDefault(Reading.Figures(i + 1), ""));
            }
        }
    }

    /// <summary>The id of the note that has a number in our edition; null if it cannot be known.</summary>
    public string? ReferAgain(string number) =>
        int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var at)
        && at >= 1 && at <= _footnoteNumbers.Length && _statedIds.Count > 0
            ? Refer(isEndnote: false, _footnoteNumbers[at - 1])
            : null;

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
            id = isEndnote ? null : _statedIds.GetValueOrDefault(number);
            for (var i = _order.Count; string.IsNullOrEmpty(id) || !_taken.Add(id); i++)
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
