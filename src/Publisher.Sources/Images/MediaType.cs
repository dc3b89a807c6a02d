using System.Text;

namespace Publisher.Sources.Images;

/// <summary>Tells the kind of an image by its first bytes; names of files lie.</summary>
internal static class MediaType
{
    /// <summary>An XML declaration, a document type and some comments stand before the root of an SVG; more is not looked at.</summary>
    private const int LongestProlog = 4096;

    /// <summary>The RFC 6838 media type; null if the bytes are no image of a kind that editions know.</summary>
    public static string? Of(ReadOnlySpan<byte> content) => content switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        _ => IsSvg(content) ? "image/svg+xml" : null,
    };

    private static bool IsSvg(ReadOnlySpan<byte> content)
    {
        var text = Encoding.UTF8.GetString(content[..Math.Min(content.Length, LongestProlog)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text.StartsWith('<') && !text.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) && text.Contains("<svg", StringComparison.Ordinal);
    }
}
