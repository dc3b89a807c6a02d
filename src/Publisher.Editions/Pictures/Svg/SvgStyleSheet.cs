using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Publisher.Editions.Pictures.Svg;

/// <summary>
/// The rules of a picture's <c>style</c> elements (CSS Syntax 3; Selectors 4): selectors of a type, a class, an id or these together.
/// </summary>
internal sealed partial class SvgStyleSheet
{
    private readonly List<Rule> _rules = [];

    /// <summary>Reads the rules.</summary>
    /// <param name="root">The outermost element.</param>
    /// <param name="reportIgnored">Called where a rule is not understood.</param>
    public SvgStyleSheet(XElement root, Action reportIgnored)
    {
        foreach (var element in root.Descendants().Where(e => e.Name.LocalName == "style"))
            Read(Comment().Replace(element.Value, " "), reportIgnored);

        // Stable: of rules with the same weight the later one counts.
        _rules = [.. _rules.OrderBy(rule => rule.Weight)];
    }

    /// <summary>The style of an element: attributes, then rules by weight, then its own <c>style</c>.</summary>
    public SvgStyle StyleOf(XElement element, SvgStyle parent)
    {
        var style = parent.Inherited();
        foreach (var attribute in element.Attributes())
        {
            if (attribute.Name.Namespace == XNamespace.None)
                style = style.With(attribute.Name.LocalName, attribute.Value, parent);
        }

        var classes = ((string?)element.Attribute("class") ?? "").Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var rule in _rules)
        {
            if (rule.Fits(element, classes))
                style = Declare(style, rule.Declarations, parent);
        }

        return Declare(style, (string?)element.Attribute("style") ?? "", parent);
    }

    private static SvgStyle Declare(SvgStyle style, string declarations, SvgStyle parent)
    {
        foreach (var declaration in declarations.Split(';'))
        {
            var parts = declaration.Split(':', 2);
            if (parts.Length == 2)
                style = style.With(parts[0].Trim(), parts[1].Trim(), parent);
        }

        return style;
    }

    private void Read(string css, Action reportIgnored)
    {
        for (var at = 0; at < css.Length;)
        {
            var open = css.IndexOf('{', at);
            if (open < 0)
                return;
            var close = EndOf(css, open);
            var selectors = css[at..open].Trim();
            if (selectors.Contains('@', StringComparison.Ordinal))
                reportIgnored();
            else
                Add(selectors, css[(open + 1)..Math.Min(close, css.Length)], reportIgnored);
            at = close + 1;
        }
    }

    // Rules of media queries lie in braces of their own.
    private static int EndOf(string css, int open)
    {
        var depth = 0;
        for (var i = open; i < css.Length; i++)
        {
            depth += css[i] == '{' ? 1 : css[i] == '}' ? -1 : 0;
            if (depth == 0)
                return i;
        }

        return css.Length;
    }

    private void Add(string selectors, string declarations, Action reportIgnored)
    {
        foreach (var selector in selectors.Split(','))
        {
            if (Selector().Match(selector.Trim()) is { Success: true, Length: > 0 } match)
            {
                var marks = match.Groups["marks"].Value;
                _rules.Add(new Rule(match.Groups["type"].Value, NamesIn(marks, '#').LastOrDefault(""), [.. NamesIn(marks, '.')], declarations));
            }
            else
            {
                reportIgnored();
            }
        }
    }

    private static IEnumerable<string> NamesIn(string marks, char sign) => marks.Split(sign).Skip(1).Select(part => part.Split('.', '#')[0]);

    [GeneratedRegex(@"/\*.*?(\*/|\z)", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\A(?<type>\*|[\w-]+)?(?<marks>([#.][\w-]+)*)\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Selector();

    private sealed record Rule(string Type, string Id, string[] Classes, string Declarations)
    {
        public int Weight => (Id.Length > 0 ? 10_000 : 0) + (Classes.Length * 10) + (Type.Length > 0 && Type != "*" ? 1 : 0);

        public bool Fits(XElement element, string[] classes) =>
            (Type.Length == 0 || Type == "*" || Type == element.Name.LocalName)
            && (Id.Length == 0 || Id == (string?)element.Attribute("id"))
            && Array.TrueForAll(Classes, c => classes.Contains(c));
    }
}
