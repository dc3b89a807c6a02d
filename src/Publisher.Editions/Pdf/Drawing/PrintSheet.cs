using Publisher.Editions.Pdf.Objects;
using Publisher.Typesetting.Frames;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>
/// What a printer's sheet has around the trimmed page (ISO 32000-1, 14.11.2): bleed, and marks where to cut. The origin stays the
/// trimmed page's lower left corner, so nothing on the page moves.
/// </summary>
/// <param name="bleed">How far ink may reach beyond the cut, in points; 0 for none.</param>
/// <param name="hasMarks">Whether crop marks are drawn.</param>
internal sealed class PrintSheet(double bleed, bool hasMarks)
{
    // A mark that touched the cut or the bleed would be seen on the page; 3 mm of distance and 5 mm of length are the trade's habit.
    private const double LeastDistance = 8.5;
    private const double Length = 14;
    private const double Thickness = 0.25;

    private double Distance => Math.Max(bleed, LeastDistance);

    private double Margin => hasMarks ? Distance + Length : bleed;

    /// <summary>Writes the boxes of a page.</summary>
    public void WriteBoxes(PdfWriter w, Page page)
    {
        WriteBox(w, "MediaBox", page, Margin);
        if (Margin <= 0)
            return;
        WriteBox(w, "BleedBox", page, bleed);
        WriteBox(w, "TrimBox", page, 0);
    }

    /// <summary>Draws the marks, an artifact of the page.</summary>
    public void DrawMarks(PdfWriter w, Page page)
    {
        if (!hasMarks)
            return;

        w.Name("Artifact").OpenDictionary().Key("Type").Name("Page").CloseDictionary().Word("BDC"u8).Line();
        w.Word("q"u8).Number(0).Number(0).Number(0).Word("rg"u8).Line();
        foreach (var x in (ReadOnlySpan<double>)[0, page.Width.Points])
        {
            Draw(w, x - (Thickness / 2), -Distance - Length, Thickness, Length);
            Draw(w, x - (Thickness / 2), page.Height.Points + Distance, Thickness, Length);
        }

        foreach (var y in (ReadOnlySpan<double>)[0, page.Height.Points])
        {
            Draw(w, -Distance - Length, y - (Thickness / 2), Length, Thickness);
            Draw(w, page.Width.Points + Distance, y - (Thickness / 2), Length, Thickness);
        }

        w.Word("Q"u8).Word("EMC"u8).Line();
    }

    private static void Draw(PdfWriter w, double x, double y, double width, double height) =>
        w.Number(x).Number(y).Number(width).Number(height).Word("re"u8).Word("f"u8).Line();

    private static void WriteBox(PdfWriter w, string name, Page page, double margin) => w.Key(name).OpenArray()
        .Number(-margin).Number(-margin).Number(page.Width.Points + margin).Number(page.Height.Points + margin).CloseArray();
}
