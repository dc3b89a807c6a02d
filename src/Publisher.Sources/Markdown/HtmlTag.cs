namespace Publisher.Sources.Markdown;

/// <summary>A tag of HTML in Markdown.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="IsClosing">True for <c>&lt;/b&gt;</c>.</param>
/// <param name="Language">Value of <c>lang</c>; null if not stated.</param>
/// <param name="Target">Value of <c>href</c>; null if not stated.</param>
internal sealed record HtmlTag(string Name, bool IsClosing, string? Language, string? Target)
{
    // HTML Living Standard, 4 (elements) and 16.2 (obsolete ones that still occur).
    private static readonly HashSet<string> Elements = new(
        ("a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code col colgroup "
        + "data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header "
        + "hgroup hr html i iframe img input ins kbd label legend li link main map mark math menu meta meter nav noscript object ol optgroup "
        + "option output p param picture pre progress q rp rt ruby s samp script search section select slot small source span strike strong "
        + "style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Breaking = new(
        ("address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 "
        + "h6 head header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead title tr ul").Split(' '),
        StringComparer.Ordinal);

    /// <summary>True if the element stands in lines of its own.</summary>
    public bool IsBlock => Breaking.Contains(Name);

    /// <summary>True if what stands between opening and closing tag is no text for readers.</summary>
    public bool HoldsNoText => Name is "script" or "style";

    /// <summary>
    /// Reads a tag; null if it is no tag of HTML, as in "&lt;Name&gt;" or "a &lt;b und c&gt; d": an unknown element, or an attribute without a
    /// value (HTML has such attributes, but on no element that belongs in a statement).
    /// </summary>
    /// <param name="tag">From <c>&lt;</c> to <c>&gt;</c>.</param>
    public static HtmlTag? Parse(string tag)
    {
        var inner = tag.AsSpan(1, tag.Length - 2);
        var isClosing = inner.StartsWith("/");
        inner = inner.TrimStart('/').TrimEnd('/');
        var end = inner.IndexOfAnyExcept(Letters);
        var name = (end < 0 ? inner : inner[..end]).ToString().ToLowerInvariant();
        if (!Elements.Contains(name))
        {
            return null;
        }

        var (language, target) = ((string?)null, (string?)null);
        var rest = end < 0 ? [] : inner[end..].Trim(White);
        while (!rest.IsEmpty)
        {
            if (!TryAttribute(ref rest, out var attribute, out var value))
            {
                return null;
            }

            language = attribute is "lang" or "xml:lang" ? value : language;
            target = attribute == "href" ? value : target;
        }

        return new HtmlTag(name, isClosing, language, target);
    }

    private static ReadOnlySpan<char> White => " \t\r\n\f";

    private static ReadOnlySpan<char> Letters => "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static bool TryAttribute(ref ReadOnlySpan<char> rest, out string name, out string value)
    {
        (name, value) = ("", "");
        var equals = rest.IndexOf('=');
        if (equals <= 0 || rest[..equals].TrimEnd(White).ContainsAny(White))
        {
            return false;
        }

        name = rest[..equals].TrimEnd(White).ToString().ToLowerInvariant();
        rest = rest[(equals + 1)..].TrimStart(White);
        var quoted = !rest.IsEmpty && rest[0] is '"' or '\'';
        var length = quoted ? rest[1..].IndexOf(rest[0]) : rest.IndexOfAny(White);
        if (quoted && length < 0)
        {
            return false;
        }

        length = length < 0 ? rest.Length : length;
        value = System.Net.WebUtility.HtmlDecode((quoted ? rest.Slice(1, length) : rest[..length]).ToString());
        rest = rest[(quoted ? length + 2 : length)..].TrimStart(White);
        return true;
    }
}
