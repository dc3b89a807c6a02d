using Markdig.Extensions.Footnotes;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Md = Markdig.Syntax;
using MdInlines = Markdig.Syntax.Inlines;
using MdTables = Markdig.Extensions.Tables;

namespace Publisher.Sources.Markdown;

/// <summary>Reads blocks.</summary>
internal sealed class BlockReader
{
    private static readonly string[] CaptionMarks = ["Tabelle:", "Table:", "Tableau :", "Tableau:", ":"];

    private static readonly string[] AttributionMarks = ["—", "―", "--"];

    private readonly Reading _reading;
    private readonly Outline _outline;
    private readonly InlineReader _inlines;
    private readonly ListReader _lists;
    private readonly TableReader _tables;
    private readonly HashSet<Block> _subtitles = new(ReferenceEqualityComparer.Instance);

    public BlockReader(Reading reading, Outline outline)
    {
        _reading = reading;
        _outline = outline;
        _inlines = new InlineReader(reading);
        _lists = new ListReader(reading, Read);
        _tables = new TableReader(reading, Read);
    }

    /// <summary>True for a paragraph that is marked as the subtitle.</summary>
    public bool IsSubtitle(Block block) => _subtitles.Contains(block);

    /// <summary>The text of a heading, without its mark.</summary>
    public ValueList<Inline> ReadHeadingText(Md.HeadingBlock heading)
    {
        var line = _inlines.Read(heading.Inline);
        Marks.TakeId(line, _reading);
        return Line.FinishAndTrim(line);
    }

    /// <summary>The blocks a container holds, without the title.</summary>
    public ValueList<Block> Read(Md.ContainerBlock container)
    {
        var blocks = new List<Block>();
        Md.Block? previous = null;
        for (var i = 0; i < container.Count; i++)
        {
            var block = container[i];
            if (block is Md.ParagraphBlock lines && i + 1 < container.Count && container[i + 1] is MdTables.Table below && below.Span.Start <= lines.Span.End)
            {
                // The library leaves the lines above a table the span of both.
                blocks.AddRange(ReadTable(below, lines));
                previous = container[++i];
                continue;
            }

            if (block is Md.ListBlock list)
            {
                AddList(blocks, list, previous);
            }
            else
            {
                blocks.AddRange(Read(block));
            }

            previous = block;
        }

        return AttachCaptions(blocks).ToValueList();
    }

    private IEnumerable<Block> Read(Md.Block block) => block switch
    {
        Md.HeadingBlock heading => ReadHeading(heading),
        Md.ParagraphBlock paragraph => ReadParagraph(paragraph),
        Md.QuoteBlock quote => ReadQuote(quote),
        MdTables.Table table => ReadTable(table, null),
        Md.CodeBlock code => ReadCode(code),
        Md.ThematicBreakBlock => [new ThematicBreak { Span = _reading.Span(block.Span) }],
        Md.HtmlBlock html => new HtmlBlockReader(_reading).Read(html),
        Md.LinkReferenceDefinitionGroup or FootnoteGroup or Md.BlankLineBlock => [],
        Md.ContainerBlock other => Read(other),
        _ => ReadUnknown(block),
    };

    private IEnumerable<Block> ReadHeading(Md.HeadingBlock heading)
    {
        if (heading == _outline.Title || ReadHeadingText(heading) is not { IsEmpty: false } content)
        {
            return [];
        }

        return [new Heading(Math.Min(_outline.LevelOf(heading), 6), content) { Id = _outline.IdOf(heading), Span = _reading.Span(heading.Span) }];
    }

    private IEnumerable<Block> ReadParagraph(Md.ParagraphBlock paragraph)
    {
        var line = _inlines.Read(paragraph.Inline);
        var span = _reading.Span(paragraph.Span);
        if (line is [Text only] && Marks.IsPageBreak(only.Value))
        {
            _reading.Removed(only.Value.Trim(), span);
            return [new PageBreak { Span = span }];
        }

        var mark = Marks.TakeRole(line, _reading);
        var content = Line.FinishAndTrim(line);
        if (content.IsEmpty)
        {
            return [];
        }

        if (content is [Image image] && paragraph.Inline!.OfType<MdInlines.LinkInline>().FirstOrDefault(InlineReader.StandsAlone) is { } source)
        {
            return [ReadFigure(source, image, span)];
        }

        ReportMissingAlternatives(content);
        var made = new Paragraph(content, mark is null ? ParagraphRole.Body : Marks.RoleOf(mark) ?? ParagraphRole.Body) { Span = span };
        if (mark == Marks.Subtitle)
        {
            _subtitles.Add(made);
        }

        return [made];
    }

    /// <summary>An image that stands alone is a figure; its title in the Markdown is the caption.</summary>
    private Figure ReadFigure(MdInlines.LinkInline source, Image image, SourceSpan span)
    {
        ReportMissingAlternatives([image]);
        var caption = new List<Inline>();
        if (!string.IsNullOrWhiteSpace(source.Title))
        {
            TextCleaner.Add(caption, source.Title.ReplaceLineEndings(" "), _reading.Span(source.TitleSpan), _reading.IsTemplate);
        }

        return new Figure(image, Line.FinishAndTrim(caption)) { Span = span };
    }

    private void ReportMissingAlternatives(ValueList<Inline> content)
    {
        foreach (var image in InlineWalk.Of(content).OfType<Image>().Where(image => image.AlternativeText is null))
        {
            _reading.Report(DiagnosticCode.AlternativeTextMissing, DiagnosticSeverity.Warning, image.Span, $"The image \"{image.Source}\" has no alternative text.", "Say in the square brackets what it shows, or write {.decorative} behind it.");
        }
    }

    private void AddList(List<Block> blocks, Md.ListBlock list, Md.Block? previous)
    {
        var read = _lists.Read(list, out var wasText).ToList();
        if (wasText && previous is Md.ParagraphBlock && blocks is [.., Paragraph before] && read is [Paragraph first, ..] && _reading.Follows(previous, list))
        {
            // The number stood at the start of a line inside a paragraph.
            blocks[^1] = ListReader.Join(before, first);
            read.RemoveAt(0);
        }

        blocks.AddRange(read);
    }

    /// <summary>A table and the lines above it in the same paragraph; text without markup if it only looks like one.</summary>
    private List<Block> ReadTable(MdTables.Table table, Md.ParagraphBlock? lines)
    {
        var start = Math.Min(table.Span.Start, lines?.Span.Start ?? int.MaxValue);
        var text = _reading.Original(new Md.SourceSpan(start, Math.Max(table.Span.End, lines?.Span.End ?? 0)));
        if (!PipeTable.IsSound(table, text, start, lines))
        {
            return PlainParagraphs.Read(text, start, _reading);
        }

        var blocks = new List<Block>();
        if (lines is not null)
        {
            lines.Span = new Md.SourceSpan(start, table.Span.Start - 1);
            blocks.AddRange(ReadParagraph(lines));
        }

        if (_tables.Read(table) is { } made)
        {
            blocks.Add(made);
        }

        return blocks;
    }

    private IEnumerable<Block> ReadQuote(Md.QuoteBlock quote)
    {
        var content = new List<Block>();
        var attribution = ValueList<Inline>.Empty;
        if (quote.LastChild is Md.ParagraphBlock last && TakeAttribution(last, isAlone: quote.Count == 1) is var (text, by))
        {
            quote.RemoveAt(quote.Count - 1);
            content.AddRange(Read((Md.ContainerBlock)quote));
            attribution = by;
            if (!text.IsEmpty)
            {
                content.Add(new Paragraph(text) { Span = _reading.Span(last.Span) });
            }
        }
        else
        {
            content.AddRange(Read((Md.ContainerBlock)quote));
        }

        return content.Count == 0 && attribution.IsEmpty ? [] : [new Quote(content.ToValueList(), attribution) { Span = _reading.Span(quote.Span) }];
    }

    /// <summary>
    /// Parts the last paragraph of a quotation where its last line begins with a dash: an em dash or two hyphens, or an en dash if the
    /// paragraph is nothing else (inside a wrapped paragraph an en dash may belong to the sentence).
    /// </summary>
    private (ValueList<Inline> Text, ValueList<Inline> By)? TakeAttribution(Md.ParagraphBlock paragraph, bool isAlone)
    {
        if (!_reading.Original(paragraph.Span).AsSpan().ContainsAny("—―–-"))
        {
            return null;
        }

        var line = _inlines.Read(paragraph.Inline);
        var start = line.FindLastIndex(inline => inline is LineBreak || Line.IsSoftBreak(inline)) + 1;
        if (start == line.Count || line[start] is not Text first || (start == 0 && isAlone))
        {
            return null;
        }

        var value = first.Value.TrimStart(' ');
        var mark = AttributionMarks.FirstOrDefault(mark => value.StartsWith(mark, StringComparison.Ordinal))
            ?? (start == 0 && value.StartsWith("– ", StringComparison.Ordinal) ? "–" : null);
        if (mark is null)
        {
            return null;
        }

        var cut = first.Value.Length - value.Length + mark.Length;
        var by = line[(start + 1)..];
        if (cut < first.Value.Length)
        {
            by.Insert(0, Line.Cut(first, cut, first.Value.Length));
        }

        var said = Line.FinishAndTrim(by);
        if (said.IsEmpty)
        {
            return null;
        }

        _reading.Removed(mark, Line.Cut(first, cut - mark.Length, cut).Span, CorrectionRules.BlockMark);
        return (Line.FinishAndTrim(line[..start]), said);
    }

    private IEnumerable<Block> ReadCode(Md.CodeBlock code)
    {
        var span = _reading.Span(code.Span);
        var text = TextCleaner.Code(code.Lines.ToString().ReplaceLineEndings("\n"), span, _reading).TrimEnd('\n');
        var (language, arguments) = code is Md.FencedCodeBlock fenced ? (fenced.Info, fenced.Arguments) : (null, null);
        if (!string.IsNullOrWhiteSpace(arguments))
        {
            _reading.Removed(arguments, span);
        }

        return [new CodeBlock(text, string.IsNullOrWhiteSpace(language) ? null : language) { Span = span }];
    }

    private List<Block> ReadUnknown(Md.Block block)
    {
        var span = _reading.Span(block.Span);
        _reading.Report(DiagnosticCode.MarkupNotSupported, DiagnosticSeverity.Warning, span, "This markup is not known; it was kept as text.", "Write it in another way.");
        return PlainParagraphs.Read(_reading.Original(block.Span), block.Span.Start, _reading);
    }

    /// <summary>A paragraph beside a table that begins with a caption mark is its caption, the one behind it before the one in front.</summary>
    private List<Block> AttachCaptions(List<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is not Table table)
            {
                continue;
            }

            foreach (var beside in (ReadOnlySpan<int>)[i + 1, i - 1])
            {
                if (beside >= 0 && beside < blocks.Count && TakeCaption(blocks[beside]) is { } caption)
                {
                    blocks[i] = table with { Caption = caption };
                    blocks.RemoveAt(beside);
                    i = Math.Min(i, beside);
                    break;
                }
            }
        }

        return blocks;
    }

    private ValueList<Inline>? TakeCaption(Block block)
    {
        if (block is not Paragraph { Role: ParagraphRole.Body, Content: [Text first, ..] content }
            || CaptionMarks.FirstOrDefault(mark => first.Value.StartsWith(mark + " ", StringComparison.Ordinal)) is not { } mark)
        {
            return null;
        }

        _reading.Removed(mark, Line.Cut(first, 0, mark.Length).Span, CorrectionRules.BlockMark);
        var rest = content.ToList();
        rest[0] = Line.Cut(first, mark.Length, first.Value.Length);
        return Line.FinishAndTrim(rest);
    }
}
