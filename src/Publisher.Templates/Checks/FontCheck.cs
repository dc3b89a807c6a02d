using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Templates.Fonts;
using Publisher.Templates.Styles;

namespace Publisher.Templates.Checks;

/// <summary>Examines the fonts that a template's styles use. It reads them all, so it is no part of an export.</summary>
public static class FontCheck
{
    // What texts of a language use beyond ASCII: its letters and its quotation marks, dashes and signs.
    private const string Everywhere = "–…€§°";
    private static readonly (string Language, string Characters)[] Needed =
    [
        ("de", "ÄÖÜäöüß„“‚‘’»«›‹"),
        ("en", "“”‘’£é"),
        ("fr", "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ«»’"),
    ];

    /// <summary>What is wrong with the fonts: no font at all, embedding forbidden, letters missing.</summary>
    /// <param name="template">The template.</param>
    /// <param name="languages">Languages its statements are in, as BCP 47 tags.</param>
    public static ValueList<Diagnostic> Of(Template template, ValueList<string> languages)
    {
        ArgumentNullException.ThrowIfNull(template);
        var sheets = template.Kinds.Select(special => special.Template.Styles).Prepend(template.Styles).ToArray();
        var families = Enum.GetValues<StyleRole>().SelectMany(role => sheets.Select(sheet => sheet[role].FontFamily)).ToHashSet(StringComparer.Ordinal);
        return template.Fonts
            .Where(font => families.Contains(font.Family))
            .DistinctBy(font => (font.Family, font.Italic, font.Name, font.Index))
            .SelectMany(font => Examine(font, languages))
            .ToValueList();
    }

    private static IEnumerable<Diagnostic> Examine(FontFile font, ValueList<string> languages)
    {
        var file = new OpenTypeFile(font.Content, font.Index);
        if (!file.IsFont)
        {
            yield return new Diagnostic(
                DiagnosticCode.FontMissing,
                DiagnosticSeverity.Error,
                $"{NameOf(font)} is not a font file.",
                "Use an OpenType font (.ttf or .otf); web fonts are not read.");
            yield break;
        }

        if (file.ForbidsEmbedding)
        {
            yield return new Diagnostic(
                DiagnosticCode.FontNotEmbeddable,
                DiagnosticSeverity.Error,
                $"{NameOf(font)} says that it must not be embedded in documents.",
                "Ask its maker for a licence, or use another font.");
        }
        else if (file.ForbidsSubsetting)
        {
            yield return new Diagnostic(
                DiagnosticCode.FontNotEmbeddable,
                DiagnosticSeverity.Warning,
                $"{NameOf(font)} says that it must be embedded as a whole.",
                "Editions embed the part they need; ask its maker, or use another font.");
        }

        foreach (var language in (IEnumerable<string>)languages)
        {
            var missing = MissingFor(language, file);
            if (missing.Length > 0)
            {
                yield return new Diagnostic(
                    DiagnosticCode.GlyphMissing,
                    DiagnosticSeverity.Warning,
                    $"{NameOf(font)} lacks {string.Join(' ', missing)}, which texts in \"{language}\" need.",
                    "Another font takes their place, which shows; use a font that has them.");
            }
        }
    }

    private static char[] MissingFor(string language, OpenTypeFile file)
    {
        var primary = language.Split('-')[0].ToLowerInvariant();
        var letters = Needed.FirstOrDefault(pair => pair.Language == primary).Characters ?? string.Empty;
        return (letters + Everywhere).Where(c => !file.Has(c)).ToArray();
    }

    private static string NameOf(FontFile font) => $"The font \"{font.Family}\" {font.Weight}{(font.Italic ? " italic" : string.Empty)}";
}
