using Publisher.Model;
using Publisher.Sources.Decoding;

namespace Publisher.Sources.PlainText;

/// <summary>A line with text on it.</summary>
/// <param name="Text">Without blanks at its ends; runs of blanks inside are one space.</param>
/// <param name="Span">Where the text stands.</param>
/// <param name="Indent">Number of blanks before it.</param>
/// <param name="TrailingBlanks">Number of blanks behind it.</param>
/// <param name="EmptyLinesBefore">Number of empty lines between it and the line before.</param>
internal sealed record TextLine(string Text, SourceSpan Span, int Indent, int TrailingBlanks, int EmptyLinesBefore)
{
    /// <summary>The lines with text on them.</summary>
    /// <param name="source">The decoded file.</param>
    /// <param name="start">Where the text begins.</param>
    public static List<TextLine> Read(SourceText source, int start)
    {
        var lines = new List<TextLine>();
        var empty = 0;
        foreach (var range in source.Text.AsSpan(start).SplitAny('\n', '\r', '\f', '\v', '\u0085', '\u2028', '\u2029'))
        {
            var line = source.Text.AsSpan(start)[range];
            var content = line.Trim();
            if (content.IsEmpty)
            {
                empty += IsLineFeedOfCrLf(source.Text, start + range.Start.Value) ? 0 : 1;
                continue;
            }

            var indent = line.Length - line.TrimStart().Length;
            lines.Add(new TextLine(
                OneSpace(content),
                source.Span(start + range.Start.Value + indent, content.Length),
                indent,
                line.Length - indent - content.Length,
                empty));
            empty = 0;
        }

        return lines;
    }

    private static bool IsLineFeedOfCrLf(string text, int offset) =>
        offset > 0 && offset < text.Length && text[offset - 1] == '\r' && text[offset] == '\n';

    private static string OneSpace(ReadOnlySpan<char> text)
    {
        var result = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            var space = char.IsWhiteSpace(c) || char.IsControl(c);
            if (!space)
            {
                result.Append(c);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd();
    }
}
