namespace Publisher.Sources.PlainText.Lines;

/// <summary>Decides whether what looks like a list mark is one: a dash may be part of a sentence, "22." the start of a date.</summary>
internal sealed class MarkContext
{
    // Lines from one item to the next.
    private const int FarthestItem = 150;

    // Lines from one sign to the next.
    public const int FarthestSign = 15;

    private readonly string _text;
    private readonly List<TextLine> _lines;
    private readonly int _usualLength;
    private readonly int _usualSpace;

    // By way of counting: where the lists stand that are not known to have ended, the innermost last.
    private readonly Dictionary<(ListMarkKind Kind, char Glyph), List<(int Number, int Line)>> _open = [];

    // The last sign that was a mark.
    private (char Glyph, int Line) _sign = ('\0', 0);

    public MarkContext(string text, List<TextLine> lines)
    {
        _text = text;
        _lines = lines;
        var lengths = lines.Where(line => line.End - line.Start > 20).Select(line => line.End - line.Start).Order().ToArray();
        _usualLength = lengths.Length == 0 ? 80 : lengths[lengths.Length * 3 / 4];
        _usualSpace = LineHabits.UsualSpace(lines);
    }

    /// <summary>The mark of the list item that begins here; null if none does. Lines must be asked about in order.</summary>
    public ListMark? Accept(int i, ListMark mark) => mark.Kind switch
    {
        ListMarkKind.Bullet => mark,
        ListMarkKind.Dash => (CanBegin(i) || GoesOnListing(i, mark)) && !(LineWords.Start(After(i, mark)) == LineStart.Lower && !EndsBefore(i) && !IsListedAbove(i, mark) && _lines[i].Space <= _usualSpace) ? mark : null,
        ListMarkKind.Sign => AcceptsSign(i, mark) ? mark : null,
        ListMarkKind.Letter when AsRoman(i, mark) is { } roman && AcceptsNumber(i, roman) => roman,
        _ => AcceptsNumber(i, mark) ? mark : null,
    };

    /// <summary>A single letter may be a Roman number: "i." above "ii.", "v." below "iv.".</summary>
    private ListMark? AsRoman(int i, ListMark mark)
    {
        var roman = mark with { Kind = ListMarkKind.Roman, Number = ListMarks.Roman([(char)('a' + mark.Number - 1)]) };
        return roman.Number > 0 && (roman.Number == 1 ? HasSecond(i, roman) : GoesOn(i, roman)) ? roman : null;
    }

    /// <summary>An item may end with "and": the next has the same mark and a capital.</summary>
    private bool GoesOnListing(int i, ListMark mark) =>
        LineWords.End(_lines[i - 1].In(_text)) == LineEnd.Link && IsListedAbove(i, mark)
        && _lines[i - 1].End - _lines[i - 1].Start < _usualLength * 4 / 5 && LineWords.Start(After(i, mark)) == LineStart.Upper;

    private bool AcceptsNumber(int i, ListMark mark)
    {
        if (!(mark.Number == 1 ? HasSecond(i, mark) || StandsAlone(i, mark) : GoesOn(i, mark)) || !(CanBegin(i) || CountsOn(i, mark)))
        {
            return false;
        }

        Remember(i, mark);
        return true;
    }

    /// <summary>Takes note of a mark that stood on a line of its own or was accepted: the list may go on with the next number.</summary>
    public void Remember(int i, ListMark mark)
    {
        if (mark.IsBullet)
        {
            _sign = mark.Kind == ListMarkKind.Sign ? (mark.Glyph, i) : _sign;
            return;
        }

        var key = (mark.Kind, mark.Glyph);
        if (!_open.TryGetValue(key, out var open))
        {
            _open.Add(key, open = []);
        }

        // Where a list further out goes on, those inside it have ended; one that begins stands inside those before it, or behind them.
        if (LevelOf(open, i, mark) is >= 0 and var level)
        {
            open.RemoveRange(level, open.Count - level);
        }

        open.RemoveAll(list => i - list.Line > FarthestItem);
        open.Add((mark.Number, i));
    }

    /// <summary>True if the item before it has been found.</summary>
    private bool GoesOn(int i, ListMark mark) => _open.TryGetValue((mark.Kind, mark.Glyph), out var open) && LevelOf(open, i, mark) >= 0;

    /// <summary>Behind a full line an item still begins where the number is the next and the line is the last of a list inside the item before, or ends with an address.</summary>
    private bool CountsOn(int i, ListMark mark) =>
        mark.Number > 1 && LineWords.Start(After(i, mark)) is LineStart.Upper or LineStart.Opening && !FollowsMonth(i, mark)
        && LineWords.End(_lines[i - 1].In(_text)) == LineEnd.Word && (MarkAbove(i, 6) is { IsBullet: true } || LineWords.IsAddress(LineWords.LastWord(_lines[i - 1].In(_text))));

    /// <summary>Which list an item goes on with, the innermost that can be meant; -1 if none.</summary>
    private static int LevelOf(List<(int Number, int Line)> open, int i, ListMark mark) =>
        mark.Number == 1 ? -1
        : open.Count > 0 && open[^1].Number == mark.Number - 1 ? open.Count - 1
        : open.FindLastIndex(list => list.Number == mark.Number - 1 && i - list.Line <= FarthestItem);

    /// <summary>A list has a second item, not too far below.</summary>
    private bool HasSecond(int i, ListMark mark)
    {
        for (var k = i + 1; k < _lines.Count && k < i + 60; k++)
        {
            if (ListMarks.Read(_lines[k].In(_text), 0, 0) is { } other && other.Kind == mark.Kind && other.Glyph == mark.Glyph && other.Number == mark.Number + 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A list of one item: a line as long as lines are, behind something that ended.</summary>
    private bool StandsAlone(int i, ListMark mark) =>
        mark.Kind is ListMarkKind.Decimal or ListMarkKind.Letter
        && (EndsBefore(i) || _lines[i].End - _lines[i].Start > _usualLength * 3 / 4)
        && LineWords.Start(After(i, mark)) is LineStart.Upper or LineStart.Opening
        && !FollowsMonth(i, mark);

    // "1. Mai" begins no list.
    private bool FollowsMonth(int i, ListMark mark) => LineWords.IsMonth(LineWords.FirstWord(After(i, mark)));

    private ReadOnlySpan<char> After(int i, ListMark mark) => _lines[i].In(_text)[mark.Length..].TrimStart();

    private bool IsListedAbove(int i, ListMark mark) => MarkAbove(i, 12) is { } above && above.Kind == mark.Kind && above.Glyph == mark.Glyph;

    /// <summary>The mark next above a line, so many lines up at most.</summary>
    private ListMark? MarkAbove(int i, int lines)
    {
        for (var k = i - 1; k >= 0 && k > i - lines; k--)
        {
            if (_lines[k].Mark is { } above)
            {
                return above;
            }
        }

        return null;
    }

    /// <summary>One arrow leads somewhere, one small o is a letter; several below each other are marks.</summary>
    private bool AcceptsSign(int i, ListMark mark)
    {
        var isListed = mark.Glyph == _sign.Glyph && i - _sign.Line < FarthestSign;
        var begins = CanBegin(i) || (isListed && _lines[i - 1].End - _lines[i - 1].Start < _usualLength * 4 / 5);
        if (!begins || !(isListed || IsListedBelow(i, mark)))
        {
            return false;
        }

        Remember(i, mark);
        return true;
    }

    private bool IsListedBelow(int i, ListMark mark)
    {
        for (var k = i + 1; k < _lines.Count && k - i < FarthestSign; k++)
        {
            if (_lines[k].In(_text) is var line && line[0] == mark.Glyph && line.Length > 1 && char.IsWhiteSpace(line[1]))
            {
                return CanBegin(k);
            }
        }

        return false;
    }

    private bool EndsBefore(int i) => i == 0 || LineWords.End(_lines[i - 1].In(_text)) is LineEnd.Sentence or LineEnd.Colon or LineEnd.Semicolon;

    /// <summary>A new block can begin here: something ended, or the line before is short, or space or an indent sets it off.</summary>
    private bool CanBegin(int i)
    {
        if (i == 0 || EndsBefore(i) || _lines[i].Page != _lines[i - 1].Page || _lines[i].Space > _usualSpace)
        {
            return true;
        }

        var before = _lines[i - 1];
        var end = LineWords.End(before.In(_text));
        return end is not (LineEnd.Link or LineEnd.SoftHyphen)
            && (before.End - before.Start < _usualLength * 4 / 5 || _lines[i].Space > 0 || _lines[i].Indent > before.Indent + 1 || end == LineEnd.Comma && before.Mark is not null);
    }
}
