using System.Text;

namespace Publisher.Templates.Surroundings;

/// <summary>Makes a value safe in Markdown: it stays the characters it is (CommonMark 0.31.2, 2.4 "Backslash escapes").</summary>
internal static class MarkdownEscape
{
    /// <summary>The value with a backslash before each character that could be markup, on one line.</summary>
    public static string Escape(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        foreach (var c in Plain(value))
        {
            if (char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)))
            {
                text.Append('\\');
            }

            text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>The value on one line, without control characters and without private-use characters, which stand for fields.</summary>
    public static string Plain(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            var isSpace = c is ' ' or '\n' or '\r' or '\t' or '\v' or '\f' or '\u2028' or '\u2029';
            if (isSpace && (text.Length == 0 || text[^1] == ' '))
            {
                continue;
            }

            if (isSpace)
            {
                text.Append(' ');
            }
            else if (!char.IsControl(c) && c is < '\uE000' or > '\uF8FF')
            {
                text.Append(c);
            }
        }

        return text.ToString().TrimEnd(' ');
    }
}
