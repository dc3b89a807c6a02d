namespace Publisher.Sources;

/// <summary>The formats that statements may come in.</summary>
public static class SourceCatalog
{
    /// <summary>All formats, in the order help shows them.</summary>
    public static IReadOnlyList<ISource> All { get; } = [new PlainText.PlainTextSource(), new Markdown.MarkdownSource(), new Docx.DocxSource(), new Json.JsonSource()];

    /// <summary>The format of a file by its extension; null if none reads it.</summary>
    /// <param name="fileName">A name or path.</param>
    public static ISource? For(string fileName)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        return All.FirstOrDefault(source => source.Extensions.Contains(extension, StringComparer.Ordinal));
    }
}
