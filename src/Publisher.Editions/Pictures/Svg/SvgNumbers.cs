using System.Globalization;

namespace Publisher.Editions.Pictures.Svg;

/// <summary>Reads numbers that commas, blanks or signs part (SVG 2, 9.3.9).</summary>
internal ref struct SvgNumbers(ReadOnlySpan<char> text)
{
    private const string Separators = " \t\r\n\f,";

    /// <summary>What is not read yet.</summary>
    public ReadOnlySpan<char> Rest { get; private set; } = text;

    /// <summary>All numbers of a list, up to the first thing that is none.</summary>
    public static List<float> All(ReadOnlySpan<char> text)
    {
        var reader = new SvgNumbers(text);
        var numbers = new List<float>();
        while (reader.Next() is { } number)
            numbers.Add(number);
        return numbers;
    }

    /// <summary>Passes over what parts numbers.</summary>
    /// <returns>The next character; 0 at the end.</returns>
    public char Peek()
    {
        Rest = Rest.TrimStart(Separators);
        return Rest.IsEmpty ? '\0' : Rest[0];
    }

    /// <summary>Passes over a character.</summary>
    public void Skip() => Rest = Rest[1..];

    /// <summary>The next number; null if there is none.</summary>
    public float? Next()
    {
        _ = Peek();
        var length = LengthOfNumber(Rest);
        if (!float.TryParse(Rest[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !float.IsFinite(number))
            return null;
        Rest = Rest[length..];
        return number;
    }

    /// <summary>A flag of an arc, behind which there need be no blank; null if there is none.</summary>
    public float? NextFlag()
    {
        if (Peek() is not ('0' or '1') || Rest.IsEmpty)
            return null;
        var flag = Rest[0] - '0';
        Skip();
        return flag;
    }

    private static int LengthOfNumber(ReadOnlySpan<char> text)
    {
        var length = 0;
        var (hasPoint, hasExponent) = (false, false);
        while (length < text.Length)
        {
            var c = text[length];
            var fits = char.IsAsciiDigit(c)
                || (c is '+' or '-' && (length == 0 || text[length - 1] is 'e' or 'E'))
                || (c == '.' && !hasPoint && !hasExponent)
                || (c is 'e' or 'E' && !hasExponent && IsExponent(text[(length + 1)..]));
            if (!fits)
                break;
            hasPoint |= c == '.';
            hasExponent |= c is 'e' or 'E';
            length++;
        }

        return length;
    }

    // The units em and ex begin like an exponent.
    private static bool IsExponent(ReadOnlySpan<char> rest) =>
        rest.Length > 0 && (char.IsAsciiDigit(rest[0]) || (rest.Length > 1 && rest[0] is '+' or '-' && char.IsAsciiDigit(rest[1])));
}
