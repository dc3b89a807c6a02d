using System.Collections.Immutable;

namespace Publisher.Typesetting.Fonts;

/// <summary>
/// The faces of a style in order of preference: the first that has a character's glyph sets it. Faces after the first are made
/// when a character needs them, so a long list of last resorts costs nothing.
/// </summary>
public sealed class FontStack
{
    private readonly ImmutableArray<Lazy<FontFace>> _faces;

    /// <summary>Lists faces.</summary>
    /// <param name="faces">At least one.</param>
    public FontStack(ImmutableArray<Lazy<FontFace>> faces)
    {
        if (faces.IsDefaultOrEmpty)
            throw new ArgumentException("A style needs a face.", nameof(faces));
        _faces = faces;
    }

    /// <summary>A stack of faces at hand.</summary>
    public FontStack(params ReadOnlySpan<FontFace> faces)
        : this(WithoutDelay(faces))
    {
    }

    /// <summary>How many faces there are; 1 or more.</summary>
    public int Count => _faces.Length;

    /// <summary>The face that sets what it can.</summary>
    public FontFace First => _faces[0].Value;

    /// <summary>A face; 0 for the first.</summary>
    public FontFace this[int index] => _faces[index].Value;

    private static ImmutableArray<Lazy<FontFace>> WithoutDelay(ReadOnlySpan<FontFace> faces)
    {
        var all = ImmutableArray.CreateBuilder<Lazy<FontFace>>(faces.Length);
        foreach (var face in faces)
            all.Add(new Lazy<FontFace>(face));
        return all.MoveToImmutable();
    }
}
