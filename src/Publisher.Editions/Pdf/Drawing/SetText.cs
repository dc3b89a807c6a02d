using System.Collections.Immutable;
using System.Numerics;

using Publisher.Editions.Pictures.Vectors;
using Publisher.Typesetting.Frames;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>A line of text of a picture as glyphs.</summary>
/// <param name="Start">Where it is anchored, in the coordinates of the text.</param>
/// <param name="Runs">Its glyphs on the baseline; x counts from the anchor, in <see cref="UnitOf"/>.</param>
internal sealed record SetText(Vector2 Start, ImmutableArray<GlyphRun> Runs)
{
    /// <summary>How many units of the glyphs there are to one of the text's coordinates; 0 where it is pressed to nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="scale">What the picture's coordinates are multiplied by when it is drawn.</param>
    public static float UnitOf(VectorText text, float scale) => MathF.Sqrt(MathF.Abs(text.Transform.GetDeterminant())) * scale;
}
