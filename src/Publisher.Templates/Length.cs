using System.Globalization;

namespace Publisher.Templates;

/// <summary>A length on paper, kept in points (1/72 inch).</summary>
public readonly record struct Length : IComparable<Length>
{
    private Length(double points) => Points = points;

    /// <summary>No length.</summary>
    public static Length Zero => default;

    /// <summary>In points, 1/72 inch.</summary>
    public double Points { get; }

    /// <summary>In CSS pixels, 1/96 inch.</summary>
    public double Pixels => Points * 96 / 72;

    /// <summary>In twentieths of a point, rounded, as WordprocessingML counts most lengths (ECMA-376-1, 17.18.93).</summary>
    public int Twips => (int)Math.Round(Points * 20, MidpointRounding.AwayFromZero);

    /// <summary>In half points, rounded, as WordprocessingML counts font sizes (ECMA-376-1, 17.18.42).</summary>
    public int HalfPoints => (int)Math.Round(Points * 2, MidpointRounding.AwayFromZero);

    /// <summary>In English Metric Units, 1/914400 inch, rounded, as DrawingML counts (ECMA-376-1, 20.1.10.16).</summary>
    public long Emus => (long)Math.Round(Points * 12700, MidpointRounding.AwayFromZero);

    /// <summary>A length given in points.</summary>
    public static Length FromPoints(double points) => new(points);

    /// <summary>A length given in millimetres.</summary>
    public static Length FromMillimetres(double millimetres) => new(millimetres * 72 / 25.4);

    /// <summary>A length given in inches.</summary>
    public static Length FromInches(double inches) => new(inches * 72);

    /// <summary>A length given in CSS pixels; 16 px are 12 pt.</summary>
    public static Length FromPixels(double pixels) => new(pixels * 72 / 96);

    /// <summary>The sum.</summary>
    public static Length operator +(Length left, Length right) => new(left.Points + right.Points);

    /// <summary>The difference; may be negative.</summary>
    public static Length operator -(Length left, Length right) => new(left.Points - right.Points);

    /// <summary>A multiple.</summary>
    public static Length operator *(Length length, double factor) => new(length.Points * factor);

    /// <summary>How many times <paramref name="right"/> fits into <paramref name="left"/>.</summary>
    public static double operator /(Length left, Length right) => left.Points / right.Points;

    /// <summary>Shorter.</summary>
    public static bool operator <(Length left, Length right) => left.Points < right.Points;

    /// <summary>Longer.</summary>
    public static bool operator >(Length left, Length right) => left.Points > right.Points;

    /// <summary>Not longer.</summary>
    public static bool operator <=(Length left, Length right) => left.Points <= right.Points;

    /// <summary>Not shorter.</summary>
    public static bool operator >=(Length left, Length right) => left.Points >= right.Points;

    /// <inheritdoc/>
    public int CompareTo(Length other) => Points.CompareTo(other.Points);

    /// <summary>In points with at most three decimals, such as <c>11.5pt</c>; valid CSS.</summary>
    public override string ToString() => Points.ToString("0.###", CultureInfo.InvariantCulture) + "pt";
}
