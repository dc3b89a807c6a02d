using Publisher.Tests.Contracts.Readers;

namespace Publisher.Tests.Contracts;

/// <summary>Reads an edition back with somebody else's parser.</summary>
internal abstract class EditionReader
{
    /// <summary>All readers, a line for each format.</summary>
    private static readonly Dictionary<string, EditionReader> All = new(StringComparer.Ordinal)
    {
        ["docx"] = new DocxReader(),
        ["html"] = new HtmlReader(),
        ["pdf"] = new PdfReader(),
    };

    /// <summary>The reader of a format; skips the test where nobody has written one yet.</summary>
    public static EditionReader For(string format)
    {
        Assert.SkipUnless(All.ContainsKey(format), $"Contracts cannot read {format} yet: write an EditionReader.");
        return All[format];
    }

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
