using Publisher.Editions.Pdf.Objects;
using Publisher.Editions.Pdf.Structure;
using Publisher.Typesetting;
using Publisher.Typesetting.Frames;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>Where elements stand on the pages, for the outline, for links inside the document and for figures.</summary>
internal sealed class PlaceFinder
{
    private readonly (int Page, double Top)[] _bySlot;
    private readonly Dictionary<StructureId, (double Left, double Bottom, double Right, double Top)> _pictures = [];

    /// <summary>Reads the pages once.</summary>
    public PlaceFinder(StructureTree tree, IReadOnlyList<Page> pages)
    {
        _bySlot = new (int, double)[tree.SlotCount];
        Array.Fill(_bySlot, (-1, 0));
        for (var i = 0; i < pages.Count; i++)
        {
            foreach (var frame in pages[i].Frames)
            {
                ref var place = ref _bySlot[frame.Structure.Value];
                if (frame.Structure != StructureId.None && place.Page < 0)
                    place = (i, TopOf(frame));
                if (frame.Structure != StructureId.None && frame is PictureFrame picture)
                    _pictures.TryAdd(frame.Structure, EdgesOf(picture, pages[i].Height.Points));
            }
        }
    }

    /// <summary>Page (zero-based) and distance from its upper edge in points; null if the element is on no page.</summary>
    public (int Page, double Top)? Of(StructureNode node)
    {
        foreach (var child in node.Children)
        {
            var place = child.Node is null
                ? _bySlot[child.Slot.Value] is { Page: >= 0 } own ? own : null
                : Of(child.Node);
            if (place is not null)
                return place;
        }

        return null;
    }

    /// <summary>The edges of an element's picture in the coordinates of its page; null if it has none.</summary>
    public (double Left, double Bottom, double Right, double Top)? PictureOf(StructureNode node)
    {
        foreach (var child in node.Children)
        {
            if (child.Node is null && _pictures.TryGetValue(child.Slot, out var edges))
                return edges;
        }

        return null;
    }

    /// <summary>An explicit destination (ISO 32000-1, 12.3.2.2) at the left edge; magnification as the reader has it.</summary>
    public static void WriteDestination(PdfWriter w, PdfReference page, double top) =>
        w.OpenArray().Reference(page).Name("XYZ").Number(0).Number(top).Null().CloseArray();

    private static (double Left, double Bottom, double Right, double Top) EdgesOf(PictureFrame picture, double height)
    {
        var top = height - picture.Y.Points;
        return (picture.X.Points, top - picture.Height.Points, picture.X.Points + picture.Width.Points, top);
    }

    private static double TopOf(Frame frame) => frame is GlyphRun run ? run.Y.Points - (run.Size.Points * 1.2) : frame.Y.Points;
}
