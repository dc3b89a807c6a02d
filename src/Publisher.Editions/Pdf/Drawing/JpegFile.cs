using System.Buffers.Binary;

using Publisher.Editions.Pdf.Objects;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>A JPEG file (ITU-T T.81): goes into the PDF as it is. Orientation from EXIF becomes a matrix.</summary>
internal sealed class JpegFile : PictureFile
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _width;
    private readonly int _height;
    private readonly int _components;
    private readonly int _orientation;

    private JpegFile(ReadOnlyMemory<byte> bytes, int width, int height, int components, int orientation)
    {
        _bytes = bytes;
        _width = width;
        _height = height;
        _components = components;
        _orientation = orientation;
    }

    public override int Width => IsTurned ? _height : _width;

    public override int Height => IsTurned ? _width : _height;

    // Exif 2.3, tag 0x0112: where the first row and the first column are seen.
    public override (double A, double B, double C, double D, double E, double F) Turn => _orientation switch
    {
        2 => (-1, 0, 0, 1, 1, 0),
        3 => (-1, 0, 0, -1, 1, 1),
        4 => (1, 0, 0, -1, 0, 1),
        5 => (0, -1, -1, 0, 1, 1),
        6 => (0, -1, 1, 0, 0, 1),
        7 => (0, 1, 1, 0, 0, 0),
        8 => (0, 1, -1, 0, 1, 0),
        _ => (1, 0, 0, 1, 0, 0),
    };

    private bool IsTurned => _orientation >= 5;

    public static new JpegFile? TryRead(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        var orientation = 1;
        for (var i = 2; i + 4 <= span.Length;)
        {
            if (span[i] != 0xFF)
                return null;
            var marker = span[i + 1];
            if (marker is 0xFF)
            {
                i++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(span[(i + 2)..]);
            if (length < 2 || i + 2 + length > span.Length)
                return null;
            var segment = span.Slice(i + 4, length - 2);
            if (marker == 0xE1)
                orientation = OrientationOf(segment);
            if (IsFrame(marker))
                return FrameOf(bytes, segment, orientation);
            i += 2 + length;
        }

        return null;
    }

    public override PdfReference Write(PdfFile file) => file.AddStream(
        _bytes.Span,
        w => w.Key("Type").Name("XObject").Key("Subtype").Name("Image").Key("Width").Number(_width).Key("Height").Number(_height)
            .Key("ColorSpace").Name(_components == 1 ? "DeviceGray" : "DeviceRGB").Key("BitsPerComponent").Number(8)
            .Key("Filter").Name("DCTDecode"),
        compress: false);

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // Four components are CMYK, for which the file's output intent has no meaning (ISO 19005-2, 6.2.4.3).
    private static JpegFile? FrameOf(ReadOnlyMemory<byte> bytes, ReadOnlySpan<byte> frame, int orientation)
    {
        if (frame.Length < 6 || frame[0] != 8)
            return null;
        var height = BinaryPrimitives.ReadUInt16BigEndian(frame[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
        return width > 0 && height > 0 && frame[5] is 1 or 3
            ? new JpegFile(bytes, width, height, frame[5], orientation)
            : null;
    }

    private static int OrientationOf(ReadOnlySpan<byte> segment)
    {
        const int Orientation = 0x0112;
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < 14)
            return 1;

        var tiff = segment[6..];
        var little = tiff[0] == 'I';
        var directory = (int)Math.Min(int.MaxValue, Read32(tiff, 4, little));
        if (directory < 8 || directory + 2 > tiff.Length)
            return 1;
        var count = Read16(tiff, directory, little);
        for (var i = 0; i < count && directory + 2 + ((i + 1) * 12) <= tiff.Length; i++)
        {
            var entry = directory + 2 + (i * 12);
            if (Read16(tiff, entry, little) == Orientation)
                return Math.Clamp((int)Read16(tiff, entry + 8, little), 1, 8);
        }

        return 1;
    }

    private static ushort Read16(ReadOnlySpan<byte> bytes, int at, bool little) => little
        ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..])
        : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static uint Read32(ReadOnlySpan<byte> bytes, int at, bool little) => little
        ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..])
        : BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
