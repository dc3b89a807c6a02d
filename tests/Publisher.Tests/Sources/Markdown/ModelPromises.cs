using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Model.Words;

namespace Publisher.Tests.Sources.Markdown;

/// <summary>What the documentation of the model promises about every document.</summary>
internal static class ModelPromises
{
    public static void Check(Document document)
    {
        var notes = document.Footnotes.Select(note => note.Id).ToList();
        Assert.Equal(notes.Count, notes.Distinct(StringComparer.Ordinal).Count());
        Assert.NotEmpty(document.Metadata.Language);
        foreach (var inline in InlineWalk.Of(document))
        {
            Check(inline, notes);
        }

        foreach (var block in document.Blocks.Concat(document.Footnotes.SelectMany(note => note.Content)))
        {
            Check(block);
        }
    }

    private static void Check(Inline inline, List<string> notes)
    {
        switch (inline)
        {
            case Text text:
                Assert.NotEmpty(text.Value);
                Assert.DoesNotContain(text.Value, char.IsControl);
                break;
            case Link link:
                Assert.False(link.Content.IsEmpty);
                Assert.Matches("^(https?|mailto|tel):.|^#.", link.Target);
                Assert.DoesNotContain(InlineWalk.Of(link.Content), inner => inner is Link);
                break;
            case FootnoteReference reference:
                Assert.Contains(reference.Id, notes);
                break;
        }
    }

    private static void Check(Block block)
    {
        switch (block)
        {
            case Heading heading:
                Assert.InRange(heading.Level, 1, 6);
                Assert.False(heading.Content.IsEmpty);
                break;
            case Paragraph paragraph:
                Assert.False(paragraph.Content.IsEmpty);
                break;
            case UnorderedList list:
                CheckItems(list.Items);
                break;
            case OrderedList list:
                Assert.True(list.Start >= 0);
                CheckItems(list.Items);
                break;
            case Quote quote:
                CheckAll(quote.Content);
                break;
            case Table table:
                CheckRows(table, table.HeaderRows);
                CheckRows(table, table.Rows);
                break;
        }
    }

    private static void CheckItems(ValueList<ListItem> items)
    {
        Assert.NotEmpty(items);
        foreach (var item in items)
        {
            CheckAll(item.Content);
        }
    }

    private static void CheckAll(ValueList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Check(block);
        }
    }

    private static void CheckRows(Table table, ValueList<TableRow> rows)
    {
        var free = new int[table.Columns.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in rows[row].Cells)
            {
                while (free[column] > row)
                {
                    column++;
                }

                CheckAll(cell.Content);
                Assert.True(row + cell.RowSpan <= rows.Count);
                for (var c = 0; c < cell.ColumnSpan; c++)
                {
                    Assert.True(free[column] <= row);
                    free[column++] = row + cell.RowSpan;
                }
            }

            Assert.All(free, end => Assert.True(end > row));
        }
    }
}
