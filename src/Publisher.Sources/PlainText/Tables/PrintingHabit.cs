namespace Publisher.Sources.PlainText.Tables;

/// <summary>How an extraction prints the cells of a row one below the other.</summary>
/// <param name="LeastSetOff">Lines that a cell has at least if an empty line follows it inside its row.</param>
/// <param name="SetsRowsOff">True if an empty line follows each row.</param>
/// <param name="JoinsCells">True if a cell of one line stands on one line with the next cell's first.</param>
internal sealed record PrintingHabit(int LeastSetOff, bool SetsRowsOff, bool JoinsCells)
{
    private const int Never = int.MaxValue;

    private static readonly PrintingHabit[] WithSpace = [new(1, true, false), new(2, true, false), new(3, true, false), new(Never, true, false)];
    private static readonly PrintingHabit[] WithoutSpace = [new(Never, false, false), new(Never, false, true)];

    /// <summary>The habits that a strip may show.</summary>
    public static PrintingHabit[] All(CellStrip strip) => strip.Gaps.Contains(Gap.Space) ? WithSpace : strip.MayJoin ? WithoutSpace : WithoutSpace[..1];
}
