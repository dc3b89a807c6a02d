using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Tables;

/// <summary>A table as found in the lines.</summary>
/// <param name="columns">Number of columns.</param>
internal sealed class TableDraft(int columns)
{
    /// <summary>Number of columns.</summary>
    public int Columns => columns;

    /// <summary>True if the first row heads the columns.</summary>
    public bool HasHeader { get; set; }

    /// <summary>True if the words themselves do not tell the cells apart, only their lengths.</summary>
    public bool IsGuessed { get; init; }

    /// <summary>The lines as printed, by column, if that is known; null elsewhere.</summary>
    public List<TextLine?[]>? Printed { get; init; }

    /// <summary>The rows; each has a cell for each column, each cell its lines, which may be none.</summary>
    public List<List<TextLine>[]> Rows { get; } = [];

    /// <summary>All lines, row by row, cell by cell.</summary>
    public IEnumerable<TextLine> Lines => Rows.SelectMany(row => row.SelectMany(cell => cell));

    /// <summary>A new row at the end.</summary>
    public List<TextLine>[] AddRow()
    {
        var row = new List<TextLine>[columns];
        for (var i = 0; i < columns; i++)
        {
            row[i] = [];
        }

        Rows.Add(row);
        return row;
    }
}
