namespace Publisher.Typesetting.Paragraphs;

/// <summary>
/// A place where a line may end. Widths are sums from the paragraph's start in points, so that a line's measures are the
/// difference of two candidates.
/// </summary>
internal struct BreakCandidate
{
    /// <summary>Index of the piece the line ends with or, at a space, of that space.</summary>
    public int Piece;

    /// <summary>Index into the piece's text where the next line begins; -1 at a space, which then vanishes.</summary>
    public int Offset;

    /// <summary>Natural width, stretch and shrink of all that stands before the break.</summary>
    public double Width;
    public double Stretch;
    public double Shrink;

    /// <summary>The same of all that stands before the next line.</summary>
    public double NextWidth;
    public double NextStretch;
    public double NextShrink;

    /// <summary>Width of the hyphen that the break adds; 0 for none.</summary>
    public double HyphenWidth;

    /// <summary>How far the line's last character may hang out, and the next line's first.</summary>
    public double HangEnd;
    public double NextHangStart;

    /// <summary>What the break costs.</summary>
    public int Penalty;

    /// <summary>Whether the break adds a hyphen.</summary>
    public bool AddsHyphen;

    /// <summary>Whether the break parts a word that is one to who reads: with a hyphen or without, as in an address.</summary>
    public bool DividesWord;

    /// <summary>Whether the line ends with a hyphen of either kind.</summary>
    public bool EndsWithHyphen;

    /// <summary>Whether a line must end here.</summary>
    public bool IsForced;
}
