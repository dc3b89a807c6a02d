using Publisher.Model;
using Publisher.Model.Inlines;
using Publisher.Sources.Docx.Looks;
using Publisher.Sources.Docx.Package;

namespace Publisher.Sources.Docx.Facts;

/// <summary>
/// What the properties of any Word document say (ECMA-376-2, 8.3). The author is left out: it is whoever made the file, often years
/// ago, and nobody who signs.
/// </summary>
internal static class CoreProperties
{
    /// <summary>The facts; nothing if the part is missing.</summary>
    public static Metadata Read(Element? properties) => properties is null ? Metadata.Empty : new Metadata
    {
        Title = Text(properties, "dc:title") is { } title ? [new Text(title)] : [],
        Language = WordLanguage.Of(Text(properties, "dc:language")) ?? "und",
        Summary = Text(properties, "dc:description"),
        Keywords = [.. (Text(properties, "cp:keywords") ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
    };

    /// <summary>Facts, with those of another place where they say nothing.</summary>
    public static Metadata Or(this Metadata first, Metadata second) => first with
    {
        Title = first.Title.IsEmpty ? second.Title : first.Title,
        Subtitle = first.Subtitle.IsEmpty ? second.Subtitle : first.Subtitle,
        Kind = first.Kind ?? second.Kind,
        Language = first.Language == "und" ? second.Language : first.Language,
        Organisation = first.Organisation ?? second.Organisation,
        Authors = first.Authors.IsEmpty ? second.Authors : first.Authors,
        Addressee = first.Addressee.IsEmpty ? second.Addressee : first.Addressee,
        Place = first.Place ?? second.Place,
        Date = first.Date ?? second.Date,
        Contact = first.Contact ?? second.Contact,
        Embargo = first.Embargo ?? second.Embargo,
        ReferenceNumber = first.ReferenceNumber ?? second.ReferenceNumber,
        Summary = first.Summary ?? second.Summary,
        Keywords = first.Keywords.IsEmpty ? second.Keywords : first.Keywords,
        Version = first.Version ?? second.Version,
        WebAddress = first.WebAddress ?? second.WebAddress,
        Translations = first.Translations.IsEmpty ? second.Translations : first.Translations,
        Abbreviations = first.Abbreviations.IsEmpty ? second.Abbreviations : first.Abbreviations,
    };

    private static string? Text(Element properties, string name) =>
        string.Join(' ', (properties.Child(name)?.Text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } text ? text : null;
}
