using Publisher.Editions.Docx.Looks;
using Publisher.Editions.Docx.Package;
using Publisher.Templates.Styles;

namespace Publisher.Editions.Docx.Flow;

/// <summary>The footnotes (ECMA-376-1, 17.11), behind the two separators that Word wants.</summary>
internal static class FootnotesPart
{
    public static PartContent Write(PartContext part)
    {
        var xml = part.Xml;
        xml.Markup("<w:footnotes"u8).Markup(Namespaces.Text).Markup("><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"u8);
        var notes = part.File.Request.Document.Footnotes;
        for (var i = 0; i < notes.Count; i++)
        {
            xml.Markup("<w:footnote"u8).Attribute("w:id"u8, i + 1).Markup(">"u8);
            new BodyWriter(part, WordStyle.IdOf(StyleRole.Footnote)).WriteNote(notes[i].Content);
            xml.Markup("</w:footnote>"u8);
        }

        return xml.Markup("</w:footnotes>"u8).End();
    }
}
