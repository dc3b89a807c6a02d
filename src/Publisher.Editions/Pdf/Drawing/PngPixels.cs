using System.Diagnostics;
using System.IO.Compression;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>The packed pixels of a PNG file (ISO/IEC 15948, 7 to 10).</summary>
/// <param name="width">In pixels.</param>
/// <param name="height">In pixels.</param>
/// <param name="channels">Numbers to a pixel.</param>
/// <param name="bits">Bits to a number: 1, 2, 4, 8 or 16.</param>
/// <param name="isInterlaced">Whether rows come in the seven passes of Adam7 (8.2).</param>
/// <param name="data">The packed data.</param>
internal sealed class PngPixels(int width, int height, int channels, int bits, bool isInterlaced, byte[] data)
{
    private const int HighestFilter = 4;

    private static readonly (int X, int Y, int StepX, int StepY)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>The data as they are in the file.</summary>
    public byte[] Packed => data;

    /// <summary>Whether all rows are there; needs the memory of one row.</summary>
    public bool AreWhole()
    {
        var row = new byte[StrideOf(width)];
        return TryReadRows(StrideOf(width), height, (_, filter, stream) => filter <= HighestFilter && TryFill(stream, row));
    }

    /// <summary>Unpacks the pixels.</summary>
    /// <param name="scalesUp">Whether fewer than 8 bits are brought to 8, as for shades; false for numbers of colours.</param>
    /// <returns>Rows from the top, a byte for each number, the upper 8 of 16 bits; null if rows are missing.</returns>
    public byte[]? Unpack(bool scalesUp)
    {
        var pixels = new byte[(long)width * height * channels];
        using var stream = Open();
        try
        {
            foreach (var pass in isInterlaced ? Passes : [(0, 0, 1, 1)])
            {
                if (!TryUnpack(stream, pass, pixels, scalesUp))
                    return null;
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return pixels;
    }

    private ZLibStream Open() => new(new MemoryStream(data, writable: false), CompressionMode.Decompress);

    private int StrideOf(int columns) => (int)((((long)columns * channels * bits) + 7) / 8);

    private bool TryReadRows(int stride, int rows, Func<int, int, Stream, bool> read)
    {
        Debug.Assert(stride > 0, "An image has pixels.");
        using var stream = Open();
        try
        {
            for (var y = 0; y < rows; y++)
            {
                if (stream.ReadByte() is var filter && (filter < 0 || !read(y, filter, stream)))
                    return false;
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }

        return true;
    }

    private static bool TryFill(Stream stream, Span<byte> row) => stream.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) == row.Length;

    private bool TryUnpack(Stream stream, (int X, int Y, int StepX, int StepY) pass, byte[] pixels, bool scalesUp)
    {
        var columns = (width - pass.X + pass.StepX - 1) / pass.StepX;
        if (columns <= 0)
            return true;

        var (row, above) = (new byte[StrideOf(columns)], new byte[StrideOf(columns)]);
        for (var y = pass.Y; y < height; y += pass.StepY)
        {
            var filter = stream.ReadByte();
            if (filter is < 0 or > HighestFilter || !TryFill(stream, row))
                return false;
            Unfilter(filter, row, above, Math.Max(1, channels * bits / 8));
            for (var i = 0; i < columns * channels; i++)
            {
                var x = pass.X + (i / channels * pass.StepX);
                pixels[((((long)y * width) + x) * channels) + (i % channels)] = NumberAt(row, i, scalesUp);
            }

            (row, above) = (above, row);
        }

        return true;
    }

    private byte NumberAt(byte[] row, int index, bool scalesUp)
    {
        if (bits >= 8)
            return row[index * bits / 8];
        var bit = index * bits;
        var most = (1 << bits) - 1;
        var number = (row[bit / 8] >> (8 - bits - (bit % 8))) & most;
        return (byte)(scalesUp ? number * 255 / most : number);
    }

    private static void Unfilter(int filter, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= step ? row[i - step] : 0;
            int up = above[i];
            int upLeft = i < step ? 0 : above[i - step];
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
