using System.Collections.Immutable;

using Publisher.Typesetting.Fonts;

namespace Publisher.Typesetting.Frames;

/// <summary>The finished pages and what went wrong on the way.</summary>
/// <param name="Pages">At least one.</param>
/// <param name="MissingGlyphs">Characters no font has, each once for each place in the structure, in reading order.</param>
/// <param name="Overfull">Places where something is wider or taller than its room, in reading order.</param>
public sealed record TypesetDocument(
    ImmutableArray<Page> Pages,
    ImmutableArray<MissingGlyph> MissingGlyphs,
    ImmutableArray<StructureId> Overfull);
