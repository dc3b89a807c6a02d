using Publisher.Editions.Docx.Package;
using Publisher.Templates.Fonts;

namespace Publisher.Editions.Docx.Looks;

/// <summary>
/// The fonts the styles name (ECMA-376-1, 17.8.3), each with what a machine without it may use instead: the alternative and the class
/// keep the look near where the brand's own font is missing. Fonts that may be embedded lie in the file.
/// </summary>
internal static class FontTablePart
{
    /// <summary>Writes the part.</summary>
    /// <param name="families">The families, each once.</param>
    /// <param name="embedded">The faces that lie in the file; the n-th is the relationship <c>rIdn</c>.</param>
    public static PartContent Write(IEnumerable<string> families, IReadOnlyList<(FontFile File, EmbeddedFont Font)> embedded)
    {
        using var xml = new PartWriter();
        xml.Markup("<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"u8);
        foreach (var family in families)
        {
            var (alternative, kind, pitch) = ClassOf(family);
            xml.Markup("<w:font"u8).Attribute("w:name"u8, family).Markup(">"u8).Value("altName"u8, alternative)
                .Value("charset"u8, "00").Value("family"u8, kind).Value("pitch"u8, pitch);
            Embed(xml, family, embedded, "embedRegular"u8, isBold: false, isItalic: false);
            Embed(xml, family, embedded, "embedBold"u8, isBold: true, isItalic: false);
            Embed(xml, family, embedded, "embedItalic"u8, isBold: false, isItalic: true);
            Embed(xml, family, embedded, "embedBoldItalic"u8, isBold: true, isItalic: true);
            xml.Markup("</w:font>"u8);
        }

        return xml.Markup("</w:fonts>"u8).End();
    }

    private static void Embed(
        PartWriter xml, string family, IReadOnlyList<(FontFile File, EmbeddedFont Font)> embedded, ReadOnlySpan<byte> element, bool isBold, bool isItalic)
    {
        for (var i = 0; i < embedded.Count; i++)
        {
            var (file, font) = embedded[i];
            if (file.Family == family && file.Italic == isItalic && file.Weight >= StyleWriter.BoldFrom == isBold)
            {
                xml.Markup("<w:"u8).Markup(element).Attribute("r:id"u8, $"rId{i + 1}").Attribute("w:fontKey"u8, font.Key).Markup(font.IsSubset ? " w:subsetted=\"1\"/>"u8 : "/>"u8);
                return;
            }
        }
    }

    // A family's name says its class in almost every case; what it does not say is taken for a sans serif.
    private static (string Alternative, string Class, string Pitch) ClassOf(string family) => family switch
    {
        _ when Says(family, "mono", "code", "courier", "consol") => ("Courier New", "modern", "fixed"),
        _ when Says(family, "sans", "grotesk", "gothic") => ("Arial", "swiss", "variable"),
        _ when Says(family, "serif", "times", "garamond", "georgia", "roman", "antiqua") => ("Times New Roman", "roman", "variable"),
        _ => ("Arial", "swiss", "variable"),
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
