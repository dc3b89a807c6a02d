using System.Buffers.Binary;

namespace Publisher.Tests.Support;

/// <summary>Makes fonts that the repository has none of from one that it has.</summary>
internal static class FontBytes
{
    private const int Header = 12;
    private const int Record = 16;

    /// <summary>The running text's sans serif.</summary>
    public static byte[] Plain => Repository.Bytes("templates", "fonts", "SourceSans3-Regular.ttf");

    /// <summary>The same with other permission bits (OS/2, fsType).</summary>
    public static byte[] WithPermission(ushort bits)
    {
        var font = Plain;
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan((int)PlaceOf(font, "OS/2"u8) + 8), bits);
        return font;
    }

    /// <summary>The same with the outlines' table cut off in its middle.</summary>
    public static byte[] Truncated => Plain[..(int)(PlaceOf(Plain, "glyf"u8) + 100)];

    /// <summary>A collection (OpenType 1.9, "Font collections") of fonts, one behind the other.</summary>
    public static byte[] Collection(params byte[][] fonts)
    {
        var start = Header + (4 * fonts.Length);
        var file = new byte[start + fonts.Sum(font => font.Length)];
        "ttcf"u8.CopyTo(file);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(4), 0x00010000);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(8), (uint)fonts.Length);
        for (var i = 0; i < fonts.Length; i++)
        {
            fonts[i].CopyTo(file, start);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(Header + (4 * i)), (uint)start);
            Move(file.AsSpan(start), (uint)start);
            start += fonts[i].Length;
        }

        return file;
    }

    private static void Move(Span<byte> font, uint by)
    {
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(font[4..]); i++)
        {
            var offset = font[(Header + (i * Record) + 8)..];
            BinaryPrimitives.WriteUInt32BigEndian(offset, BinaryPrimitives.ReadUInt32BigEndian(offset) + by);
        }
    }

    private static uint PlaceOf(ReadOnlySpan<byte> font, ReadOnlySpan<byte> tag)
    {
        for (var i = 0; ; i++)
        {
            var record = font.Slice(Header + (i * Record), Record);
            if (record.StartsWith(tag))
                return BinaryPrimitives.ReadUInt32BigEndian(record[8..]);
        }
    }
}
