using Publisher.Model;
using Publisher.Templates.Brands;

namespace Publisher.Editions.Html;

/// <summary>Writes the house's mark.</summary>
internal static class LogoWriter
{
    /// <summary>Writes the mark, with its form for dark surfaces where the brand has one; nothing if neither can be shown.</summary>
    public static void Write(HtmlWriter html, HtmlPage page, Logo logo, Logo? dark)
    {
        if (Picture(logo) is not { } picture)
        {
            return;
        }

        var darkPicture = dark is null ? null : Picture(dark);
        if (darkPicture is not null)
        {
            html.Markup("<picture><source media=\"screen and (prefers-color-scheme: dark)\" srcset=\""u8);
            ImageWriter.AddressOf(html, page, darkPicture).Markup("\">"u8);
        }

        // The style sheet sets the height; the numbers tell the browser the shape before that.
        var height = Math.Max(1, (int)Math.Round(logo.Height.Pixels, MidpointRounding.AwayFromZero));
        var width = Math.Max(1, (int)Math.Round(height * logo.AspectRatio, MidpointRounding.AwayFromZero));
        html.Markup(darkPicture is null ? "<img class=\"logo on-light\""u8 : "<img class=\"logo\""u8).Attribute("alt"u8, logo.AlternativeText);
        ImageWriter.Source(html, page, picture with { Width = width, Height = height }).Markup(">"u8);
        html.Markup(darkPicture is null ? "\n"u8 : "</picture>\n"u8);
    }

    private static EmbeddedPicture? Picture(Logo logo) => Picture(logo.Vector) ?? Picture(logo.Raster);

    private static EmbeddedPicture? Picture(Resource? resource) => resource is null ? null : ImageWriter.Embeddable(resource);
}
