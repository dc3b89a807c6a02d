using System.Collections.Frozen;
using System.Globalization;
using Publisher.Model;

namespace Publisher.Templates.Labels;

/// <summary>Labels and date forms of a language.</summary>
public sealed class Locale
{
    private readonly FrozenDictionary<Label, string> _labels;
    private readonly ValueList<string> _months;
    private readonly string _datePattern;
    private readonly string _dateTimePattern;
    private readonly string? _firstOfMonthPattern;

    /// <summary>Makes a locale.</summary>
    /// <param name="language">BCP 47 tag of the language the labels are in.</param>
    /// <param name="labels">A text for each label.</param>
    /// <param name="months">The names of the twelve months.</param>
    /// <param name="datePattern">A date with <c>{day}</c>, <c>{month}</c> (its name) and <c>{year}</c>.</param>
    /// <param name="dateTimePattern">A date and time with <c>{date}</c>, <c>{hour}</c> and <c>{minute}</c>.</param>
    /// <param name="firstOfMonthPattern">A date on the first of a month, where it differs (French "1er mars"); null where it does not.</param>
    /// <exception cref="ArgumentException">A label is missing, or there are not twelve months.</exception>
    public Locale(
        string language,
        IReadOnlyDictionary<Label, string> labels,
        ValueList<string> months,
        string datePattern,
        string dateTimePattern,
        string? firstOfMonthPattern = null)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var missing = Enum.GetValues<Label>().Where(label => !labels.ContainsKey(label)).ToArray();
        if (missing.Length > 0)
        {
            throw new ArgumentException($"No text for {string.Join(", ", missing)}.", nameof(labels));
        }

        if (months.Count != 12)
        {
            throw new ArgumentException("A year has twelve months.", nameof(months));
        }

        Language = language;
        _labels = labels.ToFrozenDictionary();
        _months = months;
        _datePattern = datePattern;
        _dateTimePattern = dateTimePattern;
        _firstOfMonthPattern = firstOfMonthPattern;
    }

    /// <summary>BCP 47 tag of the language the labels are in.</summary>
    public string Language { get; }

    /// <summary>The text of a label; placeholders unfilled.</summary>
    public string this[Label label] => _labels[label];

    /// <summary>The text of a label with its placeholders filled.</summary>
    public string Format(Label label, params object[] values) => string.Format(CultureInfo.InvariantCulture, _labels[label], values);

    /// <summary>A date in full, such as "22. November 2026".</summary>
    public string Format(DateOnly date) => (date.Day == 1 ? _firstOfMonthPattern ?? _datePattern : _datePattern)
        .Replace("{day}", date.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{month}", _months[date.Month - 1], StringComparison.Ordinal)
        .Replace("{year}", date.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>A date and time in full, such as "22. November 2026, 10:00 Uhr".</summary>
    public string Format(DateTime time) => _dateTimePattern
        .Replace("{date}", Format(DateOnly.FromDateTime(time)), StringComparison.Ordinal)
        .Replace("{hour}", time.Hour.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{minute}", time.Minute.ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>The text across the pages of an edition, "draft" in this language; null for none.</summary>
    public string? WatermarkOf(EditionSpec edition) => edition.Watermark == EditionSpec.DraftWatermark ? _labels[Label.Draft] : edition.Watermark;

    /// <summary>The name of a kind of statement.</summary>
    public string NameOf(StatementKind kind) => _labels[Label.KindStatement + (int)kind];
}
