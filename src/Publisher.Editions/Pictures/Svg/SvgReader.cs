using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using System.Xml.Linq;

using Publisher.Editions.Pictures.Vectors;

namespace Publisher.Editions.Pictures.Svg;

/// <summary>
/// The door of the room: file -> elements (<see cref="SvgFile"/>) -> styles (<see cref="SvgStyleSheet"/>) -> outlines
/// (<see cref="SvgShapes"/>), paints (<see cref="SvgPaints"/>), texts (<see cref="SvgTexts"/>) -> <see cref="VectorPicture"/>.
/// Reads the static part of SVG 2 that drawing programs write; names what it leaves out.
/// </summary>
internal sealed class SvgReader
{
    // Uses of uses grow like the powers of two; what is deeper or more no person drew.
    private const int Deepest = 48;
    private const int MostParts = 100_000;
    private const int MostCharacters = 8_000_000;
    private const float LargestSide = 1e5f;
    private const string SvgNamespace = "http://www.w3.org/2000/svg";

    // What is never shown where it stands (SVG 2, 5.5), or says something about the picture.
    private static readonly FrozenSet<string> Unseen = FrozenSet.Create(
        StringComparer.Ordinal,
        "defs", "symbol", "clipPath", "mask", "marker", "pattern", "linearGradient", "radialGradient", "filter", "title", "desc", "metadata",
        "style", "script", "view", "cursor");

    private readonly Dictionary<string, XElement> _byId = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _missed = new(StringComparer.Ordinal);
    private readonly SvgStyleSheet _sheet;
    private readonly SvgPaints _paints;
    private int _parts = MostParts;
    private int _characters = MostCharacters;

    private SvgReader(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            if ((string?)element.Attribute("id") is { } id)
                _byId.TryAdd(id, element);
        }

        _sheet = new SvgStyleSheet(root, () => Miss("some rules of its style sheet"));
        _paints = new SvgPaints(_byId, _sheet, Miss);
    }

    /// <summary>Reads a picture; null if the file is no SVG file, has no size, or is larger than any drawing.</summary>
    public static VectorPicture? Read(ReadOnlyMemory<byte> file)
    {
        if (SvgFile.Load(file) is not { } root)
            return null;
        var (size, box) = SizeOf(root);
        if (!(size is { X: > 0 and < LargestSide, Y: > 0 and < LargestSide } && box.Size is { X: > 0, Y: > 0 }))
            return null;

        var reader = new SvgReader(root);
        var marks = new List<VectorMark>();
        var style = reader._sheet.StyleOf(root, SvgStyle.Initial);
        var place = SvgTransform.Fit(box, size, (string?)root.Attribute("preserveAspectRatio"));
        reader.WalkAll(root, style, place, null, box.Size, 0, marks);
        return new VectorPicture(
            size.X, size.Y, new VectorGroup([new VectorGroup([.. marks], style.Opacity)], 1), [.. reader._missed], root.DescendantsAndSelf().Any(SvgFile.IsActive));
    }

    // SVG 2, 8.2: a picture that names no size has its view box's, or that of any picture without size.
    private static (Vector2 Size, (Vector2 Corner, Vector2 Size) Box) SizeOf(XElement root)
    {
        var box = BoxOf(root);
        var (width, height) = (SvgLength.Parse((string?)root.Attribute("width")), SvgLength.Parse((string?)root.Attribute("height")));
        var size = (width, height, box) switch
        {
            ({ } w, { } h, _) => new Vector2(w, h),
            ({ } w, null, { } b) => new Vector2(w, w * b.Size.Y / b.Size.X),
            (null, { } h, { } b) => new Vector2(h * b.Size.X / b.Size.Y, h),
            (null, null, { } b) => b.Size,
            _ => new Vector2(width ?? 300, height ?? 150),
        };
        return (size, box ?? (Vector2.Zero, size));
    }

    private static (Vector2 Corner, Vector2 Size)? BoxOf(XElement element) =>
        SvgNumbers.All((string?)element.Attribute("viewBox")) is [var x, var y, > 0 and var width, > 0 and var height]
            ? (new Vector2(x, y), new Vector2(width, height))
            : null;

    private void Miss(string what) => _missed.Add(what);

    private void WalkAll(XElement parent, SvgStyle style, Matrix3x2 transform, VectorClip? clip, Vector2 viewport, int depth, List<VectorMark> marks)
    {
        foreach (var child in parent.Elements())
            Walk(child, style, transform, clip, viewport, depth + 1, marks);
    }

    private void Walk(XElement element, SvgStyle parent, Matrix3x2 transform, VectorClip? clip, Vector2 viewport, int depth, List<VectorMark> marks)
    {
        if (Unseen.Contains(element.Name.LocalName) || element.Name.NamespaceName is not ("" or SvgNamespace))
            return;
        var style = _sheet.StyleOf(element, parent);
        if (!style.IsShown)
            return;
        if (depth > Deepest || --_parts < 0)
        {
            Miss("parts beyond the first 100,000 or nested too deeply");
            return;
        }

        if (style.Effect is { } effect)
            Miss($"the effect \"{effect}\"");
        transform = SvgTransform.Product(SvgTransform.Parse((string?)element.Attribute("transform")), transform);
        clip = ClipOf(element, style, transform, clip, viewport);
        var inner = style.Opacity < 1 ? [] : marks;
        Show(element, style, transform, clip, viewport, depth, inner);
        if (style.Opacity is > 0 and < 1 && inner.Count > 0)
            marks.Add(new VectorGroup([.. inner], style.Opacity));
    }

    private void Show(XElement element, SvgStyle style, Matrix3x2 transform, VectorClip? clip, Vector2 viewport, int depth, List<VectorMark> marks)
    {
        switch (element.Name.LocalName)
        {
            case "g" or "a":
                WalkAll(element, style, transform, clip, viewport, depth, marks);
                break;
            case "switch":
                // Of the alternatives the one that needs no other language than SVG.
                if (element.Elements().FirstOrDefault(e => e.Name.LocalName != "foreignObject") is { } chosen)
                    Walk(chosen, style, transform, clip, viewport, depth + 1, marks);
                break;
            case "svg":
                var corner = Matrix3x2.CreateTranslation(SvgShapes.Point(element, "x", "y", viewport));
                WalkViewport(element, element, style, corner * transform, clip, viewport, depth, marks);
                break;
            case "use":
                Use(element, style, transform, clip, viewport, depth, marks);
                break;
            case "text":
                if (CanRead(element.Value.Length))
                    marks.AddRange(new SvgTexts(_sheet, _paints, Miss, viewport).Read(element, style, transform, clip));
                break;
            case "path" or "rect" or "circle" or "ellipse" or "line" or "polyline" or "polygon":
                if (style.IsVisible && OutlineOf(element, viewport) is { } path)
                    Paint(path, style, transform, clip, viewport, marks);
                break;
            default:
                Miss($"<{element.Name.LocalName}>");
                break;
        }
    }

    private bool CanRead(int characters)
    {
        _characters -= characters;
        if (_characters < 0)
            Miss("outlines beyond the first 8 million characters");
        return _characters >= 0;
    }

    private VectorPath? OutlineOf(XElement element, Vector2 viewport)
    {
        var length = ((string?)element.Attribute("d"))?.Length ?? ((string?)element.Attribute("points"))?.Length ?? 0;
        return CanRead(length) ? SvgShapes.OutlineOf(element, viewport) : null;
    }

    private void Use(XElement use, SvgStyle style, Matrix3x2 transform, VectorClip? clip, Vector2 viewport, int depth, List<VectorMark> marks)
    {
        if (SvgPaints.Referenced(SvgPaints.HrefOf(use), _byId) is not { } target)
        {
            Miss("<use> of another file or of nothing");
            return;
        }

        var place = Matrix3x2.CreateTranslation(SvgShapes.Point(use, "x", "y", viewport)) * transform;
        if (target.Name.LocalName is "symbol" or "svg")
            WalkViewport(target, use, _sheet.StyleOf(target, style), place, clip, viewport, depth, marks);
        else
            Walk(target, style, place, clip, viewport, depth + 1, marks);
    }

    /// <summary>What an element with a viewport of its own shows (SVG 2, 8.2), cut off at its edge.</summary>
    private void WalkViewport(
        XElement element, XElement sized, SvgStyle style, Matrix3x2 transform, VectorClip? clip, Vector2 viewport, int depth, List<VectorMark> marks)
    {
        var size = new Vector2(
            SvgLength.Parse((string?)sized.Attribute("width") ?? (string?)element.Attribute("width"), viewport.X) ?? viewport.X,
            SvgLength.Parse((string?)sized.Attribute("height") ?? (string?)element.Attribute("height"), viewport.Y) ?? viewport.Y);
        if (size.X <= 0 || size.Y <= 0)
            return;
        if (BoxOf(element) is not { } box)
        {
            WalkAll(element, style, transform, clip, size, depth, marks);
            return;
        }

        var edge = new PathBuilder().Rectangle(Vector2.Zero, size, Vector2.Zero).Build();
        clip = new VectorClip([(edge, transform)], false, clip);
        var place = SvgTransform.Product(SvgTransform.Fit(box, size, (string?)element.Attribute("preserveAspectRatio")), transform);
        WalkAll(element, style, place, clip, box.Size, depth, marks);
    }

    private VectorClip? ClipOf(XElement element, SvgStyle style, Matrix3x2 transform, VectorClip? outer, Vector2 viewport)
    {
        if (style.ClipPath == "none" || SvgPaints.Referenced(style.ClipPath, _byId) is not { Name.LocalName: "clipPath" } region)
            return outer;

        var place = SvgTransform.Product(SvgTransform.Parse((string?)region.Attribute("transform")), transform);
        if ((string?)region.Attribute("clipPathUnits") == "objectBoundingBox")
        {
            if (OutlineOf(element, viewport) is not { } path || SvgPaints.BoxOf(path) is not { } box)
            {
                Miss("a clipping path of a group's bounding box");
                return outer;
            }

            place = box * place;
        }

        var outlines = ImmutableArray.CreateBuilder<(VectorPath, Matrix3x2)>();
        var isEvenOdd = false;
        foreach (var child in region.Elements())
        {
            var shape = child.Name.LocalName == "use" ? SvgPaints.Referenced(SvgPaints.HrefOf(child), _byId) : child;
            if (shape is null || OutlineOf(shape, viewport) is not { } path)
                continue;
            isEvenOdd |= _sheet.StyleOf(shape, style).IsClipEvenOdd;
            var own = SvgTransform.Parse((string?)shape.Attribute("transform"));
            if (!ReferenceEquals(shape, child))
            {
                var shift = Matrix3x2.CreateTranslation(SvgShapes.Point(child, "x", "y", viewport));
                own = own * shift * SvgTransform.Parse((string?)child.Attribute("transform"));
            }

            outlines.Add((path, SvgTransform.Product(own, place)));
        }

        return new VectorClip(outlines.ToImmutable(), isEvenOdd, outer);
    }

    private void Paint(VectorPath path, SvgStyle style, Matrix3x2 transform, VectorClip? clip, Vector2 viewport, List<VectorMark> marks)
    {
        var fill = _paints.Resolve(style.Fill, style.FillOpacity, style, path, transform, viewport);
        var stroke = StrokeOf(path, style, transform, viewport);
        if (fill is not null || stroke is not null)
            marks.Add(new VectorShape(path, transform, fill, style.IsEvenOdd, stroke, clip));
    }

    private VectorStroke? StrokeOf(VectorPath path, SvgStyle style, Matrix3x2 transform, Vector2 viewport)
    {
        var whole = SvgShapes.Diagonal(viewport);
        var width = SvgLength.Parse(style.StrokeWidth, whole, style.FontSize) ?? 1;
        if (width <= 0 || _paints.Resolve(style.Stroke, style.StrokeOpacity, style, path, transform, viewport) is not { } paint)
            return null;
        if (paint is VectorPaint.Gradient)
            Miss("the gradient of a line");
        var cap = style.StrokeCap switch { "round" => 1, "square" => 2, _ => 0 };
        var join = style.StrokeJoin switch { "round" => 1, "bevel" => 2, _ => 0 };
        return new VectorStroke(
            paint.AsPlain, width, cap, join, style.MiterLimit, DashesOf(style.StrokeDashes, width), SvgLength.Parse(style.StrokeDashOffset, whole) ?? 0);
    }

    // SVG 2, 13.5.6: an odd list is taken twice, one of zeros or with negative lengths is none.
    private static ImmutableArray<float> DashesOf(string text, float width)
    {
        const int Most = 32;
        const float Finest = 0.01f;
        var dashes = SvgNumbers.All(text);
        if (dashes.Count is 0 or > Most || dashes.Exists(d => d < 0) || dashes.Sum() < width * Finest)
            return [];
        return dashes.Count % 2 == 0 ? [.. dashes] : [.. dashes, .. dashes];
    }
}
