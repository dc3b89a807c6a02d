using System.Globalization;
using System.Xml;
using Publisher.Model;

namespace Publisher.Editions.Html.Publications;

/// <summary>Writes an Atom feed (RFC 4287).</summary>
internal static class AtomFeed
{
    // Readers fetch a feed every hour, so it holds what is new, not all there is; the index does.
    private const int MostEntries = 50;

    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>Writes the feed.</summary>
    /// <param name="page">The index's page: its title and language are the feed's.</param>
    /// <param name="dated">Statements with a date, newest first; at least one.</param>
    /// <param name="site">Address of the index's folder, with a slash at the end.</param>
    public static byte[] Write(HtmlPage page, ValueList<Publication> dated, string site) => XmlText.Write(xml =>
    {
        var sender = page.Document.Metadata.Organisation ?? page.Request.Template.Brand.Name;
        xml.WriteStartElement("feed", Namespace);
        xml.WriteAttributeString("xml", "lang", null, page.Language);
        Text(xml, "title", sender is null ? page.Title : $"{sender}: {page.Title}");
        Text(xml, "id", site);
        Link(xml, "self", site + PublicationIndex.FeedName, "application/atom+xml", null);
        Link(xml, "alternate", site, "text/html", null);
        Text(xml, "updated", Moment(dated[0]));

        // RFC 4287, 4.1.1: a feed has an author unless each entry has.
        Author(xml, sender ?? page.Title);
        Text(xml, "generator", PublicationIndex.Mark);
        foreach (var publication in dated.Take(MostEntries))
        {
            Entry(xml, publication, site);
        }

        xml.WriteEndElement();
    });

    private static void Entry(XmlWriter xml, Publication publication, string site)
    {
        var metadata = publication.Metadata;
        var address = SiteMap.AddressOf(publication, site);
        xml.WriteStartElement("entry", Namespace);
        if (metadata.Language != "und")
        {
            xml.WriteAttributeString("xml", "lang", null, metadata.Language);
        }

        Text(xml, "title", publication.Title);
        Text(xml, "id", address);
        Text(xml, "updated", Moment(publication));
        Text(xml, "published", Moment(publication));
        foreach (var author in metadata.Authors)
        {
            Author(xml, author);
        }

        Link(xml, "alternate", address, publication.Page.MediaType, null);
        foreach (var file in publication.Files.Skip(1))
        {
            Link(xml, "enclosure", site + file.Address, file.MediaType, file.Length);
        }

        if (metadata.Summary is { Length: > 0 } summary)
        {
            Text(xml, "summary", summary.Trim());
        }

        xml.WriteEndElement();
    }

    /// <summary>RFC 3339 wants a time; a statement has a day.</summary>
    private static string Moment(Publication publication) => publication.Metadata.Date!.Value.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        Text(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string mediaType, long? length)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", mediaType);
        xml.WriteAttributeString("href", XmlText.Clean(address));
        if (length is { } bytes)
        {
            xml.WriteAttributeString("length", bytes.ToString(CultureInfo.InvariantCulture));
        }

        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, XmlText.Clean(text));
}
