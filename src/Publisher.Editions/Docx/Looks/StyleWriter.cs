using Publisher.Editions.Docx.Package;
using Publisher.Templates;
using Publisher.Templates.Pages;
using Publisher.Templates.Styles;

namespace Publisher.Editions.Docx.Looks;

/// <summary>
/// Writes the properties of styles: only what a style says differently from the one it is based on, so that a change to a style in
/// Word reaches all that stand on it.
/// </summary>
internal sealed class StyleWriter(PartWriter xml, ThemePlaces theme)
{
    // Word's own unit of a border's thickness is an eighth of a point, from 2 to 96; of its distance a point, up to 31 (17.18.2).
    private const int ThinnestBorder = 2;
    private const int ThickestBorder = 96;
    private const int FarthestBorder = 31;

    /// <summary>Words are bold from here on: Word knows no other weight.</summary>
    public const int BoldFrom = 600;

    public PartWriter Xml => xml;

    public ThemePlaces Theme => theme;

    /// <summary>Writes a colour of characters.</summary>
    public void Colour(Colour colour)
    {
        xml.Markup("<w:color"u8).Attribute("w:val"u8, colour.Hex);
        theme.Write(xml, "w:themeColor"u8, colour);
        xml.Markup("/>"u8);
    }

    /// <summary>Writes the colour behind a paragraph or cell.</summary>
    public void Shading(Colour ground)
    {
        xml.Markup("<w:shd w:val=\"clear\" w:color=\"auto\""u8).Attribute("w:fill"u8, ground.Hex);
        theme.Write(xml, "w:themeFill"u8, ground);
        xml.Markup("/>"u8);
    }

    /// <summary>A border of a paragraph or cell.</summary>
    /// <param name="side">Such as <c>bottom</c>.</param>
    /// <param name="rule">The rule; nothing is written for null.</param>
    public void Border(ReadOnlySpan<byte> side, BorderRule? rule)
    {
        if (rule is not null)
        {
            xml.Markup("<w:"u8).Markup(side).Markup(" w:val=\"single\""u8)
                .Attribute("w:sz"u8, (int)Math.Clamp(Math.Round(rule.Thickness.Points * 8), ThinnestBorder, ThickestBorder))
                .Attribute("w:space"u8, (int)Math.Clamp(Math.Round(rule.Gap.Points), 0, FarthestBorder))
                .Attribute("w:color"u8, rule.Colour.Hex);
            theme.Write(xml, "w:themeColor"u8, rule.Colour);
            xml.Markup("/>"u8);
        }
    }

    /// <summary>Properties of a paragraph in the order of CT_PPrBase (ECMA-376-1, 17.3.1.26).</summary>
    /// <param name="style">The style.</param>
    /// <param name="parent">What it is based on.</param>
    /// <param name="more">What the sheet of styles does not know.</param>
    public void Paragraph(Style style, Style parent, ParagraphExtras more = default)
    {
        xml.Markup("<w:pPr>"u8);
        Toggle("keepNext"u8, more.KeepNext ?? style.KeepWithNext, parent.KeepWithNext);
        Toggle("keepLines"u8, style.KeepTogether, parent.KeepTogether);
        Toggle("widowControl"u8, style.Widows > 1 || style.Orphans > 1, parent.Widows > 1 || parent.Orphans > 1);
        if (more.List is { } list)
        {
            xml.Markup("<w:numPr>"u8).Value("ilvl"u8, list.Level).Value("numId"u8, list.Instance).Markup("</w:numPr>"u8);
        }

        xml.Markup(more.IsFurniture ? "<w:suppressLineNumbers/>"u8 : default);
        Borders(style, parent);
        if (style.Background != parent.Background && style.Background is { } background)
        {
            Shading(background);
        }

        Tabs(more.Tabs);
        Toggle("suppressAutoHyphens"u8, !style.Hyphenate, !parent.Hyphenate);
        Spacing(style, parent);
        Indents(style, parent, more.ExtraIndent, more.Hanging);
        xml.Markup(more.IsContextual ? "<w:contextualSpacing/>"u8 : default);
        if ((more.Alignment ?? style.Alignment) != parent.Alignment)
        {
            xml.Value("jc"u8, NameOf(more.Alignment ?? style.Alignment));
        }

        if (more.OutlineLevel is { } level)
        {
            xml.Value("outlineLvl"u8, level);
        }

        xml.Markup("</w:pPr>"u8);
    }

    /// <summary>Properties of characters in the order of CT_RPr (ECMA-376-1, 17.3.2.28).</summary>
    public void Characters(Style style, Style parent)
    {
        xml.Markup("<w:rPr>"u8);
        if (style.FontFamily != parent.FontFamily)
        {
            theme.WriteFonts(xml, style.FontFamily);
        }

        Pair("b"u8, "bCs"u8, style.Weight >= BoldFrom, parent.Weight >= BoldFrom);
        Pair("i"u8, "iCs"u8, style.Italic, parent.Italic);
        Toggle("caps"u8, style.Capitals, parent.Capitals);
        Toggle("smallCaps"u8, style.SmallCapitals, parent.SmallCapitals);
        if (style.Colour != parent.Colour)
        {
            Colour(style.Colour);
        }

        if (style.LetterSpacing.Twips != parent.LetterSpacing.Twips)
        {
            xml.Value("spacing"u8, style.LetterSpacing.Twips);
        }

        if (style.Size.HalfPoints != parent.Size.HalfPoints)
        {
            xml.Value("sz"u8, style.Size.HalfPoints).Value("szCs"u8, style.Size.HalfPoints);
        }

        if (style.Underline != parent.Underline)
        {
            xml.Value("u"u8, style.Underline ? "single" : "none");
        }

        if (style.Figures != parent.Figures)
        {
            Figures(style.Figures);
        }

        xml.Markup("</w:rPr>"u8);
    }

    /// <summary>An on/off property where it differs from the parent's.</summary>
    public void Toggle(ReadOnlySpan<byte> name, bool value, bool parent)
    {
        if (value != parent)
        {
            xml.Markup("<w:"u8).Markup(name).Markup(value ? "/>"u8 : " w:val=\"0\"/>"u8);
        }
    }

    private static string NameOf(TextAlignment alignment) => alignment switch
    {
        TextAlignment.End => "right",
        TextAlignment.Center => "center",
        TextAlignment.Justify => "both",
        _ => "left",
    };

    private void Pair(ReadOnlySpan<byte> name, ReadOnlySpan<byte> complex, bool value, bool parent)
    {
        Toggle(name, value, parent);
        Toggle(complex, value, parent);
    }

    // [MS-DOCX], 2.6.1.8 and 2.6.1.10.
    private void Figures(FigureStyle figures) => xml.Markup(figures switch
    {
        FigureStyle.OldStyle => "<w14:numForm w14:val=\"oldStyle\"/>"u8,
        FigureStyle.Tabular => "<w14:numForm w14:val=\"lining\"/><w14:numSpacing w14:val=\"tabular\"/>"u8,
        FigureStyle.Lining => "<w14:numForm w14:val=\"lining\"/>"u8,
        _ => "<w14:numForm w14:val=\"default\"/><w14:numSpacing w14:val=\"default\"/>"u8,
    });

    private void Borders(Style style, Style parent)
    {
        var (own, inherited) = (ParagraphSides.Of(style), ParagraphSides.Of(parent));
        if (own == inherited)
        {
            return;
        }

        xml.Markup("<w:pBdr>"u8);
        Side("top"u8, own.Top, inherited.Top);
        Side("left"u8, own.Left, inherited.Left);
        Side("bottom"u8, own.Bottom, inherited.Bottom);
        Side("right"u8, own.Right, inherited.Right);
        xml.Markup("</w:pBdr>"u8);
    }

    private void Side(ReadOnlySpan<byte> side, BorderRule? rule, BorderRule? parent)
    {
        if (rule is null && parent is not null)
        {
            xml.Markup("<w:"u8).Markup(side).Markup(" w:val=\"nil\"/>"u8);
        }

        Border(side, rule);
    }

    private void Tabs(ParagraphTabs? tabs)
    {
        if (tabs is null)
        {
            return;
        }

        xml.Markup("<w:tabs>"u8);
        if (tabs.Center is { } center)
        {
            xml.Markup("<w:tab w:val=\"center\""u8).Attribute("w:pos"u8, center.Twips).Markup("/>"u8);
        }

        xml.Markup("<w:tab w:val=\"right\""u8).Attribute("w:leader"u8, tabs.HasLeader ? "dot" : null).Attribute("w:pos"u8, tabs.End.Twips).Markup("/></w:tabs>"u8);
    }

    private void Spacing(Style style, Style parent)
    {
        if ((style.SpaceBefore.Twips, style.SpaceAfter.Twips, style.Leading.Twips) == (parent.SpaceBefore.Twips, parent.SpaceAfter.Twips, parent.Leading.Twips))
        {
            return;
        }

        xml.Markup("<w:spacing"u8);
        if (style.SpaceBefore.Twips != parent.SpaceBefore.Twips)
        {
            xml.Attribute("w:before"u8, style.SpaceBefore.Twips);
        }

        if (style.SpaceAfter.Twips != parent.SpaceAfter.Twips)
        {
            xml.Attribute("w:after"u8, style.SpaceAfter.Twips);
        }

        if (style.Leading.Twips != parent.Leading.Twips)
        {
            // At least, for an exact distance would cut pictures in the line.
            xml.Attribute("w:line"u8, style.Leading.Twips).Markup(" w:lineRule=\"atLeast\""u8);
        }

        xml.Markup("/>"u8);
    }

    private void Indents(Style style, Style parent, Length extra, Length hanging)
    {
        // Word counts indents to the text and hangs rules and grounds out of it; the sheet counts to what stands outermost.
        var (own, inherited) = (ParagraphSides.Of(style), ParagraphSides.Of(parent));
        var start = (style.IndentStart + own.Start + extra).Twips;
        var end = (style.IndentEnd + own.End).Twips;
        var first = style.FirstLineIndent.Twips - hanging.Twips;
        var inheritedEnd = (parent.IndentEnd + inherited.End).Twips;
        if ((start, end, first) == ((parent.IndentStart + inherited.Start).Twips, inheritedEnd, parent.FirstLineIndent.Twips))
        {
            return;
        }

        xml.Markup("<w:ind"u8).Attribute("w:left"u8, start);
        if (end != inheritedEnd)
        {
            xml.Attribute("w:right"u8, end);
        }

        if (first < 0)
        {
            xml.Attribute("w:hanging"u8, -first);
        }
        else
        {
            xml.Attribute("w:firstLine"u8, first);
        }

        xml.Markup("/>"u8);
    }
}

/// <summary>What a paragraph style says beyond the sheet of styles.</summary>
internal readonly record struct ParagraphExtras
{
    /// <summary>Level of the outline from 0; null for running text.</summary>
    public int? OutlineLevel { get; init; }

    /// <summary>The list it belongs to by itself.</summary>
    public (int Instance, int Level)? List { get; init; }

    /// <summary>Tab stops.</summary>
    public ParagraphTabs? Tabs { get; init; }

    /// <summary>Added to the start indent.</summary>
    public Length ExtraIndent { get; init; }

    /// <summary>How far the first line hangs out.</summary>
    public Length Hanging { get; init; }

    /// <summary>Instead of the style's own.</summary>
    public TextAlignment? Alignment { get; init; }

    /// <summary>Instead of the style's own.</summary>
    public bool? KeepNext { get; init; }

    /// <summary>True for no space between paragraphs of the same style.</summary>
    public bool IsContextual { get; init; }

    /// <summary>True for the template's text: its lines do not count.</summary>
    public bool IsFurniture { get; init; }
}

/// <summary>Tab stops, measured from the margin.</summary>
/// <param name="Center">A stop in the middle; null for none.</param>
/// <param name="End">The stop at the end.</param>
/// <param name="HasLeader">True for dots before the last one.</param>
internal sealed record ParagraphTabs(Length? Center, Length End, bool HasLeader = false)
{
    /// <summary>The stops of a running line with parts in the middle and at the end.</summary>
    public static ParagraphTabs OfLine(PageSetup page) => new(page.TextWidth * 0.5, page.TextWidth);
}
