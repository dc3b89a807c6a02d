using Publisher.Templates.Files;
using Publisher.Templates.Fonts;

namespace Publisher.Templates.Styles;

/// <summary>
/// Makes styles of declarations: first inheritance (what a role does not say, the one it inherits from says, in the end running text),
/// then measures, so that a multiple counts from the type of the style that uses it.
/// </summary>
internal sealed class StyleResolver
{
    // Used where not even running text says anything.
    private static readonly Length FallbackSize = Length.FromPoints(11);
    private static readonly Measure FallbackLeading = new(1.4, MeasureUnit.Factor);

    private readonly IReadOnlyDictionary<StyleRole, StyleDeclaration> _declarations;
    private readonly FontUses _fonts;
    private readonly double _scale;
    private readonly Length _bodySize;
    private readonly Length _bodyLeading;

    private StyleResolver(IReadOnlyDictionary<StyleRole, StyleDeclaration> declarations, FontUses fonts, double scale)
    {
        _declarations = declarations;
        _fonts = fonts;
        _scale = scale;
        var body = declarations[StyleRole.Body];
        _bodySize = HalfPoints(body.Size is { Unit: MeasureUnit.Points } size ? size.Value : FallbackSize.Points);
        _bodyLeading = LeadingOf(body, _bodySize);
    }

    /// <summary>Resolves the styles of all roles.</summary>
    /// <param name="declarations">What is said, all layers merged; running text must be among them.</param>
    /// <param name="fonts">The families behind names of uses.</param>
    /// <param name="scale">Ratio between two steps of the typographic scale.</param>
    /// <param name="log">Where circles of inheritance are named.</param>
    /// <param name="file">The file to name for them.</param>
    public static StyleSheet Resolve(
        IReadOnlyDictionary<StyleRole, StyleDeclaration> declarations, FontUses fonts, double scale, TemplateLog log, string file)
    {
        var resolver = new StyleResolver(declarations, fonts, scale);
        var roles = Enum.GetValues<StyleRole>();
        if (roles.FirstOrDefault(resolver.InheritsFromItself, StyleRole.Body) is var circle and not StyleRole.Body)
        {
            log.Error(
                new Place(file, 0),
                $"The style \"{KebabCase.Of(circle.ToString())}\" inherits from itself.",
                "Follow its \"inherits\" lines and break the circle.");
            log.ThrowOnError();
        }

        return new StyleSheet(roles.ToDictionary(role => role, resolver.Resolve));
    }

    private bool InheritsFromItself(StyleRole role)
    {
        var steps = 0;
        for (var parent = ParentOf(role); parent is not null; parent = ParentOf(parent.Value))
        {
            if (++steps > _declarations.Count + 1)
            {
                return true;
            }
        }

        return false;
    }

    private StyleRole? ParentOf(StyleRole role) =>
        role == StyleRole.Body ? null : Declared(role).Inherits ?? StyleRole.Body;

    private StyleDeclaration Declared(StyleRole role) => _declarations.GetValueOrDefault(role) ?? new StyleDeclaration();

    private StyleDeclaration Inherited(StyleRole role) =>
        ParentOf(role) is { } parent ? Declared(role).Over(Inherited(parent)) : Declared(role);

    private Style Resolve(StyleRole role)
    {
        var style = Inherited(role);
        var size = style.Size is { } stated ? SizeOf(stated) : _bodySize;
        Length Of(Measure? measure) => measure?.Resolve(size, _bodySize, _bodyLeading) ?? Length.Zero;
        BorderRule? RuleOf(Choice<RuleDeclaration?>? rule) =>
            rule?.Value is { } r ? new BorderRule(Of(r.Thickness), r.Colour, Of(r.Gap)) : null;
        return new Style
        {
            FontFamily = _fonts.FamilyOf(style.Font ?? "base"),
            Size = size,
            Leading = LeadingOf(style, size),
            Weight = style.Weight ?? 400,
            Italic = style.Italic ?? false,
            SmallCapitals = style.SmallCapitals ?? false,
            Capitals = style.Capitals ?? false,
            LetterSpacing = Of(style.LetterSpacing),
            Figures = style.Figures ?? FigureStyle.Default,
            Colour = style.Colour ?? Colour.Black,
            Background = style.Background?.Value,
            Underline = style.Underline ?? false,
            SpaceBefore = Of(style.SpaceBefore),
            SpaceAfter = Of(style.SpaceAfter),
            IndentStart = Of(style.IndentStart),
            IndentEnd = Of(style.IndentEnd),
            FirstLineIndent = Of(style.FirstLineIndent),
            Alignment = style.Alignment ?? TextAlignment.Start,
            Hyphenate = style.Hyphenate ?? false,
            KeepWithNext = style.KeepWithNext ?? false,
            KeepTogether = style.KeepTogether ?? false,
            Orphans = style.Orphans ?? 2,
            Widows = style.Widows ?? 2,
            RuleBefore = RuleOf(style.RuleBefore),
            RuleAfter = RuleOf(style.RuleAfter),
            RuleStart = RuleOf(style.RuleStart),
        };
    }

    /// <summary>Sizes are whole half points, the finest that Word knows, so that all editions agree.</summary>
    private Length SizeOf(Measure size) => HalfPoints(size.Unit switch
    {
        MeasureUnit.Points => size.Value,
        MeasureUnit.Steps => _bodySize.Points * Math.Pow(_scale, size.Value),
        MeasureUnit.BodyLeading => _bodyLeading.Points * size.Value,
        _ => _bodySize.Points * size.Value,
    });

    private Length LeadingOf(StyleDeclaration style, Length size)
    {
        var leading = style.Leading is { Unit: not MeasureUnit.Steps } stated ? stated : FallbackLeading;
        var length = HalfPoints(leading.Resolve(size, _bodySize, _bodyLeading).Points);
        return length < size ? size : length;
    }

    private static Length HalfPoints(double points) =>
        Length.FromPoints(Math.Max(1, Math.Round(points * 2, MidpointRounding.AwayFromZero) / 2));
}
