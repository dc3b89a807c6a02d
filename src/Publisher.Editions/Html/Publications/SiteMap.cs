using System.Globalization;
using Publisher.Model;

namespace Publisher.Editions.Html.Publications;

/// <summary>Writes a site map (sitemaps.org, protocol 0.9).</summary>
internal static class SiteMap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Writes the map: the index, then the statements that stand on the site; the protocol allows no others.</summary>
    /// <param name="listed">Newest first.</param>
    /// <param name="site">Address of the index's folder, with a slash at the end.</param>
    public static byte[] Write(ValueList<Publication> listed, string site) => XmlText.Write(xml =>
    {
        xml.WriteComment($" {PublicationIndex.Mark} ");
        xml.WriteStartElement("urlset", Namespace);
        Place(site, listed.IsEmpty ? null : listed[0].Metadata.Date);
        foreach (var publication in listed)
        {
            if (AddressOf(publication, site) is var address && address.StartsWith(HostOf(site), StringComparison.OrdinalIgnoreCase))
            {
                Place(address, publication.Metadata.Date);
            }
        }

        xml.WriteEndElement();

        void Place(string address, DateOnly? changed)
        {
            xml.WriteStartElement("url", Namespace);
            xml.WriteElementString("loc", Namespace, XmlText.Clean(address));
            if (changed is { } day)
            {
                xml.WriteElementString("lastmod", Namespace, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            xml.WriteEndElement();
        }
    });

    /// <summary>Where a statement stands: by its own word, else below the site.</summary>
    public static string AddressOf(Publication publication, string site) => Address.WebOrNull(publication.Metadata.WebAddress) ?? site + publication.Page.Address;

    /// <summary>Scheme and host, with a slash.</summary>
    private static string HostOf(string site)
    {
        var path = site.IndexOf('/', site.IndexOf("//", StringComparison.Ordinal) + 2);
        return path < 0 ? site : site[..(path + 1)];
    }
}
