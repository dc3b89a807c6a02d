using System.Collections.Immutable;

using Publisher.Editions.Pictures.Vectors;
using Publisher.Templates;
using Publisher.Templates.Styles;
using Publisher.Typesetting;
using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Fonts;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>Maps the template's styles to the typesetter's, one instance for each look.</summary>
internal sealed class StyleBook(StyleSheet styles, FontLibrary fonts)
{
    // Type set for scripts has its own weight; regular letters are reduced to what stays readable.
    private const double ScriptSize = 0.65;
    private const double Raised = 0.35;
    private const double Lowered = -0.15;
    private const int Bold = 700;

    private readonly Dictionary<Look, TextStyle> _texts = [];
    private readonly Dictionary<(StyleRole, string), ParagraphStyle> _paragraphs = [];

    public StyleSheet Sheet => styles;

    public Style this[StyleRole role] => styles[role];

    public ParagraphStyle Paragraph(StyleRole role, string language)
    {
        if (_paragraphs.TryGetValue((role, language), out var known))
            return known;

        var style = styles[role];
        var paragraph = new ParagraphStyle
        {
            Strut = Text(new Look(role, language)),
            Leading = Points(style.Leading),
            Alignment = AlignmentOf(style.Alignment),
            SpaceBefore = Points(style.SpaceBefore),
            SpaceAfter = Points(style.SpaceAfter),
            IndentStart = Points(style.IndentStart),
            IndentEnd = Points(style.IndentEnd),
            FirstLineIndent = Points(style.FirstLineIndent),
            Hyphenate = style.Hyphenate,
            // A letterhead stands against its rule and its logo, not in a column of text.
            HangPunctuation = role != StyleRole.Letterhead,
            BalanceLines = role is StyleRole.Kicker or StyleRole.Title or StyleRole.Subtitle or (>= StyleRole.Heading1 and <= StyleRole.Heading6),
            KeepWithNext = style.KeepWithNext,
            KeepTogether = style.KeepTogether,
            Orphans = style.Orphans,
            Widows = style.Widows,
        };
        _paragraphs.Add((role, language), paragraph);
        return paragraph;
    }

    public TextStyle Text(Look look)
    {
        if (_texts.TryGetValue(look, out var known))
            return known;

        var text = Make(look);
        _texts.Add(look, text);
        return text;
    }

    /// <summary>The look of text in a picture: its own family where the template has it, or that of captions.</summary>
    public TextStyle PictureText(VectorFont font, Typesetting.Length size, string language) => new()
    {
        Faces = fonts.StackFor(font.Families.FirstOrDefault(fonts.Has) ?? styles[StyleRole.Caption].FontFamily, font.Weight, font.IsItalic),
        Size = size,
        Language = language,
        Hyphenate = false,
    };

    public static Typesetting.Length Points(Templates.Length length) => new(length.Points);

    public static Ink InkOf(Colour colour) => new(colour.Red, colour.Green, colour.Blue);

    public static Alignment AlignmentOf(TextAlignment alignment) => alignment switch
    {
        TextAlignment.Center => Alignment.Center,
        TextAlignment.End => Alignment.End,
        TextAlignment.Justify => Alignment.Justified,
        _ => Alignment.Start,
    };

    private TextStyle Make(Look look)
    {
        var block = styles[look.Role];
        var inline = look.IsCode ? styles[StyleRole.InlineCode] : block;
        var link = styles[StyleRole.Link];
        var body = styles[StyleRole.Body];
        var plain = look.IsLink && link.Weight != body.Weight ? link.Weight : block.Weight;
        var weight = look.IsStrong ? Math.Max(Bold, plain) : plain;

        // Emphasis inside italic text is upright.
        var italic = block.Italic ^ look.IsEmphasis;
        var size = block.Size.Points * (look.IsCode ? CodeScale() : 1);
        return new TextStyle
        {
            Faces = fonts.StackFor(inline.FontFamily, weight, italic),
            Size = new Typesetting.Length(look.Script == 0 ? size : size * ScriptSize),
            Ink = InkOf(look.IsLink ? link.Colour : inline.Colour != body.Colour && look.IsCode ? inline.Colour : block.Colour),
            Language = string.Equals(look.Language, "und", StringComparison.Ordinal) ? "" : look.Language,
            Hyphenate = !look.IsCode,
            Rise = new Typesetting.Length(size * (look.Script > 0 ? Raised : look.Script < 0 ? Lowered : 0)),
            Tracking = Points(block.LetterSpacing),
            Capitals = block.Capitals,
            Features = FeaturesOf(block),
            Underline = block.Underline || (look.IsLink && link.Underline),
            StrikeThrough = look.IsStruck,
        };
    }

    private double CodeScale() => styles[StyleRole.InlineCode].Size.Points / styles[StyleRole.Body].Size.Points;

    private static ImmutableArray<FontFeature> FeaturesOf(Style style)
    {
        var features = ImmutableArray.CreateBuilder<FontFeature>();
        if (style.SmallCapitals)
            features.Add(new FontFeature("smcp"));
        if (style.Figures is FigureStyle.Lining or FigureStyle.Tabular)
            features.Add(new FontFeature("lnum"));
        if (style.Figures == FigureStyle.OldStyle)
            features.Add(new FontFeature("onum"));
        if (style.Figures == FigureStyle.Tabular)
            features.Add(new FontFeature("tnum"));
        return features.ToImmutable();
    }
}
