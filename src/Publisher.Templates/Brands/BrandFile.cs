using Publisher.Model;
using Publisher.Templates.Fonts;
using Publisher.Templates.Styles;
using Publisher.Templates.Surroundings;

namespace Publisher.Templates.Brands;

/// <summary>What a <c>_brand.yml</c> states.</summary>
internal sealed record BrandFile
{
    /// <summary>Name, mark and colours.</summary>
    public required Brand Brand { get; init; }

    /// <summary>The named colours.</summary>
    public required ColourTable Colours { get; init; }

    /// <summary>The font files the brand brings along.</summary>
    public ValueList<FontFile> Fonts { get; init; }

    /// <summary>The families that the brand lists, also those whose files are missing: that is said once.</summary>
    public IReadOnlyCollection<string> Families { get; init; } = [];

    /// <summary>Families by use: <c>base</c>, <c>headings</c>, <c>monospace</c>, each where the brand states one.</summary>
    public required IReadOnlyDictionary<string, FontUse> FontUses { get; init; }

    /// <summary>What its typography says about roles.</summary>
    public required IReadOnlyDictionary<StyleRole, StyleDeclaration> Styles { get; init; }

    /// <summary>Where the logo stands; null if not stated.</summary>
    public LogoPlacement? LogoPlacement { get; init; }

    /// <summary>Texts of the house for the surrounding text, by name.</summary>
    public required IReadOnlyDictionary<string, HouseText> Fields { get; init; }
}

/// <summary>A family a brand names.</summary>
/// <param name="Family">Its name.</param>
/// <param name="Place">Where.</param>
internal readonly record struct FontUse(string Family, Files.Place Place);
