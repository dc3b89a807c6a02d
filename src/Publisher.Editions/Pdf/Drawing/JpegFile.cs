using System.Buffers.Binary;

using Publisher.Editions.Pdf.Objects;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>A JPEG file (ITU-T T.81): goes into the PDF as it is. Orientation from EXIF becomes a matrix.</summary>
internal sealed class JpegFile : PictureFile
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const int Rgb = 3;
    private const int Cmyk = 4;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _width;
    private readonly int _height;
    private readonly Segments _segments;
    private readonly ImageColour _colour;

    private JpegFile(ReadOnlyMemory<byte> bytes, int width, int height, int components, Segments segments)
    {
        _bytes = bytes;
        _width = width;
        _height = height;
        _segments = segments;
        _colour = new ImageColour(components, IccProfile.Checked(segments.Profile.ToArray(), components));
    }

    public override double Width => IsTurned ? _height : _width;

    public override double Height => IsTurned ? _width : _height;

    // Exif 2.3, tag 0x0112: where the first row and the first column are seen.
    public override (double A, double B, double C, double D, double E, double F) Turn => _segments.Orientation switch
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

    private bool IsTurned => _segments.Orientation >= 5;

    public static JpegFile? TryRead(ReadOnlyMemory<byte> bytes, out PictureFault? fault)
    {
        fault = PictureFault.Damaged;
        var span = bytes.Span;
        var segments = new Segments();
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
            if (marker == StartOfScan)
                return HasEnd(span[i..]) ? Check(bytes, segments, out fault) : null;
            segments.Read(marker, span.Slice(i + 4, length - 2));
            i += 2 + length;
        }

        return null;
    }

    public override PdfReference Write(PdfFile file, FontRegister fonts)
    {
        var profile = _colour.WriteProfile(file);
        return file.AddStream(
            _bytes.Span,
            w =>
            {
                w.Key("Type").Name("XObject").Key("Subtype").Name("Image").Key("Width").Number(_width).Key("Height").Number(_height);
                w.Key("BitsPerComponent").Number(8).Key("Filter").Name("DCTDecode").Key("ColorSpace");
                _colour.Write(w, profile);
                WriteMeaning(w);
            },
            compress: false);
    }

    // Adobe's programs save CMYK with paper as the greatest number. Where components are named R, G and B they are just that, which a
    // reader of PDF must be told.
    private void WriteMeaning(PdfWriter w)
    {
        if (_colour.Components == Cmyk && _segments.HasAdobe)
        {
            w.Key("Decode").OpenArray();
            for (var i = 0; i < Cmyk; i++)
                w.Number(1).Number(0);
            w.CloseArray();
        }

        if (_colour.Components == Rgb && !_segments.HasAdobe && _segments.IsNamedRgb)
            w.Key("DecodeParms").OpenDictionary().Key("ColorTransform").Number(0).CloseDictionary();
    }

    private static bool HasEnd(ReadOnlySpan<byte> scans) => scans.LastIndexOf((ReadOnlySpan<byte>)[0xFF, EndOfImage]) >= 0;

    // What DCTDecode reads: baseline, extended and progressive with Huffman coding (ISO 32000-1, 7.4.8).
    private static JpegFile? Check(ReadOnlyMemory<byte> bytes, Segments segments, out PictureFault? fault)
    {
        fault = PictureFault.Damaged;
        if (segments.Frame is not { Length: >= 6 } frame)
            return null;
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(1)), BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(3)));
        if (segments.FrameMarker > 0xC2 || frame[0] != 8 || frame[5] is not (1 or Rgb or Cmyk))
            fault = PictureFault.Unreadable("a JPEG of a rare kind (lossless, arithmetic, more than 8 bits or two colours)");
        else if (IsTooLarge(width, height))
            fault = PictureFault.TooLarge(width, height);
        else if (width > 0 && height > 0)
            return new JpegFile(bytes, width, height, frame[5], segments);
        return null;
    }

    /// <summary>What the segments before the first scan say.</summary>
    private sealed class Segments
    {
        public byte FrameMarker { get; private set; }

        public byte[]? Frame { get; private set; }

        public int Orientation { get; private set; } = 1;

        public bool HasAdobe { get; private set; }

        public MemoryStream Profile { get; } = new();

        public bool IsNamedRgb => Frame is [_, _, _, _, _, Rgb, (byte)'R', _, _, (byte)'G', _, _, (byte)'B', ..];

        public void Read(byte marker, ReadOnlySpan<byte> segment)
        {
            const int ChunkHeader = 14;
            if (IsFrame(marker))
                (FrameMarker, Frame) = (marker, segment.ToArray());
            else if (marker == 0xE1)
                Orientation = OrientationOf(segment, Orientation);
            else if (marker == 0xE2 && segment.StartsWith("ICC_PROFILE\0"u8) && segment.Length > ChunkHeader)
                Profile.Write(segment[ChunkHeader..]);
            else if (marker == 0xEE && segment.StartsWith("Adobe"u8))
                HasAdobe = true;
        }

        private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

        private static int OrientationOf(ReadOnlySpan<byte> segment, int otherwise)
        {
            const int Tag = 0x0112;
            if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < 14)
                return otherwise;

            var tiff = segment[6..];
            var little = tiff[0] == 'I';
            var directory = (int)Math.Min(int.MaxValue, Read32(tiff, 4, little));
            if (directory < 8 || directory > tiff.Length - 2)
                return otherwise;
            var count = Read16(tiff, directory, little);
            for (var i = 0; i < count && directory + 2 + ((i + 1) * 12) <= tiff.Length; i++)
            {
                var entry = directory + 2 + (i * 12);
                if (Read16(tiff, entry, little) == Tag)
                    return Math.Clamp((int)Read16(tiff, entry + 8, little), 1, 8);
            }

            return otherwise;
        }

        private static ushort Read16(ReadOnlySpan<byte> bytes, int at, bool little) => little
            ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..])
            : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

        private static uint Read32(ReadOnlySpan<byte> bytes, int at, bool little) => little
            ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..])
            : BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
    }
}
