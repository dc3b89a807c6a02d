namespace Publisher.Sources.FrontMatter;

/// <summary>Reads the names of languages.</summary>
internal static class LanguageTag
{
    /// <summary>
    /// A BCP 47 tag in its usual case (RFC 5646, 2.1.1: <c>de-CH</c>, <c>zh-Hant</c>), also from the names people write; null if the text
    /// does not have the form of one.
    /// </summary>
    public static string? Of(string text)
    {
        var name = MetadataKey.Normalize(text);
        switch (name)
        {
            case "deutsch" or "german" or "allemand":
                return "de";
            case "englisch" or "english" or "anglais":
                return "en";
            case "franzoesisch" or "french" or "francais":
                return "fr";
        }

        var parts = text.Trim().Replace('_', '-').Split('-');
        if (parts[0].Length is not (2 or 3) || !parts[0].All(char.IsAsciiLetter) || !parts.Skip(1).All(IsSubtag))
        {
            return null;
        }

        return string.Join('-', parts.Select((part, index) => (index, part.Length) switch
        {
            (0, _) => part.ToLowerInvariant(),
            (_, 2) => part.ToUpperInvariant(),
            (_, 4) => char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant(),
            _ => part.ToLowerInvariant(),
        }));
    }

    private static bool IsSubtag(string part) => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit);
}
