using Publisher.Model;
using Publisher.Model.Typography;
using Publisher.Templates.Yaml;

namespace Publisher.Templates.Typography;

/// <summary>What <c>typography</c> in a template file says about the table: off altogether, rules on and off, a quotation style.</summary>
internal sealed record TypographySwitches
{
    private const string NoBreak = "no-break";

    /// <summary>False to correct nothing.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>False to make no space a no-break space.</summary>
    public bool NoBreakSpaces { get; init; } = true;

    /// <summary>Name of a quotation style of the table; null for the language's own.</summary>
    public string? Quotes { get; init; }

    /// <summary>Rules switched on or off, the last word last.</summary>
    public ValueList<(TypographyRule Rule, bool IsOn)> Rules { get; init; }

    /// <summary>These switches with what <c>typography</c> of a section says over them.</summary>
    public TypographySwitches With(YamlSection parent)
    {
        if (parent.Node("typography") is YamlText)
        {
            return this with { IsOn = parent.Flag("typography") ?? IsOn };
        }

        if (parent.Section("typography") is not { } section)
        {
            return this;
        }

        var switches = this with { IsOn = true, Quotes = section.Text("quotes") ?? Quotes };
        if (section.Section("rules") is { } rules)
        {
            switches = switches.WithRules(rules);
        }

        section.Close();
        return switches;
    }

    /// <summary>The table with these switches.</summary>
    public TypographySettings Over(ValueList<LanguageEntry> table) => !IsOn
        ? TypographySettings.None
        : new TypographySettings
        {
            NoBreakSpaces = NoBreakSpaces,
            Languages = table.Select(entry => entry.Language with
            {
                Quotes = entry.Styles.FirstOrDefault(style => style.Name == Quotes).Style ?? entry.Language.Quotes,
                Rules = Rules.Aggregate(entry.Language.Rules, Switch),
            }).ToValueList(),
        };

    private static ValueList<TypographyRule> Switch(ValueList<TypographyRule> rules, (TypographyRule Rule, bool IsOn) change) =>
        rules.Where(rule => rule != change.Rule).Concat(change.IsOn ? [change.Rule] : []).ToValueList();

    private TypographySwitches WithRules(YamlSection rules)
    {
        var switches = this with { NoBreakSpaces = rules.Flag(NoBreak) ?? NoBreakSpaces };
        foreach (var entry in rules.Entries.Where(entry => entry.Key != NoBreak))
        {
            if (TypographyRules.Find(entry.Key) is not { } rule)
            {
                rules.Log.Error(rules.At(entry.Key), $"There is no typography rule \"{entry.Key}\".", TypographyTable.Advice(entry.Key));
            }
            else if (rules.Flag(entry.Key) is { } isOn)
            {
                switches = switches with { Rules = switches.Rules.Add((rule, isOn)) };
            }
        }

        return switches;
    }
}
