namespace Publisher.Typesetting.Fonts;

/// <summary>A glyph as the shaper placed it, in fractions of the em.</summary>
/// <param name="Id">Glyph id in the face.</param>
/// <param name="Face">Which face of the style's list of faces.</param>
/// <param name="Cluster">Index of the first UTF-16 unit of the text that this glyph stands for.</param>
/// <param name="Advance">How far the pen moves.</param>
/// <param name="XOffset">Shift to the right of the pen.</param>
/// <param name="YOffset">Shift upwards.</param>
internal readonly record struct ShapedGlyph(ushort Id, ushort Face, int Cluster, double Advance, double XOffset, double YOffset)
{
    /// <summary>Whether the glyph stands in for a character no face has.</summary>
    public bool IsSubstitute { get; init; }
}
