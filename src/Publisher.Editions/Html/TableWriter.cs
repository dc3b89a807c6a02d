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
        html.Markup("<div class=\"table\" tabindex=\"0\" role=\"group\">\n<table>\n"u8);
        if (!table.Caption.IsEmpty)
        {
            html.Markup("<caption>"u8);
            line.Line(StyleRole.Caption, table.Caption).Markup("</caption>\n"u8);
        }

        if (!table.HeaderRows.IsEmpty)
        {
            html.Markup("<thead>\n"u8);
            Rows(html, table, table.HeaderRows, isHeader: true, blocks);
            html.Markup("</thead>\n"u8);
        }

        html.Markup("<tbody>\n"u8);
        Rows(html, table, table.Rows, isHeader: false, blocks);
        html.Markup("</tbody>\n</table>\n</div>\n"u8);
    }

    private static void Rows(HtmlWriter html, Table table, ValueList<TableRow> rows, bool isHeader, BlockWriter blocks)
    {
        // How many more rows each column is covered from above.
        var covered = new int[Math.Max(1, table.Columns.Count)];
        foreach (var row in rows)
        {
            html.Markup("<tr>"u8);
            var column = 0;
            foreach (var cell in row.Cells)
            {
                while (column < covered.Length && covered[column] > 0)
                {
                    column++;
                }

                Cell(html, cell, isHeader, table.Columns.Count > column ? table.Columns[column].Alignment : ColumnAlignment.Start, blocks);
                for (var i = 0; i < cell.ColumnSpan && column < covered.Length; i++, column++)
                {
                    covered[column] = cell.RowSpan;
                }
            }

            for (var i = 0; i < covered.Length; i++)
            {
                covered[i] = Math.Max(0, covered[i] - 1);
            }

            html.Markup("</tr>\n"u8);
        }
    }

    private static void Cell(HtmlWriter html, TableCell cell, bool isHeader, ColumnAlignment alignment, BlockWriter blocks)
    {
        // An empty cell heads nothing, such as the corner of a table with heads on both sides.
        var isHead = (isHeader || cell.IsRowHeader) && !cell.Content.IsEmpty;
        html.Markup(isHead ? "<th"u8 : "<td"u8);
        if (isHead)
        {
            html.Attribute("scope"u8, isHeader ? "col" : "row");
        }

        if (cell.ColumnSpan > 1)
        {
            html.Markup(" colspan=\""u8).Number(cell.ColumnSpan).Markup("\""u8);
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
