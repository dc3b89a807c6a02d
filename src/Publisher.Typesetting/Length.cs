namespace Publisher.Typesetting;

/// <summary>A distance on the page, kept in points of 1/72 inch (the unit of ISO 32000-1, 8.3.2.3).</summary>
/// <param name="Points">The distance in points; may be negative.</param>
public readonly record struct Length(double Points) : IComparable<Length>
{
    private const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>No distance at all.</summary>
    public static Length Zero => default;

    /// <summary>The distance in millimetres.</summary>
    public double Millimetres => Points / PointsPerMillimetre;

    /// <summary>A distance given in millimetres.</summary>
    public static Length FromMillimetres(double millimetres) => new(millimetres * PointsPerMillimetre);

    /// <summary>A distance given in points.</summary>
    public static Length FromPoints(double points) => new(points);

    /// <summary>The longer of two distances.</summary>
    public static Length Max(Length left, Length right) => left.Points >= right.Points ? left : right;

    /// <summary>The shorter of two distances.</summary>
    public static Length Min(Length left, Length right) => left.Points <= right.Points ? left : right;

    /// <inheritdoc/>
    public int CompareTo(Length other) => Points.CompareTo(other.Points);

    /// <summary>The sum of two distances.</summary>
    public static Length operator +(Length left, Length right) => new(left.Points + right.Points);

    /// <summary>The difference of two distances.</summary>
    public static Length operator -(Length left, Length right) => new(left.Points - right.Points);

    /// <summary>The distance in the other direction.</summary>
    public static Length operator -(Length length) => new(-length.Points);

    /// <summary>A multiple of a distance.</summary>
    public static Length operator *(Length length, double factor) => new(length.Points * factor);

    /// <summary>A fraction of a distance.</summary>
    public static Length operator /(Length length, double divisor) => new(length.Points / divisor);

    /// <summary>Whether the left distance is the shorter one.</summary>
    public static bool operator <(Length left, Length right) => left.Points < right.Points;

    /// <summary>Whether the left distance is the longer one.</summary>
    public static bool operator >(Length left, Length right) => left.Points > right.Points;

    /// <summary>Whether the left distance is not the longer one.</summary>
    public static bool operator <=(Length left, Length right) => left.Points <= right.Points;

    /// <summary>Whether the left distance is not the shorter one.</summary>
    public static bool operator >=(Length left, Length right) => left.Points >= right.Points;
}
