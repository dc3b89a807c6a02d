using Publisher.Editions.Docx.Looks;
using Publisher.Editions.Docx.Package;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Templates.Styles;

namespace Publisher.Editions.Docx.Flow;

/// <summary>
/// Blocks as paragraphs and tables (ECMA-376-1, 17.3.1 and 17.4). Word's text is flat: what a paragraph belongs to is said by its style
/// and list, and where that is not enough by a content control round it (docs/docx.md).
/// </summary>
internal sealed class BodyWriter : BlockVisitor<bool>
{
    private readonly PartContext _part;
    private readonly FileContext _file;
    private readonly PartWriter _xml;
    private readonly InlineWriter _inline;
    private readonly ContentsEntries? _contents;
    private Place _place;
    private ListMark? _mark;
    private ParagraphFrame? _frame;
    private bool _needsNoteMark;
    private bool _endsWithParagraph;

    /// <summary>Makes a writer.</summary>
    /// <param name="part">The part.</param>
    /// <param name="style">Id of the style of plain paragraphs; null for running text.</param>
    /// <param name="contents">Where headings are noted for the contents; null for none.</param>
    public BodyWriter(PartContext part, string? style = null, ContentsEntries? contents = null)
    {
        (_part, _file, _xml, _contents) = (part, part.File, part.Xml, contents);
        _inline = new InlineWriter(part);
        _place = new Place(style, ListLevel: -1);
    }

    /// <summary>Writes blocks of the statement.</summary>
    public void Write(ValueList<Block> blocks)
    {
        Block? previous = null;
        var previousIsOpenQuote = false;
        foreach (var block in blocks)
        {
            _place = _place with { Previous = previous, FollowsOpenQuote = previousIsOpenQuote };
            previousIsOpenQuote = block is Quote quote && IsFlat(quote) && quote.Attribution.IsEmpty;
            block.Accept(this);
            previous = block;
        }

        _place = _place with { Previous = null, FollowsOpenQuote = false };
    }

    /// <summary>Writes the template's text: every paragraph in the one style, anything else marked as the template's.</summary>
    /// <param name="blocks">The text.</param>
    /// <param name="style">Id of the style.</param>
    /// <param name="following">Id of the style of paragraphs after the first block; null for the same.</param>
    public void WriteFurniture(ValueList<Block> blocks, string style, string? following = null)
    {
        var outer = _place;
        _place = new Place(style, ListLevel: -1);
        foreach (var block in blocks)
        {
            if (block is Paragraph paragraph)
            {
                Line(style, paragraph.Content);
            }
            else
            {
                BeginControl("furniture"u8);
                block.Accept(this);
                EndControl();
            }

            style = following ?? style;
        }

        _place = outer;
    }

    /// <summary>Writes paragraphs at a fixed place of the page.</summary>
    /// <param name="frame">The place; null for where they come.</param>
    /// <param name="write">Writes them.</param>
    public void InFrame(ParagraphFrame? frame, Action write)
    {
        _frame = frame;
        write();
        _frame = null;
    }

    /// <summary>Writes a note: its own mark, a space, its text (17.11).</summary>
    public void WriteNote(ValueList<Block> content)
    {
        _needsNoteMark = true;
        if (content.IsEmpty || content[0] is not Paragraph)
        {
            Line("FootnoteText", default);
        }

        Write(content);
    }

    /// <summary>Writes one line as a paragraph of a style.</summary>
    /// <param name="style">Id of the style.</param>
    /// <param name="content">What it says.</param>
    /// <param name="source">What stands for it among the annotations; null for nothing.</param>
    public void Line(string style, ValueList<Inline> content, object? source = null)
    {
        var annotations = Begin(style, source, content.IsEmpty ? SourceSpan.None : content[0].Span);
        Inlines(content, annotations);
        End();
    }

    /// <summary>Writes the marks of notes that nothing in the text refers to, or Word would not show them.</summary>
    public void WriteMarks(string label, IEnumerable<string> notes)
    {
        Begin(WordStyle.IdOf(StyleRole.ApparatusHeading), null, SourceSpan.None);
        _inline.Write(label);
        foreach (var id in notes.ToArray())
        {
            _file.Notes.TakeMark(id);
            _inline.Write(" ");
            _inline.NoteMark(_file.Notes.NumberOf(id), isReferredTo: _file.Notes.ReferencesTo(id) > 0);
        }

        End();
    }

    /// <summary>Writes what was removed behind the last line of the source.</summary>
    public void WriteLast()
    {
        var rest = _file.Annotations.TakeLast();
        foreach (var removal in rest.Where(annotation => annotation.Change is { Replacement.Length: 0 }))
        {
            Removed(removal);
        }

        var doubts = rest.Where(annotation => annotation.Diagnostic is not null).ToArray();
        if (doubts.Length > 0)
        {
            _xml.Markup("<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr>"u8);
            Inlines(default, new LineAnnotations(_part, doubts));
            End();
        }
    }

    public override bool VisitHeading(Heading heading)
    {
        var style = heading.Level switch { 1 => "Heading1", 2 => "Heading2", 3 => "Heading3", 4 => "Heading4", 5 => "Heading5", _ => "Heading6" };
        var annotations = Begin(style, heading, heading.Span);
        var entry = _contents?.Add(heading);
        var toContents = entry is null ? 0 : Bookmark(entry);
        var anchor = heading.Id is { } id ? Bookmark(_file.BookmarkOf(id)) : 0;
        Inlines(heading.Content, annotations);
        EndBookmark(anchor);
        EndBookmark(toContents);
        End();
        return true;
    }

    public override bool VisitParagraph(Paragraph paragraph)
    {
        var annotations = Begin(StyleOf(paragraph), paragraph, paragraph.Span);
        Inlines(paragraph.Content, annotations);
        End();
        return true;
    }

    public override bool VisitUnorderedList(UnorderedList list)
    {
        // The style alone says it, unless that would continue the list before, or the list is not of the style's kind.
        var kind = new ListKind(null, default, list.Tight);
        var isStylesOwn = list.Tight && _place.Previous is not UnorderedList && _place.ListLevel + 1 < WordStyle.ListStyles;
        var mark = new ListMark(isStylesOwn ? NumberingPart.Bullets : _file.Numbering.Add(kind, _place.ListLevel + 1, null), kind, isStylesOwn);
        return WriteList(list.Items, mark);
    }

    public override bool VisitOrderedList(OrderedList list)
    {
        // A list inside the item of a list of its kind is the next level of the same one, and Word starts it anew by itself.
        var kind = new ListKind(list.Numbering, list.Delimiter, list.Tight);
        var isNextLevel = list.Start == 1 && _place.Mark is { } outer && outer.Kind == kind && _place.IsFirstListOfItem && _place.ListLevel < NumberingPart.DeepestLevel;
        var mark = new ListMark(isNextLevel ? _place.Mark!.Value.Instance : _file.Numbering.Add(kind, Math.Min(_place.ListLevel + 1, NumberingPart.DeepestLevel), list.Start), kind, IsStylesOwn: false);
        return WriteList(list.Items, mark);
    }

    public override bool VisitQuote(Quote quote)
    {
        var isFlat = IsFlat(quote) && !_place.FollowsOpenQuote && !_place.IsInQuote;
        var outer = _place;
        if (!isFlat)
        {
            BeginControl("quote"u8);
        }

        _place = new Place(WordStyle.IdOf(StyleRole.Quote), ListLevel: -1) { IsInQuote = !isFlat };
        Write(quote.Content);
        if (!quote.Attribution.IsEmpty)
        {
            Line(WordStyle.IdOf(StyleRole.Attribution), quote.Attribution, quote);
        }

        if (!isFlat)
        {
            EndControl(quote.Content.IsEmpty && quote.Attribution.IsEmpty);
        }

        _place = outer;
        return true;
    }

    public override bool VisitTable(Table table)
    {
        if (!table.Caption.IsEmpty)
        {
            Line(WordStyle.TableCaption, table.Caption, table);
        }

        _file.Tables.Add(table.Columns);
        new TableWriter(_part, this).Write(table);

        // Word joins two tables that touch, and a cell must end with a paragraph.
        Empty(WordStyle.AfterTable);
        return true;
    }

    /// <summary>Writes the content of a cell, which ends with a paragraph.</summary>
    /// <param name="content">Its blocks.</param>
    /// <param name="style">Id of the style of its plain paragraphs.</param>
    public void WriteCell(ValueList<Block> content, string style)
    {
        var (place, mark) = (_place, _mark);
        (_place, _mark) = (new Place(style, ListLevel: -1), null);
        Write(content);

        // The style says what the cell is, so one paragraph at least must have it.
        var isSaid = content.Any(block => block is Paragraph { Role: ParagraphRole.Body });
        if (content.IsEmpty || !_endsWithParagraph || (!isSaid && style.StartsWith(WordStyle.TableRowHeader, StringComparison.Ordinal)))
        {
            Empty(style);
        }

        (_place, _mark) = (place, mark);
    }

    public override bool VisitFigure(Figure figure)
    {
        var annotations = Begin(WordStyle.Figure, figure, figure.Span);
        Inlines([figure.Image], annotations);
        End();
        if (!figure.Caption.IsEmpty)
        {
            Line(WordStyle.IdOf(StyleRole.Caption), figure.Caption);
        }

        return true;
    }

    public override bool VisitCodeBlock(CodeBlock code)
    {
        var annotations = Begin(code.Language is { } language ? _file.CodeStyleOf(language) : "Code", code, code.Span);
        var properties = _file.Looks.Plain("und").Properties;
        _xml.Markup("<w:r>"u8).Markup(properties);
        var isFirst = true;
        foreach (var line in code.Text.AsSpan().Split('\n'))
        {
            _xml.Markup(isFirst ? default : "<w:br/>"u8);
            isFirst = false;
            _xml.Markup("<w:t xml:space=\"preserve\">"u8).Text(code.Text.AsSpan()[line]).Markup("</w:t>"u8);
        }

        _xml.Markup("</w:r>"u8);
        Inlines(default, annotations);
        End();
        return true;
    }

    public override bool VisitThematicBreak(ThematicBreak thematicBreak) => Empty(WordStyle.ThematicBreak);

    public override bool VisitPageBreak(PageBreak pageBreak)
    {
        _xml.Markup("<w:p><w:pPr><w:pStyle w:val=\"PageBreak\"/></w:pPr><w:r><w:br w:type=\"page\"/></w:r>"u8);
        End();
        return true;
    }

    private bool WriteList(ValueList<ListItem> items, ListMark mark)
    {
        if (_place.ListLevel == NumberingPart.DeepestLevel)
        {
            // Deeper than Word goes: a list of its own inside the item.
            var place = _place;
            FlushMark();
            BeginItem(place.ListLevel);
            _place = new Place(null, ListLevel: -1);
            WriteList(items, mark with { Instance = _file.Numbering.Add(mark.Kind, 0, mark.Kind.IsOrdered ? 1 : null), IsStylesOwn = false });
            EndControl();
            _place = place;
            return true;
        }

        var outer = _place;
        FlushMark();
        foreach (var item in items)
        {
            _place = new Place(null, outer.ListLevel + 1) { Mark = mark, IsFirstListOfItem = true };
            _mark = mark;
            WriteItem(item.Content);
            FlushMark();
        }

        _place = outer;
        return true;
    }

    /// <summary>
    /// An item: body paragraphs and lists stand in its list's styles, anything else in a content control, so that it is known to belong to
    /// the item.
    /// </summary>
    private void WriteItem(ValueList<Block> content)
    {
        var inControl = false;
        var place = _place;
        Block? previous = null;
        var previousIsOpenQuote = false;
        for (var i = 0; i < content.Count; i++)
        {
            var block = content[i];
            var isFlat = block is UnorderedList or OrderedList or Paragraph { Role: ParagraphRole.Body } || (i == 0 && block is Paragraph);
            if (!isFlat && !inControl)
            {
                FlushMark();
                BeginItem(place.ListLevel);
                _place = new Place(null, ListLevel: -1);
                previousIsOpenQuote = false;
            }
            else if (isFlat && inControl)
            {
                EndControl();
                _place = place;
            }

            inControl = !isFlat;
            _place = _place with { Previous = previous, FollowsOpenQuote = previousIsOpenQuote };
            previousIsOpenQuote = block is Quote quote && IsFlat(quote) && quote.Attribution.IsEmpty;
            block.Accept(this);
            if (block is UnorderedList or OrderedList)
            {
                place = place with { IsFirstListOfItem = false };
                _place = place;
            }

            previous = block;
        }

        if (inControl)
        {
            EndControl();
        }

        _place = place;
    }

    /// <summary>A mark whose item does not begin with a paragraph stands by itself.</summary>
    private void FlushMark()
    {
        if (_mark is { } mark)
        {
            Begin(WordStyle.List(mark.Kind.IsOrdered, _place.ListLevel), null, SourceSpan.None);
            End();
        }
    }

    private string StyleOf(Paragraph paragraph)
    {
        if (paragraph.Role != ParagraphRole.Body)
        {
            return WordStyle.IdOf(StyleSheet.RoleOf(paragraph.Role));
        }

        if (_place.ListLevel >= 0)
        {
            return _mark is { } mark ? WordStyle.List(mark.Kind.IsOrdered, _place.ListLevel) : WordStyle.Continue(_place.ListLevel);
        }

        return _place.Style ?? (_place.Previous is Paragraph { Role: ParagraphRole.Body } ? "BodyTextFollowing" : WordStyle.BodyText);
    }

    private static bool IsFlat(Quote quote)
    {
        foreach (var block in quote.Content)
        {
            if (block is not Paragraph { Role: ParagraphRole.Body })
            {
                return false;
            }
        }

        return !quote.Content.IsEmpty;
    }

    /// <summary>Begins a paragraph, with the mark of a list item or note if one is due, behind what was removed before it.</summary>
    private LineAnnotations? Begin(string style, object? source, SourceSpan span)
    {
        var annotations = source is null || !_part.IsStatement ? [] : _file.Annotations.Take(source);
        if (annotations.Count > 0 && !_needsNoteMark)
        {
            annotations = RemovedBefore(annotations, span);
        }

        _file.UsedStyles.Add(style);
        _xml.Markup("<w:p><w:pPr><w:pStyle"u8).Attribute("w:val"u8, style).Markup("/>"u8);
        _frame?.Write(_xml);
        if (_mark is { } mark)
        {
            // A paragraph in another style than the list's own must be told.
            if (!mark.IsStylesOwn || style != WordStyle.List(mark.Kind.IsOrdered, _place.ListLevel))
            {
                _xml.Markup("<w:numPr>"u8).Value("ilvl"u8, _place.ListLevel).Value("numId"u8, mark.Instance).Markup("</w:numPr>"u8);
            }

            _mark = null;
        }

        _xml.Markup("</w:pPr>"u8);
        if (_needsNoteMark)
        {
            _needsNoteMark = false;
            var look = _file.Looks.Plain(_file.Language);
            _xml.Markup("<w:r>"u8).Markup(look.Inside(CharacterKind.NoteReference).Properties).Markup("<w:footnoteRef/></w:r><w:r>"u8).Markup(look.Properties)
                .Markup("<w:t xml:space=\"preserve\"> </w:t></w:r>"u8);
        }

        return annotations.Count == 0 ? null : new LineAnnotations(_part, annotations);
    }

    private void End()
    {
        _xml.Markup("</w:p>"u8);
        _endsWithParagraph = true;
    }

    private bool Empty(string style)
    {
        _xml.Markup("<w:p><w:pPr><w:pStyle"u8).Attribute("w:val"u8, style).Markup("/></w:pPr>"u8);
        End();
        return true;
    }

    private void Inlines(ValueList<Inline> content, LineAnnotations? annotations)
    {
        if (annotations is null)
        {
            _inline.Write(content);
        }
        else
        {
            _inline.Write(content, annotations);
        }
    }

    /// <summary>Writes what was removed on lines above as paragraphs of their own; gives the rest.</summary>
    private List<Annotation> RemovedBefore(IReadOnlyList<Annotation> annotations, SourceSpan line)
    {
        var rest = new List<Annotation>();
        foreach (var annotation in annotations)
        {
            if (annotation.Change is { Replacement.Length: 0 } && line.IsKnown && annotation.Span.End <= line.Offset)
            {
                if (annotation.Span.Line < line.Line)
                {
                    Removed(annotation);
                    continue;
                }

                // A mark in front of the line, with the blank behind it.
                var change = annotation.Change!;
                rest.Add(annotation.Span.End < line.Offset ? annotation with { Change = change with { Original = change.Original + " " } } : annotation);
                continue;
            }

            rest.Add(annotation);
        }

        return rest;
    }

    /// <summary>A paragraph that is gone when its deletion is accepted, its mark as well.</summary>
    private void Removed(Annotation annotation)
    {
        var change = annotation.Change!;
        _xml.Markup("<w:p><w:pPr><w:pStyle w:val=\"RemovedText\"/>"u8);
        _file.Revisions.DeleteMark(_xml, change.Rule);
        _xml.Markup("</w:pPr>"u8);
        _file.Revisions.Delete(_xml, change.Original.Trim('\n', '\r'), change.Rule, _file.Looks.Plain(_file.Language));
        End();
    }

    private void BeginItem(int level)
    {
        Span<byte> kind = [.. "item:"u8, (byte)('0' + level)];
        BeginControl(kind);
    }

    private void BeginControl(ReadOnlySpan<byte> kind) => _xml
        .Markup("<w:sdt><w:sdtPr><w:tag w:val=\"publisher:"u8).Markup(kind).Markup("\"/><w:id"u8).Attribute("w:val"u8, _file.NextId())
        .Markup("/><w15:appearance w15:val=\"hidden\"/></w:sdtPr><w:sdtContent>"u8);

    private void EndControl(bool isEmpty = false)
    {
        if (isEmpty)
        {
            Empty(WordStyle.AfterTable);
        }

        _xml.Markup("</w:sdtContent></w:sdt>"u8);
        _endsWithParagraph = false;
    }

    private long Bookmark(string name)
    {
        var id = _file.NextId();
        _xml.Markup("<w:bookmarkStart"u8).Attribute("w:id"u8, id).Attribute("w:name"u8, name).Markup("/>"u8);
        return id;
    }

    private void EndBookmark(long id)
    {
        if (id > 0)
        {
            _xml.Markup("<w:bookmarkEnd"u8).Attribute("w:id"u8, id).Markup("/>"u8);
        }
    }

    /// <summary>Where in the nesting of the statement a paragraph stands.</summary>
    /// <param name="Style">Id of the style of plain paragraphs; null for running text.</param>
    /// <param name="ListLevel">Depth of the list, from 0; -1 outside.</param>
    private readonly record struct Place(string? Style, int ListLevel)
    {
        /// <summary>The block before, in the same blocks.</summary>
        public Block? Previous { get; init; }

        /// <summary>True behind a quotation that one of flat paragraphs would run into.</summary>
        public bool FollowsOpenQuote { get; init; }

        /// <summary>True inside a quotation's content control.</summary>
        public bool IsInQuote { get; init; }

        /// <summary>The list that an item belongs to.</summary>
        public ListMark? Mark { get; init; }

        /// <summary>True until the item has had a list.</summary>
        public bool IsFirstListOfItem { get; init; }
    }

    /// <summary>The mark that the next paragraph bears.</summary>
    /// <param name="Instance">The list's instance.</param>
    /// <param name="Kind">How it is marked.</param>
    /// <param name="IsStylesOwn">True if the style of its paragraphs says it.</param>
    private readonly record struct ListMark(int Instance, ListKind Kind, bool IsStylesOwn);
}
