using Publisher.Editions.Docx.Package;
using Publisher.Templates;
using Publisher.Templates.Brands;

namespace Publisher.Editions.Docx.Looks;

/// <summary>The theme (ECMA-376-1, 20.1.6.9): the brand's colours and fonts, so that Word's own pickers offer them.</summary>
internal static class ThemePart
{
    // The accents that a brand does not name are lighter shades of those that it does.
    private const double Lighter = 0.4;

    public static PartContent Write(Brand brand, string bodyFont, string headingFont)
    {
        var palette = brand.Palette;
        var name = brand.Name ?? "Publisher";
        using var xml = new PartWriter();
        xml.Markup("<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""u8).Attribute("name"u8, name)
            .Markup("><a:themeElements><a:clrScheme"u8).Attribute("name"u8, name).Markup(">"u8);
        Colour(xml, "dk1"u8, palette.Foreground);
        Colour(xml, "lt1"u8, palette.Background);
        Colour(xml, "dk2"u8, palette.Dark);
        Colour(xml, "lt2"u8, palette.Light);
        Colour(xml, "accent1"u8, palette.Primary);
        Colour(xml, "accent2"u8, palette.Secondary);
        Colour(xml, "accent3"u8, palette.Tertiary);
        Colour(xml, "accent4"u8, palette.Primary.Mix(Templates.Colour.White, Lighter));
        Colour(xml, "accent5"u8, palette.Secondary.Mix(Templates.Colour.White, Lighter));
        Colour(xml, "accent6"u8, palette.Tertiary.Mix(Templates.Colour.White, Lighter));
        Colour(xml, "hlink"u8, palette.Link);
        Colour(xml, "folHlink"u8, palette.Link);
        xml.Markup("</a:clrScheme><a:fontScheme"u8).Attribute("name"u8, name).Markup("><a:majorFont><a:latin"u8).Attribute("typeface"u8, headingFont)
            .Markup("/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:majorFont><a:minorFont><a:latin"u8).Attribute("typeface"u8, bodyFont)
            .Markup("/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:minorFont></a:fontScheme>"u8);

        // The format scheme is required and says nothing about a text document: plain fills, thin lines, no effects.
        xml.Markup("<a:fmtScheme"u8).Attribute("name"u8, name).Markup("><a:fillStyleLst>"u8);
        Three(xml, "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"u8);
        xml.Markup("</a:fillStyleLst><a:lnStyleLst>"u8);
        Three(xml, "<a:ln w=\"9525\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>"u8);
        xml.Markup("</a:lnStyleLst><a:effectStyleLst>"u8);
        Three(xml, "<a:effectStyle><a:effectLst/></a:effectStyle>"u8);
        xml.Markup("</a:effectStyleLst><a:bgFillStyleLst>"u8);
        Three(xml, "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"u8);
        return xml.Markup("</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"u8).End();
    }

    private static void Colour(PartWriter xml, ReadOnlySpan<byte> place, Colour colour) => xml
        .Markup("<a:"u8).Markup(place).Markup("><a:srgbClr"u8).Attribute("val"u8, colour.Hex).Markup("/></a:"u8).Markup(place).Markup(">"u8);

    private static void Three(PartWriter xml, ReadOnlySpan<byte> element) => xml.Markup(element).Markup(element).Markup(element);
}
