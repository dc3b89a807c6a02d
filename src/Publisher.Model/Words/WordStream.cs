using System.Text;

namespace Publisher.Model.Words;

/// <summary>
/// The words of a document in reading order: what must be the same in the source, the model and every edition as read back. A word
/// is a run of characters without white space; a no-break space parts words like any other.
/// </summary>
/// <param name="Flow">Title, subtitle and blocks.</param>
/// <param name="Notes">The footnotes.</param>
/// <param name="LinkReferences">Addresses set apart from the text.</param>
public sealed record WordStream(ValueList<string> Flow, ValueList<string> Notes, ValueList<string> LinkReferences)
{
    /// <summary>The words of a document.</summary>
    public static WordStream Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var flow = new StringBuilder();
        var notes = new StringBuilder();
        foreach (var line in InlineWalk.Lines(document))
        {
            var text = line.IsNote ? notes : flow;
            text.Append(line.Code);
            PlainText.Append(text, line.Content);
            text.Append('\n');
        }

        return new WordStream(
            Split(flow.ToString()),
            Split(notes.ToString()),
            document.LinkReferences.Select(reference => reference.Target).ToValueList());
    }

    /// <summary>The words of a text, in order.</summary>
    public static ValueList<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToValueList();
    }
}
