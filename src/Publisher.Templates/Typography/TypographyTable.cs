using Publisher.Model;
using Publisher.Model.Typography;
using Publisher.Templates.Yaml;

namespace Publisher.Templates.Typography;

/// <summary>Reads the table <c>typography.yml</c>: a section for each language.</summary>
internal static class TypographyTable
{
    /// <summary>The languages of a table over those of the table below it.</summary>
    public static ValueList<LanguageEntry> Read(YamlSection root, ValueList<LanguageEntry> below)
    {
        var languages = below.ToList();
        foreach (var entry in root.Entries)
        {
            if (root.Section(entry.Key) is { } section)
            {
                var like = section.Text("like");
                var index = languages.FindIndex(l => l.Language.Tag == entry.Key);
                var from = languages.Find(l => l.Language.Tag == (like ?? entry.Key));
                if (like is not null && from is null)
                {
                    root.Log.Error(section.At("like"), $"There is no language \"{like}\" above.", "Name one that stands further up in the table.");
                }

                var read = Read(section, entry.Key, from ?? new LanguageEntry(new TypographyLanguage(entry.Key), []));
                section.Close();
                if (index < 0)
                {
                    languages.Add(read);
                }
                else
                {
                    languages[index] = read;
                }
            }
        }

        return languages.ToValueList();
    }

    private static LanguageEntry Read(YamlSection section, string tag, LanguageEntry from)
    {
        var below = from.Language;
        var styles = section.Section("styles");
        return new LanguageEntry(
            below with
            {
                Tag = tag,
                Rules = Rules(section, "rules", isAdvice: false, Rules(section, "advice", isAdvice: true, below.Rules)),
                Quotes = Quotes(section, "quotes") ?? below.Quotes,
                Dash = section.Text("dash") ?? below.Dash,
                ClosedDash = section.Text("closed-dash") ?? below.ClosedDash,
                Range = section.Text("range") is { Length: > 0 } range ? range : below.Range,
                Space = Space(section, "space") ?? below.Space,
                NarrowSpace = Space(section, "narrow-space") ?? below.NarrowSpace,
                GroupMark = section.Text("group-mark") ?? below.GroupMark,
                DecimalMark = section.Text("decimal-mark") is { Length: 1 } mark ? mark[0] : below.DecimalMark,
                Clock = section.Text("clock") ?? below.Clock,
                Abbreviations = Words("abbreviations", below.Abbreviations),
                ClosedAbbreviations = Words("closed-abbreviations", below.ClosedAbbreviations),
                Titles = Words("titles", below.Titles),
                NumberLabels = Words("number-labels", below.NumberLabels),
                Followers = Words("followers", below.Followers),
                Units = Words("units", below.Units),
                Currencies = Words("currencies", below.Currencies),
                Months = Words("months", below.Months),
                Elisions = Words("elisions", below.Elisions),
                ApostropheEndings = Words("apostrophe-endings", below.ApostropheEndings),
                HangingParts = Words("hanging-parts", below.HangingParts),
                HangingWords = Words("hanging-words", below.HangingWords),
                FromWords = Words("from-words", below.FromWords),
                CompoundHeads = Words("compound-heads", below.CompoundHeads),
                CompanyMarks = Words("company-marks", below.CompanyMarks),
                TelephoneLabels = Words("telephone-labels", below.TelephoneLabels),
                GenitiveStems = Words("genitive-stems", below.GenitiveStems),
                SharpSWords = Words("sharp-s-words", below.SharpSWords),
            },
            styles is null ? from.Styles : from.Styles.AddRange(styles.Entries.Select(e => (e.Key, Quotes(styles, e.Key))).Where(s => s.Item2 is not null).Select(s => (s.Key, s.Item2!))));

        ValueList<string> Words(string key, ValueList<string> known) => known.AddRange(section.Texts(key).Except(known));
    }

    private static ValueList<TypographyRule> Rules(YamlSection section, string key, bool isAdvice, ValueList<TypographyRule> known)
    {
        var rules = known.ToList();
        foreach (var name in section.Texts(key))
        {
            if (TypographyRules.Find(name) is not { } rule || TypographyRules.IsAdvice(rule) != isAdvice)
            {
                section.Log.Error(section.At(key), $"\"{name}\" is not a rule of {key}.", Advice(name));
            }
            else if (!rules.Contains(rule))
            {
                rules.Add(rule);
            }
        }

        return rules.ToValueList();
    }

    /// <summary>What to do about a rule that is not known.</summary>
    public static string Advice(string name) => Files.Spelling.Advice(name, TypographyRules.All.Select(TypographyRules.NameOf).ToArray());

    /// <summary>Four marks with spaces between them: outer opening, outer closing, inner opening, inner closing.</summary>
    private static QuotationStyle? Quotes(YamlSection section, string key)
    {
        var text = section.Text(key);
        if (text is null)
        {
            return null;
        }

        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var open, var close, var innerOpen, var innerClose])
        {
            return new QuotationStyle(open, close, innerOpen, innerClose);
        }

        section.Log.Error(section.At(key), $"\"{text}\" is not four quotation marks.", "Write the outer pair and the inner pair with spaces between: „ “ ‚ ‘");
        return null;
    }

    private static string? Space(YamlSection section, string key) =>
        section.Choice(key, ("no-break", '\u00A0'), ("narrow", '\u202F')) is { } space ? space.ToString() : null;
}

/// <summary>A language of the table with its further quotation styles by name.</summary>
internal sealed record LanguageEntry(TypographyLanguage Language, ValueList<(string Name, QuotationStyle Style)> Styles);
