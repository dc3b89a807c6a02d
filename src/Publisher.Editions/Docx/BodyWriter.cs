using System.Text;
using DocumentFormat.OpenXml;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Templates.Styles;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Publisher.Editions.Docx;

/// <summary>Blocks as paragraphs and tables (ECMA-376-1, 17.3.1 and 17.4).</summary>
internal sealed class BodyWriter : BlockVisitor<bool>
{
    // ECMA-376-1, 17.9.3.
    private const int DeepestLevel = 8;

    private readonly PartContext _context;
    private readonly Func<string, int?> _noteNumber;
    private OpenXmlCompositeElement _target;
    private StyleRole? _role;
    private int _listLevel = -1;
    private (int Instance, bool Ordered)? _pendingMark;
    private ColumnAlignment _alignment;

    /// <summary>Makes a writer.</summary>
    /// <param name="context">The part.</param>
    /// <param name="target">Where blocks are appended.</param>
    /// <param name="noteNumber">Gives a note's number if its mark may stand here as a real one, once; else null.</param>
    /// <param name="role">The style of plain paragraphs; null for those of running text.</param>
    public BodyWriter(PartContext context, OpenXmlCompositeElement target, Func<string, int?> noteNumber, StyleRole? role = null)
    {
        _context = context;
        _target = target;
        _noteNumber = noteNumber;
        _role = role;
    }

    /// <summary>The name of the bookmark of a heading: at most 40 characters, no space, begins with a letter (ECMA-376-1, 17.13.6.2).</summary>
    public static string BookmarkOf(string id)
    {
        var name = new StringBuilder("h_");
        foreach (var c in id)
        {
            name.Append(char.IsLetterOrDigit(c) ? c : '_');
        }

        return name.ToString()[..Math.Min(name.Length, 40)];
    }

    public void Write(ValueList<Block> blocks)
    {
        Block? previous = null;
        foreach (var block in blocks)
        {
            var outer = _role;
            if (_role is null && _listLevel < 0 && previous is Paragraph { Role: ParagraphRole.Body } && block is Paragraph { Role: ParagraphRole.Body })
            {
                _role = StyleRole.BodyFollowing;
            }

            block.Accept(this);
            _role = outer;
            previous = block;
        }
    }

    /// <summary>Writes one line as a paragraph of a style.</summary>
    public W.Paragraph Line(StyleRole role, ValueList<Inline> content) => Add(WordStyle.IdOf(role), content);

    public override bool VisitHeading(Heading heading)
    {
        var paragraph = Add(WordStyle.IdOf(_role ?? StyleSheet.HeadingRole(heading.Level)), default);
        if (heading.Id is { } id)
        {
            var bookmark = $"{_context.Shared.NextBookmark()}";
            paragraph.Append(new W.BookmarkStart { Id = bookmark, Name = BookmarkOf(id) });
            InlineWriter.Write(_context, paragraph, heading.Content, _noteNumber);
            paragraph.Append(new W.BookmarkEnd { Id = bookmark });
        }
        else
        {
            InlineWriter.Write(_context, paragraph, heading.Content, _noteNumber);
        }

        return true;
    }

    public override bool VisitParagraph(Paragraph paragraph)
    {
        var role = paragraph.Role == ParagraphRole.Body ? _role ?? StyleRole.Body : StyleSheet.RoleOf(paragraph.Role);
        var style = WordStyle.IdOf(role);
        if (_listLevel >= 0 && paragraph.Role == ParagraphRole.Body && _role is null)
        {
            style = _pendingMark is { } mark ? WordStyle.List(mark.Ordered, _listLevel) : WordStyle.Continue(_listLevel);
        }

        Add(style, paragraph.Content);
        return true;
    }

    public override bool VisitUnorderedList(UnorderedList list) => WriteList(list.Items, NumberingPart.Bullets, ordered: false);

    public override bool VisitOrderedList(OrderedList list) =>
        WriteList(list.Items, _context.Shared.Numbering.Add(list, _listLevel + 1), ordered: true);

    public override bool VisitQuote(Quote quote)
    {
        var outer = _role;
        _role = StyleRole.Quote;
        Write(quote.Content);
        _role = outer;
        if (!quote.Attribution.IsEmpty)
        {
            Line(StyleRole.Attribution, quote.Attribution);
        }

        return true;
    }

    public override bool VisitTable(Table table)
    {
        if (!table.Caption.IsEmpty)
        {
            Line(StyleRole.Caption, table.Caption);
        }

        var word = new W.Table(
            new W.TableProperties(
                new W.TableStyle { Val = WordStyle.Table },
                new W.TableWidth { Width = "5000", Type = W.TableWidthUnitValues.Pct },
                new W.TableLook { Val = table.HeaderRows.IsEmpty ? "0000" : "0020", FirstRow = !table.HeaderRows.IsEmpty }),
            new W.TableGrid(table.Columns.Select(_ => new W.GridColumn { Width = $"{(int)(_context.Request.Edition.Page.TextWidth.Twips / (double)table.Columns.Count)}" })));
        var open = new (int Rows, int Span)[table.Columns.Count];
        foreach (var row in table.HeaderRows)
        {
            word.Append(Row(table, row, open, isHeader: true));
        }

        foreach (var row in table.Rows)
        {
            word.Append(Row(table, row, open, isHeader: false));
        }

        _target.Append(word);

        // Word joins two tables that touch, and a cell must end with a paragraph.
        _target.Append(new W.Paragraph(new W.ParagraphProperties(new W.ParagraphStyleId { Val = WordStyle.AfterTable })));
        return true;
    }

    public override bool VisitFigure(Figure figure)
    {
        var paragraph = Add(WordStyle.Figure, default);
        InlineWriter.Write(_context, paragraph, [figure.Image], _noteNumber);
        if (!figure.Caption.IsEmpty)
        {
            Line(StyleRole.Caption, figure.Caption);
        }

        return true;
    }

    public override bool VisitCodeBlock(CodeBlock code)
    {
        var paragraph = Add(WordStyle.IdOf(StyleRole.CodeBlock), default);
        var lines = code.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var run = new W.Run();
            if (i > 0)
            {
                run.Append(new W.Break());
            }

            run.Append(new W.Text(Xml.Sound(lines[i])) { Space = SpaceProcessingModeValues.Preserve });
            paragraph.Append(run);
        }

        return true;
    }

    public override bool VisitThematicBreak(ThematicBreak thematicBreak)
    {
        Add(WordStyle.Break, default);
        return true;
    }

    public override bool VisitPageBreak(PageBreak pageBreak)
    {
        _target.Append(new W.Paragraph(new W.ParagraphProperties(new W.ParagraphStyleId { Val = WordStyle.AfterTable }), new W.Run(new W.Break { Type = W.BreakValues.Page })));
        return true;
    }

    private bool WriteList(ValueList<ListItem> items, int instance, bool ordered)
    {
        var (level, outerMark, outerRole) = (_listLevel, _pendingMark, _role);
        if (outerMark is not null)
        {
            // The outer item begins with this list: its mark needs a paragraph of its own.
            Add(WordStyle.List(outerMark.Value.Ordered, level), default);
        }

        _listLevel = Math.Min(level + 1, DeepestLevel);
        _role = null;
        foreach (var item in items)
        {
            _pendingMark = (instance, ordered);
            Write(item.Content);
            if (_pendingMark is not null)
            {
                Add(WordStyle.List(ordered, _listLevel), default);
            }
        }

        (_listLevel, _pendingMark, _role) = (level, null, outerRole);
        return true;
    }

    /// <summary>A row; a cell over several rows is continued in each of them (ECMA-376-1, 17.4.84).</summary>
    private W.TableRow Row(Table table, TableRow row, (int Rows, int Span)[] open, bool isHeader)
    {
        var properties = new W.TableRowProperties(new W.CantSplit());
        if (isHeader)
        {
            properties.Append(new W.TableHeader());
        }

        var word = new W.TableRow(properties);
        var column = 0;
        foreach (var cell in row.Cells)
        {
            column = Continue(word, open, column);
            word.Append(Cell(table, cell, column, isHeader));
            if (column < open.Length && cell.RowSpan > 1)
            {
                open[column] = (cell.RowSpan - 1, cell.ColumnSpan);
            }

            column += cell.ColumnSpan;
        }

        Continue(word, open, column);
        return word;
    }

    private static int Continue(W.TableRow row, (int Rows, int Span)[] open, int column)
    {
        while (column < open.Length && open[column].Rows > 0)
        {
            var span = open[column].Span;
            open[column].Rows--;
            row.Append(new W.TableCell(
                Properties(span, new W.VerticalMerge { Val = W.MergedCellValues.Continue }),
                new W.Paragraph(new W.ParagraphProperties(new W.ParagraphStyleId { Val = WordStyle.IdOf(StyleRole.TableCell) }))));
            column += span;
        }

        return column;
    }

    private W.TableCell Cell(Table table, TableCell cell, int column, bool isHeader)
    {
        var word = new W.TableCell(Properties(cell.ColumnSpan, cell.RowSpan > 1 ? new W.VerticalMerge { Val = W.MergedCellValues.Restart } : null));
        var (target, role, level, mark, alignment) = (_target, _role, _listLevel, _pendingMark, _alignment);
        (_target, _role, _listLevel, _pendingMark) = (word, isHeader || cell.IsRowHeader ? StyleRole.TableHeader : StyleRole.TableCell, -1, null);
        _alignment = column < table.Columns.Count ? table.Columns[column].Alignment : ColumnAlignment.Start;
        Write(cell.Content);
        if (word.LastChild is not W.Paragraph)
        {
            Add(WordStyle.IdOf(StyleRole.TableCell), default);
        }

        (_target, _role, _listLevel, _pendingMark, _alignment) = (target, role, level, mark, alignment);
        return word;
    }

    private static W.TableCellProperties Properties(int span, W.VerticalMerge? merge)
    {
        var properties = new W.TableCellProperties();
        if (span > 1)
        {
            properties.Append(new W.GridSpan { Val = span });
        }

        if (merge is not null)
        {
            properties.Append(merge);
        }

        return properties;
    }

    private W.Paragraph Add(string style, ValueList<Inline> content)
    {
        var properties = new W.ParagraphProperties(new W.ParagraphStyleId { Val = style });
        if (_pendingMark is { } mark)
        {
            properties.Append(new W.NumberingProperties(
                new W.NumberingLevelReference { Val = _listLevel },
                new W.NumberingId { Val = mark.Instance }));
            _pendingMark = null;
        }

        if (_alignment != ColumnAlignment.Start)
        {
            properties.Append(new W.Justification { Val = _alignment == ColumnAlignment.End ? W.JustificationValues.Right : W.JustificationValues.Center });
        }

        var paragraph = new W.Paragraph(properties);
        _target.Append(paragraph);
        InlineWriter.Write(_context, paragraph, content, _noteNumber);
        return paragraph;
    }
}
