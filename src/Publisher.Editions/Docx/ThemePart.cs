using System.Security;
using System.Text;
using Publisher.Templates;
using Publisher.Templates.Styles;

namespace Publisher.Editions.Docx;

/// <summary>The theme (ECMA-376-1, 20.1.6.9): the brand's colours and fonts, so that Word's own pickers offer them.</summary>
internal static class ThemePart
{
    public static byte[] Write(Template template)
    {
        var palette = template.Brand.Palette;
        var heading = SecurityElement.Escape(template.Styles[StyleRole.Heading1].FontFamily);
        var body = SecurityElement.Escape(template.Styles[StyleRole.Body].FontFamily);
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>")
            .Append("<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Publisher\"><a:themeElements><a:clrScheme name=\"Publisher\">");
        foreach (var (name, colour) in ((string, Colour)[])
            [
                ("dk1", palette.Foreground), ("lt1", palette.Background), ("dk2", palette.Dark), ("lt2", palette.Light),
                ("accent1", palette.Primary), ("accent2", palette.Secondary), ("accent3", palette.Tertiary),
                ("accent4", palette.Primary.Mix(Colour.White, 0.4)), ("accent5", palette.Secondary.Mix(Colour.White, 0.4)),
                ("accent6", palette.Tertiary.Mix(Colour.White, 0.4)), ("hlink", palette.Link), ("folHlink", palette.Link),
            ])
        {
            xml.Append($"<a:{name}><a:srgbClr val=\"{colour.Hex}\"/></a:{name}>");
        }

        xml.Append("</a:clrScheme><a:fontScheme name=\"Publisher\">");
        foreach (var (name, font) in ((string, string?)[])[("majorFont", heading), ("minorFont", body)])
        {
            xml.Append($"<a:{name}><a:latin typeface=\"{font}\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:{name}>");
        }

        // The format scheme is required and says nothing about a text document: plain fills, thin lines, no effects.
        const string Fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
        const string Line = "<a:ln w=\"9525\">" + Fill + "</a:ln>";
        const string Effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
        xml.Append("</a:fontScheme><a:fmtScheme name=\"Publisher\">")
            .Append("<a:fillStyleLst>").Append(Fill).Append(Fill).Append(Fill).Append("</a:fillStyleLst>")
            .Append("<a:lnStyleLst>").Append(Line).Append(Line).Append(Line).Append("</a:lnStyleLst>")
            .Append("<a:effectStyleLst>").Append(Effect).Append(Effect).Append(Effect).Append("</a:effectStyleLst>")
            .Append("<a:bgFillStyleLst>").Append(Fill).Append(Fill).Append(Fill).Append("</a:bgFillStyleLst>")
            .Append("</a:fmtScheme></a:themeElements></a:theme>");
        return Encoding.UTF8.GetBytes(xml.ToString());
    }
}
