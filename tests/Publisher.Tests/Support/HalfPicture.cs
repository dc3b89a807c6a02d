using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Publisher.Tests.Support;

/// <summary>Pictures whose left half is black and whose right half is white, of every kind that a format knows.</summary>
internal static class HalfPicture
{
    private const int Palette = 3;

    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>JPEG of 16 by 8 pixels, baseline, RGB; made with ImageMagick.</summary>
    public static byte[] Jpeg => Convert.FromBase64String("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wAARCAAIABADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAACQr/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/ACqBVQD/2Q==");

    /// <summary>The same in progressive coding.</summary>
    public static byte[] ProgressiveJpeg => Convert.FromBase64String("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wgARCAAIABADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAACAn/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIQAxAAAAEqFVD/xAAUEAEAAAAAAAAAAAAAAAAAAAAQ/9oACAEBAAEFAj//xAAUEQEAAAAAAAAAAAAAAAAAAAAQ/9oACAEDAQE/AT//xAAUEQEAAAAAAAAAAAAAAAAAAAAQ/9oACAECAQE/AT//xAAUEAEAAAAAAAAAAAAAAAAAAAAQ/9oACAEBAAY/Aj//xAAUEAEAAAAAAAAAAAAAAAAAAAAQ/9oACAEBAAE/IT//2gAMAwEAAgADAAAAEJP/xAAUEQEAAAAAAAAAAAAAAAAAAAAQ/9oACAEDAQE/ED//xAAUEQEAAAAAAAAAAAAAAAAAAAAQ/9oACAECAQE/ED//xAAUEAEAAAAAAAAAAAAAAAAAAAAQ/9oACAEBAAE/ED//2Q==");

    /// <summary>The same in CMYK, as Adobe's programs save it: paper is the greatest number.</summary>
    public static byte[] CmykJpeg => Convert.FromBase64String("/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUVFQwPFxgWFBgSFBUU/9sAQwEDBAQFBAUJBQUJFA0LDRQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU/8AAFAgACAAQBAERAAIRAQMRAQQRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAkACv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAA4EAQACEQMRBAAAPwAqgFUgaqH/2Q==");

    /// <summary>A PNG of 13 by 11 pixels (ISO/IEC 15948).</summary>
    /// <param name="colour">0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha. With alpha or a palette, white is black that is fully transparent.</param>
    /// <param name="bits">Bits of a number.</param>
    /// <param name="isInterlaced">Whether rows come in the passes of Adam7.</param>
    /// <param name="chunks">Further chunks before the data.</param>
    public static byte[] Png(int colour, int bits, bool isInterlaced, params (string Kind, byte[] Data)[] chunks)
    {
        const int Width = 13;
        const int Height = 11;
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        AddChunk(file, "IHDR", [0, 0, 0, Width, 0, 0, 0, Height, (byte)bits, (byte)colour, 0, 0, (byte)(isInterlaced ? 1 : 0)]);
        foreach (var (kind, data) in chunks)
            AddChunk(file, kind, data);
        if (colour == Palette)
        {
            AddChunk(file, "PLTE", [0, 0, 0, 0, 0, 0]);
            AddChunk(file, "tRNS", [255, 0]);
        }

        using var rows = new MemoryStream();
        foreach (var (left, top, stepX, stepY) in isInterlaced ? Adam7 : [(0, 0, 1, 1)])
        {
            for (var y = top; y < Height && left < Width; y += stepY)
                AddRow(rows, colour, bits, [.. Enumerable.Range(0, Width).Where(x => x >= left && (x - left) % stepX == 0).Select(x => x > Width / 2)]);
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(rows.ToArray());
        AddChunk(file, "IDAT", packed.ToArray());
        AddChunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A JPEG with a further segment behind its first two bytes.</summary>
    public static byte[] WithSegment(byte[] jpeg, byte marker, byte[] data)
    {
        var length = data.Length + 2;
        return [.. jpeg[..2], 0xFF, marker, (byte)(length >> 8), (byte)length, .. data, .. jpeg[2..]];
    }

    // The filter "Sub" of bytes one pixel apart, so that taking it back is tried too.
    private static void AddRow(MemoryStream rows, int colour, int bits, bool[] isWhite)
    {
        var numbers = isWhite.SelectMany(white => NumbersOf(colour, bits, white)).ToArray();
        var row = new byte[((numbers.Length * bits) + 7) / 8];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (bits == 16)
                BinaryPrimitives.WriteUInt16BigEndian(row.AsSpan(i * 2), (ushort)numbers[i]);
            else
                row[i * bits / 8] |= (byte)(numbers[i] << (8 - bits - (i * bits % 8)));
        }

        var step = Math.Max(1, numbers.Length / isWhite.Length * bits / 8);
        rows.WriteByte(1);
        for (var i = 0; i < row.Length; i++)
            rows.WriteByte((byte)(row[i] - (i < step ? 0 : row[i - step])));
    }

    private static int[] NumbersOf(int colour, int bits, bool isWhite)
    {
        var most = (1 << bits) - 1;
        return colour switch
        {
            0 => [isWhite ? most : 0],
            2 => isWhite ? [most, most, most] : [0, 0, 0],
            Palette => [isWhite ? 1 : 0],
            4 => [0, isWhite ? 0 : most],
            _ => [0, 0, 0, isWhite ? 0 : most],
        };
    }

    private static void AddChunk(MemoryStream file, string kind, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(kind), .. data];
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(body));
        file.Write(number);
    }

    // Annex D.
    private static uint Checksum(byte[] data)
    {
        var sum = uint.MaxValue;
        foreach (var b in data)
        {
            sum ^= b;
            for (var i = 0; i < 8; i++)
                sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }

        return ~sum;
    }
}
