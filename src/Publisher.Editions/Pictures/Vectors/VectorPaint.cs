using System.Collections.Immutable;
using System.Numerics;

using Publisher.Templates;

namespace Publisher.Editions.Pictures.Vectors;

/// <summary>What a shape or a line is painted with.</summary>
internal abstract record VectorPaint
{
    private VectorPaint()
    {
    }

    /// <summary>One colour that stands for the paint where it cannot be shown as it is.</summary>
    public abstract Plain AsPlain { get; }

    /// <summary>One colour.</summary>
    /// <param name="Colour">The colour.</param>
    /// <param name="Opacity">0 to 1.</param>
    internal sealed record Plain(Colour Colour, float Opacity) : VectorPaint
    {
        /// <inheritdoc/>
        public override Plain AsPlain => this;
    }

    /// <summary>Colours that pass into one another along a line or between circles (SVG 2, 14.2).</summary>
    /// <param name="IsRadial">Between circles.</param>
    /// <param name="From">Start of the line, or centre of the inner circle.</param>
    /// <param name="FromRadius">Radius of the inner circle; 0 for a line.</param>
    /// <param name="To">End of the line, or centre of the outer circle.</param>
    /// <param name="ToRadius">Radius of the outer circle; 0 for a line.</param>
    /// <param name="Transform">From the gradient's coordinates to the picture's.</param>
    /// <param name="Stops">Two or more, offsets from 0 to 1 ascending.</param>
    internal sealed record Gradient(
        bool IsRadial, Vector2 From, float FromRadius, Vector2 To, float ToRadius, Matrix3x2 Transform, ImmutableArray<GradientStop> Stops) : VectorPaint
    {
        /// <inheritdoc/>
        public override Plain AsPlain => new(Stops[0].Colour.Mix(Stops[^1].Colour, 0.5), (Stops[0].Opacity + Stops[^1].Opacity) / 2);
    }
}

/// <summary>A colour at a place of a gradient.</summary>
/// <param name="Offset">0 to 1.</param>
/// <param name="Colour">The colour.</param>
/// <param name="Opacity">0 to 1.</param>
internal readonly record struct GradientStop(float Offset, Colour Colour, float Opacity);
