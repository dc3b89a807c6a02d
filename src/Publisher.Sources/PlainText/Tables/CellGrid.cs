namespace Publisher.Sources.PlainText.Tables;

/// <summary>Cells as found in a strip.</summary>
/// <param name="Rows">The rows; null for an empty cell. Never empty.</param>
/// <param name="Widths">Width of the widest line of each column.</param>
/// <param name="Habit">How they were printed.</param>
/// <param name="Cost">What it costs to read the strip so, the lines around the table included.</param>
internal sealed record CellGrid(List<GridCell?[]> Rows, int[] Widths, PrintingHabit Habit, double Cost)
{
    /// <summary>How much cheaper it is than to read the strip as text.</summary>
    public double Gain { get; init; }

    /// <summary>What goes against the table, for each of its lines.</summary>
    public double CostOfLine { get; init; }
}

/// <summary>A cell.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where the next begins.</param>
/// <param name="Width">Width of its widest line.</param>
internal readonly record struct GridCell(Place From, Place To, int Width)
{
    /// <summary>Number of lines.</summary>
    public int Height => From.Line == To.Line ? 1 : To.Line - From.Line;
}
