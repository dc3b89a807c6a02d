using Publisher.Editions.Docx.Looks;
using Publisher.Editions.Docx.Package;
using Publisher.Model.Diagnostics;

namespace Publisher.Editions.Docx.Flow;

/// <summary>The doubts of the source as comments (ECMA-376-1, 17.13.4).</summary>
internal sealed class CommentsPart
{
    // The texts of diagnostics are in English, whatever the statement's language.
    private readonly CharacterLook _look = new CharacterLooks().Plain("en");

    private readonly List<Diagnostic> _all = [];

    /// <summary>True if there is no comment.</summary>
    public bool IsEmpty => _all.Count == 0;

    /// <summary>Adds a comment and gives its id.</summary>
    public int Add(Diagnostic diagnostic)
    {
        _all.Add(diagnostic);
        return _all.Count - 1;
    }

    /// <summary>Writes the end of a comment's range and its mark.</summary>
    public static void WriteEnd(PartWriter xml, int id) => xml
        .Markup("<w:commentRangeEnd"u8).Attribute("w:id"u8, id)
        .Markup("/><w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:commentReference"u8).Attribute("w:id"u8, id).Markup("/></w:r>"u8);

    /// <summary>The part.</summary>
    /// <param name="date">ISO 8601; null for none.</param>
    public PartContent Write(string? date)
    {
        using var xml = new PartWriter();
        xml.Markup("<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"u8);
        for (var i = 0; i < _all.Count; i++)
        {
            var diagnostic = _all[i];
            xml.Markup("<w:comment"u8).Attribute("w:id"u8, i).Attribute("w:author"u8, $"Publisher ({diagnostic.Severity})").Attribute("w:date"u8, date)
                .Attribute("w:initials"u8, $"PUB{(int)diagnostic.Code}").Markup("><w:p><w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr>"u8)
                .Markup("<w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:annotationRef/></w:r>"u8);
            Line(xml, diagnostic.Message);
            xml.Markup("</w:p><w:p><w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr>"u8);
            Line(xml, diagnostic.Remedy);
            xml.Markup("</w:p></w:comment>"u8);
        }

        return xml.Markup("</w:comments>"u8).End();
    }

    private void Line(PartWriter xml, string text) =>
        xml.Markup("<w:r>"u8).Markup(_look.Properties).Markup("<w:t xml:space=\"preserve\">"u8).Text(text).Markup("</w:t></w:r>"u8);
}
