using System.Globalization;

namespace Publisher.Typesetting.Paragraphs;

/// <summary>
/// The part of the bidirectional algorithm (UAX #9) that statements need: implicit levels by word. Explicit embeddings are not
/// looked at.
/// </summary>
internal static class Direction
{
    private const char FirstRightToLeft = '\u0590';
    private const int LeftToRight = -1;

    /// <summary>Whether text may hold anything that runs from right to left; false is certain.</summary>
    public static bool MayBeMixed(ReadOnlySpan<char> text) =>
        text.IndexOfAnyInRange(FirstRightToLeft, '\u08FF') >= 0
        || text.IndexOfAnyInRange('\uFB1D', '\uFDFF') >= 0
        || text.IndexOfAnyInRange('\uFE70', '\uFEFC') >= 0
        || text.IndexOfAny('\uD802', '\uD803', '\uD83A') >= 0;

    /// <summary>1 for letters that run from right to left, -1 for those that run from left to right, 0 for neither.</summary>
    public static int Of(char c)
    {
        if (c < FirstRightToLeft)
            return char.IsLetter(c) ? -1 : 0;
        if (c is (>= '\u0660' and <= '\u0669') or (>= '\u06F0' and <= '\u06F9') or (>= '\u066A' and <= '\u066C'))
            return 0;
        if (c is '\u200F' or <= '\u08FF' or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') or '\uD802' or '\uD803' or '\uD83A')
            return 1;
        return char.IsLetter(c) || char.IsHighSurrogate(c) ? -1 : 0;
    }

    /// <summary>
    /// Where the first stretch of one direction ends: letters with what stands between them. What stands before, behind or between stretches
    /// is one by itself, for its direction depends on both neighbours.
    /// </summary>
    public static int EndOfStretch(ReadOnlySpan<char> word)
    {
        var (direction, end) = (0, 0);
        for (var i = 0; i < word.Length; i++)
        {
            var here = char.IsDigit(word[i]) ? LeftToRight : Of(word[i]);
            if (here == 0)
            {
                end = end == i && direction != 0 && IsAttached(word[i]) ? i + 1 : end;
                continue;
            }

            if (direction == 0 && i > 0)
                return i;
            if (direction != 0 && here != direction)
                return end;
            (direction, end) = (here, i + 1);
        }

        return direction == 0 ? word.Length : end;
    }

    // Rule W1: a mark has the direction of its letter.
    private static bool IsAttached(char c) => char.IsLowSurrogate(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    /// <summary>The direction of the first letter that has one; 0 if none has.</summary>
    public static int OfFirstLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            var direction = Of(c);
            if (direction != 0)
                return direction;
        }

        return 0;
    }

    /// <summary>Rule L2: reverses every stretch of a level or higher, from the highest level down.</summary>
    /// <param name="levels">Level of each item in reading order.</param>
    /// <returns>Indexes of the items in visual order.</returns>
    public static int[] VisualOrder(ReadOnlySpan<int> levels)
    {
        var order = new int[levels.Length];
        var highest = 0;
        for (var i = 0; i < levels.Length; i++)
        {
            order[i] = i;
            highest = Math.Max(highest, levels[i]);
        }

        for (var level = highest; level > 0; level--)
        {
            for (var i = 0; i < order.Length; i++)
            {
                var start = i;
                while (i < order.Length && levels[order[i]] >= level)
                    i++;
                if (i > start)
                    Array.Reverse(order, start, i - start);
            }
        }

        return order;
    }
}
