namespace Publisher.Typesetting.Fonts;

/// <summary>A switch of an OpenType font, such as <c>onum</c> for old-style figures.</summary>
/// <param name="Tag">Four letters (OpenType, registered features).</param>
/// <param name="Value">0 off, 1 on, higher numbers choose an alternative.</param>
public readonly record struct FontFeature(string Tag, int Value = 1);
