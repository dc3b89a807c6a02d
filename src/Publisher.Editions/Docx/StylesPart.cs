using DocumentFormat.OpenXml;
using Publisher.Templates;
using Publisher.Templates.Pages;
using Publisher.Templates.Styles;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Publisher.Editions.Docx;

/// <summary>The style sheet as Word styles (ECMA-376-1, 17.7). All formatting of the document is here.</summary>
internal static class StylesPart
{
    // Word's own lists go nine levels deep and have five styles of each kind.
    private const int ListStyles = 5;

    public static W.Styles Write(StyleSheet sheet, string language, PageSetup page)
    {
        var body = sheet[StyleRole.Body];
        var styles = new W.Styles(
            new W.DocDefaults(
                new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(
                    Fonts(body), new W.Color { Val = body.Colour.Hex }, new W.FontSize { Val = HalfPoints(body) }, new W.FontSizeComplexScript { Val = HalfPoints(body) },
                    new W.Languages { Val = language, EastAsia = language, Bidi = language })),
                new W.ParagraphPropertiesDefault(new W.ParagraphPropertiesBaseStyle())),
            new W.LatentStyles { DefaultLockedState = false, DefaultUiPriority = 99, DefaultSemiHidden = true, DefaultUnhideWhenUsed = true, DefaultPrimaryStyle = false, Count = 376 },
            new W.Style(new W.StyleName { Val = "Normal" }, new W.PrimaryStyle()) { Type = W.StyleValues.Paragraph, StyleId = WordStyle.Normal, Default = true },
            new W.Style(new W.StyleName { Val = "Default Paragraph Font" }, new W.UIPriority { Val = 1 }, new W.SemiHidden()) { Type = W.StyleValues.Character, StyleId = "DefaultParagraphFont", Default = true },
            new W.Style(
                new W.StyleName { Val = "Normal Table" }, new W.UIPriority { Val = 99 }, new W.SemiHidden(),
                new W.StyleTableProperties(new W.TableIndentation { Width = 0, Type = W.TableWidthUnitValues.Dxa }, CellMargins(0, 108)))
            { Type = W.StyleValues.Table, StyleId = "TableNormal", Default = true },
            new W.Style(new W.StyleName { Val = "No List" }, new W.UIPriority { Val = 99 }, new W.SemiHidden()) { Type = W.StyleValues.Numbering, StyleId = "NoList", Default = true });
        foreach (var role in Enum.GetValues<StyleRole>())
        {
            if (WordStyle.Paragraph(role) is { } word)
            {
                styles.Append(ParagraphStyle(word.Id, word.Name, sheet[role], NextOf(role), OutlineLevel(role), role is StyleRole.Header or StyleRole.Footer ? page.TextWidth : null));
            }
        }

        for (var level = 0; level < ListStyles; level++)
        {
            styles.Append(ListStyle(ordered: false, level, sheet[StyleRole.ListItem]));
            styles.Append(ListStyle(ordered: true, level, sheet[StyleRole.ListItem]));
        }

        for (var level = 1; level < ListStyles; level++)
        {
            styles.Append(ContinueStyle(level, sheet[StyleRole.ListItem]));
        }

        styles.Append(
            LayoutStyle(WordStyle.AfterTable, "After Table", new W.SpacingBetweenLines { Before = "0", After = "0", Line = "120", LineRule = W.LineSpacingRuleValues.Exact }),
            LayoutStyle(WordStyle.Figure, "Figure", new W.KeepNext(), new W.SpacingBetweenLines { Before = $"{body.Leading.Twips / 2}", After = "60" }),
            LayoutStyle(
                WordStyle.Break,
                "Thematic Break",
                new W.ParagraphBorders(new W.BottomBorder { Val = W.BorderValues.Single, Size = 6, Space = 1, Color = body.Colour.Hex }),
                new W.SpacingBetweenLines { Before = "0", After = $"{body.Leading.Twips}" }));
        styles.Append(
            CharacterStyle(WordStyle.Emphasis, "Emphasis", new W.Italic(), new W.ItalicComplexScript()),
            CharacterStyle(WordStyle.Strong, "Strong", new W.Bold(), new W.BoldComplexScript()),
            CharacterStyle(WordStyle.Strikethrough, "Strikethrough", new W.Strike()),
            CharacterStyle(WordStyle.Superscript, "Superscript", new W.VerticalTextAlignment { Val = W.VerticalPositionValues.Superscript }),
            CharacterStyle(WordStyle.Subscript, "Subscript", new W.VerticalTextAlignment { Val = W.VerticalPositionValues.Subscript }),
            CharacterStyle(WordStyle.NoteReference, "footnote reference", new W.VerticalTextAlignment { Val = W.VerticalPositionValues.Superscript }),
            CharacterStyle(WordStyle.InlineCode, "Code Character", Fonts(sheet[StyleRole.InlineCode]), new W.NoProof()),
            CharacterStyle(
                WordStyle.Hyperlink,
                "Hyperlink",
                new W.Color { Val = sheet[StyleRole.Link].Colour.Hex },
                new W.Underline { Val = sheet[StyleRole.Link].Underline ? W.UnderlineValues.Single : W.UnderlineValues.None }),
            TableStyle(sheet));
        return styles;
    }

    private static W.Style ParagraphStyle(string id, string name, Style style, string? next, int? outlineLevel, Length? tabs)
    {
        var word = new W.Style(new W.StyleName { Val = name }, new W.BasedOn { Val = WordStyle.Normal }) { Type = W.StyleValues.Paragraph, StyleId = id };
        if (next is not null)
        {
            word.Append(new W.NextParagraphStyle { Val = next });
        }

        word.Append(new W.UIPriority { Val = 9 }, new W.PrimaryStyle(), ParagraphProperties(style, outlineLevel, tabs), RunProperties(style));
        return word;
    }

    private static W.Style ListStyle(bool ordered, int level, Style item)
    {
        var name = (ordered ? "List Number" : "List Bullet") + (level == 0 ? "" : $" {level + 1}");
        return new W.Style(
            new W.StyleName { Val = name },
            new W.BasedOn { Val = WordStyle.ListContinue },
            new W.UIPriority { Val = 10 },
            new W.PrimaryStyle(),
            new W.StyleParagraphProperties(
                new W.NumberingProperties(
                    new W.NumberingLevelReference { Val = level },
                    new W.NumberingId { Val = ordered ? NumberingPart.Numbers : NumberingPart.Bullets }),
                Spacing(item),
                new W.Indentation { Left = $"{item.IndentStart.Twips * (level + 1)}", Hanging = $"{item.IndentStart.Twips}" }))
        { Type = W.StyleValues.Paragraph, StyleId = WordStyle.List(ordered, level) };
    }

    private static W.Style ContinueStyle(int level, Style item) => new(
        new W.StyleName { Val = $"List Continue {level + 1}" },
        new W.BasedOn { Val = WordStyle.ListContinue },
        new W.UIPriority { Val = 10 },
        new W.StyleParagraphProperties(new W.Indentation { Left = $"{item.IndentStart.Twips * (level + 1)}" }))
    { Type = W.StyleValues.Paragraph, StyleId = WordStyle.Continue(level) };

    private static W.Style LayoutStyle(string id, string name, params OpenXmlElement[] properties) => new(
        new W.StyleName { Val = name },
        new W.BasedOn { Val = WordStyle.Normal },
        new W.NextParagraphStyle { Val = "BodyText" },
        new W.UIPriority { Val = 30 },
        new W.StyleParagraphProperties(properties))
    { Type = W.StyleValues.Paragraph, StyleId = id };

    private static W.Style CharacterStyle(string id, string name, params OpenXmlElement[] properties) => new(
        new W.StyleName { Val = name },
        new W.BasedOn { Val = "DefaultParagraphFont" },
        new W.UIPriority { Val = 20 },
        new W.PrimaryStyle(),
        new W.StyleRunProperties(properties))
    { Type = W.StyleValues.Character, StyleId = id };

    private static W.Style TableStyle(StyleSheet sheet)
    {
        var rule = sheet[StyleRole.TableHeader].RuleAfter;
        var colour = (rule?.Colour ?? sheet[StyleRole.Body].Colour).Hex;
        return new W.Style(
            new W.StyleName { Val = "Statement Table" },
            new W.BasedOn { Val = "TableNormal" },
            new W.UIPriority { Val = 59 },
            new W.PrimaryStyle(),
            new W.StyleTableProperties(
                new W.TableBorders(
                    new W.TopBorder { Val = W.BorderValues.Single, Size = 8, Space = 0, Color = colour },
                    new W.BottomBorder { Val = W.BorderValues.Single, Size = 8, Space = 0, Color = colour },
                    new W.InsideHorizontalBorder { Val = W.BorderValues.Single, Size = 4, Space = 0, Color = "BFBFBF" }),
                CellMargins(40, 80)),
            new W.TableStyleProperties(
                new W.TableStyleConditionalFormattingTableProperties(),
                new W.TableStyleConditionalFormattingTableCellProperties(
                    new W.TableCellBorders(new W.BottomBorder { Val = W.BorderValues.Single, Size = 8, Space = 0, Color = colour })))
            { Type = W.TableStyleOverrideValues.FirstRow })
        { Type = W.StyleValues.Table, StyleId = WordStyle.Table };
    }

    private static W.TableCellMarginDefault CellMargins(short vertical, short horizontal) => new(
        new W.TopMargin { Width = $"{vertical}", Type = W.TableWidthUnitValues.Dxa },
        new W.TableCellLeftMargin { Width = horizontal, Type = W.TableWidthValues.Dxa },
        new W.BottomMargin { Width = $"{vertical}", Type = W.TableWidthUnitValues.Dxa },
        new W.TableCellRightMargin { Width = horizontal, Type = W.TableWidthValues.Dxa });

    /// <summary>In the order of CT_PPrBase (ECMA-376-1, 17.3.1.26).</summary>
    private static W.StyleParagraphProperties ParagraphProperties(Style style, int? outlineLevel, Length? tabs)
    {
        var properties = new W.StyleParagraphProperties();
        if (style.KeepWithNext)
        {
            properties.Append(new W.KeepNext());
        }

        if (style.KeepTogether)
        {
            properties.Append(new W.KeepLines());
        }

        properties.Append(new W.WidowControl { Val = style.Widows > 1 || style.Orphans > 1 });
        if (Borders(style) is { } borders)
        {
            properties.Append(borders);
        }

        if (style.Background is { } background)
        {
            properties.Append(new W.Shading { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = background.Hex });
        }

        if (tabs is { } width)
        {
            properties.Append(new W.Tabs(
                new W.TabStop { Val = W.TabStopValues.Center, Position = width.Twips / 2 },
                new W.TabStop { Val = W.TabStopValues.Right, Position = width.Twips }));
        }

        if (!style.Hyphenate)
        {
            properties.Append(new W.SuppressAutoHyphens());
        }

        properties.Append(Spacing(style));
        var indent = new W.Indentation { Left = $"{style.IndentStart.Twips}", Right = $"{style.IndentEnd.Twips}" };
        if (style.FirstLineIndent.Twips < 0)
        {
            indent.Hanging = $"{-style.FirstLineIndent.Twips}";
        }
        else
        {
            indent.FirstLine = $"{style.FirstLineIndent.Twips}";
        }

        properties.Append(indent, new W.Justification
        {
            Val = style.Alignment switch
            {
                TextAlignment.End => W.JustificationValues.Right,
                TextAlignment.Center => W.JustificationValues.Center,
                TextAlignment.Justify => W.JustificationValues.Both,
                _ => W.JustificationValues.Left,
            },
        });
        if (outlineLevel is { } level)
        {
            properties.Append(new W.OutlineLevel { Val = level });
        }

        return properties;
    }

    private static W.SpacingBetweenLines Spacing(Style style) => new()
    {
        Before = $"{style.SpaceBefore.Twips}",
        After = $"{style.SpaceAfter.Twips}",
        Line = $"{style.Leading.Twips}",
        LineRule = W.LineSpacingRuleValues.AtLeast,
    };

    private static W.ParagraphBorders? Borders(Style style)
    {
        if (style.RuleBefore is null && style.RuleAfter is null && style.RuleStart is null)
        {
            return null;
        }

        var borders = new W.ParagraphBorders();
        Append(borders, style.RuleBefore, static () => new W.TopBorder());
        Append(borders, style.RuleStart, static () => new W.LeftBorder());
        Append(borders, style.RuleAfter, static () => new W.BottomBorder());
        return borders;
    }

    private static void Append(W.ParagraphBorders borders, BorderRule? rule, Func<W.BorderType> make)
    {
        if (rule is not null)
        {
            var border = make();
            border.Val = W.BorderValues.Single;
            border.Size = (uint)Math.Clamp(Math.Round(rule.Thickness.Points * 8), 2, 96);
            border.Space = (uint)Math.Clamp(Math.Round(rule.Gap.Points), 0, 31);
            border.Color = rule.Colour.Hex;
            borders.Append(border);
        }
    }

    /// <summary>In the order of CT_RPr (ECMA-376-1, 17.3.2.28).</summary>
    private static W.StyleRunProperties RunProperties(Style style)
    {
        var properties = new W.StyleRunProperties(Fonts(style));
        properties.Append(new W.Bold { Val = style.Weight >= 600 }, new W.BoldComplexScript { Val = style.Weight >= 600 });
        properties.Append(new W.Italic { Val = style.Italic }, new W.ItalicComplexScript { Val = style.Italic });
        if (style.Capitals)
        {
            properties.Append(new W.Caps());
        }

        if (style.SmallCapitals)
        {
            properties.Append(new W.SmallCaps());
        }

        properties.Append(new W.Color { Val = style.Colour.Hex });
        if (style.LetterSpacing.Twips != 0)
        {
            properties.Append(new W.Spacing { Val = style.LetterSpacing.Twips });
        }

        properties.Append(new W.FontSize { Val = HalfPoints(style) }, new W.FontSizeComplexScript { Val = HalfPoints(style) });
        return properties;
    }

    private static W.RunFonts Fonts(Style style) => new()
    {
        Ascii = style.FontFamily,
        HighAnsi = style.FontFamily,
        EastAsia = style.FontFamily,
        ComplexScript = style.FontFamily,
    };

    private static string HalfPoints(Style style) => $"{style.Size.HalfPoints}";

    private static string? NextOf(StyleRole role) => role switch
    {
        StyleRole.Kicker => "Title",
        StyleRole.Title => "Subtitle",
        StyleRole.Body or StyleRole.BodyFollowing => null,
        >= StyleRole.Heading1 and <= StyleRole.Heading6 => "BodyText",
        StyleRole.Subtitle or StyleRole.Lead or StyleRole.Quote or StyleRole.Attribution or StyleRole.Caption => "BodyText",
        _ => null,
    };

    private static int? OutlineLevel(StyleRole role) => role is >= StyleRole.Heading1 and <= StyleRole.Heading6 ? role - StyleRole.Heading1 : null;
}
