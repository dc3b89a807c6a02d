using System.Text;
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
    private readonly CleanText _text;
    private readonly List<TextLine> _lines;
    private readonly LineEndHyphens _hyphens;
    private readonly Dictionary<int, List<NoteMark>> _marks;
    private readonly int _measure;
    private readonly TypeFace _face;
    private readonly Dictionary<TextLine, int> _indices = [];
    private readonly StringBuilder _run = new();
    private readonly List<int> _places = [];
    private readonly List<(int At, Inline Inline)> _between = [];

    public LineWriter(CleanText text, List<TextLine> lines, Measures measures, LineEndHyphens hyphens, List<NoteMark> marks)
    {
        _text = text;
        _lines = lines;
        _hyphens = hyphens;
        _marks = marks.GroupBy(mark => mark.Line).ToDictionary(group => group.Key, group => group.OrderBy(mark => mark.Start).ToList());
        _measure = measures.Text;
        _face = measures.Face;
    }

    /// <summary>What was taken out of the lines written so far.</summary>
    public List<Change> Changes { get; } = [];

    /// <summary>Writes lines as one text.</summary>
    /// <param name="indices">Indices of the lines, in order.</param>
    /// <param name="keepsLines">True if line ends belong to the text, as in an address.</param>
    public ValueList<Inline> Write(IReadOnlyList<int> indices, bool keepsLines = false)
    {
        _run.Clear();
        _places.Clear();
        _between.Clear();
        for (var k = 0; k < indices.Count; k++)
        {
            var line = _lines[indices[k]];
            var end = line.End;
            var joint = k + 1 == indices.Count ? Joint.None
                : JointOf(line, _lines[indices[k + 1]]);
            if (keepsLines && joint == Joint.Blank)
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
                case Joint.Blank when _run.Length > 0 && _run[^1] != ' ':
                    Append(' ', line.End);
                    break;
                case Joint.Break:
                    _between.Add((_run.Length, new LineBreak()));
                    break;
            }

            if (k + 1 < indices.Count && IsParted(line, _lines[indices[k + 1]]))
            {
                // Furniture, notes or another column stood here: no text may claim to span them.
                _between.Add((_run.Length, new Text("")));
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

    private bool IsParted(TextLine line, TextLine next) =>
        next.Start < line.End || !_text.Text.AsSpan(line.End, next.Start - line.End).IsWhiteSpace();

    private void Append(int index, int start, int end)
    {
        if (_marks.TryGetValue(index, out var marks))
        {
            foreach (var mark in marks)
            {
                if (mark.Start < start || mark.Start + mark.Length > end)
                {
                    continue;
                }

                AppendText(start, mark.Start);
                while (_run.Length > 0 && _run[^1] == ' ')
                {
                    _run.Length--;
                    _places.RemoveAt(_places.Count - 1);
                }

                for (var b = _between.Count - 1; b >= 0 && _between[b].At > _run.Length; b--)
                {
                    _between[b] = (_run.Length, _between[b].Inline);
                }

                var span = _text.Span(mark.Start, mark.Length);
                Changes.Add(new Change(_text.Text.Substring(mark.Start, mark.Length), "", CorrectionRules.FootnoteMark) { Span = span });
                _between.Add((_run.Length, new FootnoteReference(mark.Number.ToString()) { Span = span }));
                start = mark.Start + mark.Length;
            }
        }

        AppendText(start, end);
    }

    private void AppendText(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var c = _text.Text[i];
            if (!char.IsWhiteSpace(c))
            {
                Append(c, i);
            }
            else if (_run.Length == 0 || !char.IsWhiteSpace(_run[^1]))
            {
                Append(c is '\u00A0' or '\u202F' ? c : ' ', i);
            }
        }
    }

    private void Append(char c, int place)
    {
        _run.Append(c);
        _places.Add(place);
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
        while (_run.Length > 0 && char.IsWhiteSpace(_run[^1]))
        {
            _run.Length--;
        }

        var text = _run.ToString();
        var next = 0;
        var at = 0;
        var link = Addresses.Next(text, 0);
        while (at < text.Length || next < _between.Count)
        {
            while (next < _between.Count && _between[next].At <= at)
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
    private void AddText(List<Inline> inlines, string text, int at, int end, ref int next)
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

    private Text TextOf(string text, int start, int end) => new(text[start..end])
    {
        Span = _text.Span(_places[start], Math.Max(0, _places[end - 1] + 1 - _places[start])),
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
