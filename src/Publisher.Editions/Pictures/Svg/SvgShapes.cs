using System.Numerics;
using System.Xml.Linq;

using Publisher.Editions.Pictures.Vectors;

namespace Publisher.Editions.Pictures.Svg;

/// <summary>Outlines of the shapes (SVG 2, 9 and 10).</summary>
internal static class SvgShapes
{
    /// <summary>The outline of a shape in its own coordinates; null if the element is no shape or has nothing to show.</summary>
    /// <param name="element">The element.</param>
    /// <param name="viewport">What percentages are of.</param>
    public static VectorPath? OutlineOf(XElement element, Vector2 viewport)
    {
        var path = element.Name.LocalName switch
        {
            "path" => SvgPath.Parse((string?)element.Attribute("d")),
            "rect" => Rectangle(element, viewport),
            "circle" => Circle(element, viewport),
            "ellipse" => Ellipse(element, viewport),
            "line" => new PathBuilder().MoveTo(Point(element, "x1", "y1", viewport)).LineTo(Point(element, "x2", "y2", viewport)).Build(),
            "polyline" => Points(element, isClosed: false),
            "polygon" => Points(element, isClosed: true),
            _ => null,
        };
        return path is { Segments.Length: > 1 } ? path : null;
    }

    /// <summary>Two lengths of an element, one of each axis; 0 for what is not said.</summary>
    public static Vector2 Point(XElement element, string x, string y, Vector2 viewport) => new(
        SvgLength.Parse((string?)element.Attribute(x), viewport.X) ?? 0,
        SvgLength.Parse((string?)element.Attribute(y), viewport.Y) ?? 0);

    /// <summary>What percentages of neither axis are of (SVG 2, 8.9).</summary>
    public static float Diagonal(Vector2 viewport) => viewport.Length() / MathF.Sqrt(2);

    private static VectorPath? Rectangle(XElement element, Vector2 viewport)
    {
        var size = Point(element, "width", "height", viewport);
        if (size.X <= 0 || size.Y <= 0)
            return null;
        var rx = SvgLength.Parse((string?)element.Attribute("rx"), viewport.X);
        var ry = SvgLength.Parse((string?)element.Attribute("ry"), viewport.Y);
        return new PathBuilder().Rectangle(Point(element, "x", "y", viewport), size, new Vector2(rx ?? ry ?? 0, ry ?? rx ?? 0)).Build();
    }

    private static VectorPath? Circle(XElement element, Vector2 viewport) =>
        SvgLength.Parse((string?)element.Attribute("r"), Diagonal(viewport)) is > 0 and var radius
            ? new PathBuilder().Ellipse(Point(element, "cx", "cy", viewport), new Vector2(radius)).Build()
            : null;

    private static VectorPath? Ellipse(XElement element, Vector2 viewport)
    {
        var rx = SvgLength.Parse((string?)element.Attribute("rx"), viewport.X);
        var ry = SvgLength.Parse((string?)element.Attribute("ry"), viewport.Y);
        var radius = new Vector2(rx ?? ry ?? 0, ry ?? rx ?? 0);
        return radius is { X: > 0, Y: > 0 } ? new PathBuilder().Ellipse(Point(element, "cx", "cy", viewport), radius).Build() : null;
    }

    private static VectorPath Points(XElement element, bool isClosed)
    {
        var numbers = SvgNumbers.All((string?)element.Attribute("points"));
        var path = new PathBuilder();
        for (var i = 0; i + 1 < numbers.Count; i += 2)
            _ = i == 0 ? path.MoveTo(new Vector2(numbers[0], numbers[1])) : path.LineTo(new Vector2(numbers[i], numbers[i + 1]));
        return (isClosed ? path.Close() : path).Build();
    }
}
