using System.Collections.Immutable;

using Publisher.Editions.Pdf.Objects;
using Publisher.Editions.Pdf.Structure;
using Publisher.Model.Blocks;
using Publisher.Templates.Styles;
using Publisher.Typesetting;
using Publisher.Typesetting.Flows;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>Turns a table into a flow table and its elements (ISO 32000-1, 14.8.4.3.4).</summary>
internal sealed class TableComposer(CompositionContext composition, StructureNode parent)
{
    public ImmutableArray<FlowBlock> Compose(Table table)
    {
        var node = composition.Tree.Add(parent, "Table");
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        if (!table.Caption.IsEmpty)
            blocks.Add(ComposeCaption(table, node));

        // A head without a body is no head (ISO 14289-1, 7.2).
        var header = table.HeaderRows.IsEmpty || table.Rows.IsEmpty ? null : composition.Tree.Add(node, "THead");
        var columns = Math.Max(1, table.Columns.Count);
        var (headerGrid, bodyGrid) = (new TableGrid(table.HeaderRows, columns), new TableGrid(table.Rows, columns));
        var width = Math.Max(headerGrid.Width, bodyGrid.Width);
        var headerRows = ComposeRows(table, headerGrid.Padded(width), header ?? node, isHeader: true);
        var body = header is null ? node : composition.Tree.Add(node, "TBody");
        var rows = ComposeRows(table, bodyGrid.Padded(width), body, isHeader: false);
        blocks.Add(new FlowTable([.. Enumerable.Repeat(new FlowColumn(), width)], headerRows, rows, StyleOf()));
        return blocks.ToImmutable();
    }

    private FlowParagraph ComposeCaption(Table table, StructureNode node)
    {
        var caption = composition.Tree.Add(node, "Caption");
        var style = composition.Styles.Paragraph(StyleRole.Caption, composition.Language);
        return new FlowParagraph(
            InlineComposer.Compose(composition, table.Caption, caption, new Look(StyleRole.Caption, composition.Language)),
            style with { KeepWithNext = true });
    }

    private ImmutableArray<FlowRow> ComposeRows(
        Table table, IEnumerable<IReadOnlyList<(TableCell Cell, int Column)>> rows, StructureNode section, bool isHeader)
    {
        var flow = ImmutableArray.CreateBuilder<FlowRow>();
        foreach (var row in rows)
        {
            var node = composition.Tree.Add(section, "TR");
            flow.Add(new FlowRow([.. row.Select(place => ComposeCell(table, place.Cell, node, place.Column, isHeader))]));
        }

        return flow.ToImmutable();
    }

    private FlowCell ComposeCell(Table table, TableCell cell, StructureNode row, int column, bool isHeader)
    {
        var isTitle = isHeader || cell.IsRowHeader;
        var node = composition.Tree.Add(row, isTitle ? "TH" : "TD");
        if (isTitle || cell.ColumnSpan > 1 || cell.RowSpan > 1)
            node.Attributes.Add(new StructureAttributes("Table", w => WriteAttributes(w, cell, isTitle, isHeader)));
        var role = isTitle ? StyleRole.TableHeader : StyleRole.TableCell;
        var blocks = new BlockComposer(composition, node, role).Compose(cell.Content);
        var alignment = column < table.Columns.Count ? table.Columns[column].Alignment : ColumnAlignment.Start;
        return new FlowCell(
            [.. blocks.Select(b => Align(b, alignment))],
            cell.ColumnSpan,
            cell.RowSpan,
            StructureId.None);
    }

    private static void WriteAttributes(PdfWriter w, TableCell cell, bool isTitle, bool isHeader)
    {
        if (isTitle)
            w.Key("Scope").Name(isHeader ? "Column" : "Row");
        if (cell.ColumnSpan > 1)
            w.Key("ColSpan").Number(cell.ColumnSpan);
        if (cell.RowSpan > 1)
            w.Key("RowSpan").Number(cell.RowSpan);
    }

    private static FlowBlock Align(FlowBlock block, ColumnAlignment alignment) => block is not FlowParagraph paragraph
        ? block
        : alignment switch
        {
            ColumnAlignment.Center => paragraph with { Style = paragraph.Style with { Alignment = Alignment.Center } },
            ColumnAlignment.End => paragraph with { Style = paragraph.Style with { Alignment = Alignment.End } },
            _ => block,
        };

    private TableStyle StyleOf()
    {
        var header = composition.Styles[StyleRole.TableHeader];
        var cell = composition.Styles[StyleRole.TableCell];
        var body = composition.Styles[StyleRole.Body];
        var rules = TableRules.Of(composition.Styles.Sheet);
        return new TableStyle
        {
            SpaceBefore = StyleBook.Points(body.Leading) / 2,
            SpaceAfter = StyleBook.Points(body.Leading),
            PaddingAcross = Typesetting.Length.FromPoints(cell.Size.Points * 0.6),
            PaddingDown = Typesetting.Length.FromPoints(cell.Size.Points * 0.25),
            RowRule = StyleBook.Points(rules.Row.Thickness),
            RowInk = StyleBook.InkOf(rules.Row.Colour),
            FrameRule = StyleBook.Points(rules.Frame.Thickness),
            FrameInk = StyleBook.InkOf(rules.Frame.Colour),
            HeaderTint = header.Background is { } tint ? StyleBook.InkOf(tint) : null,
        };
    }
}
