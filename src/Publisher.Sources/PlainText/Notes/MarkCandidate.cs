namespace Publisher.Sources.PlainText.Notes;

/// <summary>How the marks of notes are set.</summary>
internal enum MarkForm : byte
{
    /// <summary>A figure that was raised: text1, text.1</summary>
    Figure,

    /// <summary>¹</summary>
    Raised,

    /// <summary>[1]</summary>
    Brackets,

    /// <summary>(1)</summary>
    Parentheses,

    /// <summary>*, **, †</summary>
    Sign,
}

/// <summary>A place in the text that may be the mark of a note.</summary>
/// <param name="Start">Offset in the clean text.</param>
/// <param name="Length">Its length, brackets included.</param>
/// <param name="Line">Index of its line.</param>
/// <param name="Score">How much the place speaks for a mark; see <see cref="MarkScores"/>.</param>
internal readonly record struct MarkCandidate(int Start, int Length, int Line, double Score);

/// <summary>
/// How much a place speaks for being the mark of a note rather than a number of the text. The figures only rank the places; that the
/// marks count up in the order of the text weighs more than any of them.
/// </summary>
internal static class MarkScores
{
    /// <summary>From here on a mark speaks for itself.</summary>
    public const double Strong = 2;

    /// <summary>A raised figure, or one in square brackets: hardly anything else.</summary>
    public const double Raised = 4;

    /// <summary>A figure right behind a word or a full stop.</summary>
    public const double Glued = 3;

    /// <summary>Behind capitals, as in "SFR2", which also names things: "CO2".</summary>
    public const double BehindCapitals = 2;

    /// <summary>A figure alone on its line.</summary>
    public const double Alone = 1.5;

    /// <summary>One of several figures that stand on a line with nothing else: an extraction printed them above their line.</summary>
    public const double AmongFigures = 1.2;

    /// <summary>What the marks of a short row are worth on average if none of them speaks for itself.</summary>
    public const double FairOnAverage = 0.7;

    /// <summary>A figure in round brackets, set off from the word before; also a reference to a numbered passage.</summary>
    public const double SetOffParentheses = 1.2;

    /// <summary>A figure between a blank and the end of a line or a full stop.</summary>
    public const double LooseAtEnd = 1;

    /// <summary>Behind a number and its full stop, "2006.1": may be a decimal.</summary>
    public const double BehindNumberAndStop = 0.8;

    /// <summary>Behind a year, "20192": may be a postal code.</summary>
    public const double BehindYear = 1;

    /// <summary>A figure between blanks.</summary>
    public const double Loose = 0.4;

    /// <summary>The last figures of a number.</summary>
    public const double BehindFigures = 0.2;

    /// <summary>A note without a mark.</summary>
    public const double Missing = -1.5;
}
