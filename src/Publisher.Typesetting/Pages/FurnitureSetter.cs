using System.Globalization;

using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Frames;

namespace Publisher.Typesetting.Pages;

/// <summary>Sets headers and footers, once to know their height and once for each page.</summary>
internal sealed class FurnitureSetter(PageDesign design, SettingContext context)
{
    private readonly GalleySetter _galley = new(context, PageGeometry.MeasureOf(design), design.Height.Points);

    public FurnitureHeights Measure() => new(
        HeightOf(Set(design.FirstHeader, ArtifactKind.Header)),
        HeightOf(Set(design.Header, ArtifactKind.Header)),
        HeightOf(Set(design.FirstFooter, ArtifactKind.Footer)),
        HeightOf(Set(design.Footer, ArtifactKind.Footer)));

    /// <summary>The header and footer of a page, placed.</summary>
    /// <param name="number">One-based.</param>
    /// <param name="pages">Number of pages.</param>
    /// <param name="section">For running heads.</param>
    public (List<Frame> Header, List<Frame> Footer) Set(int number, int pages, string section)
    {
        context.References[new Reference(ReferenceKind.Page)] = number.ToString(CultureInfo.InvariantCulture);
        context.References[new Reference(ReferenceKind.Pages)] = pages.ToString(CultureInfo.InvariantCulture);
        context.References[new Reference(ReferenceKind.Section)] = section;
        var (header, footer) = number == 1 ? (design.FirstHeader, design.FirstFooter) : (design.Header, design.Footer);
        var footerSlabs = Set(footer, ArtifactKind.Footer);
        var footerTop = design.Height.Points - footer.Distance.Points - HeightOf(footerSlabs);
        return (Place(Set(header, ArtifactKind.Header), header.Distance.Points, ArtifactKind.Header),
            Place(footerSlabs, footerTop, ArtifactKind.Footer));
    }

    /// <summary>The line behind the text, along the sheet's diagonal; the same on every page.</summary>
    public List<Frame> SetBackdrop()
    {
        if (design.Backdrop is null)
            return [];

        var (width, height) = (design.Width.Points, design.Height.Points);
        var diagonal = Math.Sqrt((width * width) + (height * height));
        context.Artifact = ArtifactKind.Backdrop;
        var slabs = new GalleySetter(context, diagonal, height).Set([design.Backdrop]);
        context.Artifact = ArtifactKind.None;
        var turn = Math.Atan2(height, width) * 180 / Math.PI;
        var (x, y) = ((width - diagonal) / 2, (height - HeightOf(slabs)) / 2);
        return [.. slabs.SelectMany(s => s.Frames).Select(f => f.Shifted(x, y) with { Turn = turn })];
    }

    private List<Slab> Set(Furniture furniture, ArtifactKind kind)
    {
        if (furniture.Blocks.IsEmpty)
            return [];
        context.Artifact = kind;
        var slabs = _galley.Set(furniture.Blocks);
        context.Artifact = ArtifactKind.None;
        return slabs;
    }

    private static double HeightOf(List<Slab> slabs)
    {
        var height = 0.0;
        for (var i = 0; i < slabs.Count; i++)
            height += slabs[i].Height + (i > 0 ? slabs[i].SpaceBefore : 0);
        return height;
    }

    private List<Frame> Place(List<Slab> slabs, double y, ArtifactKind kind)
    {
        var frames = new List<Frame>();
        var surrounds = new SurroundExtents();
        var x = design.MarginLeft.Points;
        for (var i = 0; i < slabs.Count; i++)
        {
            y += i > 0 ? slabs[i].SpaceBefore : 0;
            foreach (var frame in slabs[i].Frames)
                frames.Add(frame.Shifted(x, y));
            surrounds.Extend(slabs[i].Surround, y, y + slabs[i].Height);
            y += slabs[i].Height;
        }

        var all = new List<Frame>();
        surrounds.Draw(x, all);
        for (var i = 0; i < all.Count; i++)
            all[i] = all[i] with { Artifact = kind };
        all.AddRange(frames);
        return all;
    }
}
