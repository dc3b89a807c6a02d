using Ganss.Xss;
using Publisher.Sources.Links;

namespace Publisher.Sources.Markdown;

/// <summary>
/// Lets of a tag through what its allow lists name: elements that hold text, their language and the address of a link.
/// Only tags go through it, never the words between them: a repairing HTML parser moves text out of tables and drops what stands in an
/// element it refuses, and a statement's words may do neither.
/// </summary>
internal sealed class TagSanitizer
{
    private static readonly string[] Elements =
        ("a abbr address article aside b bdi bdo big blockquote body caption center cite code dd del details dfn div dl dt em figcaption figure "
        + "footer h1 h2 h3 h4 h5 h6 header hgroup i ins kbd li main mark nav ol p pre q s samp section small span strike strong sub summary sup "
        + "table tbody td tfoot th thead time tr tt u ul var").Split(' ');

    private readonly HtmlSanitizer _sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(Elements, StringComparer.Ordinal),
        AllowedAttributes = new HashSet<string>(["href", "lang", "xml:lang"], StringComparer.Ordinal),
        AllowedSchemes = new HashSet<string>(LinkTarget.Schemes, StringComparer.Ordinal),
        UriAttributes = new HashSet<string>(["href"], StringComparer.Ordinal),
    });

    private readonly Dictionary<string, HtmlTag?> _known = new(StringComparer.Ordinal);

    /// <summary>What is left of an opening tag; null if nothing is.</summary>
    /// <param name="tag">The tag as read.</param>
    /// <param name="original">As it stands in the source.</param>
    public HtmlTag? Clean(HtmlTag tag, string original)
    {
        if (!_known.TryGetValue(original, out var clean))
        {
            // A part of a table is none outside of one.
            var place = tag.Name switch
            {
                "td" or "th" => "<table><tr>",
                "tr" or "caption" or "tbody" or "thead" or "tfoot" => "<table>",
                _ => "",
            };
            var element = _sanitizer.SanitizeDom(place + original).Body!.QuerySelector(tag.Name);
            clean = element is null ? null : tag with { Language = element.GetAttribute("lang") ?? element.GetAttribute("xml:lang"), Target = element.GetAttribute("href") };
            _known.Add(original, clean);
        }

        return clean;
    }
}
