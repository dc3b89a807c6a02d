using Publisher.Typesetting.Frames;

namespace Publisher.Typesetting.Pages;

/// <summary>
/// Puts a galley on a grid: each slab and each space becomes a whole number of lines high, so that running text stands on the same
/// baselines in every column and on both sides of a sheet. What a heading or a picture lacks is added above it.
/// </summary>
internal static class BaselineGrid
{
    // Heights are sums of many numbers: what is a thousandth of a point too high is not a line higher.
    private const double Slack = 1e-3;

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
        {
            slab.SpaceBefore = RoundUp(slab.SpaceBefore, grid);
            var height = HeightOf(slab, grid);
            if (Math.Abs(height - slab.Height) > Slack && slab.Frames.Exists(f => f is GlyphRun or PictureFrame))
                Lower(slab, height - slab.Height);
            slab.Height = height;
        }
    }

    private static double HeightOf(Slab slab, double grid)
    {
        var height = RoundUp(slab.Height, grid);
        var isLine = slab.Frames.Exists(f => f is GlyphRun) && !slab.Frames.Exists(f => f is PictureFrame);
        return isLine && height > grid && slab.Height - (height - grid) <= grid * MostTaken ? height - grid : height;
    }

    private static double RoundUp(double height, double grid) => Math.Ceiling((height - Slack) / grid) * grid;

    private static void Lower(Slab slab, double by)
    {
        for (var i = 0; i < slab.Frames.Count; i++)
            slab.Frames[i] = slab.Frames[i].Shifted(0, by);
    }
}
