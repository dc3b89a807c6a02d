using System.IO.Compression;
using System.Text;
using Publisher.Model;
using Publisher.Sources;
using Publisher.Sources.Docx;

namespace Publisher.Tests.Sources.Docx;

/// <summary>Word files written by hand, to have Word's own habits and worse.</summary>
internal sealed class WordXml
{
    public const string Namespaces =
        """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
        """;

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.Ordinal);
    private readonly StringBuilder _relationships = new();

    public WordXml(string body)
    {
        Put("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
        Put("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Office}officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>""");
        Put("word/document.xml", $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>");
    }

    /// <summary>Puts a part in, or another in its place.</summary>
    public WordXml Put(string name, string content) => Put(name, Encoding.UTF8.GetBytes(content));

    /// <summary>Takes a part out.</summary>
    public WordXml Without(string name)
    {
        _parts.Remove(name);
        return this;
    }

    public WordXml Put(string name, byte[] content)
    {
        _parts[name] = content;
        return this;
    }

    /// <summary>Puts in a part that the main part refers to.</summary>
    public WordXml With(string type, string content) => Put($"word/{type}.xml", content).Relate(type, type, $"{type}.xml");

    public WordXml Relate(string id, string type, string target, bool isExternal = false)
    {
        _relationships.Append($"""<Relationship Id="{id}" Type="{Office}{type}" Target="{target}"{(isExternal ? " TargetMode=\"External\"" : "")}/>""");
        return this;
    }

    public WordXml WithStyles(string styles) => With("styles", $"<w:styles {Namespaces}>{styles}</w:styles>");

    public WordXml WithNumbering(string numbering) => With("numbering", $"<w:numbering {Namespaces}>{numbering}</w:numbering>");

    public WordXml WithCore(string properties) => Put(
        "docProps/core.xml",
        $"""<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">{properties}</cp:coreProperties>""");

    public byte[] ToBytes()
    {
        Put("word/_rels/document.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{_relationships}</Relationships>""");
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public Document Read(RevisionPolicy revisions = RevisionPolicy.Accept) => Read(ToBytes(), revisions);

    public static Document Read(ReadOnlyMemory<byte> bytes, RevisionPolicy revisions = RevisionPolicy.Accept) =>
        new DocxSource().Read(new SourceFile("entwurf.docx", bytes) { Revisions = revisions });

    /// <summary>The blocks of a body, without their places.</summary>
    public static ValueList<Publisher.Model.Blocks.Block> Blocks(string body) => Support.Unplaced.Of(new WordXml(body).Read().Blocks);
}
