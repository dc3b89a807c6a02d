using Publisher.Editions.Pdf.Objects;
using Publisher.Editions.Pictures;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>A QR code as vectors: sharp at any size and smaller than a bitmap.</summary>
internal sealed class QrPicture(QrCode code) : PictureFile
{
    // Light around the code, which scanners need (ISO/IEC 18004, 6.3.8).
    private const int QuietZone = 4;

    public override double Width => code.Size + (2 * QuietZone);

    public override double Height => Width;

    /// <summary>Writes a form (ISO 32000-1, 8.10) that fills the unit square, as an image does.</summary>
    public override PdfReference Write(PdfFile file, FontRegister fonts)
    {
        var content = new PdfWriter(4096);
        content.Precise(1.0 / Width).Number(0).Number(0).Precise(1.0 / Width).Number(0).Number(0).Word("cm"u8);
        content.Number(0).Number(0).Number(0).Word("rg"u8).Line();
        for (var row = 0; row < code.Size; row++)
            WriteRow(content, row);
        content.Word("f"u8);
        return file.AddStream(content.Written, w =>
        {
            w.Key("Type").Name("XObject").Key("Subtype").Name("Form").Key("BBox").OpenArray();
            w.Number(0).Number(0).Number(1).Number(1).CloseArray().Key("Resources").OpenDictionary().CloseDictionary();
        });
    }

    // Dark modules beside one another are one rectangle: no hairlines between them on a screen.
    private void WriteRow(PdfWriter content, int row)
    {
        for (var column = 0; column < code.Size; column++)
        {
            if (!code[row, column])
                continue;
            var start = column;
            while (column < code.Size && code[row, column])
                column++;
            content.Number(QuietZone + start).Number(Height - QuietZone - row - 1).Number(column - start).Number(1).Word("re"u8).Line();
        }
    }
}
