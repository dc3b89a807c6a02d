using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Publisher.Sources.Markdown;

/// <summary>
/// Puts right where the words of a heading stand: behind a tab after the number signs, the library's parser counts from the beginning of
/// the heading instead of that of the text (tried with Markdig 1.6).
/// </summary>
internal static class HeadingPlaces
{
    /// <summary>Moves the places of inlines in all headings that have it wrong.</summary>
    /// <param name="document">The parsed text.</param>
    /// <param name="text">The text it was parsed from.</param>
    public static void Mend(MarkdownDocument document, string text)
    {
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            if (!heading.IsSetext && heading.Inline?.FirstChild is { Span.IsEmpty: false } first)
            {
                Shift(heading.Inline, StartOf(heading, text) - first.Span.Start);
            }
        }
    }

    // CommonMark 0.31, 4.2: number signs, then blanks or tabs, then the words.
    private static int StartOf(HeadingBlock heading, string text)
    {
        var at = heading.Span.Start;
        while (at < text.Length && text[at] == '#')
        {
            at++;
        }

        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    private static void Shift(ContainerInline inlines, int distance)
    {
        if (distance == 0)
        {
            return;
        }

        foreach (var inline in inlines.Descendants<Inline>())
        {
            inline.Span = Shift(inline.Span, distance);
            if (inline is LinkInline link)
            {
                (link.LabelSpan, link.UrlSpan, link.TitleSpan) = (Shift(link.LabelSpan, distance), Shift(link.UrlSpan, distance), Shift(link.TitleSpan, distance));
            }
        }
    }

    private static SourceSpan Shift(SourceSpan span, int distance) =>
        span.IsEmpty ? span : new SourceSpan(span.Start + distance, span.End + distance);
}
