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
        var spans = document.Changes.Select(change => change.Span)
            .Concat(InlineWalk.Of(document).Where(inline => inline is Text or FootnoteReference).Select(inline => inline.Span))
            .Concat(document.LinkReferences.Select(reference => reference.Span));
        var blocks = new List<Block>();
        var changes = new List<Change>();
        foreach (var (first, end) in Gaps(spans, start, text.Source.Length).SelectMany(gap => LinesOf(text.Source, gap.Start, gap.End)))
        {
            var words = text.Source[first..end].TrimEnd();
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

    /// <summary>What no span covers.</summary>
    private static IEnumerable<(int Start, int End)> Gaps(IEnumerable<SourceSpan> spans, int start, int end)
    {
        var ordered = spans.Select(span => (span.Offset, span.End)).ToArray();
        Array.Sort(ordered);
        foreach (var (from, to) in ordered)
        {
            if (from > start)
            {
                yield return (start, from);
            }

            start = Math.Max(start, to);
        }

        if (end > start)
        {
            yield return (start, end);
        }
    }

    /// <summary>The lines of a part of the source that hold something, from their first character that is no blank.</summary>
    private static IEnumerable<(int Start, int End)> LinesOf(string source, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (char.IsWhiteSpace(source[i]))
            {
                continue;
            }

            var length = source.AsSpan(i, end - i).IndexOfAny('\n', '\r');
            var lineEnd = length < 0 ? end : i + length;
            yield return (i, lineEnd);
            i = lineEnd - 1;
        }
    }
}
