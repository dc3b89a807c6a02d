namespace Publisher.Typesetting.Fonts;

/// <summary>A place on one axis of a variable font, <c>wght</c> = 600 say.</summary>
/// <param name="Axis">Four letters (OpenType, <c>fvar</c>).</param>
/// <param name="Value">The coordinate in the axis' own unit; clamped to the axis' range.</param>
public readonly record struct FontVariation(string Axis, float Value);
