namespace Publisher.Templates.Files;

/// <summary>
/// The pattern files of folders, <c>tag.txt</c> each, and lists of words that are divided in another way, <c>tag.exceptions.txt</c>.
/// </summary>
/// <param name="places">Folders, and the folder in each that holds the files (empty for itself); what comes first goes before the others.</param>
internal sealed class PatternFiles(IReadOnlyList<(TemplateFiles Files, string Folder)> places)
{
    private const string Extension = ".txt";
    private const string ExceptionsExtension = ".exceptions.txt";

    /// <summary>
    /// The patterns for a BCP 47 tag in lower case: of that tag, else of the first in alphabetical order of the same language (for
    /// <c>de-at</c> those of <c>de-1996</c>, for <c>en</c> those of <c>en-gb</c>); behind them the exceptions of that tag and that language of
    /// all folders. Null if there are none.
    /// </summary>
    public string? Load(string language)
    {
        if (language.Length == 0 || !language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return null;
        }

        var primary = language.Split('-')[0];
        var patterns = places.Select(place => PatternsIn(place, language, primary)).FirstOrDefault(text => text is not null);
        var exceptions = places
            .SelectMany(place => new[] { language, primary }.Distinct(StringComparer.Ordinal).Select(tag => Read(place, tag + ExceptionsExtension)))
            .OfType<string>()
            .ToArray();
        return exceptions.Length == 0 ? patterns : $"{patterns}\nexceptions:\n{string.Join('\n', exceptions)}";
    }

    private static string? PatternsIn((TemplateFiles Files, string Folder) place, string language, string primary)
    {
        var tags = place.Files.Names(place.Folder, Extension).Select(name => name[..^Extension.Length]).ToArray();
        var tag = tags.FirstOrDefault(t => t == language)
            ?? tags.FirstOrDefault(t => t == primary)
            ?? tags.FirstOrDefault(t => t.StartsWith(primary + "-", StringComparison.Ordinal) && !t.Contains('.', StringComparison.Ordinal));
        return tag is null ? null : Read(place, tag + Extension);
    }

    private static string? Read((TemplateFiles Files, string Folder) place, string name) => place.Files.ReadText(Path.Combine(place.Folder, name));
}
