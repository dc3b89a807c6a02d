using Markdig.Extensions.Tables;
using Publisher.Model;
using Publisher.Model.Blocks;
using Md = Markdig.Syntax;
using MdTables = Markdig.Extensions.Tables;

namespace Publisher.Sources.Markdown;

/// <summary>Reads pipe and grid tables; every row gets as many cells as there are columns.</summary>
internal sealed class TableReader(Reading reading, Func<Md.ContainerBlock, ValueList<Block>> readContent)
{
    /// <summary>The table; null if it has no cell.</summary>
    public Model.Blocks.Table? Read(MdTables.Table table)
    {
        var rows = table.OfType<MdTables.TableRow>().ToList();
        var header = rows.TakeWhile(row => row.IsHeader).ToList();
        var (head, headColumns) = ReadRows(header);
        var (body, bodyColumns) = ReadRows(rows.Skip(header.Count).ToList());
        var columns = Math.Max(headColumns, bodyColumns);
        return columns == 0 ? null : new Model.Blocks.Table(
            [.. Enumerable.Range(0, columns).Select(column => new TableColumn(AlignmentOf(table, column)))],
            head.TrueForAll(row => row.Cells.TrueForAll(cell => cell.Content.IsEmpty)) ? [] : Fill(head, columns),
            Fill(body, columns))
        {
            Span = reading.Span(table.Span),
        };
    }

    private static ColumnAlignment AlignmentOf(MdTables.Table table, int column) =>
        column >= table.ColumnDefinitions.Count ? ColumnAlignment.Start : table.ColumnDefinitions[column].Alignment switch
        {
            TableColumnAlign.Center => ColumnAlignment.Center,
            TableColumnAlign.Right => ColumnAlignment.End,
            _ => ColumnAlignment.Start,
        };

    /// <summary>The rows with their cells, trailing empty ones left out, and how many columns they need.</summary>
    private (List<Row> Rows, int Columns) ReadRows(List<MdTables.TableRow> source)
    {
        var rows = new List<Row>();
        var occupied = new List<int>();
        var columns = 0;
        for (var index = 0; index < source.Count; index++)
        {
            var row = new Row(reading.Span(source[index].Span), []);
            var column = 0;
            foreach (var cell in source[index].OfType<MdTables.TableCell>())
            {
                column = NextFree(occupied, column, index);
                var made = new Model.Blocks.TableCell(
                    readContent(cell),
                    Math.Max(1, cell.ColumnSpan),
                    Math.Clamp(cell.RowSpan, 1, source.Count - index))
                {
                    Span = reading.Span(cell.Span),
                };
                Occupy(occupied, column, made, index);
                row.Cells.Add(made);
                column += made.ColumnSpan;
                columns = made.Content.IsEmpty && made.RowSpan == 1 ? columns : Math.Max(columns, column);
            }

            rows.Add(row);
        }

        return (rows, columns);
    }

    /// <summary>The rows filled up, or cut down by empty cells, to a number of columns.</summary>
    private static ValueList<Model.Blocks.TableRow> Fill(List<Row> rows, int columns)
    {
        var filled = new List<Model.Blocks.TableRow>();
        var occupied = new List<int>();
        for (var index = 0; index < rows.Count; index++)
        {
            var cells = new List<Model.Blocks.TableCell>();
            var column = 0;
            foreach (var cell in rows[index].Cells)
            {
                column = NextFree(occupied, column, index);
                if (column >= columns)
                {
                    break;
                }

                var fitting = cell with { ColumnSpan = Math.Min(cell.ColumnSpan, columns - column) };
                Occupy(occupied, column, fitting, index);
                cells.Add(fitting);
                column += fitting.ColumnSpan;
            }

            while ((column = NextFree(occupied, column, index)) < columns)
            {
                cells.Add(new Model.Blocks.TableCell([]));
                column++;
            }

            filled.Add(new Model.Blocks.TableRow(cells.ToValueList()) { Span = rows[index].Span });
        }

        return filled.ToValueList();
    }

    /// <summary>The first column from a given one that no cell of an earlier row covers; <paramref name="occupied"/> holds the first free row of each column.</summary>
    private static int NextFree(List<int> occupied, int column, int row)
    {
        while (column < occupied.Count && occupied[column] > row)
        {
            column++;
        }

        return column;
    }

    private static void Occupy(List<int> occupied, int column, Model.Blocks.TableCell cell, int row)
    {
        for (var c = column; c < column + cell.ColumnSpan; c++)
        {
            while (occupied.Count <= c)
            {
                occupied.Add(0);
            }

            occupied[c] = row + cell.RowSpan;
        }
    }

    private sealed record Row(SourceSpan Span, List<Model.Blocks.TableCell> Cells);
}
