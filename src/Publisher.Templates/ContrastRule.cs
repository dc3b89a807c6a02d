using System.Globalization;
using Publisher.Model.Diagnostics;
using Publisher.Templates.Brands;
using Publisher.Templates.Files;
using Publisher.Templates.Styles;

namespace Publisher.Templates;

/// <summary>WCAG 2.2, 1.4.3 "Contrast (Minimum)", level AA: text against what lies behind it.</summary>
internal static class ContrastRule
{
    private const double ForText = 4.5;
    private const double ForLargeText = 3;

    /// <summary>Names the pairs of colours whose contrast is too low, each once with all the styles that have it.</summary>
    /// <param name="looks">Styles with what was declared of them: the template's, and those for kinds of statement.</param>
    /// <param name="page">The colour of the page.</param>
    /// <param name="colours">The brand's colours.</param>
    /// <param name="standardFile">The file of the standard's styles, which nobody is asked to change.</param>
    /// <param name="log">Where they are named.</param>
    public static void Check(
        IEnumerable<(StyleSheet Styles, IReadOnlyDictionary<StyleRole, StyleDeclaration> Declarations)> looks,
        Colour page,
        ColourTable colours,
        string standardFile,
        TemplateLog log)
    {
        var faults = looks.SelectMany(look => Enum.GetValues<StyleRole>().Select(role => FaultOf(role, look.Styles[role], look.Declarations, page)));
        foreach (var fault in faults.OfType<Fault>().GroupBy(fault => (fault.Pair, Place: PlaceOf(fault.Stated, colours, standardFile))))
        {
            Report(fault.Key.Pair, fault.Key.Place, [.. fault], log);
        }
    }

    /// <summary>The nearest colour that passes: the same one, darkened or lightened just as far as needed.</summary>
    public static Colour Nearest(Colour text, Colour behind, double least)
    {
        // Dark text on light ground is darkened, light text on dark ground lightened.
        var end = behind.ContrastWith(Colour.Black) >= behind.ContrastWith(Colour.White) ? Colour.Black : Colour.White;
        for (var step = 1; step < 256; step++)
        {
            var candidate = text.Mix(end, step / 256.0);
            if (candidate.ContrastWith(behind) >= least)
            {
                return candidate;
            }
        }

        return end;
    }

    /// <summary>At least 18 pt, or 14 pt bold.</summary>
    private static bool IsLarge(Style style) => style.Size.Points >= 18 || (style.Size.Points >= 14 && style.Weight >= 700);

    private static Fault? FaultOf(StyleRole role, Style style, IReadOnlyDictionary<StyleRole, StyleDeclaration> declarations, Colour page)
    {
        var pair = (Text: style.Colour, Behind: style.Background ?? page);
        var least = IsLarge(style) ? ForLargeText : ForText;
        return pair.Text.ContrastWith(pair.Behind) < least ? new Fault(role, pair, StyleResolver.ColourOf(declarations, role), least) : null;
    }

    /// <summary>Where to mend it: at the style, or where the brand states the colour that a style of the standard names.</summary>
    private static Place PlaceOf(StatedColour? stated, ColourTable colours, string standardFile) =>
        stated is not null && stated.Place.File != standardFile
            ? stated.Place
            : (stated is null ? null : colours.WhereIs(stated.Written)) ?? colours.WhereIs("background") ?? default;

    private static void Report((Colour Text, Colour Behind) pair, Place place, Fault[] faults, TemplateLog log)
    {
        var written = faults[0].Stated?.Written;
        var name = written is null || written.StartsWith('#') ? pair.Text.ToString() : $"\"{written}\" ({pair.Text})";
        var styles = faults.Select(fault => KebabCase.Of(fault.Role.ToString())).Distinct(StringComparer.Ordinal).ToArray();
        var least = faults.Max(fault => fault.Least);
        log.Warn(
            DiagnosticCode.ContrastLow,
            place,
            $"The text colour {name} has a contrast of {Ratio(pair.Text.ContrastWith(pair.Behind))} with {pair.Behind} in the "
                + $"{(styles.Length == 1 ? "style" : "styles")} {string.Join(", ", styles)}; WCAG AA asks for {Ratio(least)}.",
            $"The nearest colour that passes is {Nearest(pair.Text, pair.Behind, least)}.");
    }

    private static string Ratio(double ratio) => (Math.Floor(ratio * 100) / 100).ToString("0.##", CultureInfo.InvariantCulture) + ":1";

    /// <summary>A style whose text is too pale.</summary>
    private sealed record Fault(StyleRole Role, (Colour Text, Colour Behind) Pair, StatedColour? Stated, double Least);
}
