using System.Collections.Immutable;
using System.Numerics;

namespace Publisher.Editions.Pictures.Vectors;

/// <summary>An outline of lines and cubic Bézier curves.</summary>
/// <param name="Segments">In order; the first of them moves.</param>
internal sealed record VectorPath(ImmutableArray<PathSegment> Segments)
{
    /// <summary>The smallest rectangle with all points, those that steer curves included.</summary>
    public (Vector2 Least, Vector2 Greatest) Bounds()
    {
        var (least, greatest) = (new Vector2(float.MaxValue), new Vector2(float.MinValue));
        foreach (var segment in Segments)
        {
            if (segment.Kind == PathSegmentKind.Close)
                continue;
            (least, greatest) = (Vector2.Min(least, segment.End), Vector2.Max(greatest, segment.End));
            if (segment.Kind == PathSegmentKind.Curve)
            {
                least = Vector2.Min(least, Vector2.Min(segment.First, segment.Second));
                greatest = Vector2.Max(greatest, Vector2.Max(segment.First, segment.Second));
            }
        }

        return (least, greatest);
    }
}

/// <summary>A piece of an outline.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="First">Steers a curve at its start.</param>
/// <param name="Second">Steers a curve at its end.</param>
/// <param name="End">Where it leads; nothing for the closing piece.</param>
internal readonly record struct PathSegment(PathSegmentKind Kind, Vector2 First, Vector2 Second, Vector2 End);

/// <summary>What a piece of an outline does.</summary>
internal enum PathSegmentKind
{
    /// <summary>Lifts the pen.</summary>
    Move,

    /// <summary>Draws a straight line.</summary>
    Line,

    /// <summary>Draws a cubic Bézier curve.</summary>
    Curve,

    /// <summary>Draws a straight line back to where the pen was put down.</summary>
    Close,
}
