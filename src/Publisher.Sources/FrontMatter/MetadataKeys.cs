using Publisher.Model;
using Publisher.Model.Diagnostics;

namespace Publisher.Sources.FrontMatter;

/// <summary>Every key that front matter and side-cars may hold, with its English, German and French names.</summary>
internal static class MetadataKeys
{
    /// <summary>Key of the moment before which nothing may be published.</summary>
    public const string Embargo = "embargo";

    /// <summary>The same in German.</summary>
    public const string Sperrfrist = "sperrfrist";

    private static readonly MetadataKey<Contact>[] OfContact =
    [
        new(["name", "nom"], (contact, node, read) => contact with { Name = read.Text(node) }),
        new(["role", "rolle", "funktion", "fonction"], (contact, node, read) => contact with { Role = read.Text(node) }),
        new(["telephone", "telefon", "phone", "tel"], (contact, node, read) => contact with { Telephone = read.Text(node) }),
        new(["email", "e-mail", "mail", "courriel"], (contact, node, read) => contact with { Email = read.Value(node, Email, "an e-mail address", "Write it as name@example.org.") ?? contact.Email }),
        new(["web", "website", "url", "internet", "site"], (contact, node, read) => contact with { Web = WebAddress(node, read) ?? contact.Web }),
        new(["address", "adresse", "anschrift"], (contact, node, read) => contact with { Address = read.Lines(node) }),
    ];

    /// <summary>The keys of a statement.</summary>
    public static IReadOnlyList<MetadataKey<Metadata>> All { get; } =
    [
        new(["title", "titel", "titre"], (facts, node, read) => facts with { Title = read.Line(node) }),
        new(["subtitle", "untertitel", "sous-titre"], (facts, node, read) => facts with { Subtitle = read.Line(node) }),
        new(["kind", "art", "typ", "type"], (facts, node, read) => facts with { Kind = read.Value(node, StatementKinds.Of, "a kind of statement", StatementKinds.Remedy) ?? facts.Kind }),
        new(["language", "lang", "sprache", "langue"], (facts, node, read) => facts with { Language = read.Value(node, LanguageTag.Of, "a language", "Write a tag such as de, de-CH, en or fr.") ?? facts.Language }),
        new(["organisation", "organization", "absender"], (facts, node, read) => facts with { Organisation = read.Text(node) }),
        new(["authors", "author", "autoren", "autor", "autorin", "autorinnen", "verfasser", "auteurs", "auteur"], (facts, node, read) => facts with { Authors = read.Lines(node) }),
        new(["addressee", "adressat", "empfaenger", "an", "destinataire"], (facts, node, read) => facts with { Addressee = read.Lines(node) }),
        new(["place", "ort", "lieu"], (facts, node, read) => facts with { Place = read.Text(node) }),
        new(["date", "datum"], (facts, node, read) => facts with { Date = read.Value(node, WrittenDate.Date, "a date", "Write it as 2026-11-22 or 22.11.2026.") ?? facts.Date }),
        new(["contact", "kontakt", "pressekontakt"], (facts, node, read) => facts with { Contact = ContactOf(node, facts.Contact, read) }),
        new([Embargo, Sperrfrist], (facts, node, read) => facts with { Embargo = read.Needed(node, WrittenDate.DateAndTime, "a date with a time", "Write local time as 2026-11-22 10:00 or 22.11.2026, 10:00 Uhr.") ?? facts.Embargo }),
        new(["reference", "reference-number", "number", "aktenzeichen", "nummer", "numero"], (facts, node, read) => facts with { ReferenceNumber = read.Text(node) }),
        new(["summary", "abstract", "description", "zusammenfassung", "kurzfassung", "resume"], (facts, node, read) => facts with { Summary = read.Text(node) }),
        new(["keywords", "tags", "schlagwoerter", "schlagworte", "stichwoerter", "stichworte", "mots-cles"], (facts, node, read) => facts with { Keywords = read.Terms(node) }),
        new(["version", "fassung"], (facts, node, read) => facts with { Version = read.Text(node) }),
        new(["web", "web-address", "webadresse", "url", "canonical"], (facts, node, read) => facts with { WebAddress = WebAddress(node, read) ?? facts.WebAddress }),
        new(["translations", "uebersetzungen", "traductions"], (facts, node, read) => facts with { Translations = TranslationsOf(node, read) }),
        new(["abbreviations", "abkuerzungen", "abreviations"], (facts, node, read) => facts with { Abbreviations = read.Pairs(node).Select(pair => new Abbreviation(pair.Key.Value.Trim(), pair.Value)).ToValueList() }),
        new(["typography", "typografie", "typographie"], (facts, node, read) => facts with { KeepsTypography = read.Value(node, IsOff, "yes or no", "Write false to leave quotation marks, dashes and spaces as they are, true to correct them.") ?? facts.KeepsTypography }),
    ];

    private static Contact? ContactOf(YamlNode node, Contact? known, FactReader read) => node switch
    {
        YamlMapping mapping => read.Apply(known ?? new Contact(), mapping, OfContact),
        YamlScalar { IsNull: true } => known,
        _ => read.Text(node) is { } name ? (known ?? new Contact()) with { Name = name } : known,
    };

    private static ValueList<Translation> TranslationsOf(YamlNode node, FactReader read)
    {
        var translations = new List<Translation>();
        foreach (var (key, _, value) in read.Pairs(node))
        {
            if (LanguageTag.Of(key.Value) is not { } language)
            {
                read.Report(DiagnosticCode.InvalidValue, key, $"\"{key.Value}\" is not a language; it was left out.", "Write a tag such as de, de-CH, en or fr before the colon.");
            }
            else if (WebAddress(value, read) is { } address)
            {
                translations.Add(new Translation(language, address));
            }
        }

        return translations.ToValueList();
    }

    private static bool? IsOff(string text) => text.ToLowerInvariant() switch
    {
        "false" or "no" or "off" or "nein" or "aus" or "non" => true,
        "true" or "yes" or "on" or "ja" or "an" or "oui" => false,
        _ => null,
    };

    private static string? WebAddress(YamlNode node, FactReader read) =>
        read.Value(node, Web, "a web address", "Write it as https://www.example.org/page.");

    /// <summary>An absolute address of the web; a bare "www.example.org" is completed.</summary>
    private static string? Web(string text)
    {
        var address = text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + text : text;
        return !address.Contains(' ')
            && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri.Host.Length > 0
                ? address
                : null;
    }

    private static string? Email(string text)
    {
        var address = text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? text["mailto:".Length..] : text;
        return address.IndexOf('@') > 0 && address[^1] != '@' && address.AsSpan().IndexOfAny(" <>\"") < 0 ? address : null;
    }
}
