using Publisher.Templates.Styles;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Publisher.Editions.Docx;

/// <summary>
/// The fonts the styles name (ECMA-376-1, 17.8.3), each with what a machine without it may use instead: the alternative and the class
/// keep the look near where the brand's own font is missing.
/// </summary>
internal static class FontTablePart
{
    public static W.Fonts Write(StyleSheet styles)
    {
        var fonts = new W.Fonts();
        foreach (var family in Enum.GetValues<StyleRole>().Select(role => styles[role].FontFamily).Distinct(StringComparer.Ordinal))
        {
            var (alternative, kind, pitch) = ClassOf(family);
            fonts.Append(new W.Font(
                new W.AltName { Val = alternative },
                new W.FontFamily { Val = kind },
                new W.Pitch { Val = pitch })
            { Name = family });
        }

        return fonts;
    }

    // A family's name says its class in almost every case; what it does not say is taken for a sans serif.
    private static (string Alternative, W.FontFamilyValues Class, W.FontPitchValues Pitch) ClassOf(string family) => family switch
    {
        _ when Says(family, "mono", "code", "courier", "consol") => ("Courier New", W.FontFamilyValues.Modern, W.FontPitchValues.Fixed),
        _ when Says(family, "sans", "grotesk", "gothic") => ("Arial", W.FontFamilyValues.Swiss, W.FontPitchValues.Variable),
        _ when Says(family, "serif", "times", "garamond", "georgia", "roman", "antiqua") => ("Times New Roman", W.FontFamilyValues.Roman, W.FontPitchValues.Variable),
        _ => ("Arial", W.FontFamilyValues.Swiss, W.FontPitchValues.Variable),
    };

    private static bool Says(string family, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (family.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
