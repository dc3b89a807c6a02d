using Publisher.Model.Blocks;

namespace Publisher.Model;

/// <summary>
/// A statement: what every source produces and every edition consumes. Immutable; two documents with the same content are equal.
/// </summary>
/// <remarks>
/// The order of reading is <see cref="Metadata.Title"/>, <see cref="Metadata.Subtitle"/>, <see cref="Blocks"/>,
/// <see cref="Footnotes"/>, <see cref="LinkReferences"/>.
/// </remarks>
public sealed record Document
{
    /// <summary>An empty document in no language, to build upon with <c>with</c>.</summary>
    public static Document Empty { get; } = new();

    /// <summary>What is known about the statement.</summary>
    public Metadata Metadata { get; init; } = Metadata.Empty;

    /// <summary>The text below the title, in order.</summary>
    public ValueList<Block> Blocks { get; init; }

    /// <summary>The notes, in the order of their first reference; notes that nothing refers to come last.</summary>
    public ValueList<Footnote> Footnotes { get; init; }

    /// <summary>Addresses that an extraction dropped into the text, set apart from it, in the order of the source.</summary>
    public ValueList<LinkReference> LinkReferences { get; init; }

    /// <summary>The files that images refer to, each name once.</summary>
    public ValueList<Resource> Resources { get; init; }

    /// <summary>
    /// What the tool changed outside the flow of the text (removed furniture, joined lines, recognised structure), in source order.
    /// Changes inside the flow are <see cref="Inlines.Correction"/>s; <see cref="Corrections.Ledger"/> lists both.
    /// </summary>
    public ValueList<Corrections.Change> Changes { get; init; }

    /// <summary>What the source was not sure about, in source order.</summary>
    public ValueList<Diagnostics.Diagnostic> Diagnostics { get; init; }
}
