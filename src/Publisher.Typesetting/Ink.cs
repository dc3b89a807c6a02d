namespace Publisher.Typesetting;

/// <summary>A colour in the sRGB space, opaque.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    /// <summary>Black, the default.</summary>
    public static Ink Black => default;
}
