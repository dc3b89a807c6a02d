using Publisher.Tests.Contracts.Readers;

namespace Publisher.Tests.Contracts;

/// <summary>Reads an edition back with somebody else's parser.</summary>
internal abstract class EditionReader
{
    /// <summary>All readers, a line for each format.</summary>
    private static readonly Dictionary<string, EditionReader> All = new(StringComparer.Ordinal)
    {
        ["html"] = new HtmlReader(),
    };

    /// <summary>The reader of a format; a new format needs one.</summary>
    public static EditionReader For(string format) =>
        All.TryGetValue(format, out var reader) ? reader : throw new InvalidOperationException($"Contracts cannot read {format}: write an EditionReader.");

    /// <summary>
    /// What the edition says, in its reading order, without the template's furniture (letterhead, running lines, page numbers, labels)
    /// and without note marks.
    /// </summary>
    public abstract EditionText Read(ReadOnlyMemory<byte> edition);
}

/// <summary>The text of an edition.</summary>
/// <param name="Flow">Title, subtitle and text; blocks are parted by white space.</param>
/// <param name="Notes">The footnotes in order.</param>
/// <param name="LinkReferences">The addresses set apart, with whatever labels stand beside them.</param>
internal sealed record EditionText(string Flow, string Notes, string LinkReferences);
