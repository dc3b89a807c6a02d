namespace Publisher.Sources.PlainText.Lines;

/// <summary>
/// Marks by which an author overrules the reader, each at the start of a line: <c>¶</c> a paragraph begins here, <c>↳</c> the
/// paragraph before goes on, <c>#</c> to <c>######</c> and a blank: this line is a heading of that level.
/// </summary>
internal static class AuthorMarks
{
    private const int DeepestHeading = 6;

    /// <summary>Takes the marks off their lines.</summary>
    /// <returns>The marks as places in the text, to be recorded as taken out.</returns>
    public static List<(int Start, int Length)> Take(string text, List<TextLine> lines)
    {
        var taken = new List<(int Start, int Length)>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var length = line.In(text) switch
            {
                ['¶', _, ..] or ['↳', _, ..] => 1,
                ['#', ..] words => HeadingMark(words),
                _ => 0,
            };
            if (length == 0)
            {
                continue;
            }

            if (text[line.Start] == '↳')
            {
                line.Continues = true;
            }
            else
            {
                line.StartsBlock = true;
                line.IsParagraph = text[line.Start] == '¶';
            }

            if (text[line.Start] == '#')
            {
                line.HeadingLevel = length;
                if (i + 1 < lines.Count)
                {
                    lines[i + 1].StartsBlock = true;
                }
            }

            taken.Add((line.Start, length));
            line.Start += length;
            while (char.IsWhiteSpace(text[line.Start]))
            {
                line.Start++;
            }
        }

        return taken;
    }

    private static int HeadingMark(ReadOnlySpan<char> line)
    {
        var length = line.IndexOfAnyExcept('#');
        return length is > 0 and <= DeepestHeading && line[length] == ' ' ? length : 0;
    }
}
