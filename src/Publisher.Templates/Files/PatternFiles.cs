namespace Publisher.Templates.Files;

/// <summary>The pattern files of a folder, <c>tag.txt</c> each.</summary>
internal sealed class PatternFiles
{
    private readonly TemplateFiles? _files;

    public PatternFiles(string folder) => _files = Directory.Exists(folder) ? new TemplateFiles(folder) : null;

    /// <summary>
    /// The patterns for a BCP 47 tag in lower case: of that tag, else of the first in alphabetical order of the same language (for
    /// <c>de-at</c> those of <c>de-1996</c>, for <c>en</c> those of <c>en-gb</c>). Null if there are none.
    /// </summary>
    public string? Load(string language)
    {
        if (_files is null || language.Length == 0 || !language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return null;
        }

        var primary = language.Split('-')[0];
        var tags = _files.Names(string.Empty, ".txt").Select(name => name[..^4]).ToArray();
        var tag = tags.FirstOrDefault(t => t == language)
            ?? tags.FirstOrDefault(t => t == primary)
            ?? tags.FirstOrDefault(t => t.StartsWith(primary + "-", StringComparison.Ordinal) && !t.Contains('.', StringComparison.Ordinal));
        return tag is null ? null : _files.ReadText(tag + ".txt");
    }
}
