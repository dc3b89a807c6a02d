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
        tables.AddRange(WrappedCells.Take(text, lines));
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

        // PERF: a table of many pages is divided once.
        for (var t = 0; t < tables.Count; t++)
        {
            var pages = 1;
            List<TextLine?[]> printed = [.. tables[t].Printed!];
            while (t + pages < tables.Count && tables[t].Columns == tables[t + pages].Columns && IsNext(tables[t + pages - 1], tables[t + pages]))
            {
                Append(text, printed, tables[t + pages].Printed!);
                pages++;
            }

            if (pages > 1)
            {
                tables[t] = RowDivider.Divide(text, printed);
                tables.RemoveRange(t + 1, pages - 1);
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

    /// <summary>Adds the lines of the next page; lines that only say the head again go.</summary>
    private static void Append(string text, List<TextLine?[]> lines, List<TextLine?[]> more)
    {
        var repeated = 0;
        while (repeated < Math.Min(lines.Count, more.Count) && SayTheSame(text, lines[repeated], more[repeated]))
        {
            foreach (var line in more[repeated].OfType<TextLine>())
            {
                line.Role = LineRole.Furniture;
            }

            repeated++;
        }

        lines.AddRange(more.Skip(repeated));
    }

    private static bool SayTheSame(string text, TextLine?[] line, TextLine?[] other)
    {
        for (var c = 0; c < line.Length; c++)
        {
            if (line[c] is null != other[c] is null || (line[c] is { } a && !a.In(text).SequenceEqual(other[c]!.In(text))))
            {
                return false;
            }
        }

        return true;
    }
}
