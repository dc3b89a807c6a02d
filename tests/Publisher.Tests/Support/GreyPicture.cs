using System.Buffers.Binary;
using System.IO.Compression;

namespace Publisher.Tests.Support;

/// <summary>A picture in shades of grey, for comparing what programs draw.</summary>
/// <param name="width">Pixels.</param>
/// <param name="height">Pixels.</param>
internal sealed class GreyPicture(int width, int height)
{
    private readonly byte[] _shades = new byte[width * height];

    public int Width => width;

    public int Height => height;

    /// <summary>The shade of a pixel: 0 black, 255 white.</summary>
    public byte this[int x, int y] => _shades[(y * width) + x];

    /// <summary>Reads a PNG file with 8 bits a channel, not interlaced, in grey, RGB or RGBA (PNG, 3rd edition).</summary>
    public static GreyPicture Read(ReadOnlySpan<byte> png)
    {
        const int Signature = 8;
        var packed = new MemoryStream();
        var (width, height, channels) = (0, 0, 0);
        for (var at = Signature; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png[at..]);
            var data = png.Slice(at + 8, length);
            if (png.Slice(at + 4, 4).SequenceEqual("IHDR"u8))
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                channels = data[9] switch { 0 => 1, 2 => 3, 6 => 4, _ => throw new InvalidDataException("This kind of PNG is not read.") };
            }
            else if (png.Slice(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                packed.Write(data);
            }

            at += length + 12;
        }

        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        var picture = new GreyPicture(width, height);
        var line = new byte[width * channels];
        var above = new byte[width * channels];
        for (var y = 0; y < height; y++)
        {
            var filter = unpacked.ReadByte();
            unpacked.ReadExactly(line);
            Restore(line, above, channels, filter);
            for (var x = 0; x < width; x++)
            {
                picture._shades[(y * width) + x] = channels == 1 ? line[x] : (byte)(((line[x * channels] * 2) + (line[(x * channels) + 1] * 5) + line[(x * channels) + 2]) / 8);
            }

            (line, above) = (above, line);
        }

        return picture;
    }

    /// <summary>
    /// How much two pictures of one size differ when looked at from afar: the mean difference of blurred shades, and the greatest, of 255.
    /// </summary>
    /// <param name="other">Of the same size.</param>
    /// <param name="radius">Of the blur, in pixels.</param>
    public (double Mean, int Greatest) DifferenceTo(GreyPicture other, int radius)
    {
        var (one, two) = (Blurred(radius), other.Blurred(radius));
        var (sum, greatest) = (0L, 0);
        for (var i = 0; i < one.Length; i++)
        {
            var difference = Math.Abs(one[i] - two[i]);
            sum += difference;
            greatest = Math.Max(greatest, difference);
        }

        return ((double)sum / one.Length, greatest);
    }

    private byte[] Blurred(int radius)
    {
        var blurred = new byte[_shades.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (sum, count) = (0, 0);
                for (var v = Math.Max(0, y - radius); v <= Math.Min(height - 1, y + radius); v++)
                {
                    for (var u = Math.Max(0, x - radius); u <= Math.Min(width - 1, x + radius); u++, count++)
                    {
                        sum += _shades[(v * width) + u];
                    }
                }

                blurred[(y * width) + x] = (byte)(sum / count);
            }
        }

        return blurred;
    }

    /// <summary>PNG, 9.2 "Filter types for filter method 0".</summary>
    private static void Restore(Span<byte> line, ReadOnlySpan<byte> above, int channels, int filter)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var (a, b, c) = (i < channels ? 0 : line[i - channels], above[i], i < channels ? 0 : above[i - channels]);
            line[i] += (byte)(filter switch { 1 => a, 2 => b, 3 => (a + b) / 2, 4 => Paeth(a, b, c), _ => 0 });
        }
    }

    private static int Paeth(int a, int b, int c)
    {
        var (toA, toB, toC) = (Math.Abs(b - c), Math.Abs(a - c), Math.Abs(a + b - c - c));
        return toA <= toB && toA <= toC ? a : toB <= toC ? b : c;
    }
}
