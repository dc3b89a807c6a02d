using Publisher.Model;
using Publisher.Model.Diagnostics;

namespace Publisher.Sources.FrontMatter;

/// <summary>What a statement's file says about itself before its text, and its side-car beside it.</summary>
/// <param name="Metadata">The facts; those of the front matter win over those of the side-car.</param>
/// <param name="Diagnostics">Unknown keys and wrong values.</param>
/// <param name="TextOffset">Where the text begins, behind the front matter; 0 if there is none.</param>
internal sealed record StatedMetadata(Metadata Metadata, ValueList<Diagnostic> Diagnostics, int TextOffset);
