using System.Text;

using Publisher.Editions.Pdf.Objects;
using Publisher.Editions.Pdf.Structure;
using Publisher.Typesetting;
using Publisher.Typesetting.Frames;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>The areas that lead somewhere when clicked (ISO 32000-1, 12.5.6.5): one for each line a link stands on.</summary>
internal sealed class LinkAnnotations
{
    private const int Print = 4;

    private readonly StructureTree _tree;
    private readonly Dictionary<StructureNode, List<(PdfReference Annotation, int Page)>> _byNode = new(ReferenceEqualityComparer.Instance);
    private readonly List<(int Page, StructureNode Node, Area Area, PdfReference Reference)> _all = [];
    private readonly Dictionary<int, List<PdfReference>> _byPage = [];
    private readonly int _firstKey;

    /// <summary>Finds the areas on all pages.</summary>
    public LinkAnnotations(StructureTree tree, IReadOnlyList<Page> pages, PdfFile file)
    {
        _tree = tree;
        _firstKey = pages.Count;
        for (var i = 0; i < pages.Count; i++)
            Find(pages[i], i, file);
    }

    public int Count => _all.Count;

    /// <summary>Keys of the parent tree with the elements they lead to.</summary>
    public IEnumerable<(int Key, StructureNode Node)> Keys => _all.Select((link, i) => (_firstKey + i, link.Node));

    public IReadOnlyList<(PdfReference Annotation, int Page)> Of(StructureNode node) => _byNode.GetValueOrDefault(node) ?? [];

    public IReadOnlyList<PdfReference> OnPage(int page) => _byPage.GetValueOrDefault(page) ?? [];

    /// <summary>Writes the annotations.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="pages">The page objects.</param>
    /// <param name="places">Where elements stand.</param>
    /// <param name="heights">Heights of the pages in points.</param>
    public void Write(PdfFile file, IReadOnlyList<PdfReference> pages, PlaceFinder places, IReadOnlyList<double> heights)
    {
        for (var i = 0; i < _all.Count; i++)
        {
            var (page, node, area, reference) = _all[i];
            var key = _firstKey + i;
            var height = heights[page];
            file.Add(reference, w =>
            {
                w.OpenDictionary().Key("Type").Name("Annot").Key("Subtype").Name("Link").Key("Rect").OpenArray();
                w.Number(area.Left).Number(height - area.Bottom).Number(area.Right).Number(height - area.Top).CloseArray();
                w.Key("Border").OpenArray().Number(0).Number(0).Number(0).CloseArray();
                w.Key("F").Number(Print).Key("P").Reference(pages[page]).Key("StructParent").Number(key);
                w.Key("Contents").Text(node.Link!.Description);
                WriteTarget(w, node.Link, pages, places, heights);
                w.CloseDictionary();
            });
        }
    }

    private static void WriteTarget(
        PdfWriter w,
        LinkTarget target,
        IReadOnlyList<PdfReference> pages,
        PlaceFinder places,
        IReadOnlyList<double> heights)
    {
        if (target.Address is not null)
        {
            w.Key("A").OpenDictionary().Key("S").Name("URI").Key("URI").String(AsciiOf(target.Address)).CloseDictionary();
            return;
        }

        var (page, top) = places.Of(target.Place!) ?? (0, 0);
        w.Key("Dest");
        PlaceFinder.WriteDestination(w, pages[page], heights[page] - top);
    }

    // RFC 3986: what is not ASCII travels as its UTF-8 bytes with per cent signs.
    private static byte[] AsciiOf(string address)
    {
        var ascii = new StringBuilder(address.Length);
        foreach (var b in Encoding.UTF8.GetBytes(address))
        {
            if (b is > 0x20 and < 0x7F)
                ascii.Append((char)b);
            else
                ascii.Append(System.Globalization.CultureInfo.InvariantCulture, $"%{b:X2}");
        }

        return Encoding.ASCII.GetBytes(ascii.ToString());
    }

    private void Find(Page page, int index, PdfFile file)
    {
        StructureNode? openNode = null;
        var open = default(Area);
        foreach (var frame in page.Frames)
        {
            var node = frame.Artifact == ArtifactKind.None ? LinkOf(frame.Structure) : null;
            var area = node is null ? default : AreaOf(frame);
            if (node is not null && node == openNode && Math.Abs(area.Bottom - open.Bottom) < (area.Bottom - area.Top) / 2)
            {
                open = open.Join(area);
                continue;
            }

            Add(openNode, open, index, file);
            (openNode, open) = (node, area);
        }

        Add(openNode, open, index, file);
    }

    private void Add(StructureNode? node, Area area, int page, PdfFile file)
    {
        if (node is null)
            return;
        var reference = file.Reserve();
        _all.Add((page, node, area, reference));
        if (!_byNode.TryGetValue(node, out var list))
            _byNode.Add(node, list = []);
        list.Add((reference, page));
        if (!_byPage.TryGetValue(page, out var onPage))
            _byPage.Add(page, onPage = []);
        onPage.Add(reference);
    }

    private StructureNode? LinkOf(StructureId slot)
    {
        if (slot == StructureId.None)
            return null;
        for (var node = _tree.OwnerOf(slot); node is not null; node = node.Parent)
        {
            if (node.Link is not null)
                return node;
        }

        return null;
    }

    private static Area AreaOf(Frame frame) => frame switch
    {
        GlyphRun run => new Area(
            run.X.Points,
            run.Y.Points - (run.Size.Points * run.Face.Metrics.Ascender / run.Face.Metrics.UnitsPerEm),
            run.X.Points + run.Width.Points,
            run.Y.Points - (run.Size.Points * run.Face.Metrics.Descender / run.Face.Metrics.UnitsPerEm)),
        PictureFrame picture => new Area(
            picture.X.Points,
            picture.Y.Points,
            picture.X.Points + picture.Width.Points,
            picture.Y.Points + picture.Height.Points),
        _ => default,
    };

    // In points from the upper left corner of the page.
    private readonly record struct Area(double Left, double Top, double Right, double Bottom)
    {
        public Area Join(Area other) => new(
            Math.Min(Left, other.Left),
            Math.Min(Top, other.Top),
            Math.Max(Right, other.Right),
            Math.Max(Bottom, other.Bottom));
    }
}
