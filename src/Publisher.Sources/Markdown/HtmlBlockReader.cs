using Markdig.Helpers;
using Publisher.Model.Blocks;
using Md = Markdig.Syntax;

namespace Publisher.Sources.Markdown;

/// <summary>
/// Reads the text out of a block of raw HTML: tags that begin a line of their own part paragraphs, known inline tags become inlines,
/// nothing is executed or copied.
/// </summary>
internal sealed class HtmlBlockReader(Reading reading)
{
    private readonly List<Block> _blocks = [];
    private readonly HashSet<string> _neverClosed = new(StringComparer.Ordinal);
    private InlineBuilder _line = new(reading, inLink: false);

    /// <summary>The paragraphs of a block.</summary>
    public IReadOnlyList<Block> Read(Md.HtmlBlock html)
    {
        var text = reading.Original(html.Span);
        if (html.Type is Md.HtmlBlockType.Comment && Marks.IsPageBreak(text))
        {
            reading.Removed(text.Trim(), reading.Span(html.Span));
            return [new PageBreak { Span = reading.Span(html.Span) }];
        }

        for (var at = 0; at < text.Length;)
        {
            at = text[at] switch
            {
                '<' => Tag(text, at, html.Span.Start),
                '\n' or '\r' => LineEnd(text, at),
                _ => Words(text, at, html.Span.Start),
            };
        }

        EndParagraph();
        return _blocks;
    }

    private int Tag(string text, int at, int start)
    {
        if (text.AsSpan(at).StartsWith("<!") || text.AsSpan(at).StartsWith("<?"))
        {
            return Comment(text, at, start);
        }

        var slice = new StringSlice(text, at, text.Length - 1);
        if (!HtmlHelper.TryParseHtmlTag(ref slice, out var original))
        {
            _line.AddText("<", reading.Span(start + at, 1));
            return at + 1;
        }

        var parted = _line.HoldsNoText ? null : HtmlTag.Parse(original);
        if (parted is { IsBlock: true, IsClosing: false })
        {
            EndParagraph();
        }

        _line.AddTag(original, reading.Span(start + at, original.Length));
        if (parted is { IsBlock: true, IsClosing: true })
        {
            EndParagraph();
        }

        return at + original.Length;
    }

    /// <summary>Takes in a comment, declaration or instruction; one that does not end is text.</summary>
    private int Comment(string text, int at, int start)
    {
        var rest = text.AsSpan(at);
        var closing = rest.StartsWith("<!--") ? "-->" : rest.StartsWith("<?") ? "?>" : ">";

        // PERF: what was sought in vain once is not sought again, so that a row of openings takes linear time.
        var length = _neverClosed.Contains(closing) ? -1 : rest.IndexOf(closing);
        if (length < 0)
        {
            _neverClosed.Add(closing);
            _line.AddText("<", reading.Span(start + at, 1));
            return at + 1;
        }

        var end = at + length + closing.Length;
        _line.AddTag(text[at..end], reading.Span(start + at, end - at));
        return end;
    }

    private int LineEnd(string text, int at)
    {
        var next = at + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        var isEmptyLine = text.AsSpan(at, next - at).Count('\n') > 1;
        if (isEmptyLine && !_line.HoldsNoText)
        {
            EndParagraph();
        }
        else
        {
            _line.Add(Line.SoftBreak);
        }

        return next;
    }

    private int Words(string text, int at, int start)
    {
        var length = text.AsSpan(at).IndexOfAny('<', '\n', '\r');
        var end = length < 0 ? text.Length : at + length;
        _line.AddText(HtmlHelper.Unescape(text[at..end]) ?? "", reading.Span(start + at, end - at));
        return end;
    }

    private void EndParagraph()
    {
        var content = Line.FinishAndTrim(Line.Join(_line.Complete()));
        if (!content.IsEmpty)
        {
            _blocks.Add(new Paragraph(content) { Span = content[0].Span.To(content[^1].Span) });
        }

        _line = new InlineBuilder(reading, inLink: false);
    }
}
