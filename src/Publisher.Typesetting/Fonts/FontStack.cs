using System.Collections.Immutable;

namespace Publisher.Typesetting.Fonts;

/// <summary>
/// The faces of a style in order of preference: the first that has a character's glyph sets it. Faces after the first are made
/// when a character needs them, so a long list of last resorts costs nothing.
/// </summary>
public sealed class FontStack
{
    private readonly ImmutableArray<Lazy<FontFace?>> _faces;

    /// <summary>Lists faces.</summary>
    /// <param name="first">The face that sets what it can.</param>
    /// <param name="lastResorts">The others, made when needed; one that turns out not to be usable is null and passed over.</param>
    public FontStack(FontFace first, ImmutableArray<Lazy<FontFace?>> lastResorts)
    {
        ArgumentNullException.ThrowIfNull(first);
        First = first;
        _faces = [new Lazy<FontFace?>(first), .. lastResorts];
    }

    /// <summary>A stack of faces at hand.</summary>
    /// <param name="faces">At least one.</param>
    public FontStack(params ReadOnlySpan<FontFace> faces)
        : this(faces[0], WithoutDelay(faces[1..]))
    {
    }

    /// <summary>How many faces there are; 1 or more.</summary>
    public int Count => _faces.Length;

    /// <summary>The face that sets what it can.</summary>
    public FontFace First { get; }

    /// <summary>A face, 0 for the first; null if it cannot be used.</summary>
    public FontFace? this[int index] => _faces[index].Value;

    private static ImmutableArray<Lazy<FontFace?>> WithoutDelay(ReadOnlySpan<FontFace> faces)
    {
        var all = ImmutableArray.CreateBuilder<Lazy<FontFace?>>(faces.Length);
        foreach (var face in faces)
            all.Add(new Lazy<FontFace?>(face));
        return all.MoveToImmutable();
    }
}
