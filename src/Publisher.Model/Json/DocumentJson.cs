using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;

namespace Publisher.Model.Json;

/// <summary>The JSON form of a document, as README.md beside this file describes it. Reading what was written gives an equal document.</summary>
public static class DocumentJson
{
    private const int Version = 1;

    private static readonly JsonTypeInfo<Envelope> TypeInfo = MakeTypeInfo();

    /// <summary>The document as indented UTF-8 JSON with LF line ends and one at the end.</summary>
    public static byte[] Write(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. JsonSerializer.SerializeToUtf8Bytes(new Envelope(Version, document), TypeInfo), (byte)'\n'];
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <param name="file">Name of the file, for messages; null if there is none.</param>
    /// <exception cref="PublisherException">The JSON is not of this form.</exception>
    public static Document Read(ReadOnlySpan<byte> json, string? file = null)
    {
        try
        {
            var envelope = JsonSerializer.Deserialize(json, TypeInfo) ?? throw new JsonException("The document is null.");
            return envelope.Version == Version
                ? envelope.Document
                : throw new JsonException($"Version {envelope.Version} of the form is not known; this program reads version {Version}.");
        }
        catch (JsonException e)
        {
            throw new PublisherException(
                file,
                (int)(e.LineNumber ?? -1) + 1,
                $"This is not the JSON form of a document: {e.Message.Split(" Path:")[0]}",
                "Write it anew with \"publisher inspect --json\".",
                e);
        }
    }

    private static JsonTypeInfo<Envelope> MakeTypeInfo()
    {
        var options = new JsonSerializerOptions(ModelJsonContext.Default.Options)
        {
            // Umlauts and typographic quotation marks stay readable; the form is never embedded in HTML.
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            TypeInfoResolver = ModelJsonContext.Default.WithAddedModifier(NameKinds).WithAddedModifier(LeaveOutWhatIsEmpty),
        };
        return (JsonTypeInfo<Envelope>)options.GetTypeInfo(typeof(Envelope));
    }

    private static void NameKinds(JsonTypeInfo type)
    {
        if (type.Type == typeof(Block))
        {
            type.PolymorphismOptions = Kinds(
                typeof(Heading), typeof(Paragraph), typeof(UnorderedList), typeof(OrderedList), typeof(Quote), typeof(Table),
                typeof(Figure), typeof(CodeBlock), typeof(ThematicBreak), typeof(PageBreak));
        }
        else if (type.Type == typeof(Inline))
        {
            type.PolymorphismOptions = Kinds(
                typeof(Text), typeof(Emphasis), typeof(Strong), typeof(Strikethrough), typeof(Superscript), typeof(Subscript),
                typeof(Code), typeof(Link), typeof(Image), typeof(LanguageSpan), typeof(LineBreak), typeof(FootnoteReference),
                typeof(Correction), typeof(Placeholder));
        }
    }

    private static JsonPolymorphismOptions Kinds(params Type[] types)
    {
        var options = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "type" };
        foreach (var type in types)
        {
            options.DerivedTypes.Add(new JsonDerivedType(type, JsonNamingPolicy.CamelCase.ConvertName(type.Name)));
        }

        return options;
    }

    private static void LeaveOutWhatIsEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType == typeof(SourceSpan))
            {
                property.ShouldSerialize = (_, value) => value is SourceSpan { IsKnown: true };
            }
            else if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ValueList<>))
            {
                property.ShouldSerialize = (_, value) => value is IEnumerable list && list.GetEnumerator().MoveNext();

                // The constructor's parameter is required by the compiler, not by the form: what is left out is empty.
                property.IsRequired = false;
            }
            else if (property.IsGetNullable)
            {
                // Likewise: what is not stated is null.
                property.IsRequired = false;
            }
        }
    }
}
