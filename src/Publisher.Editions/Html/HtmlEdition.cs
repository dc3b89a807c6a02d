using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Publisher.Editions.Html.Css;
using Publisher.Editions.Html.Fonts;
using Publisher.Model;
using Publisher.Templates;
using Publisher.Templates.Brands;
using Publisher.Templates.Styles;

namespace Publisher.Editions.Html;

/// <summary>
/// The web edition: one file that any site can host and anyone can read. It asks for nothing (or, if wanted, for the files beside it),
/// runs nothing, and obeys the strict policy in its head. In order: the body, which tells what the fonts must have; the style sheets;
/// the head, which holds them.
/// </summary>
internal sealed class HtmlEdition : IEdition
{
    // PERF: the style sheet that the statements of a template share is written once.
    private readonly ConditionalWeakTable<StyleSheet, ConcurrentDictionary<SheetKey, StyleElement>> _sheets = [];

    private readonly WebFonts _fonts = new();

    /// <inheritdoc/>
    public string Format => "html";

    /// <inheritdoc/>
    public string Extension => ".html";

    /// <inheritdoc/>
    public string MediaType => "text/html";

    /// <inheritdoc/>
    public Rendering Render(EditionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var page = new HtmlPage(request);
        if (request.Fragment)
        {
            return RenderingOf(page, BodyWriter.WriteFragment(page));
        }

        var body = BodyWriter.Write(page);

        // A file beside the pages serves them all, so it says everything.
        var shared = SheetOf(request, page.Assets is null ? page.Use : PageUse.AllOf(request.Template.Brand));
        var own = OwnSheet.WriteOrNull(page, _fonts);

        var html = new HtmlWriter();
        HeadWriter.Write(html, page, own is null ? [shared] : [shared, StyleElement.Of(own)]);
        html.DangerouslyUnencoded(body.Written.Span).Markup("</body>\n</html>\n"u8);
        return RenderingOf(page, html);
    }

    private static Rendering RenderingOf(HtmlPage page, HtmlWriter html) =>
        new(html.Written, page.Diagnostics.ToValueList()) { Assets = page.Assets?.All ?? [] };

    private StyleElement SheetOf(EditionRequest request, PageUse use)
    {
        var brand = request.Template.Brand;
        var key = new SheetKey(brand.Palette, brand.Logo?.Height, request.Edition, use);
        return _sheets.GetOrCreateValue(request.Template.Styles)
            .GetOrAdd(key, static (key, template) => StyleElement.Of(SheetWriter.Write(template, key.Edition, key.Use)), request.Template);
    }

    /// <summary>What the shared style sheet is made of besides the styles.</summary>
    private sealed record SheetKey(Palette Palette, Length? LogoHeight, EditionSpec Edition, PageUse Use);
}
