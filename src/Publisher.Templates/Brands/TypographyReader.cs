using Publisher.Model.Diagnostics;
using Publisher.Templates.Fonts;
using Publisher.Templates.Styles;
using Publisher.Templates.Yaml;

namespace Publisher.Templates.Brands;

/// <summary>Reads <c>typography</c> of a brand file, save its list of fonts, as statements about roles.</summary>
internal sealed class TypographyReader
{
    private static readonly StyleRole[] HeadingRoles =
    [
        StyleRole.Title, StyleRole.Heading1, StyleRole.Heading2, StyleRole.Heading3, StyleRole.Heading4, StyleRole.Heading5, StyleRole.Heading6,
    ];

    private readonly YamlSection? _section;
    private readonly ColourTable _colours;
    private readonly Dictionary<StyleRole, StyleDeclaration> _styles = [];
    private readonly Dictionary<string, FontUse> _fontUses = new(StringComparer.Ordinal);

    /// <param name="section">The brand's <c>typography</c>; null if it has none.</param>
    /// <param name="colours">The brand's colours.</param>
    public TypographyReader(YamlSection? section, ColourTable colours)
    {
        _section = section;
        _colours = colours;
    }

    /// <summary>What was said about roles.</summary>
    public IReadOnlyDictionary<StyleRole, StyleDeclaration> Styles => _styles;

    /// <summary>Families by use.</summary>
    public IReadOnlyDictionary<string, FontUse> FontUses => _fontUses;

    /// <summary>Reads the section.</summary>
    public void Read()
    {
        if (_section is null)
        {
            return;
        }

        _section.List("fonts");
        Say(ReadUse("base"), StyleRole.Body);
        Say(ReadUse("headings"), HeadingRoles);
        Say(ReadUse("monospace"), StyleRole.InlineCode, StyleRole.CodeBlock);
        if (_section.Node("monospace-inline") is YamlMap inline)
        {
            _section.Of(inline).NotUsed("background-color");
        }

        Say(ReadUse("monospace-inline", "monospace"), StyleRole.InlineCode);
        Say(ReadUse("monospace-block", "monospace"), StyleRole.CodeBlock);
        Say(ReadLink(), StyleRole.Link);
        _section.Close();
    }

    private void Say(StyleDeclaration? declaration, params ReadOnlySpan<StyleRole> roles)
    {
        if (declaration is null)
        {
            return;
        }

        foreach (var role in roles)
        {
            _styles[role] = _styles.TryGetValue(role, out var earlier) ? declaration.Over(earlier) : declaration;
        }
    }

    private StyleDeclaration? ReadUse(string key, string? use = null)
    {
        switch (_section!.Node(key))
        {
            case null:
                return null;
            case YamlText family:
                _fontUses[use ?? key] = new FontUse(family.Value, _section.At(family));
                return null;
            case YamlMap map:
                return ReadUse(_section.Of(map), use ?? key);
            case var other:
                return _section.Wrong<StyleDeclaration>(other, key, "a family name, or family, size, weight and so on");
        }
    }

    private StyleDeclaration ReadUse(YamlSection section, string use)
    {
        if (section.Text("family") is { } family)
        {
            _fontUses[use] = new FontUse(family, section.At("family"));
        }

        var declaration = new StyleDeclaration
        {
            Size = ReadSize(section, use),
            Leading = section.Leading("line-height"),
            Weight = FontListReader.Weight(section, "weight"),
            Italic = FontListReader.Italic(section, "style"),
            Colour = _colours.ReadStated(section, "color"),
            Background = _colours.Read(section, "background-color") is { } background ? new Choice<Colour?>(background) : null,
        };
        section.Close();
        return declaration;
    }

    /// <summary>The web's "1 rem" is 16 px, 12 pt; elsewhere it is the size of running text.</summary>
    private static Measure? ReadSize(YamlSection section, string use)
    {
        if (Measure.TryParse(section.Text("size") ?? string.Empty, out var stated) && stated.Unit == MeasureUnit.Factor)
        {
            section.Log.Warn(DiagnosticCode.BrandKeyUnused, section.At("size"), "A size without a unit is not used.", "Write it with one, such as 12pt or 16px.");
            return null;
        }

        var size = section.TypeSize("size");
        switch (size)
        {
            case { Unit: MeasureUnit.BodySize or MeasureUnit.Size } relative when use == "base":
                return new Measure(relative.Value * 12, MeasureUnit.Points);
            case { Unit: not MeasureUnit.Points } when use == "base":
                section.Log.Error(section.At("size"), "The size of running text has no size to count from.", "Write it as 11pt, 16px or 1rem.");
                return null;
            default:
                return size;
        }
    }

    private StyleDeclaration? ReadLink()
    {
        switch (_section!.Node("link"))
        {
            case null:
                return null;
            case YamlMap map:
                var link = _section.Of(map);
                var declaration = new StyleDeclaration
                {
                    Weight = FontListReader.Weight(link, "weight"),
                    Colour = _colours.ReadStated(link, "color"),
                    Underline = link.Text("decoration") is { } decoration ? decoration.Contains("underline", StringComparison.Ordinal) : null,
                };
                link.NotUsed("background-color");
                link.Close();
                return declaration;
            default:
                _section.Log.Note(DiagnosticCode.BrandKeyUnused, _section.At("link"), "A name for \"link\" is not used by Publisher.", "Links take the colour color.link.");
                return null;
        }
    }
}
