using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Publisher.Model;

namespace Publisher.Editions.Html;

/// <summary>
/// What search engines read: schema.org in JSON-LD 1.1.
/// </summary>
internal static class LinkedData
{
    // Escapes "<", ">" and "&", so that no text can end the element.
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The data as JSON in UTF-8; holds no <c>&lt;</c>.</summary>
    public static ReadOnlyMemory<byte> Of(HtmlPage page)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, page);
        }

        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, HtmlPage page)
    {
        var metadata = page.Document.Metadata;
        json.WriteStartObject();
        json.WriteString("@context"u8, "https://schema.org");
        json.WriteString("@type"u8, TypeOf(metadata.Kind));
        json.WriteString("headline"u8, page.Title);
        Text(json, "description"u8, HeadWriter.DescriptionOf(page.Document));
        json.WriteString("inLanguage"u8, page.Language);
        Text(json, "datePublished"u8, metadata.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Text(json, "dateline"u8, metadata.Kind == StatementKind.PressRelease ? metadata.Place : null);
        Text(json, "identifier"u8, metadata.ReferenceNumber);
        Text(json, "url"u8, page.WebAddress);
        Authors(json, metadata);
        Publisher(json, page);
        List(json, "keywords"u8, metadata.Keywords);
        Siblings(json, page.Request.Siblings);
        json.WriteEndObject();
    }

    /// <summary>schema.org's "Statement" means a small fact, so a political statement is a report or a news article.</summary>
    public static string TypeOf(StatementKind? kind) => kind switch
    {
        StatementKind.PressRelease => "NewsArticle",
        StatementKind.PositionPaper => "Report",
        StatementKind.OpenLetter => "OpinionNewsArticle",
        _ => "Article",
    };

    private static void Authors(Utf8JsonWriter json, Metadata metadata)
    {
        if (metadata.Authors.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("author"u8);
        foreach (var author in metadata.Authors)
        {
            json.WriteStartObject();
            json.WriteString("@type"u8, "Person");
            json.WriteString("name"u8, author);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Publisher(Utf8JsonWriter json, HtmlPage page)
    {
        var brand = page.Request.Template.Brand;
        if ((page.Document.Metadata.Organisation ?? brand.Name) is not { Length: > 0 } name)
        {
            return;
        }

        json.WriteStartObject("publisher"u8);
        json.WriteString("@type"u8, "Organization");
        json.WriteString("name"u8, name);
        Text(json, "url"u8, brand.WebAddress is { } address ? Address.SafeOrNull(address) : null);
        json.WriteEndObject();
    }

    private static void Siblings(Utf8JsonWriter json, ValueList<SiblingEdition> siblings)
    {
        if (siblings.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("encoding"u8);
        foreach (var sibling in siblings)
        {
            json.WriteStartObject();
            json.WriteString("@type"u8, "MediaObject");
            json.WriteString("contentUrl"u8, Address.OfFile(sibling.FileName));
            json.WriteString("encodingFormat"u8, sibling.MediaType);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is { Length: > 0 })
        {
            json.WriteString(name, value);
        }
    }

    private static void List(Utf8JsonWriter json, ReadOnlySpan<byte> name, ValueList<string> values)
    {
        if (values.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
