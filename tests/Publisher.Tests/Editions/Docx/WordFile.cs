using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Publisher.Editions;
using Publisher.Editions.Docx;
using Publisher.Model;
using Publisher.Templates;
using Publisher.Tests.Support;

namespace Publisher.Tests.Editions.Docx;

/// <summary>A Word file as its parts, for tests; and what Word does when all its changes are accepted or rejected.</summary>
internal sealed class WordFile
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.Ordinal);

    public WordFile(ReadOnlyMemory<byte> bytes)
    {
        Bytes = bytes.ToArray();
        using var zip = new ZipArchive(new MemoryStream(Bytes));
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            _parts.Add(entry.FullName, content.ToArray());
        }
    }

    public byte[] Bytes { get; }

    public IEnumerable<string> PartNames => _parts.Keys;

    /// <summary>The edition of a document, with what the test wants different from the test template's.</summary>
    public static WordFile Of(Document document, Func<EditionSpec, EditionSpec>? with = null, Func<Template, Template>? template = null)
    {
        var house = template is null ? TestTemplate.Standard : template(TestTemplate.Standard);
        var edition = TestTemplate.EditionOf("docx");
        return new WordFile(new DocxEdition().Render(new EditionRequest(document, house, with is null ? edition : with(edition))).Content);
    }

    public byte[] Part(string name) => _parts[name];

    public bool Has(string name) => _parts.ContainsKey(name);

    public XElement Xml(string name) => XDocument.Load(new MemoryStream(_parts[name]), LoadOptions.PreserveWhitespace).Root!;

    public XElement Body => Xml("word/document.xml").Element(W + "body")!;

    public static string? StyleOf(XElement paragraph) => (string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val");

    /// <summary>The text of a paragraph, line breaks as LF.</summary>
    public static string TextOf(XElement paragraph) => string.Concat(
        paragraph.Descendants().Where(e => e.Name == W + "t" || e.Name == W + "br" || e.Name == W + "delText").Select(e => e.Name == W + "br" ? "\n" : e.Value));

    /// <summary>What stands there when every change is accepted.</summary>
    public static XElement Accepted(XElement body) => Settled(body, kept: "ins", dropped: "del");

    /// <summary>What stands there when every change is rejected.</summary>
    public static XElement Rejected(XElement body) => Settled(body, kept: "del", dropped: "ins");

    /// <summary>Without ids, which only tell elements apart.</summary>
    public static string WithoutIds(XElement body)
    {
        var copy = new XElement(body);
        foreach (var id in copy.Descendants().Attributes(W + "id").Where(a => a.Parent!.Name != W + "footnoteReference").ToArray())
        {
            id.Remove();
        }

        foreach (var id in copy.Descendants(W + "sdtPr").Elements(W + "id").ToArray())
        {
            id.Remove();
        }

        return copy.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Settled(XElement body, string kept, string dropped)
    {
        var copy = new XElement(body);
        foreach (var paragraph in copy.Descendants(W + "p").ToArray())
        {
            // A paragraph whose mark goes joins the next one; ours hold nothing else.
            var mark = paragraph.Element(W + "pPr")?.Element(W + "rPr")?.Element(W + dropped);
            foreach (var change in paragraph.Descendants(W + dropped).Where(change => change.Parent!.Name != W + "rPr").ToArray())
            {
                change.Remove();
            }

            if (mark is not null)
            {
                Assert.Empty(paragraph.Descendants(W + "r"));
                paragraph.Remove();
            }
        }

        foreach (var change in copy.Descendants(W + kept).ToArray())
        {
            if (change.Parent!.Name == W + "rPr")
            {
                change.Parent.Remove();
            }
            else
            {
                change.ReplaceWith(change.Nodes());
            }
        }

        foreach (var text in copy.Descendants(W + "delText"))
        {
            text.Name = W + "t";
        }

        return copy;
    }

    /// <summary>The statement's text in the body, a line a paragraph, without the template's.</summary>
    public static string StatementText(XElement body)
    {
        string[] furniture = ["Kicker", "Byline", "Imprint", "ApparatusHeading", "LinkReference", "AddressField", "TOCHeading", "TOC1", "TOC2", "TOC3"];
        var text = new StringBuilder();
        foreach (var paragraph in body.Descendants(W + "p").Where(p => !furniture.Contains(StyleOf(p))))
        {
            text.Append(TextOf(paragraph)).Append('\n');
        }

        return text.ToString();
    }
}
