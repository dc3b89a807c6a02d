using System.Numerics;
using Publisher.Templates;

namespace Publisher.Editions.Docx.Pictures;

/// <summary>Fills polygons on a transparent ground, each pixel by how much of it they cover.</summary>
internal sealed class Canvas(int width, int height)
{
    // Lines of samples in a row of pixels; across, coverage is exact.
    private const int Samples = 4;

    private readonly byte[] _pixels = new byte[width * height * 4];
    private readonly float[] _cover = new float[width];

    public ReadOnlySpan<byte> Pixels => _pixels;

    /// <summary>Fills polygons.</summary>
    /// <param name="polygons">In pixels, closed by themselves.</param>
    /// <param name="colour">The colour.</param>
    /// <param name="opacity">0 to 1.</param>
    /// <param name="isEvenOdd">True for the rule "evenodd", false for "nonzero".</param>
    /// <param name="mask">How much of each pixel is to be seen, 0 to 255; null for all of all.</param>
    public void Fill(IReadOnlyList<List<Vector2>> polygons, Colour colour, float opacity, bool isEvenOdd, byte[]? mask = null)
    {
        if (opacity > 0)
            CoverRows(polygons, isEvenOdd, row => Blend(row, colour, opacity, mask));
    }

    /// <summary>How much of each pixel polygons cover, 0 to 255.</summary>
    /// <param name="polygons">In pixels, closed by themselves.</param>
    /// <param name="isEvenOdd">True for the rule "evenodd", false for "nonzero".</param>
    /// <param name="within">A mask that holds too; null for none.</param>
    public byte[] MaskOf(IReadOnlyList<List<Vector2>> polygons, bool isEvenOdd, byte[]? within)
    {
        var mask = new byte[width * height];
        CoverRows(polygons, isEvenOdd, row =>
        {
            for (var x = 0; x < width; x++)
            {
                var at = (row * width) + x;
                mask[at] = (byte)MathF.Round(Math.Min(1, _cover[x]) * (within is null ? byte.MaxValue : within[at]));
            }
        });
        return mask;
    }

    private void CoverRows(IReadOnlyList<List<Vector2>> polygons, bool isEvenOdd, Action<int> use)
    {
        var edges = EdgesOf(polygons);
        if (edges.Count == 0)
        {
            return;
        }

        var first = Math.Max(0, (int)MathF.Floor(edges.Min(edge => edge.Top.Y)));
        var last = Math.Min(height - 1, (int)MathF.Ceiling(edges.Max(edge => edge.Bottom.Y)));
        var crossings = new List<(float X, int Direction)>();
        for (var row = first; row <= last; row++)
        {
            Array.Clear(_cover);
            for (var sample = 0; sample < Samples; sample++)
            {
                Cross(edges, row + ((sample + 0.5f) / Samples), crossings);
                Cover(crossings, isEvenOdd);
            }

            use(row);
        }
    }

    private static List<(Vector2 Top, Vector2 Bottom, int Direction)> EdgesOf(IReadOnlyList<List<Vector2>> polygons)
    {
        var edges = new List<(Vector2, Vector2, int)>();
        foreach (var polygon in polygons)
        {
            for (var i = 0; i < polygon.Count; i++)
            {
                var (a, b) = (polygon[i], polygon[(i + 1) % polygon.Count]);
                if (a.Y != b.Y && float.IsFinite(a.X + a.Y + b.X + b.Y))
                {
                    edges.Add(a.Y < b.Y ? (a, b, 1) : (b, a, -1));
                }
            }
        }

        return edges;
    }

    private static void Cross(List<(Vector2 Top, Vector2 Bottom, int Direction)> edges, float y, List<(float X, int Direction)> crossings)
    {
        crossings.Clear();
        foreach (var (top, bottom, direction) in edges)
        {
            if (top.Y <= y && y < bottom.Y)
            {
                crossings.Add((top.X + ((bottom.X - top.X) * (y - top.Y) / (bottom.Y - top.Y)), direction));
            }
        }

        crossings.Sort();
    }

    private void Cover(List<(float X, int Direction)> crossings, bool isEvenOdd)
    {
        var winding = 0;
        for (var i = 0; i + 1 < crossings.Count; i++)
        {
            winding += crossings[i].Direction;
            if (isEvenOdd ? i % 2 == 0 : winding != 0)
            {
                Span(crossings[i].X, crossings[i + 1].X);
            }
        }
    }

    private void Span(float from, float to)
    {
        from = Math.Clamp(from, 0, width);
        to = Math.Clamp(to, 0, width);
        for (var x = (int)from; x < width && x < to; x++)
        {
            _cover[x] += (Math.Min(to, x + 1) - Math.Max(from, x)) / Samples;
        }
    }

    private void Blend(int row, Colour colour, float opacity, byte[]? mask)
    {
        for (var x = 0; x < width; x++)
        {
            var alpha = Math.Min(1, _cover[x]) * opacity * (mask is null ? 1 : mask[(row * width) + x] / 255f);
            if (alpha <= 0)
            {
                continue;
            }

            var pixel = _pixels.AsSpan(((row * width) + x) * 4, 4);
            var below = pixel[3] / 255f * (1 - alpha);
            var sum = alpha + below;
            pixel[0] = Mix(colour.Red, pixel[0], alpha, below, sum);
            pixel[1] = Mix(colour.Green, pixel[1], alpha, below, sum);
            pixel[2] = Mix(colour.Blue, pixel[2], alpha, below, sum);
            pixel[3] = (byte)MathF.Round(sum * 255);
        }
    }

    private static byte Mix(byte above, byte below, float alpha, float rest, float sum) =>
        (byte)MathF.Round(((above * alpha) + (below * rest)) / sum);
}
