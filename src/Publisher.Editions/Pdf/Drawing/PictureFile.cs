using System.Diagnostics.CodeAnalysis;

using Publisher.Editions.Pdf.Objects;
using Publisher.Typesetting.Frames;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>A picture that a PDF file can hold.</summary>
internal abstract class PictureFile
{
    // A page of A4 at 600 dots an inch has 35 million. What is larger would be unpacked by every reader of the file.
    private const long MostPixels = 100_000_000;

    /// <summary>Width in pixels as the reader sees it; greater than zero.</summary>
    public abstract double Width { get; }

    /// <summary>Height in pixels as the reader sees it; greater than zero.</summary>
    public abstract double Height { get; }

    /// <summary>How many pixels are taken for an inch of paper where the measure leaves room.</summary>
    public virtual double PixelsPerInch => 150;

    /// <summary>Whether what lies below shines through anywhere.</summary>
    public virtual bool IsTransparent => false;

    /// <summary>The glyphs that the picture shows.</summary>
    public virtual IEnumerable<GlyphRun> Glyphs => [];

    /// <summary>Turns the unit square upright: the six numbers of a matrix (ISO 32000-1, 8.3.3) that maps it onto itself.</summary>
    public virtual (double A, double B, double C, double D, double E, double F) Turn => (1, 0, 0, 1, 0, 0);

    /// <summary>Reads an image by its first bytes, whatever its name says.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">The image; null if it cannot be shown.</param>
    /// <param name="fault">Why it cannot be shown.</param>
    public static bool TryRead(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out PictureFile? file, [NotNullWhen(false)] out PictureFault? fault)
    {
        file = null;
        fault = PictureFault.UnknownKind;
        if (bytes.Span.StartsWith(PngFile.Signature))
            file = PngFile.TryRead(bytes, out fault);
        else if (bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]))
            file = JpegFile.TryRead(bytes, out fault);
        if (file is not null)
            fault = null;
        return file is not null;
    }

    /// <summary>Writes the image object (8.9.5) or form (8.10).</summary>
    public abstract PdfReference Write(PdfFile file, FontRegister fonts);

    /// <summary>Whether an image is too large for any page.</summary>
    protected static bool IsTooLarge(long width, long height) => width * height > MostPixels;
}
