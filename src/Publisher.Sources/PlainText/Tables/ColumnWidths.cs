using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Tables;

/// <summary>Sets of column widths that the line ends of a strip suggest.</summary>
internal static class ColumnWidths
{
    /// <summary>Columns that a set has at most.</summary>
    public const int MostColumns = 6;

    private const int MostWidths = 5;

    /// <summary>
    /// All sets of two or three columns that about fill the measure; of more, those with columns of one width but for the first or last. A
    /// search corrects what it finds narrower.
    /// </summary>
    public static List<int[]> Sets(CellStrip strip, int measure)
    {
        var widths = Candidates(strip, measure);
        var sets = new List<int[]>();
        foreach (var first in widths)
        {
            foreach (var last in widths)
            {
                Add(first, last);
                foreach (var middle in widths)
                {
                    Add(first, middle, last);
                    for (var columns = 4; columns <= MostColumns && (middle == first || middle == last); columns++)
                    {
                        Add([first, .. Enumerable.Repeat(middle, columns - 2), last]);
                    }
                }
            }
        }

        return sets;

        // The letters of a table are often smaller than those of the text.
        void Add(params int[] set)
        {
            var sum = set.Sum();
            if (sum * 5 >= measure * 2 && sum * 10 <= measure * 13)
            {
                sets.Add(set);
            }
        }
    }

    /// <summary>
    /// Widths that lie between a line's and its width with the next word most often, as in <see cref="Measures"/>; and a narrow one for
    /// columns whose cells are never broken.
    /// </summary>
    private static List<int> Candidates(CellStrip strip, int measure)
    {
        var ends = new List<(int From, int To, double Weight)>();
        for (var i = 0; i + 1 < strip.Count; i++)
        {
            var isDivided = strip.Ends[i] is LineEnd.Hyphen or LineEnd.SoftHyphen;
            var weight = isDivided || strip.Starts[i + 1] == LineStart.Lower ? 1 : strip.Ends[i] == LineEnd.Sentence ? 0.05 : 0.25;
            ends.Add((strip.Widths[i], strip.Widths[i] + (isDivided ? 0 : strip.Piece(i + 1)), weight));
        }

        var widths = new List<int>();
        while (widths.Count < MostWidths && ends.Count > 0)
        {
            var (at, weight) = Deepest(ends);
            if (weight < 1)
            {
                break;
            }

            widths.Add(at);
            ends.RemoveAll(end => end.From <= at && end.To >= at);
        }

        widths.Add(measure / 8);
        return widths.Distinct().Order().ToList();
    }

    /// <summary>The width that most line ends allow, by weight.</summary>
    private static (int At, double Weight) Deepest(List<(int From, int To, double Weight)> ends)
    {
        var steps = ends.SelectMany(end => new[] { (At: end.From, Ends: false, end.Weight), (At: end.To, Ends: true, Weight: -end.Weight) }).OrderBy(step => step.At).ThenBy(step => step.Ends);
        double depth = 0;
        var best = (At: 0, Weight: -1.0);
        foreach (var (at, isEnd, weight) in steps)
        {
            depth += weight;
            if (!isEnd && depth >= best.Weight - 1e-9)
            {
                best = (at, depth);
            }
        }

        return best;
    }
}
