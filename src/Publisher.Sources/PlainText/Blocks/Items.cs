using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Blocks;

/// <summary>Makes units with list marks items and finds how deep they stand.</summary>
internal static class Items
{
    private const int Deepest = 6;

    /// <summary>Gives items their kind and depth: a mark of another kind below an item, or further in, opens a deeper list.</summary>
    public static void Find(UnitView view)
    {
        var open = new List<ListMark>();
        for (var i = 0; i < view.Units.Count; i++)
        {
            var unit = view.Units[i];
            if (unit.Kind != UnitKind.Paragraph || unit.Mark is not { } mark)
            {
                if (unit.Kind != UnitKind.InItem)
                {
                    open.Clear();
                }

                continue;
            }

            var level = open.FindLastIndex(other => IsSame(other, mark));
            if (level < 0)
            {
                // Back to a list further out, or into a deeper one.
                while (open.Count > 0 && (mark.Column < open[^1].Column - 1 || open.Count >= Deepest))
                {
                    open.RemoveAt(open.Count - 1);
                }

                level = open.Count;
            }

            open.RemoveRange(level, open.Count - level);
            open.Add(mark);
            unit.Kind = UnitKind.Item;
            unit.Level = level + 1;
        }
    }

    private static bool IsSame(ListMark a, ListMark b) =>
        a.Kind == b.Kind && a.Glyph == b.Glyph && Math.Abs(a.Column - b.Column) <= 1
        && (a.IsBullet || b.Number == a.Number + 1);
}
