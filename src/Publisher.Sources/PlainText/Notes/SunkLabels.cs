using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Notes;

/// <summary>
/// Some extractions print the raised label of a note of several lines on a line of its own behind the note, and that of a note of one
/// line before it. Here each label gets its place before its note.
/// </summary>
internal sealed class SunkLabels
{
    // A note that nothing sets off from the text above it; longer ones are not told from it.
    private const int LongestUnparted = 12;

    private readonly string _text;
    private readonly List<TextLine> _lines;

    private SunkLabels(string text, List<TextLine> lines) => (_text, _lines) = (text, lines);

    /// <summary>Moves the labels of a page before their notes; leaves everything as it is if one of them has no clear place.</summary>
    /// <param name="text">The clean text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="first">The page's first line.</param>
    /// <param name="last">The page's last line.</param>
    /// <param name="expected">The number of the next note.</param>
    /// <param name="hasMark">Whether the text above a line refers to a note.</param>
    /// <returns>The page's last line: a label that was printed behind the page's last word makes one more.</returns>
    public static int Raise(string text, List<TextLine> lines, int first, int last, int expected, Func<int, int, bool> hasMark)
    {
        var page = new SunkLabels(text, lines);
        var foot = page.FlowBefore(last + 1, first);
        if (foot < first)
        {
            return last;
        }

        // The label of the last note, glued to a word that goes on on the next page.
        var glued = page.GluedNumber(foot);
        var labels = page.Labels(first, foot, glued);
        var lowest = glued > 0 ? glued - labels.Count : labels.Count > 0 ? page.Number(labels[^1]) - labels.Count + 1 : 0;
        if (lowest != expected || (labels.Count == 0 && glued > 0))
        {
            return last;
        }

        if (glued > 0)
        {
            if (!hasMark(glued, foot))
            {
                return last;
            }

            labels.Add(foot + 1);
        }

        var moves = page.Places(first, glued > 0 ? foot + 1 : foot, labels, isCut: glued > 0);
        if (moves.Count == 0 || labels.Where((_, k) => !hasMark(expected + k, labels[0])).Any())
        {
            return last;
        }

        if (glued > 0)
        {
            page.Cut(foot, glued);
            last++;
        }

        foreach (var (from, to) in moves)
        {
            var label = lines[from];
            for (var i = from; i > to; i--)
            {
                lines[i] = lines[i - 1];
            }

            lines[to] = label;
        }

        return last;
    }

    /// <summary>The lines at the page's foot that hold a number each and count up to the last of them.</summary>
    private List<int> Labels(int first, int foot, int glued)
    {
        var labels = new List<int>();
        var next = glued - 1;
        for (var i = foot; i >= first; i--)
        {
            if (_lines[i].Role != LineRole.Flow || Number(i) is not (> 0 and var number))
            {
                continue;
            }

            if (next > 0 && number != next)
            {
                break;
            }

            labels.Add(i);
            next = number - 1;
            if (next == 0)
            {
                break;
            }
        }

        labels.Reverse();
        return labels;
    }

    /// <summary>Where the labels that stand behind their notes have to go, the last first; none if one cannot be placed.</summary>
    private List<(int From, int To)> Places(int first, int foot, List<int> labels, bool isCut)
    {
        var moves = new List<(int, int)>();
        var end = foot;
        for (var k = labels.Count - 1; k >= 0; k--)
        {
            var label = labels[k];
            if (FlowBefore(end + 1, label + 1) > label)
            {
                end = label - 1;
                continue;
            }

            var isAttached = (isCut && k == labels.Count - 1) || _lines[label].Space == 0;
            var start = isAttached ? NoteStart(label, k == 0 ? first : labels[k - 1] + 1, isParted: k > 0) : -1;
            if (start < 0)
            {
                return [];
            }

            moves.Add((label, start));
            end = start - 1;
        }

        return moves;
    }

    /// <summary>The first line of the note that ends before its label; -1 if that is not clear.</summary>
    private int NoteStart(int label, int floor, bool isParted)
    {
        for (var i = label - 1; i >= floor && _lines[i].Role == LineRole.Flow; i--)
        {
            if (_lines[i].Space > 0 || (isParted && i == floor))
            {
                return i;
            }

            if (!isParted && i > floor && EndsSentence(i - 1) && BeginsSentence(_lines[i].In(_text)))
            {
                return i;
            }

            if (!isParted && label - i >= LongestUnparted)
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool BeginsSentence(ReadOnlySpan<char> line) =>
        LineWords.Start(line) != LineStart.Lower && !LineWords.IsAddress(LineWords.FirstWord(line));

    private bool EndsSentence(int i) =>
        _lines[i].Role == LineRole.Flow && LineWords.End(_lines[i].In(_text).TrimEnd("0123456789")) == LineEnd.Sentence;

    private int FlowBefore(int end, int first)
    {
        var i = end - 1;
        while (i >= first && _lines[i].Role != LineRole.Flow)
        {
            i--;
        }

        return i;
    }

    private int Number(int i) =>
        _lines[i].In(_text) is { Length: <= 3 } line && line[0] != '0' && !line.ContainsAnyExceptInRange('0', '9') ? int.Parse(line) : 0;

    /// <summary>The number at the end of a line whose last word breaks off before it; 0 if there is none.</summary>
    private int GluedNumber(int i)
    {
        var line = _lines[i].In(_text);
        var word = line.TrimEnd("0123456789");
        return word.Length > 0 && line.Length - word.Length is > 0 and <= 3 && char.IsLower(word[^1]) && line[word.Length] != '0' ? int.Parse(line[word.Length..]) : 0;
    }

    private void Cut(int i, int number)
    {
        var line = _lines[i];
        var start = line.End - number.ToString().Length;
        _lines.Insert(i + 1, new TextLine { Start = start, End = line.End, Indent = 0, Trailing = 0, Space = 0, Page = line.Page });
        line.End = start;
        line.DividesWord = true;
    }
}
