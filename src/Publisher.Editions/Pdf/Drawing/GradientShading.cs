using Publisher.Editions.Pdf.Objects;
using Publisher.Editions.Pictures.Vectors;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>Writes gradients as shadings along a line or between circles (ISO 32000-1, 8.7.4.5.3 and 8.7.4.5.4).</summary>
internal sealed class GradientShading(PdfFile file, VectorPaint.Gradient gradient)
{
    // Limits of stitched functions must grow (7.10.4); numbers have six decimals here.
    private const float LeastStep = 1e-5f;

    public PdfReference WriteColours() => Write("DeviceRGB", static (w, stop) =>
        w.Number(stop.Colour.Red / 255.0).Number(stop.Colour.Green / 255.0).Number(stop.Colour.Blue / 255.0));

    /// <summary>How opaque the gradient is, as a grey gradient.</summary>
    public PdfReference WriteOpacities(float opacity) => Write("DeviceGray", (w, stop) => w.Number(stop.Opacity * opacity));

    private PdfReference Write(string space, Action<PdfWriter, GradientStop> writeStop) => file.Add(w =>
    {
        w.OpenDictionary().Key("ShadingType").Number(gradient.IsRadial ? 3 : 2).Key("ColorSpace").Name(space).Key("Coords").OpenArray();
        w.Precise(gradient.From.X).Precise(gradient.From.Y);
        if (gradient.IsRadial)
            w.Precise(gradient.FromRadius);
        w.Precise(gradient.To.X).Precise(gradient.To.Y);
        if (gradient.IsRadial)
            w.Precise(gradient.ToRadius);
        w.CloseArray().Key("Extend").OpenArray().Boolean(true).Boolean(true).CloseArray().Key("Function");
        WriteFunction(w, writeStop);
        w.CloseDictionary();
    });

    private void WriteFunction(PdfWriter w, Action<PdfWriter, GradientStop> writeStop)
    {
        var steps = Steps();
        if (steps.Count == 1)
        {
            WriteStep(w, steps[0], writeStop);
            return;
        }

        w.OpenDictionary().Key("FunctionType").Number(3).Key("Domain").OpenArray().Number(0).Number(1).CloseArray().Key("Functions").OpenArray();
        foreach (var step in steps)
            WriteStep(w, step, writeStop);
        w.CloseArray().Key("Bounds").OpenArray();
        foreach (var step in steps.Skip(1))
            w.Precise(step.From.Offset);
        w.CloseArray().Key("Encode").OpenArray();
        foreach (var _ in steps)
            w.Number(0).Number(1);
        w.CloseArray().CloseDictionary();
    }

    // Between each two stops, and before the first and behind the last one.
    private List<(GradientStop From, GradientStop To)> Steps()
    {
        var stops = gradient.Stops.Insert(0, gradient.Stops[0] with { Offset = 0 }).Add(gradient.Stops[^1] with { Offset = 1 });
        var steps = new List<(GradientStop From, GradientStop To)>();
        for (var i = 1; i < stops.Length; i++)
        {
            var isWide = stops[i].Offset - stops[i - 1].Offset > LeastStep;
            if (isWide)
                steps.Add((stops[i - 1], stops[i]));
        }

        return steps;
    }

    private static void WriteStep(PdfWriter w, (GradientStop From, GradientStop To) step, Action<PdfWriter, GradientStop> writeStop)
    {
        w.OpenDictionary().Key("FunctionType").Number(2).Key("Domain").OpenArray().Number(0).Number(1).CloseArray().Key("N").Number(1);
        w.Key("C0").OpenArray();
        writeStop(w, step.From);
        w.CloseArray().Key("C1").OpenArray();
        writeStop(w, step.To);
        w.CloseArray().CloseDictionary();
    }
}
