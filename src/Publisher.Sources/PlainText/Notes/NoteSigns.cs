namespace Publisher.Sources.PlainText.Notes;

/// <summary>The signs that stand for figures: raised ones, and asterisks and daggers.</summary>
internal static class NoteSigns
{
    /// <summary>Raised figures in order of their value.</summary>
    public const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    // More asterisks in a row divide the parts of a text.
    private const int MostAsterisks = 3;

    /// <summary>The asterisks or dagger that a text begins with: *, **, *** or *, †, ‡ are the first, second and third note of a page.</summary>
    public static (int Number, int Length)? Read(ReadOnlySpan<char> text)
    {
        if (text is ['†' or '‡', ..])
        {
            return (text[0] == '†' ? 2 : 3, 1);
        }

        var length = text.IndexOfAnyExcept('*');
        length = length < 0 ? text.Length : length;
        return length is > 0 and <= MostAsterisks ? (length, length) : null;
    }

    /// <summary>The raised number that a text begins with.</summary>
    public static (int Number, int Length)? ReadRaised(ReadOnlySpan<char> text)
    {
        int number = 0, length = 0;
        while (length < text.Length && length < 3 && Raised.IndexOf(text[length], StringComparison.Ordinal) is >= 0 and var digit)
        {
            number = number * 10 + digit;
            length++;
        }

        return length > 0 && number > 0 ? (number, length) : null;
    }
}
