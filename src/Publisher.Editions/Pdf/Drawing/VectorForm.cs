using System.Globalization;
using System.Numerics;

using Publisher.Editions.Pdf.Objects;
using Publisher.Editions.Pictures.Vectors;
using Publisher.Templates;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>
/// Writes a group of marks as a form (ISO 32000-1, 8.10). States are saved two deep at most, whatever the nesting of the picture
/// (ISO 19005-2, 6.1.13, allows 28); groups with an opacity of their own are forms inside.
/// </summary>
/// <param name="file">Where to.</param>
/// <param name="fonts">The faces of the file.</param>
/// <param name="texts">The glyphs of lines of text.</param>
/// <param name="scale">From the picture's coordinates to the form's.</param>
/// <param name="width">Of the form.</param>
/// <param name="height">Of the form.</param>
internal sealed class VectorForm(
    PdfFile file, FontRegister fonts, IReadOnlyDictionary<VectorText, SetText> texts, float scale, float width, float height)
{
    // Forms in forms deeper than this are drawn as one; the difference is in how overlaps look.
    private const int DeepestForm = 12;

    private readonly PdfWriter _writer = new(4096);
    private readonly FormResources _resources = new();
    private State _state = new(null, 1, 1);
    private State _outside;
    private VectorClip? _clip;

    /// <summary>Writes the whole picture, so that it fills the unit square.</summary>
    public PdfReference Write(VectorGroup root) => Write(root, depth: 0);

    private PdfReference Write(VectorGroup group, int depth)
    {
        // The form grows upwards, the picture downwards; forms inside stand in what is turned already.
        var isRoot = depth == 0;
        if (isRoot)
            _writer.Number(1).Number(0).Number(0).Number(-1).Number(0).Number(height).Word("cm"u8).Line();
        DrawAll(group, depth, opacity: 1);
        SetClip(null);
        var resources = _resources;
        return file.AddStream(_writer.Written, w =>
        {
            w.Key("Type").Name("XObject").Key("Subtype").Name("Form");
            w.Key("BBox").OpenArray().Number(0).Number(0).Number(width).Number(height).CloseArray();
            if (isRoot)
                w.Key("Matrix").OpenArray().Precise(1 / width).Number(0).Number(0).Precise(1 / height).Number(0).Number(0).CloseArray();
            else
                WriteGroupKey(w, "DeviceRGB");
            resources.Write(w);
        });
    }

    private static void WriteGroupKey(PdfWriter w, string space) =>
        w.Key("Group").OpenDictionary().Key("S").Name("Transparency").Key("CS").Name(space).CloseDictionary();

    private void DrawAll(VectorGroup group, int depth, float opacity)
    {
        foreach (var mark in group.Marks)
        {
            switch (mark)
            {
                case VectorGroup inner:
                    DrawGroup(inner, depth, opacity);
                    break;
                case VectorShape shape when IsSeen(shape.Clip):
                    SetClip(shape.Clip);
                    DrawShape(shape, opacity);
                    break;
                case VectorText text when IsSeen(text.Clip):
                    SetClip(text.Clip);
                    DrawText(text, opacity);
                    break;
            }
        }
    }

    // What does not overlap itself looks the same with its own opacity, and needs no form.
    private void DrawGroup(VectorGroup group, int depth, float opacity)
    {
        var isOne = group.Marks is [VectorShape { Fill: null } or VectorShape { Stroke: null } or VectorText];
        if (isOne || depth >= DeepestForm)
        {
            DrawAll(group, depth, opacity * group.Opacity);
            return;
        }

        SetClip(null);
        var inner = new VectorForm(file, fonts, texts, scale, width, height);
        var form = inner.Write(group, depth + 1);
        SetOpacity(opacity * group.Opacity, opacity * group.Opacity);
        _writer.Name(_resources.Name("XObject", "X", form)).Word("Do"u8).Line();
    }

    private static bool IsSeen(VectorClip? clip)
    {
        for (; clip is not null; clip = clip.Outer)
        {
            if (clip.Outlines.IsEmpty)
                return false;
        }

        return true;
    }

    private void SetClip(VectorClip? clip)
    {
        if (ReferenceEquals(_clip, clip))
            return;
        if (_clip is not null)
        {
            _writer.Word("Q"u8).Line();
            _state = _outside;
        }

        _clip = clip;
        if (clip is null)
            return;
        _outside = _state;
        _writer.Word("q"u8);
        for (var region = clip; region is not null; region = region.Outer)
        {
            foreach (var (path, transform) in region.Outlines)
                WritePath(path, transform * Scaling);
            _writer.Word(region.IsEvenOdd ? "W*"u8 : "W"u8).Word("n"u8).Line();
        }
    }

    private Matrix3x2 Scaling => Matrix3x2.CreateScale(scale);

    private void DrawShape(VectorShape shape, float opacity)
    {
        var transform = shape.Transform * Scaling;
        switch (shape.Fill)
        {
            case VectorPaint.Gradient gradient:
                Shade(shape, gradient, opacity);
                break;
            case VectorPaint.Plain plain:
                SetOpacity(plain.Opacity * opacity, _state.StrokeOpacity);
                SetFill(plain.Colour);
                WritePath(shape.Path, transform);
                _writer.Word(shape.IsEvenOdd ? "f*"u8 : "f"u8).Line();
                break;
        }

        if (shape.Stroke is { } stroke)
            Stroke(shape.Path, stroke, transform, opacity);
    }

    /// <summary>
    /// Draws a line. Where the transform keeps no angles, the pen is pressed with it: then the transform goes into the file, but for its
    /// size, so that numbers stay of a middling size.
    /// </summary>
    private void Stroke(VectorPath path, VectorStroke stroke, Matrix3x2 transform, float opacity)
    {
        var size = MathF.Sqrt(MathF.Abs(transform.GetDeterminant()));
        if (size <= 0 || !float.IsFinite(size))
            return;

        SetOpacity(_state.FillOpacity, stroke.Paint.Opacity * opacity);
        _writer.Word("q"u8);
        var keepsAngles = KeepsAngles(transform, size);
        if (!keepsAngles)
            WriteMatrix(new Matrix3x2(transform.M11 / size, transform.M12 / size, transform.M21 / size, transform.M22 / size, transform.M31, transform.M32), "cm"u8);
        WriteColour(stroke.Paint.Colour, "RG"u8);
        _writer.Number(stroke.Width * size).Word("w"u8).Number(stroke.Cap).Word("J"u8).Number(stroke.Join).Word("j"u8);
        _writer.Number(stroke.MiterLimit).Word("M"u8);
        if (!stroke.Dashes.IsEmpty)
        {
            _writer.OpenArray();
            foreach (var dash in stroke.Dashes)
                _writer.Number(dash * size);
            _writer.CloseArray().Number(stroke.DashOffset * size).Word("d"u8);
        }

        WritePath(path, keepsAngles ? transform : Matrix3x2.CreateScale(size));
        _writer.Word("S"u8).Word("Q"u8).Line();
    }

    private static bool KeepsAngles(Matrix3x2 m, float size)
    {
        var least = size * 1e-4f;
        var isTurned = MathF.Abs(m.M11 - m.M22) < least && MathF.Abs(m.M12 + m.M21) < least;
        var isMirrored = MathF.Abs(m.M11 + m.M22) < least && MathF.Abs(m.M12 - m.M21) < least;
        return isTurned || isMirrored;
    }

    private void Shade(VectorShape shape, VectorPaint.Gradient gradient, float opacity)
    {
        var place = gradient.Transform * Scaling;
        if (MathF.Abs(place.GetDeterminant()) is var size && (size < 1e-12f || !float.IsFinite(size)))
            return;

        var shading = new GradientShading(file, gradient);
        var isEven = gradient.Stops.All(stop => stop.Opacity == gradient.Stops[0].Opacity);
        _writer.Word("q"u8);
        WritePath(shape.Path, shape.Transform * Scaling);
        _writer.Word(shape.IsEvenOdd ? "W*"u8 : "W"u8).Word("n"u8).Line();
        var before = _state;
        SetOpacity(isEven ? gradient.Stops[0].Opacity * opacity : 1, _state.StrokeOpacity);
        if (!isEven)
            _writer.Name(_resources.Name("ExtGState", "S", SoftMask(shading, place, opacity))).Word("gs"u8);
        WriteMatrix(place, "cm"u8);
        _writer.Name(_resources.Name("Shading", "H", shading.WriteColours())).Word("sh"u8).Word("Q"u8).Line();
        _state = before;
    }

    // 11.6.5.3: the mask is as opaque as its group is light.
    private PdfReference SoftMask(GradientShading shading, Matrix3x2 place, float opacity)
    {
        var content = new PdfWriter();
        WriteMatrix(content, place, "cm"u8);
        content.Name("H0").Word("sh"u8);
        var opacities = shading.WriteOpacities(opacity);
        var mask = file.AddStream(content.Written, w =>
        {
            w.Key("Type").Name("XObject").Key("Subtype").Name("Form");
            w.Key("BBox").OpenArray().Number(0).Number(0).Number(width).Number(height).CloseArray();
            WriteGroupKey(w, "DeviceGray");
            w.Key("Resources").OpenDictionary().Key("Shading").OpenDictionary().Key("H0").Reference(opacities).CloseDictionary().CloseDictionary();
        });
        return file.Add(w => w.OpenDictionary().Key("Type").Name("ExtGState").Key("SMask").OpenDictionary()
            .Key("Type").Name("Mask").Key("S").Name("Luminosity").Key("G").Reference(mask).CloseDictionary().CloseDictionary());
    }

    private void DrawText(VectorText text, float opacity)
    {
        if (!texts.TryGetValue(text, out var set))
            return;

        SetOpacity(text.Fill.Opacity * opacity, _state.StrokeOpacity);
        SetFill(text.Fill.Colour);
        var transform = text.Transform * Scaling;
        var unit = SetText.UnitOf(text, scale);
        foreach (var run in set.Runs)
        {
            // Letters grow upwards in a picture that grows downwards.
            var place = Matrix3x2.CreateScale(1, -1) * Matrix3x2.CreateTranslation((float)run.X.Points, 0) * Matrix3x2.CreateScale(1 / unit)
                * Matrix3x2.CreateTranslation(set.Start) * transform;
            var usage = fonts.UsageOf(run.Face);
            _resources.Add("Font", usage.ResourceName, fonts.ReferenceOf(run.Face));
            _writer.Word("BT"u8).Name(usage.ResourceName).Number(run.Size.Points).Word("Tf"u8);
            WriteMatrix(place, "Tm"u8);
            new GlyphLine(_writer, run, usage, fonts.SubsetOf(run.Face)).Write();
            _writer.Word("ET"u8).Line();
        }
    }

    private void SetFill(Colour colour)
    {
        if (_state.Fill == colour)
            return;
        WriteColour(colour, "rg"u8);
        _state = _state with { Fill = colour };
    }

    private void WriteColour(Colour colour, ReadOnlySpan<byte> operation) =>
        _writer.Number(colour.Red / 255.0).Number(colour.Green / 255.0).Number(colour.Blue / 255.0).Word(operation);

    private void SetOpacity(float fill, float stroke)
    {
        if (_state.FillOpacity == fill && _state.StrokeOpacity == stroke)
            return;
        _writer.Name(_resources.Opacity(file, fill, stroke)).Word("gs"u8);
        _state = _state with { FillOpacity = fill, StrokeOpacity = stroke };
    }

    private void WriteMatrix(Matrix3x2 matrix, ReadOnlySpan<byte> operation) => WriteMatrix(_writer, matrix, operation);

    private static void WriteMatrix(PdfWriter w, Matrix3x2 m, ReadOnlySpan<byte> operation) =>
        w.Precise(m.M11).Precise(m.M12).Precise(m.M21).Precise(m.M22).Number(m.M31).Number(m.M32).Word(operation).Line();

    private void WritePath(VectorPath path, Matrix3x2 transform)
    {
        foreach (var segment in path.Segments)
        {
            switch (segment.Kind)
            {
                case PathSegmentKind.Move:
                    Write(segment.End, transform).Word("m"u8);
                    break;
                case PathSegmentKind.Line:
                    Write(segment.End, transform).Word("l"u8);
                    break;
                case PathSegmentKind.Curve:
                    Write(segment.First, transform);
                    Write(segment.Second, transform);
                    Write(segment.End, transform).Word("c"u8);
                    break;
                case PathSegmentKind.Close:
                    _writer.Word("h"u8);
                    break;
            }
        }

        _writer.Line();
    }

    private PdfWriter Write(Vector2 point, Matrix3x2 transform)
    {
        var place = Vector2.Transform(point, transform);
        return _writer.Number(place.X).Number(place.Y);
    }

    /// <summary>What of the graphics state is known.</summary>
    private readonly record struct State(Colour? Fill, float FillOpacity, float StrokeOpacity);

    /// <summary>The named resources of a form (7.8.3).</summary>
    private sealed class FormResources
    {
        private readonly SortedDictionary<string, List<(string Name, PdfReference Reference)>> _kinds = new(StringComparer.Ordinal);
        private readonly Dictionary<(float Fill, float Stroke), string> _opacities = [];

        public string Name(string kind, string prefix, PdfReference reference)
        {
            var name = prefix + (_kinds.TryGetValue(kind, out var known) ? known.Count : 0).ToString(CultureInfo.InvariantCulture);
            Add(kind, name, reference);
            return name;
        }

        public void Add(string kind, string name, PdfReference reference)
        {
            if (!_kinds.TryGetValue(kind, out var known))
                _kinds.Add(kind, known = []);
            if (!known.Contains((name, reference)))
                known.Add((name, reference));
        }

        public string Opacity(PdfFile file, float fill, float stroke)
        {
            if (!_opacities.TryGetValue((fill, stroke), out var name))
            {
                var state = file.Add(w => w.OpenDictionary().Key("Type").Name("ExtGState").Key("ca").Number(fill).Key("CA").Number(stroke).CloseDictionary());
                _opacities.Add((fill, stroke), name = Name("ExtGState", "S", state));
            }

            return name;
        }

        public void Write(PdfWriter w)
        {
            w.Key("Resources").OpenDictionary();
            foreach (var (kind, named) in _kinds)
            {
                w.Key(kind).OpenDictionary();
                foreach (var (name, reference) in named)
                    w.Key(name).Reference(reference);
                w.CloseDictionary();
            }

            w.CloseDictionary();
        }
    }
}
