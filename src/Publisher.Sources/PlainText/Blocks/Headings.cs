using Publisher.Model.Blocks;
using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Blocks;

/// <summary>
/// Finds headings by a sum of evidence: a short unit that ends no sentence, set off from what stands before, with text below it.
/// The figures are logarithms of odds, set by hand from real statements; a unit is a heading if their sum is above zero.
/// </summary>
internal static class Headings
{
    private const int LongestHeading = 220;

    // So many headings of a level show what those of it have in common.
    private const int LeastAlike = 3;

    private const int Deepest = 6;

    private const int MostLinesAtEnd = 8;

    // A row of numbers in which one is no heading.
    private const double InList = -2;

    // Evidence this weak may as well be chance.
    private const double Doubt = 0.25;

    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "ist", "sind", "war", "waren", "wird", "werden", "wurde", "wurden", "hat", "haben", "kann", "können", "muss", "müssen", "soll", "sollen", "darf", "dürfen",
        "is", "are", "was", "were", "will", "has", "have", "can", "must", "should", "shall", "est", "sont", "sera", "ont", "peut", "doit", "doivent",
    };

    /// <summary>Gives headings their kind and level.</summary>
    public static void Find(UnitView view)
    {
        // Nothing above the title is a heading, unless the author says so.
        var title = view.Units.FindIndex(unit => unit.Kind == UnitKind.Title);
        var listed = Listed(view);
        for (var i = 0; i < view.Units.Count; i++)
        {
            if (view.FirstLine(i).HeadingLevel > 0 && view.Units[i].Kind == UnitKind.Paragraph)
            {
                view.Units[i].Kind = UnitKind.Heading;
            }
            else if (i > title && view.Units[i].Kind == UnitKind.Paragraph && IsPossible(view, i) && Evidence(view, i) + (listed.Contains(i) ? InList : 0) is > -Doubt and var evidence)
            {
                view.Units[i].Kind = evidence > 0 ? UnitKind.Heading : UnitKind.Paragraph;
                view.Units[i].IsDoubtfulHeading = evidence < Doubt;
            }
        }

        SetLevels(view);
    }

    /// <summary>Numbers that count on are all of headings or all of items, and items they are if one ends as a heading does not.</summary>
    private static HashSet<int> Listed(UnitView view)
    {
        var rows = new List<List<int>>();
        var last = new Dictionary<(ListMarkKind Kind, char Glyph, int Number), int>();
        for (var i = 0; i < view.Units.Count; i++)
        {
            if (view.Units[i].Mark is not { IsBullet: false } mark)
            {
                continue;
            }

            if (mark.Number == 1 || !last.Remove((mark.Kind, mark.Glyph, mark.Number - 1), out var row))
            {
                row = rows.Count;
                rows.Add([]);
            }

            rows[row].Add(i);
            last[(mark.Kind, mark.Glyph, mark.Number)] = row;
        }

        return rows.Where(row => row.Exists(i => view.End(i) is LineEnd.Colon or LineEnd.Semicolon or LineEnd.Comma)).SelectMany(row => row).ToHashSet();
    }

    private static bool IsPossible(UnitView view, int i) =>
        view.Units[i].Role == ParagraphRole.Body && !view.FirstLine(i).IsParagraph
        && view.Units[i].Mark is null or { Kind: ListMarkKind.Decimal or ListMarkKind.Roman or ListMarkKind.UpperLetter }
        && view.Units[i].Lines.Count <= (view.Units[i].KeepsLines ? 1 : 3)
        && view.Length(i) <= LongestHeading
        && (view.Start(i) is LineStart.Upper or LineStart.Digit or LineStart.Opening || view.Label(i).IsNamed)
        && i + 1 < view.Units.Count
        && HasLetters(view.First(i));

    private static double Evidence(UnitView view, int i)
    {
        var last = view.Last(i);
        var evidence = -1.3;
        evidence += view.End(i) switch
        {
            LineEnd.Word => 1.6,
            LineEnd.Sentence when last[^1] is '?' or '!' => 0.8,
            LineEnd.Sentence when last[^1] == '…' || last.EndsWith("...") => 0.2,
            LineEnd.Sentence => -3.0,
            LineEnd.Colon => -2.2,
            _ => -5.0,
        };
        var fill = view.Fill(i);
        evidence += fill < 0.55 ? 0.9 : fill < 0.8 ? 0.4 : fill > 1.3 ? -1.2 : 0;
        evidence += IsText(view, i + 1) ? 1.2 : 0;
        evidence += view.Units[i + 1].Mark is null ? 0 : view.Units[i].Mark is null ? -0.2 : -1.7;
        if (i > 0)
        {
            evidence += view.End(i - 1) switch
            {
                LineEnd.Sentence => 0.5,
                LineEnd.Colon when view.Units[i - 1].Kind == UnitKind.Paragraph => -1.6,
                LineEnd.Comma or LineEnd.Link => -2.5,
                _ => 0,
            };
        }

        evidence += view.Space(i) > 1 && view.Space(i) > view.Space(i + 1) ? 0.8 : view.Space(i) == 0 && view.Space(i + 1) > 0 ? -0.6 : 0;
        evidence += ShortRun(view, i) switch
        {
            >= 5 => -3.5,
            4 => -1.5,
            _ => 0,
        };
        evidence += view.Units[i].Mark is { } mark ? ((view.Units[i + 1].Mark is { } other && other.Kind == mark.Kind) || (i > 0 && IsNext(view.Units[i - 1].Mark, mark)) ? -3 : 0.8) : 0;
        evidence += view.Units[i].Mark is null && view.Label(i).Kind is not null ? 1.2 : 0;
        evidence += view.FirstLine(i).IsSection ? 1.5 : 0;
        evidence += IsCapitals(view.First(i)) ? 1.0 : 0;
        evidence += LineWords.IsDated(last) ? -3 : 0;
        evidence += LetterParts.IsContactLine(view.First(i)) ? -3 : 0;
        evidence += HasTextBelow(view, i) ? 0 : -2.5;
        if (!LetterParts.IsAppendix(view.First(i)))
        {
            foreach (var line in view.LinesOf(i))
            {
                evidence += view.HasAddress(line) ? -3 : 0;
            }
        }

        evidence += view.First(i)[0] == '(' ? -3 : 0;
        evidence += last[^1] != '?' && HasVerb(view.First(i)) ? -1.8 : 0;
        evidence += last[^1] is '"' or '“' or '”' or '»' && view.First(i).IndexOfAny("\"„“«") is >= 0 and var quoted && view.First(i)[quoted..].Count(' ') > 4 ? -2.5 : 0;
        evidence += LineWords.HasSentenceEnd(view.First(i)) ? -2.5 : 0;
        return evidence;
    }

    /// <summary>True if a mark is the next in the row of another.</summary>
    private static bool IsNext(ListMark? before, ListMark mark) => before is not null && before.Kind == mark.Kind && before.Glyph == mark.Glyph && before.Number == mark.Number - 1;

    /// <summary>Headings other than questions seldom hold a finite verb.</summary>
    private static bool HasVerb(ReadOnlySpan<char> line)
    {
        foreach (var word in line.Split(' '))
        {
            if (Verbs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(line[word]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many short units that end no sentence stand together here: many of them are an address, a table or a list.</summary>
    private static int ShortRun(UnitView view, int i)
    {
        var count = 1;
        for (var k = i - 1; k >= 0 && count < 6 && IsShort(k); k--)
        {
            count++;
        }

        for (var k = i + 1; k < view.Units.Count && count < 6 && IsShort(k); k++)
        {
            count++;
        }

        return count;

        bool IsShort(int k) => view.Units[k].Kind == UnitKind.Paragraph | view.Units[k].Kind == UnitKind.Heading && view.Units[k].Mark is null && !IsText(view, k);
    }

    /// <summary>What ends a document, as signatures do, heads nothing.</summary>
    private static bool HasTextBelow(UnitView view, int i)
    {
        for (var k = i + 1; k < view.Units.Count; k++)
        {
            if (k > i + MostLinesAtEnd || view.Units[k].Mark is not null || IsText(view, k))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Running text: longer than a line, or a sentence.</summary>
    private static bool IsText(UnitView view, int i) => view.Units[i].Kind == UnitKind.Table || view.Units[i].Lines.Count > 1 || view.Fill(i) > 0.9 || view.End(i) is LineEnd.Sentence or LineEnd.Colon;

    private static bool HasLetters(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCapitals(ReadOnlySpan<char> line)
    {
        var letters = 0;
        foreach (var c in line)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            letters += char.IsUpper(c) ? 1 : 0;
        }

        return letters > 3;
    }

    /// <summary>
    /// Levels come from numbers ("2.1" stands below "2"), from what is counted in another way right below another heading ("Zu § 5"
    /// below "II."), or else from headings that follow one another at once: the second is below the first, and so are the following
    /// ones until another such pair begins, or one lacks what several of them have in common.
    /// </summary>
    private static void SetLevels(UnitView view)
    {
        var headings = Enumerable.Range(0, view.Units.Count).Where(i => view.Units[i].Kind == UnitKind.Heading).ToList();
        var labels = headings.ConvertAll(view.Label);
        var counted = labels.Where(label => label.Kind is not null).GroupBy(label => label.Kind!).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        labels = labels.ConvertAll(label => label.Kind is null || label.Depth > 1 || counted.Contains(label.Kind) ? label : default);
        var tops = TopLevels(headings, labels);
        var inner = false;
        var (alike, common) = (0, HeadingTraits.None);
        for (var k = 0; k < headings.Count; k++)
        {
            var i = headings[k];
            if (view.FirstLine(i).HeadingLevel is > 0 and var stated)
            {
                view.Units[i].Level = stated;
                continue;
            }

            var (kind, depth) = labels[k];
            if (kind is not null || tops[""] > 1)
            {
                view.Units[i].Level = Math.Min(Deepest, tops[kind ?? ""] + Math.Max(0, depth - 1));
                continue;
            }

            var follows = k > 0 && headings[k - 1] == i - 1;
            var outer = k + 1 < headings.Count && headings[k + 1] == i + 1 && labels[k + 1].Kind is null && !follows;
            var traits = TraitsOf(view, i);
            inner = !outer && (inner ? alike < LeastAlike || (common & traits) == common : follows && labels[k - 1].Kind is null);
            (alike, common) = !inner ? (0, HeadingTraits.None) : alike == 0 ? (1, traits) : (alike + 1, common & traits);
            view.Units[i].Level = inner ? 2 : 1;
        }
    }

    private static HeadingTraits TraitsOf(UnitView view, int i)
    {
        var traits = view.Last(i).EndsWith("?") ? HeadingTraits.Asks : HeadingTraits.None;
        foreach (var line in view.LinesOf(i))
        {
            traits |= view.In(line).ContainsAnyInRange('0', '9') ? HeadingTraits.HasFigures : HeadingTraits.None;
        }

        return traits;
    }

    /// <summary>
    /// The level that each way of counting begins at, headings without numbers under the empty name: one more than that of the heading
    /// that it first stands right below, if that is counted in a way seen before.
    /// </summary>
    private static Dictionary<string, int> TopLevels(List<int> headings, List<SectionLabel> labels)
    {
        // A single heading without a number may as well be a subtitle.
        var hasOthers = labels.Count(label => label.Kind is null) > 1;
        var tops = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var k = 0; k < headings.Count; k++)
        {
            var kind = labels[k].Kind ?? "";
            if (!tops.ContainsKey(kind))
            {
                var isBelow = k > 0 && headings[k - 1] == headings[k] - 1 && (labels[k - 1].Kind is not null || hasOthers);
                tops[kind] = isBelow ? tops[labels[k - 1].Kind ?? ""] + Math.Max(1, labels[k - 1].Depth) : 1;
            }
        }

        tops.TryAdd("", 1);
        return tops;
    }

    /// <summary>What headings of one level may have in common.</summary>
    [Flags]
    private enum HeadingTraits : byte
    {
        None = 0,
        HasFigures = 1,
        Asks = 2,
    }
}
