namespace Publisher.Model.Typography;

/// <summary>What a house wants done: the languages with their tables, and which rules apply.</summary>
public sealed record TypographySettings
{
    /// <summary>Nothing is corrected.</summary>
    public static TypographySettings None { get; } = new();

    /// <summary>The languages; text in any other is left alone.</summary>
    public ValueList<TypographyLanguage> Languages { get; init; }

    /// <summary>False to make no space a no-break space; those that a rule puts where none stood stay.</summary>
    public bool NoBreakSpaces { get; init; } = true;

    /// <summary>The table for a language: that of the tag, else of its primary language; null if there is none.</summary>
    public TypographyLanguage? For(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return Find(language) ?? Find(language.Split('-')[0]);
    }

    private TypographyLanguage? Find(string tag) =>
        Languages.FirstOrDefault(language => string.Equals(language.Tag, tag, StringComparison.OrdinalIgnoreCase));
}
