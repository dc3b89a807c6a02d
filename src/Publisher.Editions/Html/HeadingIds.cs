using Publisher.Model;
using Publisher.Model.Blocks;

namespace Publisher.Editions.Html;

/// <summary>
/// The names of headings. Ours hold a colon, and no name that stems from a statement does, so that the two never meet.
/// </summary>
internal static class HeadingIds
{
    /// <summary>The headings that links of the document lead to, wherever they stand.</summary>
    public static HashSet<string> Of(Document document)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        Collect(document.Blocks, ids);
        foreach (var note in document.Footnotes)
        {
            Collect(note.Content, ids);
        }

        return ids;
    }

    /// <summary>A name as it may stand in <c>id</c> and behind <c>#</c>: without white space (HTML, 3.2.6) and colons.</summary>
    public static string Clean(string id) =>
        id.Any(IsUnfit) ? string.Concat(id.Select(c => IsUnfit(c) ? '-' : c)) : id;

    private static bool IsUnfit(char c) => char.IsWhiteSpace(c) || c is ':' or '%';

    private static void Collect(ValueList<Block> blocks, HashSet<string> ids)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Heading { Id: { } id }:
                    ids.Add(id);
                    break;
                case Quote quote:
                    Collect(quote.Content, ids);
                    break;
                case UnorderedList list:
                    Collect(list.Items, ids);
                    break;
                case OrderedList list:
                    Collect(list.Items, ids);
                    break;
                case Table table:
                    Collect(table.HeaderRows, ids);
                    Collect(table.Rows, ids);
                    break;
            }
        }
    }

    private static void Collect(ValueList<ListItem> items, HashSet<string> ids)
    {
        foreach (var item in items)
        {
            Collect(item.Content, ids);
        }
    }

    private static void Collect(ValueList<TableRow> rows, HashSet<string> ids)
    {
        foreach (var row in rows)
        {
            foreach (var cell in row.Cells)
            {
                Collect(cell.Content, ids);
            }
        }
    }
}
