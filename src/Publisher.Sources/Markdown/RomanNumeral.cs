namespace Publisher.Sources.Markdown;

/// <summary>Roman numerals in their usual, subtractive form.</summary>
internal static class RomanNumeral
{
    private static readonly string[] Tens = ["", "X", "XX", "XXX"];
    private static readonly string[] Ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];

    /// <summary>The value of a numeral from 1 to 39 in either case; null if the letters are none (IIII, IC, mild).</summary>
    public static int? Parse(ReadOnlySpan<char> letters)
    {
        for (var value = 1; value < Tens.Length * Ones.Length; value++)
        {
            if (letters.Equals(Tens[value / 10] + Ones[value % 10], StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
