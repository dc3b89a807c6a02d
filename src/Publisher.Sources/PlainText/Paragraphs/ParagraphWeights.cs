namespace Publisher.Sources.PlainText.Paragraphs;

/// <summary>
/// What the evidence of <see cref="ParagraphDivider"/> weighs, in natural logarithms of odds: above zero it speaks for a paragraph end.
/// </summary>
internal sealed class ParagraphWeights
{
    private readonly double[] _values;

    private ParagraphWeights(double[] values) => _values = values;

    /// <summary>
    /// Fitted to the corpus of real statements by <c>dotnet run --project tests/Publisher.Score -- fit</c>, which also says how well weights
    /// fitted to some documents do on the others.
    /// </summary>
    public static ParagraphWeights Fitted { get; } = new(
    [
        -1.1, -1.6, -4.5, -1.0, -0.1, -2.8, -1.0, -1.5, -1.2, -1.6,
        1.9, 2.5, 0.3, -1.7, -3.0, -6.0, -2.8, -1.3,
        -2.4, 0.5, 0.9, 0.2, -7.0, 1.5, 2.5, -0.2, 0.8, 2.5, 0.3,
        1.5, 0.6, 0.5, 1.35, 0.5,
    ]);

    /// <summary>The weight of a piece of evidence.</summary>
    public double this[ParagraphEvidence evidence] => _values[(int)evidence];

    /// <summary>The same weights but for one.</summary>
    public ParagraphWeights With(ParagraphEvidence evidence, double weight)
    {
        var values = (double[])_values.Clone();
        values[(int)evidence] = weight;
        return new ParagraphWeights(values);
    }
}

/// <summary>Evidence for and against a paragraph end between two lines.</summary>
internal enum ParagraphEvidence : byte
{
    /// <summary>None: a line in four or five ends a paragraph.</summary>
    Usual,

    /// <summary>A last line is as full as the others.</summary>
    FullByChance,

    /// <summary>The next word would have fitted by far; for a line inside a paragraph.</summary>
    NotFull,

    /// <summary>A paragraph is set to another measure than that of the text.</summary>
    OtherMeasure,

    /// <summary>And the one before it was, too.</summary>
    SameOtherMeasure,

    /// <summary>A paragraph is set to a measure that only few lines show.</summary>
    RareMeasure,

    /// <summary>A first line is not indented although first lines are; as behind a heading.</summary>
    NotIndented,

    /// <summary>A paragraph's last line begins right behind a sentence end and ends without one; a heading does.</summary>
    Fragment,

    /// <summary>A paragraph begins with a word that takes up the sentence before.</summary>
    TakesUp,

    /// <summary>A title or heading of several lines.</summary>
    Display,

    /// <summary>The line ends a sentence.</summary>
    EndSentence,

    /// <summary>The line ends with a colon.</summary>
    EndColon,

    /// <summary>The line ends with a semicolon.</summary>
    EndSemicolon,

    /// <summary>The line ends with a comma.</summary>
    EndComma,

    /// <summary>The line ends with a hyphen-minus.</summary>
    EndHyphen,

    /// <summary>The line ends with a hyphen that only line breaking prints.</summary>
    EndSoftHyphen,

    /// <summary>The line ends with a word that wants another one.</summary>
    EndLink,

    /// <summary>The line ends with any other word.</summary>
    EndWord,

    /// <summary>The next line begins with a small letter.</summary>
    StartLower,

    /// <summary>The next line begins with a capital in German, where nouns do.</summary>
    StartUpperGerman,

    /// <summary>The next line begins with a capital in another language.</summary>
    StartUpper,

    /// <summary>The next line begins with a mark that opens a quotation or bracket.</summary>
    StartOpening,

    /// <summary>The next line begins with a mark that belongs to the word before.</summary>
    StartClosing,

    /// <summary>The next line begins with an arrow.</summary>
    StartArrow,

    /// <summary>The next line begins like an entry: a numbered address, an hour.</summary>
    StartEntry,

    /// <summary>The next line begins with a figure.</summary>
    StartDigit,

    /// <summary>The next line begins with a section number of one level.</summary>
    StartSection,

    /// <summary>The next line begins with a section number of several levels.</summary>
    StartDeepSection,

    /// <summary>The next line begins with something else.</summary>
    StartOther,

    /// <summary>List marks were lost, and a small letter follows a colon.</summary>
    LostMarkBehindColon,

    /// <summary>List marks were lost, and a small letter follows a word, comma or semicolon.</summary>
    LostMark,

    /// <summary>A sentence ends, and the lengths of the paragraphs have a say; they count against short ones.</summary>
    OpenEnd,

    /// <summary>How likely the length of a paragraph is; a factor.</summary>
    Length,

    /// <summary>A line by itself that is no text: a heading.</summary>
    SingleLine,
}
