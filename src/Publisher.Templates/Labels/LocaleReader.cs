using Publisher.Model;
using Publisher.Templates.Files;
using Publisher.Templates.Yaml;

namespace Publisher.Templates.Labels;

/// <summary>Reads a locale file.</summary>
internal static class LocaleReader
{
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
        var date = dates is null ? null : Required(dates, "date");
        var dateTime = dates is null ? null : Required(dates, "date-time");
        var first = dates?.Text("first-of-month");
        dates?.Close();
        root.Close();
        if (months.Count != 12)
        {
            log.Error(dates?.At("months") ?? root.Place, $"The locale has {months.Count} months.", "Name the twelve months under dates.months.");
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
            if (Required(section, key) is { } text && HasItsNumbers(section, label, key, text))
            {
                labels[label] = text;
            }
        }

        section.Close();
        return labels.Count == Keys.Length ? labels : null;
    }

    /// <summary>True if the text has the places for values that the label calls for, and no others.</summary>
    private static bool HasItsNumbers(YamlSection section, Label label, string key, string text)
    {
        string[] needed = label switch
        {
            Label.PageOf => ["{0}", "{1}"],
            Label.LinkReferencePage or Label.LinkTo or Label.Image or Label.EmbargoUntil => ["{0}"],
            _ => [],
        };
        var rest = needed.Aggregate(text, (t, place) => t.Replace(place, string.Empty, StringComparison.Ordinal));
        if (needed.All(place => text.Contains(place, StringComparison.Ordinal)) && rest.IndexOfAny(['{', '}']) < 0)
        {
            return true;
        }

        section.Log.Error(
            section.At(key),
            $"The label \"{key}\" does not have the right places for values.",
            needed.Length == 0 ? "Use no braces in it." : $"Use {string.Join(" and ", needed)} in it, and no other braces.");
        return false;
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
