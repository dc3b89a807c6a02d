using Publisher.Model;

namespace Publisher.Templates.Brands;

/// <summary>A house: its name, its mark and its colours (from <c>_brand.yml</c>, see brand-yml).</summary>
public sealed record Brand
{
    /// <summary>Full name; null if the brand leaves it to the statement's organisation.</summary>
    public string? Name { get; init; }

    /// <summary>Short name for narrow places; null if there is none.</summary>
    public string? ShortName { get; init; }

    /// <summary>Home page; null if not stated.</summary>
    public string? WebAddress { get; init; }

    /// <summary>
    /// Where the house puts its statements on the web: a folder, with a slash at the end; null if not stated.
    /// </summary>
    public string? PublicationsAddress { get; init; }

    /// <summary>The mark for paper; null if the brand has none.</summary>
    public Logo? Logo { get; init; }

    /// <summary>The mark for dark surfaces; null if <see cref="Logo"/> serves there too.</summary>
    public Logo? DarkLogo { get; init; }

    /// <summary>Colours of the roles.</summary>
    public Palette Palette { get; init; } = new();
}

/// <summary>A mark.</summary>
/// <param name="Vector">SVG; null if there is none.</param>
/// <param name="Raster">PNG, for readers that cannot show SVG; null if there is none.</param>
/// <param name="AlternativeText">What it says; empty if decorative.</param>
/// <param name="Height">Height in the letterhead.</param>
/// <param name="AspectRatio">Width divided by height.</param>
public sealed record Logo(Resource? Vector, Resource? Raster, string AlternativeText, Length Height, double AspectRatio);

/// <summary>The colours by role, as brand-yml names them.</summary>
public sealed record Palette
{
    /// <summary>Text.</summary>
    public Colour Foreground { get; init; } = Colour.Black;

    /// <summary>Page.</summary>
    public Colour Background { get; init; } = Colour.White;

    /// <summary>Headings, rules, accents.</summary>
    public Colour Primary { get; init; } = Colour.Black;

    /// <summary>Second accent.</summary>
    public Colour Secondary { get; init; } = new(0x55, 0x55, 0x55);

    /// <summary>Third accent.</summary>
    public Colour Tertiary { get; init; } = new(0x77, 0x77, 0x77);

    /// <summary>Links.</summary>
    public Colour Link { get; init; } = Colour.Black;

    /// <summary>Light surface.</summary>
    public Colour Light { get; init; } = new(0xF4, 0xF4, 0xF4);

    /// <summary>Dark surface.</summary>
    public Colour Dark { get; init; } = new(0x1A, 0x1A, 0x1A);
}
