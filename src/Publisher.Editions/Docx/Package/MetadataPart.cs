using System.Globalization;
using System.Text;
using Publisher.Editions.Docx.Flow;
using Publisher.Model;

namespace Publisher.Editions.Docx.Package;

/// <summary>What Word has no construct for, as custom XML (ECMA-376-1, 22.5); docs/docx.md lists it.</summary>
internal static class MetadataPart
{
    /// <summary>The namespace of the part.</summary>
    public const string Namespace = "urn:publisher:statement:1";

    /// <summary>The properties of the part. The id is the same in every file: it names the kind of data.</summary>
    public static PartContent Properties()
    {
        using var xml = new PartWriter();
        return xml.Markup("<ds:datastoreItem ds:itemID=\"{6E2B1F3A-8C47-4F0E-9D15-2A7C64B0E931}\" xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"><ds:schemaRefs><ds:schemaRef"u8)
            .Attribute("ds:uri"u8, Namespace).Markup("/></ds:schemaRefs></ds:datastoreItem>"u8).End();
    }

    /// <summary>The part.</summary>
    public static PartContent Write(FileContext file)
    {
        using var xml = new PartWriter();
        xml.Markup("<statement"u8).Attribute("xmlns"u8, Namespace).Markup("><metadata>"u8);
        Facts(xml, file.Request.Document.Metadata);
        xml.Markup("</metadata>"u8);
        Places(xml, file);
        Styles(xml, file);
        foreach (var reference in Open(xml, "linkReferences"u8, file.Request.Document.LinkReferences))
        {
            xml.Markup("<linkReference"u8).Attribute("page"u8, reference.Page).Markup(">"u8).Text(reference.Target).Markup("</linkReference>"u8);
        }

        Close(xml, "linkReferences"u8, file.Request.Document.LinkReferences);
        foreach (var columns in Open(xml, "tables"u8, file.Tables))
        {
            xml.Markup("<table"u8).Attribute("columns"u8, string.Join(' ', columns.Select(column => column.Alignment.ToString()))).Markup("/>"u8);
        }

        Close(xml, "tables"u8, file.Tables);
        foreach (var (part, resource) in Open(xml, "resources"u8, file.UsedResources))
        {
            xml.Markup("<resource"u8).Attribute("part"u8, "word/" + part).Attribute("name"u8, resource.Name).Attribute("mediaType"u8, resource.MediaType).Markup("/>"u8);
        }

        Close(xml, "resources"u8, file.UsedResources);
        foreach (var (id, original) in Open(xml, "originals"u8, file.Revisions.Unwritable))
        {
            xml.Markup("<original"u8).Attribute("revision"u8, id).Markup(">"u8).Text(Escaped(original)).Markup("</original>"u8);
        }

        Close(xml, "originals"u8, file.Revisions.Unwritable);
        return xml.Markup("</statement>"u8).End();
    }

    private static void Facts(PartWriter xml, Metadata metadata)
    {
        xml.Element("kind"u8, metadata.Kind?.ToString()).Element("language"u8, metadata.Language).Element("organisation"u8, metadata.Organisation);
        Each(xml, "author"u8, metadata.Authors);
        Each(xml, "addressee"u8, metadata.Addressee);
        xml.Element("place"u8, metadata.Place).Element("date"u8, metadata.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (metadata.Contact is { } contact)
        {
            xml.Markup("<contact>"u8).Element("name"u8, contact.Name).Element("role"u8, contact.Role).Element("telephone"u8, contact.Telephone)
                .Element("email"u8, contact.Email).Element("web"u8, contact.Web);
            Each(xml, "address"u8, contact.Address);
            xml.Markup("</contact>"u8);
        }

        xml.Element("embargo"u8, metadata.Embargo?.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture))
            .Element("referenceNumber"u8, metadata.ReferenceNumber).Element("summary"u8, metadata.Summary);
        Each(xml, "keyword"u8, metadata.Keywords);
        xml.Element("version"u8, metadata.Version).Element("webAddress"u8, metadata.WebAddress);
        foreach (var translation in metadata.Translations)
        {
            xml.Markup("<translation"u8).Attribute("language"u8, translation.Language).Markup(">"u8).Text(translation.WebAddress).Markup("</translation>"u8);
        }

        foreach (var abbreviation in metadata.Abbreviations)
        {
            xml.Markup("<abbreviation"u8).Attribute("short"u8, abbreviation.Short).Markup(">"u8).Text(abbreviation.Long).Markup("</abbreviation>"u8);
        }
    }

    private static void Places(PartWriter xml, FileContext file)
    {
        var anchors = file.Bookmarks.ToArray();
        foreach (var (id, bookmark) in Open(xml, "anchors"u8, anchors))
        {
            xml.Markup("<anchor"u8).Attribute("bookmark"u8, bookmark).Attribute("id"u8, id).Markup("/>"u8);
        }

        Close(xml, "anchors"u8, anchors);
        var notes = file.Notes.Numbers.ToArray();
        foreach (var (id, number) in Open(xml, "notes"u8, notes))
        {
            xml.Markup("<note"u8).Attribute("number"u8, number).Attribute("id"u8, id).Markup("/>"u8);
        }

        Close(xml, "notes"u8, notes);
    }

    private static void Styles(PartWriter xml, FileContext file)
    {
        foreach (var (language, style) in Open(xml, "codeLanguages"u8, file.CodeStyles))
        {
            xml.Markup("<codeLanguage"u8).Attribute("style"u8, style).Markup(">"u8).Text(language).Markup("</codeLanguage>"u8);
        }

        Close(xml, "codeLanguages"u8, file.CodeStyles);
        foreach (var (tag, style) in Open(xml, "languages"u8, file.Looks.Languages))
        {
            xml.Markup("<language"u8).Attribute("style"u8, style).Markup(">"u8).Text(tag).Markup("</language>"u8);
        }

        Close(xml, "languages"u8, file.Looks.Languages);
    }

    private static IReadOnlyCollection<T> Open<T>(PartWriter xml, ReadOnlySpan<byte> name, IReadOnlyCollection<T> items)
    {
        if (items.Count > 0)
        {
            xml.Markup("<"u8).Markup(name).Markup(">"u8);
        }

        return items;
    }

    private static void Close<T>(PartWriter xml, ReadOnlySpan<byte> name, IReadOnlyCollection<T> items)
    {
        if (items.Count > 0)
        {
            xml.Markup("</"u8).Markup(name).Markup(">"u8);
        }
    }

    private static void Each(PartWriter xml, ReadOnlySpan<byte> name, ValueList<string> values)
    {
        foreach (var value in values)
        {
            xml.Markup("<"u8).Markup(name).Markup(">"u8).Text(value).Markup("</"u8).Markup(name).Markup(">"u8);
        }
    }

    /// <summary>Control characters as <c>\u0001</c>, the backslash as <c>\u005C</c>.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            _ = c is < ' ' or '\\' || char.IsSurrogate(c) || c >= '\uFFFE' ? escaped.Append($"\\u{(int)c:X4}") : escaped.Append(c);
        }

        return escaped.ToString();
    }
}
