using System.Buffers.Binary;
using System.Text;

namespace Publisher.Editions.Docx.Package;

/// <summary>
/// An Open Packaging file (ECMA-376-2) of our own writing: the parts in the order they were added, every entry with the same time, so
/// that the same parts give the same bytes.
/// </summary>
internal sealed class DocxPackage
{
    // The media types of parts that need no word of their own, by the extension of their names.
    private static readonly (string Extension, string MediaType)[] Defaults =
    [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("jpeg", "image/jpeg"),
        ("gif", "image/gif"),
        ("svg", "image/svg+xml"),
        ("odttf", "application/vnd.openxmlformats-officedocument.obfuscatedFont"),
    ];

    private readonly List<Part> _parts = [];

    /// <summary>Adds a part.</summary>
    /// <param name="name">Its name, without a slash in front.</param>
    /// <param name="mediaType">Its media type; null if the extension of the name says it.</param>
    /// <param name="content">Its content.</param>
    /// <param name="relationships">Its relationships.</param>
    public void Add(string name, string? mediaType, PartContent content, params IReadOnlyCollection<Relationship> relationships) =>
        _parts.Add(new Part(name, mediaType, content, relationships));

    /// <summary>The file.</summary>
    /// <param name="relationships">The package's own relationships.</param>
    public byte[] ToBytes(params IReadOnlyCollection<Relationship> relationships)
    {
        var entries = new List<(byte[] Name, PartContent Content)>
        {
            Entry("[Content_Types].xml", ContentTypes()),
            Entry("_rels/.rels", Relationship.Write(relationships)),
        };
        foreach (var part in _parts)
        {
            entries.Add(Entry(part.Name, part.Content));
            if (part.Relationships.Count > 0)
            {
                var slash = part.Name.LastIndexOf('/') + 1;
                entries.Add(Entry($"{part.Name[..slash]}_rels/{part.Name[slash..]}.rels", Relationship.Write(part.Relationships)));
            }
        }

        return Zip(entries);
    }

    private static (byte[] Name, PartContent Content) Entry(string name, PartContent content) => (Encoding.ASCII.GetBytes(name), content);

    private PartContent ContentTypes()
    {
        using var xml = new PartWriter();
        xml.Markup("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"u8);
        foreach (var (extension, mediaType) in Defaults)
        {
            xml.Markup("<Default"u8).Attribute("Extension"u8, extension).Attribute("ContentType"u8, mediaType).Markup("/>"u8);
        }

        foreach (var part in _parts.Where(part => part.MediaType is not null))
        {
            xml.Markup("<Override"u8).Attribute("PartName"u8, "/" + part.Name).Attribute("ContentType"u8, part.MediaType).Markup("/>"u8);
        }

        return xml.Markup("</Types>"u8).End();
    }

    /// <summary>APPNOTE.TXT of PKWARE, 4.3.6: the entries, then the central directory.</summary>
    private static byte[] Zip(List<(byte[] Name, PartContent Content)> entries)
    {
        const int LocalHeader = 30;
        const int CentralHeader = 46;
        const int End = 22;
        var size = End + entries.Sum(e => LocalHeader + CentralHeader + (2L * e.Name.Length) + e.Content.Compressed.Length);
        var file = new byte[checked((int)size)];
        var at = 0;
        var offsets = new int[entries.Count];
        for (var i = 0; i < entries.Count; i++)
        {
            offsets[i] = at;
            var (name, content) = entries[i];
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), 0x04034B50);
            WriteEntry(file.AsSpan(at + 4), name, content);
            name.CopyTo(file.AsSpan(at + LocalHeader));
            content.Compressed.Span.CopyTo(file.AsSpan(at + LocalHeader + name.Length));
            at += LocalHeader + name.Length + content.Compressed.Length;
        }

        var directory = at;
        for (var i = 0; i < entries.Count; i++)
        {
            var (name, content) = entries[i];
            var header = file.AsSpan(at);
            BinaryPrimitives.WriteUInt32LittleEndian(header, 0x02014B50);
            BinaryPrimitives.WriteUInt16LittleEndian(header[4..], Version);
            WriteEntry(header[6..], name, content);
            BinaryPrimitives.WriteInt32LittleEndian(header[42..], offsets[i]);
            name.CopyTo(header[CentralHeader..]);
            at += CentralHeader + name.Length;
        }

        var end = file.AsSpan(at);
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)entries.Count);
        BinaryPrimitives.WriteInt32LittleEndian(end[12..], at - directory);
        BinaryPrimitives.WriteInt32LittleEndian(end[16..], directory);
        return file;
    }

    // 2.0: compressed with Deflate, in folders.
    private const ushort Version = 20;

    /// <summary>What stands in both headers of an entry, from the version needed to the length of the name.</summary>
    private static void WriteEntry(Span<byte> header, byte[] name, PartContent content)
    {
        const ushort Deflate = 8;

        // 1 January 1980, the earliest day that ZIP can state.
        const ushort Day = (1 << 5) | 1;
        BinaryPrimitives.WriteUInt16LittleEndian(header, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], Deflate);
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], Day);
        BinaryPrimitives.WriteUInt32LittleEndian(header[10..], content.Checksum);
        BinaryPrimitives.WriteInt32LittleEndian(header[14..], content.Compressed.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[18..], checked((uint)content.Size));
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)name.Length);
    }

    private sealed record Part(string Name, string? MediaType, PartContent Content, IReadOnlyCollection<Relationship> Relationships);
}
