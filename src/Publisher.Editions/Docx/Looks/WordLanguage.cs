namespace Publisher.Editions.Docx.Looks;

/// <summary>Languages as Word's proofing tools name them ([MS-LCID]): a tag without a region is no language to most of them.</summary>
internal static class WordLanguage
{
    /// <summary>The tag for <c>w:lang</c>.</summary>
    /// <param name="tag">BCP 47 tag; <c>und</c> for none.</param>
    public static string Of(string tag) => tag.ToLowerInvariant() switch
    {
        "und" or "zxx" or "" => "x-none",
        "de" => "de-DE",
        "en" => "en-GB",
        "fr" => "fr-FR",
        "it" => "it-IT",
        "es" => "es-ES",
        "nl" => "nl-NL",
        "pl" => "pl-PL",
        "pt" => "pt-PT",
        "tr" => "tr-TR",
        "ru" => "ru-RU",
        "uk" => "uk-UA",
        "ar" => "ar-SA",
        "da" => "da-DK",
        "sv" => "sv-SE",
        "cs" => "cs-CZ",
        "la" => "la-VA",
        _ => tag,
    };

    /// <summary>True if figures of the language have a decimal point, not a comma.</summary>
    public static bool HasDecimalPoint(string tag) => tag.StartsWith("en", StringComparison.OrdinalIgnoreCase);
}
