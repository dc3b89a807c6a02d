using System.Buffers.Binary;
using System.IO.Compression;

using Publisher.Editions.Pdf.Objects;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>
/// A PNG file (ISO/IEC 15948). Plain rows go into the PDF as they are, for both formats use the same filters; transparency and
/// interlaced rows are unpacked.
/// </summary>
internal sealed class PngFile : PictureFile
{
    private const int Grey = 0;
    private const int Rgb = 2;
    private const int Palette = 3;
    private const int GreyAlpha = 4;
    private const int RgbAlpha = 6;

    // Unpacking needs the picture in memory.
    private const long MostUnpackedBytes = 256L << 20;

    // gAMA holds 45455 for sRGB; programs round.
    private const double UsualGamma = 0.45455;
    private const double GammaTolerance = 0.02;

    // A profile of a printer is half a megabyte.
    private const int LongestProfile = 4 << 20;

    private readonly PngPixels _pixels;
    private readonly Chunks _chunks;
    private readonly ImageColour _colour;
    private byte[]? _unpacked;

    private PngFile(Chunks chunks, PngPixels pixels)
    {
        _chunks = chunks;
        _pixels = pixels;
        _colour = ColourOf(chunks);
    }

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public override double Width => _chunks.Width;

    public override double Height => _chunks.Height;

    public override bool IsTransparent => HasAlpha || _chunks.Transparency.Length > 0;

    private bool HasAlpha => _chunks.Colour is GreyAlpha or RgbAlpha;

    public static PngFile? TryRead(ReadOnlyMemory<byte> bytes, out PictureFault? fault)
    {
        fault = PictureFault.Damaged;
        if (Chunks.Read(bytes.Span) is not { } chunks)
            return null;
        if (IsTooLarge(chunks.Width, chunks.Height))
        {
            fault = PictureFault.TooLarge(chunks.Width, chunks.Height);
            return null;
        }

        var pixels = new PngPixels(chunks.Width, chunks.Height, chunks.Channels, chunks.Bits, chunks.IsInterlaced, chunks.Data);
        var png = new PngFile(chunks, pixels);
        if (!png.MustUnpack)
            return pixels.AreWhole() ? png : null;
        if ((long)chunks.Width * chunks.Height * chunks.Channels > MostUnpackedBytes)
        {
            fault = PictureFault.TooLarge(chunks.Width, chunks.Height);
            return null;
        }

        png._unpacked = pixels.Unpack(scalesUp: chunks.Colour != Palette);
        return png._unpacked is null ? null : png;
    }

    private bool MustUnpack => HasAlpha || _chunks.IsInterlaced || (_chunks.Colour == Palette && _chunks.Transparency.Length > 0);

    public override PdfReference Write(PdfFile file, FontRegister fonts)
    {
        var profile = _colour.WriteProfile(file);
        return _unpacked is null ? WritePacked(file, profile) : WriteUnpacked(file, _unpacked, profile);
    }

    private static ImageColour ColourOf(Chunks chunks)
    {
        var components = chunks.Colour is Grey or GreyAlpha ? 1 : 3;
        if (chunks.Profile.Length > 0 && IccProfile.Checked(Inflate(chunks.Profile), components) is { } profile)
            return new ImageColour(components, profile);
        var isUsual = chunks.IsSrgb || chunks.Gamma <= 0 || Math.Abs(chunks.Gamma - UsualGamma) < GammaTolerance;
        return new ImageColour(components, null, isUsual ? 0 : 1 / chunks.Gamma);
    }

    // 11.3.3.3: a name, a zero, the method, the packed profile.
    private static byte[] Inflate(byte[] chunk)
    {
        var start = Array.IndexOf(chunk, (byte)0) + 2;
        if (start < 2 || start >= chunk.Length)
            return [];
        using var packed = new ZLibStream(new MemoryStream(chunk, start, chunk.Length - start, writable: false), CompressionMode.Decompress);
        var profile = new byte[LongestProfile];
        try
        {
            return profile[..packed.ReadAtLeast(profile, LongestProfile, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    private PdfReference WritePacked(PdfFile file, PdfReference? profile) => file.AddStream(
        _pixels.Packed,
        w =>
        {
            WriteImageKeys(w, _chunks.Bits);
            WriteColourSpace(w, profile);
            w.Key("Filter").Name("FlateDecode").Key("DecodeParms").OpenDictionary().Key("Predictor").Number(15)
                .Key("Colors").Number(_chunks.Channels).Key("BitsPerComponent").Number(_chunks.Bits).Key("Columns").Number(_chunks.Width).CloseDictionary();
            WriteColourMask(w, _chunks.Bits);
        },
        compress: false);

    private PdfReference WriteUnpacked(PdfFile file, byte[] pixels, PdfReference? profile)
    {
        var mask = HasAlpha ? WriteMask(file, Parted(pixels, _chunks.Channels - 1, 1))
            : _chunks.Colour == Palette && _chunks.Transparency.Length > 0 ? WriteMask(file, Array.ConvertAll(pixels, OpacityOf))
            : (PdfReference?)null;
        return file.AddStream(HasAlpha ? Parted(pixels, 0, _chunks.Channels - 1) : pixels, w =>
        {
            WriteImageKeys(w, 8);
            WriteColourSpace(w, profile);
            if (mask is { } reference)
                w.Key("SMask").Reference(reference);
            WriteColourMask(w, 8);
        });
    }

    private byte OpacityOf(byte index) => index < _chunks.Transparency.Length ? _chunks.Transparency[index] : byte.MaxValue;

    private byte[] Parted(byte[] pixels, int first, int count)
    {
        var channels = _chunks.Channels;
        var parted = new byte[pixels.Length / channels * count];
        for (var i = 0; i < parted.Length; i++)
            parted[i] = pixels[(i / count * channels) + first + (i % count)];
        return parted;
    }

    private void WriteImageKeys(PdfWriter w, int bits) =>
        w.Key("Type").Name("XObject").Key("Subtype").Name("Image").Key("Width").Number(_chunks.Width).Key("Height").Number(_chunks.Height)
            .Key("BitsPerComponent").Number(bits);

    private void WriteColourSpace(PdfWriter w, PdfReference? profile)
    {
        w.Key("ColorSpace");
        if (_chunks.Colour != Palette)
        {
            _colour.Write(w, profile);
            return;
        }

        var count = Math.Min(256, _chunks.Palette.Length / 3);
        w.OpenArray().Name("Indexed");
        _colour.Write(w, profile);
        w.Number(count - 1).Hex(_chunks.Palette.AsSpan(0, count * 3)).CloseArray();
    }

    // One colour that is transparent (ISO 32000-1, 8.9.6.4).
    private void WriteColourMask(PdfWriter w, int bits)
    {
        if (_chunks.Colour is not (Grey or Rgb) || _chunks.Transparency.Length < _chunks.Channels * 2)
            return;
        w.Key("Mask").OpenArray();
        for (var i = 0; i < _chunks.Channels; i++)
        {
            var number = BinaryPrimitives.ReadUInt16BigEndian(_chunks.Transparency.AsSpan(i * 2)) & ((1 << _chunks.Bits) - 1);
            if (bits != _chunks.Bits)
                number = _chunks.Bits > 8 ? number >> 8 : number * 255 / ((1 << _chunks.Bits) - 1);
            w.Number(number).Number(number);
        }

        w.CloseArray();
    }

    private PdfReference WriteMask(PdfFile file, byte[] mask) => file.AddStream(mask, w =>
    {
        WriteImageKeys(w, 8);
        w.Key("ColorSpace").Name("DeviceGray");
    });

    /// <summary>What the chunks say (11).</summary>
    private sealed record Chunks(int Width, int Height, int Bits, int Colour, bool IsInterlaced)
    {
        public byte[] Palette { get; private set; } = [];

        public byte[] Transparency { get; private set; } = [];

        public byte[] Profile { get; private set; } = [];

        public bool IsSrgb { get; private set; }

        public double Gamma { get; private set; }

        public byte[] Data { get; private set; } = [];

        public int Channels => Colour switch { Rgb => 3, GreyAlpha => 2, RgbAlpha => 4, _ => 1 };

        // 11.2.2, table 11.1.
        private bool IsKnown => Width > 0 && Height > 0 && Bits is 1 or 2 or 4 or 8 or 16 && Colour switch
        {
            Grey => true,
            PngFile.Palette => Bits <= 8 && Palette.Length >= 3,
            Rgb or GreyAlpha or RgbAlpha => Bits >= 8,
            _ => false,
        };

        /// <summary>Reads all chunks; null if the header is missing or says what the standard does not.</summary>
        public static Chunks? Read(ReadOnlySpan<byte> file)
        {
            Chunks? chunks = null;
            using var data = new MemoryStream();
            for (var i = Signature.Length; i + 12 <= file.Length;)
            {
                var length = BinaryPrimitives.ReadInt32BigEndian(file[i..]);
                if (length < 0 || i + 12L + length > file.Length)
                    break;
                var kind = file.Slice(i + 4, 4);
                var chunk = file.Slice(i + 8, length);
                if (kind.SequenceEqual("IHDR"u8) && length >= 13)
                    chunks = OfHeader(chunk);
                else if (kind.SequenceEqual("IDAT"u8))
                    data.Write(chunk);
                else
                    chunks?.Note(kind, chunk);
                i += 12 + length;
            }

            if (chunks is null || !chunks.IsKnown)
                return null;
            chunks.Data = data.ToArray();
            return chunks;
        }

        private static Chunks OfHeader(ReadOnlySpan<byte> header) =>
            new(BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]), header[8], header[9], header[12] != 0);

        private void Note(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> chunk)
        {
            if (kind.SequenceEqual("PLTE"u8))
                Palette = chunk.ToArray();
            else if (kind.SequenceEqual("tRNS"u8))
                Transparency = chunk.ToArray();
            else if (kind.SequenceEqual("iCCP"u8))
                Profile = chunk.ToArray();
            else if (kind.SequenceEqual("sRGB"u8))
                IsSrgb = true;
            else if (kind.SequenceEqual("gAMA"u8) && chunk.Length >= 4)
                Gamma = BinaryPrimitives.ReadUInt32BigEndian(chunk) / 100_000.0;
        }
    }
}
