using Publisher.Templates.Files;
using Publisher.Templates.Yaml;

namespace Publisher.Templates.Brands;

/// <summary>Reads <c>color</c> of a brand file. Values may name one another; a name that leads back to itself is an error.</summary>
internal sealed class ColourReader
{
    private static readonly string[] Roles = ["foreground", "background", "primary", "secondary", "tertiary", "link", "light", "dark"];
    private static readonly string[] UnusedRoles = ["success", "info", "warning", "danger"];

    private readonly ColourTable _table;
    private readonly TemplateLog _log;
    private readonly Dictionary<string, (string Text, Place Place)> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Text, Place Place)> _palette = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    private ColourReader(ColourTable table, TemplateLog log)
    {
        _table = table;
        _log = log;
    }

    /// <summary>The colours of a brand.</summary>
    /// <param name="section">The brand's <c>color</c>; null if it has none.</param>
    /// <param name="standard">What stands in for roles the brand does not state.</param>
    /// <param name="log">Where errors go.</param>
    public static ColourTable Read(YamlSection? section, ColourTable? standard, TemplateLog log)
    {
        var table = new ColourTable(standard);
        if (section is not null)
        {
            new ColourReader(table, log).Read(section);
        }

        // brand-yml: "link" falls back to "primary".
        if (section?.Node("primary") is not null && section.Node("link") is null && table.Find("primary") is { } primary)
        {
            table.SetRole("link", primary, section.At("primary"));
        }

        return table;
    }

    private void Read(YamlSection section)
    {
        if (section.Section("palette") is { } palette)
        {
            foreach (var entry in palette.Entries)
            {
                Collect(palette, entry.Key, _palette);
            }
        }

        foreach (var role in Roles.Concat(UnusedRoles))
        {
            Collect(section, role, _roles);
        }

        section.NotUsed(UnusedRoles);
        section.Close();
        foreach (var (name, value) in _palette)
        {
            // A wrong value makes the brand unusable; its name is no mistake where styles use it.
            _table.SetPalette(name, Resolve(name, value, "palette") ?? Colour.Black, value.Place);
        }

        foreach (var (name, value) in _roles)
        {
            if (Resolve(name, value, "role") is { } colour)
            {
                _table.SetRole(name, colour, value.Place);
            }
        }
    }

    private static void Collect(YamlSection section, string key, Dictionary<string, (string Text, Place Place)> into)
    {
        switch (section.Node(key))
        {
            case null:
                break;
            case YamlText text:
                into[key] = (text.Value, section.At(key));
                break;
            case YamlMap map when ColourTable.LightOf(section.Of(map)) is { } light:
                into[key] = (light.Value, section.At(light));
                break;
            case var other:
                section.Wrong<string>(other, key, "a colour such as #0B5563, or the name of one");
                break;
        }
    }

    private Colour? Resolve(string name, (string Text, Place Place) value, string kind)
    {
        var key = $"{kind} {name}";
        if (!_open.Add(key))
        {
            _log.Error(value.Place, $"The colour \"{name}\" leads back to itself.", "Give it a value such as #0B5563.");
            return null;
        }

        try
        {
            if (Colour.TryParse(value.Text, out var colour))
            {
                return colour;
            }

            // A role may bear the name of a colour of the palette ("primary: primary"); then the palette is meant.
            return _roles.TryGetValue(value.Text, out var role) && !_open.Contains($"role {value.Text}") ? Resolve(value.Text, role, "role")
                : _palette.TryGetValue(value.Text, out var entry) ? Resolve(value.Text, entry, "palette")
                : _table.Read(value.Text, value.Place, _log);
        }
        finally
        {
            _open.Remove(key);
        }
    }
}
