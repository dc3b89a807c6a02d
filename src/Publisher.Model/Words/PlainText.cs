using System.Text;
using Publisher.Model.Inlines;

namespace Publisher.Model.Words;

/// <summary>Inlines as a reader reads them aloud: text without markup, corrections as they stand now, no note marks, no images.</summary>
public static class PlainText
{
    /// <summary>The text of a line; a line break becomes LF.</summary>
    public static string Of(ValueList<Inline> line)
    {
        // PERF: most titles and headings are one text.
        if (line.Count == 1 && line[0] is Text only)
        {
            return only.Value;
        }

        var text = new StringBuilder();
        Append(text, line);
        return text.ToString();
    }

    internal static void Append(StringBuilder text, ValueList<Inline> line)
    {
        foreach (var inline in line)
        {
            switch (inline)
            {
                case Text t:
                    text.Append(t.Value);
                    break;
                case Code c:
                    text.Append(c.Value);
                    break;
                case Correction c:
                    text.Append(c.Replacement);
                    break;
                case LineBreak:
                    text.Append('\n');
                    break;
                default:
                    Append(text, InlineWalk.ContentOf(inline));
                    break;
            }
        }
    }
}
