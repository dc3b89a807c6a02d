namespace Publisher.Typesetting.Fonts;

/// <summary>A character no font of its style has; a substitute was printed in its place.</summary>
/// <param name="Character">The whole character as the reader sees it (UAX #29), combining marks included.</param>
/// <param name="Structure">Where it stands.</param>
public readonly record struct MissingGlyph(string Character, StructureId Structure);
