using System.Buffers;
using Markdig.Extensions.Tables;
using Markdig.Parsers;

namespace Publisher.Sources.Markdown;

/// <summary>
/// Opens a grid table only where every line of it keeps to the grid. The library's parser takes any line with a cross or a bar and
/// drops or doubles what stands beside the grid; what we refuse stays a paragraph with every word.
/// </summary>
internal sealed class StrictGridTableParser : GridTableParser
{
    private static readonly SearchValues<char> Rule = SearchValues.Create("+-=: ");

    /// <inheritdoc/>
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var start = processor.Line.Start;
        if (processor.IsCodeIndent || (processor.Document.GetData(typeof(StrictGridTableParser)) is int known && start < known))
        {
            return BlockState.None;
        }

        if (FindFlaw(processor.Line.Text.AsSpan(start)) is not { } flaw)
        {
            return base.TryOpen(processor);
        }

        // PERF: another try on a later line of the same grid would meet the same flaw; without this, a long one takes quadratic time.
        processor.Document.SetData(typeof(StrictGridTableParser), start + flaw);
        return BlockState.None;
    }

    /// <summary>Where the first line that breaks the grid begins; null if the table is sound.</summary>
    private static int? FindFlaw(ReadOnlySpan<char> text)
    {
        var (at, width, wasRule, hasContent) = (0, 0, false, false);
        while (at < text.Length)
        {
            var length = text[at..].IndexOfAny('\r', '\n');
            var line = (length < 0 ? text[at..] : text.Slice(at, length)).Trim(' ');
            var isRule = line.StartsWith("+");
            if (!isRule && !line.StartsWith("|"))
            {
                break;
            }

            width = width == 0 ? line.Length : width;
            var isSound = line.Length == width
                && (isRule ? !wasRule && IsRule(line) : width > 2 && line.EndsWith("|"));
            if (!isSound)
            {
                return at + 1;
            }

            hasContent |= !isRule;
            wasRule = isRule;
            at = length < 0 ? text.Length : at + length + (text[at + length] == '\r' && text[(at + length)..].StartsWith("\r\n") ? 2 : 1);
        }

        return hasContent && wasRule ? null : at + 1;
    }

    private static bool IsRule(ReadOnlySpan<char> line) =>
        line.Length > 2 && line.EndsWith("+") && line.IndexOfAnyExcept(Rule) < 0 && line.IndexOfAny('-', '=') > 0;
}
