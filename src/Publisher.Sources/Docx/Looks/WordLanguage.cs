using Publisher.Sources.FrontMatter;

namespace Publisher.Sources.Docx.Looks;

/// <summary>Languages as <c>w:lang</c> names them: with a region even where nobody meant one.</summary>
internal static class WordLanguage
{
    /// <summary>The BCP 47 tag, without the region that Word gives a language by itself; null if it names none.</summary>
    public static string? Of(string? value) => value is null ? null : LanguageTag.Of(value) switch
    {
        "x-none" or null => null,
        "de-DE" => "de",
        "en-GB" => "en",
        "fr-FR" => "fr",
        "it-IT" => "it",
        "es-ES" => "es",
        "nl-NL" => "nl",
        "pl-PL" => "pl",
        "pt-PT" => "pt",
        "tr-TR" => "tr",
        "ru-RU" => "ru",
        "uk-UA" => "uk",
        "ar-SA" => "ar",
        "da-DK" => "da",
        "sv-SE" => "sv",
        "cs-CZ" => "cs",
        "la-VA" or "la-Latn" => "la",
        var tag => tag,
    };

    /// <summary>True if two tags name the same language, perhaps of other regions.</summary>
    public static bool AreSame(string first, string second) => Primary(first).Equals(Primary(second), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Primary(string tag) => tag.AsSpan(0, tag.IndexOf('-') is var hyphen && hyphen < 0 ? tag.Length : hyphen);
}
