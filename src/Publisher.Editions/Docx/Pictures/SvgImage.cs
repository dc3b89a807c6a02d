using System.Numerics;
using System.Xml;
using System.Xml.Linq;
using Publisher.Templates;

namespace Publisher.Editions.Docx.Pictures;

/// <summary>
/// A plain raster image of an SVG picture, for programs that know no SVG: shapes with their fills and strokes. Text, gradients and
/// filters are left out; who sees SVG sees them.
/// </summary>
internal sealed class SvgImage
{
    // 288 dots an inch: three pixels of the image for one of CSS.
    private const float Scale = 3;
    private const float LargestSide = 1600;
    private const int DeepestGroup = 40;
    private const int LongestFile = 1 << 20;

    private readonly Canvas _canvas;

    private SvgImage(Canvas canvas) => _canvas = canvas;

    /// <summary>The size of an SVG picture in CSS pixels, and its image as PNG; null if it is none.</summary>
    public static (float Width, float Height, byte[] Png)? Of(ReadOnlySpan<byte> file)
    {
        if (Load(file) is not { } root || SizeOf(root) is not { } size)
        {
            return null;
        }

        var scale = Math.Min(Scale, LargestSide / Math.Max(size.Width, size.Height));
        var (width, height) = ((int)MathF.Ceiling(size.Width * scale), (int)MathF.Ceiling(size.Height * scale));
        var canvas = new Canvas(width, height);
        var view = size.View;
        var fit = Math.Min(width / view.Width, height / view.Height);
        var place = Matrix3x2.CreateTranslation(-view.X, -view.Y) * Matrix3x2.CreateScale(fit)
            * Matrix3x2.CreateTranslation((width - (view.Width * fit)) / 2, (height - (view.Height * fit)) / 2);
        new SvgImage(canvas).Draw(root, new Brush(Colour.Black, null, 1, 1, 1, 1, false), place, 0);
        return (size.Width, size.Height, PngWriter.Write(width, height, canvas.Pixels));
    }

    private static XElement? Load(ReadOnlySpan<byte> file)
    {
        if (file.Length > LongestFile || file.IndexOf("<svg"u8) < 0)
        {
            return null;
        }

        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestFile };
            using var reader = XmlReader.Create(new MemoryStream(file.ToArray()), settings);
            var root = XElement.Load(reader);
            return root.Name.LocalName == "svg" && !root.DescendantsAndSelf().Any(IsActive) ? root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // What a picture has no need for may not go into a file that others open.
    private static bool IsActive(XElement element) => element.Name.LocalName is "script" or "foreignObject" or "iframe" or "handler"
        || element.Attributes().Any(a => a.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || (a.Name.LocalName == "href" && !a.Value.StartsWith('#') && !a.Value.StartsWith("data:image/", StringComparison.Ordinal)));

    private static (float Width, float Height, (float X, float Y, float Width, float Height) View)? SizeOf(XElement root)
    {
        var box = SvgOutline.Numbers((string?)root.Attribute("viewBox") ?? "");
        var width = LengthOf(root, "width") ?? (box.Count == 4 ? box[2] : 300);
        var height = LengthOf(root, "height") ?? (box.Count == 4 ? width * box[3] / Math.Max(1e-6f, box[2]) : 150);
        var view = box.Count == 4 ? (box[0], box[1], box[2], box[3]) : (0, 0, width, height);
        var isSound = width is > 0 and < 1e5f && height is > 0 and < 1e5f && view.Item3 > 0 && view.Item4 > 0;
        return isSound ? (width, height, view) : null;
    }

    private static float? LengthOf(XElement element, string name)
    {
        var text = (string?)element.Attribute(name);
        return text is null || text.EndsWith('%') || SvgOutline.Numbers(text) is not [var number, ..] ? null : number * text switch
        {
            _ when text.EndsWith("pt", StringComparison.Ordinal) => 4f / 3,
            _ when text.EndsWith("mm", StringComparison.Ordinal) => 96 / 25.4f,
            _ when text.EndsWith("cm", StringComparison.Ordinal) => 96 / 2.54f,
            _ when text.EndsWith("in", StringComparison.Ordinal) => 96,
            _ => 1,
        };
    }

    private void Draw(XElement element, Brush brush, Matrix3x2 transform, int depth)
    {
        if (depth > DeepestGroup || element.Name.LocalName is "defs" or "symbol" or "clipPath" or "mask" or "title" or "desc" or "metadata" or "text" or "style")
        {
            return;
        }

        brush = brush.With(element);
        transform = TransformOf((string?)element.Attribute("transform") ?? "") * transform;
        if (OutlineOf(element, transform) is { } outline)
        {
            Paint(outline, brush, transform);
        }

        foreach (var child in element.Elements())
        {
            Draw(child, brush, transform, depth + 1);
        }
    }

    private void Paint(List<List<Vector2>> outline, Brush brush, Matrix3x2 transform)
    {
        if (brush.Fill is { } fill)
        {
            _canvas.Fill(outline, fill, brush.FillOpacity * brush.Opacity, brush.IsEvenOdd);
        }

        if (brush.Stroke is { } stroke)
        {
            var half = brush.StrokeWidth * MathF.Sqrt(MathF.Abs(transform.GetDeterminant())) / 2;
            _canvas.Fill(Strokes(outline, half), stroke, brush.StrokeOpacity * brush.Opacity, isEvenOdd: false);
        }
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

    private static List<List<Vector2>>? OutlineOf(XElement element, Matrix3x2 transform)
    {
        float At(string name) => LengthOf(element, name) ?? 0;
        switch (element.Name.LocalName)
        {
            case "path":
                return SvgOutline.Of((string?)element.Attribute("d") ?? "", transform);
            case "rect":
                return SvgOutline.Of(FormattableString.Invariant($"M{At("x")} {At("y")}h{At("width")}v{At("height")}h{-At("width")}z"), transform);
            case "circle":
                return [SvgOutline.Ellipse(new Vector2(At("cx"), At("cy")), new Vector2(At("r")), transform)];
            case "ellipse":
                return [SvgOutline.Ellipse(new Vector2(At("cx"), At("cy")), new Vector2(At("rx"), At("ry")), transform)];
            case "line":
                return SvgOutline.Of(FormattableString.Invariant($"M{At("x1")} {At("y1")}L{At("x2")} {At("y2")}"), transform);
            case "polygon":
                return SvgOutline.Of("M" + (string?)element.Attribute("points") + "z", transform);
            case "polyline":
                return SvgOutline.Of("M" + (string?)element.Attribute("points"), transform);
            default:
                return null;
        }
    }

    private static Matrix3x2 TransformOf(string text)
    {
        var transform = Matrix3x2.Identity;
        foreach (var call in text.Split(')', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = call.Split('(');
            if (parts.Length == 2)
            {
                transform = One(parts[0].Trim(' ', ',', '\n', '\t'), SvgOutline.Numbers(parts[1])) * transform;
            }
        }

        return transform;
    }

    private static Matrix3x2 One(string name, List<float> v) => (name, v.Count) switch
    {
        ("translate", 1) => Matrix3x2.CreateTranslation(v[0], 0),
        ("translate", >= 2) => Matrix3x2.CreateTranslation(v[0], v[1]),
        ("scale", 1) => Matrix3x2.CreateScale(v[0]),
        ("scale", >= 2) => Matrix3x2.CreateScale(v[0], v[1]),
        ("rotate", 1 or 2) => Matrix3x2.CreateRotation(v[0] * MathF.PI / 180),
        ("rotate", >= 3) => Matrix3x2.CreateRotation(v[0] * MathF.PI / 180, new Vector2(v[1], v[2])),
        ("matrix", 6) => new Matrix3x2(v[0], v[1], v[2], v[3], v[4], v[5]),
        _ => Matrix3x2.Identity,
    };

    /// <summary>How shapes are painted; what an element does not say it has from the one round it.</summary>
    private sealed record Brush(Colour? Fill, Colour? Stroke, float StrokeWidth, float FillOpacity, float StrokeOpacity, float Opacity, bool IsEvenOdd)
    {
        public Brush With(XElement element)
        {
            var brush = this;
            foreach (var attribute in element.Attributes())
            {
                brush = brush.With(attribute.Name.LocalName, attribute.Value.Trim());
            }

            foreach (var declaration in ((string?)element.Attribute("style") ?? "").Split(';'))
            {
                var parts = declaration.Split(':', 2);
                brush = parts.Length == 2 ? brush.With(parts[0].Trim(), parts[1].Trim()) : brush;
            }

            return brush;
        }

        private Brush With(string name, string value) => name switch
        {
            "fill" => this with { Fill = ColourOf(value, Fill) },
            "stroke" => this with { Stroke = ColourOf(value, Stroke) },
            "stroke-width" => this with { StrokeWidth = Number(value, StrokeWidth) },
            "fill-opacity" => this with { FillOpacity = Number(value, 1) },
            "stroke-opacity" => this with { StrokeOpacity = Number(value, 1) },
            "opacity" => this with { Opacity = Opacity * Number(value, 1) },
            "fill-rule" => this with { IsEvenOdd = value == "evenodd" },
            _ => this,
        };

        private static float Number(string text, float otherwise) => SvgOutline.Numbers(text) is [var number, ..] ? number : otherwise;

        private static Colour? ColourOf(string text, Colour? inherited)
        {
            if (text is "none" or "transparent")
            {
                return null;
            }

            if (Colour.TryParse(text, out var colour))
            {
                return colour;
            }

            if (text.StartsWith("rgb(", StringComparison.Ordinal) && SvgOutline.Numbers(text.AsSpan(4)) is [var r, var g, var b, ..])
            {
                return new Colour((byte)Math.Clamp(r, 0, 255), (byte)Math.Clamp(g, 0, 255), (byte)Math.Clamp(b, 0, 255));
            }

            return text switch
            {
                "white" => Colour.White,
                "black" or "currentColor" => Colour.Black,
                "red" => new Colour(255, 0, 0),
                "green" => new Colour(0, 128, 0),
                "blue" => new Colour(0, 0, 255),
                "gray" or "grey" => new Colour(128, 128, 128),
                "yellow" => new Colour(255, 255, 0),
                "orange" => new Colour(255, 165, 0),
                "inherit" => inherited,
                _ when text.StartsWith("url(", StringComparison.Ordinal) => new Colour(128, 128, 128),
                _ => inherited,
            };
        }
    }
}
