using Publisher.Templates;
using Publisher.Templates.Styles;

namespace Publisher.Editions;

/// <summary>Distances that follow from a style sheet, the same in every format.</summary>
internal static class Spaces
{
    /// <summary>Between the edge of a coloured ground and its text; zero without one.</summary>
    public static Length Padding(Style style) => style.Background is null ? Length.Zero : style.Size * 0.4;

    /// <summary>
    /// How far an attribution stands in beyond its own indent: its words stand below those of the quotation, not below the rule beside them.
    /// </summary>
    public static Length BeforeAttribution(StyleSheet styles) =>
        styles[StyleRole.Attribution].RuleStart is null && styles[StyleRole.Quote].RuleStart is { } rule ? rule.Extent : Length.Zero;
}
