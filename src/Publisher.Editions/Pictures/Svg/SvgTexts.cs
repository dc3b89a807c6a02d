using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using System.Xml.Linq;

using Publisher.Editions.Pictures.Vectors;

namespace Publisher.Editions.Pictures.Svg;

/// <summary>Reads lines of text (SVG 2, 11): where each part stands and how it looks.</summary>
/// <param name="sheet">The picture's rules.</param>
/// <param name="paints">Its colours.</param>
/// <param name="miss">Called with what is not drawn.</param>
/// <param name="viewport">What percentages are of.</param>
internal sealed class SvgTexts(SvgStyleSheet sheet, SvgPaints paints, Action<string> miss, Vector2 viewport)
{
    private readonly List<VectorText> _parts = [];
    private readonly StringBuilder _text = new();
    private Vector2? _start;
    private Vector2 _shift;

    // A blank at the beginning of a line is none.
    private bool _endsWithBlank = true;

    /// <summary>The parts of a <c>text</c> element, in reading order.</summary>
    public ImmutableArray<VectorText> Read(XElement text, SvgStyle style, Matrix3x2 transform, VectorClip? clip)
    {
        _start = Vector2.Zero;
        Walk(text, style, transform, clip, depth: 0);
        return [.. _parts];
    }

    private void Walk(XElement element, SvgStyle style, Matrix3x2 transform, VectorClip? clip, int depth)
    {
        Place(element, style);
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText text:
                    Say(text.Value, IsPreserved(element), style, transform, clip);
                    break;
                case XElement { Name.LocalName: "tspan" or "a" } part when depth < SvgFile.Deepest:
                    var inner = sheet.StyleOf(part, style);
                    if (inner.IsShown)
                        Walk(part, inner, transform, clip, depth + 1);
                    break;
                case XElement { Name.LocalName: not ("title" or "desc") } other:
                    miss($"<{other.Name.LocalName}>");
                    break;
            }
        }
    }

    // Of lists of places, one for each letter, the first counts: the font's own widths follow.
    private void Place(XElement element, SvgStyle style)
    {
        float? First(string name, float whole) => SvgLength.Parse(((string?)element.Attribute(name))?.Trim().Split(' ', ',')[0], whole, style.FontSize);
        var (x, y) = (First("x", viewport.X), First("y", viewport.Y));
        if (x is not null || y is not null)
        {
            // A part that names one coordinate alone keeps the other of the part before it.
            var before = _start ?? (_parts.Count > 0 ? _parts[^1].Start : Vector2.Zero);
            _start = new Vector2(x ?? before.X, y ?? before.Y);
            _endsWithBlank = true;
        }

        _shift += new Vector2(First("dx", viewport.X) ?? 0, First("dy", viewport.Y) ?? 0);
    }

    private static bool IsPreserved(XElement element) =>
        element.AncestorsAndSelf().Select(e => (string?)e.Attribute(XNamespace.Xml + "space")).FirstOrDefault(s => s is not null) == "preserve";

    private void Say(string text, bool isPreserved, SvgStyle style, Matrix3x2 transform, VectorClip? clip)
    {
        _text.Clear();
        foreach (var c in text)
        {
            var isBlank = c is ' ' or '\t' or '\n' or '\r';
            if (!isBlank || isPreserved || !_endsWithBlank)
                _text.Append(isBlank ? ' ' : c);
            _endsWithBlank = isBlank;
        }

        var paint = paints.Resolve(style.Fill, style.FillOpacity, style, null, transform, viewport)?.AsPlain;
        if (_text.Length == 0 || paint is null || !style.IsVisible)
            return;
        var font = new VectorFont(style.Families, style.FontSize, style.FontWeight, style.IsItalic, style.Anchor);
        _parts.Add(new VectorText(_text.ToString(), (_start ?? Vector2.Zero) + _shift, transform, font, paint, clip) { Continues = _start is null });
        (_start, _shift) = (null, default);
    }
}
