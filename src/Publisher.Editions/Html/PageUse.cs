using Publisher.Templates.Styles;

namespace Publisher.Editions.Html;

/// <summary>What a page shows, so that its style sheet need say nothing about the rest: most statements are text and little else.</summary>
internal readonly record struct PageUse
{
    private ulong Roles { get; init; }

    private PageParts Parts { get; init; }

    /// <summary>Everything a page of a house may show.</summary>
    public static PageUse AllOf(Templates.Brands.Brand brand)
    {
        var all = new PageUse { Roles = ulong.MaxValue, Parts = (PageParts)~0 };
        return brand.Logo is null ? all with { Parts = all.Parts & ~PageParts.Logo } : all;
    }

    /// <summary>Also text of a role.</summary>
    public PageUse With(StyleRole role) => this with { Roles = Roles | (1UL << (int)role) };

    /// <summary>Also a part.</summary>
    public PageUse With(PageParts part) => this with { Parts = Parts | part };

    /// <summary>True if text of this role is shown.</summary>
    public bool Has(StyleRole role) => (Roles & (1UL << (int)role)) != 0;

    /// <summary>True if this part is shown.</summary>
    public bool Has(PageParts part) => (Parts & part) != PageParts.None;
}

/// <summary>Parts of a page that are no roles of text.</summary>
[Flags]
internal enum PageParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Lists.</summary>
    Lists = 1,

    /// <summary>Images and figures.</summary>
    Images = 2,

    /// <summary>Breaks in the thought.</summary>
    Breaks = 4,

    /// <summary>Raised or lowered text.</summary>
    Scripts = 8,

    /// <summary>Abbreviations.</summary>
    Abbreviations = 16,

    /// <summary>The house's mark.</summary>
    Logo = 32,

    /// <summary>Lists of publications.</summary>
    Publications = 64,
}
