namespace Publisher.Sources.Docx.Flow;

/// <summary>A link of the text; compared by identity, since two that touch may lead to the same place.</summary>
internal sealed class LinkRange(string? target, string? bookmark, string? title)
{
    /// <summary>The address; null if it is refused or leads to a bookmark.</summary>
    public string? Target { get; } = target;

    /// <summary>The bookmark it leads to; null if it leads outside.</summary>
    public string? Bookmark { get; } = bookmark;

    /// <summary>Where it leads, in words; null if not stated.</summary>
    public string? Title { get; } = title;
}
