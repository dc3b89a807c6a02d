using System.Collections.Immutable;

namespace Publisher.Typesetting.Fonts;

/// <summary>The part of a face a document needs.</summary>
/// <param name="Bytes">A TrueType file, or the bare <c>CFF</c> table where the outlines are cubic.</param>
/// <param name="IsCff">Which of the two.</param>
/// <param name="NewIds">The glyph id in the subset by the glyph id in the face; 0 for what is not in the subset.</param>
public sealed record FontSubset(ImmutableArray<byte> Bytes, bool IsCff, ImmutableArray<int> NewIds);
