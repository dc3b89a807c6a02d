using System.Globalization;
using Publisher.Editions.Docx.Looks;
using Publisher.Editions.Docx.Package;
using Publisher.Templates.Labels;

namespace Publisher.Editions.Docx.Flow;

/// <summary>Writes what the tool changed as tracked changes (ECMA-376-1, 17.13.5), by an author that names the rule.</summary>
internal sealed class Revisions(FileContext file)
{
    /// <summary>The moment of the changes, ISO 8601; null if none is known.</summary>
    public string? Date { get; } = file.Request.Timestamp?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Originals with characters that XML cannot hold, by the revision's id.</summary>
    public List<(long Id, string Original)> Unwritable { get; } = [];

    /// <summary>Writes a text as deleted.</summary>
    public void Delete(PartWriter xml, string original, string rule, CharacterLook look)
    {
        if (original.Length == 0)
        {
            return;
        }

        var id = Begin(xml, "<w:del"u8, rule);
        if (original.AsSpan().ContainsAnyInRange('\0', '\b') || original.AsSpan().ContainsAnyInRange('\u000E', '\u001F') || original.AsSpan().ContainsAny('\v', '\f'))
        {
            Unwritable.Add((id, original));
        }

        xml.Markup("<w:r>"u8).Markup(look.Properties);
        Lines(xml, original, "<w:delText xml:space=\"preserve\">"u8, "</w:delText>"u8);
        xml.Markup("</w:r></w:del>"u8);
    }

    /// <summary>Writes a text as inserted.</summary>
    public void Insert(PartWriter xml, ReadOnlySpan<char> replacement, string rule, CharacterLook look)
    {
        if (replacement.Length == 0)
        {
            return;
        }

        Begin(xml, "<w:ins"u8, rule);
        xml.Markup("<w:r>"u8).Markup(look.Properties);
        Lines(xml, replacement, "<w:t xml:space=\"preserve\">"u8, "</w:t>"u8);
        xml.Markup("</w:r></w:ins>"u8);
    }

    /// <summary>Writes that the mark of the paragraph is deleted: with the text it vanishes as a whole.</summary>
    public void DeleteMark(PartWriter xml, string rule)
    {
        xml.Markup("<w:rPr>"u8);
        Attributes(xml.Markup("<w:del"u8), rule);
        xml.Markup("/></w:rPr>"u8);
    }

    private long Begin(PartWriter xml, ReadOnlySpan<byte> element, string rule)
    {
        var id = Attributes(xml.Markup(element), rule);
        xml.Markup(">"u8);
        return id;
    }

    private long Attributes(PartWriter xml, string rule)
    {
        var id = file.NextId();
        xml.Attribute("w:id"u8, id).Attribute("w:author"u8, $"{file.Locale[Label.CorrectionAuthor]} ({rule})").Attribute("w:date"u8, Date);
        return id;
    }

    /// <summary>Line ends of the source are line breaks: the source's characters come back where the change is refused.</summary>
    private static void Lines(PartWriter xml, ReadOnlySpan<char> text, ReadOnlySpan<byte> open, ReadOnlySpan<byte> close)
    {
        var isFirst = true;
        foreach (var range in text.Split('\n'))
        {
            xml.Markup(isFirst ? default : "<w:br/>"u8);
            isFirst = false;
            var line = text[range].TrimEnd('\r');
            if (!line.IsEmpty)
            {
                xml.Markup(open).Text(line).Markup(close);
            }
        }
    }
}
