using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Tables;

/// <summary>Finds tables and columns of text, and joins a table that goes on on the next page.</summary>
internal static class TableFinder
{
    /// <summary>Takes tables out of the flow.</summary>
    /// <returns>The tables, each with its lines, which have the role of a table's now.</returns>
    public static List<TableDraft> Find(string text, List<TextLine> lines)
    {
        var tables = AlignedColumns.Take(text, lines);
        Join(text, lines, tables);
        tables.AddRange(CellRuns.Take(text, lines));
        return tables;
    }

    private static void Join(string text, List<TextLine> lines, List<TableDraft> tables)
    {
        if (tables.Count < 2)
        {
            return;
        }

        var places = new Dictionary<TextLine, int>();
        for (var i = 0; i < lines.Count; i++)
        {
            places.TryAdd(lines[i], i);
        }

        for (var t = tables.Count - 1; t > 0; t--)
        {
            var (before, table) = (tables[t - 1], tables[t]);
            if (before.Columns == table.Columns && IsNext(before, table))
            {
                Append(before, table, repeatsHead: TableDraft.Say(text, before.Rows[0]) == TableDraft.Say(text, table.Rows[0]));
                tables.RemoveAt(t);
            }
        }

        // Only furniture may stand between the two.
        bool IsNext(TableDraft before, TableDraft table)
        {
            var from = places[before.Lines.Last()];
            var to = places[table.Lines.First()];
            return lines[to].Page == lines[from].Page + 1 && lines.GetRange(from + 1, Math.Max(0, to - from - 1)).TrueForAll(line => line.Role is LineRole.Furniture or LineRole.Table);
        }
    }

    /// <summary>Adds the rows of the next page: a repeated head goes, and a row that lacks its first cell continues the last.</summary>
    private static void Append(TableDraft table, TableDraft next, bool repeatsHead)
    {
        if (repeatsHead)
        {
            foreach (var line in next.Rows[0].SelectMany(cell => cell))
            {
                line.Role = LineRole.Furniture;
            }
        }

        var first = repeatsHead ? 1 : 0;
        for (var r = first; r < next.Rows.Count; r++)
        {
            var row = r == first && next.Rows[r][0].Count == 0 ? table.Rows[^1] : table.AddRow();
            for (var c = 0; c < table.Columns; c++)
            {
                row[c].AddRange(next.Rows[r][c]);
            }
        }
    }
}
