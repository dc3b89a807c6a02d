namespace Publisher.Sources.PlainText.Notes;

/// <summary>
/// The likeliest marks for a row of notes: each stands above its note and behind the mark of the note before. Dynamic programming over
/// the notes; of the ways to come up to a place only those are kept that no earlier place equals.
/// </summary>
internal static class MarkChain
{
    // A note at the foot of its page has its mark on that page.
    private const double SamePage = 0.6;

    // More open ways than this do not occur in texts with notes.
    private const int MostWays = 200;

    /// <summary>Chooses a mark, or none, for each note.</summary>
    /// <param name="options">For each note the places that may be its mark, in the order of the text, each with the page it stands on.</param>
    /// <param name="isOnPage">Whether a place stands on the page of a note.</param>
    /// <param name="score">The sum of what the choice is worth.</param>
    public static MarkCandidate?[] Choose(IReadOnlyList<MarkCandidate[]> options, Func<int, MarkCandidate, bool> isOnPage, out double score)
    {
        var ways = new List<Way> { new(0, 0, null, null) };
        for (var k = 0; k < options.Count; k++)
        {
            ways = Next(ways, options[k], candidate => isOnPage(k, candidate) ? SamePage : 0);
        }

        var best = ways.MaxBy(way => way.Score)!;
        score = best.Score;
        var chosen = new MarkCandidate?[options.Count];
        var at = best;
        for (var k = options.Count - 1; k >= 0; k--)
        {
            chosen[k] = at!.Mark;
            at = at.Before;
        }

        return chosen;
    }

    private static List<Way> Next(List<Way> ways, MarkCandidate[] options, Func<MarkCandidate, double> bonus)
    {
        var all = ways.ConvertAll(way => new Way(way.End, way.Score + MarkScores.Missing, null, way));
        Way? before = null;
        var next = 0;
        foreach (var option in options)
        {
            // Ways are in order of their ends, and of their scores too.
            while (next < ways.Count && ways[next].End <= option.Start)
            {
                before = ways[next++];
            }

            if (before is not null)
            {
                all.Add(new Way(option.Start + option.Length, before.Score + option.Score + bonus(option), option, before));
            }
        }

        var kept = new List<Way>();
        foreach (var way in all.OrderBy(way => way.End).ThenByDescending(way => way.Score))
        {
            if (kept.Count == 0 || way.Score > kept[^1].Score + 1e-9)
            {
                kept.Add(way);
            }
        }

        return kept.Count > MostWays ? kept.GetRange(kept.Count - MostWays, MostWays) : kept;
    }

    /// <summary>A way to give marks to the notes so far.</summary>
    private sealed record Way(int End, double Score, MarkCandidate? Mark, Way? Before);
}
