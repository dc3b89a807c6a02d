using System.Globalization;

namespace Publisher.Templates;

/// <summary>An opaque sRGB colour (IEC 61966-2-1).</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Black.</summary>
    public static Colour Black => default;

    /// <summary>White.</summary>
    public static Colour White => new(255, 255, 255);

    /// <summary>Six hexadecimal digits in upper case without a sign, as WordprocessingML wants them.</summary>
    public string Hex => $"{Red:X2}{Green:X2}{Blue:X2}";

    /// <summary>Relative luminance from 0 (black) to 1 (white); WCAG 2.2, "relative luminance".</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>Reads <c>#rgb</c> or <c>#rrggbb</c>.</summary>
    public static bool TryParse(string? text, out Colour colour)
    {
        colour = default;
        if (text is null || text.Length is not (4 or 7) || text[0] != '#')
        {
            return false;
        }

        var digits = text.Length == 7 ? text[1..] : string.Concat(text[1..].Select(digit => new string(digit, 2)));
        if (!uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        colour = new Colour((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        return true;
    }

    /// <summary>Contrast ratio with another colour, from 1 to 21; WCAG 2.2, 1.4.3.</summary>
    public double ContrastWith(Colour other)
    {
        var (light, dark) = Luminance >= other.Luminance ? (Luminance, other.Luminance) : (other.Luminance, Luminance);
        return (light + 0.05) / (dark + 0.05);
    }

    /// <summary>A colour between this one and another in sRGB.</summary>
    /// <param name="other">The other colour.</param>
    /// <param name="share">0 for this colour, 1 for the other.</param>
    public Colour Mix(Colour other, double share) =>
        new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    /// <summary><c>#RRGGBB</c>; valid CSS.</summary>
    public override string ToString() => "#" + Hex;

    private static byte Mix(byte from, byte to, double share) =>
        (byte)Math.Round(from + ((to - from) * share), MidpointRounding.AwayFromZero);

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
