using System.Collections.Immutable;
using System.Numerics;

namespace Publisher.Editions.Pictures.Vectors;

/// <summary>Something a vector picture shows: one of the sealed records below, and no other.</summary>
internal abstract record VectorMark;

/// <summary>Marks that are shown as one, the later ones above the earlier ones.</summary>
/// <param name="Marks">The marks.</param>
/// <param name="Opacity">0 to 1, for the group as a whole.</param>
internal sealed record VectorGroup(ImmutableArray<VectorMark> Marks, float Opacity) : VectorMark;

/// <summary>An outline with its paint.</summary>
/// <param name="Path">The outline.</param>
/// <param name="Transform">From the outline's coordinates to the picture's.</param>
/// <param name="Fill">Null for none.</param>
/// <param name="IsEvenOdd">The rule for what is inside: true for "evenodd", false for "nonzero".</param>
/// <param name="Stroke">Null for none.</param>
/// <param name="Clip">What is seen of it; null for all.</param>
internal sealed record VectorShape(
    VectorPath Path, Matrix3x2 Transform, VectorPaint? Fill, bool IsEvenOdd, VectorStroke? Stroke, VectorClip? Clip) : VectorMark;

/// <summary>Text of one look on one straight line.</summary>
/// <param name="Text">The text, without line ends.</param>
/// <param name="Start">Where its anchor stands, on the baseline.</param>
/// <param name="Transform">From its coordinates to the picture's.</param>
/// <param name="Font">The look.</param>
/// <param name="Fill">Its colour.</param>
/// <param name="Clip">What is seen of it; null for all.</param>
internal sealed record VectorText(
    string Text, Vector2 Start, Matrix3x2 Transform, VectorFont Font, VectorPaint.Plain Fill, VectorClip? Clip) : VectorMark
{
    /// <summary>Whether the text goes on where the one before it ended; <see cref="Start"/> is added then.</summary>
    public bool Continues { get; init; }
}

/// <summary>The look of text in a picture.</summary>
/// <param name="Families">Names in order of preference; may be empty.</param>
/// <param name="Size">The em in the text's coordinates.</param>
/// <param name="Weight">100 to 900.</param>
/// <param name="IsItalic">Whether it slopes.</param>
/// <param name="Anchor">Where the anchor is: 0 at the start, 0.5 in the middle, 1 at the end.</param>
internal sealed record VectorFont(ImmutableArray<string> Families, float Size, int Weight, bool IsItalic, float Anchor);

/// <summary>How a line is drawn along an outline (SVG 2, 13.5).</summary>
/// <param name="Paint">Its paint.</param>
/// <param name="Width">In the outline's coordinates, greater than zero.</param>
/// <param name="Cap">0 butt, 1 round, 2 square, as ISO 32000-1, 8.4.3.3, counts.</param>
/// <param name="Join">0 miter, 1 round, 2 bevel, as ISO 32000-1, 8.4.3.4, counts.</param>
/// <param name="MiterLimit">1 or more.</param>
/// <param name="Dashes">Lengths of dashes and gaps; empty for an unbroken line.</param>
/// <param name="DashOffset">Where the pattern begins.</param>
internal sealed record VectorStroke(
    VectorPaint.Plain Paint, float Width, int Cap, int Join, float MiterLimit, ImmutableArray<float> Dashes, float DashOffset);

/// <summary>A region outside of which nothing is seen.</summary>
/// <param name="Outlines">Outlines that together make the region; none for an empty one.</param>
/// <param name="IsEvenOdd">The rule for what is inside.</param>
/// <param name="Outer">A further region; null for none.</param>
internal sealed record VectorClip(ImmutableArray<(VectorPath Path, Matrix3x2 Transform)> Outlines, bool IsEvenOdd, VectorClip? Outer);
