using System.Buffers;

namespace Publisher.Sources.PlainText.Lines;

/// <summary>Cuts text into lines. CR, LF, CRLF, VT, NEL, U+2028 and U+2029 end a line, form feeds a page.</summary>
internal static class LineReader
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("\n\r\f\v\u0085\u2028\u2029");

    /// <summary>The lines with text on them.</summary>
    public static List<TextLine> Read(string text, int start)
    {
        var lines = new List<TextLine>();
        int page = 0, space = 0;
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny(Ends);
            var end = length < 0 ? text.Length : start + length;
            if (Line(text, start, end, space, page) is { } line)
            {
                lines.Add(line);
                space = 0;
            }
            else
            {
                space++;
            }

            start = end + 1;
            if (end < text.Length && text[end] == '\f')
            {
                // What stands between the last line end and the form feed is no empty line.
                page++;
                space = 0;
            }
            else if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n')
            {
                start++;
            }
        }

        return lines;
    }

    private static TextLine? Line(string text, int start, int end, int space, int page)
    {
        int from = start, to = end, indent = 0;
        while (from < end && char.IsWhiteSpace(text[from]))
        {
            indent += text[from] == '\t' ? 8 - indent % 8 : 1;
            from++;
        }

        while (to > from && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }

        return from == end ? null : new TextLine { Start = from, End = to, Indent = indent, Trailing = end - to, Space = space, Page = page };
    }
}
