using Publisher.Editions.Pdf.Objects;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>A picture that a PDF file can hold.</summary>
internal abstract class PictureFile
{
    /// <summary>Width in pixels as the reader sees it; greater than zero.</summary>
    public abstract int Width { get; }

    /// <summary>Height in pixels as the reader sees it; greater than zero.</summary>
    public abstract int Height { get; }

    /// <summary>Turns the unit square upright: the six numbers of a matrix (ISO 32000-1, 8.3.3) that maps it onto itself.</summary>
    public virtual (double A, double B, double C, double D, double E, double F) Turn => (1, 0, 0, 1, 0, 0);

    /// <summary>Reads a picture by its first bytes, whatever its name says.</summary>
    /// <returns>Null if it is damaged or of a kind that a PDF file cannot hold.</returns>
    public static PictureFile? TryRead(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith(PngFile.Signature))
            return PngFile.TryRead(bytes);
        return bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? JpegFile.TryRead(bytes) : null;
    }

    /// <summary>Writes the image object (8.9.5).</summary>
    public abstract PdfReference Write(PdfFile file);
}
