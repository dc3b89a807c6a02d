using Publisher.Templates.Brands;
using Publisher.Templates.Files;
using Publisher.Templates.Fonts;
using Publisher.Templates.Yaml;

namespace Publisher.Templates.Styles;

/// <summary>Reads <c>styles</c> of a template file.</summary>
internal sealed class StyleReader
{
    private readonly ColourTable _colours;
    private readonly IReadOnlyCollection<string>? _families;

    /// <param name="colours">The colours styles may name.</param>
    /// <param name="families">The font families styles may name; null if they are not known, because the brand cannot be read.</param>
    public StyleReader(ColourTable colours, IReadOnlyCollection<string>? families)
    {
        _colours = colours;
        _families = families;
    }

    /// <summary>What the section says about each role.</summary>
    public Dictionary<StyleRole, StyleDeclaration> Read(YamlSection? section)
    {
        var styles = new Dictionary<StyleRole, StyleDeclaration>();
        foreach (var entry in section?.Entries ?? [])
        {
            if (StyleRoleNames.Find(entry.Key) is not { } role)
            {
                section!.Log.Error(section.At(entry.Key), $"There is no style \"{entry.Key}\".", Spelling.Advice(entry.Key, StyleRoleNames.All));
            }
            else if (section!.Section(entry.Key) is { } style)
            {
                styles[role] = role == StyleRole.Body ? WithOwnSize(ReadStyle(style), style) : ReadStyle(style);
                style.Close();
            }
        }

        return styles;
    }

    private StyleDeclaration ReadStyle(YamlSection style) => new()
    {
        Inherits = ReadParent(style),
        Font = ReadFont(style),
        Size = style.TypeSize("size"),
        Leading = style.Leading("leading"),
        Weight = FontListReader.Weight(style, "weight"),
        Italic = style.Flag("italic"),
        SmallCapitals = style.Flag("small-capitals"),
        Capitals = style.Flag("capitals"),
        LetterSpacing = style.Shift("letter-spacing"),
        Figures = style.Choice(
            "figures",
            ("default", FigureStyle.Default),
            ("lining", FigureStyle.Lining),
            ("old-style", FigureStyle.OldStyle),
            ("tabular", FigureStyle.Tabular)),
        Colour = _colours.ReadStated(style, "colour"),
        Background = ReadBackground(style),
        Underline = style.Flag("underline"),
        SpaceBefore = style.Distance("space-before"),
        SpaceAfter = style.Distance("space-after"),
        IndentStart = style.Shift("indent"),
        IndentEnd = style.Shift("indent-end"),
        FirstLineIndent = style.Shift("first-line-indent"),
        Alignment = style.Choice(
            "alignment",
            ("start", TextAlignment.Start),
            ("end", TextAlignment.End),
            ("center", TextAlignment.Center),
            ("justify", TextAlignment.Justify)),
        Hyphenate = style.Flag("hyphenate"),
        KeepWithNext = style.Flag("keep-with-next"),
        KeepTogether = style.Flag("keep-together"),
        Orphans = style.Number("orphans", 1, 9),
        Widows = style.Number("widows", 1, 9),
        RuleBefore = ReadRule(style, "rule-before"),
        RuleAfter = ReadRule(style, "rule-after"),
        RuleStart = ReadRule(style, "rule-start"),
    };

    /// <summary>Every other size counts from that of running text, so it cannot count from one itself.</summary>
    private static StyleDeclaration WithOwnSize(StyleDeclaration body, YamlSection style)
    {
        if (body.Size is null or { Unit: MeasureUnit.Points })
        {
            return body;
        }

        style.Log.Error(
            style.At("size"), $"The size of running text cannot be \"{style.Text("size")}\": all others count from it.", "Write a size on paper, such as 11 pt.");
        return body with { Size = null };
    }

    private static StatedParent? ReadParent(YamlSection style)
    {
        var name = style.Text("inherits");
        if (name is null)
        {
            return null;
        }

        if (StyleRoleNames.Find(name) is { } role)
        {
            return new StatedParent(role, style.At("inherits"));
        }

        style.Log.Error(style.At("inherits"), $"There is no style \"{name}\" to inherit from.", Spelling.Advice(name, StyleRoleNames.All));
        return null;
    }

    private string? ReadFont(YamlSection style)
    {
        var font = style.Text("font");
        string[] known = [.. FontUses.All, .. _families ?? []];
        if (font is null || _families is null || known.Contains(font))
        {
            return font;
        }

        style.Log.Error(
            style.At("font"),
            $"The font \"{font}\" is not at hand.",
            $"{Spelling.Advice(font, known)} Add other fonts to the brand under typography.fonts.");
        return null;
    }

    private Choice<Colour?>? ReadBackground(YamlSection style) =>
        style.Node("background") is YamlText { Value: "none" } ? new Choice<Colour?>(null)
        : _colours.Read(style, "background") is { } colour ? new Choice<Colour?>(colour)
        : null;

    private Choice<RuleDeclaration?>? ReadRule(YamlSection style, string key)
    {
        switch (style.Node(key))
        {
            case null:
                return null;
            case YamlText { Value: "none" }:
                return new Choice<RuleDeclaration?>(null);
            case YamlMap map:
                return ReadRule(style.Of(map));
            case var other:
                style.Wrong<string>(other, key, "{ thickness: 0.75 pt, colour: primary, gap: 3 mm }, or none");
                return null;
        }
    }

    private Choice<RuleDeclaration?>? ReadRule(YamlSection rule)
    {
        var declaration = new RuleDeclaration(
            rule.Distance("thickness") ?? new Measure(0.5, MeasureUnit.Points),
            _colours.Read(rule, "colour") ?? _colours.Find("foreground") ?? Colour.Black,
            rule.Distance("gap") ?? default);
        rule.Close();
        return new Choice<RuleDeclaration?>(declaration);
    }
}
