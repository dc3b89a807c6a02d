using Publisher.Typesetting.Frames;

namespace Publisher.Typesetting.Pages;

/// <summary>
/// Puts a galley on a grid, so that running text stands on the same baselines in every column and on both sides of a sheet. Lines whose
/// leading is about that of the grid, or about a multiple of it, take it on. What does not fit (a subtitle, a table, a rule, a picture)
/// keeps its own measure, and the space round it is made up to whole lines.
/// </summary>
internal static class BaselineGrid
{
    // Heights are sums of many numbers: what is a thousandth of a point too high is not a line higher.
    private const double Slack = 1e-3;

    // A line may grow by this share of its height to reach the grid; more would tear a title apart.
    private const double MostGrowth = 0.2;

    // A line whose leading is a little more than the grid's gives up so much of it, rather than stand on every other line.
    private const double MostTaken = 0.2;

    /// <summary>Aligns slabs.</summary>
    /// <param name="galley">The slabs of the flow.</param>
    /// <param name="grid">Distance of two lines of the grid in points; nothing happens if it is not greater than zero.</param>
    public static void Align(List<Slab> galley, double grid)
    {
        if (grid <= Slack)
            return;
        foreach (var slab in galley)
            Fit(slab, grid);

        for (var i = 0; i < galley.Count;)
        {
            var end = i;
            while (end < galley.Count && !galley[end].IsOnGrid && (end == i || !galley[end].BeginsPage))
                end++;
            if (end > i)
                MakeUp(galley, i, end, grid);
            else
                galley[i].SpaceBefore = RoundUp(galley[i].SpaceBefore, grid);

            // The space of the slab after what was made up counts as part of it.
            i = end > i && end < galley.Count && galley[end].BeginsPage ? end : end + 1;
        }
    }

    /// <summary>Where a slab of the grid stands that would stand at some height: a column may begin in the middle of what was made up.</summary>
    /// <param name="slab">The slab.</param>
    /// <param name="y">Height from the upper edge of the column in points.</param>
    /// <param name="grid">Distance of two lines of the grid in points; zero for none.</param>
    public static double Next(Slab slab, double y, double grid) => grid > Slack && slab.IsOnGrid ? RoundUp(y, grid) : y;

    private static void Fit(Slab slab, double grid)
    {
        if (slab.Cells is not null || !slab.Frames.Exists(f => f is GlyphRun))
        {
            slab.IsOnGrid = slab.Frames.Count == 0 && slab.Height <= Slack;
            return;
        }

        var (below, above) = (Math.Floor((slab.Height + Slack) / grid) * grid, RoundUp(slab.Height, grid));
        var height = below > 0 && slab.Height - below <= grid * MostTaken && !slab.Frames.Exists(f => f is PictureFrame) ? below : above;
        if (height - slab.Height > slab.Height * MostGrowth)
            return;
        slab.IsOnGrid = true;
        for (var i = 0; i < slab.Frames.Count && Math.Abs(height - slab.Height) > Slack; i++)
            slab.Frames[i] = slab.Frames[i].Shifted(0, height - slab.Height);
        slab.Height = height;
    }

    // What is lacking goes above and below as the spaces there are to one another: more above a heading than below.
    private static void MakeUp(List<Slab> galley, int start, int end, double grid)
    {
        var follower = end < galley.Count && !galley[end].BeginsPage ? galley[end] : null;
        var (before, after) = (galley[start].SpaceBefore, follower?.SpaceBefore ?? 0);
        var total = after;
        for (var i = start; i < end; i++)
            total += galley[i].SpaceBefore + galley[i].Height;
        var lacking = RoundUp(total, grid) - total;
        var share = follower is null ? 1 : before + after > 0 ? before / (before + after) : 0;
        galley[start].SpaceBefore += lacking * share;
        if (follower is not null)
            follower.SpaceBefore += lacking * (1 - share);
    }

    private static double RoundUp(double height, double grid) => Math.Ceiling((height - Slack) / grid) * grid;
}
