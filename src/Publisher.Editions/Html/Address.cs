using System.Buffers;
using System.Text;

namespace Publisher.Editions.Html;

/// <summary>Decides which addresses a statement may link to: it is untrusted input.</summary>
internal static class Address
{
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    private static readonly SearchValues<char> LegalInPath = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%");

    /// <summary>
    /// The address as it may stand in <c>href</c>: an absolute address of an allowed scheme, with what RFC 3986 forbids
    /// percent-encoded. Null if no link may lead there.
    /// </summary>
    public static string? SafeOrNull(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !Schemes.Contains(address[..colon], StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var isWeb = address.StartsWith("http", StringComparison.OrdinalIgnoreCase);
        return isWeb && !HasHost(address.AsSpan(colon + 1)) ? null : Encode(address, colon + 1);
    }

    /// <summary>The address of something on the web as it may stand in <c>href</c>; null if it is none.</summary>
    public static string? WebOrNull(string? address) =>
        address is not null && address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? SafeOrNull(address) : null;

    /// <summary>What an address as written most likely leads to: itself, or a web site without its scheme. Null if no link may lead there.</summary>
    public static string? GuessOrNull(string address) =>
        SafeOrNull(address.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + address : address);

    /// <summary>The name of a file as a relative address.</summary>
    public static string OfFile(string name) => Uri.EscapeDataString(name);

    /// <summary>A host of letters, digits, hyphens and dots; nothing that an address parser could read in two ways.</summary>
    private static bool HasHost(ReadOnlySpan<char> behindScheme)
    {
        if (!behindScheme.StartsWith("//"))
        {
            return false;
        }

        var authority = behindScheme[2..];
        var end = authority.IndexOfAny('/', '?', '#');
        authority = end < 0 ? authority : authority[..end];
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        var port = host.LastIndexOf(':');
        if (port >= 0)
        {
            if (!ushort.TryParse(host[(port + 1)..], System.Globalization.NumberStyles.None, null, out _))
            {
                return false;
            }

            host = host[..port];
        }

        foreach (var c in host)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '.' or '_'))
            {
                return false;
            }
        }

        return authority.IndexOf('@') < 0 && host.Length > 0 && host[0] != '.' && !host.Contains("..", StringComparison.Ordinal);
    }

    private static string Encode(string address, int start)
    {
        if (address.AsSpan(start).IndexOfAnyExcept(LegalInPath) < 0 && IsWellEscaped(address))
        {
            return address;
        }

        var encoded = new StringBuilder(address, 0, start, address.Length + 16);
        var fragmentSeen = false;
        for (var i = start; i < address.Length; i++)
        {
            var c = address[i];
            var keep = c switch
            {
                '%' => IsEscape(address, i),
                '#' => !fragmentSeen,
                '[' or ']' => false,

                // Letters beyond ASCII may stand in an address of HTML (URL Standard, "URL code points").
                >= '\u00A0' => !char.IsSurrogate(c) && !char.IsWhiteSpace(c) && !char.IsControl(c) && c < '\uFDD0',
                _ => LegalInPath.Contains(c),
            };
            fragmentSeen |= c == '#';
            if (keep)
            {
                encoded.Append(c);
                continue;
            }

            var length = char.IsSurrogatePair(address, i) ? 2 : 1;
            foreach (var b in Encoding.UTF8.GetBytes(address.Substring(i, length)))
            {
                encoded.Append('%').Append(b.ToString("X2"));
            }

            i += length - 1;
        }

        return encoded.ToString();
    }

    private static bool IsWellEscaped(string address)
    {
        for (var i = address.IndexOf('%', StringComparison.Ordinal); i >= 0; i = address.IndexOf('%', i + 1))
        {
            if (!IsEscape(address, i))
            {
                return false;
            }
        }

        return address.AsSpan().Count('#') <= 1 && address.AsSpan().IndexOfAny('[', ']') < 0;
    }

    private static bool IsEscape(string address, int percent) =>
        percent + 2 < address.Length && char.IsAsciiHexDigit(address[percent + 1]) && char.IsAsciiHexDigit(address[percent + 2]);
}
