using System.Numerics;

using Publisher.Editions.Pictures.Svg;
using Publisher.Editions.Pictures.Vectors;

namespace Publisher.Editions.Docx.Pictures;

/// <summary>
/// A plain raster image of an SVG picture, for programs that know no SVG: shapes with their fills and strokes. Text, gradients and
/// dashes are left out; who sees SVG sees them.
/// </summary>
internal sealed class SvgImage
{
    // 288 dots an inch: three pixels of the image for one of CSS.
    private const float Scale = 3;
    private const float LargestSide = 1600;

    private readonly Canvas _canvas;
    private readonly Matrix3x2 _scaling;
    private VectorClip? _clip;
    private byte[]? _mask;

    private SvgImage(Canvas canvas, float scale)
    {
        _canvas = canvas;
        _scaling = Matrix3x2.CreateScale(scale);
    }

    /// <summary>The size of an SVG picture in CSS pixels, and its image as PNG; null if it is none or runs something.</summary>
    public static (float Width, float Height, byte[] Png)? Of(ReadOnlySpan<byte> file)
    {
        if (SvgReader.Read(file.ToArray()) is not { IsActive: false } picture)
            return null;

        var scale = Math.Min(Scale, LargestSide / Math.Max(picture.Width, picture.Height));
        var (width, height) = ((int)MathF.Ceiling(picture.Width * scale), (int)MathF.Ceiling(picture.Height * scale));
        var canvas = new Canvas(width, height);
        new SvgImage(canvas, scale).Draw(picture.Root, 1);
        return (picture.Width, picture.Height, PngWriter.Write(width, height, canvas.Pixels));
    }

    private void Draw(VectorGroup group, float opacity)
    {
        foreach (var mark in group.Marks)
        {
            if (mark is VectorGroup inner)
                Draw(inner, opacity * inner.Opacity);
            else if (mark is VectorShape shape)
                Draw(shape, opacity);
        }
    }

    private void Draw(VectorShape shape, float opacity)
    {
        var transform = shape.Transform * _scaling;
        var outline = Flattener.Flatten(shape.Path, transform);
        var mask = MaskOf(shape.Clip);
        if (shape.Fill?.AsPlain is { } fill)
            _canvas.Fill(outline, fill.Colour, fill.Opacity * opacity, shape.IsEvenOdd, mask);
        if (shape.Stroke is { } stroke)
        {
            var half = stroke.Width * MathF.Sqrt(MathF.Abs(transform.GetDeterminant())) / 2;
            _canvas.Fill(Strokes(outline, half), stroke.Paint.Colour, stroke.Paint.Opacity * opacity, isEvenOdd: false, mask);
        }
    }

    // Neighbours share a region more often than not.
    private byte[]? MaskOf(VectorClip? clip)
    {
        if (ReferenceEquals(clip, _clip))
            return _mask;
        (_clip, _mask) = (clip, null);
        for (; clip is not null; clip = clip.Outer)
        {
            var outlines = clip.Outlines.SelectMany(o => Flattener.Flatten(o.Path, o.Transform * _scaling)).ToList();
            _mask = _canvas.MaskOf(outlines, clip.IsEvenOdd, _mask);
        }

        return _mask;
    }

    /// <summary>Each piece of a line as a quadrilateral that reaches a little beyond its ends, so that corners close.</summary>
    private static List<List<Vector2>> Strokes(List<List<Vector2>> outline, float half)
    {
        var strokes = new List<List<Vector2>>();
        foreach (var line in outline)
        {
            for (var i = 0; i + 1 < line.Count; i++)
            {
                var along = line[i + 1] - line[i];
                if (along.LengthSquared() > 0)
                {
                    along = Vector2.Normalize(along) * half;
                    var across = new Vector2(-along.Y, along.X);
                    var reach = line.Count > 2 ? along * 0.5f : Vector2.Zero;
                    strokes.Add([line[i] - reach + across, line[i + 1] + reach + across, line[i + 1] + reach - across, line[i] - reach - across]);
                }
            }
        }

        return strokes;
    }
}
