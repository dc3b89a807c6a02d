using System.Globalization;

namespace Publisher.Sources.FrontMatter;

/// <summary>
/// Reads dates as people write them in a press office: <c>2026-11-22</c>, <c>22.11.2026</c>, <c>22. November 2026</c>,
/// <c>22 novembre 2026</c>, and with a time: <c>2026-11-22T10:00</c>, <c>22.11.2026, 10 Uhr</c>, <c>22. November 2026, 10:30 Uhr</c>.
/// </summary>
internal static class WrittenDate
{
    private static readonly string[][] Months =
    [
        ["januar", "jänner", "january", "janvier"],
        ["februar", "feber", "february", "février"],
        ["märz", "march", "mars"],
        ["april", "avril"],
        ["mai", "may"],
        ["juni", "june", "juin"],
        ["juli", "july", "juillet"],
        ["august", "août"],
        ["september", "septembre"],
        ["oktober", "october", "octobre"],
        ["november", "novembre"],
        ["dezember", "december", "décembre"],
    ];

    /// <summary>The day; null if the text is not a date or names a day that does not exist.</summary>
    public static DateOnly? Date(string text)
    {
        text = text.Trim();
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d.M.yyyy", "d. M. yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        var parts = text.Split([' ', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries);
        return parts is [var day, var month, var year]
            && int.TryParse(TrimOrdinal(day), NumberStyles.None, CultureInfo.InvariantCulture, out var d)
            && MonthOf(month) is { } m
            && year.Length == 4
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
            && y > 0 && d >= 1 && d <= DateTime.DaysInMonth(y, m)
                ? new DateOnly(y, m, d)
                : null;
    }

    /// <summary>The minute, midnight if no time is written; null if the text is not a date with or without a time.</summary>
    public static DateTime? DateAndTime(string text)
    {
        text = text.Trim();
        if (Date(text) is { } alone)
        {
            return alone.ToDateTime(TimeOnly.MinValue);
        }

        // The time stands behind the last comma, "T", or space that leaves a date before it.
        for (var i = text.Length - 1; i > 0; i--)
        {
            if (text[i] is ',' or 'T' or ' ' && Date(text[..i].TrimEnd(',', ' ')) is { } date && Time(text[(i + 1)..]) is { } time)
            {
                return date.ToDateTime(time);
            }
        }

        return null;
    }

    private static TimeOnly? Time(string text)
    {
        text = text.Trim();
        text = text.EndsWith("Uhr", StringComparison.OrdinalIgnoreCase) ? text[..^3].TrimEnd(' ', '\u00A0', '\u202F') : text;
        return TimeOnly.TryParseExact(text, ["H:mm", "H:mm:ss", "H.mm", "%H"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;
    }

    private static int? MonthOf(string name)
    {
        var index = Array.FindIndex(Months, names => names.Contains(name.ToLowerInvariant(), StringComparer.Ordinal));
        return index < 0 ? null : index + 1;
    }

    /// <summary>"22." and "1er" and "22nd" without what follows the figures.</summary>
    private static string TrimOrdinal(string day)
    {
        var figures = day.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return figures < 0 || day[figures..] is not ("." or "er" or "st" or "nd" or "rd" or "th") ? day : day[..figures];
    }
}
