using System.Buffers;

namespace Publisher.Sources.PlainText.Lines;

/// <summary>Lines that say how somebody can be reached.</summary>
internal static class ContactLines
{
    // National numbers without the area code have fewer digits, but so have many things.
    private const int LeastDigits = 7;

    private static readonly SearchValues<char> PhoneSigns = SearchValues.Create("0123456789+-–/(). \u00A0");

    /// <summary>True for a line with a mail address or a telephone number at its end.</summary>
    public static bool HasContact(ReadOnlySpan<char> line) => HasMail(line) || HasPhone(line);

    /// <summary>True for a line with a mail address: "press@example.org", "press at example.org".</summary>
    public static bool HasMail(ReadOnlySpan<char> line)
    {
        var at = line.IndexOf('@');
        if (at > 0)
        {
            return at + 1 < line.Length && char.IsLetterOrDigit(line[at - 1]) && char.IsLetterOrDigit(line[at + 1]);
        }

        at = line.IndexOf(" at ");
        return at > 0 && line[(at + 4)..] is var host && !host.Contains(' ') && host.IndexOf('.') > 0;
    }

    /// <summary>True for a line that ends with a telephone number.</summary>
    public static bool HasPhone(ReadOnlySpan<char> line)
    {
        var before = line.LastIndexOfAnyExcept(PhoneSigns);
        var number = line[(before + 1)..];
        if (number.IsEmpty || (before >= 0 && char.IsLetter(line[before]) && number[0] is not (' ' or '.' or '\u00A0')))
        {
            return false;
        }

        var digits = 0;
        foreach (var c in number)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits >= LeastDigits && !IsDate(number);
    }

    /// <summary>True for nothing but a telephone number with the code of its country.</summary>
    public static bool IsInternationalPhone(ReadOnlySpan<char> text) => text.StartsWith('+') && !text.ContainsAnyExcept(PhoneSigns) && HasPhone(text) && !text.Contains('.');

    private static bool IsDate(ReadOnlySpan<char> number) =>
        number.Length > 4 && number[^5] is '.' or ' ' && number[^4] is '1' or '2' && number[^3] is '9' or '0' && number.Count('.') == 2;
}
