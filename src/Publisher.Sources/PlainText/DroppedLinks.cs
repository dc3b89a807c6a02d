using Publisher.Model;

namespace Publisher.Sources.PlainText;

/// <summary>Finds the targets of links that an extraction printed below the text of their page.</summary>
internal static class DroppedLinks
{
    /// <summary>Parts such lines from the text: a line that is nothing but one web address, while the line before does not announce it.</summary>
    public static (List<TextLine> Text, ValueList<LinkReference> References) SetApart(List<TextLine> lines)
    {
        var text = new List<TextLine>(lines.Count);
        var references = new List<LinkReference>();
        foreach (var line in lines)
        {
            var announced = text.Count == 0 || text[^1].Text.EndsWith(':') || !ParagraphDivider.EndsSentence(text[^1].Text);
            if (!announced && IsAddress(line.Text))
            {
                references.Add(new LinkReference(line.Text, 0) { Span = line.Span });
            }
            else
            {
                text.Add(line);
            }
        }

        return (text, references.ToValueList());
    }

    private static bool IsAddress(string text) =>
        !text.Contains(' ', StringComparison.Ordinal)
        && (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase));
}
