using Publisher.Editions.Docx.Looks;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Words;

namespace Publisher.Editions.Docx.Flow;

/// <summary>Tables (ECMA-376-1, 17.4). A cell over several rows is continued in each of them (17.4.84).</summary>
internal sealed class TableWriter(PartContext part, BodyWriter body)
{
    // What a column's words count at most when columns share the width: beyond it they stand on more lines.
    private const int WidestColumn = 60;
    private const int NarrowestColumn = 6;

    public void Write(Table table)
    {
        var xml = part.Xml;
        var hasHeader = !table.HeaderRows.IsEmpty;
        xml.Markup("<w:tbl><w:tblPr><w:tblStyle w:val=\"StatementTable\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>"u8);
        xml.Markup(hasHeader
            ? "<w:tblLook w:val=\"0420\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>"u8
            : "<w:tblLook w:val=\"0400\" w:firstRow=\"0\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>"u8);
        var widths = WidthsOf(table, part.File.Request.Edition.Page.TextWidth.Twips);
        foreach (var width in widths)
        {
            xml.Markup("<w:gridCol"u8).Attribute("w:w"u8, width).Markup("/>"u8);
        }

        xml.Markup("</w:tblGrid>"u8);
        var open = new (int Rows, int Span)[table.Columns.Count];
        foreach (var row in table.HeaderRows)
        {
            Row(table, row, open, widths, isHeader: true);
        }

        foreach (var row in table.Rows)
        {
            Row(table, row, open, widths, isHeader: false);
        }

        xml.Markup("</w:tbl>"u8);
    }

    private void Row(Table table, TableRow row, (int Rows, int Span)[] open, int[] widths, bool isHeader)
    {
        part.Xml.Markup(isHeader ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"u8 : "<w:tr><w:trPr><w:cantSplit/></w:trPr>"u8);
        var column = 0;
        foreach (var cell in row.Cells)
        {
            column = Continue(open, widths, column);
            Cell(table, cell, column, widths, isHeader);
            if (column < open.Length && cell.RowSpan > 1)
            {
                open[column] = (cell.RowSpan - 1, cell.ColumnSpan);
            }

            column += cell.ColumnSpan;
        }

        Continue(open, widths, column);
        part.Xml.Markup("</w:tr>"u8);
    }

    private int Continue((int Rows, int Span)[] open, int[] widths, int column)
    {
        while (column < open.Length && open[column].Rows > 0)
        {
            var span = open[column].Span;
            open[column].Rows--;
            Properties(widths, column, span);
            part.Xml.Markup("<w:vMerge/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"TableCell\"/></w:pPr></w:p></w:tc>"u8);
            column += span;
        }

        return column;
    }

    private void Cell(Table table, TableCell cell, int column, int[] widths, bool isHeader)
    {
        Properties(widths, column, cell.ColumnSpan);
        part.Xml.Markup(cell.RowSpan > 1 ? "<w:vMerge w:val=\"restart\"/></w:tcPr>"u8 : "</w:tcPr>"u8);
        var alignment = column < table.Columns.Count ? table.Columns[column].Alignment : ColumnAlignment.Start;
        body.WriteCell(cell.Content, StyleOf(cell.IsRowHeader, isHeader, alignment));
        part.Xml.Markup("</w:tc>"u8);
    }

    private void Properties(int[] widths, int column, int span)
    {
        var xml = part.Xml;
        var width = 0;
        for (var i = column; i < Math.Min(column + span, widths.Length); i++)
        {
            width += widths[i];
        }

        xml.Markup("<w:tc><w:tcPr><w:tcW"u8).Attribute("w:w"u8, width).Markup(" w:type=\"dxa\"/>"u8);
        if (span > 1)
        {
            xml.Value("gridSpan"u8, span);
        }
    }

    private static string StyleOf(bool isRowHeader, bool isHeader, ColumnAlignment alignment) => (isRowHeader, isHeader, alignment) switch
    {
        (true, _, ColumnAlignment.Center) => "TableRowHeaderCenter",
        (true, _, ColumnAlignment.End) => "TableRowHeaderEnd",
        (true, _, _) => WordStyle.TableRowHeader,
        (_, true, ColumnAlignment.Center) => "TableHeaderCenter",
        (_, true, ColumnAlignment.End) => "TableHeaderEnd",
        (_, true, _) => "TableHeader",
        (_, _, ColumnAlignment.Center) => "TableCellCenter",
        (_, _, ColumnAlignment.End) => "TableCellEnd",
        _ => "TableCell",
    };

    /// <summary>The columns' widths in twips: each gets by what its longest cell says, so that figures leave room for words.</summary>
    private static int[] WidthsOf(Table table, int total)
    {
        var lengths = new int[table.Columns.Count];
        Array.Fill(lengths, NarrowestColumn);
        foreach (var row in table.HeaderRows.Concat(table.Rows))
        {
            var column = 0;
            foreach (var cell in row.Cells)
            {
                if (cell.ColumnSpan == 1 && row.Cells.Count == lengths.Length)
                {
                    lengths[column] = Math.Clamp(LengthOf(cell.Content), lengths[column], WidestColumn);
                }

                column += cell.ColumnSpan;
            }
        }

        // Between equal and in proportion: the square root keeps long columns from starving short ones.
        var shares = Array.ConvertAll(lengths, length => Math.Sqrt(length));
        var sum = shares.Sum();
        return Array.ConvertAll(shares, share => (int)(total * share / sum));
    }

    private static int LengthOf(ValueList<Block> content)
    {
        var length = 0;
        foreach (var block in content)
        {
            length += block switch
            {
                Paragraph paragraph => PlainText.Of(paragraph.Content).Length,
                _ => WidestColumn / 2,
            };
        }

        return length;
    }
}
