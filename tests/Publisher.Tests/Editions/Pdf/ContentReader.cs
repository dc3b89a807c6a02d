using System.Text;

namespace Publisher.Tests.Editions.Pdf;

/// <summary>Reads operators with their operands out of a content stream (ISO 32000-1, 7.8.2), knowing nothing of what they mean.</summary>
internal static class ContentReader
{
    /// <summary>The operators in order. Operands are words as written; strings are their bytes in hexadecimal, between angle brackets.</summary>
    public static IEnumerable<(string Operator, List<string> Operands)> Read(byte[] content)
    {
        var operands = new List<string>();
        for (var at = 0; at < content.Length;)
        {
            var c = (char)content[at];
            if (char.IsWhiteSpace(c) || c == '\0')
            {
                at++;
            }
            else if (c == '(')
            {
                operands.Add(Literal(content, ref at));
            }
            else if (c == '<' && at + 1 < content.Length && content[at + 1] != '<')
            {
                var end = Array.IndexOf(content, (byte)'>', at);
                operands.Add(string.Concat(Encoding.Latin1.GetString(content, at, end + 1 - at).Where(d => !char.IsWhiteSpace(d))).ToUpperInvariant());
                at = end + 1;
            }
            else if ("[]<>".Contains(c, StringComparison.Ordinal))
            {
                var length = c is '<' or '>' ? 2 : 1;
                operands.Add(Encoding.Latin1.GetString(content, at, length));
                at += length;
            }
            else
            {
                var word = Word(content, ref at);
                if (char.IsAsciiDigit(word[0]) || word[0] is '/' or '-' or '+' or '.' || word is "true" or "false" or "null")
                {
                    operands.Add(word);
                    continue;
                }

                yield return (word, operands);
                operands = [];
            }
        }
    }

    private static string Word(byte[] content, ref int at)
    {
        var start = at++;
        while (at < content.Length && !char.IsWhiteSpace((char)content[at]) && !"()<>[]/%".Contains((char)content[at], StringComparison.Ordinal))
            at++;
        return Encoding.Latin1.GetString(content, start, at - start);
    }

    private static string Literal(byte[] content, ref int at)
    {
        var bytes = new List<byte>();
        var depth = 1;
        for (at++; at < content.Length; at++)
        {
            var c = content[at];
            if (c == '\\')
            {
                c = content[++at];
                bytes.Add(c switch { (byte)'n' => (byte)'\n', (byte)'r' => (byte)'\r', (byte)'t' => (byte)'\t', (byte)'b' => 8, (byte)'f' => 12, >= (byte)'0' and <= (byte)'7' => Octal(content, ref at), _ => c });
                continue;
            }

            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0)
                break;
            bytes.Add(c);
        }

        at++;
        return $"<{Convert.ToHexString([.. bytes])}>";
    }

    private static byte Octal(byte[] content, ref int at)
    {
        var value = content[at] - '0';
        for (var digits = 1; digits < 3 && at + 1 < content.Length && content[at + 1] is >= (byte)'0' and <= (byte)'7'; digits++)
            value = (value * 8) + (content[++at] - '0');
        return (byte)value;
    }
}
