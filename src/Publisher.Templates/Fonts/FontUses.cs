using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Templates.Brands;
using Publisher.Templates.Files;

namespace Publisher.Templates.Fonts;

/// <summary>The families behind the names that styles use: <c>base</c>, <c>headings</c>, <c>monospace</c>.</summary>
internal sealed class FontUses
{
    private readonly Dictionary<string, string> _families = new(StringComparer.Ordinal);

    private FontUses()
    {
    }

    /// <summary>The names.</summary>
    public static ValueList<string> All { get; } = ["base", "headings", "monospace"];

    /// <summary>Finds the family of each use: the brand's if its font is at hand, else the standard's.</summary>
    /// <param name="brand">The brand.</param>
    /// <param name="standard">The standard; its families are at hand.</param>
    /// <param name="families">The families at hand.</param>
    /// <param name="log">Where missing fonts are named.</param>
    public static FontUses Of(BrandFile brand, BrandFile standard, IReadOnlyCollection<string> families, TemplateLog log)
    {
        var uses = new FontUses();
        foreach (var use in All)
        {
            // brand-yml: headings are set in the base font unless they have their own.
            var isNamed = brand.FontUses.TryGetValue(use, out var named)
                || (use == "headings" && brand.FontUses.TryGetValue("base", out named));
            var fallback = standard.FontUses[use].Family;
            uses._families[use] = isNamed && families.Contains(named.Family) ? named.Family : fallback;
            if (isNamed && uses._families[use] != named.Family && brand.FontUses.ContainsKey(use))
            {
                log.Warn(
                    DiagnosticCode.FontMissing,
                    named.Place,
                    $"The font \"{named.Family}\" is not at hand; \"{fallback}\" takes its place.",
                    "Put its files into the brand's folder and name them under typography.fonts with source: file, or name a folder that has them with --fonts. Nothing is fetched from the web.");
            }
        }

        return uses;
    }

    /// <summary>The family of a use, or the family itself.</summary>
    public string FamilyOf(string font) => _families.GetValueOrDefault(font, font);
}
