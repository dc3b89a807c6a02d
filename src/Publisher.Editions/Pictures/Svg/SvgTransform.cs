using System.Numerics;

namespace Publisher.Editions.Pictures.Svg;

/// <summary>Reads transforms (CSS Transforms 1, 8) and the fitting of one rectangle into another (SVG 2, 8.6 and 8.7).</summary>
internal static class SvgTransform
{
    // What is larger would be infinite after a few nestings.
    private const float Largest = 1e9f;

    /// <summary>The transform of a list; what is no transform changes nothing.</summary>
    public static Matrix3x2 Parse(string? text)
    {
        var transform = Matrix3x2.Identity;
        foreach (var call in (text ?? "").Split(')', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = call.Split('(');
            if (parts.Length == 2)
                transform = Product(One(parts[0].Trim(' ', ',', '\n', '\r', '\t'), SvgNumbers.All(parts[1])), transform);
        }

        return transform;
    }

    /// <summary>One transform, then another; the first alone if the result is no longer a transform.</summary>
    public static Matrix3x2 Product(Matrix3x2 first, Matrix3x2 then)
    {
        var product = first * then;
        var sum = MathF.Abs(product.M11) + MathF.Abs(product.M12) + MathF.Abs(product.M21) + MathF.Abs(product.M22)
            + MathF.Abs(product.M31) + MathF.Abs(product.M32);
        return sum <= Largest ? product : first;
    }

    /// <summary>Fits a view box into a rectangle whose corner is the origin.</summary>
    /// <param name="box">Corner and size; greater than zero.</param>
    /// <param name="size">Size of the rectangle.</param>
    /// <param name="preserve">The attribute <c>preserveAspectRatio</c>; null for its default.</param>
    public static Matrix3x2 Fit((Vector2 Corner, Vector2 Size) box, Vector2 size, string? preserve)
    {
        var words = (preserve ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var align = words.Length > 0 ? words[0] : "xMidYMid";
        var scale = size / box.Size;
        if (align != "none")
            scale = new Vector2(words.Contains("slice") ? MathF.Max(scale.X, scale.Y) : MathF.Min(scale.X, scale.Y));
        var left = size - (box.Size * scale);
        var share = new Vector2(
            align.StartsWith("xMin", StringComparison.Ordinal) ? 0 : align.StartsWith("xMax", StringComparison.Ordinal) ? 1 : 0.5f,
            align.EndsWith("YMin", StringComparison.Ordinal) ? 0 : align.EndsWith("YMax", StringComparison.Ordinal) ? 1 : 0.5f);
        return Matrix3x2.CreateTranslation(-box.Corner) * Matrix3x2.CreateScale(scale) * Matrix3x2.CreateTranslation(left * share);
    }

    private static Matrix3x2 One(string name, List<float> v) => (name, v.Count) switch
    {
        ("translate", 1) => Matrix3x2.CreateTranslation(v[0], 0),
        ("translate", >= 2) => Matrix3x2.CreateTranslation(v[0], v[1]),
        ("scale", 1) => Matrix3x2.CreateScale(v[0]),
        ("scale", >= 2) => Matrix3x2.CreateScale(v[0], v[1]),
        ("rotate", 1 or 2) => Matrix3x2.CreateRotation(Radians(v[0])),
        ("rotate", >= 3) => Matrix3x2.CreateRotation(Radians(v[0]), new Vector2(v[1], v[2])),
        ("skewX", >= 1) => Matrix3x2.CreateSkew(Radians(v[0]), 0),
        ("skewY", >= 1) => Matrix3x2.CreateSkew(0, Radians(v[0])),
        ("matrix", 6) => new Matrix3x2(v[0], v[1], v[2], v[3], v[4], v[5]),
        _ => Matrix3x2.Identity,
    };

    private static float Radians(float degrees) => degrees * MathF.PI / 180;
}
