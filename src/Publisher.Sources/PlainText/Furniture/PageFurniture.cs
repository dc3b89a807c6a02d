using System.Buffers;
using System.Text;
using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Furniture;

/// <summary>
/// Finds running headers, footers and page numbers: lines at the edges of pages that come again on other pages, figures aside, or
/// that count the pages.
/// </summary>
internal static class PageFurniture
{
    private const int DeepestTop = 4;
    private const int DeepestBottom = 5;

    // The title stands right below what heads the page.
    private const int DeepestTitle = DeepestTop + 1;
    private const int LongestRunningLine = 100;

    private const int LeastTitle = 12;

    // Shorter lines may hold full stops of names and abbreviations, or names that begin with a small letter.
    private const int LeastSentence = 60;

    // What stands between sender and title.
    private static readonly string[] Bars = [" | ", " – ", " · ", " • ", " — ", " - "];

    private static readonly SearchValues<char> BarSigns = SearchValues.Create("|–·•—");

    private static readonly string[] PageWords = [" Seite ", " Page ", " S. ", " p. "];

    /// <summary>Gives furniture its role.</summary>
    public static void Find(string text, List<TextLine> lines)
    {
        if (lines.Count > 0 && lines[^1].Page == 0)
        {
            DivideAtPageNumbers(text, lines);
        }

        var pages = PagesOf(lines);
        FindCutHeader(text, lines);
        FindOnSinglePage(text, lines, pages);
        var keys = Keys(text, lines, pages);
        var title = RepeatedTitle(text, lines, pages, keys);
        var offset = UsualOffset(text, lines, pages);
        foreach (var (first, last) in pages)
        {
            var left = last - first + 1;
            for (var i = first; i <= last && i - first < DeepestTop && left > 1; i++, left--)
            {
                if (lines[i].Role == LineRole.Furniture || IsFurniture(i))
                {
                    lines[i].Role = LineRole.Furniture;
                }
                else if (i > first || i == last || PageNumber.Read(lines[i + 1].In(text)) is not { IsExplicit: true })
                {
                    // A first line may stand above a page number and be text all the same.
                    break;
                }
            }

            var (seen, isCounted) = (0, false);
            for (var i = last; i >= first && seen < DeepestBottom && left > 0; i--)
            {
                if (ListMarks.IsMarkAlone(lines[i].In(text)) && PageNumber.Read(lines[i].In(text)) is null)
                {
                    continue;
                }

                // A page has one number; a second figure is the label of a note.
                var isNumber = PageNumber.Read(lines[i].In(text)) is not null;
                if (!IsFurniture(i) || (isNumber && isCounted))
                {
                    break;
                }

                isCounted |= isNumber;
                lines[i].Role = LineRole.Furniture;
                seen++;
            }
        }

        bool IsFurniture(int i)
        {
            if (i == title)
            {
                return false;
            }

            var line = lines[i].In(text);
            if (PageNumber.Read(line) is { } number)
            {
                return number.IsExplicit
                    ? number.Of == 0 || number.Number <= number.Of
                    : offset is { } o && number.Number - lines[i].Page == o;
            }

            if (pages.Count > 1 && CountsPage(line, lines[i].Page + 1))
            {
                return true;
            }

            return pages.Count > 1 && !IsRunningText(line) && keys.TryGetValue(Key(line), out var count) && count >= 2 && count * 5 >= pages.Count * 2;
        }
    }

    /// <summary>
    /// A running header may repeat the title: what stands at the edges of the first page once more than on any other is the title, the
    /// last such line before the text; null if there is none.
    /// </summary>
    private static int? RepeatedTitle(string text, List<TextLine> lines, List<(int First, int Last)> pages, Dictionary<string, int> keys)
    {
        if (pages.Count < 2)
        {
            return null;
        }

        var (first, last) = pages[0];
        for (var i = Math.Min(first + DeepestTitle, last); i >= first; i--)
        {
            var line = lines[i].In(text);
            var key = Key(line);
            if (line.Length > 3 && PageNumber.Read(line) is null && keys.GetValueOrDefault(key) > 1 && Often(0, key) is > 1 and var often
                && Enumerable.Range(1, pages.Count - 1).All(page => Often(page, key) < often))
            {
                return i;
            }
        }

        return null;

        int Often(int page, string key)
        {
            var (from, to) = pages[page];
            var bottom = Bottom(text, lines, from, to);
            return Enumerable.Range(from, to - from + 1).Count(i => (i <= from + DeepestTitle || i >= bottom) && Key(lines[i].In(text)) == key);
        }
    }

    /// <summary>
    /// A single page has nothing to compare it with. If it has a page number, it has furniture; then a first line that comes again in
    /// the text, as the sender's name does and a title does not, or that holds the title behind a bar, is its running header.
    /// </summary>
    private static void FindOnSinglePage(string text, List<TextLine> lines, List<(int First, int Last)> pages)
    {
        if (pages.Count != 1 || lines.Count < 4 || !lines.Take(3).Concat(lines.TakeLast(2)).Any(line => PageNumber.Read(line.In(text)) is { Number: 1 }))
        {
            return;
        }

        // Some extractions print the header last.
        var last = lines.Count - 1;
        while (last > 2 && PageNumber.Read(lines[last].In(text)) is not null)
        {
            last--;
        }

        var end = text.Length;
        var start = PageNumber.Read(lines[0].In(text)) is null ? 0 : 1;
        if (RepeatsTitle(lines[last].In(text), text.AsSpan(lines[start].Start)) || (last < lines.Count - 1 && StandsBelowMarks(text, lines, last)))
        {
            lines[last].Role = LineRole.Furniture;
            end = lines[last].Start;
        }

        if (IsHeader(text[..end], lines, 0, 1))
        {
            lines[0].Role = LineRole.Furniture;
            if (lines[1].In(text).SequenceEqual(lines[0].In(text)) && PageNumber.Read(lines[2].In(text)) is not null)
            {
                // The same sender on the left and on the right.
                lines[1].Role = LineRole.Furniture;
            }
        }
        else if (PageNumber.Read(lines[0].In(text)) is not null && RepeatsTitle(lines[1].In(text), text.AsSpan(lines[2].Start)))
        {
            lines[1].Role = LineRole.Furniture;
        }
    }

    /// <summary>A first line that an ellipsis cuts short and whose words are those that the text begins with is the title in the running header.</summary>
    private static void FindCutHeader(string text, List<TextLine> lines)
    {
        for (var last = 0; last < Math.Min(2, lines.Count - 1); last++)
        {
            if (lines[last].In(text) is not [.., '…'])
            {
                continue;
            }

            var header = text.AsSpan(lines[0].Start, lines[last].End - lines[0].Start).TrimEnd('…');
            if (header.Length > LongestRunningLine * 2)
            {
                return;
            }

            var bar = header.IndexOfAny(BarSigns);
            if (Begins(text.AsSpan(lines[last + 1].Start), header) || (bar > 0 && Begins(text.AsSpan(lines[last + 1].Start), header[(bar + 1)..])))
            {
                for (var i = 0; i <= last; i++)
                {
                    lines[i].Role = LineRole.Furniture;
                }
            }

            return;
        }

        // Line ends and the hyphens there do not count.
        static bool Begins(ReadOnlySpan<char> body, ReadOnlySpan<char> title)
        {
            var (i, same) = (0, 0);
            foreach (var c in title)
            {
                if (!char.IsLetterOrDigit(c))
                {
                    continue;
                }

                while (i < body.Length && !char.IsLetterOrDigit(body[i]))
                {
                    i++;
                }

                if (i == body.Length || body[i++] != c)
                {
                    return false;
                }

                same++;
            }

            return same > LeastTitle;
        }
    }

    /// <summary>List marks that an extraction collected stand below the text of their page: what follows them is no text.</summary>
    private static bool StandsBelowMarks(string text, List<TextLine> lines, int i) =>
        i > 1 && ListMarks.IsMarkAlone(lines[i - 1].In(text)) && ListMarks.IsMarkAlone(lines[i - 2].In(text)) && !LineWords.EndsSentence(lines[i].In(text));

    private static bool IsHeader(string text, List<TextLine> lines, int i, int next)
    {
        var line = lines[i].In(text);
        var body = text.AsSpan(lines[next].Start);
        var isSender = line.Length is > 4 and < 60 && LineWords.End(line) == LineEnd.Word && line[^1] is not ('-' or '–' or '—') && (body.Contains(line, StringComparison.OrdinalIgnoreCase) || IsOrganisation(line) || IsNameIn(line, body));
        return RepeatsTitle(line, body) || (isSender && LineWords.Start(body) is not LineStart.Lower && LineWords.End(lines[next].In(text)) is not (LineEnd.Sentence or LineEnd.Comma)
            && SectionLabel.Of(lines[next].In(text), null).Kind is null);
    }

    /// <summary>"Sender | Title" or "Title · Sender", the title cut short or not; what stands behind a bar need not begin its line.</summary>
    private static bool RepeatsTitle(ReadOnlySpan<char> line, ReadOnlySpan<char> body)
    {
        if (line.Length > LongestRunningLine)
        {
            return false;
        }

        body = body[..Math.Min(body.Length, 400)];
        foreach (var bar in Bars)
        {
            var at = line.IndexOf(bar);
            if (at > 0 && (Repeats(line[(at + bar.Length)..].TrimEnd('…').TrimEnd(), body, anywhere: bar == Bars[0]) || Repeats(line[..at], body, anywhere: false)))
            {
                return true;
            }
        }

        return false;

        static bool Repeats(ReadOnlySpan<char> title, ReadOnlySpan<char> body, bool anywhere)
        {
            title = title[..Math.Min(title.Length, 20)];
            var at = title.Length > 8 ? body.IndexOf(title) : -1;
            return anywhere ? at >= 0 : at == 0 || (at > 0 && body[at - 1] == '\n');
        }
    }

    /// <summary>A name of a few words that all have capitals, the first two of which the text uses.</summary>
    private static bool IsNameIn(ReadOnlySpan<char> line, ReadOnlySpan<char> body)
    {
        var words = 0;
        var second = 0;
        foreach (var range in line.Split(' '))
        {
            var word = line[range];
            if (word.IsEmpty || !(char.IsUpper(word[0]) || word is "of" or "and" or "für" or "der" or "des" or "de" or "du"))
            {
                return false;
            }

            words++;
            second = words == 2 ? range.End.Value : second;
        }

        return words is >= 3 and <= 5 && second > 11 && body.Contains(line[..second], StringComparison.Ordinal);
    }

    private static bool IsOrganisation(ReadOnlySpan<char> line) =>
        line.EndsWith(" e.V.") || line.EndsWith(" e. V.") || line.EndsWith("GmbH") || line.EndsWith(" Foundation") || line.EndsWith(" Group") || line.EndsWith(" Association");

    /// <summary>
    /// Text that was copied from a viewer has no form feeds; lines that count pages ("Seite 1 von 3") tell where they ended.
    /// </summary>
    private static void DivideAtPageNumbers(string text, List<TextLine> lines)
    {
        var expected = 1;
        var at = new List<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (PageNumber.Read(lines[i].In(text)) is { IsExplicit: true } number && number.Number == expected)
            {
                at.Add(i);
                expected++;
            }
        }

        if (at.Count < 2)
        {
            return;
        }

        // A number on the first line heads its page, else it foots it.
        var heads = at[0] == 0 ? 1 : 0;
        var page = 0;
        for (int i = 0, next = heads; i < lines.Count; i++)
        {
            if (heads == 1 && next < at.Count && i == at[next])
            {
                page++;
                next++;
            }

            lines[i].Page = page;
            if (heads == 0 && next < at.Count && i == at[next])
            {
                page++;
                next++;
            }
        }
    }

    /// <summary>A line that holds the number of its own page, set apart: "Sender | 2", "2 | Sender", "Sender, Seite 2". Once is enough.</summary>
    private static bool CountsPage(ReadOnlySpan<char> line, int page)
    {
        if (line.Length > LongestRunningLine)
        {
            return false;
        }

        var (first, last) = (line.IndexOf('|'), line.LastIndexOf('|'));
        if (first > 0 && (PageNumber.Read(line[..first].Trim()) is { } before && before.Number == page || PageNumber.Read(line[(last + 1)..].Trim()) is { } behind && behind.Number == page))
        {
            return true;
        }

        foreach (var word in PageWords)
        {
            var at = line.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at > 1 && (line[at - 1] is ',' or '|' or '–' or '-' or '·' or '•' or '/' or ' ') && PageNumber.Read(line[at..].Trim()) is { IsExplicit: true } number && number.Number == page)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Sentences that come again at the edges of pages are said again; they are no running line.</summary>
    private static bool IsRunningText(ReadOnlySpan<char> line) =>
        line.Length > LeastSentence && (LineWords.Start(line) == LineStart.Lower || LineWords.HasSentenceEnd(line) || LineWords.End(line) is LineEnd.Hyphen or LineEnd.SoftHyphen or LineEnd.Link);

    private static List<(int First, int Last)> PagesOf(List<TextLine> lines)
    {
        var pages = new List<(int First, int Last)>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (pages.Count > 0 && lines[pages[^1].First].Page == lines[i].Page)
            {
                pages[^1] = (pages[^1].First, i);
            }
            else
            {
                pages.Add((i, i));
            }
        }

        return pages;
    }

    /// <summary>On how many pages each line at an edge stands.</summary>
    private static Dictionary<string, int> Keys(string text, List<TextLine> lines, List<(int First, int Last)> pages)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var onPage = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (first, last) in pages)
        {
            onPage.Clear();
            var bottom = Bottom(text, lines, first, last);
            for (var i = first; i <= last; i++)
            {
                if (i - first >= DeepestTop && i < bottom)
                {
                    i = bottom;
                }

                var line = lines[i].In(text);
                if (line.Length <= 200 && !ListMarks.IsMarkAlone(line) && onPage.Add(Key(line)))
                {
                    counts[Key(line)] = counts.GetValueOrDefault(Key(line)) + 1;
                }
            }
        }

        return counts;
    }

    /// <summary>Where the lines begin that may be a footer. List marks that an extraction collected at the foot of the page do not count.</summary>
    private static int Bottom(string text, List<TextLine> lines, int first, int last)
    {
        var depth = 0;
        var i = last + 1;
        while (i > first && (depth += ListMarks.IsMarkAlone(lines[i - 1].In(text)) ? 0 : 1) <= DeepestBottom)
        {
            i--;
        }

        return i;
    }

    /// <summary>The number of the first page less one, if bare figures at the edges count the pages; null if they do not.</summary>
    private static int? UsualOffset(string text, List<TextLine> lines, List<(int First, int Last)> pages)
    {
        var offsets = new Dictionary<int, int>();
        foreach (var (first, last) in pages)
        {
            var seen = new HashSet<int>();
            foreach (var i in Enumerable.Range(first, Math.Min(2, last - first + 1)).Concat(Enumerable.Range(Math.Max(first, last - 3), Math.Min(4, last - first + 1))))
            {
                if (PageNumber.Read(lines[i].In(text)) is { IsExplicit: false } number && seen.Add(number.Number))
                {
                    var offset = number.Number - lines[i].Page;
                    offsets[offset] = offsets.GetValueOrDefault(offset) + 1;
                }
            }
        }

        var (best, count) = offsets.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).FirstOrDefault();
        return count >= 2 || (count == 1 && pages.Count <= 2 && best == 1) ? best : null;
    }

    /// <summary>A line without what changes from page to page: figures and the width of blanks.</summary>
    private static string Key(ReadOnlySpan<char> line)
    {
        var key = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (char.IsAsciiDigit(c))
            {
                key.Append(key.Length > 0 && key[^1] == '#' ? "" : "#");
            }
            else if (!char.IsWhiteSpace(c))
            {
                key.Append(c);
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString();
    }
}
