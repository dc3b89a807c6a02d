using System.Globalization;

namespace Publisher.Templates.Styles;

/// <summary>A length as a style states it: on paper, or in proportion to type.</summary>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what.</param>
internal readonly record struct Measure(double Value, MeasureUnit Unit)
{
    private static readonly (string Suffix, double Factor, MeasureUnit Unit)[] Units =
    [
        ("pt", 1, MeasureUnit.Points),
        ("mm", 72 / 25.4, MeasureUnit.Points),
        ("cm", 720 / 25.4, MeasureUnit.Points),
        ("in", 72, MeasureUnit.Points),
        ("px", 0.75, MeasureUnit.Points),
        ("rem", 1, MeasureUnit.BodySize),
        ("em", 1, MeasureUnit.Size),
        ("lines", 1, MeasureUnit.BodyLeading),
        ("line", 1, MeasureUnit.BodyLeading),
        ("steps", 1, MeasureUnit.Steps),
        ("step", 1, MeasureUnit.Steps),
        ("%", 0.01, MeasureUnit.Size),
        (string.Empty, 1, MeasureUnit.Factor),
    ];

    /// <summary>Reads <c>12 pt</c>, <c>-3mm</c>, <c>1.4</c>, <c>+2 steps</c>, <c>0.5 line</c>.</summary>
    public static bool TryParse(string text, out Measure measure)
    {
        measure = default;
        var trimmed = text.Trim();
        var (suffix, factor, unit) = Units.First(u => trimmed.EndsWith(u.Suffix, StringComparison.Ordinal));
        var digits = trimmed.AsSpan(0, trimmed.Length - suffix.Length).TrimEnd();
        if (!double.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            || Math.Abs(value) > 10_000)
        {
            return false;
        }

        // Zero is zero in any unit, save that no step on the scale is the size of running text.
        measure = value == 0 && unit != MeasureUnit.Steps ? new Measure(0, MeasureUnit.Points) : new Measure(value * factor, unit);
        return true;
    }

    /// <summary>The length, rounded to twentieths of a point, the finest step that Word knows.</summary>
    /// <param name="size">Size of the style's own type.</param>
    /// <param name="bodySize">Size of running text.</param>
    /// <param name="bodyLeading">Leading of running text.</param>
    public Length Resolve(Length size, Length bodySize, Length bodyLeading)
    {
        var points = Unit switch
        {
            MeasureUnit.Points => Value,
            MeasureUnit.Size or MeasureUnit.Factor => Value * size.Points,
            MeasureUnit.BodySize => Value * bodySize.Points,
            MeasureUnit.BodyLeading => Value * bodyLeading.Points,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return Length.FromPoints(Math.Round(points * 20, MidpointRounding.AwayFromZero) / 20);
    }
}

/// <summary>What a <see cref="Measure"/> counts in.</summary>
internal enum MeasureUnit
{
    /// <summary>Points, 1/72 inch.</summary>
    Points,

    /// <summary>Sizes of the style's own type (em).</summary>
    Size,

    /// <summary>Sizes of running text (rem).</summary>
    BodySize,

    /// <summary>Lines of running text.</summary>
    BodyLeading,

    /// <summary>Steps on the typographic scale, up or down from running text.</summary>
    Steps,

    /// <summary>A bare number: a multiple of the style's own size.</summary>
    Factor,
}
