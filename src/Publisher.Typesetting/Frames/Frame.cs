using System.Collections.Immutable;

using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Fonts;

namespace Publisher.Typesetting.Frames;

/// <summary>
/// Something at its place on a page: one of the sealed records below, and no other. The origin is the upper left corner of the
/// page, x grows to the right and y downwards.
/// </summary>
/// <param name="X">Left edge, or the pen's start for glyphs.</param>
/// <param name="Y">Upper edge, or the baseline for glyphs.</param>
/// <param name="Structure">The caller's mark; none for artifacts.</param>
public abstract record Frame(Length X, Length Y, StructureId Structure)
{
    /// <summary>Why the frame is no content, or that it is.</summary>
    public ArtifactKind Artifact { get; init; }

    /// <summary>Degrees counter-clockwise that the frame is turned by round the middle of the page.</summary>
    public double Turn { get; init; }

    /// <summary>The same frame elsewhere.</summary>
    internal Frame Shifted(double x, double y) => this with { X = new Length(X.Points + x), Y = new Length(Y.Points + y) };
}

/// <summary>What a frame is that is no content (ISO 32000-1, 14.8.2.2.2).</summary>
public enum ArtifactKind
{
    /// <summary>It is content.</summary>
    None,

    /// <summary>Running header.</summary>
    Header,

    /// <summary>Running footer.</summary>
    Footer,

    /// <summary>A table's header rows repeated on a further page.</summary>
    Repetition,

    /// <summary>Rules, bars, tints, underlines.</summary>
    Layout,

    /// <summary>What stands behind the text.</summary>
    Backdrop,
}

/// <summary>Glyphs of one face, size and colour on one baseline.</summary>
/// <param name="X">Where the pen starts.</param>
/// <param name="Y">The baseline.</param>
/// <param name="Face">The face.</param>
/// <param name="Size">Size of the em.</param>
/// <param name="Ink">Colour.</param>
/// <param name="Glyphs">In visual order.</param>
/// <param name="Text">The text the glyphs stand for, in reading order.</param>
/// <param name="Structure">The caller's mark.</param>
public sealed record GlyphRun(
    Length X,
    Length Y,
    FontFace Face,
    Length Size,
    Ink Ink,
    ImmutableArray<Glyph> Glyphs,
    string Text,
    StructureId Structure) : Frame(X, Y, Structure)
{
    /// <summary>
    /// Whether the last glyph in reading order is a hyphen that divides a word and is no part of <see cref="Text"/>.
    /// </summary>
    public bool EndsWithDiscretionaryHyphen { get; init; }

    /// <summary>
    /// Stretches of the text that are to be read as something else, in order: the first part of a divided word stands for the whole
    /// word, its other parts for nothing.
    /// </summary>
    public ImmutableArray<Reading> Readings { get; init; } = [];

    /// <summary>Whether the text runs from right to left.</summary>
    public bool RightToLeft { get; init; }

    /// <summary>How far the pen gets.</summary>
    public Length Width => new(Glyphs.Sum(g => g.Advance.Points));
}

/// <summary>A glyph of a run.</summary>
/// <param name="Id">Its id in the face.</param>
/// <param name="Advance">How far the pen moves, kerning and justification included.</param>
/// <param name="XOffset">Shift to the right of the pen.</param>
/// <param name="YOffset">Shift upwards.</param>
/// <param name="Cluster">
/// Index into the run's text of the first UTF-16 unit the glyph stands for; the text's length for a discretionary hyphen.
/// </param>
public readonly record struct Glyph(ushort Id, Length Advance, Length XOffset, Length YOffset, int Cluster)
{
    /// <summary>Whether the glyph stands in for a character no font has.</summary>
    public bool IsSubstitute { get; init; }
}

/// <summary>A stretch of a run's text that is to be read as something else.</summary>
/// <param name="Start">Index into the text.</param>
/// <param name="Length">Length in UTF-16 units; a discretionary hyphen right behind belongs to it.</param>
/// <param name="Text">What is to be read; may be empty.</param>
public readonly record struct Reading(int Start, int Length, string Text);

/// <summary>A filled rectangle.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="Ink">Colour.</param>
public sealed record Box(Length X, Length Y, Length Width, Length Height, Ink Ink) : Frame(X, Y, StructureId.None);

/// <summary>A picture.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="Picture">What to show.</param>
/// <param name="Structure">The caller's mark.</param>
public sealed record PictureFrame(Length X, Length Y, Length Width, Length Height, Picture Picture, StructureId Structure)
    : Frame(X, Y, Structure);
