using System.Globalization;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Words;

namespace Publisher.Editions.Html;

/// <summary>Writes what machines read: policy, title, description, relations, data for sharing and searching, style.</summary>
internal static class HeadWriter
{
    // What default-src does not cover.
    private static ReadOnlySpan<byte> Destinations => "base-uri 'none'; form-action 'none'"u8;

    private static ReadOnlySpan<byte> PolicyStart => "<meta http-equiv=\"Content-Security-Policy\" content=\""u8;

    /// <summary>Writes everything before the body.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="page">The page.</param>
    /// <param name="data">JSON-LD; holds no <c>&lt;</c>.</param>
    /// <param name="sheets">Style sheets, in order; each is allowed by its hash.</param>
    public static void Write(HtmlWriter html, HtmlPage page, ReadOnlyMemory<byte> data, params ReadOnlySpan<StyleElement> sheets)
    {
        html.Markup("<!DOCTYPE html>\n<html"u8).Attribute("lang"u8, page.Language);
        html.Attribute("dir"u8, HtmlPage.IsRightToLeft(page.Language) ? "rtl" : null);
        html.Markup(">\n<head>\n<meta charset=\"utf-8\">\n"u8);
        Policy(html, page, sheets);
        html.Markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>"u8)
            .Text(page.Title).Markup("</title>\n"u8);
        Facts(html, page);
        Relations(html, page);
        Sharing(html, page);
        html.Markup("<script type=\"application/ld+json\">"u8).DangerouslyUnencoded(data.Span).Markup("</script>\n"u8);
        Styles(html, page, sheets);

        html.Markup("</head>\n<body>\n"u8);
    }

    /// <summary>The summary, or what the statement itself says first of all; null if neither is at hand.</summary>
    public static string? DescriptionOf(Document document)
    {
        if (document.Metadata.Summary is { Length: > 0 } summary)
        {
            return OneLine(summary);
        }

        foreach (var block in document.Blocks)
        {
            if (block is Paragraph { Role: ParagraphRole.Lead } lead)
            {
                return OneLine(PlainText.Of(lead.Content));
            }
        }

        return document.Metadata.Subtitle.IsEmpty ? null : OneLine(PlainText.Of(document.Metadata.Subtitle));
    }

    /// <summary>
    /// Nothing may run, and nothing be loaded: images and fonts stand in the page, styles are known by their hashes (CSP 3). With files
    /// beside the page, only those of its own site are loaded.
    /// </summary>
    private static void Policy(HtmlWriter html, HtmlPage page, ReadOnlySpan<StyleElement> sheets)
    {
        html.Markup(PolicyStart).Markup("default-src 'none'; "u8)
            .Markup(page.Assets is null ? "img-src data:; font-src data:"u8 : "img-src 'self'; font-src 'self'"u8)
            .Markup("; style-src"u8);
        if (page.Assets is not null)
        {
            html.Markup(" 'self'"u8);
        }
        else
        {
            foreach (var sheet in sheets)
            {
                html.Markup(" 'sha256-"u8).Base64(sheet.Sha256.Span).Markup("'"u8);
            }
        }

        // A browser obeys all policies of a page. The Nu checker holds a page against the last one only, and takes "data:" for forbidden
        // by every list of sources, even by "*"; so the last one lists none.
        html.Markup("; "u8).Markup(Destinations).Markup("\">\n"u8)
            .Markup(PolicyStart).Markup(Destinations).Markup("\">\n"u8);
    }

    private static void Styles(HtmlWriter html, HtmlPage page, ReadOnlySpan<StyleElement> sheets)
    {
        foreach (var sheet in sheets)
        {
            if (page.Assets is { } assets)
            {
                html.Markup("<link rel=\"stylesheet\""u8).Attribute("href"u8, AssetFiles.Folder + assets.Add("style", "css", sheet.Css)).Markup(">\n"u8);
            }
            else
            {
                // Made here from escaped strings and numbers only; it holds no "<", see CssWriter.
                html.Markup("<style>"u8).DangerouslyUnencoded(sheet.Css.Span).Markup("</style>\n"u8);
            }
        }
    }

    private static void Facts(HtmlWriter html, HtmlPage page)
    {
        var metadata = page.Document.Metadata;
        Meta(html, "description"u8, DescriptionOf(page.Document));
        Meta(html, "author"u8, metadata.Authors.IsEmpty ? metadata.Organisation : string.Join(", ", metadata.Authors));
        Meta(html, "keywords"u8, metadata.Keywords.IsEmpty ? null : string.Join(", ", metadata.Keywords));

        // What may not be published yet must not be found, wherever a copy of the file ends up.
        Meta(html, "robots"u8, metadata.Embargo is null ? null : "noindex");
        Meta(html, "generator"u8, page.IsCollection ? Publications.PublicationIndex.Mark : null);
        var palette = page.Request.Template.Brand.Palette;
        html.Markup("<meta name=\"theme-color\""u8).Attribute("content"u8, palette.Background.ToString()).Markup(">\n"u8);
    }

    private static void Relations(HtmlWriter html, HtmlPage page)
    {
        var metadata = page.Document.Metadata;
        if (page.WebAddress is { } address)
        {
            html.Markup("<link rel=\"canonical\""u8).Attribute("href"u8, address).Markup(">\n"u8);
        }

        foreach (var translation in metadata.Translations)
        {
            Translation(html, translation.Language, Address.WebOrNull(translation.WebAddress));
        }

        // Search engines want each page of a set of translations to name itself as well.
        Translation(html, page.Language, metadata.Translations.IsEmpty ? null : page.WebAddress);

        if (page.Feed is { } feed)
        {
            html.Markup("<link rel=\"alternate\" type=\"application/atom+xml\""u8).Attribute("href"u8, feed).Markup(">\n"u8);
        }

        foreach (var sibling in page.Request.Siblings)
        {
            html.Markup("<link rel=\"alternate\""u8).Attribute("type"u8, sibling.MediaType)
                .Attribute("href"u8, Address.OfFile(sibling.FileName)).Markup(">\n"u8);
        }
    }

    private static void Translation(HtmlWriter html, string language, string? address)
    {
        if (address is not null)
        {
            html.Markup("<link rel=\"alternate\""u8).Attribute("hreflang"u8, language).Attribute("href"u8, address).Markup(">\n"u8);
        }
    }

    /// <summary>Open Graph (ogp.me) and the card of X; an image would need an absolute address, which a file does not know.</summary>
    private static void Sharing(HtmlWriter html, HtmlPage page)
    {
        var metadata = page.Document.Metadata;
        Property(html, "og:type"u8, page.IsCollection ? "website" : "article");
        Property(html, "og:title"u8, page.Title);
        Property(html, "og:description"u8, DescriptionOf(page.Document));
        Property(html, "og:url"u8, page.WebAddress);
        Property(html, "og:site_name"u8, metadata.Organisation ?? page.Request.Template.Brand.Name);
        Property(html, "og:locale"u8, GraphLocale(page.Language));
        Property(html, "article:published_time"u8, metadata.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Meta(html, "twitter:card"u8, "summary");
    }

    /// <summary>Language and territory with an underscore; the language's first home where no territory is stated, else null.</summary>
    private static string? GraphLocale(string language)
    {
        var parts = language.Split('-');
        return parts switch
        {
            [var tongue, { Length: 2 } land] => $"{tongue.ToLowerInvariant()}_{land.ToUpperInvariant()}",
            ["de"] => "de_DE",
            ["en"] => "en_GB",
            ["fr"] => "fr_FR",
            _ => null,
        };
    }

    private static void Meta(HtmlWriter html, ReadOnlySpan<byte> name, string? content)
    {
        if (content is { Length: > 0 })
        {
            html.Markup("<meta name=\""u8).Markup(name).Markup("\""u8).Attribute("content"u8, content).Markup(">\n"u8);
        }
    }

    private static void Property(HtmlWriter html, ReadOnlySpan<byte> name, string? content)
    {
        if (content is { Length: > 0 })
        {
            html.Markup("<meta property=\""u8).Markup(name).Markup("\""u8).Attribute("content"u8, content).Markup(">\n"u8);
        }
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A style sheet with the hash by which the policy allows it.</summary>
/// <param name="Css">UTF-8; holds no <c>&lt;/</c>.</param>
/// <param name="Sha256">Of the same bytes.</param>
internal sealed record StyleElement(ReadOnlyMemory<byte> Css, ReadOnlyMemory<byte> Sha256)
{
    /// <summary>Makes the element of a style sheet.</summary>
    public static StyleElement Of(byte[] css) => new(css, SecureHash.Sha256(css));
}
