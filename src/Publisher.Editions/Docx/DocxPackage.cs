using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;

namespace Publisher.Editions.Docx;

/// <summary>
/// An Open Packaging file (ECMA-376-2) of our own writing: the parts in the order they were added, every entry with the same time, so
/// that the same parts give the same bytes.
/// </summary>
internal sealed class DocxPackage
{
    // The earliest time a ZIP entry can state.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<Part> _parts = [];

    /// <summary>Adds a part whose content is one element.</summary>
    public void Add(string name, string contentType, OpenXmlElement root, params Relationship[] relationships)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None }))
        {
            writer.WriteStartDocument(standalone: true);
            root.WriteTo(writer);
        }

        Add(name, contentType, stream.ToArray(), relationships);
    }

    /// <summary>Adds a part.</summary>
    public void Add(string name, string contentType, byte[] content, params Relationship[] relationships) =>
        _parts.Add(new Part(name, contentType, content, relationships));

    /// <summary>The file.</summary>
    /// <param name="relationships">The package's own relationships.</param>
    public byte[] ToBytes(params Relationship[] relationships)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", Encoding.UTF8.GetBytes(ContentTypes()));
            Write(zip, "_rels/.rels", Encoding.UTF8.GetBytes(Relationships(relationships)));
            foreach (var part in _parts)
            {
                Write(zip, part.Name, part.Content);
                if (part.Relationships.Length > 0)
                {
                    var slash = part.Name.LastIndexOf('/') + 1;
                    Write(zip, $"{part.Name[..slash]}_rels/{part.Name[slash..]}.rels", Encoding.UTF8.GetBytes(Relationships(part.Relationships)));
                }
            }
        }

        return stream.ToArray();
    }

    private static void Write(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static string Relationships(IEnumerable<Relationship> relationships)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>")
            .Append("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        foreach (var r in relationships)
        {
            xml.Append("<Relationship Id=\"").Append(r.Id).Append("\" Type=\"").Append(r.Type).Append("\" Target=\"").Append(Escape(r.Target)).Append('"');
            xml.Append(r.IsExternal ? " TargetMode=\"External\"/>" : "/>");
        }

        return xml.Append("</Relationships>").ToString();
    }

    private string ContentTypes()
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>")
            .Append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
            .Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        foreach (var part in _parts)
        {
            xml.Append("<Override PartName=\"/").Append(part.Name).Append("\" ContentType=\"").Append(part.ContentType).Append("\"/>");
        }

        return xml.Append("</Types>").ToString();
    }

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);

    private sealed record Part(string Name, string ContentType, byte[] Content, Relationship[] Relationships);
}

/// <summary>A relationship from one part to another, or to an address outside.</summary>
/// <param name="Id">Unique in its part.</param>
/// <param name="Type">Its type.</param>
/// <param name="Target">Relative to the part's folder, or an address.</param>
/// <param name="IsExternal">True for an address outside.</param>
internal sealed record Relationship(string Id, string Type, string Target, bool IsExternal = false);
