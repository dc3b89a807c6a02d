using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Sources.Docx.Looks;
using Publisher.Sources.Docx.Package;
using LineText = Publisher.Model.Words.PlainText;

namespace Publisher.Sources.Docx.Flow;

/// <summary>Reads the paragraphs and tables of the text or of a note (ECMA-376-1, 17.2.2) into blocks.</summary>
internal sealed class StoryReader
{
    private readonly Reading _reading;
    private readonly LineBuilder _line;
    private readonly RunReader _runs;
    private BlockCollector _blocks;
    private OpenParagraph? _carried;
    private OpenParagraph _current = null!;
    private CellLook? _cell;
    private int _nextLinkReference;

    public StoryReader(Reading reading, IReadOnlyDictionary<string, Relationship> relationships)
    {
        _reading = reading;
        _line = new LineBuilder(reading);
        _runs = new RunReader(reading, relationships, _line, BreakPage);
        _blocks = new BlockCollector(reading);
    }

    /// <summary>What becomes the title and the subtitle, in the order found; null where they are paragraphs like others.</summary>
    public TitleLines? Titles { get; init; }

    /// <summary>Reads what an element holds.</summary>
    public ValueList<Block> Read(Element container) => ReadInner(container, new BlockCollector(_reading)).End();

    /// <summary>Reads a cell of a table.</summary>
    /// <returns>Its blocks, and what its paragraphs say about how it is set.</returns>
    public (ValueList<Block> Blocks, CellLook Look) ReadCell(Element cell)
    {
        var outer = _cell;
        var look = new CellLook();
        _cell = look;
        var blocks = Read(cell);
        _cell = outer;
        return (blocks, look);
    }

    private BlockCollector ReadInner(Element container, BlockCollector blocks)
    {
        var outer = _blocks;
        _blocks = blocks;
        ReadAll(container);
        EndCarried();
        _blocks = outer;
        return blocks;
    }

    private void ReadAll(Element container)
    {
        for (var child = container.First; child is not null; child = child.Next)
        {
            switch (child.Name)
            {
                case "w:p":
                    Paragraph(child);
                    break;
                case "w:tbl":
                    EndCarried();
                    if (new TableReader(_reading, this).Read(child) is { } table)
                    {
                        _blocks.Add(table);
                    }

                    break;
                case "w:sdt":
                    ContentControl(child);
                    break;
                case "w:altChunk":
                    throw new PublisherException(_reading.File.Name, _reading.Line, "A part of the text is another file inside this one (altChunk).", "Open the document in Word and save it: Word then takes that text in.");
                case "w:subDoc":
                    throw new PublisherException(_reading.File.Name, _reading.Line, "A part of the text stands in another file (a master document).", "Unlink its subdocuments in Word (Outline view) and save it.");
                case "w:commentRangeStart":
                    _reading.Comments.Start(child["w:id"] ?? "");
                    break;
                case "w:commentRangeEnd":
                    _reading.Comments.End(child["w:id"] ?? "");
                    break;
                case "w:ins" or "w:del" or "w:moveFrom" or "w:moveTo" when _reading.Revisions.Drops(child):
                    break;
                case "mc:AlternateContent":
                    ReadAll(child.Child("mc:Choice") ?? child.Child("mc:Fallback") ?? child);
                    break;
                case var name when name.EndsWith("Pr", StringComparison.Ordinal):
                    break;
                default:
                    ReadAll(child);
                    break;
            }
        }
    }

    private void ContentControl(Element control)
    {
        if (control.Child("w:sdtContent") is not { } content)
        {
            return;
        }

        var properties = control.Child("w:sdtPr");
        var tag = (_reading.IsOurs ? properties?.ValueOf("w:tag") : null) ?? "";
        if (tag == "publisher:furniture")
        {
            return;
        }

        if (tag == "publisher:quote")
        {
            EndCarried();
            var start = _reading.Here(0);
            var quote = ReadInner(content, new BlockCollector(_reading) { IsQuote = true });
            var blocks = quote.End();
            _blocks.Add(new Quote(blocks, quote.Attribution) { Span = start with { Length = Math.Max(0, _reading.Offset - start.Offset - 1) } });
        }
        else if (tag.StartsWith("publisher:item", StringComparison.Ordinal))
        {
            EndCarried();
            var blocks = ReadInner(content, new BlockCollector(_reading)).End();
            _blocks.Continue(StyleTable.Number(tag["publisher:item".Length..].TrimStart(':')), blocks);
        }
        else if (properties?.Child("w:docPartObj")?.ValueOf("w:docPartGallery") == "Table of Contents")
        {
            Leave(content);
        }
        else
        {
            ReadAll(content);
        }
    }

    /// <summary>Leaves out what editions make anew, and says so where a person may have written it.</summary>
    private void Leave(Element contents)
    {
        if (!_reading.IsOurs)
        {
            var text = string.Join(' ', contents.Descendants().Where(element => element.Name is "w:t" && element.Text.Length > 0).Select(element => element.Text));
            _reading.Removed(text, _reading.Here(0));
        }
    }

    private void Paragraph(Element paragraph)
    {
        var properties = _reading.Revisions.Properties(paragraph.Child("w:pPr"), "w:pPrChange");
        var style = _reading.Styles.Paragraph(properties?.ValueOf("w:pStyle"));
        switch (style.Kind)
        {
            case ParagraphKind.Contents:
                Leave(paragraph);
                return;
            case ParagraphKind.Furniture:
                ReferNotes(paragraph);
                return;
            case ParagraphKind.RemovedText when RemovedText(paragraph):
                return;
        }

        _current = new OpenParagraph(paragraph, properties, style, _carried?.Start ?? _reading.Here(0));
        NoteCell(style, properties);
        if (!_reading.IsOurs && properties?.Toggle("w:pageBreakBefore") == true && !_blocks.IsEmpty)
        {
            EndCarried();
            _blocks.Add(new PageBreak());
        }

        _runs.Read(paragraph, style);
        if (_reading.Revisions.DropsMark(paragraph.Child("w:pPr")))
        {
            _carried = _current;
            return;
        }

        _carried = null;
        EndParagraph(_current);
    }

    /// <summary>Ends a paragraph whose mark is gone and that nothing continues.</summary>
    private void EndCarried()
    {
        if (_carried is { } carried)
        {
            _carried = null;
            EndParagraph(carried);
        }
    }

    private void EndParagraph(OpenParagraph paragraph)
    {
        var content = _line.End(isCode: paragraph.Style.Kind == ParagraphKind.Code);
        var span = paragraph.Start with { Length = Math.Max(0, _reading.Offset - paragraph.Start.Offset) };
        _reading.NextLine();
        Add(paragraph, content, span);
        if (_runs.HasRule)
        {
            _runs.HasRule = false;
            _blocks.Add(new ThematicBreak { Span = span });
        }

        ReadBoxes();
        if (!_reading.IsOurs && paragraph.Properties?.Child("w:sectPr") is { } section && section.ValueOf("w:type") is null or "nextPage" or "oddPage" or "evenPage")
        {
            _blocks.Add(new PageBreak());
        }
    }

    /// <summary>Text boxes stand behind the paragraph that they are anchored in.</summary>
    private void ReadBoxes()
    {
        if (_runs.Boxes.Count == 0)
        {
            return;
        }

        var boxes = _runs.Boxes.ToArray();
        _runs.Boxes.Clear();
        foreach (var box in boxes)
        {
            foreach (var block in Read(box))
            {
                _blocks.Add(block);
            }
        }
    }

    private void BreakPage()
    {
        if (_current.Style.Kind == ParagraphKind.Code)
        {
            return;
        }

        var start = _current.Start;
        var content = _line.End();
        if (!content.IsEmpty)
        {
            Add(_current, content, start with { Length = Math.Max(0, _reading.Offset - start.Offset) });
            _reading.NextLine();
        }

        _current = _current with { Start = _reading.Here(0), IsContinued = _current.IsContinued || !content.IsEmpty };
        _blocks.Add(new PageBreak { Span = _reading.Here(0) });
    }

    private void Add(OpenParagraph paragraph, ValueList<Inline> content, SourceSpan span)
    {
        var style = paragraph.Style;
        if (content.IsEmpty)
        {
            AddEmpty(paragraph, span);
            return;
        }

        if (LevelOf(paragraph) is { } level)
        {
            AddHeading(paragraph, content, level, span);
            return;
        }

        if (style.Kind is ParagraphKind.Body or ParagraphKind.Role or ParagraphKind.Quote && !paragraph.IsContinued && ListOf(paragraph) is { } list)
        {
            AddItem(paragraph, list, content, span);
            return;
        }

        switch (style.Kind)
        {
            case ParagraphKind.Title or ParagraphKind.Subtitle when Titles is null || !Titles.Take(style.Kind, Plain(content), _blocks.IsEmpty):
                _blocks.Add(style.Kind == ParagraphKind.Title
                    ? new Heading(1, Plain(content)) { Span = span }
                    : new Paragraph(content) { Span = span });
                break;
            case ParagraphKind.Title or ParagraphKind.Subtitle:
                break;
            case ParagraphKind.Role:
                _blocks.Add(new Paragraph(content, (ParagraphRole)style.Value) { Span = span });
                break;
            case ParagraphKind.Quote:
                _blocks.AddQuoted(new Paragraph(content) { Span = span });
                break;
            case ParagraphKind.Attribution:
                _blocks.AddAttribution(new Paragraph(content) { Span = span });
                break;
            case ParagraphKind.ListContinue:
                _blocks.Continue(style.Value, [new Paragraph(content) { Span = span }]);
                break;
            case ParagraphKind.Caption or ParagraphKind.TableCaption:
                _blocks.AddCaption(content, span, isTables: style.Kind == ParagraphKind.TableCaption);
                break;
            case ParagraphKind.Figure when content is not [Image] && !_reading.IsOurs:
                // LibreOffice calls the style of captions so.
                _blocks.AddCaption(content, span, isTables: false);
                break;
            case ParagraphKind.Code when content.All(inline => inline is Text or LineBreak or Code):
                _blocks.AddCode(new CodeBlock(LineText.Of(content), style.CodeLanguage) { Span = span });
                break;
            case ParagraphKind.LinkReference:
                AddLinkReference(content, span);
                break;
            default:
                AddText(paragraph, content, span);
                break;
        }
    }

    private void AddText(OpenParagraph paragraph, ValueList<Inline> content, SourceSpan span)
    {
        if (content is [Image image] && (!_reading.IsOurs || paragraph.Style.Kind == ParagraphKind.Figure))
        {
            _blocks.Add(new Figure(image) { Span = span });
            return;
        }

        var block = new Paragraph(content) { Span = span };
        var indent = StyleTable.Number(paragraph.Properties?.Child("w:ind")?["w:left"] ?? paragraph.Properties?.Child("w:ind")?["w:start"]) ?? paragraph.Style.Indent;
        if (!_reading.IsOurs && indent > 0 && _blocks.LevelAt(indent) is { } level)
        {
            _blocks.Continue(level, [block]);
        }
        else
        {
            _blocks.Add(block);
        }
    }

    private void AddEmpty(OpenParagraph paragraph, SourceSpan span)
    {
        switch (paragraph.Style.Kind)
        {
            case ParagraphKind.ThematicBreak:
                _blocks.Add(new ThematicBreak { Span = span });
                break;
            case ParagraphKind.Code when _reading.IsOurs:
                _blocks.AddCode(new CodeBlock("", paragraph.Style.CodeLanguage) { Span = span });
                break;
            case ParagraphKind.Code when !_blocks.IsEmpty:
                _blocks.AddCode(new CodeBlock("") { Span = span });
                break;
            case ParagraphKind.Body or ParagraphKind.Role when ListOf(paragraph) is { } list && !paragraph.IsContinued:
                var anew = list.Instance.StartsAnew(list.Level);
                var number = list.Instance.Count(list.Level);
                if (_reading.IsOurs)
                {
                    _blocks.AddItem(list.Instance, list.Level, anew, number, null, IsTight(paragraph, list.Instance));
                }

                break;
            case ParagraphKind.Body when !_reading.IsOurs && paragraph.Properties?.Child("w:pBdr") is { } border && (border.Child("w:bottom") ?? border.Child("w:top")) is { } rule && rule["w:val"] is not ("nil" or "none"):
                _blocks.Add(new ThematicBreak { Span = span });
                break;
        }
    }

    private void AddHeading(OpenParagraph paragraph, ValueList<Inline> content, int level, SourceSpan span)
    {
        const int Deepest = 6;
        if (ListOf(paragraph) is { } list && !_reading.IsOurs)
        {
            // Word numbers it by itself; in the model the number is part of the text.
            list.Instance.Count(list.Level);
            content = Numbered(list, content);
        }

        _blocks.Add(new Heading(Math.Min(level, Deepest), Plain(content)) { Id = _reading.Anchors.IdOf(paragraph.Element), Span = span });
    }

    private void AddItem(OpenParagraph paragraph, (ListInstance Instance, int Level) list, ValueList<Inline> content, SourceSpan span)
    {
        var format = list.Instance[list.Level];
        var role = paragraph.Style.Kind == ParagraphKind.Role ? (ParagraphRole)paragraph.Style.Value : ParagraphRole.Body;
        if ((format.IsBlank && format.Numbering is null) || format.IsNone)
        {
            _blocks.Continue(list.Level, [new Paragraph(content, role) { Span = span }]);
            return;
        }

        var anew = list.Instance.StartsAnew(list.Level);
        var number = list.Instance.Count(list.Level);
        if (format.HasWords)
        {
            _blocks.Add(new Paragraph(Numbered(list, content), role) { Span = span });
            return;
        }

        _blocks.AddItem(list.Instance, list.Level, anew, number, new Paragraph(content, role) { Span = span }, IsTight(paragraph, list.Instance));
    }

    private static ValueList<Inline> Numbered((ListInstance Instance, int Level) list, ValueList<Inline> content)
    {
        var number = list.Instance.WrittenNumber(list.Level);
        if (number.Length == 0)
        {
            return content;
        }

        return content[0] is Text first
            ? [new Text($"{number} {first.Value}") { Span = first.Span }, .. content.AsSpan()[1..]]
            : [new Text($"{number} "), .. content];
    }

    private bool IsTight(OpenParagraph paragraph, ListInstance list) =>
        _reading.IsOurs || !_reading.Styles.UsesCompact ? !list.Kind.IsLoose : paragraph.Style.Name == "Compact";

    /// <summary>The level of a heading, from 1; null if the paragraph is none.</summary>
    private int? LevelOf(OpenParagraph paragraph)
    {
        const int BodyText = 9;
        var outline = StyleTable.Number(paragraph.Properties?.ValueOf("w:outlineLvl"));
        return outline is >= 0 and < BodyText && paragraph.Style.Kind == ParagraphKind.Body ? outline + 1
            : paragraph.Style.Kind == ParagraphKind.Heading && outline != BodyText ? paragraph.Style.Value
            : null;
    }

    private (ListInstance Instance, int Level)? ListOf(OpenParagraph paragraph)
    {
        var direct = paragraph.Properties?.Child("w:numPr");
        var id = StyleTable.Number(direct?.ValueOf("w:numId")) ?? paragraph.Style.ListInstance;
        if (id is not { } known || _reading.Numbering[known] is not { } instance)
        {
            return null;
        }

        var level = StyleTable.Number(direct?.ValueOf("w:ilvl")) ?? instance.Kind.LevelOf(paragraph.Style.Id) ?? paragraph.Style.ListLevel ?? 0;
        return (instance, Math.Clamp(level, 0, NumberingTable.Levels - 1));
    }

    /// <summary>A heading that is bold by hand as well says nothing by it.</summary>
    private ValueList<Inline> Plain(ValueList<Inline> content) => _reading.IsOurs ? content : content switch
    {
        [Strong strong] => Plain(strong.Content),
        [Emphasis emphasis] => Plain(emphasis.Content),
        _ => content,
    };

    private void NoteCell(ParagraphStyle style, Element? properties)
    {
        if (_cell is { } cell)
        {
            cell.Style ??= style.Cell;
            cell.Alignment ??= properties?.ValueOf("w:jc") ?? style.Alignment;
        }
    }

    /// <summary>Marks of notes stand in the template's text if nothing else refers to them.</summary>
    private void ReferNotes(Element paragraph)
    {
        foreach (var reference in paragraph.Descendants().Where(element => element.Name is "w:footnoteReference" or "w:endnoteReference"))
        {
            _reading.Notes.Refer(reference.Name == "w:endnoteReference", reference["w:id"] ?? "");
        }
    }

    /// <summary>What the tool removed between blocks; false if the removal was refused.</summary>
    private bool RemovedText(Element paragraph)
    {
        if (_reading.Revisions.Rejects)
        {
            return false;
        }

        var onlyOurs = true;
        for (var child = paragraph.First; child is not null; child = child.Next)
        {
            if (child.Name == "w:del" && _reading.Revisions.CorrectionAt(child, out _) is { } correction)
            {
                _reading.Removed(correction.Original, _reading.Take(correction.Original.Length), correction.Rule);
            }
            else if (child.Name is not ("w:pPr" or "w:proofErr") && !child.Name.StartsWith("w:comment", StringComparison.Ordinal))
            {
                onlyOurs = child.Name is "w:r" && child.Child("w:t") is null && onlyOurs;
            }
        }

        if (onlyOurs)
        {
            _reading.NextLine();
        }

        return onlyOurs;
    }

    private void AddLinkReference(ValueList<Inline> content, SourceSpan span)
    {
        // An editor may have deleted some, hardly more than a few in a row.
        const int FarthestAhead = 16;
        var text = LineText.Of(content);
        var stated = _reading.Facts!.LinkReferences;
        for (var i = _nextLinkReference; i < Math.Min(stated.Count, _nextLinkReference + FarthestAhead); i++)
        {
            if (text.StartsWith(stated[i].Target, StringComparison.Ordinal))
            {
                _reading.LinkReferences.Add(stated[i] with { Span = span });
                _nextLinkReference = i + 1;
                return;
            }
        }

        if (content is [Link link, ..])
        {
            _reading.LinkReferences.Add(new LinkReference(link.Target, 0) { Span = span });
        }
        else
        {
            _blocks.Add(new Paragraph(content) { Span = span });
        }
    }

    /// <summary>A paragraph that is being read.</summary>
    private sealed record OpenParagraph(Element Element, Element? Properties, ParagraphStyle Style, SourceSpan Start)
    {
        /// <summary>True behind a page break inside it.</summary>
        public bool IsContinued { get; init; }
    }
}

/// <summary>How the paragraphs of a cell are set.</summary>
internal sealed class CellLook
{
    /// <summary>What our style says; null if none of ours.</summary>
    public CellStyle? Style { get; set; }

    /// <summary>The value of <c>w:jc</c>; null if not stated.</summary>
    public string? Alignment { get; set; }
}
