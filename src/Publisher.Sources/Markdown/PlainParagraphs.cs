using Publisher.Model.Blocks;
using Publisher.Model.Inlines;

namespace Publisher.Sources.Markdown;

/// <summary>Text without any markup: paragraphs stand between empty lines.</summary>
internal static class PlainParagraphs
{
    /// <summary>The paragraphs of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">Where it stands in the Markdown.</param>
    /// <param name="reading">The reading it belongs to.</param>
    public static List<Block> Read(string text, int offset, Reading reading)
    {
        var blocks = new List<Block>();
        var line = new List<Inline>();
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : at + length;
            if (text.AsSpan(at, end - at).IsWhiteSpace())
            {
                EndParagraph();
            }
            else
            {
                TextCleaner.Add(line, text[at..end], reading.Span(offset + at, end - at), reading.IsTemplate);
                line.Add(Line.SoftBreak);
            }

            at = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        EndParagraph();
        return blocks;

        void EndParagraph()
        {
            var content = Line.FinishAndTrim(line);
            line = [];
            if (!content.IsEmpty)
            {
                blocks.Add(new Paragraph(content) { Span = content[0].Span.To(content[^1].Span) });
            }
        }
    }
}
