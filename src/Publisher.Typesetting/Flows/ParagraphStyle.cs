namespace Publisher.Typesetting.Flows;

/// <summary>How the lines of a paragraph stand.</summary>
public sealed record ParagraphStyle
{
    /// <summary>The look that decides where baselines stand in the leading, and how an empty paragraph is sized.</summary>
    public required TextStyle Strut { get; init; }

    /// <summary>From baseline to baseline; greater than zero.</summary>
    public required Length Leading { get; init; }

    /// <summary>Where lines stand in the measure.</summary>
    public Alignment Alignment { get; init; } = Alignment.Start;

    /// <summary>Space above; the greater of this and what the block before asks for below counts.</summary>
    public Length SpaceBefore { get; init; }

    /// <summary>Space below.</summary>
    public Length SpaceAfter { get; init; }

    /// <summary>Indent of the first line; negative for a hanging one.</summary>
    public Length FirstLineIndent { get; init; }

    /// <summary>Indent of all lines at their start.</summary>
    public Length IndentStart { get; init; }

    /// <summary>Indent of all lines at their end.</summary>
    public Length IndentEnd { get; init; }

    /// <summary>Whether words may be divided.</summary>
    public bool Hyphenate { get; init; }

    /// <summary>Whether ragged lines are made about equally long, as titles are: in as many lines as before, but in the narrowest measure.</summary>
    public bool BalanceLines { get; init; }

    /// <summary>Whether punctuation at the edges hangs partly into the margin.</summary>
    public bool HangPunctuation { get; init; }

    /// <summary>Whether each space of the text counts, as in code.</summary>
    public bool PreserveSpaces { get; init; }

    /// <summary>Least number of lines at a page's foot; 1 or more.</summary>
    public int Orphans { get; init; } = 2;

    /// <summary>Least number of lines at a page's head; 1 or more.</summary>
    public int Widows { get; init; } = 2;

    /// <summary>Whether a page may not end after this paragraph.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Whether a page may not end inside this paragraph, unless it is longer than a page.</summary>
    public bool KeepTogether { get; init; }

    /// <summary>Whether the paragraph begins a page.</summary>
    public bool BreakBefore { get; init; }
}

/// <summary>Where lines stand in the measure; start and end follow the direction of the text.</summary>
public enum Alignment
{
    /// <summary>At the start, ragged at the end.</summary>
    Start,

    /// <summary>From edge to edge, the last line at the start.</summary>
    Justified,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the end, ragged at the start.</summary>
    End,
}
