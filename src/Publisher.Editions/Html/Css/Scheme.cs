using Publisher.Templates;
using Publisher.Templates.Brands;

namespace Publisher.Editions.Html.Css;

/// <summary>
/// The colours of the page by name, each with a twin for dark surfaces. The twins are computed, so that no template needs a second
/// palette: text is lightened until it stands out from the dark page as it did from the light one.
/// </summary>
internal sealed class Scheme
{
    // WCAG 2.2, 1.4.3 wants 4.5 for text; more than 7 (1.4.6) is no gain, and white on black glares: body text is set apart below.
    private const double LeastContrast = 4.5;
    private const double MostContrast = 7;
    private const double RuleContrast = 1.5;
    private const double DarkestLuminance = 0.02;

    private readonly Palette _palette;
    private readonly List<(string Name, Colour Light, Colour Dark)> _entries = [];

    public Scheme(Palette palette)
    {
        _palette = palette;
        DarkPage = Darkened(palette.Dark);

        // Pure white on black glares; a tenth of the page in it keeps more than 12:1.
        DarkText = Lightened(palette.Light.Mix(DarkPage, 0.1), DarkPage, 12);
    }

    /// <summary>The dark page.</summary>
    public Colour DarkPage { get; }

    /// <summary>Text on the dark page.</summary>
    public Colour DarkText { get; }

    /// <summary>The colours named so far, in order.</summary>
    public IReadOnlyList<(string Name, Colour Light, Colour Dark)> Entries => _entries;

    /// <summary>The page itself.</summary>
    public string Page() => Name("page", _palette.Background, DarkPage);

    /// <summary>A text's colour.</summary>
    /// <param name="name">Name of a new variable, if the pair is not there yet.</param>
    /// <param name="colour">On light surfaces.</param>
    /// <param name="ground">The colour behind it; null for the page's.</param>
    public string Text(string name, Colour colour, Colour? ground)
    {
        var darkGround = ground is { } g ? DarkGround(g) : DarkPage;
        var lightGround = ground ?? _palette.Background;
        if (colour == _palette.Foreground && ground is null)
        {
            return Name(name, colour, DarkText);
        }

        if (darkGround == ground)
        {
            return Name(name, colour, colour);
        }

        var wanted = Math.Clamp(colour.ContrastWith(lightGround), LeastContrast, MostContrast);
        return Name(name, colour, Lightened(colour, darkGround, wanted));
    }

    /// <summary>A colour behind text.</summary>
    public string Ground(string name, Colour colour) => Name(name, colour, DarkGround(colour));

    /// <summary>A rule's colour.</summary>
    public string Rule(string name, Colour colour) => Name(name, colour, Lightened(Subdued(colour), DarkPage, RuleContrast));

    /// <summary>A light rule must not shine: it is as far from the dark page as it was from the light one.</summary>
    private Colour Subdued(Colour colour) =>
        colour.Luminance > 0.5 ? DarkPage.Mix(DarkText, 1 - Math.Clamp(colour.Luminance, 0.5, 0.8)) : colour;

    /// <summary>A light ground becomes a little lighter than the dark page; a strong one stays, for its text is light already.</summary>
    private Colour DarkGround(Colour colour) => colour.Luminance > 0.3 ? DarkPage.Mix(DarkText, 0.1) : colour;

    private string Name(string name, Colour light, Colour dark)
    {
        foreach (var entry in _entries)
        {
            if (entry.Light == light && entry.Dark == dark)
            {
                return entry.Name;
            }
        }

        _entries.Add((name, light, dark));
        return name;
    }

    private static Colour Lightened(Colour colour, Colour ground, double wanted)
    {
        const int Steps = 40;
        for (var step = 0; step < Steps; step++)
        {
            var lighter = colour.Mix(Colour.White, step / (double)Steps);
            if (lighter.ContrastWith(ground) >= wanted)
            {
                return lighter;
            }
        }

        return Colour.White;
    }

    private static Colour Darkened(Colour colour)
    {
        const int Steps = 20;
        for (var step = 0; step < Steps; step++)
        {
            var darker = colour.Mix(Colour.Black, step / (double)Steps);
            if (darker.Luminance <= DarkestLuminance)
            {
                return darker;
            }
        }

        return Colour.Black;
    }
}
