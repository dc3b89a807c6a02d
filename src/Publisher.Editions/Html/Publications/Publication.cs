using Publisher.Model;
using Publisher.Model.Words;

namespace Publisher.Editions.Html.Publications;

/// <summary>A statement in an index: what is known about it, and its files.</summary>
/// <param name="Metadata">What is known.</param>
/// <param name="Name">What it is called where it has no title; not empty.</param>
/// <param name="Files">Its editions; the first is the page that its title leads to.</param>
public sealed record Publication(Metadata Metadata, string Name, ValueList<PublishedFile> Files)
{
    /// <summary>The title in one line, or the name.</summary>
    public string Title => string.Join(' ', PlainText.Of(Metadata.Title).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } title ? title : Name;

    /// <summary>The statement's web page.</summary>
    public PublishedFile Page => Files[0];
}

/// <summary>An edition as a file of a site.</summary>
/// <param name="Path">Relative to the index, with slashes, not encoded.</param>
/// <param name="MediaType">RFC 6838 media type.</param>
/// <param name="Length">In bytes.</param>
public sealed record PublishedFile(string Path, string MediaType, long Length)
{
    /// <summary>Its relative address.</summary>
    internal string Address => string.Join('/', Path.Split('/').Select(Html.Address.OfFile));

    /// <summary>What its kind of file is called in every language.</summary>
    internal string FormatName => MediaType switch
    {
        "text/html" => "HTML",
        "application/pdf" => "PDF",
        _ => System.IO.Path.GetExtension(Path).TrimStart('.').ToUpperInvariant(),
    };
}
