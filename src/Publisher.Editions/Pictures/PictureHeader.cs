using System.Buffers.Binary;

namespace Publisher.Editions.Pictures;

/// <summary>What the first bytes of a raster image say about it; nothing is decoded.</summary>
/// <param name="MediaType">RFC 6838 media type by content, whatever the file's name says.</param>
/// <param name="Width">Width in pixels, 1 or more.</param>
/// <param name="Height">Height in pixels, 1 or more.</param>
internal readonly record struct PictureHeader(string MediaType, int Width, int Height)
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads PNG (ISO 15948, 11.2.2), JPEG (ITU-T T.81, B.2.2), GIF (89a, 18) or WebP (RFC 9649); null for anything else.</summary>
    public static PictureHeader? Read(ReadOnlySpan<byte> file)
    {
        var header = ReadPng(file) ?? ReadGif(file) ?? ReadWebP(file) ?? ReadJpeg(file);
        return header is { Width: > 0, Height: > 0 } ? header : null;
    }

    private static PictureHeader? ReadPng(ReadOnlySpan<byte> file) =>
        file.Length >= 24 && file.StartsWith(PngSignature)
            ? new PictureHeader("image/png", BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]))
            : null;

    private static PictureHeader? ReadGif(ReadOnlySpan<byte> file) =>
        file.Length >= 10 && (file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8))
            ? new PictureHeader("image/gif", BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), BinaryPrimitives.ReadUInt16LittleEndian(file[8..]))
            : null;

    private static PictureHeader? ReadWebP(ReadOnlySpan<byte> file)
    {
        if (file.Length < 30 || !file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WEBP"u8))
        {
            return null;
        }

        var chunk = file[12..];
        var data = chunk[8..];
        if (chunk.StartsWith("VP8X"u8))
        {
            return WebP(1 + UInt24(data[4..]), 1 + UInt24(data[7..]));
        }

        if (chunk.StartsWith("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return WebP(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
        }

        return chunk.StartsWith("VP8 "u8)
            ? WebP(BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF)
            : null;

        static PictureHeader WebP(int width, int height) => new("image/webp", width, height);
        static int UInt24(ReadOnlySpan<byte> at) => at[0] | (at[1] << 8) | (at[2] << 16);
    }

    private static PictureHeader? ReadJpeg(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]))
        {
            return null;
        }

        var at = 2;
        while (at + 9 <= file.Length && file[at] == 0xFF)
        {
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            // Start of frame; DHT, JPG and DAC share its range of numbers.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new PictureHeader(
                    "image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return null;
    }
}
