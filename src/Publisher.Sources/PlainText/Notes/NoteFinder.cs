using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Notes;

/// <summary>
/// Finds footnotes: labelled lines at the foot of a page (or at the end of the text) whose numbers go on counting, together with
/// the marks in the text that they answer. Lines become notes only if the first of them has a mark in the text above.
/// </summary>
internal sealed class NoteFinder
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    // Notes are short; what is longer on average is a numbered text.
    private const int LongestNote = 12;

    // A page that looks so often as if notes began is a row of figures; each look costs a page.
    private const int MostRejected = 50;

    // How far below its mark a note may stand, in lines: more than the longest chapter of a statement, little enough to stay linear.
    private const int FarthestMark = 4000;

    private readonly string _text;
    private readonly List<TextLine> _lines;
    private readonly List<NoteDraft> _notes = [];
    private readonly List<NoteMark> _marks = [];

    // How far below a loose figure a likelier mark may stand, in lines.
    private const int FarthestBetter = 40;

    // Where the search for the next mark begins: marks count up in the order of the text.
    private int _markLine;
    private int _markOffset;

    private NoteFinder(string text, List<TextLine> lines)
    {
        _text = text;
        _lines = lines;
    }

    /// <summary>Finds notes and marks; gives note lines their role.</summary>
    public static (List<NoteDraft> Notes, List<NoteMark> Marks) Find(string text, List<TextLine> lines)
    {
        var finder = new NoteFinder(text, lines);
        finder.Run();
        return (finder._notes, finder._marks);
    }

    private void Run()
    {
        for (var first = 0; first < _lines.Count;)
        {
            var last = first;
            while (last + 1 < _lines.Count && _lines[last + 1].Page == _lines[first].Page)
            {
                last++;
            }

            first = TakeZone(first, last) + 1;
        }
    }

    /// <summary>Takes the notes at the foot of a page; in a text without pages there may be several such places. Returns the last line of the page.</summary>
    private int TakeZone(int first, int last)
    {
        var rejected = 0;
        for (var i = first; i <= last; i++)
        {
            var expected = _notes.Count + 1;
            if (_lines[i].Role != LineRole.Flow)
            {
                continue;
            }

            if (IsGluedLabel(i, last, expected))
            {
                last++;
                CutGluedLabel(i, expected);
                continue;
            }

            if (Label(i) is not { } label || label.Number != expected || FindMark(expected, i) is not { } mark || !SuitsMark(mark, i) || GoesOnCounting(i, first, expected) || BeginsAgain(i, last, expected))
            {
                continue;
            }

            var end = ZoneEnd(i, last, expected);
            if (!IsZone(i, end, expected))
            {
                if (++rejected == MostRejected)
                {
                    break;
                }

                continue;
            }

            var top = Continuation(first, i);
            for (var k = top; k < i; k++)
            {
                Add(k, _notes[^1]);
            }

            TakeNotes(i, end);
            i = end;
        }

        return last;
    }

    /// <summary>
    /// Some extractions take the hyphen at the end of a page for the end of a word that goes on with the label of the first note:
    /// "transpar1" for "transpar-" and "1". True where a note stands below such a line and the next page goes on with a small letter.
    /// </summary>
    private bool IsGluedLabel(int i, int last, int number)
    {
        var line = _lines[i].In(_text);
        var digits = number.ToString();
        return i < last && _lines[i + 1].Role == LineRole.Flow && _lines[i + 1].Space > 0
            && line.EndsWith(digits) && line.Length > digits.Length + 1 && char.IsLetter(line[^(digits.Length + 1)])
            && NextPageGoesOn(last) && FindMark(number, i) is not null;
    }

    private bool NextPageGoesOn(int last)
    {
        for (var i = last + 1; i < _lines.Count && i < last + 8; i++)
        {
            if (_lines[i].Role == LineRole.Flow)
            {
                return LineWords.Start(_lines[i].In(_text)) == LineStart.Lower;
            }
        }

        return false;
    }

    private void CutGluedLabel(int i, int number)
    {
        var line = _lines[i];
        var start = line.End - number.ToString().Length;
        _lines.Insert(i + 1, new TextLine { Start = start, End = line.End, Indent = 0, Trailing = 0, Space = 0, Page = line.Page });
        line.End = start;
        line.DividesWord = true;
    }

    /// <summary>A mark in brackets has its label in brackets too, or set off like the number of a list.</summary>
    private bool SuitsMark(NoteMark mark, int i) => _text[mark.Start] is not ('(' or '[') || _text[_lines[i].Start] is '(' or '[';

    /// <summary>
    /// True if the numbers begin again a little below: of two rows the last is that of the notes, since programs print notes behind
    /// all else; the first is a list of the author's.
    /// </summary>
    private bool BeginsAgain(int i, int last, int number)
    {
        var counted = number;
        for (var k = i + 1; k <= last && k < i + LongestNote + LongestNote; k++)
        {
            if (_lines[k].Role != LineRole.Flow || Label(k) is not { } label)
            {
                continue;
            }

            if (label.Number == number && counted > number)
            {
                return true;
            }

            counted = label.Number == counted + 1 ? label.Number : counted;
        }

        return false;
    }

    /// <summary>True if a line goes on counting from one above it that is no note: then both belong to a list of their own.</summary>
    private bool GoesOnCounting(int i, int first, int number)
    {
        for (var k = i - 1; k >= first && k > i - LongestNote && number > 1; k--)
        {
            if (_lines[k].Role == LineRole.Flow && Label(k) is { } label && label.Number < number)
            {
                return label.Number == number - 1;
            }
        }

        return false;
    }

    /// <summary>
    /// The last line of the notes that begin at a line. They end before text that holds the mark of a later note, and where the last
    /// of them ends, if much stands below it.
    /// </summary>
    private int ZoneEnd(int start, int last, int number)
    {
        var at = start;
        for (var i = start + 1; i <= last; i++)
        {
            if (_lines[i].Role != LineRole.Flow || Label(i) is not { } label || label.Number != number + 1)
            {
                continue;
            }

            if (FindMark(number + 1, start) is null && FindMark(number + 1, i) is not null)
            {
                return NoteEnd(at, i - 1);
            }

            at = i;
            number++;
        }

        return last - at > LongestNote ? NoteEnd(at, last) : last;
    }

    /// <summary>The first line at which a note may end: with a sentence or an address, while the next line begins anew.</summary>
    private int NoteEnd(int start, int last)
    {
        for (var i = start; i < last; i++)
        {
            if (_lines[i + 1].Role != LineRole.Flow)
            {
                continue;
            }

            var line = _lines[i].In(_text);
            var ends = LineWords.End(line) == LineEnd.Sentence || LineWords.LastWord(line).Contains("://", StringComparison.Ordinal) || _lines[i + 1].Space > _lines[i].Space + 1;
            if (ends && LineWords.Start(_lines[i + 1].In(_text)) is not LineStart.Lower)
            {
                return i;
            }
        }

        return last;
    }

    /// <summary>A zone holds little else than notes: every label in it is the next number, or none at all.</summary>
    private bool IsZone(int start, int last, int expected)
    {
        int notes = 0, lines = 0;
        for (var i = start; i <= last; i++)
        {
            if (_lines[i].Role != LineRole.Flow || ListMarks.IsMarkAlone(_lines[i].In(_text)))
            {
                continue;
            }

            lines++;
            if (Label(i) is { } label && label.Number == expected + notes)
            {
                notes++;
            }
        }

        return lines <= notes * LongestNote;
    }

    private void TakeNotes(int start, int last)
    {
        NoteDraft? note = null;
        for (var i = start; i <= last; i++)
        {
            if (_lines[i].Role != LineRole.Flow || (note is not null && ListMarks.IsMarkAlone(_lines[i].In(_text))))
            {
                continue;
            }

            if (Label(i) is { } label && label.Number == _notes.Count + 1)
            {
                var mark = FindMark(label.Number, start);
                note = new NoteDraft(label.Number, _lines[i].Start, label.Length, mark is not null);
                _notes.Add(note);
                if (mark is not null)
                {
                    _marks.Add(mark);
                    Advance(mark);
                }

                _lines[i].Start += label.Length;
                while (_lines[i].Start < _lines[i].End && char.IsWhiteSpace(_text[_lines[i].Start]))
                {
                    _lines[i].Start++;
                }

                _lines[i].Role = LineRole.Note;
                if (_lines[i].Start < _lines[i].End)
                {
                    note.Lines.Add(i);
                }
            }
            else
            {
                Add(i, note!);
            }
        }
    }

    private void Add(int i, NoteDraft note)
    {
        _lines[i].Role = LineRole.Note;
        note.Lines.Add(i);
    }

    /// <summary>
    /// The first line of what continues the last note of the page before: lines right above the first label, set off from the text,
    /// if that note breaks off.
    /// </summary>
    private int Continuation(int first, int label)
    {
        if (_notes.Count == 0 || _notes[^1].Lines.Count == 0)
        {
            return label;
        }

        var end = _lines[_notes[^1].Lines[^1]].In(_text);
        if (LineWords.End(end) is LineEnd.Sentence || LineWords.LastWord(end).Contains("://", StringComparison.Ordinal))
        {
            return label;
        }

        for (var i = label - 1; i > first + 1 && i > label - 8; i--)
        {
            if (_lines[i].Role != LineRole.Flow || _lines[i - 1].Role != LineRole.Flow)
            {
                return label;
            }

            if (_lines[i].Space > 0)
            {
                return LineWords.Start(_lines[i].In(_text)) == LineStart.Lower ? i : label;
            }
        }

        return label;
    }

    /// <summary>The number that a line begins with, if it may label a note.</summary>
    private (int Number, int Length)? Label(int i)
    {
        var line = _lines[i].In(_text);
        if (Superscripts.Contains(line[0]))
        {
            int number = 0, length = 0;
            while (length < line.Length && Superscripts.IndexOf(line[length], StringComparison.Ordinal) is >= 0 and var digit)
            {
                number = Math.Min(number * 10 + digit, 9999);
                length++;
            }

            return (number, length);
        }

        var open = line[0] is '[' or '(' ? 1 : 0;
        var end = open;
        while (end < line.Length && end < open + 4 && char.IsAsciiDigit(line[end]))
        {
            end++;
        }

        if (end == open || end > open + 3 || line[open] == '0')
        {
            return null;
        }

        var value = int.Parse(line[open..end]);
        if (open == 1)
        {
            return end < line.Length && line[end] is ']' or ')' ? (value, end + 1) : null;
        }

        return end == line.Length || char.IsWhiteSpace(line[end]) || char.IsUpper(line[end]) ? (value, end) : null;
    }

    /// <summary>
    /// The mark of a note in the text above it: a figure glued to a word, best; a raised, bracketed or single figure else.
    /// </summary>
    private NoteMark? FindMark(int number, int before)
    {
        var digits = number.ToString();
        NoteMark? loose = null;
        var best = MarkQuality.None;
        for (var i = Math.Max(_markLine, before - FarthestMark); i < before; i++)
        {
            if (_lines[i].Role != LineRole.Flow)
            {
                continue;
            }

            var line = _lines[i].In(_text);
            var from = i == _markLine ? Math.Max(0, _markOffset - _lines[i].Start) : 0;
            for (var at = from; at < line.Length;)
            {
                var found = line[at..].IndexOf(digits, StringComparison.Ordinal);
                if (found < 0)
                {
                    break;
                }

                at += found;
                var quality = Quality(line, at, digits.Length);
                if (quality == MarkQuality.Glued)
                {
                    return new NoteMark(number, i, _lines[i].Start + at, digits.Length);
                }

                if (quality == MarkQuality.Alone)
                {
                    return new NoteMark(number, i, _lines[i].Start + at, digits.Length) { IsAlone = true };
                }

                if (quality == MarkQuality.Bracketed)
                {
                    return new NoteMark(number, i, _lines[i].Start + at - 1, digits.Length + 2);
                }

                if (quality > best)
                {
                    (best, loose) = (quality, new NoteMark(number, i, _lines[i].Start + at, digits.Length));
                }

                at += digits.Length;
            }

            if (loose is not null && loose.Line < i && (i > loose.Line + FarthestBetter || HoldsMark(line, number + 1)))
            {
                // Marks count up: behind the next one there is none for this note.
                return loose;
            }

            if (Raised(line, number) is >= 0 and var raised)
            {
                return new NoteMark(number, i, _lines[i].Start + raised, digits.Length);
            }
        }

        return loose;
    }

    private static bool HoldsMark(ReadOnlySpan<char> line, int number)
    {
        var digits = number.ToString();
        for (var at = line.IndexOf(digits); at >= 0;)
        {
            if (Quality(line, at, digits.Length) >= MarkQuality.LooseAtEnd)
            {
                return true;
            }

            var next = line[(at + digits.Length)..].IndexOf(digits);
            at = next < 0 ? -1 : at + digits.Length + next;
        }

        return false;
    }

    private static int Raised(ReadOnlySpan<char> line, int number)
    {
        Span<char> raised = stackalloc char[4];
        var length = 0;
        foreach (var digit in number.ToString())
        {
            raised[length++] = Superscripts[digit - '0'];
        }

        return line.IndexOf(raised[..length]);
    }

    private static MarkQuality Quality(ReadOnlySpan<char> line, int at, int length)
    {
        var end = at + length;
        if (at == 0 && end == line.Length)
        {
            return MarkQuality.Alone;
        }

        var before = at > 0 ? line[at - 1] : ' ';
        var after = end < line.Length ? line[end] : ' ';
        if (char.IsLetterOrDigit(after) || (after is '.' or ',' or ':' or '/' && end + 1 < line.Length && char.IsLetterOrDigit(line[end + 1])))
        {
            return MarkQuality.None;
        }

        if (before is '(' or '[')
        {
            return after is ')' or ']' && at > 1 ? MarkQuality.Bracketed : MarkQuality.None;
        }

        if (before is '.' or ',' && at > 1 && char.IsAsciiDigit(line[at - 2]))
        {
            return MarkQuality.None;
        }

        if (char.IsLower(before) || before is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '"' or '“' or '”' or '’' or '»' or '‘' or '\'')
        {
            return MarkQuality.Glued;
        }

        // Between capitals and figures only if a word of small letters would not take it for its own, as in "G20".
        if (char.IsUpper(before) || (char.IsAsciiDigit(before) && length == 1 && at > 2 && char.IsUpper(line[at - 2])))
        {
            return at > 2 && char.IsUpper(line[at - 2]) ? MarkQuality.Glued
                : at > 1 && char.IsAsciiDigit(line[at - 2]) ? MarkQuality.Loose
                : MarkQuality.None;
        }

        if (char.IsAsciiDigit(before))
        {
            return end == line.Length && at > 2 ? MarkQuality.BehindFigures : MarkQuality.None;
        }

        return !char.IsWhiteSpace(before) ? MarkQuality.None
            : end == line.Length || after is '.' or ',' or ')' or ';' or ':' || (after == ' ' && end + 1 < line.Length && line[end + 1] is ':' or ';' or '!' or '?' or '»') ? MarkQuality.LooseAtEnd
            : after == ' ' ? MarkQuality.Loose
            : MarkQuality.None;
    }

    private void Advance(NoteMark mark)
    {
        _markLine = mark.Line;
        _markOffset = mark.Start + mark.Length;
    }

    private enum MarkQuality
    {
        None,
        BehindFigures,
        Loose,
        LooseAtEnd,
        Alone,
        Bracketed,
        Glued,
    }
}

/// <summary>A footnote as found.</summary>
/// <param name="Number">Its number in the source.</param>
/// <param name="LabelStart">Offset of its label in the clean text.</param>
/// <param name="LabelLength">Length of the label.</param>
/// <param name="HasMark">True if the text refers to it.</param>
internal sealed record NoteDraft(int Number, int LabelStart, int LabelLength, bool HasMark)
{
    /// <summary>Indices of its lines.</summary>
    public List<int> Lines { get; } = [];

    /// <summary>The id of the note in the document.</summary>
    public string Id => Number.ToString();
}

/// <summary>The mark of a footnote in the text.</summary>
/// <param name="Number">The note's number.</param>
/// <param name="Line">Index of its line.</param>
/// <param name="Start">Offset of the mark in the clean text.</param>
/// <param name="Length">Its length.</param>
internal sealed record NoteMark(int Number, int Line, int Start, int Length)
{
    /// <summary>True if the extraction put the raised figure on a line of its own.</summary>
    public bool IsAlone { get; init; }
}
