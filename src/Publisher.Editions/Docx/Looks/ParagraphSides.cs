using Publisher.Templates;
using Publisher.Templates.Styles;

namespace Publisher.Editions.Docx.Looks;

/// <summary>
/// What stands at the sides of a paragraph; null for nothing. A coloured ground reaches as far as the borders, and without them ends at the
/// letters themselves, so it has borders of its own colour where no rule is.
/// </summary>
internal readonly record struct ParagraphSides(BorderRule? Top, BorderRule? Left, BorderRule? Bottom, BorderRule? Right)
{
    /// <summary>From the left edge of what stands there to the text.</summary>
    public Length Start => Left?.Extent ?? Length.Zero;

    /// <summary>From the text to the right edge of what stands there.</summary>
    public Length End => Right?.Extent ?? Length.Zero;

    public static ParagraphSides Of(Style style)
    {
        var edge = style.Background is { } ground ? new BorderRule(Length.FromPoints(0.25), ground, Spaces.Padding(style)) : null;
        return new ParagraphSides(style.RuleBefore ?? edge, style.RuleStart ?? edge, style.RuleAfter ?? edge, edge);
    }
}
