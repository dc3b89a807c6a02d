using Publisher.Editions.Docx.Package;
using Publisher.Templates;
using Publisher.Templates.Brands;

namespace Publisher.Editions.Docx.Looks;

/// <summary>
/// The brand's colours and fonts as places of the theme (ECMA-376-1, 17.18.97 and 20.1.6.2), so that a style follows when somebody
/// picks another theme, and Word's pickers offer the house's own.
/// </summary>
internal sealed class ThemePlaces
{
    private readonly List<(Colour Colour, string Place)> _colours;
    private readonly string _body;
    private readonly string _heading;

    public ThemePlaces(Palette palette, string bodyFont, string headingFont)
    {
        // The first that fits counts.
        _colours =
        [
            (palette.Foreground, "text1"), (palette.Primary, "accent1"), (palette.Secondary, "accent2"), (palette.Tertiary, "accent3"),
            (palette.Link, "hyperlink"), (palette.Light, "background2"), (palette.Dark, "text2"), (palette.Background, "background1"),
        ];
        (_body, _heading) = (bodyFont, headingFont);
    }

    /// <summary>Writes an attribute that names the place of a colour; nothing if the brand has no such colour.</summary>
    /// <param name="xml">Where.</param>
    /// <param name="attribute">Such as <c>w:themeColor</c>.</param>
    /// <param name="colour">The colour.</param>
    public void Write(PartWriter xml, ReadOnlySpan<byte> attribute, Colour colour) =>
        xml.Attribute(attribute, _colours.Find(pair => pair.Colour == colour).Place);

    /// <summary>Writes the fonts of characters, <c>w:rFonts</c>: a place of the theme where the family is one of its two.</summary>
    public void WriteFonts(PartWriter xml, string family)
    {
        if (family == _body || family == _heading)
        {
            xml.Markup(family == _body
                ? "<w:rFonts w:asciiTheme=\"minorHAnsi\" w:eastAsiaTheme=\"minorEastAsia\" w:hAnsiTheme=\"minorHAnsi\" w:cstheme=\"minorBidi\"/>"u8
                : "<w:rFonts w:asciiTheme=\"majorHAnsi\" w:eastAsiaTheme=\"majorEastAsia\" w:hAnsiTheme=\"majorHAnsi\" w:cstheme=\"majorBidi\"/>"u8);
            return;
        }

        xml.Markup("<w:rFonts"u8).Attribute("w:ascii"u8, family).Attribute("w:hAnsi"u8, family).Attribute("w:cs"u8, family).Markup("/>"u8);
    }
}
