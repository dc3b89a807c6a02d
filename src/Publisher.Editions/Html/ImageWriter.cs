using Publisher.Editions.Pictures;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Templates.Labels;

namespace Publisher.Editions.Html;

/// <summary>Writes images: into the page itself, so that it asks for nothing, or beside it.</summary>
internal static class ImageWriter
{
    private const string Svg = "image/svg+xml";

    /// <summary>Writes an image, or its alternative text where it cannot be shown.</summary>
    public static HtmlWriter Write(HtmlWriter html, HtmlPage page, Image image, InlineWriter line)
    {
        page.Show(PageParts.Images);
        if (page.ResourceOf(image.Source) is not { } resource || Embeddable(resource) is not { } picture)
        {
            page.Report(
                DiagnosticCode.ImageNotRendered,
                DiagnosticSeverity.Warning,
                $"The image \"{image.Source}\" cannot be shown on the web; its alternative text is.",
                "Use a PNG, JPEG, GIF, WebP or SVG file that lies beside the statement.",
                image.Span);
            if (image.AlternativeText is not { Length: > 0 } alternative)
            {
                return html;
            }

            html.Markup("<span class=\"missing\">"u8);
            return line.Characters(page.Locale.Format(Label.Image, alternative)).Markup("</span>"u8);
        }

        html.Markup("<img"u8).Attribute("alt"u8, image.AlternativeText ?? "");
        return Source(html, page, picture).Markup(">"u8);
    }

    /// <summary>Writes <c>src</c> and, so that the text need not move when the image appears, <c>width</c> and <c>height</c>.</summary>
    public static HtmlWriter Source(HtmlWriter html, HtmlPage page, EmbeddedPicture picture)
    {
        if (picture.Width > 0)
        {
            html.Markup(" width=\""u8).Number(picture.Width).Markup("\" height=\""u8).Number(picture.Height).Markup("\""u8);
        }

        html.Markup(" src=\""u8);
        return AddressOf(html, page, picture).Markup("\""u8);
    }

    /// <summary>Writes where a browser finds the image: beside the page, or in a <c>data:</c> address (RFC 2397).</summary>
    public static HtmlWriter AddressOf(HtmlWriter html, HtmlPage page, EmbeddedPicture picture) => page.Assets is { } assets
        ? html.Text(AssetFiles.Folder).Text(assets.Add("image", ExtensionOf(picture.MediaType), picture.Content))
        : html.Markup("data:"u8).Text(picture.MediaType).Markup(";base64,"u8).Base64(picture.Content.Span);

    /// <summary>An image as it may stand in the page; null if its content is of no kind that browsers show.</summary>
    public static EmbeddedPicture? Embeddable(Resource resource)
    {
        var bytes = resource.Content.AsSpan();
        if (PictureHeader.Read(bytes) is { } header)
        {
            return new EmbeddedPicture(header.MediaType, bytes.ToArray(), header.Width, header.Height);
        }

        var isVector = resource.MediaType == Svg || resource.Name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);
        return isVector && SvgCleaner.CleanOrNull(bytes) is { } clean ? new EmbeddedPicture(Svg, clean, 0, 0) : null;
    }

    private static string ExtensionOf(string mediaType) => mediaType switch
    {
        Svg => "svg",
        "image/jpeg" => "jpg",
        _ => mediaType[(mediaType.IndexOf('/', StringComparison.Ordinal) + 1)..],
    };
}

/// <summary>An image that is safe to embed.</summary>
/// <param name="MediaType">By content.</param>
/// <param name="Content">The bytes.</param>
/// <param name="Width">In pixels; 0 if not known.</param>
/// <param name="Height">In pixels; 0 if not known.</param>
internal sealed record EmbeddedPicture(string MediaType, ReadOnlyMemory<byte> Content, int Width, int Height);
