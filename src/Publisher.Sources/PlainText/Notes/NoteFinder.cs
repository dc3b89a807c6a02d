using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Notes;

/// <summary>
/// Finds footnotes. Every form of labels is tried with every form of marks, counted through the text or anew on each page; the row of
/// notes that its marks prove best is taken, if it is likelier than that the numbers are those of a list, years or figures.
/// </summary>
internal sealed class NoteFinder
{
    // Marks in brackets seldom answer labels that stand bare: such a label begins an item that the author refers to.
    private static readonly (MarkForm Marks, LabelForm[] Labels)[] Forms =
    [
        (MarkForm.Figure, [LabelForm.Figure, LabelForm.Raised, LabelForm.Brackets, LabelForm.FullStop, LabelForm.Parenthesis, LabelForm.Parentheses]),
        (MarkForm.Raised, [LabelForm.Raised, LabelForm.Figure, LabelForm.Brackets, LabelForm.FullStop, LabelForm.Parenthesis, LabelForm.Parentheses]),
        (MarkForm.Brackets, [LabelForm.Brackets, LabelForm.FullStop, LabelForm.Parenthesis, LabelForm.Parentheses, LabelForm.Figure]),
        (MarkForm.Parentheses, [LabelForm.Parentheses, LabelForm.Parenthesis]),
    ];

    // Marks for so many notes may stand in the right order by chance.
    private const int ShortRow = 2;

    // Each costs a look through the text.
    private const int MostLooks = 20;

    private readonly string _text;
    private readonly List<TextLine> _lines;
    private readonly List<NoteDraft> _notes = [];
    private readonly List<NoteMark> _marks = [];

    private NoteFinder(string text, List<TextLine> lines)
    {
        _text = text;
        _lines = lines;
    }

    /// <summary>Finds notes and marks; gives their lines their role.</summary>
    public static (List<NoteDraft> Notes, List<NoteMark> Marks) Find(string text, List<TextLine> lines)
    {
        var finder = new NoteFinder(text, lines);
        finder.Take(Forms);

        // Asterisks may stand beside numbers, for a note of another kind.
        finder.Take([(MarkForm.Sign, [LabelForm.Sign])]);
        return (finder._notes, finder._marks);
    }

    private void Take((MarkForm Marks, LabelForm[] Labels)[] forms)
    {
        var labels = new NoteLabels(_text, _lines);
        if (!forms.SelectMany(form => form.Labels).Any(labels.HasFirst))
        {
            return;
        }

        var candidates = new MarkCandidates(_text, _lines);
        NoteRow? best = null;
        foreach (var (marks, form) in forms.SelectMany(form => form.Labels.Select(label => (form.Marks, label))))
        {
            if (!labels.HasFirst(form) || (marks != MarkForm.Sign && candidates.Of(marks, 1).IsEmpty))
            {
                continue;
            }

            foreach (var (strongOnly, beginsAnew) in new[] { (true, false), (false, false), (true, true) })
            {
                if ((marks == MarkForm.Sign && !beginsAnew) || (beginsAnew && marks != MarkForm.Sign && _lines[^1].Page == 0))
                {
                    continue;
                }

                var row = new NoteRowFinder(_text, _lines, labels, candidates, form, marks, strongOnly, beginsAnew).Find();
                if (row.Notes.Count > 0 && IsProved(row, form, marks) && row.Score > (best?.Score ?? 0) + 1e-9)
                {
                    best = row;
                }
            }
        }

        if (best is not null)
        {
            Take(best);
        }
    }

    /// <summary>
    /// True if the marks are proof enough. Labels that lists have too want marks that are hardly anything else; bare
    /// figures are content with figures between words if there are many in the right order, and answer brackets if all of many do.
    /// </summary>
    private static bool IsProved(NoteRow row, LabelForm form, MarkForm marks)
    {
        var count = row.Notes.Count;
        var strong = row.Marks.Count(mark => mark is { Score: >= MarkScores.Strong });
        return form switch
        {
            LabelForm.FullStop or LabelForm.Parenthesis or LabelForm.Parentheses => strong * 3 >= count * 2,
            LabelForm.Sign => strong == count,
            LabelForm.Figure when marks == MarkForm.Brackets => count > ShortRow && strong == count,
            _ => strong > 0 || (count > ShortRow
                ? row.Marks.Count(mark => mark is not null) * 4 >= count * 3
                : row.Marks.Sum(mark => mark?.Score ?? MarkScores.Missing) >= count * MarkScores.FairOnAverage),
        };
    }

    private void Take(NoteRow row)
    {
        DropDoubtful(row);
        var places = InsertLines(row);
        for (var k = 0; k < row.Notes.Count; k++)
        {
            var note = row.Notes[k];
            var draft = new NoteDraft((_notes.Count + 1).ToString(), note.Label.Start, note.Label.Length, row.Marks[k] is not null);
            foreach (var (line, start, _) in note.Parts)
            {
                var at = places[line];
                while (at + 1 < _lines.Count && _lines[at + 1].Start > _lines[at].Start && _lines[at + 1].Start <= start)
                {
                    at++;
                }

                draft.Lines.Add(at);
            }

            _notes.Add(draft);
            if (row.Marks[k] is { } mark)
            {
                _marks.Add(MarkOf(mark, draft.Id, places[mark.Line]));
            }
        }

        foreach (var mark in _marks.Where(mark => mark.IsAlone))
        {
            _lines[mark.Line].Role = LineRole.NoteMark;
        }
    }

    private NoteMark MarkOf(MarkCandidate mark, string id, int line)
    {
        var isAlone = mark.Start == _lines[line].Start && mark.Start + mark.Length == _lines[line].End;
        var owner = isAlone ? line - 1 : line;
        while (isAlone && owner >= 0 && _lines[owner].Role != LineRole.Flow)
        {
            owner--;
        }

        return new NoteMark(id, mark.Start, mark.Length) { Line = line, IsAlone = isAlone, Owner = owner };
    }

    /// <summary>The last figures of a number are a mark only if the text holds the number without them too.</summary>
    private void DropDoubtful(NoteRow row)
    {
        var looks = 0;
        for (var k = 0; k < row.Marks.Length; k++)
        {
            if (row.Marks[k] is { Score: <= MarkScores.BehindFigures } mark && (looks++ >= MostLooks || !HoldsNumberBefore(mark)))
            {
                row.Marks[k] = null;
            }
        }
    }

    private bool HoldsNumberBefore(MarkCandidate mark)
    {
        var start = mark.Start;
        while (start > 0 && char.IsAsciiDigit(_text[start - 1]))
        {
            start--;
        }

        var number = _text.AsSpan(start, mark.Start - start);
        for (var at = 0; number.Length > 2;)
        {
            var found = _text.AsSpan(at).IndexOf(number);
            if (found < 0)
            {
                return false;
            }

            at += found + number.Length;
            if (at != mark.Start && (at == _text.Length || !char.IsAsciiDigit(_text[at])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Gives the lines of the notes their role and bounds; the second note on a line gets a line of its own. Returns where each line
    /// stands now.
    /// </summary>
    private int[] InsertLines(NoteRow row)
    {
        var parts = row.Notes.SelectMany(note => note.Parts).ToList();
        var inserted = new Dictionary<int, List<TextLine>>();
        foreach (var note in row.Notes)
        {
            // Nothing is left of a label that stood alone.
            var line = _lines[note.Label.Line];
            if (note.Label.Start == line.Start && !(note.Parts is [var part, ..] && part.Line == note.Label.Line))
            {
                line.Role = LineRole.Note;
                line.Start = line.End;
            }
        }

        foreach (var (i, start, end) in parts)
        {
            var line = _lines[i];
            if (line.Role != LineRole.Note)
            {
                line.Role = LineRole.Note;
                (line.Start, line.End) = (start, end);
            }
            else
            {
                var second = new TextLine { Start = start, End = end, Indent = line.Indent, Trailing = line.Trailing, Space = 0, Page = line.Page, Role = LineRole.Note };
                (inserted.TryGetValue(i, out var others) ? others : inserted[i] = []).Add(second);
            }
        }

        foreach (var (i, label) in row.Divided)
        {
            _lines[i].End = label;
            _lines[i].DividesWord = true;
        }

        foreach (var i in row.Rules)
        {
            _lines[i].Role = LineRole.Mark;
        }

        return Insert(inserted);
    }

    private int[] Insert(Dictionary<int, List<TextLine>> inserted)
    {
        var places = new int[_lines.Count];
        var all = new List<TextLine>(_lines.Count);
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = all.Count;
            all.Add(_lines[i]);
            if (inserted.TryGetValue(i, out var others))
            {
                all.AddRange(others);
            }
        }

        if (inserted.Count > 0)
        {
            _lines.Clear();
            _lines.AddRange(all);
            _notes.ForEach(note => note.MoveTo(places));
            _marks.ForEach(mark => mark.MoveTo(places));
        }

        return places;
    }
}
