using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Publisher.Tests.Contracts.Readers;

/// <summary>Reads HTML with AngleSharp: <c>main</c> without navigation, note marks and ways back, and without the lines round the title.</summary>
internal sealed class HtmlReader : EditionReader
{
    private const string NotText = "main header>.kicker,main header>.byline,nav,.noteref,[role=doc-backlink],.missing,.apparatus";

    private static readonly HashSet<string> Lines = new(StringComparer.Ordinal)
    {
        "address", "article", "blockquote", "br", "caption", "div", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "hr", "li", "main",
        "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul",
    };

    public override EditionText Read(ReadOnlyMemory<byte> edition)
    {
        var page = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(Encoding.UTF8.GetString(edition.Span));
        foreach (var element in page.QuerySelectorAll(NotText))
        {
            element.Remove();
        }

        var notes = page.QuerySelector("[role=doc-endnotes]");
        notes?.Remove();
        return new EditionText(TextOf(page.QuerySelector("main")), TextOf(notes), TextOf(page.QuerySelector("aside.links")));
    }

    private static string TextOf(INode? node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, INode? node)
    {
        if (node is null)
        {
            return;
        }

        foreach (var child in node.ChildNodes)
        {
            var isLine = Lines.Contains(child.NodeName.ToLowerInvariant());
            text.Append(isLine ? "\n" : child is IText words ? words.Data : "");
            Append(text, child);
            text.Append(isLine ? "\n" : "");
        }
    }
}
