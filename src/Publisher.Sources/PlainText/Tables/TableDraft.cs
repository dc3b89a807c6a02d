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

    /// <summary>The rows; each has a cell for each column, each cell its lines, which may be none.</summary>
    public List<List<TextLine>[]> Rows { get; } = [];

    /// <summary>All lines, row by row.</summary>
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

    /// <summary>The words of a row, without blanks between cells, to tell whether two rows say the same.</summary>
    public static string Say(string text, List<TextLine>[] row) =>
        string.Join('|', row.Select(cell => string.Join(' ', cell.Select(line => line.In(text).ToString()))));
}
