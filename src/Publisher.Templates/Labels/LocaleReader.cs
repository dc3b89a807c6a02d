using Publisher.Model;
using Publisher.Templates.Files;
using Publisher.Templates.Yaml;

namespace Publisher.Templates.Labels;

/// <summary>Reads a locale file.</summary>
internal static class LocaleReader
{
    private static readonly string[] DatePlaces = ["{day}", "{month}", "{year}"];
    private static readonly string[] TimePlaces = ["{date}", "{hour}", "{minute}"];

    private static readonly (Label Label, string Key)[] Keys = Enum.GetValues<Label>().Select(label => (label, KebabCase.Of(label.ToString()))).ToArray();

    /// <summary>Reads a locale.</summary>
    /// <param name="files">Its folder.</param>
    /// <param name="name">Name of the file in it; must exist.</param>
    /// <param name="log">Where findings go.</param>
    /// <returns>Null if it cannot be used; the log then says why.</returns>
    public static Locale? Read(TemplateFiles files, string name, TemplateLog log)
    {
        var file = files.NameOf(name);
        var root = new YamlSection(YamlReader.Read(file, files.ReadText(name)!), file, log);
        var language = Required(root, "language");
        var labels = ReadLabels(root);
        var dates = root.Section("dates");
        var months = dates?.Texts("months").ToValueList() ?? [];
        var date = dates is null ? null : WithPlaces(dates, "date", Required(dates, "date"), DatePlaces, DatePlaces);
        var dateTime = dates is null ? null : WithPlaces(dates, "date-time", Required(dates, "date-time"), TimePlaces, TimePlaces);
        var first = dates is null ? null : WithPlaces(dates, "first-of-month", dates.Text("first-of-month"), DatePlaces[1..], DatePlaces);
        if (dates is null)
        {
            log.Error(root.Place, "The locale has no \"dates\".", "Copy them from another locale file and translate them.");
        }

        dates?.Close();
        root.Close();
        if (dates is not null && months.Count != 12)
        {
            log.Error(dates.At("months"), $"The locale has {months.Count} months.", "Name the twelve months under dates.months.");
        }

        return language is null || labels is null || date is null || dateTime is null || months.Count != 12
            ? null
            : new Locale(language, labels, months, date, dateTime, first);
    }

    private static Dictionary<Label, string>? ReadLabels(YamlSection root)
    {
        var section = root.Section("labels");
        if (section is null)
        {
            root.Log.Error(root.Place, "The locale has no labels.", "Copy them from another locale file and translate them.");
            return null;
        }

        var labels = new Dictionary<Label, string>();
        foreach (var (label, key) in Keys)
        {
            var needed = PlacesOf(label);
            if (WithPlaces(section, key, Required(section, key), needed, needed) is { } text)
            {
                labels[label] = text;
            }
        }

        section.Close();
        return labels.Count == Keys.Length ? labels : null;
    }

    private static string[] PlacesOf(Label label) => label switch
    {
        Label.PageOf => ["{0}", "{1}"],
        Label.LinkReferencePage or Label.LinkTo or Label.Image or Label.EmbargoUntil => ["{0}"],
        _ => [],
    };

    /// <summary>The text if it has the places for values that are needed, and none that nothing is put into; else null, and the log says why.</summary>
    private static string? WithPlaces(YamlSection section, string key, string? text, string[] needed, string[] allowed)
    {
        if (text is null)
        {
            return null;
        }

        var rest = allowed.Aggregate(text, (t, place) => t.Replace(place, string.Empty, StringComparison.Ordinal));
        if (needed.All(place => text.Contains(place, StringComparison.Ordinal)) && rest.IndexOfAny(['{', '}']) < 0)
        {
            return text;
        }

        section.Log.Error(
            section.At(key),
            $"\"{text}\" does not have the right places for values in \"{key}\".",
            allowed.Length == 0 ? "Use no braces in it." : $"Use {string.Join(" and ", needed)} in it{(needed == allowed ? string.Empty : $", {string.Join(" and ", allowed.Except(needed))} if you like")}, and no other braces.");
        return null;
    }

    private static string? Required(YamlSection section, string key)
    {
        var text = section.Text(key);
        if (text is null)
        {
            section.Log.Error(section.Place, $"The locale has no \"{key}\".", $"Add \"{key}: text\".");
        }

        return text;
    }
}
