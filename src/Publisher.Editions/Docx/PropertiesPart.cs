using System.Text;
using System.Xml;
using Publisher.Model.Words;

namespace Publisher.Editions.Docx;

/// <summary>The document properties: Dublin Core (ECMA-376-2, 8.3) and Office's own (ECMA-376-1, 22.2).</summary>
internal static class PropertiesPart
{
    private const string CoreNamespace = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Terms = "http://purl.org/dc/terms/";

    public static byte[] Core(EditionRequest request) => Write(writer =>
    {
        var metadata = request.Document.Metadata;
        writer.WriteStartElement("cp", "coreProperties", CoreNamespace);
        writer.WriteAttributeString("xmlns", "dc", null, DublinCore);
        writer.WriteAttributeString("xmlns", "dcterms", null, Terms);
        writer.WriteAttributeString("xmlns", "xsi", null, XmlNamespace.Instance);
        Element(writer, "dc", "title", DublinCore, PlainText.Of(metadata.Title));
        Element(writer, "dc", "subject", DublinCore, PlainText.Of(metadata.Subtitle));
        Element(writer, "dc", "creator", DublinCore, metadata.Authors.IsEmpty ? metadata.Organisation : string.Join("; ", metadata.Authors));
        Element(writer, "cp", "keywords", CoreNamespace, string.Join(", ", metadata.Keywords));
        Element(writer, "dc", "description", DublinCore, metadata.Summary);
        Element(writer, "dc", "language", DublinCore, metadata.Language);
        Element(writer, "cp", "version", CoreNamespace, metadata.Version);
        if (request.Timestamp is { } time)
        {
            foreach (var name in (string[])["created", "modified"])
            {
                writer.WriteStartElement("dcterms", name, Terms);
                writer.WriteAttributeString("xsi", "type", XmlNamespace.Instance, "dcterms:W3CDTF");
                writer.WriteString(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
                writer.WriteEndElement();
            }
        }

        writer.WriteEndElement();
    });

    public static byte[] Extended() => Write(writer =>
    {
        writer.WriteStartElement("Properties", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
        writer.WriteElementString("Application", "Publisher");
        writer.WriteEndElement();
    });

    private static void Element(XmlWriter writer, string prefix, string name, string space, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteElementString(prefix, name, space, Xml.Sound(value));
        }
    }

    private static byte[] Write(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            writer.WriteStartDocument(standalone: true);
            write(writer);
        }

        return stream.ToArray();
    }

    private static class XmlNamespace
    {
        public const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
    }
}
