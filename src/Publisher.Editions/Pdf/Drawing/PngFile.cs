using System.Buffers.Binary;
using System.IO.Compression;

using Publisher.Editions.Pdf.Objects;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>
/// A PNG file (ISO/IEC 15948). Without transparency its data goes into the PDF as it is, for both use the same filters; with
/// transparency colours and alpha are parted.
/// </summary>
internal sealed class PngFile : PictureFile
{
    private const int Grey = 0;
    private const int Rgb = 2;
    private const int Palette = 3;
    private const int GreyAlpha = 4;
    private const int RgbAlpha = 6;

    // Parting colours and alpha needs the picture in memory.
    private const long MostUnpackedBytes = 256L << 20;

    private readonly byte[] _data;
    private readonly byte[] _palette;
    private readonly byte[] _transparency;
    private readonly int _bits;
    private readonly int _colour;

    private PngFile(int width, int height, int bits, int colour, byte[] palette, byte[] transparency, byte[] data)
    {
        Width = width;
        Height = height;
        _bits = bits;
        _colour = colour;
        _palette = palette;
        _transparency = transparency;
        _data = data;
    }

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public override int Width { get; }

    public override int Height { get; }

    private bool HasAlpha => _colour is GreyAlpha or RgbAlpha;

    private int Channels => _colour switch { Rgb => 3, GreyAlpha => 2, RgbAlpha => 4, _ => 1 };

    private int Stride => ((Width * Channels * _bits) + 7) / 8;

    public static new PngFile? TryRead(ReadOnlyMemory<byte> bytes)
    {
        var header = ReadOnlySpan<byte>.Empty;
        byte[] palette = [];
        byte[] transparency = [];
        using var data = new MemoryStream();
        var span = bytes.Span;
        for (var i = Signature.Length; i + 12 <= span.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(span[i..]);
            if (length < 0 || i + 12L + length > span.Length)
                break;
            var kind = span.Slice(i + 4, 4);
            var chunk = span.Slice(i + 8, length);
            if (kind.SequenceEqual("IHDR"u8))
                header = chunk;
            else if (kind.SequenceEqual("PLTE"u8))
                palette = chunk.ToArray();
            else if (kind.SequenceEqual("tRNS"u8))
                transparency = chunk.ToArray();
            else if (kind.SequenceEqual("IDAT"u8))
                data.Write(chunk);
            i += 12 + length;
        }

        return header.Length >= 13 ? Check(header, palette, transparency, data.ToArray()) : null;
    }

    public override PdfReference Write(PdfFile file) => HasAlpha ? WriteParted(file) : WriteWhole(file);

    private static PngFile? Check(ReadOnlySpan<byte> header, byte[] palette, byte[] transparency, byte[] data)
    {
        var width = BinaryPrimitives.ReadInt32BigEndian(header);
        var height = BinaryPrimitives.ReadInt32BigEndian(header[4..]);
        var (bits, colour, interlaced) = (header[8], header[9], header[12] != 0);
        var isKnown = colour is Grey or Rgb or Palette or GreyAlpha or RgbAlpha && bits is 1 or 2 or 4 or 8 or 16;
        if (width <= 0 || height <= 0 || !isKnown || interlaced || data.Length == 0 || (colour == Palette && palette.Length < 3))
            return null;

        var png = new PngFile(width, height, bits, colour, palette, transparency, data);
        var needsUnpacking = png.HasAlpha || (colour == Palette && transparency.Length > 0);
        return needsUnpacking && (bits == 16 ? 2L : 1) * width * height * png.Channels > MostUnpackedBytes ? null : png;
    }

    private PdfReference WriteWhole(PdfFile file)
    {
        var mask = _colour == Palette && _transparency.Length > 0 ? WritePaletteMask(file) : (PdfReference?)null;
        return file.AddStream(
            _data,
            w =>
            {
                WriteImageKeys(w, _bits);
                WriteColourSpace(w);
                WritePredictor(w);
                if (mask is { } reference)
                    w.Key("SMask").Reference(reference);
                else if (_colour is Grey or Rgb && _transparency.Length >= Channels * 2)
                    WriteColourMask(w);
            },
            compress: false);
    }

    private void WriteImageKeys(PdfWriter w, int bits) =>
        w.Key("Type").Name("XObject").Key("Subtype").Name("Image").Key("Width").Number(Width).Key("Height").Number(Height)
            .Key("BitsPerComponent").Number(bits);

    private void WriteColourSpace(PdfWriter w)
    {
        w.Key("ColorSpace");
        if (_colour != Palette)
        {
            w.Name(_colour is Grey or GreyAlpha ? "DeviceGray" : "DeviceRGB");
            return;
        }

        w.OpenArray().Name("Indexed").Name("DeviceRGB").Number(Math.Min(256, _palette.Length / 3) - 1);
        w.Hex(_palette.AsSpan(0, Math.Min(256, _palette.Length / 3) * 3)).CloseArray();
    }

    private void WritePredictor(PdfWriter w) =>
        w.Key("Filter").Name("FlateDecode").Key("DecodeParms").OpenDictionary().Key("Predictor").Number(15)
            .Key("Colors").Number(Channels).Key("BitsPerComponent").Number(_bits).Key("Columns").Number(Width).CloseDictionary();

    // One colour that is transparent (8.9.6.4).
    private void WriteColourMask(PdfWriter w)
    {
        w.Key("Mask").OpenArray();
        for (var i = 0; i < Channels; i++)
        {
            var value = BinaryPrimitives.ReadUInt16BigEndian(_transparency.AsSpan(i * 2)) & ((1 << _bits) - 1);
            w.Number(value).Number(value);
        }

        w.CloseArray();
    }

    private PdfReference WritePaletteMask(PdfFile file)
    {
        var rows = Unpack();
        var mask = new byte[Width * Height];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var bit = x * _bits;
                var index = (rows[(y * Stride) + (bit / 8)] >> (8 - _bits - (bit % 8))) & ((1 << _bits) - 1);
                mask[(y * Width) + x] = index < _transparency.Length ? _transparency[index] : byte.MaxValue;
            }
        }

        return WriteMask(file, mask);
    }

    private PdfReference WriteMask(PdfFile file, byte[] mask) => file.AddStream(mask, w =>
    {
        WriteImageKeys(w, 8);
        w.Key("ColorSpace").Name("DeviceGray");
    });

    private PdfReference WriteParted(PdfFile file)
    {
        var rows = Unpack();
        var size = _bits / 8;
        var colours = Channels - 1;
        var colour = new byte[Width * Height * colours];
        var alpha = new byte[Width * Height];
        for (var pixel = 0; pixel < alpha.Length; pixel++)
        {
            // Of 16 bits the upper 8 are kept.
            var at = pixel * Channels * size;
            for (var i = 0; i < colours; i++)
                colour[(pixel * colours) + i] = rows[at + (i * size)];
            alpha[pixel] = rows[at + (colours * size)];
        }

        var mask = WriteMask(file, alpha);
        return file.AddStream(colour, w =>
        {
            WriteImageKeys(w, 8);
            w.Key("ColorSpace").Name(colours == 1 ? "DeviceGray" : "DeviceRGB").Key("SMask").Reference(mask);
        });
    }

    // Undoes compression and filters (9.2 and 10). What is missing of a damaged file stays 0.
    private byte[] Unpack()
    {
        var stride = Stride;
        var step = Math.Max(1, Channels * _bits / 8);
        var rows = new byte[stride * Height];
        using var packed = new ZLibStream(new MemoryStream(_data), CompressionMode.Decompress);
        var filter = new byte[1];
        try
        {
            for (var y = 0; y < Height && packed.ReadAtLeast(filter, 1, throwOnEndOfStream: false) == 1; y++)
            {
                var row = rows.AsSpan(y * stride, stride);
                _ = packed.ReadAtLeast(row, stride, throwOnEndOfStream: false);
                Unfilter(filter[0], row, y > 0 ? rows.AsSpan((y - 1) * stride, stride) : [], step);
            }
        }
        catch (InvalidDataException)
        {
            // The rest of the picture stays black, as in any viewer.
        }

        return rows;
    }

    private static void Unfilter(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= step ? row[i - step] : 0;
            int up = above.IsEmpty ? 0 : above[i];
            int upLeft = above.IsEmpty || i < step ? 0 : above[i - step];
            row[i] += (byte)(filter switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, upLeft),
                _ => 0,
            });
        }
    }

    private static int Paeth(int left, int up, int upLeft)
    {
        var estimate = left + up - upLeft;
        var (byLeft, byUp, byUpLeft) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - upLeft));
        return byLeft <= byUp && byLeft <= byUpLeft ? left : byUp <= byUpLeft ? up : upLeft;
    }
}
