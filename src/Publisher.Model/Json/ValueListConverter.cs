using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Publisher.Model.Json;

/// <summary>A list as a JSON array.</summary>
internal sealed class ValueListConverter<T> : JsonConverter<ValueList<T>>
{
    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("An array is expected here.");
        }

        // The converter itself, not JsonSerializer.Deserialize: that would copy each element and count lines from its start.
        var element = (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var item = reader.TokenType == JsonTokenType.Null ? default : element.Read(ref reader, typeof(T), options);
            items.Add(item ?? throw new JsonException("An element of a list may not be null."));
        }

        return items.ToValueList();
    }

    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
    {
        var element = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        writer.WriteStartArray();
        foreach (var item in value)
        {
            JsonSerializer.Serialize(writer, item, element);
        }

        writer.WriteEndArray();
    }
}

/// <summary>Bytes as Base64 (RFC 4648, section 4).</summary>
internal sealed class BytesConverter : JsonConverter<ValueList<byte>>
{
    public override ValueList<byte> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out var bytes)
            ? ValueList.Create<byte>(bytes)
            : throw new JsonException("Base64 is expected here.");

    public override void Write(Utf8JsonWriter writer, ValueList<byte> value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(value.AsSpan());
}

/// <summary>A span as <c>[offset, length, line, column]</c>.</summary>
internal sealed class SourceSpanConverter : JsonConverter<SourceSpan>
{
    public override SourceSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<int> numbers = stackalloc int[4];
        var count = 0;
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.Number && count < 4)
            {
                numbers[count++] = reader.GetInt32();
            }
        }

        return count == 4 && reader.TokenType == JsonTokenType.EndArray
            ? new SourceSpan(numbers[0], numbers[1], numbers[2], numbers[3])
            : throw new JsonException("A span is an array of four numbers: offset, length, line, column.");
    }

    public override void Write(Utf8JsonWriter writer, SourceSpan value, JsonSerializerOptions options)
    {
        // Raw, so that a span stays on one line in indented JSON.
        writer.WriteRawValue($"[{value.Offset}, {value.Length}, {value.Line}, {value.Column}]", skipInputValidation: true);
    }
}
