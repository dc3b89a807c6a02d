using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Publisher.Editions;
using Publisher.Model;
using Publisher.Templates;
using Publisher.Tests.Support;
using IElement = AngleSharp.Dom.IElement;

namespace Publisher.Tests.Editions.Html;

/// <summary>A web edition as a browser's parser sees it.</summary>
internal sealed class Page
{
    private Page(Rendering rendering)
    {
        Rendering = rendering;
        Source = Encoding.UTF8.GetString(rendering.Content.Span);
        Dom = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(IsFragment ? "<!DOCTYPE html><title>Host</title><body>" + Source : Source);
    }

    public Rendering Rendering { get; }

    public string Source { get; }

    private bool IsFragment => !Source.StartsWith("<!DOCTYPE", StringComparison.Ordinal);

    public IHtmlDocument Dom { get; }

    public static Page Of(Document document, EditionSpec? edition = null, Template? template = null, Func<EditionRequest, EditionRequest>? change = null)
    {
        var request = new EditionRequest(document, template ?? TestTemplate.Standard, edition ?? TestTemplate.EditionOf("html"))
        {
            Siblings = [new SiblingEdition("grün 1-handout.pdf", "application/pdf")],
        };
        return new Page(EditionCatalog.For("html")!.Render(change?.Invoke(request) ?? request));
    }

    public IElement One(string selector) => Assert.Single(Dom.QuerySelectorAll(selector));

    public string[] Texts(string selector) => [.. Dom.QuerySelectorAll(selector).Select(element => element.TextContent)];
}
