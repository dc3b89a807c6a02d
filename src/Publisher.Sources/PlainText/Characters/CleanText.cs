using Publisher.Model;
using Publisher.Model.Corrections;
using Publisher.Sources.Decoding;

namespace Publisher.Sources.PlainText.Characters;

/// <summary>
/// The source's text with its characters put right, and the way back from each of them to its place in the source. All later passes
/// count in this text.
/// </summary>
/// <param name="source">The decoded file.</param>
/// <param name="text">Its text after the edits; the same string if nothing had to be edited.</param>
/// <param name="edits">What was edited, in order.</param>
internal sealed class CleanText(SourceText source, string text, List<CharacterEdit> edits)
{
    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>The text of the source.</summary>
    public string Source => source.Text;

    /// <summary>A place in the source.</summary>
    public SourceSpan SourceSpan(int start, int length) => source.Span(start, length);

    /// <summary>The edits as the document records them.</summary>
    public IEnumerable<Change> Changes => edits.Select(edit =>
        new Change(source.Text.Substring(edit.SourceStart, edit.SourceLength), edit.Replacement, edit.Rule)
        {
            Span = source.Span(edit.SourceStart, edit.SourceLength),
        });

    /// <summary>The place in the source of some characters of this text; removed characters at its ends are not part of it.</summary>
    public SourceSpan Span(int start, int length)
    {
        var from = Start(start);
        return source.Span(from, length == 0 ? 0 : End(start + length - 1) - from);
    }

    private int Start(int clean)
    {
        var next = FirstEndingBehind(clean);
        return next < edits.Count && edits[next].CleanStart <= clean ? edits[next].SourceStart : Follow(next - 1, clean);
    }

    private int End(int clean)
    {
        var next = FirstEndingBehind(clean);
        return next < edits.Count && edits[next].CleanStart <= clean ? edits[next].SourceEnd : Follow(next - 1, clean) + 1;
    }

    private int Follow(int edit, int clean) => edit < 0 ? clean : edits[edit].SourceEnd + clean - edits[edit].CleanEnd;

    private int FirstEndingBehind(int clean)
    {
        int low = 0, high = edits.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = edits[middle].CleanEnd <= clean ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>Some characters of the source and what stands for them.</summary>
/// <param name="CleanStart">Where the replacement begins in the clean text.</param>
/// <param name="SourceStart">Where the original begins in the source.</param>
/// <param name="SourceLength">How long the original is.</param>
/// <param name="Replacement">What stands there now; empty for a removal.</param>
/// <param name="Rule">Why.</param>
internal readonly record struct CharacterEdit(int CleanStart, int SourceStart, int SourceLength, string Replacement, string Rule)
{
    public int CleanEnd => CleanStart + Replacement.Length;

    public int SourceEnd => SourceStart + SourceLength;
}
