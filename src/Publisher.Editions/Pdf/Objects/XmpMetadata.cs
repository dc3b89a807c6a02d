using System.Globalization;
using System.Security;
using System.Text;

namespace Publisher.Editions.Pdf.Objects;

/// <summary>What the file says about itself; strings empty where nothing is known.</summary>
internal sealed record FileMetadata
{
    public required string Title { get; init; }

    public required string Language { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string Subject { get; init; } = "";

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public DateTimeOffset? Date { get; init; }

    /// <summary>A file to carry along; null for none. Only part 3 of ISO 19005 allows one.</summary>
    public Publisher.Model.Resource? Source { get; init; }

    public string Producer { get; init; } = "Publisher";
}

/// <summary>
/// Writes the metadata stream (ISO 16684-1) with the identifiers of PDF/A-2a and PDF/UA-1, and the extension schema that PDF/A
/// demands for the latter (ISO 19005-2, 6.6.2.3).
/// </summary>
internal static class XmpMetadata
{
    public static byte[] Write(FileMetadata metadata)
    {
        var xmp = new StringBuilder();
        xmp.Append("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
        xmp.Append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
        xmp.Append("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"");
        xmp.Append(" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"");
        xmp.Append(" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n");
        xmp.Append(metadata.Source is null ? "<pdfaid:part>2</pdfaid:part>\n" : "<pdfaid:part>3</pdfaid:part>\n");
        xmp.Append("<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n");
        AppendDublinCore(xmp, metadata);
        AppendBasic(xmp, metadata);
        xmp.Append("</rdf:Description>\n");
        xmp.Append(UniversalAccessibilitySchema);
        xmp.Append("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
        return Encoding.UTF8.GetBytes(xmp.ToString());
    }

    private static void AppendDublinCore(StringBuilder xmp, FileMetadata metadata)
    {
        xmp.Append("<dc:format>application/pdf</dc:format>\n");
        AppendAlternatives(xmp, "dc:title", metadata.Title, metadata.Language);
        if (metadata.Subject.Length > 0)
            AppendAlternatives(xmp, "dc:description", metadata.Subject, metadata.Language);
        AppendList(xmp, "dc:creator", "rdf:Seq", metadata.Authors);
        AppendList(xmp, "dc:subject", "rdf:Bag", metadata.Keywords);
        if (metadata.Language.Length > 0)
            AppendList(xmp, "dc:language", "rdf:Bag", [metadata.Language]);
    }

    private static void AppendBasic(StringBuilder xmp, FileMetadata metadata)
    {
        if (metadata.Date is { } date)
        {
            var text = date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
            xmp.Append(CultureInfo.InvariantCulture, $"<xmp:CreateDate>{text}</xmp:CreateDate>\n<xmp:ModifyDate>{text}</xmp:ModifyDate>\n");
        }

        if (metadata.Keywords.Count > 0)
            xmp.Append(CultureInfo.InvariantCulture, $"<pdf:Keywords>{Escape(string.Join(", ", metadata.Keywords))}</pdf:Keywords>\n");
        xmp.Append(CultureInfo.InvariantCulture, $"<pdf:Producer>{Escape(metadata.Producer)}</pdf:Producer>\n");
        xmp.Append(CultureInfo.InvariantCulture, $"<xmp:CreatorTool>{Escape(metadata.Producer)}</xmp:CreatorTool>\n");
    }

    // The default and, so that its language is known (PDF/UA-1, 7.2), the same under the language's own name.
    private static void AppendAlternatives(StringBuilder xmp, string property, string text, string language)
    {
        xmp.Append(CultureInfo.InvariantCulture, $"<{property}><rdf:Alt><rdf:li xml:lang=\"x-default\">{Escape(text)}</rdf:li>");
        if (language.Length > 0)
            xmp.Append(CultureInfo.InvariantCulture, $"<rdf:li xml:lang=\"{Escape(language)}\">{Escape(text)}</rdf:li>");
        xmp.Append(CultureInfo.InvariantCulture, $"</rdf:Alt></{property}>\n");
    }

    private static void AppendList(StringBuilder xmp, string property, string container, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
            return;
        xmp.Append(CultureInfo.InvariantCulture, $"<{property}><{container}>");
        foreach (var item in items)
            xmp.Append(CultureInfo.InvariantCulture, $"<rdf:li>{Escape(item)}</rdf:li>");
        xmp.Append(CultureInfo.InvariantCulture, $"</{container}></{property}>\n");
    }

    // Characters that XML cannot hold, not even escaped (XML 1.0, 2.2), say nothing to a reader either.
    private static string Escape(string text) =>
        SecurityElement.Escape(string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\t' or '\n' or '\r' or (>= ' ' and not (0xFFFE or 0xFFFF)))));

    private const string UniversalAccessibilitySchema =
        """
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>

        """;
}
