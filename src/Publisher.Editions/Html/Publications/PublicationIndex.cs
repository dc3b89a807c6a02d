using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Templates;
using Publisher.Templates.Labels;

namespace Publisher.Editions.Html.Publications;

/// <summary>
/// Makes the index of several statements: <c>index.html</c> by date, kind and title, an Atom feed and a site map. Statements under
/// embargo are in none of them.
/// </summary>
public static class PublicationIndex
{
    /// <summary>Stands in each file, so that an index can be told from a file of somebody else.</summary>
    public const string Mark = "Publisher publication index";

    internal const string IndexName = "index.html";
    internal const string FeedName = "feed.xml";
    internal const string SiteMapName = "sitemap.xml";

    /// <summary>Writes the files; the same bytes for the same publications in whatever order.</summary>
    /// <param name="publications">All statements, those under embargo too.</param>
    /// <param name="template">How the index looks.</param>
    /// <param name="edition">The web edition whose settings it takes.</param>
    /// <param name="site">
    /// Address of the folder that the index stands in, with a slash at the end; null if not known: then there is neither feed nor site map.
    /// </param>
    /// <param name="placement">Where fonts and styles go.</param>
    public static PublicationFiles Write(
        ValueList<Publication> publications, Template template, EditionSpec edition, string? site, AssetPlacement placement)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(edition);
        var diagnostics = new List<Diagnostic>();
        var listed = Listed(publications, diagnostics);
        var dated = listed.Where(publication => publication.Metadata.Date is not null).ToValueList();
        Report(listed, dated, site, diagnostics);

        var request = new EditionRequest(DocumentOf(listed, template), template, edition with { Contents = false }) { Assets = placement, WebAddress = site };
        var page = new HtmlPage(request) { Feed = site is null || dated.IsEmpty ? null : FeedName, IsCollection = true };
        var index = new HtmlEdition().Assemble(page, IndexPage.Write(page, listed), IndexData.Of(page, listed));
        var files = new List<Asset>(index.Assets) { new(IndexName, index.Content) };
        if (page.Feed is not null)
        {
            files.Add(new Asset(FeedName, AtomFeed.Write(page, dated, site!)));
        }

        if (site is not null)
        {
            files.Add(new Asset(SiteMapName, SiteMap.Write(listed, site)));
        }

        return new PublicationFiles(files.ToValueList(), [.. diagnostics, .. index.Diagnostics]);
    }

    /// <summary>Newest first, undated last; of one day by title.</summary>
    private static ValueList<Publication> Listed(ValueList<Publication> publications, List<Diagnostic> diagnostics)
    {
        var listed = new List<Publication>(publications.Count);
        foreach (var publication in publications)
        {
            if (publication.Metadata.Embargo is null)
            {
                listed.Add(publication);
                continue;
            }

            diagnostics.Add(new Diagnostic(
                DiagnosticCode.PublicationUnlisted,
                DiagnosticSeverity.Note,
                $"\"{publication.Title}\" is under embargo, so index, feed and site map do not name it.",
                "When the time has come, export with \"publisher release\" instead."));
        }

        return listed.OrderByDescending(publication => publication.Metadata.Date ?? DateOnly.MinValue)
            .ThenBy(publication => TitleOrder.KeyOf(publication.Title), StringComparer.Ordinal)
            .ThenBy(publication => publication.Page.Path, StringComparer.Ordinal)
            .ToValueList();
    }

    private static void Report(ValueList<Publication> listed, ValueList<Publication> dated, string? site, List<Diagnostic> diagnostics)
    {
        if (site is null)
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticCode.SiteAddressUnknown,
                DiagnosticSeverity.Note,
                "Feed and site map were not written: both need full addresses, and nobody said where the files will stand.",
                "Give --base-url https://example.org/statements/, or base-url under defaults.publisher in the brand."));
            return;
        }

        foreach (var publication in listed.Except(dated))
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticCode.PublicationUnlisted,
                DiagnosticSeverity.Note,
                $"\"{publication.Title}\" has no date, so the feed does not name it.",
                "Add \"date\" to its front matter."));
        }
    }

    /// <summary>The index as a document without text: it gives the page its title, its language and its sender.</summary>
    private static Document DocumentOf(ValueList<Publication> listed, Template template)
    {
        var locale = template.LocaleFor(Common(listed, metadata => metadata.Language) ?? template.Locales[0].Language);
        return new Document
        {
            Metadata = new Metadata
            {
                Title = [new Text(locale[Label.Publications])],
                Language = locale.Language,
                Organisation = Common(listed, metadata => metadata.Organisation),
            },
        };
    }

    /// <summary>What all statements say alike; null if they differ or say nothing.</summary>
    private static string? Common(ValueList<Publication> listed, Func<Metadata, string?> fact) =>
        listed.Select(publication => fact(publication.Metadata)).Distinct(StringComparer.Ordinal).Take(2).ToArray() is [{ } only] ? only : null;
}

/// <summary>The files of an index.</summary>
/// <param name="Files">In the order they are to be written.</param>
/// <param name="Diagnostics">What could not be listed.</param>
public sealed record PublicationFiles(ValueList<Asset> Files, ValueList<Diagnostic> Diagnostics);
