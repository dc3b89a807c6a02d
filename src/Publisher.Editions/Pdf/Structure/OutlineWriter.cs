using Publisher.Editions.Pdf.Drawing;
using Publisher.Editions.Pdf.Objects;

namespace Publisher.Editions.Pdf.Structure;

/// <summary>An entry of the outline.</summary>
/// <param name="Level">1 for the outermost.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Node">The heading.</param>
internal sealed record OutlineEntry(int Level, string Title, StructureNode Node);

/// <summary>Writes the outline (ISO 32000-1, 12.3.3).</summary>
internal sealed class OutlineWriter(PdfFile file, IReadOnlyList<PdfReference> pages, PlaceFinder places, IReadOnlyList<double> heights)
{
    /// <summary>Writes the entries; a level that is skipped counts as the next one.</summary>
    /// <returns>The root; null if there is no entry.</returns>
    public PdfReference? Write(IReadOnlyList<OutlineEntry> entries)
    {
        if (entries.Count == 0)
            return null;

        var root = new Item(file.Reserve(), null);
        var open = new Stack<(int Level, Item Item)>();
        open.Push((0, root));
        foreach (var entry in entries)
        {
            while (open.Peek().Level >= entry.Level)
                open.Pop();
            var item = new Item(file.Reserve(), entry);
            open.Peek().Item.Children.Add(item);
            open.Push((entry.Level, item));
        }

        file.Add(root.Reference, w =>
        {
            w.OpenDictionary().Key("Type").Name("Outlines");
            WriteChildren(w, root);
            w.CloseDictionary();
        });
        WriteItems(root);
        return root.Reference;
    }

    private void WriteItems(Item parent)
    {
        for (var i = 0; i < parent.Children.Count; i++)
        {
            var item = parent.Children[i];
            var before = i > 0 ? parent.Children[i - 1] : null;
            var after = i + 1 < parent.Children.Count ? parent.Children[i + 1] : null;
            file.Add(item.Reference, w => WriteItem(w, item, parent, before, after));
            WriteItems(item);
        }
    }

    private void WriteItem(PdfWriter w, Item item, Item parent, Item? before, Item? after)
    {
        var (page, top) = places.Of(item.Entry!.Node) ?? (0, 0);
        w.OpenDictionary().Key("Title").Text(item.Entry.Title).Key("Parent").Reference(parent.Reference);
        if (before is not null)
            w.Key("Prev").Reference(before.Reference);
        if (after is not null)
            w.Key("Next").Reference(after.Reference);
        w.Key("Dest");
        PlaceFinder.WriteDestination(w, pages[page], heights[page] - top);
        w.Key("SE").Reference(item.Entry.Node.Reference);
        WriteChildren(w, item);
        w.CloseDictionary();
    }

    private static void WriteChildren(PdfWriter w, Item item)
    {
        if (item.Children.Count == 0)
            return;
        w.Key("First").Reference(item.Children[0].Reference).Key("Last").Reference(item.Children[^1].Reference);
        w.Key("Count").Number(item.CountAll());
    }

    private sealed class Item(PdfReference reference, OutlineEntry? entry)
    {
        public PdfReference Reference { get; } = reference;

        public OutlineEntry? Entry { get; } = entry;

        public List<Item> Children { get; } = [];

        public int CountAll() => Children.Sum(c => 1 + c.CountAll());
    }
}
