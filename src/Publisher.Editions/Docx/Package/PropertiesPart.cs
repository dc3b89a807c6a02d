using System.Globalization;
using Publisher.Model.Words;

namespace Publisher.Editions.Docx.Package;

/// <summary>The document properties: Dublin Core (ECMA-376-2, 8.3) and Office's own (ECMA-376-1, 22.2).</summary>
internal static class PropertiesPart
{
    public static PartContent Core(EditionRequest request)
    {
        var metadata = request.Document.Metadata;
        using var xml = new PartWriter();
        xml.Markup("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"u8)
            .Element("dc:title"u8, PlainText.Of(metadata.Title))
            .Element("dc:subject"u8, PlainText.Of(metadata.Subtitle))
            .Element("dc:creator"u8, metadata.Authors.IsEmpty ? metadata.Organisation : string.Join("; ", metadata.Authors))
            .Element("cp:keywords"u8, string.Join(", ", metadata.Keywords))
            .Element("dc:description"u8, metadata.Summary)
            .Element("dc:language"u8, metadata.Language)
            .Element("cp:version"u8, metadata.Version);
        if (request.Timestamp is { } time)
        {
            var text = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            xml.Markup("<dcterms:created xsi:type=\"dcterms:W3CDTF\">"u8).Text(text)
                .Markup("</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">"u8).Text(text).Markup("</dcterms:modified>"u8);
        }

        return xml.Markup("</cp:coreProperties>"u8).End();
    }

    public static PartContent Extended(string? company)
    {
        using var xml = new PartWriter();
        return xml.Markup("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Publisher</Application>"u8)
            .Element("Company"u8, company).Markup("</Properties>"u8).End();
    }
}
