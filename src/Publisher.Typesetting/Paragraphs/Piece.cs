namespace Publisher.Typesetting.Paragraphs;

/// <summary>What a paragraph is made of before it is broken into lines.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Run">Index of the run it comes from.</param>
/// <param name="Shaper">Its style; null for a picture or a line end.</param>
/// <param name="Word">Its glyphs; null for a picture or a line end.</param>
/// <param name="Width">Natural width in points.</param>
/// <param name="Level">Odd if it runs from right to left (UAX #9).</param>
internal readonly record struct Piece(PieceKind Kind, int Run, StyleShaper? Shaper, ShapedWord? Word, double Width, int Level)
{
    // Knuth's spaces: a third of an em that stretches by half and shrinks by a third of itself.
    private const double SpaceStretch = 0.5;
    private const double SpaceShrink = 1 / 3.0;

    /// <summary>How much wider it may become, in points; a space that stretches more makes a bad line.</summary>
    public double Stretch => IsSpace ? Width * SpaceStretch : 0;

    /// <summary>How much narrower it may become, in points.</summary>
    public double Shrink => IsSpace ? Width * SpaceShrink : 0;

    /// <summary>Whether it gives when lines are justified.</summary>
    public bool IsSpace => Kind is PieceKind.Space or PieceKind.NoBreakSpace;
}

/// <summary>The kinds of <see cref="Piece"/>.</summary>
internal enum PieceKind
{
    /// <summary>Glyphs without a space.</summary>
    Word,

    /// <summary>A space at which a line may end.</summary>
    Space,

    /// <summary>A space at which no line ends.</summary>
    NoBreakSpace,

    /// <summary>A picture that stands like a letter.</summary>
    Picture,

    /// <summary>A line end that the text asks for.</summary>
    LineEnd,
}
