using System.Collections.Immutable;
using System.Numerics;
using System.Xml.Linq;

using Publisher.Editions.Pictures.Vectors;
using Publisher.Templates;

namespace Publisher.Editions.Pictures.Svg;

/// <summary>Resolves what shapes and lines are painted with (SVG 2, 13 and 14).</summary>
/// <param name="byId">Elements by their name.</param>
/// <param name="sheet">The picture's rules.</param>
/// <param name="miss">Called with what is not drawn.</param>
internal sealed class SvgPaints(IReadOnlyDictionary<string, XElement> byId, SvgStyleSheet sheet, Action<string> miss)
{
    // A gradient may have its stops from another one, and that from a third; a circle of them has none.
    private const int MostTemplates = 8;

    // Coordinates of a bounding box count from 0 to 1, percentages alike.
    private static readonly Vector2 Unit = Vector2.One;

    /// <summary>The paint that a property names; null for none.</summary>
    /// <param name="value">The property.</param>
    /// <param name="opacity">How opaque it is, 0 to 1.</param>
    /// <param name="style">The element's style, for the current colour.</param>
    /// <param name="path">The outline that is painted.</param>
    /// <param name="transform">From its coordinates to the picture's.</param>
    /// <param name="viewport">What percentages are of.</param>
    public VectorPaint? Resolve(string value, float opacity, SvgStyle style, VectorPath? path, Matrix3x2 transform, Vector2 viewport)
    {
        if (value == "none" || opacity <= 0)
            return null;
        if (value.Equals("currentColor", StringComparison.OrdinalIgnoreCase))
            return new VectorPaint.Plain(style.Colour, opacity);
        if (SvgColour.TryParse(value, out var colour, out var own))
            return own * opacity > 0 ? new VectorPaint.Plain(colour, own * opacity) : null;
        if (!value.StartsWith("url(", StringComparison.OrdinalIgnoreCase))
            return new VectorPaint.Plain(Colour.Black, opacity);

        var end = value.IndexOf(')', StringComparison.Ordinal);
        var fallback = end < 0 ? "" : value[(end + 1)..].Trim();
        if (Referenced(value, byId) is { Name.LocalName: "linearGradient" or "radialGradient" } gradient && path is not null)
            return GradientOf(gradient, opacity, path, transform, viewport);
        if (Referenced(value, byId) is { Name.LocalName: var name })
            miss($"<{name}>");
        return fallback.Length > 0 ? Resolve(fallback, opacity, style, null, transform, viewport) : null;
    }

    /// <summary>The element of the file that <c>url(#name)</c> or <c>#name</c> names; null for none.</summary>
    public static XElement? Referenced(string? reference, IReadOnlyDictionary<string, XElement> byId)
    {
        var text = (reference ?? "").Trim();
        if (text.StartsWith("url(", StringComparison.OrdinalIgnoreCase))
            text = text[4..].Split(')')[0].Trim(' ', '\'', '"');
        return text.StartsWith('#') ? byId.GetValueOrDefault(text[1..]) : null;
    }

    /// <summary>From coordinates of an outline's bounding box to the outline's; null if the box is empty.</summary>
    public static Matrix3x2? BoxOf(VectorPath path)
    {
        var (least, greatest) = path.Bounds();
        var size = greatest - least;
        return size is { X: > 0, Y: > 0 } ? Matrix3x2.CreateScale(size) * Matrix3x2.CreateTranslation(least) : null;
    }

    private VectorPaint? GradientOf(XElement gradient, float opacity, VectorPath path, Matrix3x2 transform, Vector2 viewport)
    {
        var chain = ChainOf(gradient);
        var stops = StopsOf(chain, opacity);
        if (stops.IsEmpty)
            return null;

        string? Said(string name) => chain.Select(e => (string?)e.Attribute(name)).FirstOrDefault(value => value is not null);
        var isBox = Said("gradientUnits") != "userSpaceOnUse";
        var last = new VectorPaint.Plain(stops[^1].Colour, stops[^1].Opacity);
        if (stops.Length == 1 || (isBox && BoxOf(path) is null))
            return last;
        if (Said("spreadMethod") is "reflect" or "repeat")
            miss("a gradient that repeats itself");

        var place = SvgTransform.Product(SvgTransform.Parse(Said("gradientTransform")), isBox ? BoxOf(path)!.Value * transform : transform);
        var whole = isBox ? Unit : viewport;
        float Length(string name, string otherwise, float of) => SvgLength.Parse(Said(name) ?? otherwise, of) ?? 0;
        if (gradient.Name.LocalName == "linearGradient")
        {
            var (from, to) = (new Vector2(Length("x1", "0%", whole.X), Length("y1", "0%", whole.Y)), new Vector2(Length("x2", "100%", whole.X), Length("y2", "0%", whole.Y)));
            return from == to ? last : new VectorPaint.Gradient(false, from, 0, to, 0, place, stops);
        }

        var centre = new Vector2(Length("cx", "50%", whole.X), Length("cy", "50%", whole.Y));
        var radius = Length("r", "50%", SvgShapes.Diagonal(whole));
        var focus = new Vector2(
            Said("fx") is null ? centre.X : Length("fx", "50%", whole.X), Said("fy") is null ? centre.Y : Length("fy", "50%", whole.Y));
        var inner = Math.Clamp(Length("fr", "0%", SvgShapes.Diagonal(whole)), 0, Math.Max(0, radius));
        return radius <= 0 ? last : new VectorPaint.Gradient(true, Inside(focus, centre, radius), inner, centre, radius, place, stops);
    }

    // A focus on the circle or beyond would leave half of the plane unpainted.
    private static Vector2 Inside(Vector2 focus, Vector2 centre, float radius)
    {
        const float Most = 0.99f;
        var away = focus - centre;
        return away.Length() <= radius * Most ? focus : centre + (Vector2.Normalize(away) * radius * Most);
    }

    private List<XElement> ChainOf(XElement gradient)
    {
        var chain = new List<XElement>();
        for (XElement? element = gradient; element is not null && chain.Count < MostTemplates; element = Referenced(HrefOf(element), byId))
            chain.Add(element);
        return chain;
    }

    /// <summary>Where an element's <c>href</c> leads, with the old prefix or without.</summary>
    public static string? HrefOf(XElement element) => element.Attributes().FirstOrDefault(a => a.Name.LocalName == "href")?.Value;

    private ImmutableArray<GradientStop> StopsOf(List<XElement> chain, float opacity)
    {
        var owner = chain.Find(e => e.Elements().Any(child => child.Name.LocalName == "stop"));
        var stops = ImmutableArray.CreateBuilder<GradientStop>();
        var offset = 0f;
        foreach (var stop in owner?.Elements().Where(child => child.Name.LocalName == "stop") ?? [])
        {
            var style = sheet.StyleOf(stop, SvgStyle.Initial);
            offset = Math.Max(offset, Math.Clamp(SvgLength.Parse((string?)stop.Attribute("offset"), 1) ?? 0, 0, 1));
            var isKnown = SvgColour.TryParse(style.StopColour, out var colour, out var own);
            stops.Add(new GradientStop(offset, isKnown ? colour : style.Colour, (isKnown ? own : 1) * style.StopOpacity * opacity));
        }

        return stops.ToImmutable();
    }
}
