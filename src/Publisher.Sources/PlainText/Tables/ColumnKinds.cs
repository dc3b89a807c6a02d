namespace Publisher.Sources.PlainText.Tables;

/// <summary>What the cells of each column of a table have in common: what another kind of cell there costs.</summary>
/// <param name="Starts">By column and kind of start.</param>
/// <param name="Ends">By column and kind of end.</param>
internal sealed record ColumnKinds(double[][] Starts, double[][] Ends)
{
    // Cells of one column are alike in several ways at once, which would count the same twice.
    private const double Trust = 0.7;

    private const int StartKinds = 6;
    private const int EndKinds = 3;

    /// <summary>The kinds of a table's cells, the head's left out.</summary>
    public static ColumnKinds Of(CellStrip strip, CellGrid grid) => new(
        Costs(grid, StartKinds, cell => strip.StartKinds[strip.Places.IndexOf(cell.From, strip.LineStarts[cell.From.Line])]),
        Costs(grid, EndKinds, cell => CellStrip.EndKind(strip.Ends[cell.From.Line + cell.Height - 1])));

    private static double[][] Costs(CellGrid grid, int kinds, Func<GridCell, int> kindOf)
    {
        var columns = grid.Widths.Length;
        var all = new double[kinds];
        var counts = Enumerable.Range(0, columns).Select(_ => new double[kinds]).ToArray();
        foreach (var row in grid.Rows.Skip(1))
        {
            for (var c = 0; c < columns; c++)
            {
                if (row[c] is { } cell)
                {
                    all[kindOf(cell)]++;
                    counts[c][kindOf(cell)]++;
                }
            }
        }

        var total = all.Sum();
        return counts.Select(column => column.Select((count, kind) =>
        {
            var usual = (all[kind] + 0.5) / (total + (kinds * 0.5));
            return Trust * Math.Log2(usual * (column.Sum() + 2) / (count + (2 * usual)));
        }).ToArray()).ToArray();
    }
}
