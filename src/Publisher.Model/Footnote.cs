using Publisher.Model.Blocks;

namespace Publisher.Model;

/// <summary>A note. Editions number notes by the order of their first reference.</summary>
/// <param name="Id">What <see cref="Inlines.FootnoteReference"/>s name; unique in the document.</param>
/// <param name="Content">The note's text, without its mark.</param>
public sealed record Footnote(string Id, ValueList<Block> Content) : Node;
