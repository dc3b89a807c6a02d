namespace Publisher.Templates.Yaml;

/// <summary>A value of a YAML file that knows its line.</summary>
/// <param name="Line">One-based.</param>
internal abstract record YamlNode(int Line);

/// <summary>A text, number or flag as it stands.</summary>
/// <param name="Value">The characters; an unquoted empty value or <c>~</c> is <see cref="IsNull"/>.</param>
/// <param name="IsNull">True if nothing stands there.</param>
/// <param name="Line">One-based.</param>
internal sealed record YamlText(string Value, bool IsNull, int Line) : YamlNode(Line)
{
    /// <summary>The note in the line of a key behind which nothing else stands, with its sign; null if there is none.</summary>
    public string? Note { get; init; }
}

/// <summary>A list.</summary>
internal sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line);

/// <summary>Keys with values, each key once.</summary>
internal sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, int Line) : YamlNode(Line);

/// <summary>A key with its value.</summary>
internal sealed record YamlEntry(string Key, YamlNode Value, int Line);
