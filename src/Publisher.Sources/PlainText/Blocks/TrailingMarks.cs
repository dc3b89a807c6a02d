using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Blocks;

/// <summary>
/// Gives list marks that an extraction collected below the text of a page to the units they belong to. There are as many items on
/// the page as marks; which units they are is the likeliest choice: runs of units below a colon, set narrower than the text, that
/// begin with small letters or end like parts of an enumeration.
/// </summary>
internal static class TrailingMarks
{
    // A second list on the same page wants some evidence of its own.
    private const double NewRun = -2;

    // What stands in a row of so many short units that no colon announces is a table or a programme.
    private const int LongRow = 8;

    // Far more than any page holds; a hostile file may have a million marks on one "page".
    private const long MostWork = 1_000_000;

    /// <summary>Marks the items of every page that has such marks.</summary>
    public static void Assign(UnitView view, SortedDictionary<int, List<TextLine>> marksByPage)
    {
        var first = 0;
        foreach (var (page, marks) in marksByPage)
        {
            while (first < view.Units.Count && view.FirstLine(first).Page < page)
            {
                first++;
            }

            if (first < view.Units.Count && view.FirstLine(first).Page == page)
            {
                Assign(view, first, page, marks);
            }
        }
    }

    private static void Assign(UnitView view, int first, int page, List<TextLine> marks)
    {
        var last = first;
        while (last + 1 < view.Units.Count && view.FirstLine(last + 1).Page == page)
        {
            last++;
        }

        if ((last - first + 1L) * marks.Count > MostWork)
        {
            return;
        }

        var chosen = Choose(view, first, last, marks);
        for (var k = 0; k < chosen.Count; k++)
        {
            view.Units[chosen[k]].Mark ??= marks[k].Mark;
        }
    }

    /// <summary>The best choice of so many units, by dynamic programming over units and marks left.</summary>
    private static List<int> Choose(UnitView view, int first, int last, List<TextLine> marks)
    {
        var n = last - first + 1;
        var count = Math.Min(marks.Count, n);
        var spread = marks.Exists(mark => mark.Space > 0) && marks.Skip(1).Any(mark => mark.Space == 0);
        var best = new double[n + 1, count + 1, 2];
        var take = new bool[n + 1, count + 1, 2];
        for (var c = 1; c <= count; c++)
        {
            best[n, c, 0] = best[n, c, 1] = double.NegativeInfinity;
        }

        for (var u = n - 1; u >= 0; u--)
        {
            for (var c = 0; c <= count; c++)
            {
                for (var inRun = 0; inRun < 2; inRun++)
                {
                    var skip = best[u + 1, c, 0];
                    var use = c == 0 ? double.NegativeInfinity
                        : Likeness(view, first + u, inRun == 1) + (inRun == 1 ? 0 : NewRun) + best[u + 1, c - 1, 1]
                            + (spread && c > 1 ? ByDistance(view, first + u, marks[marks.Count - c + 1]) : 0);
                    best[u, c, inRun] = Math.Max(skip, use);
                    take[u, c, inRun] = use > skip;
                }
            }
        }

        var chosen = new List<int>();
        for (int u = 0, c = count, inRun = 0; u < n; u++)
        {
            if (take[u, c, inRun])
            {
                chosen.Add(first + u);
                c--;
                inRun = 1;
            }
            else
            {
                inRun = 0;
            }
        }

        return chosen;
    }

    /// <summary>Items are set to a measure of their own; a line that is too wide for it is no item's.</summary>
    private static double ByMeasure(UnitView view, int i)
    {
        var measures = view.Measures.All;
        if (measures.Count == 1)
        {
            return 0;
        }

        var narrow = measures.Where(measure => measure < view.Measures.Text).DefaultIfEmpty(0).Max();
        var widest = view.LinesOf(i).Max(line => line.Width);
        return view.Units[i].Measure > 0 && view.Units[i].Lines.Count > 1 ? 0.5
            : measures.Max() == measures[0] && widest > narrow + Measures.Tolerance(narrow) ? -3
            : 0;
    }

    /// <summary>Marks stand as far apart as their items: the next mark follows without space only below an item of one line.</summary>
    private static double ByDistance(UnitView view, int i, TextLine next) =>
        next.Space > 0 ? (view.Units[i].Lines.Count > 1 ? 0.3 : -0.3)
        : view.Units[i].Lines.Count > 1 || (i + 1 < view.Units.Count && view.Space(i + 1) > 0) ? -3
        : 1;

    private static bool IsInShortRow(UnitView view, int i)
    {
        int first = i, last = i;
        while (first > 0 && last - first <= LongRow * 2 && IsShort(first - 1))
        {
            first--;
        }

        while (last + 1 < view.Units.Count && last - first <= LongRow * 2 && IsShort(last + 1))
        {
            last++;
        }

        return IsShort(i) && last - first + 1 >= LongRow && !(first > 0 && view.End(first - 1) == LineEnd.Colon);

        bool IsShort(int k) => view.Fill(k) < 0.6 && view.End(k) is LineEnd.Word or LineEnd.Link or LineEnd.Comma && view.Units[k].Mark is null;
    }

    private static double Likeness(UnitView view, int i, bool afterItem)
    {
        var likeness = 0.0;
        likeness += i == 0 || view.Units[i].Kind == UnitKind.Table || view.Units[i].Mark is not null ? -8 : 0;
        likeness += afterItem ? 1.2 : i > 0 && view.End(i - 1) == LineEnd.Colon ? 3 : 0;
        likeness += view.Start(i) == LineStart.Opening && view.Last(i)[^1] is '"' or '“' or '”' or '»' ? -1 : 0;
        likeness += ByMeasure(view, i);
        likeness += IsInShortRow(view, i) ? -2.5 : 0;
        likeness += view.Start(i) == LineStart.Lower && (afterItem || (i > 0 && view.End(i - 1) is LineEnd.Colon or LineEnd.Comma or LineEnd.Semicolon)) ? 2 : 0;
        likeness += view.End(i) switch
        {
            LineEnd.Comma or LineEnd.Semicolon => 1.5,
            LineEnd.Colon => -1.5,
            _ => 0,
        };

        // The items of a list stand close together; a line with space above and below is a heading.
        var space = view.Space(i);
        var below = i + 1 < view.Units.Count ? view.Space(i + 1) : -1;
        likeness += afterItem ? (space == 0 ? 0.5 : space > 0 ? -0.5 : 0) : 0;
        likeness += space > 0 && below > 0 && view.Units[i].Lines.Count == 1 && view.Fill(i) < 0.8 ? -1.5 : 0;

        // A short unit before a long one looks like a heading.
        likeness += view.End(i) == LineEnd.Word && view.Fill(i) < 0.7 && i + 1 < view.Units.Count && view.Fill(i + 1) > 1.5 ? -1.2 : 0;
        return likeness;
    }
}
