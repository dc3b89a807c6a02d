using Publisher.Templates.Files;

namespace Publisher.Templates.Styles;

/// <summary>What a file says about one role; null where it says nothing.</summary>
internal sealed record StyleDeclaration
{
    public StatedParent? Inherits { get; init; }

    public string? Font { get; init; }

    public Measure? Size { get; init; }

    public Measure? Leading { get; init; }

    public int? Weight { get; init; }

    public bool? Italic { get; init; }

    public bool? SmallCapitals { get; init; }

    public bool? Capitals { get; init; }

    public Measure? LetterSpacing { get; init; }

    public FigureStyle? Figures { get; init; }

    public StatedColour? Colour { get; init; }

    public Choice<Colour?>? Background { get; init; }

    public bool? Underline { get; init; }

    public Measure? SpaceBefore { get; init; }

    public Measure? SpaceAfter { get; init; }

    public Measure? IndentStart { get; init; }

    public Measure? IndentEnd { get; init; }

    public Measure? FirstLineIndent { get; init; }

    public TextAlignment? Alignment { get; init; }

    public bool? Hyphenate { get; init; }

    public bool? KeepWithNext { get; init; }

    public bool? KeepTogether { get; init; }

    public int? Orphans { get; init; }

    public int? Widows { get; init; }

    public Choice<RuleDeclaration?>? RuleBefore { get; init; }

    public Choice<RuleDeclaration?>? RuleAfter { get; init; }

    public Choice<RuleDeclaration?>? RuleStart { get; init; }

    /// <summary>This declaration where it says something, else the other one.</summary>
    public StyleDeclaration Over(StyleDeclaration under) => new()
    {
        Inherits = Inherits ?? under.Inherits,
        Font = Font ?? under.Font,
        Size = Size ?? under.Size,
        Leading = Leading ?? under.Leading,
        Weight = Weight ?? under.Weight,
        Italic = Italic ?? under.Italic,
        SmallCapitals = SmallCapitals ?? under.SmallCapitals,
        Capitals = Capitals ?? under.Capitals,
        LetterSpacing = LetterSpacing ?? under.LetterSpacing,
        Figures = Figures ?? under.Figures,
        Colour = Colour ?? under.Colour,
        Background = Background ?? under.Background,
        Underline = Underline ?? under.Underline,
        SpaceBefore = SpaceBefore ?? under.SpaceBefore,
        SpaceAfter = SpaceAfter ?? under.SpaceAfter,
        IndentStart = IndentStart ?? under.IndentStart,
        IndentEnd = IndentEnd ?? under.IndentEnd,
        FirstLineIndent = FirstLineIndent ?? under.FirstLineIndent,
        Alignment = Alignment ?? under.Alignment,
        Hyphenate = Hyphenate ?? under.Hyphenate,
        KeepWithNext = KeepWithNext ?? under.KeepWithNext,
        KeepTogether = KeepTogether ?? under.KeepTogether,
        Orphans = Orphans ?? under.Orphans,
        Widows = Widows ?? under.Widows,
        RuleBefore = RuleBefore ?? under.RuleBefore,
        RuleAfter = RuleAfter ?? under.RuleAfter,
        RuleStart = RuleStart ?? under.RuleStart,
    };
}

/// <summary>Something stated, which may be "none".</summary>
/// <param name="Value">What is stated.</param>
internal readonly record struct Choice<T>(T Value);

/// <summary>A colour of text as a file states it.</summary>
/// <param name="Colour">The colour.</param>
/// <param name="Written">As it is written: a name, a share of one, or a value.</param>
/// <param name="Place">Where.</param>
internal sealed record StatedColour(Colour Colour, string Written, Place Place);

/// <summary>The style to inherit from as a file states it.</summary>
/// <param name="Role">The style.</param>
/// <param name="Place">Where.</param>
internal sealed record StatedParent(StyleRole Role, Place Place);

/// <summary>A rule as a file states it.</summary>
internal sealed record RuleDeclaration(Measure Thickness, Colour Colour, Measure Gap);
