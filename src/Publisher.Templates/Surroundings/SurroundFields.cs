using System.Globalization;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Words;
using Publisher.Templates.Files;
using Publisher.Templates.Labels;
using Publisher.Templates.Liquid;

namespace Publisher.Templates.Surroundings;

/// <summary>The fields that surrounding text may name, with their values for one statement and edition.</summary>
internal static class SurroundFields
{
    // Longer titles do not fit beside another part of a running header.
    private const int ShortTitleLength = 60;

    private static readonly (Label Label, string Name)[] AllLabels =
        [.. Enum.GetValues<Label>().Select(label => (label, KebabCase.Of(label.ToString()).Replace('-', '_')))];

    /// <summary>Texts of the house that the standard template shows where a brand has them.</summary>
    public static ValueList<string> HouseTexts { get; } = ["about", "imprint", "return_line"];

    /// <summary>Fields whose names are all there and whose values mean nothing.</summary>
    /// <param name="house">Names of the house's texts.</param>
    public static Dictionary<string, object?> Example(IEnumerable<string> house) => Of(
        Locale(),
        Document.Empty with { Metadata = Metadata.Empty with { Contact = new Contact() } },
        new EditionSpec("x", "x"),
        new Brands.Brand(),
        house.Distinct(FieldNames.Comparer).ToDictionary(name => name, _ => string.Empty, FieldNames.Comparer));

    /// <summary>The values. A fact that is not known is null, so that <c>{% if date %}</c> asks for it.</summary>
    public static Dictionary<string, object?> Of(
        Locale locale, Document document, EditionSpec edition, Brands.Brand brand, IReadOnlyDictionary<string, string> house)
    {
        var metadata = document.Metadata;
        var title = MarkdownEscape.Plain(PlainText.Of(metadata.Title));
        var kind = metadata.Kind is { } k ? locale.NameOf(k) : null;
        var roles = document.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Role).ToHashSet();
        return new Dictionary<string, object?>(FieldNames.Comparer)
        {
            ["title"] = metadata.Title.IsEmpty ? null : FieldMark.Of(FieldMark.Title),
            ["subtitle"] = metadata.Subtitle.IsEmpty ? null : FieldMark.Of(FieldMark.Subtitle),
            ["short_title"] = LiquidFilters.Truncate(title, ShortTitleLength),
            ["kind"] = kind,
            ["kind_in_title"] = kind is not null && title.Contains(kind, StringComparison.OrdinalIgnoreCase),
            ["language"] = metadata.Language,
            ["sender"] = brand.Name ?? metadata.Organisation,
            ["organisation"] = metadata.Organisation ?? brand.Name,
            ["authors"] = List(metadata.Authors),
            ["addressee"] = List(metadata.Addressee),
            ["place"] = metadata.Place,
            ["date"] = metadata.Date is { } date ? locale.Format(date) : null,
            ["date_iso"] = metadata.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["contact"] = ContactOf(metadata.Contact),
            ["embargo"] = metadata.Embargo is { } embargo ? locale.Format(Label.EmbargoUntil, locale.Format(embargo)) : null,
            ["reference_number"] = metadata.ReferenceNumber,
            ["summary"] = metadata.Summary,
            ["keywords"] = List(metadata.Keywords),
            ["version"] = metadata.Version,
            ["web_address"] = metadata.WebAddress,
            ["web_address_text"] = AddressText(metadata.WebAddress),
            ["text_has"] = new Dictionary<string, object?>(FieldNames.Comparer)
            {
                ["dateline"] = roles.Contains(ParagraphRole.Dateline),
                ["addressee"] = roles.Contains(ParagraphRole.Addressee),
                ["salutation"] = roles.Contains(ParagraphRole.Salutation),
                ["valediction"] = roles.Contains(ParagraphRole.Valediction),
                ["signature"] = roles.Contains(ParagraphRole.Signature),
                ["contact"] = roles.Contains(ParagraphRole.Contact),
            },
            ["brand"] = new Dictionary<string, object?>(FieldNames.Comparer)
            {
                ["name"] = brand.Name,
                ["short_name"] = brand.ShortName,
                ["link"] = brand.WebAddress,
                ["link_text"] = AddressText(brand.WebAddress),
            },
            ["fields"] = house.ToDictionary(pair => pair.Key, pair => (object?)pair.Value, FieldNames.Comparer),
            ["labels"] = AllLabels.ToDictionary(pair => pair.Name, pair => (object?)locale[pair.Label], FieldNames.Comparer),
            ["edition"] = new Dictionary<string, object?>(FieldNames.Comparer) { ["name"] = edition.Name, ["format"] = edition.Format },
            ["first_page"] = false,
            ["page"] = FieldMark.Of(FieldMark.Page),
            ["pages"] = FieldMark.Of(FieldMark.Pages),
            ["section"] = FieldMark.Of(FieldMark.Section),
            ["page_of"] = PageOf(locale),
        };
    }

    private static Dictionary<string, object?>? ContactOf(Contact? contact) => contact is null ? null : new(FieldNames.Comparer)
    {
        ["name"] = contact.Name,
        ["role"] = contact.Role,
        ["telephone"] = contact.Telephone,
        ["email"] = contact.Email,
        ["web"] = contact.Web,
        ["web_text"] = AddressText(contact.Web),
        ["address"] = List(contact.Address),
    };

    /// <summary>The label is escaped as a value is; the marks for the numbers are not.</summary>
    private static LiquidMarkup PageOf(Locale locale) => new(MarkdownEscape.Escape(locale[Label.PageOf])
        .Replace(MarkdownEscape.Escape("{0}"), FieldMark.Page.ToString(), StringComparison.Ordinal)
        .Replace(MarkdownEscape.Escape("{1}"), FieldMark.Pages.ToString(), StringComparison.Ordinal));

    private static List<object?> List(ValueList<string> items) => items.ToList<object?>();

    /// <summary>A web address as print shows it: without the scheme and a last slash.</summary>
    private static string? AddressText(string? address)
    {
        var scheme = address?.IndexOf("://", StringComparison.Ordinal) ?? -1;
        return scheme < 0 ? address : address![(scheme + 3)..].TrimEnd('/');
    }

    /// <summary>A locale that names nothing, to learn the names of fields.</summary>
    private static Locale Locale() => new(
        "und", AllLabels.ToDictionary(pair => pair.Label, _ => string.Empty), Enumerable.Repeat(string.Empty, 12).ToValueList(), string.Empty, string.Empty);
}
