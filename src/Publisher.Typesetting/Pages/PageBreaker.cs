namespace Publisher.Typesetting.Pages;

/// <summary>
/// Chooses where a column ends: the place of least cost among those its room allows, a price for what stands at the place and one
/// for the room left empty. Looks at one column's worth of slabs, so its time is linear in the length of the galley.
/// </summary>
/// <param name="galley">The slabs of the flow.</param>
/// <param name="notes">Sets notes.</param>
/// <param name="grid">Distance of the lines of the baseline grid in points; zero for none.</param>
internal sealed class PageBreaker(List<Slab> galley, NoteSetter notes, double grid)
{
    // An empty page costs as much as this; cost grows with the square, so that a line or two cost next to nothing.
    private const double Emptiness = 2_000;

    // A note that goes on at the next page is better than a quarter of the page left empty.
    private const double NoteDivided = 120;

    // Heights are sums of many numbers.
    private const double Slack = 1e-3;

    /// <summary>Finds the end of the column that begins with a slab.</summary>
    /// <param name="start">Index of the first slab.</param>
    /// <param name="height">Room in points, less what is taken already.</param>
    /// <param name="hasNotes">Whether notes carried over stand in the column, so that its rule is paid for.</param>
    /// <param name="repeated">Height of the header rows repeated above, in points.</param>
    /// <returns>Index of the first slab of the next column; greater than <paramref name="start"/>.</returns>
    public int EndOf(int start, double height, bool hasNotes, double repeated)
    {
        var (best, bestCost) = (-1, double.PositiveInfinity);
        var (used, ofNotes) = (0.0, 0.0);
        for (var i = start; i < galley.Count; i++)
        {
            var slab = galley[i];
            if (i > start && slab.BeginsPage)
                return i;

            used = BaselineGrid.Next(slab, repeated + used + (i > start ? slab.SpaceBefore : 0), grid) - repeated + slab.Height;
            var noteHeight = notes.HeightOf(slab, hasNotes);
            var room = height - used - ofNotes;
            var isDivided = noteHeight > room + Slack;
            if (isDivided && (slab.Notes is null || notes.LeastHeightOf(slab, hasNotes) > room + Slack))
                break;

            var cost = CostAfter(i, room - noteHeight, height) + (isDivided ? NoteDivided : 0);
            if (cost <= bestCost)
                (best, bestCost) = (i + 1, cost);
            if (isDivided)
                break;
            ofNotes += noteHeight;
            hasNotes |= slab.Notes is not null;
        }

        return best > start ? best : start + 1;
    }

    private double CostAfter(int index, double rest, double height)
    {
        if (index + 1 >= galley.Count)
            return 0;
        var empty = Math.Max(0, rest) / height;
        return galley[index + 1].Penalty + (Emptiness * empty * empty);
    }
}
