using System.Buffers;
using Publisher.Model;
using Publisher.Model.Corrections;
using Publisher.Model.Inlines;
using Publisher.Sources.PlainText.Characters;
using Publisher.Sources.PlainText.Lines;
using Publisher.Sources.PlainText.Notes;
using Publisher.Sources.PlainText.Words;

namespace Publisher.Sources.PlainText.Blocks;

/// <summary>Writes the lines of a block as inlines: joins lines, takes out hyphens that only divide a word, sets note marks and links.</summary>
internal sealed class LineWriter
{
    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create(Enumerable.Range(0, 0x3001).Select(c => (char)c).Where(char.IsWhiteSpace).ToArray());

    private readonly CleanText _text;
    private readonly List<TextLine> _lines;
    private readonly LineEndHyphens _hyphens;
    private readonly Dictionary<int, List<NoteMark>> _marks;
    private readonly int _measure;
    private readonly TypeFace _face;
    private readonly Dictionary<TextLine, int> _indices = [];
    private char[] _run = [];
    private int _length;

    // Where in the text the stretches of the run stand that no blank or hyphen taken out divides.
    private readonly List<(int At, int Place)> _stretches = [];
    private readonly List<(int At, Inline Inline)> _between = [];

    public LineWriter(CleanText text, List<TextLine> lines, Measures measures, LineEndHyphens hyphens, List<NoteMark> marks)
    {
        _text = text;
        _lines = lines;
        _hyphens = hyphens;
        _marks = marks.GroupBy(mark => mark.Owner).ToDictionary(group => group.Key, group => group.OrderBy(mark => mark.Start).ToList());
        _measure = measures.Text;
        _face = measures.Face;
    }

    private ReadOnlySpan<char> Run => _run.AsSpan(0, _length);

    /// <summary>What was taken out of the lines written so far.</summary>
    public List<Change> Changes { get; } = [];

    /// <summary>Writes lines as one text.</summary>
    /// <param name="indices">Indices of the lines, in order.</param>
    /// <param name="keepsLines">True if line ends belong to the text, as in an address.</param>
    public ValueList<Inline> Write(IReadOnlyList<int> indices, bool keepsLines = false)
    {
        Clear(indices);
        _stretches.Clear();
        _between.Clear();
        for (var k = 0; k < indices.Count; k++)
        {
            var line = _lines[indices[k]];
            var end = line.End;
            var joint = k + 1 == indices.Count ? Joint.None
                : JointOf(line, _lines[indices[k + 1]]);
            if (keepsLines && joint == Joint.Blank && !line.GoesOn)
            {
                joint = Joint.Break;
            }

            if (joint == Joint.Hyphen)
            {
                end--;
                Changes.Add(new Change(_text.Text[end..(end + 1)], "", CorrectionRules.LineEndHyphen) { Span = _text.Span(end, 1) });
            }

            Append(indices[k], line.Start, end);
            switch (joint)
            {
                case Joint.Blank when Run is [.., not ' ']:
                    Append(" ", line.End);
                    break;
                case Joint.Break:
                    _between.Add((_length, new LineBreak()));
                    break;
            }

            if (k + 1 < indices.Count && IsParted(line, _lines[indices[k + 1]]))
            {
                // Furniture, notes or another column stood here: no text may claim to span them.
                _between.Add((_length, new Text("")));
            }
        }

        return Inlines();
    }

    /// <summary>Writes lines as one text.</summary>
    public ValueList<Inline> WriteLines(List<TextLine> lines)
    {
        if (_indices.Count == 0)
        {
            for (var i = 0; i < _lines.Count; i++)
            {
                _indices.TryAdd(_lines[i], i);
            }
        }

        return Write(lines.ConvertAll(line => _indices[line]));
    }

    /// <summary>Empties the run and makes room for lines and the blanks between them.</summary>
    private void Clear(IReadOnlyList<int> indices)
    {
        var room = 0;
        for (var k = 0; k < indices.Count; k++)
        {
            room += _lines[indices[k]].End - _lines[indices[k]].Start + 1;
        }

        _length = 0;
        if (_run.Length < room)
        {
            _run = new char[room];
        }
    }

    private bool IsParted(TextLine line, TextLine next) =>
        next.Start < line.End || !_text.Text.AsSpan(line.End, next.Start - line.End).IsWhiteSpace();

    private void Append(int index, int start, int end)
    {
        if (_marks.TryGetValue(index, out var marks))
        {
            foreach (var mark in marks)
            {
                if (mark.IsAlone)
                {
                    // Its line is taken out as a whole.
                    AppendText(start, end);
                    start = end;
                    AppendMark(mark);
                }
                else if (mark.Start >= start && mark.Start + mark.Length <= end)
                {
                    AppendText(start, mark.Start);
                    AppendMark(mark);
                    Changes.Add(new Change(_text.Text.Substring(mark.Start, mark.Length), "", CorrectionRules.FootnoteMark) { Span = _text.Span(mark.Start, mark.Length) });
                    start = mark.Start + mark.Length;
                }
            }
        }

        AppendText(start, end);
    }

    private void AppendMark(NoteMark mark)
    {
        while (Run is [.., ' '])
        {
            _length--;
        }

        while (_stretches.Count > 0 && _stretches[^1].At >= _length)
        {
            _stretches.RemoveAt(_stretches.Count - 1);
        }

        for (var b = _between.Count - 1; b >= 0 && _between[b].At > _length; b--)
        {
            _between[b] = (_length, _between[b].Inline);
        }

        _between.Add((_length, new FootnoteReference(mark.Id) { Span = _text.Span(mark.Start, mark.Length) }));
    }

    private void AppendText(int start, int end)
    {
        var text = _text.Text.AsSpan(0, end);
        while (start < end)
        {
            if (char.IsWhiteSpace(text[start]))
            {
                if (_length == 0 || !char.IsWhiteSpace(_run[_length - 1]))
                {
                    Append(text[start] is '\u00A0' or '\u202F' ? text.Slice(start, 1) : " ", start);
                }

                start++;
                continue;
            }

            var length = LengthToDoubleBlank(text[start..]);
            Append(text.Slice(start, length), start);
            start += length;
        }
    }

    /// <summary>How many characters follow that are no white space but single plain blanks between others.</summary>
    private static int LengthToDoubleBlank(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (true)
        {
            var word = text[length..].IndexOfAny(WhiteSpace);
            if (word < 0)
            {
                return text.Length;
            }

            length += word;
            if (text[length] != ' ' || length + 1 >= text.Length || char.IsWhiteSpace(text[length + 1]))
            {
                return length;
            }

            length++;
        }
    }

    private void Append(ReadOnlySpan<char> characters, int place)
    {
        if (_stretches.Count == 0 || _stretches[^1] is var (at, from) && from + _length - at != place)
        {
            _stretches.Add((_length, place));
        }

        characters.CopyTo(_run.AsSpan(_length));
        _length += characters.Length;
    }

    private int PlaceOf(int index)
    {
        var (low, high) = (0, _stretches.Count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = _stretches[middle].At <= index ? (middle, high) : (low, middle);
        }

        return _stretches[low].Place + index - _stretches[low].At;
    }

    private Joint JointOf(TextLine line, TextLine next)
    {
        if (line.DividesWord)
        {
            return Joint.Close;
        }

        var text = line.In(_text.Text);
        var following = next.In(_text.Text);
        var last = text[^1];
        var isFull = line.Width > _measure * 4 / 5;
        if (Addresses.IsOpen(text, following, isFull))
        {
            return last is '-' or '‐' or '\u00AD' && _hyphens.DecideInAddress(last, LineWords.LastWord(text)[..^1].ToString(), Word(following)) == HyphenDecision.Join
                ? Joint.Hyphen
                : Joint.Close;
        }

        if (next.FollowsNoteMark && following[0] is '.' or ',' or ')')
        {
            return Joint.Close;
        }

        if (last is '/' && text.Length > 1 && char.IsLetterOrDigit(text[^2]))
        {
            return Joint.Close;
        }

        if (last is '-' or '‐' && text.Length > 3 && text[^2] == '.' && char.IsLetter(text[^3]) && char.IsLower(following[0]))
        {
            // A name such as "example.org" that was divided behind its dot.
            return Joint.Hyphen;
        }

        if (last is not ('-' or '‐' or '\u00AD' or '\u2011') || text.Length < 2 || !char.IsLetterOrDigit(text[^2]))
        {
            // Dashes and brackets that line breaking parts without a blank.
            return last is '—' && text.Length > 1 && char.IsLetter(text[^2]) ? Joint.Close : Joint.Blank;
        }

        var left = LineWords.LastWord(text)[..^1].TrimStart("(„“\"'‚‘«»[");
        return _hyphens.Decide(last, left.ToString(), Word(following)) switch
        {
            HyphenDecision.Join => Joint.Hyphen,
            HyphenDecision.Keep => Joint.Close,
            _ => Joint.Blank,
        };
    }

    /// <summary>The word that a line begins with, with its hyphens.</summary>
    private static string Word(ReadOnlySpan<char> line)
    {
        var end = 0;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || (line[end] == '-' && end + 1 < line.Length && char.IsLetter(line[end + 1]))))
        {
            end++;
        }

        return line[..end].ToString();
    }

    private ValueList<Inline> Inlines()
    {
        var inlines = new List<Inline>();
        while (Run is [.., var last] && char.IsWhiteSpace(last))
        {
            _length--;
        }

        var text = Run;
        var next = 0;
        var at = 0;
        var link = Addresses.Next(text, 0);
        while (at < text.Length || next < _between.Count)
        {
            // What stood behind blanks that are gone stands at the end.
            while (next < _between.Count && (_between[next].At <= at || at >= text.Length))
            {
                if (_between[next].Inline is not Text)
                {
                    inlines.Add(_between[next].Inline);
                }

                next++;
            }

            if (at >= text.Length)
            {
                continue;
            }

            if (link is { } address && address.Start == at)
            {
                var parts = new List<Inline>();
                AddText(parts, text, at, at + address.Length, ref next);
                inlines.Add(new Link(address.Target, parts.ToValueList()) { Span = parts[0].Span.To(parts[^1].Span) });
                at += address.Length;
                link = Addresses.Next(text, at);
                continue;
            }

            var end = Math.Min(link?.Start ?? text.Length, next < _between.Count ? Math.Min(_between[next].At, text.Length) : text.Length);
            inlines.Add(TextOf(text, at, end));
            at = end;
        }

        return inlines.ToValueList();
    }

    /// <summary>Adds text that may hold places between; used inside links.</summary>
    private void AddText(List<Inline> inlines, ReadOnlySpan<char> text, int at, int end, ref int next)
    {
        while (at < end)
        {
            var stop = next < _between.Count && _between[next].At < end ? Math.Max(at, _between[next].At) : end;
            if (stop > at)
            {
                inlines.Add(TextOf(text, at, stop));
            }

            if (stop < end)
            {
                if (_between[next].Inline is not Text)
                {
                    inlines.Add(_between[next].Inline);
                }

                next++;
            }

            at = stop;
        }
    }

    private Text TextOf(ReadOnlySpan<char> text, int start, int end) => new(text[start..end].ToString())
    {
        Span = _text.Span(PlaceOf(start), Math.Max(0, PlaceOf(end - 1) + 1 - PlaceOf(start))),
    };

    private enum Joint
    {
        None,
        Blank,
        Break,
        Close,
        Hyphen,
    }
}
