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
        var whole = WithoutCircles(declarations, log, file);
        var resolver = new StyleResolver(whole, fonts, scale);
        return new StyleSheet(Enum.GetValues<StyleRole>().ToDictionary(role => role, resolver.Resolve));
    }

    /// <summary>What a role's text colour was stated as, by the role itself or one it inherits from; null if nobody states one.</summary>
    /// <param name="declarations">As for <see cref="Resolve(IReadOnlyDictionary{StyleRole, StyleDeclaration}, FontUses, double, TemplateLog, string)"/>.</param>
    /// <param name="role">The role.</param>
    public static StatedColour? ColourOf(IReadOnlyDictionary<StyleRole, StyleDeclaration> declarations, StyleRole role) =>
        LineageOf(declarations, role).Select(ancestor => declarations.GetValueOrDefault(ancestor)?.Colour).FirstOrDefault(colour => colour is not null);

    /// <summary>The role, the one it inherits from, and so on; of a circle each once.</summary>
    private static List<StyleRole> LineageOf(IReadOnlyDictionary<StyleRole, StyleDeclaration> declarations, StyleRole role)
    {
        var lineage = new List<StyleRole>();
        for (StyleRole? next = role; next is { } ancestor && !lineage.Contains(ancestor); next = ParentOf(declarations, ancestor))
        {
            lineage.Add(ancestor);
        }

        return lineage;
    }

    private static StyleRole? ParentOf(IReadOnlyDictionary<StyleRole, StyleDeclaration> declarations, StyleRole role) =>
        role == StyleRole.Body ? null : declarations.GetValueOrDefault(role)?.Inherits?.Role ?? StyleRole.Body;

    /// <summary>Names circles of inheritance; one style of each is given running text to inherit from, so that the rest can be looked at.</summary>
    private static Dictionary<StyleRole, StyleDeclaration> WithoutCircles(
        IReadOnlyDictionary<StyleRole, StyleDeclaration> declarations, TemplateLog log, string file)
    {
        var whole = new Dictionary<StyleRole, StyleDeclaration>(declarations);
        foreach (var role in Enum.GetValues<StyleRole>())
        {
            var circle = LineageOf(whole, role);
            if (ParentOf(whole, circle[^1]) == role)
            {
                var own = circle.Find(member => whole[member].Inherits!.Place.File == file);
                var place = whole[own].Inherits?.Place ?? new Place(file, 0);
                log.Error(place, CircleOf(circle, whole, file), "Let one of them inherit from another style, for instance \"inherits: body\".");
                whole[role] = whole[role] with { Inherits = null };
            }
        }

        return whole;
    }

    private static string CircleOf(List<StyleRole> circle, Dictionary<StyleRole, StyleDeclaration> declarations, string file)
    {
        var steps = circle.Select(role => declarations[role].Inherits! is var parent
            ? $"{NameOf(role)} inherits {NameOf(parent.Role)}{(parent.Place.File == file ? string.Empty : " in the standard template")}"
            : string.Empty);
        return $"A style inherits from itself: {string.Join(", ", steps)}.";
    }

    private static string NameOf(StyleRole role) => KebabCase.Of(role.ToString());

    private StyleRole? ParentOf(StyleRole role) => ParentOf(_declarations, role);

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
            Colour = style.Colour?.Colour ?? Colour.Black,
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
