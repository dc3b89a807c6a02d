using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Sources.Docx.Package;

namespace Publisher.Sources.Docx.Flow;

/// <summary>Reads a table (ECMA-376-1, 17.4) into one in which every row is full.</summary>
internal sealed class TableReader(Reading reading, StoryReader story)
{
    // Word has 63.
    private const int MostColumns = 64;

    private readonly List<Row> _rows = [];
    private readonly int _index = reading.Tables++;

    /// <summary>Reads a table; null if it has no cell.</summary>
    public Table? Read(Element table)
    {
        var start = reading.Here(0);
        ReadRows(table);
        var columns = _rows.Count == 0 ? 0 : _rows.Max(row => row.End);
        if (columns == 0)
        {
            return null;
        }

        var headers = HeaderRows(table);
        return new Table(Columns(columns), Section(0, headers, columns), Section(headers, _rows.Count, columns))
        {
            Span = start with { Length = Math.Max(0, reading.Offset - start.Offset - 1) },
        };
    }

    private void ReadRows(Element parent)
    {
        for (var child = parent.First; child is not null; child = child.Next)
        {
            if (child.Name == "w:tr")
            {
                var properties = reading.Revisions.Properties(child.Child("w:trPr"), "w:trPrChange");
                if (!reading.Revisions.DropsRow(child.Child("w:trPr")))
                {
                    ReadRow(child, properties);
                }
            }
            else if (!child.Name.EndsWith("Pr", StringComparison.Ordinal))
            {
                // Content controls and custom XML round rows.
                ReadRows(child);
            }
        }
    }

    private void ReadRow(Element element, Element? properties)
    {
        var before = Number(properties, "w:gridBefore", 0);
        var row = new Row { IsHeader = properties?.Toggle("w:tblHeader") == true, End = before };
        if (before > 0)
        {
            row.Cells.Add(new Cell(0, before));
        }

        ReadCells(element, row);
        _rows.Add(row);
    }

    private void ReadCells(Element parent, Row row)
    {
        for (var child = parent.First; child is not null; child = child.Next)
        {
            if (child.Name == "w:tc")
            {
                row.Cells.Add(ReadCell(child, row));
            }
            else if (!child.Name.EndsWith("Pr", StringComparison.Ordinal))
            {
                ReadCells(child, row);
            }
        }
    }

    private Cell ReadCell(Element element, Row row)
    {
        var properties = element.Child("w:tcPr");
        var (blocks, look) = story.ReadCell(element);
        var span = Math.Clamp(Number(properties, "w:gridSpan", 1), 1, Math.Max(1, MostColumns - row.End));

        // More cells than any table has stand in the last column.
        var cell = new Cell(Math.Min(row.End, MostColumns - 1), span)
        {
            Blocks = [.. blocks],
            Look = look,
            Merges = properties?.Child("w:vMerge") is { } merge ? merge["w:val"] == "restart" ? Merge.Begins : Merge.Continues : Merge.None,
        };
        row.End = Math.Min(MostColumns, row.End + span);
        return cell;
    }

    private int HeaderRows(Element table)
    {
        var marked = _rows.TakeWhile(row => row.IsHeader).Count();
        if (marked > 0 || reading.IsOurs || _rows.Count < 2)
        {
            return marked;
        }

        var properties = table.Child("w:tblPr");
        var look = properties?.Child("w:tblLook");
        const int FirstRow = 0x20;
        var setsFirstRowApart = look?["w:firstRow"] is { } first
            ? first is "1" or "true" or "on"
            : int.TryParse(look?["w:val"], System.Globalization.NumberStyles.AllowHexSpecifier, null, out var flags) && (flags & FirstRow) != 0;
        return (setsFirstRowApart && reading.Styles.HasFirstRow(properties?.ValueOf("w:tblStyle"))) || (IsBold(_rows[0]) && !IsBold(_rows[1])) ? 1 : 0;
    }

    private static bool IsBold(Row row) =>
        row.Cells.Exists(cell => cell.Blocks.Count > 0) && row.Cells.TrueForAll(cell => cell.Blocks.TrueForAll(block => block is Paragraph { Content: [Strong] }));

    private ValueList<TableColumn> Columns(int count)
    {
        var alignments = new ColumnAlignment?[count];
        foreach (var row in _rows)
        {
            foreach (var cell in row.Cells.Where(cell => cell.Look.Style is not null && cell.Merges != Merge.Continues))
            {
                alignments[cell.Column] ??= cell.Look.Style!.Alignment;
            }
        }

        foreach (var cell in _rows.AsEnumerable().Reverse().SelectMany(row => row.Cells).Where(cell => cell is { Span: 1, Look.Style: null } && cell.Blocks.Count > 0))
        {
            alignments[cell.Column] ??= cell.Look.Alignment switch { "center" => ColumnAlignment.Center, "right" or "end" => ColumnAlignment.End, _ => null };
        }

        var stated = reading.Facts is { } facts && _index < facts.Tables.Count && facts.Tables[_index].Length == count ? facts.Tables[_index] : null;
        return [.. alignments.Select((alignment, i) => new TableColumn(
            alignment ?? (stated is not null && Enum.TryParse<ColumnAlignment>(stated[i], out var said) && Enum.IsDefined(said) ? said : ColumnAlignment.Start)))];
    }

    /// <summary>The rows of the head or the body; a cell never reaches from one into the other.</summary>
    private ValueList<TableRow> Section(int first, int end, int columns)
    {
        var open = new Cell?[columns];
        for (var i = first; i < end; i++)
        {
            var row = _rows[i];
            if (row.End < columns)
            {
                row.Cells.Add(new Cell(row.End, columns - row.End));
            }

            foreach (var cell in row.Cells)
            {
                Join(cell, open, i);
            }
        }

        var rows = new List<TableRow>();
        for (var i = first; i < end; i++)
        {
            rows.Add(new TableRow([.. _rows[i].Cells.Where(cell => !cell.IsJoined).Select(cell => new TableCell(cell.Blocks.ToValueList(), cell.Span, cell.Rows, IsRowHeader(cell)))]));
        }

        return rows.ToValueList();
    }

    private static bool IsRowHeader(Cell cell) => cell.Look.Style?.IsRowHeader == true;

    /// <summary>Joins a cell to the one above that it continues, if there is such a one of the same width.</summary>
    private static void Join(Cell cell, Cell?[] open, int row)
    {
        var above = open[cell.Column];
        if (cell.Merges == Merge.Continues && above is not null && above.Span == cell.Span && above.Column == cell.Column && above.LastRow == row - 1)
        {
            above.LastRow = row;
            above.Rows++;
            above.Blocks.AddRange(cell.Blocks);
            cell.IsJoined = true;
            return;
        }

        cell.LastRow = row;
        Array.Fill(open, cell.Merges == Merge.None ? null : cell, cell.Column, Math.Min(cell.Span, open.Length - cell.Column));
    }

    private static int Number(Element? properties, string name, int otherwise) =>
        Math.Clamp(Looks.StyleTable.Number(properties?.ValueOf(name)) ?? otherwise, 0, MostColumns - 1);

    private enum Merge
    {
        None,
        Begins,
        Continues,
    }

    private sealed class Row
    {
        public bool IsHeader { get; init; }

        public List<Cell> Cells { get; } = [];

        public int End { get; set; }
    }

    private sealed class Cell(int column, int span)
    {
        public int Column => column;

        public int Span => span;

        public List<Block> Blocks { get; init; } = [];

        public CellLook Look { get; init; } = new();

        public Merge Merges { get; init; }

        public int Rows { get; set; } = 1;

        public int LastRow { get; set; }

        public bool IsJoined { get; set; }
    }
}
