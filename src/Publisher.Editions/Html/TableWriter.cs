using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Templates.Styles;

namespace Publisher.Editions.Html;

/// <summary>Writes tables.</summary>
internal static class TableWriter
{
    /// <summary>Writes a table. It scrolls inside its frame where the screen is too narrow, which keys can do as well (WCAG 2.2, 2.1.1).</summary>
    public static void Write(HtmlWriter html, Table table, InlineWriter line, BlockWriter blocks)
    {
        var begins = BeginningColumns(table);
        html.Markup("<div class=\"table\" tabindex=\"0\" role=\"group\">\n<table>\n"u8);
        if (!table.Caption.IsEmpty)
        {
            html.Markup("<caption>"u8);
            line.Line(StyleRole.Caption, table.Caption).Markup("</caption>\n"u8);
        }

        if (!table.HeaderRows.IsEmpty)
        {
            html.Markup("<thead>\n"u8);
            Rows(html, table, table.HeaderRows, isHeader: true, begins, blocks);
            html.Markup("</thead>\n"u8);
        }

        html.Markup("<tbody>\n"u8);
        Rows(html, table, table.Rows, isHeader: false, begins, blocks);
        html.Markup("</tbody>\n</table>\n</div>\n"u8);
    }

    private static void Rows(HtmlWriter html, Table table, ValueList<TableRow> rows, bool isHeader, bool[] begins, BlockWriter blocks)
    {
        foreach (var cells in Places(table, rows))
        {
            html.Markup("<tr>"u8);
            foreach (var (cell, column) in cells)
            {
                var alignment = column < table.Columns.Count ? table.Columns[column].Alignment : ColumnAlignment.Start;
                Cell(html, cell, isHeader, SpanOf(cell, column, begins), alignment, blocks);
            }

            html.Markup("</tr>\n"u8);
        }
    }

    /// <summary>The columns in which some cell begins. HTML knows no others (HTML, 4.9.12), so spans leave the rest out.</summary>
    private static bool[] BeginningColumns(Table table)
    {
        var begins = new bool[table.Columns.Count];
        foreach (var cells in Places(table, table.HeaderRows).Concat(Places(table, table.Rows)))
        {
            foreach (var (_, column) in cells)
            {
                if (column < begins.Length)
                {
                    begins[column] = true;
                }
            }
        }

        return begins;
    }

    private static int SpanOf(TableCell cell, int column, bool[] begins)
    {
        var span = 1;
        for (var i = column + 1; i < column + cell.ColumnSpan && i < begins.Length; i++)
        {
            span += begins[i] ? 1 : 0;
        }

        return span;
    }

    /// <summary>The cells of each row with the columns they begin in, cells that reach down from above left out.</summary>
    private static IEnumerable<List<(TableCell Cell, int Column)>> Places(Table table, ValueList<TableRow> rows)
    {
        // How many more rows each column is covered from above.
        var covered = new int[Math.Max(1, table.Columns.Count)];
        foreach (var row in (IEnumerable<TableRow>)rows)
        {
            var cells = new List<(TableCell, int)>(row.Cells.Count);
            var column = 0;
            foreach (var cell in row.Cells)
            {
                while (column < covered.Length && covered[column] > 0)
                {
                    column++;
                }

                cells.Add((cell, column));
                for (var i = 0; i < cell.ColumnSpan && column < covered.Length; i++, column++)
                {
                    covered[column] = cell.RowSpan;
                }
            }

            for (var i = 0; i < covered.Length; i++)
            {
                covered[i] = Math.Max(0, covered[i] - 1);
            }

            yield return cells;
        }
    }

    private static void Cell(HtmlWriter html, TableCell cell, bool isHeader, int columnSpan, ColumnAlignment alignment, BlockWriter blocks)
    {
        // An empty cell heads nothing, such as the corner of a table with heads on both sides.
        var isHead = (isHeader || cell.IsRowHeader) && !cell.Content.IsEmpty;
        html.Markup(isHead ? "<th"u8 : "<td"u8);
        if (isHead)
        {
            html.Attribute("scope"u8, isHeader ? "col" : "row");
        }

        if (columnSpan > 1)
        {
            html.Markup(" colspan=\""u8).Number(columnSpan).Markup("\""u8);
        }

        if (cell.RowSpan > 1)
        {
            html.Markup(" rowspan=\""u8).Number(cell.RowSpan).Markup("\""u8);
        }

        html.Attribute("class"u8, alignment switch
        {
            ColumnAlignment.Center => "center",
            ColumnAlignment.End => "end",
            _ => null,
        });
        html.Markup(">"u8);
        blocks.Content(isHeader ? StyleRole.TableHeader : StyleRole.TableCell, cell.Content, bare: true);
        html.Markup(isHead ? "</th>"u8 : "</td>"u8);
    }
}
