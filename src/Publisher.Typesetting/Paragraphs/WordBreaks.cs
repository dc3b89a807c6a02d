using System.Text;

namespace Publisher.Typesetting.Paragraphs;

/// <summary>
/// Line break opportunities inside words: the classes of UAX #14 that occur in running text (HY, BA, B2, ZW, ID and the rules that
/// keep punctuation with its neighbours), soft hyphens, patterns, and addresses, which have rules of their own.
/// </summary>
internal static class WordBreaks
{
    // In relation to a hyphen's 50 (Knuth's choice): a hyphen that is there anyway costs less, an address' break more.
    private const int SoftHyphen = 30;
    private const int Pattern = 75;
    private const int HardHyphen = 20;
    private const int Dash = 10;
    private const int Slash = 40;
    private const int Address = 70;

    // What is longer is no word; a divided word is kept whole in one string of the file, which has a limit.
    internal const int LongestDivided = 4_000;

    private const char SoftHyphenMark = '\u00AD';
    private const char ZeroWidthSpace = '\u200B';
    private const string BeforeInAddress = ".-_?&=%#~,;+@";

    /// <summary>Finds the opportunities in a word.</summary>
    /// <param name="word">Without spaces and soft hyphens.</param>
    /// <param name="softHyphens">Indexes of letters that a soft hyphen stood before, ascending.</param>
    /// <param name="hyphenator">Patterns of the word's language; null for none.</param>
    /// <param name="breaks">Receives the opportunities, ascending.</param>
    public static void Find(ReadOnlySpan<char> word, List<int> softHyphens, Hyphenator? hyphenator, List<WordBreak> breaks)
    {
        if (IsAddress(word))
        {
            FindInAddress(word, breaks);
            return;
        }

        FindInText(word, breaks);
        if (word.Length > LongestDivided)
            return;
        foreach (var index in softHyphens)
            breaks.Add(new WordBreak(index, SoftHyphen, AddsHyphen: true));
        if (hyphenator is not null && softHyphens.Count == 0 && MayBeDivided(word))
            FindByPatterns(word, hyphenator, breaks);
        breaks.Sort(static (a, b) => a.Index.CompareTo(b.Index));
        RemoveDoubles(breaks);
    }

    /// <summary>
    /// Whether a line may end between two words that no space parts, such as a bold and a light half; not behind the slash of an
    /// address and what hangs on to it.
    /// </summary>
    public static bool IsAllowedBetween(char before, char after) => before != '/' && CostBetween(before, after, 2) >= 0;

    private static bool IsAddress(ReadOnlySpan<char> word) =>
        word.Contains("://", StringComparison.Ordinal)
        || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || (word.Contains('@') && word.Contains('.'));

    private static void FindInAddress(ReadOnlySpan<char> word, List<WordBreak> breaks)
    {
        for (var i = 3; i < word.Length - 1; i++)
        {
            var afterSlash = word[i - 1] == '/' && word[i] != '/' && word[i - 2] != '/';
            if (afterSlash || BeforeInAddress.Contains(word[i], StringComparison.Ordinal))
                breaks.Add(new WordBreak(i, Address, AddsHyphen: false));
        }
    }

    private static void FindInText(ReadOnlySpan<char> word, List<WordBreak> breaks)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (char.IsLowSurrogate(word[i]))
                continue;
            var cost = CostBetween(word[i - 1], word[i], i);
            var fragmentTooShort = cost > 0 && word.Length - i < 2;
            if (cost >= 0 && !fragmentTooShort)
                breaks.Add(new WordBreak(i, cost, AddsHyphen: false));
        }
    }

    // -1 where no line may end. "index" is the number of characters before: a single letter before a hyphen ("E-Mail") stays.
    private static int CostBetween(char before, char after, int index) => before switch
    {
        '-' or '\u2010' => index >= 3 && char.IsLetter(after) ? HardHyphen : -1,
        '\u2013' => index >= 2 && char.IsLetter(after) ? Dash : -1,
        '\u2014' => IsOpening(after) || char.IsLetterOrDigit(after) ? Dash : -1,
        '/' => index >= 3 && char.IsLetter(after) ? Slash : -1,
        ZeroWidthSpace => 0,
        _ when after == '\u2014' => char.IsLetter(before) ? Dash : -1,
        _ when IsIdeographic(before) || IsIdeographic(after) => IsOpening(before) || IsClosing(after) ? -1 : 0,
        _ => -1,
    };

    // ID, H2, H3, JL and friends; supplementary ideographs come as surrogates of planes 2 and 3.
    private static bool IsIdeographic(char c) => c is
        (>= '\u2E80' and <= '\u2FFF') or (>= '\u3003' and <= '\u33FF') or (>= '\u3400' and <= '\u9FFF')
        or (>= '\uA000' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF')
        or (>= '\uD840' and <= '\uD88D');

    private static bool IsOpening(char c) =>
        c is '„' or '‚' or '»' or '›' or '\u3010' or '\u300C' or '\u300E' or '\uFF08' or '\u300A'
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.OpenPunctuation
            or System.Globalization.UnicodeCategory.InitialQuotePunctuation;

    private static bool IsClosing(char c) => char.GetUnicodeCategory(c) is
        System.Globalization.UnicodeCategory.ClosePunctuation or System.Globalization.UnicodeCategory.FinalQuotePunctuation
        or System.Globalization.UnicodeCategory.OtherPunctuation or System.Globalization.UnicodeCategory.NonSpacingMark
        or System.Globalization.UnicodeCategory.EnclosingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
        || c is 'ぁ' or 'ぃ' or 'ぅ' or 'ぇ' or 'ぉ' or 'っ' or 'ゃ' or 'ゅ' or 'ょ' or 'ァ' or 'ィ' or 'ゥ' or 'ェ' or 'ォ' or 'ッ' or 'ャ' or 'ュ'
            or 'ョ' or 'ー' or '々';

    // File numbers, gender signs and abbreviations in capitals are never divided.
    private static bool MayBeDivided(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsDigit(c) || c is '*' or '_' or ':' or '@' or '&')
                return false;
        }

        return true;
    }

    private static void FindByPatterns(ReadOnlySpan<char> word, Hyphenator hyphenator, List<WordBreak> breaks)
    {
        var divisions = new List<int>();
        for (var i = 0; i < word.Length;)
        {
            var start = i;
            while (i < word.Length && char.IsLetter(word[i]))
                i++;
            var letters = word[start..i];
            if (letters.Length > 3 && !IsAllCapitals(letters))
            {
                divisions.Clear();
                hyphenator.Divide(letters, divisions);
                foreach (var division in divisions)
                    breaks.Add(new WordBreak(start + division, Pattern, AddsHyphen: true));
            }

            if (i == start)
                i++;
        }
    }

    private static bool IsAllCapitals(ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
        {
            if (char.IsLower(letter))
                return false;
        }

        return true;
    }

    private static void RemoveDoubles(List<WordBreak> breaks)
    {
        for (var i = breaks.Count - 1; i > 0; i--)
        {
            if (breaks[i].Index == breaks[i - 1].Index)
                breaks.RemoveAt(i);
        }
    }

    /// <summary>Takes the soft hyphens out of a word.</summary>
    /// <param name="word">As it stands in the source.</param>
    /// <param name="softHyphens">Receives where they stood, as indexes into the result.</param>
    public static string WithoutSoftHyphens(ReadOnlySpan<char> word, List<int> softHyphens)
    {
        var kept = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (c != SoftHyphenMark)
                kept.Append(c);
            else if (kept.Length > 0 && (softHyphens.Count == 0 || softHyphens[^1] != kept.Length))
                softHyphens.Add(kept.Length);
        }

        if (softHyphens.Count > 0 && softHyphens[^1] == kept.Length)
            softHyphens.RemoveAt(softHyphens.Count - 1);
        return kept.ToString();
    }
}
