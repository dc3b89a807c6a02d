using System.IO.Compression;
using System.Text;
using CsCheck;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Tests.Support;

namespace Publisher.Tests.Sources.Docx;

/// <summary>Files that are no Word documents, or are made to do harm: a clear refusal or a careful reading, in bounded time and memory.</summary>
public sealed class HostileWordTests
{
    private const string Text = "<w:p><w:r><w:t>Text</w:t></w:r></w:p>";

    public static TheoryData<string, byte[]> OtherFiles => new()
    {
        { "empty", [] },
        { "protected by a password", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), 0, 0] },
        { "Word 97", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]] },
        { "rich text", "{\\rtf1 Text}"u8.ToArray() },
        { "PDF", "%PDF-1.7"u8.ToArray() },
        { "web page", "<html><body>Text</body></html>"u8.ToArray() },
        { "plain text", "Nur Text."u8.ToArray() },
        { "damaged", "PK\u0003\u0004 und Schluss"u8.ToArray() },
        { "OpenDocument", new WordXml(Text).Without("[Content_Types].xml").Put("mimetype", "application/vnd.oasis.opendocument.text").ToBytes() },
        { "Excel", new WordXml(Text).Without("_rels/.rels").Put("xl/workbook.xml", "<x/>").ToBytes() },
        { "parts of one are missing", new WordXml(Text).Without("_rels/.rels").ToBytes() },
        { "its text is missing", new WordXml(Text).Without("word/document.xml").ToBytes() },
        { "macros", new WordXml(Text).Put("word/vbaProject.bin", "x").ToBytes() },
        { "document type", new WordXml(Text).Put("word/document.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>").ToBytes() },
        { "damaged", new WordXml(Text).Put("word/document.xml", "<w:document").ToBytes() },
        { "nested", new WordXml(string.Concat(Enumerable.Repeat("<w:x>", 5000)) + string.Concat(Enumerable.Repeat("</w:x>", 5000))).ToBytes() },
        { "altChunk", new WordXml("<w:altChunk r:id=\"rId9\"/>").ToBytes() },
    };

    [Theory]
    [MemberData(nameof(OtherFiles))]
    public void A_file_that_is_none_is_refused_by_what_it_is(string word, byte[] content)
    {
        var refusal = Assert.Throws<PublisherException>(() => WordXml.Read(content));

        Assert.Contains(word, refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("entwurf.docx", refusal.File);
        Assert.EndsWith(".", refusal.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<w:p><w:r><w:t>bumm</w:t></w:r></w:p>")]
    [InlineData("                                        ")]
    public void A_gigabyte_of_XML_is_refused_in_bounded_memory(string unit)
    {
        var bomb = Bomb(unit, 1L << 30);
        Assert.True(bomb.Length < 16 << 20);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var refusal = Assert.Throws<PublisherException>(() => WordXml.Read(bomb));

        Assert.Contains("larger than any statement", refusal.Message, StringComparison.Ordinal);
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 64 << 20);
    }

    [Fact]
    public void A_picture_that_unpacks_without_end_is_left_out()
    {
        var document = Picture("media/image1.png").Put("word/media/image1.png", new byte[64 << 20]).Read();

        Assert.Empty(document.Resources.AsEnumerable());
        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Code == DiagnosticCode.ImageUnavailable);
    }

    [Theory]
    [InlineData("../../../../etc/passwd", false)]
    [InlineData("/etc/passwd", false)]
    [InlineData("file:///etc/passwd", true)]
    [InlineData("https://example.org/tracker.png", true)]
    public void Nothing_outside_the_package_is_read_or_fetched(string target, bool isExternal)
    {
        var document = Picture(target, isExternal).Read();

        Assert.Empty(document.Resources.AsEnumerable());
        Assert.Contains(InlineWalk.Of(document), inline => inline is Image { AlternativeText: "Ein Bild" });
        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Code == DiagnosticCode.ImageUnavailable);
    }

    [Fact]
    public void A_circle_of_styles_ends() => Assert.Single(
        new WordXml("<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:t>Text</w:t></w:r></w:p>").WithStyles("<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>").Read().Blocks.AsEnumerable());

    [Theory]
    [InlineData("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2147483647\"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val=\"99\"/></w:trPr><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")]
    [InlineData("<w:tbl><w:tr/></w:tbl><w:tbl/><w:p><w:r><w:t>a b c</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"-5\"/><w:numId w:val=\"99999999999\"/></w:numPr></w:pPr><w:r><w:t>a b c</w:t></w:r></w:p>")]
    [InlineData("<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>b c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")]
    public void Nonsense_keeps_its_words_and_the_promises_of_the_model(string body)
    {
        var document = new WordXml(body).Read();

        Markdown.ModelPromises.Check(document);
        Assert.Equal(["a", "b", "c"], WordStream.Of(document).Flow.AsEnumerable());
    }

    [Fact]
    public void Changed_bytes_give_a_document_or_a_refusal_and_nothing_else()
    {
        var original = RoundTripTests.Render(EverythingStatement.Document, TestTemplate.EditionOf("docx")).ToArray();
        var changes = Gen.Select(Gen.Int[0, original.Length - 1], Gen.Byte).Array[1, 12];

        Gen.Select(changes, Gen.Int[original.Length / 2, original.Length]).Sample(
            (changed, length) =>
            {
                var bytes = original[..length];
                foreach (var (at, value) in changed)
                {
                    bytes[at % length] = value;
                }

                ReadOrRefuse(bytes);
            },
            iter: 1000);
    }

    [Fact]
    public void Changed_XML_gives_a_document_or_a_refusal_and_nothing_else()
    {
        var file = RoundTripTests.Render(EverythingStatement.Document, TestTemplate.EditionOf("docx"));
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using (var zip = new ZipArchive(new MemoryStream(file.ToArray())))
        {
            foreach (var entry in zip.Entries)
            {
                using var stream = entry.Open();
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                parts.Add(entry.FullName, copy.ToArray());
            }
        }

        var names = parts.Keys.Where(name => name.EndsWith(".xml", StringComparison.Ordinal) || name.EndsWith(".rels", StringComparison.Ordinal)).ToArray();
        Gen.Select(Gen.OneOf(names), Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue], Gen.Int[1, 40]).Sample(
            (name, from, to, length) =>
            {
                // Moves some characters of one part to another place in it.
                var part = parts[name].ToList();
                var piece = part.Skip(from % part.Count).Take(length).ToArray();
                part.InsertRange(to % part.Count, piece);
                using var bytes = new MemoryStream();
                using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
                {
                    foreach (var (other, content) in parts)
                    {
                        using var entry = zip.CreateEntry(other, CompressionLevel.NoCompression).Open();
                        entry.Write(other == name ? [.. part] : content);
                    }
                }

                ReadOrRefuse(bytes.ToArray());
            },
            iter: 500);
    }

    private static void ReadOrRefuse(byte[] bytes)
    {
        try
        {
            Markdown.ModelPromises.Check(WordXml.Read(bytes));
        }
        catch (PublisherException refusal)
        {
            Assert.Equal("entwurf.docx", refusal.File);
        }
    }

    private static byte[] Bomb(string unit, long length)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var frame = new ZipArchive(new MemoryStream(new WordXml(Text).ToBytes())))
            {
                foreach (var entry in frame.Entries.Where(entry => entry.FullName != "word/document.xml"))
                {
                    using var from = entry.Open();
                    using var to = zip.CreateEntry(entry.FullName).Open();
                    from.CopyTo(to);
                }
            }

            using var document = zip.CreateEntry("word/document.xml").Open();
            document.Write(Encoding.UTF8.GetBytes($"<w:document {WordXml.Namespaces}><w:body>"));
            var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, 25_000)));
            for (long written = 0; written < length; written += block.Length)
            {
                document.Write(block);
            }

            document.Write("</w:body></w:document>"u8);
        }

        return bytes.ToArray();
    }

    private static WordXml Picture(string target, bool isExternal = false) => new WordXml(
        "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Bild\" descr=\"Ein Bild\"/><a:graphic><a:blip r:embed=\"rIdB\"/></a:graphic></wp:inline></w:drawing></w:r></w:p>")
        .Relate("rIdB", "image", target, isExternal);
}
