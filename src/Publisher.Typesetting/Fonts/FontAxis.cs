namespace Publisher.Typesetting.Fonts;

/// <summary>What of a variable font can vary, in the axis' own unit.</summary>
/// <param name="Tag">Four letters, <c>wght</c> for the weight (OpenType, <c>fvar</c>).</param>
/// <param name="Least">Lowest coordinate.</param>
/// <param name="Default">Where the outlines in the file stand.</param>
/// <param name="Most">Highest coordinate.</param>
public readonly record struct FontAxis(string Tag, float Least, float Default, float Most);
