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

    private readonly SoftHyphens _softHyphens = new();

    // What stands before the body, fonts apart: more than most heads take.
    private const int HeadRoom = 16 * 1024;

    // Pages that show different things have different sheets; few houses have more than this.
    private const int MostSheets = 200;

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
        var page = new HtmlPage(request) { SoftHyphens = request.Edition.SoftHyphens ? _softHyphens : null };
        if (request.Fragment)
        {
            return RenderingOf(page, BodyWriter.WriteFragment(page));
        }

        return Assemble(page, BodyWriter.Write(page), LinkedData.Of(page));
    }

    /// <summary>Makes a page of its body.</summary>
    /// <param name="page">What was noted while the body was written.</param>
    /// <param name="body">The body.</param>
    /// <param name="data">JSON-LD; holds no <c>&lt;</c>.</param>
    public Rendering Assemble(HtmlPage page, HtmlWriter body, ReadOnlyMemory<byte> data)
    {
        var request = page.Request;

        // A file beside the pages serves them all, so it says everything.
        var shared = SheetOf(request, page.Assets is null ? page.Use : PageUse.AllOf(request.Template.Brand));

        // Running lines need letters as well, so the fonts come last.
        var own = OwnSheet.WriteOrNull(page) is { } rules ? StyleElement.Of(rules) : null;
        var fonts = _fonts.SheetOrNull(page);

        var html = new HtmlWriter(body.Written.Length + (fonts?.Css.Length ?? 0) + HeadRoom);
        HeadWriter.Write(html, page, data, new[] { shared, own, fonts }.OfType<StyleElement>().ToArray());
        html.DangerouslyUnencoded(body.Written.Span).Markup("</body>\n</html>\n"u8);
        return RenderingOf(page, html);
    }

    private static Rendering RenderingOf(HtmlPage page, HtmlWriter html) =>
        new(html.Written, page.Diagnostics.ToValueList()) { Assets = page.Assets?.All ?? [] };

    private StyleElement SheetOf(EditionRequest request, PageUse use)
    {
        var brand = request.Template.Brand;
        var key = new SheetKey(brand.Palette, brand.Logo?.Height, request.Edition, use);
        var sheets = _sheets.GetOrCreateValue(request.Template.Styles);
        if (sheets.TryGetValue(key, out var known))
        {
            return known;
        }

        var sheet = StyleElement.Of(SheetWriter.Write(request.Template, key.Edition, key.Use));
        if (sheets.Count < MostSheets)
        {
            sheets.TryAdd(key, sheet);
        }

        return sheet;
    }

    /// <summary>What the shared style sheet is made of besides the styles.</summary>
    private sealed record SheetKey(Palette Palette, Length? LogoHeight, EditionSpec Edition, PageUse Use);
}
