using Publisher.Typesetting.Frames;

namespace Publisher.Typesetting.Pages;

/// <summary>How far tints and bars reach in one column.</summary>
internal sealed class SurroundExtents
{
    private readonly List<Surround> _order = [];
    private readonly Dictionary<Surround, (double Top, double Bottom)> _extents = new(ReferenceEqualityComparer.Instance);

    /// <summary>Stretches a surround and those around it over a slab.</summary>
    public void Extend(Surround? surround, double top, double bottom)
    {
        for (; surround is not null; surround = surround.Outer)
        {
            if (!_extents.TryGetValue(surround, out var extent))
                _order.Add(surround);
            else
                (top, bottom) = (Math.Min(top, extent.Top), Math.Max(bottom, extent.Bottom));
            _extents[surround] = (top, bottom);
        }
    }

    /// <summary>Draws the surrounds, those behind first.</summary>
    public void Draw(double x, List<Frame> frames)
    {
        for (var i = _order.Count - 1; i >= 0; i--)
        {
            var surround = _order[i];
            var (top, bottom) = _extents[surround];
            frames.Add(new Box(
                new Length(x + surround.X),
                new Length(top - surround.Padding),
                new Length(surround.Width),
                new Length(bottom - top + (2 * surround.Padding)),
                surround.Ink)
            { Artifact = ArtifactKind.Layout });
        }
    }
}
