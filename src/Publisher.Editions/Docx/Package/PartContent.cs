using System.IO.Compression;

namespace Publisher.Editions.Docx.Package;

/// <summary>The bytes of a part, compressed (RFC 1951) as they stand in the file.</summary>
/// <param name="Compressed">The compressed bytes.</param>
/// <param name="Size">How many bytes they stand for.</param>
/// <param name="Checksum">CRC-32 of those.</param>
internal sealed record PartContent(ReadOnlyMemory<byte> Compressed, long Size, uint Checksum)
{
    /// <summary>The content of a part that is at hand as bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="level">What a smaller part may cost.</param>
    public static PartContent Of(ReadOnlySpan<byte> bytes, CompressionLevel level = CompressionLevel.Optimal)
    {
        // Fonts, which are what is packed here, keep two thirds of their size.
        using var compressed = new MemoryStream(bytes.Length * 3 / 4);
        using (var deflate = new DeflateStream(compressed, level, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        var checksum = new Crc32();
        checksum.Append(bytes);
        return new PartContent(compressed.GetBuffer().AsMemory(0, (int)compressed.Length), bytes.Length, checksum.Value);
    }
}
