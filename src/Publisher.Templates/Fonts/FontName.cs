namespace Publisher.Templates.Fonts;

/// <summary>What a font file says of a face in it.</summary>
/// <param name="Family">Family name.</param>
/// <param name="Weight">100 to 900.</param>
/// <param name="Italic">True for italic.</param>
/// <param name="Index">Which face of a collection; 0 for a plain file.</param>
public sealed record FontName(string Family, int Weight, bool Italic, int Index);
