namespace Publisher.Sources.PlainText.Lines;

/// <summary>A line with text on it; offsets count in the clean text.</summary>
internal sealed class TextLine
{
    /// <summary>Offset of its first character that is no blank, behind a list mark if it begins with one.</summary>
    public required int Start { get; set; }

    /// <summary>Offset behind its last character that is no blank.</summary>
    public required int End { get; set; }

    /// <summary>Columns before the first character, the list mark included.</summary>
    public required int Indent { get; set; }

    /// <summary>Blanks behind the last character.</summary>
    public required int Trailing { get; init; }

    /// <summary>Empty lines between this line and the one before, of which furniture and notes that were taken out count as none.</summary>
    public required int Space { get; set; }

    /// <summary>Zero-based page.</summary>
    public required int Page { get; set; }

    /// <summary>Width in thousandths of an em of the document's face.</summary>
    public int Width { get; set; }

    /// <summary>
    /// True if the next line was printed on the same line: some extractions break a line at a raised figure. The next line's
    /// <see cref="Width"/> is then that of both.
    /// </summary>
    public bool GoesOn { get; set; }

    /// <summary>True if the line ends inside a word whose hyphen the extraction took out.</summary>
    public bool DividesWord { get; set; }

    /// <summary>True if the line begins a block whatever its words say: a table or the like stands before it.</summary>
    public bool StartsBlock { get; set; }

    /// <summary>True if it is a heading that a number without a full stop counts.</summary>
    public bool IsSection { get; set; }

    /// <summary>True if the author says that the paragraph before goes on here.</summary>
    public bool Continues { get; set; }

    /// <summary>True if the author says that it begins a paragraph, so no heading.</summary>
    public bool IsParagraph { get; set; }

    /// <summary>The level of the heading that the author says this line is; 0 if nothing is said.</summary>
    public int HeadingLevel { get; set; }

    /// <summary>True if a raised figure on a line of its own stood before this line.</summary>
    public bool FollowsNoteMark { get; set; }

    /// <summary>What the line is.</summary>
    public LineRole Role { get; set; }

    /// <summary>The mark of the list item that begins here; null if none does.</summary>
    public ListMark? Mark { get; set; }

    /// <summary>True if the mark stood on this line, not on one of its own.</summary>
    public bool HasOwnMark { get; set; }

    /// <summary>The line's text.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, End - Start);
}

/// <summary>What a line is.</summary>
internal enum LineRole : byte
{
    /// <summary>Part of the flow.</summary>
    Flow,

    /// <summary>Page furniture.</summary>
    Furniture,

    /// <summary>Part of a footnote.</summary>
    Note,

    /// <summary>The mark of a footnote that stands by itself.</summary>
    NoteMark,

    /// <summary>A list mark that stands by itself.</summary>
    Mark,

    /// <summary>Part of a table.</summary>
    Table,

    /// <summary>A link target that the extraction dropped into the text.</summary>
    LinkTarget,
}

/// <summary>The mark of a list item.</summary>
/// <param name="Kind">What kind of mark.</param>
/// <param name="Number">Its number; 0 for a bullet.</param>
/// <param name="Glyph">The bullet, or the character behind the number.</param>
/// <param name="Column">Where it stands, in columns.</param>
/// <param name="Start">Its offset in the clean text.</param>
/// <param name="Length">Its length without blanks.</param>
internal sealed record ListMark(ListMarkKind Kind, int Number, char Glyph, int Column, int Start, int Length)
{
    /// <summary>True if it counts nothing.</summary>
    public bool IsBullet => Kind is ListMarkKind.Bullet or ListMarkKind.Dash or ListMarkKind.Sign;
}

/// <summary>The kinds of list mark.</summary>
internal enum ListMarkKind : byte
{
    /// <summary>A bullet that is nothing else: •, ▪.</summary>
    Bullet,

    /// <summary>A dash or asterisk, which may also be part of a sentence.</summary>
    Dash,

    /// <summary>A sign that is a bullet only among its like: →, o.</summary>
    Sign,

    /// <summary>1.</summary>
    Decimal,

    /// <summary>a)</summary>
    Letter,

    /// <summary>A.</summary>
    UpperLetter,

    /// <summary>iv.</summary>
    Roman,
}
