namespace Publisher.Typesetting.Pages;

/// <summary>A column's place on its page, in points from the upper left corner of the sheet.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Height">Height; greater than zero.</param>
internal readonly record struct Region(double X, double Top, double Height);
