using System.Buffers;
using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Words;

/// <summary>Finds web and e-mail addresses.</summary>
internal static class Addresses
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\u00A0\u202F<>\"“”„»«\n");

    private static readonly SearchValues<char> Query = SearchValues.Create("/=&%_#");

    /// <summary>The next address at or behind an offset; null if there is none.</summary>
    public static (int Start, int Length, string Target)? Next(ReadOnlySpan<char> text, int from)
    {
        var first = from;
        while (from < text.Length)
        {
            var at = text[from..].IndexOfAny(":@.".AsSpan());
            if (at < 0)
            {
                return null;
            }

            at += from;
            from = at + 1;
            var found = text[at] switch
            {
                ':' => Web(text, at),
                '.' => Www(text, at),
                _ => Mail(text, at),
            };
            if (found is { } address && address.Start >= first)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>True if the last word of a line is, or may be part of, a web address that goes on in the next line.</summary>
    public static bool IsOpen(ReadOnlySpan<char> line, ReadOnlySpan<char> next, bool isFull)
    {
        var word = LineWords.LastWord(line).TrimStart("(<[„“\"«");
        if (word.EndsWith("http:/") || word.EndsWith("https:/"))
        {
            return next.StartsWith("/");
        }

        var web = word.IndexOf("://") > 0 || (word.StartsWith("www.") && word.Length > 4);
        var piece = LineWords.FirstWord(next);
        if (!web || piece.IsEmpty || LineWords.IsAddress(piece))
        {
            return false;
        }

        var begin = char.IsLower(piece[0]) || char.IsAsciiDigit(piece[0]) || "/?#&=_%-.~".Contains(piece[0]);
        var ends = word[^1] is '/' or '-' or '_' or '?' or '=' or '&' or '#' or '%' or '‐' or '.';
        if (word[^1] is '.' && !(piece.Contains('/') || piece.Contains('.')))
        {
            return false;
        }

        return (ends && (begin || piece.Contains('/') || word[^1] is '-' or '/' or '_' or '=')) || (isFull && begin && piece.IndexOfAny(Query) >= 0) || (isFull && IsTail(piece));
    }

    private static bool IsTail(ReadOnlySpan<char> piece)
    {
        var word = piece.TrimEnd(".,;:)");
        return word.EndsWith(".html") || word.EndsWith(".pdf") || word.EndsWith(".php") || word.EndsWith(".htm");
    }

    private static (int Start, int Length, string Target)? Web(ReadOnlySpan<char> text, int colon)
    {
        if (!text[colon..].StartsWith("://") || colon + 3 >= text.Length || Ends.Contains(text[colon + 3]))
        {
            return null;
        }

        var start = colon;
        while (start > 0 && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }

        var scheme = text[start..colon];
        return scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || scheme.Equals("https", StringComparison.OrdinalIgnoreCase)
            ? Finish(text, start, "")
            : null;
    }

    private static (int Start, int Length, string Target)? Www(ReadOnlySpan<char> text, int dot)
    {
        if (dot < 3 || !text[(dot - 3)..dot].Equals("www", StringComparison.OrdinalIgnoreCase) || (dot > 3 && char.IsLetterOrDigit(text[dot - 4])))
        {
            return null;
        }

        return dot + 1 < text.Length && char.IsLetterOrDigit(text[dot + 1]) && Finish(text, dot - 3, "https://") is { Length: > 7 } found ? found : null;
    }

    private static (int Start, int Length, string Target)? Finish(ReadOnlySpan<char> text, int start, string scheme)
    {
        var end = text[start..].IndexOfAny(Ends);
        var address = end < 0 ? text[start..] : text[start..(start + end)];
        var unopened = address.Count(')') - address.Count('(');
        while (address.Length > 0 && (address[^1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or '‘' or ']' or '>' || (address[^1] == ')' && unopened-- > 0)))
        {
            address = address[..^1];
        }

        return address.Length < 8 ? null : (start, address.Length, scheme + address.ToString());
    }

    private static (int Start, int Length, string Target)? Mail(ReadOnlySpan<char> text, int at)
    {
        int start = at, end = at + 1;
        while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '+'))
        {
            start--;
        }

        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
        {
            end++;
        }

        while (end > at && text[end - 1] is '.' or '-')
        {
            end--;
        }

        var domain = text[(at + 1)..end];
        return start < at && domain.LastIndexOf('.') is > 0 and var dot && domain.Length - dot > 2
            ? (start, end - start, "mailto:" + text[start..end].ToString())
            : null;
    }
}
