using System.Text.Json.Serialization;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;

namespace Publisher.Model.Json;

/// <summary>The JSON form's envelope.</summary>
/// <param name="Version">Version of the form; 1.</param>
/// <param name="Document">The document.</param>
internal sealed record Envelope(int Version, Document Document);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowOutOfOrderMetadataProperties = true,
    UseStringEnumConverter = true,
    WriteIndented = true,
    NewLine = "\n",
    MaxDepth = 512,
    Converters =
    [
        typeof(SourceSpanConverter),
        typeof(BytesConverter),
        typeof(ValueListConverter<Block>),
        typeof(ValueListConverter<Inline>),
        typeof(ValueListConverter<ListItem>),
        typeof(ValueListConverter<TableColumn>),
        typeof(ValueListConverter<TableRow>),
        typeof(ValueListConverter<TableCell>),
        typeof(ValueListConverter<Footnote>),
        typeof(ValueListConverter<LinkReference>),
        typeof(ValueListConverter<Resource>),
        typeof(ValueListConverter<Change>),
        typeof(ValueListConverter<Diagnostic>),
        typeof(ValueListConverter<Translation>),
        typeof(ValueListConverter<Abbreviation>),
        typeof(ValueListConverter<string>),
    ])]
[JsonSerializable(typeof(Envelope))]
[JsonSerializable(typeof(Heading))]
[JsonSerializable(typeof(Paragraph))]
[JsonSerializable(typeof(UnorderedList))]
[JsonSerializable(typeof(OrderedList))]
[JsonSerializable(typeof(Quote))]
[JsonSerializable(typeof(Table))]
[JsonSerializable(typeof(Figure))]
[JsonSerializable(typeof(CodeBlock))]
[JsonSerializable(typeof(ThematicBreak))]
[JsonSerializable(typeof(PageBreak))]
[JsonSerializable(typeof(Block))]
[JsonSerializable(typeof(ListItem))]
[JsonSerializable(typeof(TableColumn))]
[JsonSerializable(typeof(TableRow))]
[JsonSerializable(typeof(TableCell))]
[JsonSerializable(typeof(Text))]
[JsonSerializable(typeof(Emphasis))]
[JsonSerializable(typeof(Strong))]
[JsonSerializable(typeof(Strikethrough))]
[JsonSerializable(typeof(Superscript))]
[JsonSerializable(typeof(Subscript))]
[JsonSerializable(typeof(Code))]
[JsonSerializable(typeof(Link))]
[JsonSerializable(typeof(Image))]
[JsonSerializable(typeof(LanguageSpan))]
[JsonSerializable(typeof(LineBreak))]
[JsonSerializable(typeof(FootnoteReference))]
[JsonSerializable(typeof(Correction))]
[JsonSerializable(typeof(Placeholder))]
[JsonSerializable(typeof(Inline))]
[JsonSerializable(typeof(Footnote))]
[JsonSerializable(typeof(LinkReference))]
[JsonSerializable(typeof(Resource))]
[JsonSerializable(typeof(Change))]
[JsonSerializable(typeof(Diagnostic))]
[JsonSerializable(typeof(Translation))]
[JsonSerializable(typeof(Abbreviation))]
internal sealed partial class ModelJsonContext : JsonSerializerContext;
