namespace Publisher.Templates.Styles;

/// <summary>A resolved style: nothing left to inherit, every family and colour known. Each edition maps it in its own way.</summary>
public sealed record Style
{
    /// <summary>Family name of the font, one of <see cref="Template.Fonts"/> unless the template names a system font.</summary>
    public required string FontFamily { get; init; }

    /// <summary>Font size; greater than zero.</summary>
    public Length Size { get; init; } = Length.FromPoints(11);

    /// <summary>Distance between baselines; at least the font size.</summary>
    public Length Leading { get; init; } = Length.FromPoints(15);

    /// <summary>Weight, 100 to 900; 400 is regular.</summary>
    public int Weight { get; init; } = 400;

    /// <summary>True for italic.</summary>
    public bool Italic { get; init; }

    /// <summary>True for small capitals, real ones where the font has them.</summary>
    public bool SmallCapitals { get; init; }

    /// <summary>True for capitals; layout only, the text stays as it is.</summary>
    public bool Capitals { get; init; }

    /// <summary>Space added between characters; may be negative.</summary>
    public Length LetterSpacing { get; init; }

    /// <summary>Which figures.</summary>
    public FigureStyle Figures { get; init; }

    /// <summary>Colour of the text.</summary>
    public Colour Colour { get; init; } = Colour.Black;

    /// <summary>Colour behind the text; null for none.</summary>
    public Colour? Background { get; init; }

    /// <summary>True for underlined text.</summary>
    public bool Underline { get; init; }

    /// <summary>Space above; the larger of two neighbours counts.</summary>
    public Length SpaceBefore { get; init; }

    /// <summary>Space below; the larger of two neighbours counts.</summary>
    public Length SpaceAfter { get; init; }

    /// <summary>Indent from the start margin.</summary>
    public Length IndentStart { get; init; }

    /// <summary>Indent from the end margin.</summary>
    public Length IndentEnd { get; init; }

    /// <summary>Further indent of the first line; negative for a hanging indent.</summary>
    public Length FirstLineIndent { get; init; }

    /// <summary>How lines are set.</summary>
    public TextAlignment Alignment { get; init; }

    /// <summary>True if words may be divided.</summary>
    public bool Hyphenate { get; init; }

    /// <summary>True if the block stays on one page with the next one's first lines.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>True if the block is not broken over pages.</summary>
    public bool KeepTogether { get; init; }

    /// <summary>Least number of lines at the foot of a page; 1 or more.</summary>
    public int Orphans { get; init; } = 2;

    /// <summary>Least number of lines at the head of a page; 1 or more.</summary>
    public int Widows { get; init; } = 2;

    /// <summary>A rule above the block; null for none.</summary>
    public BorderRule? RuleBefore { get; init; }

    /// <summary>A rule below the block; null for none.</summary>
    public BorderRule? RuleAfter { get; init; }

    /// <summary>A rule along the start side of the block; null for none.</summary>
    public BorderRule? RuleStart { get; init; }
}

/// <summary>A rule along one side of a block.</summary>
/// <param name="Thickness">Thickness.</param>
/// <param name="Colour">Colour.</param>
/// <param name="Gap">Distance between the rule and the text.</param>
public sealed record BorderRule(Length Thickness, Colour Colour, Length Gap)
{
    /// <summary>From its outer edge to the text.</summary>
    public Length Extent => Thickness + Gap;
}

/// <summary>How the lines of a block are set.</summary>
public enum TextAlignment
{
    /// <summary>Ragged at the end.</summary>
    Start,

    /// <summary>Ragged at the start.</summary>
    End,

    /// <summary>Centred.</summary>
    Center,

    /// <summary>Flush on both sides.</summary>
    Justify,
}

/// <summary>Which figures a font shows.</summary>
public enum FigureStyle
{
    /// <summary>What the font shows by itself.</summary>
    Default,

    /// <summary>Figures of one height.</summary>
    Lining,

    /// <summary>Figures with ascenders and descenders.</summary>
    OldStyle,

    /// <summary>Lining figures of one width, for tables.</summary>
    Tabular,
}
