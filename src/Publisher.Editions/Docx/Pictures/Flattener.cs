using System.Numerics;

using Publisher.Editions.Pictures.Vectors;

namespace Publisher.Editions.Docx.Pictures;

/// <summary>Makes polygons of outlines; curves become short lines.</summary>
internal static class Flattener
{
    // Lines a curve is made of: at the size of a fallback image the eye sees none of them.
    private const int Steps = 16;

    /// <summary>The polygons of an outline after a transform.</summary>
    public static List<List<Vector2>> Flatten(VectorPath path, Matrix3x2 transform)
    {
        var polygons = new List<List<Vector2>>();
        foreach (var segment in path.Segments)
        {
            switch (segment.Kind)
            {
                case PathSegmentKind.Move:
                    polygons.Add([Vector2.Transform(segment.End, transform)]);
                    break;
                case PathSegmentKind.Line:
                    polygons[^1].Add(Vector2.Transform(segment.End, transform));
                    break;
                case PathSegmentKind.Curve:
                    AddCurve(
                        polygons[^1],
                        Vector2.Transform(segment.First, transform),
                        Vector2.Transform(segment.Second, transform),
                        Vector2.Transform(segment.End, transform));
                    break;
                case PathSegmentKind.Close:
                    polygons[^1].Add(polygons[^1][0]);
                    break;
            }
        }

        return polygons;
    }

    private static void AddCurve(List<Vector2> line, Vector2 first, Vector2 second, Vector2 end)
    {
        var start = line[^1];
        for (var i = 1; i <= Steps; i++)
        {
            var t = i / (float)Steps;
            var u = 1 - t;
            line.Add((u * u * u * start) + (3 * u * u * t * first) + (3 * u * t * t * second) + (t * t * t * end));
        }
    }
}
