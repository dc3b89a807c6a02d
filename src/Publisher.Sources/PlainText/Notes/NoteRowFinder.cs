using System.Buffers;
using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Notes;

/// <summary>
/// Finds the notes of a text as one form of labels and one form of marks would have it: labelled lines at the foot of a page, or at the
/// end of the text, whose numbers go on counting. Lines become notes only if the first of them has a mark in the text above.
/// </summary>
internal sealed class NoteRowFinder
{
    // Notes are short; what is longer on average is a numbered text.
    private const int LongestNote = 12;

    // A page that looks so often as if notes began is a row of figures; each look costs a page.
    private const int MostRejected = 50;

    // So many figures inside notes are passed over in search of a mark, to stay linear.
    private const int MostPlaces = 500;

    // How many lines of a note that goes on from the page before are looked for.
    private const int LongestContinuation = 8;

    // So many lines above the notes tell how long lines are on average.
    private const int LinesAbove = 12;

    // What rules are drawn with.
    private static readonly SearchValues<char> Rules = SearchValues.Create("_-–—―─━=* ");

    private readonly string _text;
    private readonly List<TextLine> _lines;
    private readonly NoteLabels _labels;
    private readonly MarkCandidates _candidates;
    private readonly LabelForm _form;
    private readonly MarkForm _marks;
    private readonly bool _strongOnly;
    private readonly bool _beginsAnew;
    private readonly bool[] _taken;
    private readonly HashSet<int> _marked = [];
    private readonly NoteRow _row = new();

    private int _expected = 1;

    // The first line of the page.
    private int _first;

    // Where the search for the next mark begins: marks count up in the order of the text.
    private int _from;

    /// <summary>Sets up the search.</summary>
    /// <param name="text">The clean text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="labels">What they begin with.</param>
    /// <param name="candidates">Places that may be marks.</param>
    /// <param name="form">The form of the labels.</param>
    /// <param name="marks">The form of the marks.</param>
    /// <param name="strongOnly">True if only a mark that speaks for itself announces notes.</param>
    /// <param name="beginsAnew">True if each page counts its notes from 1.</param>
    public NoteRowFinder(string text, List<TextLine> lines, NoteLabels labels, MarkCandidates candidates, LabelForm form, MarkForm marks, bool strongOnly, bool beginsAnew)
    {
        (_text, _lines, _labels, _candidates) = (text, lines, labels, candidates);
        (_form, _marks, _strongOnly, _beginsAnew) = (form, marks, strongOnly, beginsAnew);
        _taken = new bool[lines.Count];
    }

    /// <summary>The notes, with the likeliest marks.</summary>
    public NoteRow Find()
    {
        for (var first = 0; first < _lines.Count;)
        {
            var last = first;
            while (last + 1 < _lines.Count && _lines[last + 1].Page == _lines[first].Page)
            {
                last++;
            }

            TakePage(first, last);
            first = last + 1;
        }

        ChooseMarks();
        return _row;
    }

    private void ChooseMarks()
    {
        var options = new List<MarkCandidate[]>(_row.Notes.Count);
        var (page, from) = (-1, 0);
        foreach (var note in _row.Notes)
        {
            if (_beginsAnew && note.Page != page)
            {
                page = note.Page;
                from = _lines[note.Top].Start;
            }

            var places = _candidates.Between(_marks, note.Label.Number, from, note.Label.Start);
            options.Add([.. places.ToArray().Where(place => !_taken[place.Line])]);
        }

        _row.Marks = MarkChain.Choose(options, (k, place) => _lines[place.Line].Page == _row.Notes[k].Page, out var score);
        _row.Score = score;
    }

    private void TakePage(int first, int last)
    {
        _first = first;
        if (_beginsAnew)
        {
            _expected = 1;
            _from = _lines[first].Start;
        }

        TakeContinuation(first, last);
        var rejected = 0;
        for (var i = first; i <= last; i++)
        {
            if (!IsFree(i))
            {
                continue;
            }

            if (IsGluedLabel(i, last))
            {
                i = TakeGlued(i, last);
                continue;
            }

            if (_labels.Of(i, _form) is not { } label || label.Number != _expected || FirstMark(_expected, _lines[i].Start) is null
                || GoesOnCounting(i, first) || BeginsAgain(i, last))
            {
                continue;
            }

            var end = ZoneEnd(i, last, _expected);
            if (!IsZone(i, end))
            {
                if (++rejected == MostRejected)
                {
                    return;
                }

                continue;
            }

            TakeZone(first, i, end);
            i = end;
        }
    }

    private bool IsFree(int i) => _lines[i].Role == LineRole.Flow && !_taken[i];

    private ReadOnlySpan<char> Words(int i) => _lines[i].In(_text);

    private bool IsLabel(int i, int number) => IsFree(i) && _labels.Of(i, _form) is { } label && label.Number == number;

    private bool IsBullet(int i) => _labels.Of(i, _form) is null && ListMarks.IsMarkAlone(Words(i));

    /// <summary>The first place that may be the mark of a note, one that speaks for itself if there is any.</summary>
    private MarkCandidate? FirstMark(int number, int before)
    {
        var strong = FirstFree(_candidates.StrongBetween(_marks, number, _from, before));
        return strong ?? (_strongOnly ? null : FirstFree(_candidates.Between(_marks, number, _from, before)));
    }

    private MarkCandidate? FirstFree(ReadOnlySpan<MarkCandidate> places)
    {
        foreach (var place in places[..Math.Min(places.Length, MostPlaces)])
        {
            if (!_taken[place.Line])
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>
    /// Some extractions take the hyphen at the end of a page for the end of a word that goes on with the label of the first note:
    /// "transpar1" for "transpar-" and "1". True where a note stands below such a line and the next page goes on with a small letter.
    /// </summary>
    private bool IsGluedLabel(int i, int last) =>
        i < last && _lines[i + 1].Role == LineRole.Flow && _lines[i + 1].Space > 0 && EndsWithLabel(i, _expected)
        && NextPageGoesOn(last) && FirstMark(_expected, _lines[i].Start) is not null;

    private bool EndsWithLabel(int i, int number)
    {
        if (_form != LabelForm.Figure || !char.IsAsciiDigit(_text[_lines[i].End - 1]))
        {
            return false;
        }

        var line = Words(i);
        var digits = number.ToString();
        return line.EndsWith(digits) && line.Length > digits.Length + 1 && char.IsLower(line[^(digits.Length + 1)]);
    }

    private NoteLabel LabelAtEnd(int i)
    {
        var length = _expected.ToString().Length;
        return new NoteLabel(_expected, i, _lines[i].End - length, length);
    }

    private bool NextPageGoesOn(int last)
    {
        for (var i = last + 1; i < _lines.Count && i < last + LongestContinuation; i++)
        {
            if (_lines[i].Role == LineRole.Flow)
            {
                return LineWords.Start(Words(i)) == LineStart.Lower;
            }
        }

        return false;
    }

    private int TakeGlued(int i, int last)
    {
        var end = ZoneEnd(i, last, _expected);
        var label = LabelAtEnd(i);
        _row.Divided.Add(i, label.Start);
        Begin(label, i);
        TakeLines(i + 1, end);
        return end;
    }

    /// <summary>
    /// True if the numbers begin again a little below: of two rows the last is that of the notes, since programs print notes behind
    /// all else; the first is a list of the author's.
    /// </summary>
    private bool BeginsAgain(int i, int last)
    {
        var counted = _expected;
        for (var k = i + 1; k <= last && k < i + LongestNote + LongestNote; k++)
        {
            if (!IsFree(k) || _labels.Of(k, _form) is not { } label)
            {
                continue;
            }

            if (label.Number == _expected && (counted > _expected || _form == LabelForm.Sign))
            {
                return true;
            }

            counted = label.Number == counted + 1 ? label.Number : counted;
        }

        return false;
    }

    /// <summary>True if a line goes on counting from one above it that is no note: then both belong to a list of their own.</summary>
    private bool GoesOnCounting(int i, int first)
    {
        for (var k = i - 1; k >= first && k > i - LongestNote && _expected > 1; k--)
        {
            if (IsFree(k) && !_marked.Contains(k) && _labels.Of(k, _form) is { } label && label.Number < _expected)
            {
                return label.Number == _expected - 1;
            }
        }

        return false;
    }

    /// <summary>
    /// The last line of the notes that begin at a line. They end before text that holds the mark of a later note, and where one of them
    /// ends, if much stands between it and the next, or below the last.
    /// </summary>
    private int ZoneEnd(int start, int last, int number)
    {
        var at = start;
        for (var i = start + 1; i <= last; i++)
        {
            if (!IsLabel(i, number + 1))
            {
                continue;
            }

            if (i - at > LongestNote || (FirstMark(number + 1, _lines[start].Start) is null && FirstMark(number + 1, _lines[i].Start) is not null))
            {
                return NoteEnd(at, i - 1);
            }

            at = i;
            number++;
        }

        return last - at > LongestNote ? NoteEnd(at, last) : last;
    }

    /// <summary>
    /// The first line at which a note may end: with a sentence or an address, while the next line begins anew, or goes on with the
    /// sentence that the note broke off.
    /// </summary>
    private int NoteEnd(int start, int last)
    {
        var breaksOff = start > 0 && !LineWords.EndsSentence(Words(start - 1));
        for (var i = start; i < last; i++)
        {
            if (_lines[i + 1].Role == LineRole.Flow && (IsClosed(i) || _lines[i + 1].Space > _lines[i].Space + 1) && (breaksOff || LineWords.Start(Words(i + 1)) is not LineStart.Lower))
            {
                return i;
            }
        }

        return last;
    }

    private bool IsClosed(int i) => IsClosed(Words(i));

    private static bool IsClosed(ReadOnlySpan<char> line) =>
        LineWords.End(line) == LineEnd.Sentence || LineWords.LastWord(line).Contains("://", StringComparison.Ordinal);

    /// <summary>A zone holds little else than notes: every label in it is the next number, or none at all.</summary>
    private bool IsZone(int start, int last)
    {
        int notes = 0, lines = 0;
        for (var i = start; i <= last; i++)
        {
            if (!IsFree(i) || IsBullet(i))
            {
                continue;
            }

            lines++;
            notes += IsLabel(i, _expected + notes) ? 1 : 0;
        }

        return lines <= notes * LongestNote;
    }

    private void TakeZone(int first, int start, int end)
    {
        var rows = LabelsBehind(start, end);
        var top = rows is null ? start : rows.Top(first);
        var from = Continuation(first, top);
        TakeRule(first, from);
        for (var k = from; k < top; k++)
        {
            Add(k, _lines[k].Start);
        }

        if (rows is null)
        {
            TakeLines(start, end);
        }
        else
        {
            rows.Take(top);
        }
    }

    /// <summary>Labels of which some stand behind their notes; null if none does.</summary>
    private LooseLabels? LabelsBehind(int start, int end)
    {
        var labels = new List<int>();
        var isBehind = false;
        for (var i = start; i <= end; i++)
        {
            if (IsLabel(i, _expected + labels.Count))
            {
                labels.Add(i);
                isBehind |= _labels.Of(i, _form)!.Value.Length == Words(i).Length && i > 0 && _lines[i].Space == 0 && (i == end || _lines[i + 1].Space > 0 || _lines[i + 1].Page != _lines[i].Page);
            }
        }

        var bottom = end;
        while (bottom > start && (!IsFree(bottom) || IsBullet(bottom)))
        {
            bottom--;
        }

        // The word that a page end divides takes the place of a hyphen, and the label of its note with it: "re5".
        if (bottom > labels[^1] && EndsWithLabel(bottom, _expected + labels.Count) && FirstMark(_expected + labels.Count, _lines[start].Start) is not null)
        {
            labels.Add(bottom);
            isBehind = true;
        }

        return isBehind ? new LooseLabels(this, labels, end) : null;
    }

    private void TakeLines(int start, int last)
    {
        for (var i = start; i <= last; i++)
        {
            if (!IsFree(i) || (i > start && IsBullet(i)))
            {
                continue;
            }

            if (IsLabel(i, _expected))
            {
                TakeLabel(i);
            }
            else
            {
                Add(i, _lines[i].Start);
            }
        }
    }

    /// <summary>Begins a note with the label of a line, and gives it what stands behind the label.</summary>
    private void TakeLabel(int i)
    {
        var length = _labels.Of(i, _form)!.Value.Length;
        Begin(new NoteLabel(_expected, i, _lines[i].Start, length), i);
        _taken[i] = true;
        Add(i, AfterBlanks(_lines[i].Start + length, _lines[i].End));
    }

    private int AfterBlanks(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_text[start]))
        {
            start++;
        }

        return start;
    }

    private void Begin(NoteLabel label, int line)
    {
        if (FirstMark(_expected, label.Start) is { } mark)
        {
            _from = mark.Start + mark.Length;
            _marked.Add(mark.Line);
        }

        _row.Notes.Add(new NoteRow.Note(label, _lines[line].Page, _first));
        _expected++;
    }

    /// <summary>Gives a line, from an offset on, to the last note; what follows the label of another note on the line is that one's.</summary>
    private void Add(int i, int start)
    {
        _taken[i] = true;
        while (start < _lines[i].End)
        {
            var next = LabelInside(i, start);
            var end = next?.Start ?? _row.Divided.GetValueOrDefault(i, _lines[i].End);
            while (end > start && char.IsWhiteSpace(_text[end - 1]))
            {
                end--;
            }

            _row.Notes[^1].Parts.Add((i, start, end));
            if (next is not { } label)
            {
                return;
            }

            Begin(label, i);
            start = AfterBlanks(label.Start + label.Length, _lines[i].End);
        }
    }

    /// <summary>The label of the next note further on in a line: set off by much space, or behind a sentence or an address.</summary>
    private NoteLabel? LabelInside(int i, int start)
    {
        var line = _text.AsSpan(start, _lines[i].End - start);
        var wanted = _expected.ToString();
        for (var at = 2; at < line.Length; at++)
        {
            if (!char.IsWhiteSpace(line[at - 1]) || NoteLabel.Read(line[at..]) is not { } label || label.Form != _form || label.Number != _expected
                || at + label.Length >= line.Length || FirstMark(_expected, _lines[i].Start) is not { Score: >= MarkScores.Strong })
            {
                continue;
            }

            var before = line[..at].TrimEnd();
            var isSetOff = at - before.Length > 1 || _form is LabelForm.Brackets or LabelForm.Raised || IsClosed(before);
            var following = line[(at + label.Length)..].TrimStart();
            if (before.Length > 0 && isSetOff && LineWords.Start(following) != LineStart.Lower)
            {
                return new NoteLabel(_expected, i, start + at, label.Length);
            }
        }

        return null;
    }

    /// <summary>
    /// The first line of what continues the last note of the page before: lines right above the first label, set off from the text,
    /// if that note breaks off.
    /// </summary>
    private int Continuation(int first, int label)
    {
        if (_beginsAnew && _row.Notes.Count > 0 && _row.Notes[^1].Page == _lines[label].Page || !IsLastNoteOpen())
        {
            return label;
        }

        for (var i = label - 1; i > first + 1 && i > label - LongestContinuation; i--)
        {
            if (!IsFree(i) || _lines[i - 1].Role != LineRole.Flow)
            {
                return label;
            }

            if (_lines[i].Space > 0)
            {
                return LineWords.Start(Words(i)) == LineStart.Lower ? i : label;
            }
        }

        return label;
    }

    private bool IsLastNoteOpen() =>
        _row.Notes.Count > 0 && _row.Notes[^1].Parts is [.., var (_, start, end)] && !IsClosed(_text.AsSpan(start, end - start));

    /// <summary>
    /// Notes at the end of a text that a page end divides: where the last note breaks off, the text above the notes had come to an
    /// end, and the new page begins inside a sentence, it begins with the rest of that note.
    /// </summary>
    private void TakeContinuation(int first, int last)
    {
        if (first == 0 || !IsLastNoteOpen() || !IsTextClosed(first))
        {
            return;
        }

        var top = first;
        while (top <= last && _lines[top].Role != LineRole.Flow)
        {
            top++;
        }

        for (var i = top; i <= last && i < top + LongestContinuation && IsFree(i); i++)
        {
            if (i == top ? LineWords.Start(Words(i)) != LineStart.Lower : IsLabel(i, _expected) || (IsClosed(i - 1) && LineWords.Start(Words(i)) != LineStart.Lower))
            {
                return;
            }

            Add(i, _lines[i].Start);
        }
    }

    /// <summary>True if the page before ends with the last note, and the text above its notes with a sentence or a short line.</summary>
    private bool IsTextClosed(int first)
    {
        var i = first - 1;
        while (i >= 0 && _lines[i].Role != LineRole.Flow)
        {
            i--;
        }

        if (i < 0 || !_taken[i])
        {
            return false;
        }

        var page = _lines[i].Page;
        while (i >= 0 && _lines[i].Page == page && (_taken[i] || _lines[i].Role != LineRole.Flow || IsBullet(i)))
        {
            i--;
        }

        if (i < 0 || _lines[i].Page != page)
        {
            return true;
        }

        var (length, count) = (0, 0);
        for (var k = i; k >= 0 && k > i - LinesAbove; k--)
        {
            length += _lines[k].End - _lines[k].Start;
            count++;
        }

        return LineWords.End(Words(i)) switch
        {
            LineEnd.Sentence or LineEnd.Colon => true,
            LineEnd.Word => !_row.Divided.ContainsKey(i) && Words(i).Length * count * 4 < length * 3,
            _ => false,
        };
    }

    /// <summary>A row of strokes right above the notes is the rule that sets them apart.</summary>
    private void TakeRule(int first, int top)
    {
        if (top > first && IsFree(top - 1) && Words(top - 1) is var line && line.Length >= 3 && !line.ContainsAnyExcept(Rules))
        {
            _taken[top - 1] = true;
            _row.Rules.Add(top - 1);
        }
    }

    /// <summary>
    /// Labels that stand alone, some above their notes and some below: an extraction puts the label of a note of several lines below
    /// it. Which is which follows from the end: where nothing is left for a label below it, its note stands above it.
    /// </summary>
    private sealed class LooseLabels
    {
        private readonly NoteRowFinder _finder;
        private readonly List<int> _labels;
        private readonly List<(int First, int Last)>[] _blocks;
        private readonly bool[] _isBehind;

        public LooseLabels(NoteRowFinder finder, List<int> labels, int end)
        {
            (_finder, _labels) = (finder, labels);
            _blocks = new List<(int, int)>[labels.Count];
            _isBehind = new bool[labels.Count + 1];
            for (var k = labels.Count - 1; k >= 0; k--)
            {
                _blocks[k] = BlocksIn(labels[k] + 1, k + 1 == labels.Count ? end : IsGlued(k + 1) ? labels[k + 1] : labels[k + 1] - 1);
                var left = _blocks[k].Count - (_isBehind[k + 1] ? 1 : 0);
                _isBehind[k] = IsGlued(k) || (left <= 0 && _finder._labels.Of(labels[k], _finder._form)!.Value.Length == _finder.Words(labels[k]).Length);
            }
        }

        /// <summary>The first line of the notes.</summary>
        public int Top(int first) => _isBehind[0] ? BlockAbove(_labels[0], first) : _labels[0];

        /// <summary>Gives the lines to their notes.</summary>
        public void Take(int top)
        {
            for (var k = 0; k < _labels.Count; k++)
            {
                if (IsGlued(k))
                {
                    var label = _finder.LabelAtEnd(_labels[k]);
                    _finder._row.Divided.Add(_labels[k], label.Start);
                    _finder.Begin(label, _labels[k]);
                }
                else
                {
                    _finder.TakeLabel(_labels[k]);
                }

                if (_isBehind[k])
                {
                    var (from, to) = k == 0 ? (top, _labels[0] - 1) : _blocks[k - 1].Count > 0 ? _blocks[k - 1][^1] : (0, -1);
                    TakeBlock(from, to);
                }

                var own = _blocks[k].Count - (_isBehind[k + 1] ? 1 : 0);
                for (var b = 0; b < own && !_isBehind[k]; b++)
                {
                    TakeBlock(_blocks[k][b].First, _blocks[k][b].Last);
                }
            }
        }

        /// <summary>True for a label at the end of the last line.</summary>
        private bool IsGlued(int k) => _finder._labels.Of(_labels[k], _finder._form) is null;

        private void TakeBlock(int from, int to)
        {
            for (var i = from; i <= to; i++)
            {
                if (_finder.IsFree(i) && !_finder.IsBullet(i))
                {
                    _finder.Add(i, _finder._lines[i].Start);
                }
            }
        }

        private List<(int First, int Last)> BlocksIn(int from, int to)
        {
            var blocks = new List<(int First, int Last)>();
            for (var i = from; i <= to; i++)
            {
                if (!_finder.IsFree(i) || _finder.IsBullet(i))
                {
                    continue;
                }

                if (blocks.Count > 0 && _finder._lines[i].Space == 0)
                {
                    blocks[^1] = (blocks[^1].First, i);
                }
                else
                {
                    blocks.Add((i, i));
                }
            }

            return blocks;
        }

        /// <summary>Where the note right above its label begins: below space, or where a line begins anew behind the end of the text.</summary>
        private int BlockAbove(int label, int first)
        {
            var fallback = label - 1;
            for (var i = label - 1; i > first && i > label - LongestContinuation && _finder.IsFree(i); i--)
            {
                var start = LineWords.Start(_finder.Words(i));
                var begins = start is LineStart.Upper or LineStart.Opening && !LineWords.IsAddress(_finder.Words(i));
                if (_finder._lines[i].Space > 0 || (begins && _finder.IsClosed(i - 1)))
                {
                    return i;
                }

                fallback = begins && fallback == label - 1 ? i : fallback;
            }

            return fallback;
        }
    }
}
