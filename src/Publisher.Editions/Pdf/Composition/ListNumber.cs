using System.Globalization;
using System.Text;

using Publisher.Model.Blocks;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>The label of an item of an ordered list.</summary>
internal static class ListNumber
{
    private static readonly (int Value, string Letters)[] Roman =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
        (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <summary>The label with its delimiter.</summary>
    /// <param name="list">The list.</param>
    /// <param name="index">Zero-based.</param>
    public static string Format(OrderedList list, int index)
    {
        var number = Format(list.Start + index, list.Numbering);
        return list.Delimiter switch
        {
            ListDelimiter.Parenthesis => number + ")",
            ListDelimiter.Parentheses => "(" + number + ")",
            _ => number + ".",
        };
    }

    private static string Format(int number, ListNumbering numbering) => numbering switch
    {
        ListNumbering.LowerLetter when number > 0 => LettersOf(number),
        ListNumbering.UpperLetter when number > 0 => LettersOf(number).ToUpperInvariant(),
        ListNumbering.LowerRoman when number is > 0 and < 4000 => RomanOf(number),
        ListNumbering.UpperRoman when number is > 0 and < 4000 => RomanOf(number).ToUpperInvariant(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string LettersOf(int number)
    {
        var letters = "";
        for (; number > 0; number = (number - 1) / 26)
            letters = (char)('a' + ((number - 1) % 26)) + letters;
        return letters;
    }

    private static string RomanOf(int number)
    {
        var letters = new StringBuilder();
        foreach (var (value, sign) in Roman)
        {
            for (; number >= value; number -= value)
                letters.Append(sign);
        }

        return letters.ToString();
    }
}
