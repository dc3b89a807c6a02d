using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Publisher.Tests.Contracts.Readers;

/// <summary>Reads a Word file's text from its XML alone: what is inserted counts, what is deleted does not.</summary>
internal sealed class DocxReader : EditionReader
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    // Styles of the template's own texts in the body; the labels over the apparatus among them.
    private static readonly string[] Furniture = ["Kicker", "Byline", "Imprint", "ApparatusHeading"];

    public override EditionText Read(ReadOnlyMemory<byte> edition)
    {
        using var zip = new ZipArchive(new MemoryStream(edition.ToArray()));
        var body = Load(zip, "word/document.xml").Descendants(W + "body").Single();
        var paragraphs = body.Descendants(W + "p").Where(p => !Furniture.Contains(StyleOf(p))).ToArray();
        var notes = Load(zip, "word/footnotes.xml").Descendants(W + "footnote").Where(note => note.Attribute(W + "type") is null);
        return new EditionText(
            TextOf(paragraphs.Where(p => StyleOf(p) != "LinkReference")),
            TextOf(notes.SelectMany(note => note.Descendants(W + "p"))),
            TextOf(paragraphs.Where(p => StyleOf(p) == "LinkReference")));
    }

    private static XDocument Load(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    private static string? StyleOf(XElement paragraph) => (string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val");

    private static string TextOf(IEnumerable<XElement> paragraphs)
    {
        var text = new StringBuilder();
        foreach (var paragraph in paragraphs)
        {
            foreach (var run in paragraph.Descendants(W + "r").Where(run => !IsNoteMark(run)))
            {
                foreach (var part in run.Elements())
                {
                    text.Append(part.Name.LocalName switch { "t" => part.Value, "br" or "tab" => "\n", _ => "" });
                }
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    // Further styles round the mark stand before it in the name.
    private static bool IsNoteMark(XElement run) =>
        ((string?)run.Element(W + "rPr")?.Element(W + "rStyle")?.Attribute(W + "val") ?? "").EndsWith("FootnoteReference", StringComparison.OrdinalIgnoreCase);
}
