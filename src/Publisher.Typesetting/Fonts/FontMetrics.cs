namespace Publisher.Typesetting.Fonts;

/// <summary>The measures of a face, all but the angle and the weight in units of its em square; y grows upwards.</summary>
/// <param name="UnitsPerEm">Size of the em square; 16 to 16384.</param>
/// <param name="Ascender">Height above the baseline the designer reserved.</param>
/// <param name="Descender">Depth below the baseline; negative.</param>
/// <param name="CapHeight">Height of a flat capital.</param>
/// <param name="XHeight">Height of a flat small letter.</param>
/// <param name="ItalicAngle">Degrees counter-clockwise from the vertical; negative for type leaning right.</param>
/// <param name="Weight">400 for regular, 700 for bold.</param>
/// <param name="XMin">Left edge of the box around all glyphs.</param>
/// <param name="YMin">Lower edge of that box.</param>
/// <param name="XMax">Right edge of that box.</param>
/// <param name="YMax">Upper edge of that box.</param>
/// <param name="UnderlinePosition">Middle of the underline below the baseline; negative.</param>
/// <param name="UnderlineThickness">Thickness of the underline.</param>
/// <param name="IsFixedPitch">Whether all glyphs are equally wide.</param>
public sealed record FontMetrics(
    int UnitsPerEm,
    int Ascender,
    int Descender,
    int CapHeight,
    int XHeight,
    double ItalicAngle,
    int Weight,
    int XMin,
    int YMin,
    int XMax,
    int YMax,
    int UnderlinePosition,
    int UnderlineThickness,
    bool IsFixedPitch);
