using System.Collections.Immutable;
using System.Numerics;

namespace Publisher.Editions.Pictures.Vectors;

/// <summary>Draws an outline piece by piece; quadratic curves and arcs become cubic curves.</summary>
internal sealed class PathBuilder
{
    // How far from its ends the points stand that steer a cubic curve close to a quarter of a circle of radius 1.
    private const float Kappa = 0.5522847f;

    private readonly ImmutableArray<PathSegment>.Builder _segments = ImmutableArray.CreateBuilder<PathSegment>();
    private Vector2 _start;
    private bool _isOpen;

    /// <summary>Where the pen is.</summary>
    public Vector2 At { get; private set; }

    public int Count => _segments.Count;

    public VectorPath Build() => new(_segments.ToImmutable());

    public PathBuilder MoveTo(Vector2 point)
    {
        (_start, At, _isOpen) = (point, point, true);
        _segments.Add(new PathSegment(PathSegmentKind.Move, default, default, point));
        return this;
    }

    public PathBuilder LineTo(Vector2 point)
    {
        Open();
        _segments.Add(new PathSegment(PathSegmentKind.Line, default, default, point));
        At = point;
        return this;
    }

    public PathBuilder CurveTo(Vector2 first, Vector2 second, Vector2 end)
    {
        Open();
        _segments.Add(new PathSegment(PathSegmentKind.Curve, first, second, end));
        At = end;
        return this;
    }

    public PathBuilder QuadraticTo(Vector2 control, Vector2 end) =>
        CurveTo(At + ((control - At) * (2f / 3)), end + ((control - end) * (2f / 3)), end);

    /// <summary>Draws an arc of an ellipse (SVG 2, appendix B.2.4 and B.2.5).</summary>
    /// <param name="radius">Half the axes; what is too small for the distance is made larger.</param>
    /// <param name="degrees">How far the first axis is turned.</param>
    /// <param name="isLarge">Whether the arc is more than half of the ellipse.</param>
    /// <param name="isPositive">Whether it goes clockwise as seen.</param>
    /// <param name="end">Where it leads.</param>
    public PathBuilder ArcTo(Vector2 radius, float degrees, bool isLarge, bool isPositive, Vector2 end)
    {
        var start = At;
        if (radius.X == 0 || radius.Y == 0 || start == end)
            return LineTo(end);

        radius = Vector2.Abs(radius);
        var half = Vector2.Transform((start - end) / 2, Matrix3x2.CreateRotation(-degrees * MathF.PI / 180)) / radius;
        var distance = half.LengthSquared();
        if (distance > 1)
        {
            radius *= MathF.Sqrt(distance);
            half /= MathF.Sqrt(distance);
        }

        // In the circle of radius 1 that the ellipse is pressed from, the centre is square to the chord.
        var factor = MathF.Sqrt(MathF.Max(0, (1 / half.LengthSquared()) - 1)) * (isLarge == isPositive ? -1 : 1);
        var centre = factor * new Vector2(half.Y, -half.X);
        var from = AngleOf(half - centre);
        var sweep = AngleOf(-half - centre) - from;
        sweep += isPositive && sweep < 0 ? MathF.Tau : !isPositive && sweep > 0 ? -MathF.Tau : 0;
        var press = Matrix3x2.CreateScale(radius) * Matrix3x2.CreateRotation(degrees * MathF.PI / 180);
        press.Translation = ((start + end) / 2) + Vector2.Transform(centre, press);
        AddArc(press, from, sweep, end);
        return this;
    }

    /// <summary>Draws a whole ellipse.</summary>
    public PathBuilder Ellipse(Vector2 centre, Vector2 radius)
    {
        MoveTo(centre + new Vector2(radius.X, 0));
        AddArc(Matrix3x2.CreateScale(radius) * Matrix3x2.CreateTranslation(centre), 0, MathF.Tau, At);
        return Close();
    }

    /// <summary>Draws a rectangle whose corners are quarters of an ellipse (SVG 2, 10.2).</summary>
    public PathBuilder Rectangle(Vector2 corner, Vector2 size, Vector2 radius)
    {
        radius = Vector2.Clamp(radius, Vector2.Zero, size / 2);
        var (right, down) = (new Vector2(size.X, 0), new Vector2(0, size.Y));
        var (rx, ry) = (new Vector2(radius.X, 0), new Vector2(0, radius.Y));
        if (radius.X <= 0 || radius.Y <= 0)
            return MoveTo(corner).LineTo(corner + right).LineTo(corner + size).LineTo(corner + down).Close();

        MoveTo(corner + rx);
        LineTo(corner + right - rx).Corner(rx, ry);
        LineTo(corner + size - ry).Corner(ry, -rx);
        LineTo(corner + down + rx).Corner(-rx, -ry);
        return LineTo(corner + ry).Corner(-ry, rx).Close();
    }

    public PathBuilder Close()
    {
        if (_isOpen)
            _segments.Add(new PathSegment(PathSegmentKind.Close, default, default, _start));
        (At, _isOpen) = (_start, false);
        return this;
    }

    // What follows a closed outline without a move begins where that one began (SVG 2, 9.3.4).
    private void Open()
    {
        if (!_isOpen)
            MoveTo(At);
    }

    private PathBuilder Corner(Vector2 along, Vector2 turned) => CurveTo(At + (along * Kappa), At + along + (turned * (1 - Kappa)), At + along + turned);

    private void AddArc(Matrix3x2 press, float from, float sweep, Vector2 end)
    {
        var count = Math.Max(1, (int)MathF.Ceiling(MathF.Abs(sweep) / (MathF.PI / 2) - 0.001f));
        var step = sweep / count;
        var reach = 4f / 3 * MathF.Tan(step / 4);
        for (var i = 0; i < count; i++)
        {
            var (a, b) = (DirectionOf(from + (i * step)), DirectionOf(from + ((i + 1) * step)));
            var first = a + (reach * new Vector2(-a.Y, a.X));
            var second = b - (reach * new Vector2(-b.Y, b.X));
            CurveTo(Vector2.Transform(first, press), Vector2.Transform(second, press), i == count - 1 ? end : Vector2.Transform(b, press));
        }
    }

    private static Vector2 DirectionOf(float angle) => new(MathF.Cos(angle), MathF.Sin(angle));

    private static float AngleOf(Vector2 direction) => MathF.Atan2(direction.Y, direction.X);
}
