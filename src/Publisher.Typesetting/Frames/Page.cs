using System.Collections.Immutable;

namespace Publisher.Typesetting.Frames;

/// <summary>A finished page.</summary>
/// <param name="Number">One-based.</param>
/// <param name="Width">Width of the sheet.</param>
/// <param name="Height">Height of the sheet.</param>
/// <param name="Frames">What stands on it, in the order of drawing: backdrop, header, tints, text, notes, footer.</param>
public sealed record Page(int Number, Length Width, Length Height, ImmutableArray<Frame> Frames);
