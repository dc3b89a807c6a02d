using System.Buffers;
using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Tables;

/// <summary>What cells of tables look like.</summary>
internal static class Cells
{
    // What may stand behind a number in a cell without making it text: currencies, magnitudes, shares, times.
    private static readonly HashSet<string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        "Euro", "Euros", "EUR", "TEUR", "CHF", "Franken", "francs", "Dollar", "Dollars", "USD", "GBP", "pounds", "Cent", "Cents",
        "Tsd", "Mio", "Mrd", "Million", "Millionen", "Millions", "Milliarde", "Milliarden", "Milliard", "Milliards", "Billion", "Billions", "k", "M", "bn", "mn",
        "Prozent", "Prozentpunkte", "percent", "per", "pour", "v", "H", "Uhr", "Tage", "Wochen", "Monate", "Jahre", "days", "weeks", "months", "years", "jours", "semaines", "mois", "ans",
    };

    private static readonly SearchValues<char> Signs = SearchValues.Create("%‰€£$");

    /// <summary>True for a number, a date, an amount with its unit or a version: figures, with hardly a letter beside them.</summary>
    public static bool IsFigure(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || ContactLines.IsInternationalPhone(text) || !(char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '−' or '€' or '$' or '£' or '~' or '('))
        {
            return false;
        }

        int digits = 0, letters = 0;
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            var others = 0;
            foreach (var c in word)
            {
                digits += char.IsAsciiDigit(c) ? 1 : 0;
                others += char.IsLetter(c) ? 1 : 0;
            }

            letters += others > 0 && IsUnit(word) ? 0 : others;
        }

        return digits > 0 && letters <= 3 && letters <= digits;
    }

    /// <summary>True for what belongs to the number before it: a sign, a unit, the name of a month.</summary>
    public static bool IsUnit(ReadOnlySpan<char> word) =>
        !word.IsEmpty && (!word.ContainsAnyExcept(Signs) || Units.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.TrimEnd(".)")) || LineWords.IsMonth(word));

    /// <summary>The parts of a line that two or more blanks set apart, with their columns.</summary>
    public static List<Segment> Split(string text, TextLine line)
    {
        var segments = new List<Segment>();
        var start = line.Start;
        for (var i = line.Start; i < line.End; i++)
        {
            if (!IsBlank(text[i]) || i + 1 >= line.End || !IsBlank(text[i + 1]))
            {
                continue;
            }

            var end = i;
            while (IsBlank(text[i]))
            {
                i++;
            }

            segments.Add(new Segment(start, end, line.Indent + start - line.Start));
            start = i;
        }

        segments.Add(new Segment(start, line.End, line.Indent + start - line.Start));
        return segments;
    }

    /// <summary>Offset behind the last character before a place that is no blank.</summary>
    public static int EndBefore(string text, int place)
    {
        while (char.IsWhiteSpace(text[place - 1]))
        {
            place--;
        }

        return place;
    }

    private static bool IsBlank(char c) => c is ' ' or '\u00A0';
}

/// <summary>A part of a line that blanks set apart.</summary>
/// <param name="Start">Offset of its first character in the clean text.</param>
/// <param name="End">Offset behind its last.</param>
/// <param name="Column">Where it begins, in columns.</param>
internal readonly record struct Segment(int Start, int End, int Column)
{
    /// <summary>Number of characters.</summary>
    public int Length => End - Start;

    /// <summary>Column behind its last character.</summary>
    public int EndColumn => Column + Length;
}
