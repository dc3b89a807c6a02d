using Publisher.Templates.Files;
using Publisher.Templates.Styles;
using Publisher.Templates.Yaml;

namespace Publisher.Templates.Brands;

/// <summary>The named colours of a brand: roles before the palette, the brand's own before those of the standard.</summary>
internal sealed class ColourTable
{
    private readonly Dictionary<string, (Colour Colour, Place Place)> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Colour Colour, Place Place)> _palette = new(StringComparer.Ordinal);
    private readonly ColourTable? _standard;

    /// <summary>Makes an empty table.</summary>
    /// <param name="standard">What stands in for roles this brand does not state; null for the standard itself.</param>
    public ColourTable(ColourTable? standard) => _standard = standard;

    /// <summary>True if the brand's own names are not known, because its file cannot be read; then no name counts as wrong.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The names that may be used.</summary>
    public IReadOnlyCollection<string> Names =>
        _roles.Keys.Concat(_palette.Keys).Concat(_standard?._roles.Keys ?? Enumerable.Empty<string>()).Distinct(StringComparer.Ordinal).ToArray();

    /// <summary>States the colour of a role.</summary>
    public void SetRole(string role, Colour colour, Place place) => _roles[role] = (colour, place);

    /// <summary>States a colour of the palette.</summary>
    public void SetPalette(string name, Colour colour, Place place) => _palette[name] = (colour, place);

    /// <summary>The colour of a name; null if there is none.</summary>
    public Colour? Find(string name) =>
        _roles.TryGetValue(name, out var role) ? role.Colour
        : _palette.TryGetValue(name, out var entry) ? entry.Colour
        : _standard is not null && _standard._roles.TryGetValue(name, out var standard) ? standard.Colour
        : null;

    /// <summary>Where the brand states a colour; null if this is the standard's own, or no name.</summary>
    /// <param name="written">The name, perhaps with a share.</param>
    public Place? WhereIs(string written)
    {
        var name = written.Split(' ')[0];
        return _roles.TryGetValue(name, out var role) ? role.Place : _palette.TryGetValue(name, out var entry) ? entry.Place : null;
    }

    /// <summary>
    /// A colour as a file writes it: <c>#rgb</c>, <c>#rrggbb</c>, the name of a colour, or a name with a share such as
    /// <c>primary 15%</c>, which is that colour thinned with the background.
    /// </summary>
    /// <returns>Null if it is not understood; the log then says so.</returns>
    public Colour? Read(YamlSection section, string key) => ReadStated(section, key)?.Colour;

    /// <summary>A colour as a file writes it, with its words and its place; null as for <see cref="Read(YamlSection, string)"/>.</summary>
    public StatedColour? ReadStated(YamlSection section, string key)
    {
        var node = section.Node(key);
        var text = node switch
        {
            null => null,
            YamlText plain => plain,
            YamlMap map when LightOf(section.Of(map)) is { } light => light,
            _ => section.Wrong<YamlText>(node, key, "a colour such as #0B5563, or the name of one"),
        };
        return text is not null && Read(text.Value, section.At(text), section.Log) is { } colour ? new StatedColour(colour, text.Value, section.At(text)) : null;
    }

    /// <summary>A colour as a file writes it.</summary>
    public Colour? Read(string text, Place place, TemplateLog log)
    {
        if (Colour.TryParse(text, out var colour))
        {
            return colour;
        }

        var space = text.LastIndexOf(' ');
        if (space > 0 && text.EndsWith('%')
            && int.TryParse(text.AsSpan(space + 1, text.Length - space - 2), out var percent) && percent is >= 0 and <= 100
            && Read(text[..space].TrimEnd(), place, log) is { } full)
        {
            return (Find("background") ?? Colour.White).Mix(full, percent / 100.0);
        }

        if (Find(text) is { } named)
        {
            return named;
        }

        if (CssColour.TryParse(text, Find("background") ?? Colour.White, out var web))
        {
            return web;
        }

        if (IsPartial)
        {
            return Find("foreground");
        }

        var advice = text.StartsWith('#') ? "Write # and three or six hexadecimal digits." : Spelling.Advice(text, Names);
        log.Error(place, $"The colour \"{text}\" is not known.", advice);
        return null;
    }

    /// <summary>
    /// What a colour with a form for light and one for dark surroundings, as Quarto writes it, is on paper; null if it does not say. The
    /// dark form is made by each edition itself.
    /// </summary>
    public static YamlText? LightOf(YamlSection forms)
    {
        var light = forms.Node("light") as YamlText;
        forms.NotUsed("dark");
        forms.Close();
        return light;
    }
}
