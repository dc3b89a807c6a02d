using Publisher.Typesetting.Flows;

namespace Publisher.Typesetting.Pages;

/// <summary>Sets what stands across the columns at the head of the first page.</summary>
internal sealed class PageOpening
{
    // What takes more of the page leaves no columns worth the name below it.
    private const double MostOfPage = 0.6;

    public PageOpening(PageDesign design, PageGeometry geometry, SettingContext context)
    {
        Below = geometry;
        if (design.Opening.IsEmpty)
            return;

        var slabs = new GalleySetter(context, geometry.Measure, geometry.LeastHeight, design.Window).Set(design.Opening);
        var height = GalleySetter.HeightOf(slabs) + design.OpeningGap.Points;
        if (height > geometry.FirstHeight * MostOfPage || slabs.Exists(slab => slab.Notes is not null))
            return;
        (Slabs, Below) = (slabs, geometry.Below(height));
    }

    /// <summary>Its slabs; none if it does not stand across the columns.</summary>
    public List<Slab> Slabs { get; } = [];

    /// <summary>The page with what is left to the columns.</summary>
    public PageGeometry Below { get; }

    /// <summary>Whether it stands across the columns.</summary>
    public bool IsAcross => Slabs.Count > 0;
}
