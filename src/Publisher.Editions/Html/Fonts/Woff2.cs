using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;

namespace Publisher.Editions.Html.Fonts;

/// <summary>Packs an OpenType file for the web (WOFF File Format 2.0, W3C 2024), all tables untransformed.</summary>
internal static class Woff2
{
    private const int HeaderSize = 48;
    private const int SfntHeaderSize = 12;
    private const int SfntEntrySize = 16;
    private const byte ArbitraryTag = 63;

    // WOFF2, 5.1: version 3 of the transform of these two means none; for other tables it is version 0.
    private const byte NullTransform = 3 << 6;

    // WOFF2, 4.1 "known table tags", up to the last that our subsets hold.
    private static readonly string[] KnownTags =
    [
        "cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm", "glyf", "loca", "prep", "CFF ", "VORG", "EBDT",
        "EBLC", "gasp", "hdmx", "kern", "LTSH", "PCLT", "VDMX", "vhea", "vmtx", "BASE", "GDEF", "GPOS", "GSUB",
    ];

    /// <summary>Packs a font.</summary>
    /// <param name="font">A TrueType or OpenType file with one face.</param>
    /// <param name="quality">Effort of Brotli from 0 to 11.</param>
    public static byte[] Pack(ReadOnlySpan<byte> font, int quality)
    {
        var tables = ReadDirectory(font);
        var directory = new MemoryStream();
        var content = new MemoryStream(font.Length);
        foreach (var (tag, offset, length) in tables)
        {
            WriteEntry(directory, tag, length);
            WriteTable(content, tag, font.Slice(offset, length));
        }

        var compressed = Compress(content.GetBuffer().AsSpan(0, (int)content.Length), quality);
        var unpadded = HeaderSize + (int)directory.Length + compressed.Length;
        var file = new byte[(unpadded + 3) & ~3];
        WriteHeader(file, font, tables.Count, content.Length, compressed.Length);
        directory.GetBuffer().AsSpan(0, (int)directory.Length).CopyTo(file.AsSpan(HeaderSize));
        compressed.CopyTo(file.AsSpan(HeaderSize + (int)directory.Length));
        return file;
    }

    /// <summary>The tables in the order of the file's directory, <c>loca</c> right behind <c>glyf</c> as WOFF2, 5.3 wants.</summary>
    private static List<(string Tag, int Offset, int Length)> ReadDirectory(ReadOnlySpan<byte> font)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(font[4..]);
        var tables = new List<(string Tag, int Offset, int Length)>(count);
        for (var i = 0; i < count; i++)
        {
            var entry = font[(SfntHeaderSize + (i * SfntEntrySize))..];
            tables.Add((
                System.Text.Encoding.ASCII.GetString(entry[..4]),
                (int)BinaryPrimitives.ReadUInt32BigEndian(entry[8..]),
                (int)BinaryPrimitives.ReadUInt32BigEndian(entry[12..])));
        }

        var loca = tables.FindIndex(table => table.Tag == "loca");
        if (loca >= 0)
        {
            var entry = tables[loca];
            tables.RemoveAt(loca);
            tables.Insert(tables.FindIndex(table => table.Tag == "glyf") + 1, entry);
        }

        return tables;
    }

    private static void WriteEntry(MemoryStream directory, string tag, int length)
    {
        var known = Array.IndexOf(KnownTags, tag);
        var flags = known < 0 ? ArbitraryTag : (byte)known;
        directory.WriteByte(tag is "glyf" or "loca" ? (byte)(flags | NullTransform) : flags);
        if (known < 0)
        {
            directory.Write(System.Text.Encoding.ASCII.GetBytes(tag));
        }

        WriteUIntBase128(directory, (uint)length);
    }

    /// <summary>Seven bits a byte, highest first, without leading zeros (WOFF2, 4.1 "UIntBase128").</summary>
    private static void WriteUIntBase128(MemoryStream output, uint value)
    {
        for (var shift = 28; shift > 0; shift -= 7)
        {
            if (value >> shift != 0)
            {
                output.WriteByte((byte)(0x80 | ((value >> shift) & 0x7F)));
            }
        }

        output.WriteByte((byte)(value & 0x7F));
    }

    private static void WriteTable(MemoryStream content, string tag, ReadOnlySpan<byte> table)
    {
        var start = (int)content.Length;
        content.Write(table);
        if (tag == "head" && table.Length >= 18)
        {
            // OpenType 1.9, head.flags, bit 11: the file was packed without loss.
            content.GetBuffer()[start + 16] |= 0x08;
        }
    }

    private static ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> content, int quality)
    {
        // PERF: Brotli clears tables in proportion to its window (RFC 7932, 9.1: 2^n - 16 bytes); one as large as the font is enough.
        var window = Math.Clamp(BitOperations.Log2((uint)content.Length + 15) + 1, 10, 24);
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(content.Length)];
        return BrotliEncoder.TryCompress(content, compressed, out var written, quality, window)
            ? compressed.AsSpan(0, written)
            : throw new System.Diagnostics.UnreachableException();
    }

    private static void WriteHeader(Span<byte> file, ReadOnlySpan<byte> font, int tables, long contentLength, int compressedLength)
    {
        "wOF2"u8.CopyTo(file);
        font[..4].CopyTo(file[4..]);
        BinaryPrimitives.WriteUInt32BigEndian(file[8..], (uint)file.Length);
        BinaryPrimitives.WriteUInt16BigEndian(file[12..], (ushort)tables);
        BinaryPrimitives.WriteUInt32BigEndian(file[16..], (uint)(SfntHeaderSize + (tables * SfntEntrySize) + contentLength));
        BinaryPrimitives.WriteUInt32BigEndian(file[20..], (uint)compressedLength);
        BinaryPrimitives.WriteUInt16BigEndian(file[24..], 1);
    }
}
