using System.Buffers;
using System.Runtime.InteropServices;
using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Notes;

/// <summary>All places of a text that may be marks of notes, by form and number, each list in the order of the text.</summary>
internal sealed class MarkCandidates
{
    // Words before a number that is their own.
    private static readonly HashSet<string> Counting = new(StringComparer.OrdinalIgnoreCase)
    {
        "Artikel", "Art.", "Abs.", "Absatz", "Nr.", "Nummer", "Seite", "S.", "§", "§§", "Kapitel", "Ziffer", "Punkt", "Satz", "Anlage", "Abschnitt", "Teil",
        "Article", "Section", "No.", "Page", "p.", "Chapter", "Part", "Figure", "Table", "Annex", "Chapitre", "Partie", "Annexe", "n°", "alinéa", "Tabelle", "Abbildung",
        "und", "bis", "and", "to", "et", "à", "-", "–", "+", "&",
    };

    private static readonly SearchValues<char> FiguresAndBlanks = SearchValues.Create("0123456789 ");
    private static readonly SearchValues<char> Signs = SearchValues.Create("*†‡¹²³⁴⁵⁶⁷⁸⁹");

    private readonly Dictionary<(MarkForm Form, int Number), List<MarkCandidate>> _byNumber = [];
    private readonly Dictionary<(MarkForm Form, int Number), List<MarkCandidate>> _strong = [];
    private readonly List<TextLine> _lines;

    /// <summary>Collects the candidates of the lines of the flow and of tables.</summary>
    public MarkCandidates(string text, List<TextLine> lines)
    {
        _lines = lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Role is LineRole.Flow or LineRole.Table)
            {
                AddFigures(lines[i].In(text), i, lines[i].Start);
                AddSigns(lines[i].In(text), i, lines[i].Start);
            }
        }
    }

    /// <summary>The candidates for a number.</summary>
    public ReadOnlySpan<MarkCandidate> Of(MarkForm form, int number) =>
        _byNumber.TryGetValue((form, number), out var found) ? CollectionsMarshal.AsSpan(found) : default;

    /// <summary>The candidates for a number in a stretch of the text.</summary>
    public ReadOnlySpan<MarkCandidate> Between(MarkForm form, int number, int start, int end) => Cut(Of(form, number), start, end);

    /// <summary>Those of them that speak for themselves.</summary>
    public ReadOnlySpan<MarkCandidate> StrongBetween(MarkForm form, int number, int start, int end) =>
        _strong.TryGetValue((form, number), out var found) ? Cut(CollectionsMarshal.AsSpan(found), start, end) : default;

    private static ReadOnlySpan<MarkCandidate> Cut(ReadOnlySpan<MarkCandidate> all, int start, int end)
    {
        var first = FirstFrom(all, start);
        return all[first..Math.Max(first, FirstFrom(all, end))];
    }

    private static int FirstFrom(ReadOnlySpan<MarkCandidate> candidates, int start)
    {
        var (low, high) = (0, candidates.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = candidates[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void AddFigures(ReadOnlySpan<char> line, int index, int offset)
    {
        for (var at = 0; at < line.Length;)
        {
            var found = line[at..].IndexOfAnyInRange('0', '9');
            if (found < 0)
            {
                return;
            }

            var start = at + found;
            var length = line[start..].IndexOfAnyExceptInRange('0', '9');
            at = length < 0 ? line.Length : start + length;
            if (at < line.Length && char.IsLetter(line[at]))
            {
                continue;
            }

            // The mark may be the whole number or what follows another one: "1081911".
            for (var from = Math.Max(start, at - 3); from < at; from++)
            {
                if (line[from] != '0')
                {
                    AddFigure(line, from, at, from > start, index, offset);
                }
            }
        }
    }

    private void AddFigure(ReadOnlySpan<char> line, int from, int to, bool isBehindFigures, int index, int offset)
    {
        var number = int.Parse(line[from..to]);
        var before = from > 0 ? line[from - 1] : ' ';
        var after = to < line.Length ? line[to] : ' ';
        if ((before, after) is ('[', ']') or ('(', ')'))
        {
            var form = before == '[' ? MarkForm.Brackets : MarkForm.Parentheses;
            var isAlone = from == 1 && to + 1 == line.Length;
            Add(form, number, new MarkCandidate(offset + from - 1, to - from + 2, index, InBrackets(line, from - 1, form, isAlone)));
        }
        else if ((isBehindFigures ? BehindFigures(line, from, to) : Score(line, from, to)) is > 0 and var score)
        {
            Add(MarkForm.Figure, number, new MarkCandidate(offset + from, to - from, index, score));
        }
    }

    private static double InBrackets(ReadOnlySpan<char> line, int open, MarkForm form, bool isAlone) =>
        form == MarkForm.Brackets ? MarkScores.Raised
        : isAlone ? MarkScores.Alone
        : open == 0 ? MarkScores.Loose
        : char.IsWhiteSpace(line[open - 1]) ? MarkScores.SetOffParentheses
        : MarkScores.Glued;

    private static double BehindFigures(ReadOnlySpan<char> line, int from, int to)
    {
        // "B21" is the mark 1 behind "B2".
        if (to - from == 1 && from > 2 && char.IsUpper(line[from - 2]) && !IsFollowed(line, to))
        {
            return char.IsUpper(line[from - 3]) || char.IsWhiteSpace(line[from - 3]) ? MarkScores.BehindCapitals : 0;
        }

        return to == line.Length && from > 1 ? MarkScores.BehindFigures
            : IsYear(line, from) && !IsFollowed(line, to) ? MarkScores.BehindYear
            : 0;
    }

    /// <summary>True if what stands before a figure without space is a year: "2019" and the mark 2 are "20192".</summary>
    private static bool IsYear(ReadOnlySpan<char> line, int end) =>
        end >= 4 && line[(end - 4)..end] is ['1', '9', >= '0' and <= '9', >= '0' and <= '9'] or ['2', '0', >= '0' and <= '9', >= '0' and <= '9']
        && (end == 4 || !char.IsAsciiDigit(line[end - 5]));

    private static double Score(ReadOnlySpan<char> line, int from, int to)
    {
        if (from == 0 && to == line.Length)
        {
            return MarkScores.Alone;
        }

        if (!line.ContainsAnyExcept(FiguresAndBlanks))
        {
            return MarkScores.AmongFigures;
        }

        var before = from > 0 ? line[from - 1] : ' ';
        if (IsFollowed(line, to))
        {
            return 0;
        }

        if (before is '.' or ',' or ':' or ')' && from > 1 && char.IsAsciiDigit(line[from - 2]))
        {
            return before is '.' or ')' && IsBehindYear(line, from - 1) ? MarkScores.BehindNumberAndStop : 0;
        }

        if (char.IsLower(before) || before is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '"' or '“' or '”' or '’' or '»' or '‘' or '\'' or '…')
        {
            return from > 1 && (char.IsLower(before) || before is '»' || !char.IsWhiteSpace(line[from - 2])) && !Counting.Contains(LineWords.LastWord(line[..from]).ToString())
                ? MarkScores.Glued
                : 0;
        }

        if (char.IsUpper(before))
        {
            // Between capitals only if they are several: "A1" is a name.
            return from > 2 && char.IsUpper(line[from - 2]) ? MarkScores.BehindCapitals
                : from > 1 && char.IsAsciiDigit(line[from - 2]) ? MarkScores.Loose
                : 0;
        }

        return char.IsWhiteSpace(before) ? Loose(line, from, to) : 0;
    }

    private static bool IsFollowed(ReadOnlySpan<char> line, int to)
    {
        var after = to < line.Length ? line[to] : ' ';
        return char.IsLetterOrDigit(after) || after is '%' or '°' or '€' || (after is '.' or ',' or ':' or '/' or '-' && to + 1 < line.Length && char.IsLetterOrDigit(line[to + 1]));
    }

    /// <summary>True for the full stop behind a year or a longer number without another: "am 31. März 2006.".</summary>
    private static bool IsBehindYear(ReadOnlySpan<char> line, int stop)
    {
        var start = stop;
        while (start > 0 && char.IsAsciiDigit(line[start - 1]))
        {
            start--;
        }

        return stop - start >= 4 && (start == 0 || char.IsWhiteSpace(line[start - 1]));
    }

    private static double Loose(ReadOnlySpan<char> line, int from, int to)
    {
        if (Counting.Contains(LineWords.LastWord(line[..from].TrimEnd()).ToString()))
        {
            return 0;
        }

        var after = to < line.Length ? line[to] : ' ';
        return to == line.Length || after is '.' or ',' or ')' or ';' or ':' || (after == ' ' && to + 1 < line.Length && line[to + 1] is ':' or ';' or '!' or '?' or '»') ? MarkScores.LooseAtEnd
            : after == ' ' ? MarkScores.Loose
            : 0;
    }

    private void AddSigns(ReadOnlySpan<char> line, int index, int offset)
    {
        for (var at = line.IndexOfAny(Signs); at >= 0 && at < line.Length;)
        {
            var rest = line[at..];
            var length = 1;
            if (NoteSigns.ReadRaised(rest) is { } raised)
            {
                length = raised.Length;
                if (!IsUnit(line, at))
                {
                    Add(MarkForm.Raised, raised.Number, new MarkCandidate(offset + at, length, index, MarkScores.Raised));
                }
            }
            else if (NoteSigns.Read(rest) is { } sign)
            {
                length = sign.Length;
                if (IsSignMark(line, at, length))
                {
                    Add(MarkForm.Sign, sign.Number, new MarkCandidate(offset + at, length, index, MarkScores.Glued));
                }
            }

            at += length;

            var next = at < line.Length ? line[at..].IndexOfAny(Signs) : -1;
            at = next < 0 ? line.Length : at + next;
        }
    }

    /// <summary>"m²", "km²".</summary>
    private static bool IsUnit(ReadOnlySpan<char> line, int at) =>
        line[at] is '²' or '³' && at > 0 && line[at - 1] == 'm' && (at == 1 || !char.IsLetter(line[at - 2]) || (line[at - 2] is 'k' or 'c' or 'd' or 'm' && (at == 2 || !char.IsLetter(line[at - 3]))));

    /// <summary>A sign behind a word at its end: not "Bürger*innen", not one that multiplies or emphasises.</summary>
    private static bool IsSignMark(ReadOnlySpan<char> line, int at, int length)
    {
        var end = at + length;
        return at > 1 && !char.IsWhiteSpace(line[at - 1]) && line[at - 1] is not ('*' or '(' or '/')
            && (end == line.Length || !char.IsLetterOrDigit(line[end]) && line[end] is not ('*' or '-' or '_'))
            && !IsEmphasis(line[..at]);
    }

    private static bool IsEmphasis(ReadOnlySpan<char> before)
    {
        var open = before.LastIndexOf('*');
        return open >= 0 && (open == 0 || char.IsWhiteSpace(before[open - 1])) && open + 1 < before.Length && !char.IsWhiteSpace(before[open + 1]);
    }

    private void Add(MarkForm form, int number, MarkCandidate candidate)
    {
        // A figure in a table is more likely a figure of the table.
        var line = _lines[candidate.Line];
        if (line.Role == LineRole.Table && (candidate.Score < MarkScores.Strong || candidate.Length == line.End - line.Start))
        {
            return;
        }

        Add(_byNumber, (form, number), candidate);
        if (candidate.Score >= MarkScores.Strong)
        {
            Add(_strong, (form, number), candidate);
        }
    }

    private static void Add(Dictionary<(MarkForm Form, int Number), List<MarkCandidate>> lists, (MarkForm Form, int Number) key, MarkCandidate candidate)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _);
        (list ??= []).Add(candidate);
    }
}
