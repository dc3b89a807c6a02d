using System.Text.RegularExpressions;

namespace Publisher.Templates.Liquid;

/// <summary>
/// What becomes of a text's lines where fields came out empty. A line with fields that are all empty is left out with the words round
/// them; a line in which one field says something keeps its words. Marks of emphasis and links that hold nothing but empty fields leave
/// nothing behind. A line without a field, or whose fields a tag has left out, stays as it is.
/// </summary>
internal static partial class EmptyFields
{
    /// <summary>Stands in a filled text where a value was empty; a private-use character, which no value holds.</summary>
    public const char Empty = '\uE00F';

    /// <summary>Stands behind a value that was not empty.</summary>
    public const char Filled = '\uE00E';

    // Emphasis in a link in emphasis; nobody nests deeper, and hostile texts must not be searched for long.
    private const int DeepestMarkup = 4;

    // PERF: a matcher that never tracks back takes half a millisecond to build when first asked for, and most lines have no markup.
    private const string Markup = "*_~[";

    /// <summary>The text as it is read, without the two marks.</summary>
    public static string Settle(string filled) => string.Join('\n', filled.Split('\n').Where(line => !IsEmpty(line)).Select(WithoutMarks));

    /// <summary>The same for a text whose lines fall into parts, each of which counts as a line of its own.</summary>
    /// <param name="filled">The filled text.</param>
    /// <param name="separator">What stands between parts; it stays.</param>
    public static string SettleParts(string filled, string separator) => string.Join('\n', filled.Split('\n').Select(line =>
        string.Join(separator, line.Split(separator).Select(part => IsEmpty(part) ? string.Empty : WithoutMarks(part)))));

    /// <summary>A line without the two marks, nothing else changed.</summary>
    public static string WithoutMarks(string line) => line.AsSpan().IndexOfAny(Empty, Filled) < 0
        ? line
        : WithoutEmptyMarkup(line).Replace(Empty.ToString(), string.Empty, StringComparison.Ordinal).Replace(Filled.ToString(), string.Empty, StringComparison.Ordinal);

    private static bool IsEmpty(string line) =>
        line.Contains(Empty, StringComparison.Ordinal) && !line.Contains(Filled, StringComparison.Ordinal);

    private static string WithoutEmptyMarkup(string line)
    {
        for (var i = 0; i < DeepestMarkup && line.Contains(Empty, StringComparison.Ordinal) && line.AsSpan().IndexOfAny(Markup) >= 0; i++)
        {
            line = EmptyLink().Replace(EmptyEmphasis().Replace(line, Empty.ToString()), Empty.ToString());
        }

        return line;
    }

    private const string Nothing = @"[ \t]*\uE00F[\uE00F \t]*";

    [GeneratedRegex(
        @"\*\*\*" + Nothing + @"\*\*\*|\*\*" + Nothing + @"\*\*|\*" + Nothing + @"\*|___" + Nothing + "___|__" + Nothing + "__|_" + Nothing + "_|~~" + Nothing + "~~",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EmptyEmphasis();

    [GeneratedRegex(@"\[" + Nothing + @"\]\([^()\n]*\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EmptyLink();
}
