using Publisher.Model;
using Publisher.Model.Blocks;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>
/// The places of a table's cells (ISO 14289-1, 7.2): every place is some cell's and no two cells share one. Spans end where the room
/// does; where cells are missing there are empty ones; a row with more cells than columns makes the table wider, for no word is dropped.
/// </summary>
internal sealed class TableGrid
{
    private readonly List<List<(TableCell Cell, int Column)>> _rows = [];
    private readonly List<int> _spanned = [];

    /// <summary>Places the cells of rows that belong together.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">How many columns the table has by name.</param>
    public TableGrid(ValueList<TableRow> rows, int columns)
    {
        Width = columns;
        for (var i = 0; i < rows.Count; i++)
            _rows.Add(Place(rows[i], columns, rows.Count - i));
    }

    /// <summary>How many columns the rows need.</summary>
    public int Width { get; private set; }

    /// <summary>The cells that begin in each row, from left to right, with empty ones up to a width.</summary>
    public IEnumerable<IReadOnlyList<(TableCell Cell, int Column)>> Padded(int width)
    {
        var taken = new int[width];
        foreach (var row in _rows)
        {
            foreach (var (cell, column) in row)
                taken.AsSpan(column, cell.ColumnSpan).Fill(cell.RowSpan);
            var cells = row.Concat(Enumerable.Range(0, width).Where(column => taken[column] == 0).Select(column => (new TableCell([]), column)));
            yield return [.. cells.OrderBy(cell => cell.Item2)];
            for (var column = 0; column < width; column++)
                taken[column] = Math.Max(0, taken[column] - 1);
        }
    }

    private List<(TableCell Cell, int Column)> Place(TableRow row, int columns, int rowsLeft)
    {
        var placed = new List<(TableCell, int)>();
        var column = 0;
        foreach (var cell in row.Cells)
        {
            while (column < _spanned.Count && _spanned[column] > 0)
                column++;
            var span = Math.Clamp(cell.ColumnSpan, 1, Math.Max(1, Room(column, columns)));
            var rows = Math.Clamp(cell.RowSpan, 1, rowsLeft);
            placed.Add((cell with { ColumnSpan = span, RowSpan = rows }, column));
            for (var end = column + span; column < end; column++)
                Take(column, rows);
        }

        Width = Math.Max(Width, column);
        for (var i = 0; i < _spanned.Count; i++)
            _spanned[i] = Math.Max(0, _spanned[i] - 1);
        return placed;
    }

    // Free places from a column on, among those that the table names.
    private int Room(int column, int columns)
    {
        var end = column;
        while (end < columns && (end >= _spanned.Count || _spanned[end] == 0))
            end++;
        return end - column;
    }

    private void Take(int column, int rows)
    {
        while (_spanned.Count <= column)
            _spanned.Add(0);
        _spanned[column] = rows;
    }
}
