using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Sources.PlainText.Characters;

namespace Publisher.Sources.PlainText.Blocks;

/// <summary>
/// The last look at the ledger: whatever no block and no change accounts for is put back. Words become a paragraph of their own at
/// their place, signs are recorded as marks. No pass should leave any; this makes sure that none ever does.
/// </summary>
internal static class Leftovers
{
    /// <summary>The document with all that was left over.</summary>
    /// <param name="text">The source's text.</param>
    /// <param name="start">Where the text begins, behind the front matter, in the clean text.</param>
    /// <param name="document">The document as the passes made it.</param>
    public static Document PutBack(CleanText text, int start, Document document)
    {
        var accounted = new bool[text.Source.Length];
        foreach (var change in document.Changes)
        {
            Mark(accounted, change.Span);
        }

        foreach (var inline in InlineWalk.Of(document))
        {
            if (inline is Text or FootnoteReference)
            {
                Mark(accounted, inline.Span);
            }
        }

        foreach (var reference in document.LinkReferences)
        {
            Mark(accounted, reference.Span);
        }

        var blocks = new List<Block>();
        var changes = new List<Change>();
        for (var i = start; i < text.Source.Length; i++)
        {
            if (accounted[i])
            {
                // PERF: nearly all of a text is accounted for.
                var length = accounted.AsSpan(i).IndexOf(false);
                i = length < 0 ? accounted.Length : i + length - 1;
                continue;
            }

            if (char.IsWhiteSpace(text.Source[i]))
            {
                continue;
            }

            var first = i;
            while (i + 1 < text.Source.Length && !accounted[i + 1] && text.Source[i + 1] is not ('\n' or '\r'))
            {
                i++;
            }

            var words = text.Source[first..(i + 1)].TrimEnd();
            var span = text.SourceSpan(first, words.Length);
            if (words.AsSpan().ContainsAnyExcept(" \t") && words.Any(char.IsLetterOrDigit))
            {
                blocks.Add(new Paragraph([new Text(words) { Span = span }]) { Span = span });
            }
            else
            {
                changes.Add(new Change(words, "", CorrectionRules.BlockMark) { Span = span });
            }
        }

        return blocks.Count == 0 && changes.Count == 0 ? document : document with
        {
            Blocks = document.Blocks.Concat(blocks).OrderBy(block => block.Span.Offset).ToValueList(),
            Changes = document.Changes.Concat(changes).OrderBy(change => change.Span.Offset).ToValueList(),
        };
    }

    private static void Mark(bool[] accounted, SourceSpan span) => accounted.AsSpan(span.Offset, span.Length).Fill(true);
}
