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

    /// <summary>Names the pairs of colours whose contrast is too low, also in the styles of single kinds of statement, each once.</summary>
    public static void Check(Template template, ColourTable colours, TemplateLog log)
    {
        var seen = new HashSet<(Colour Text, Colour Behind)>();
        var sheets = template.Kinds.Select(special => special.Template.Styles).Prepend(template.Styles).ToArray();
        foreach (var (role, style) in sheets.SelectMany(sheet => Enum.GetValues<StyleRole>().Select(role => (role, sheet[role]))))
        {
            var behind = style.Background ?? template.Brand.Palette.Background;
            var least = IsLarge(style) ? ForLargeText : ForText;
            if (style.Colour.ContrastWith(behind) < least && seen.Add((style.Colour, behind)))
            {
                Report(role, style.Colour, behind, least, colours, log);
            }
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

    private static void Report(StyleRole role, Colour text, Colour behind, double least, ColourTable colours, TemplateLog log)
    {
        var source = colours.WhereIs(text) ?? colours.WhereIs(behind);
        var name = colours.WhereIs(text) is { } named ? $"{named.Name} ({text})" : text.ToString();
        log.Warn(
            DiagnosticCode.ContrastLow,
            source?.Place ?? default,
            $"The text colour {name} of the style \"{KebabCase.Of(role.ToString())}\" has a contrast of {Ratio(text.ContrastWith(behind))} with {behind}; "
                + $"WCAG AA asks for {Ratio(least)}.",
            $"The nearest colour that passes is {Nearest(text, behind, least)}.");
    }

    private static string Ratio(double ratio) => (Math.Floor(ratio * 100) / 100).ToString("0.##", CultureInfo.InvariantCulture) + ":1";
}
