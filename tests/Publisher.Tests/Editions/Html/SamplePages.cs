using Publisher.Editions;
using Publisher.Model;
using Publisher.Sources.Markdown;
using Publisher.Templates;
using Publisher.Tests.Support;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Editions.Html;

/// <summary>The pages that are tried with checkers and browsers.</summary>
internal static class SamplePages
{
    /// <summary>The template that is shipped.</summary>
    public static Template Shipped { get; } = TemplateOf("standard");

    /// <summary>The web edition of the shipped template.</summary>
    public static EditionSpec ShippedEdition => WebEditionOf(Shipped);

    /// <summary>The statement that lies in the repository.</summary>
    public static Document Seed { get; } = Statement.Read(Directory.EnumerateFiles(Repository.PathOf("seeds"), "*.txt").Single());

    /// <summary>A statement with everything; contents, fonts and soft hyphens too.</summary>
    public static Page Everything { get; } =
        Page.Of(
            EverythingStatement.Document,
            TestTemplate.EditionOf("html") with { Contents = true, EmbedFonts = true, SoftHyphens = true },
            TestTemplate.Standard with { Hyphenation = Shipped.Hyphenation });

    /// <summary>The seed statement in the shipped template.</summary>
    public static Page SeedPage { get; } = Page.Of(Seed, ShippedEdition, Shipped);

    /// <summary>Pages by name, each with its files.</summary>
    public static IReadOnlyDictionary<string, (string Source, ValueList<Asset> Assets)> All { get; } = Make();

    internal static Template TemplateOf(string brand) =>
        TemplateFolder.Load(Repository.PathOf("templates", brand), new TemplateOptions(MarkdownSource.ParseFragment, Repository.PathOf("templates")));

    private static EditionSpec WebEditionOf(Template template) => template.Editions.First(edition => edition.Format == "html");

    private static Dictionary<string, (string Source, ValueList<Asset> Assets)> Make()
    {
        var linked = Page.Of(EverythingStatement.Document, TestTemplate.EditionOf("html") with { EmbedFonts = true }, change: request => request with { Assets = AssetPlacement.Linked });
        var fragment = Page.Of(EverythingStatement.Document, change: request => request with { Fragment = true });
        var pages = new Dictionary<string, (string, ValueList<Asset>)>
        {
            ["everything"] = (Everything.Source, []),
            ["linked"] = (linked.Source, linked.Rendering.Assets),
            ["fragment"] = ($"<!DOCTYPE html><html lang=\"de\"><head><meta charset=\"utf-8\"><title>Seite</title></head><body><main>{fragment.Source}</main></body></html>", []),
            ["without a title"] = (Page.Of(Doc(P("Text."), H(1, "Überschrift"), P("Mehr.")).In("de")).Source, []),
            ["bare"] = (Page.Of(Doc(P("Text."))).Source, []),
            ["empty"] = (Page.Of(Document.Empty).Source, []),
            ["index"] = (PublicationIndexTests.Source(), []),
            ["seed"] = (SeedPage.Source, []),
        };
        foreach (var brand in new[] { "campaign", "plain", "society" })
        {
            var template = TemplateOf(brand);
            pages.Add(brand, (Page.Of(EverythingStatement.Document, WebEditionOf(template), template).Source, []));
        }

        foreach (var path in Corpus.Find("plain-seed.txt"))
        {
            // The texts do not say their language; whoever publishes them would.
            var name = Path.GetFileName(Path.GetDirectoryName(path))!;
            pages.Add("corpus-" + name, (Page.Of(Statement.Read(path).In(name[..2]), ShippedEdition, Shipped).Source, []));
        }

        return pages;
    }
}
