using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Publisher.Model;

namespace Publisher.Editions.Html.Publications;

/// <summary>What search engines read about an index: schema.org in JSON-LD 1.1.</summary>
internal static class IndexData
{
    /// <summary>The data as JSON in UTF-8; holds no <c>&lt;</c>.</summary>
    public static ReadOnlyMemory<byte> Of(HtmlPage page, ValueList<Publication> listed)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, LinkedData.Options))
        {
            json.WriteStartObject();
            json.WriteString("@context"u8, "https://schema.org");
            json.WriteString("@type"u8, "CollectionPage");
            json.WriteString("name"u8, page.Title);
            json.WriteString("inLanguage"u8, page.Language);
            json.WriteStartArray("hasPart"u8);
            foreach (var publication in listed)
            {
                Part(json, publication);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void Part(Utf8JsonWriter json, Publication publication)
    {
        json.WriteStartObject();
        json.WriteString("@type"u8, LinkedData.TypeOf(publication.Metadata.Kind));
        json.WriteString("headline"u8, publication.Title);
        json.WriteString("url"u8, publication.Page.Address);
        if (publication.Metadata.Date is { } date)
        {
            json.WriteString("datePublished"u8, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
    }
}
