using System.Buffers;
using Md = Markdig.Syntax;
using MdInlines = Markdig.Syntax.Inlines;
using MdTables = Markdig.Extensions.Tables;

namespace Publisher.Sources.Markdown;

/// <summary>
/// Tells tables from lines that only look like one. The library's parser makes a table of inlines it has read already; where a link or
/// an emphasis is open across cells, it drops words, doubles them or moves them.
/// </summary>
internal ref struct PipeTable
{
    private static readonly SearchValues<char> Rule = SearchValues.Create("|:-=+> \t");

    private readonly ReadOnlySpan<char> _text;
    private readonly int _start;
    private int _at;

    private PipeTable(ReadOnlySpan<char> text, int start)
    {
        _text = text;
        _start = _at = start;
    }

    /// <summary>True if a table says what its lines say, each word once and in order; always so for a grid, which is read strictly.</summary>
    /// <param name="table">The table.</param>
    /// <param name="text">The Markdown of the table and the lines.</param>
    /// <param name="start">Where that begins.</param>
    /// <param name="lines">The lines above it in the same paragraph; null if there are none.</param>
    public static bool IsSound(MdTables.Table table, ReadOnlySpan<char> text, int start, Md.ParagraphBlock? lines)
    {
        var body = text[Math.Clamp(table.Span.Start - start, 0, text.Length)..];
        if (!HasRule(body))
        {
            return false;
        }

        var reading = new PipeTable(text, start);
        return body.StartsWith("+") || ((lines?.Inline is not { } before || reading.ReadChildren(before)) && reading.ReadCells(table) && reading.SkipTo(start + text.Length));
    }

    /// <summary>
    /// True if one of the first two lines is a rule of dashes and nothing else. The library's parser takes lines with words between the
    /// dashes as well and drops the words.
    /// </summary>
    private static bool HasRule(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < 2; i++)
        {
            var end = text.IndexOfAny('\r', '\n');
            var line = end < 0 ? text : text[..end];
            if (line.ContainsAny('-', '=') && line.IndexOfAnyExcept(Rule) < 0)
            {
                return true;
            }

            text = end < 0 ? [] : text[(end + 1)..].TrimStart('\n');
        }

        return false;
    }

    private bool ReadCells(MdTables.Table table)
    {
        foreach (var row in table)
        {
            foreach (var cell in (MdTables.TableRow)row)
            {
                foreach (var block in (MdTables.TableCell)cell)
                {
                    if (block is not Md.LeafBlock { Inline: { } inlines } || !ReadChildren(inlines))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    private bool ReadChildren(MdInlines.ContainerInline container)
    {
        foreach (var inline in container)
        {
            if (!Read(inline))
            {
                return false;
            }
        }

        return true;
    }

    private bool Read(MdInlines.Inline inline)
    {
        if (inline is MdInlines.ContainerInline container)
        {
            return ReadChildren(container) && (inline is not MdInlines.LinkInline link || ReadAddress(link));
        }

        if (inline.Span.IsEmpty)
        {
            return true;
        }

        if (!SkipTo(inline.Span.Start))
        {
            return false;
        }

        Pass(inline);
        return true;
    }

    // The address of a link is no word of the text, but that of one without any words may have swallowed some.
    private bool ReadAddress(MdInlines.LinkInline link)
    {
        var isEmpty = link.FirstChild is null && !_text[Math.Clamp(link.Span.Start - _start, 0, _text.Length)..].TrimStart('!').StartsWith("[]");
        Pass(link);
        return !isEmpty;
    }

    private void Pass(MdInlines.Inline inline) => _at = Math.Clamp(inline.Span.End + 1, _at, _start + _text.Length);

    // Between words are only marks.
    private readonly bool SkipTo(int place)
    {
        if (place < _at)
        {
            return false;
        }

        foreach (var c in _text[(_at - _start)..Math.Min(place - _start, _text.Length)])
        {
            if (char.IsAsciiLetterOrDigit(c) || (!char.IsAscii(c) && !char.IsWhiteSpace(c)))
            {
                return false;
            }
        }

        return true;
    }
}
