using Publisher.Model;

namespace Publisher.Sources.PlainText;

/// <summary>Divides lines into paragraphs.</summary>
internal static class ParagraphDivider
{
    /// <summary>The paragraphs, each with its lines.</summary>
    public static List<ValueList<TextLine>> Divide(List<TextLine> lines)
    {
        var usualSpace = UsualSpace(lines);
        var paragraphs = new List<ValueList<TextLine>>();
        var current = new List<TextLine>();
        var measure = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            current.Add(lines[i]);
            measure = Math.Max(measure, lines[i].Text.Length);
            if (i + 1 == lines.Count || IsParagraphEnd(lines[i], lines[i + 1], measure, usualSpace, isDisplay: paragraphs.Count < 2 && current.Count == 1))
            {
                paragraphs.Add(current.ToValueList());
                current.Clear();
                measure = 0;
            }
        }

        return paragraphs;
    }

    /// <summary>True if a text ends as a sentence does: with a full stop or the like, closing quotation marks and brackets aside.</summary>
    public static bool EndsSentence(string text)
    {
        var end = text.AsSpan().TrimEnd("\"'“”‘’»«)]");
        return !end.IsEmpty && end[^1] is '.' or '!' or '?' or ':' or '…' && !EndsWithAbbreviation(end);
    }

    // "e.V." at the end of a title or line is no end of a sentence by itself.
    private static bool EndsWithAbbreviation(ReadOnlySpan<char> text) =>
        text.Length > 3 && text[^1] == '.' && char.IsUpper(text[^2]) && text[^3] == '.';

    /// <summary>How many empty lines stand between most lines: extractions put none or one after every line.</summary>
    private static int UsualSpace(List<TextLine> lines)
    {
        var single = lines.Skip(1).Count(line => line.EmptyLinesBefore == 0);
        return single * 2 >= lines.Count - 1 ? 0 : 1;
    }

    /// <summary>
    /// More space than usual ends a paragraph. Otherwise a sentence must end here, and there must be a further sign: an indented next
    /// line, blanks an author left at the end, or room on this line for the next line's first word.
    /// </summary>
    private static bool IsParagraphEnd(TextLine line, TextLine next, int measure, int usualSpace, bool isDisplay)
    {
        if (next.EmptyLinesBefore > usualSpace)
        {
            return true;
        }

        // Title and subtitle are marked by blanks at the end, without a full stop.
        if (isDisplay && !EndsSentence(line.Text) && line.TrailingBlanks > 1)
        {
            return true;
        }

        if (!EndsSentence(line.Text) || char.IsLower(next.Text[0]))
        {
            return isDisplay && !EndsSentence(line.Text) && usualSpace == 1 && Fits(line, next, 80) && char.IsAsciiDigit(next.Text[0]);
        }

        return next.Indent > line.Indent || line.TrailingBlanks > 1 || Fits(line, next, measure);
    }

    private static bool Fits(TextLine line, TextLine next, int measure)
    {
        var word = next.Text.IndexOf(' ', StringComparison.Ordinal);
        return line.Text.Length + 1 + (word < 0 ? next.Text.Length : word) <= measure;
    }
}
