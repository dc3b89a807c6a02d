namespace Publisher.Sources.FrontMatter;

/// <summary>A key of the metadata.</summary>
/// <param name="Names">The English name first, then other names it answers to, all normalized.</param>
/// <param name="Apply">Adds the value to the facts; reports a wrong one and leaves it out.</param>
internal sealed record MetadataKey<T>(string[] Names, Func<T, YamlNode, FactReader, T> Apply)
{
    /// <summary>True if a normalized name means this key.</summary>
    public bool Answers(string name) => Names.Contains(name, StringComparer.Ordinal);
}

/// <summary>Names of keys.</summary>
internal static class MetadataKey
{
    /// <summary>
    /// A name in lower case with hyphens for spaces and underscores and without accents (ä is ae), so that "Schlagwörter",
    /// "Mots clés" and "reference_number" are found.
    /// </summary>
    public static string Normalize(string name) => string.Concat(name.Trim().ToLowerInvariant().Select(c => c switch
    {
        ' ' or '_' => "-",
        'ä' => "ae",
        'ö' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'é' or 'è' or 'ê' => "e",
        'à' or 'â' => "a",
        'ç' => "c",
        _ => c.ToString(),
    }));
}
