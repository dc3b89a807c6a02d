namespace Publisher.Typesetting.Paragraphs;

/// <summary>
/// Finds where a language divides its words: Liang's patterns ("Word Hy-phen-a-tion by Com-put-er", 1983), read from a pattern
/// file as TeX distributions carry it (one pattern a word, or inside <c>\patterns{}</c> and <c>\hyphenation{}</c>).
/// </summary>
/// <remarks>
/// A German file has some 30,000 patterns and a statement a few hundred different words, so the file is only indexed: a hash table
/// of places in the text. Nothing is copied and no tree is built.
/// </remarks>
public sealed class Hyphenator
{
    private const int LongestWord = 64;

    // The German file has 55,000 beginnings of patterns: every tenth bit is set, in 64 kB that stay near the processor.
    private const int BeginningsPerPlace = 8;

    private readonly string _file;
    private readonly int[] _places;
    private readonly uint[] _hashes;
    private readonly ulong[] _beginnings;
    private readonly int _mask;
    private readonly Dictionary<string, string> _exceptions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _exceptionLookup;
    private int _count;
    private int _longest;

    private Hyphenator(string file, int leftMinimum, int rightMinimum)
    {
        _file = file;
        LeftMinimum = leftMinimum;
        RightMinimum = rightMinimum;
        _exceptionLookup = _exceptions.GetAlternateLookup<ReadOnlySpan<char>>();
        var size = 1024;
        while (size < file.Length / 4)
            size *= 2;
        _places = new int[size];
        _hashes = new uint[size];
        _mask = size - 1;
        _beginnings = new ulong[size * BeginningsPerPlace / 64];
        Index();
    }

    /// <summary>Least number of letters before a division.</summary>
    public int LeftMinimum { get; }

    /// <summary>Least number of letters after a division.</summary>
    public int RightMinimum { get; }

    /// <summary>Indexes a pattern file. What is no pattern in it is passed over.</summary>
    /// <param name="file">
    /// Text of the file; after a line <c>exceptions:</c> come whole words with hyphens. The rest of a line behind % or # is a comment.
    /// </param>
    /// <param name="exceptions">Words with hyphens where they may be divided; a word without any is never divided.</param>
    /// <param name="leftMinimum">Least number of letters before a division; 1 or more.</param>
    /// <param name="rightMinimum">Least number of letters after a division; 1 or more.</param>
    public static Hyphenator Read(
        string file,
        IEnumerable<string>? exceptions = null,
        int leftMinimum = 2,
        int rightMinimum = 3)
    {
        var hyphenator = new Hyphenator(file, Math.Max(1, leftMinimum), Math.Max(1, rightMinimum));
        foreach (var word in exceptions ?? [])
            hyphenator.AddException(word);
        return hyphenator;
    }

    /// <summary>Finds the divisions of a word.</summary>
    /// <param name="word">Letters only.</param>
    /// <param name="divisions">Receives indexes into the word, ascending: a division stands before the letter there.</param>
    public void Divide(ReadOnlySpan<char> word, List<int> divisions)
    {
        ArgumentNullException.ThrowIfNull(divisions);
        if (word.Length < LeftMinimum + RightMinimum || word.Length > LongestWord)
            return;

        Span<char> letters = stackalloc char[LongestWord + 2];
        letters[0] = '.';
        for (var i = 0; i < word.Length; i++)
            letters[i + 1] = char.ToLowerInvariant(word[i]);
        letters[word.Length + 1] = '.';
        letters = letters[..(word.Length + 2)];

        if (_exceptionLookup.TryGetValue(letters[1..^1], out var exception))
            DivideAsListed(exception, divisions);
        else
            DivideByPatterns(letters, divisions);
    }

    private static void DivideAsListed(string exception, List<int> divisions)
    {
        var index = 0;
        foreach (var c in exception)
        {
            if (c == '-')
                divisions.Add(index);
            else
                index++;
        }
    }

    private void DivideByPatterns(ReadOnlySpan<char> letters, List<int> divisions)
    {
        Span<byte> values = stackalloc byte[LongestWord + 3];
        for (var start = 0; start < letters.Length; start++)
        {
            var hash = 0u;
            var end = Math.Min(letters.Length, start + _longest);
            for (var i = start; i < end; i++)
            {
                // PERF: the seed's words ask the large table 34 times each in this way, and 70 times without it.
                hash = Extend(hash, letters[i]);
                if (!MayBegin(hash))
                    break;
                var place = Find(hash, letters[start..(i + 1)]);
                if (place >= 0)
                    Apply(place, values[start..]);
            }
        }

        var last = letters.Length - 2 - RightMinimum;
        for (var i = LeftMinimum; i <= last; i++)
        {
            if ((values[i + 1] & 1) == 1)
                divisions.Add(i);
        }
    }

    private static uint Extend(uint hash, char letter) => (hash ^ letter) * 0x01000193u;

    // PERF: nearly all of the quarter of a million characters in the German file are told by the first two comparisons.
    private static bool IsPatternCharacter(char c) => char.IsAsciiLetterOrDigit(c) || (c > ' ' && IsFurtherPatternCharacter(c));

    private static bool IsFurtherPatternCharacter(char c) => c is '.' or '\'' or '’' or '-' || char.IsLetterOrDigit(c) || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    // Whether a pattern begins with letters of this hash, or is them: false is certain, true is not.
    private bool MayBegin(uint hash)
    {
        var bit = Mix(hash);
        return (_beginnings[PlaceOf(bit)] & (1UL << (int)bit)) != 0;
    }

    // The lowest six bits, which are all that a shift looks at, say which bit.
    private int PlaceOf(uint bit) => (int)(bit >> 6) & (_beginnings.Length - 1);

    // Returns the place of the pattern with exactly these letters, or -1.
    private int Find(uint hash, ReadOnlySpan<char> letters)
    {
        for (var slot = (int)Mix(hash) & _mask; _places[slot] != 0; slot = (slot + 1) & _mask)
        {
            // PERF: most of what is asked for is no pattern; this search was 13 % of the samples of a run of books while letters were compared each time.
            if (_hashes[slot] == hash && HasLetters(_places[slot] - 1, letters))
                return _places[slot] - 1;
        }

        return -1;
    }

    // The end of MurmurHash3: letters differ in few bits, and neighbours in the table make long searches.
    private static uint Mix(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }

    private bool HasLetters(int place, ReadOnlySpan<char> letters)
    {
        var at = 0;
        for (; place < _file.Length && IsPatternCharacter(_file[place]); place++)
        {
            var c = _file[place];
            if (char.IsAsciiDigit(c))
                continue;
            if (at >= letters.Length || letters[at++] != c)
                return false;
        }

        return at == letters.Length;
    }

    private void Apply(int place, Span<byte> values)
    {
        var at = 0;
        for (; place < _file.Length && IsPatternCharacter(_file[place]); place++)
        {
            var c = _file[place];
            if (char.IsAsciiDigit(c))
                values[at] = Math.Max(values[at], (byte)(c - '0'));
            else
                at++;
        }
    }

    private void Index()
    {
        var inExceptions = false;
        for (var i = 0; i < _file.Length;)
        {
            var c = _file[i];
            if (c is '%' or '#')
            {
                i = EndOfLine(i);
            }
            else if (c == '\\')
            {
                var end = EndOfWord(i + 1);
                inExceptions = _file.AsSpan(i + 1, end - i - 1) is "hyphenation";
                i = Math.Max(end, i + 1);
            }
            else if (!IsPatternCharacter(c))
            {
                i++;
            }
            else if (_file.AsSpan(i).StartsWith("exceptions:", StringComparison.Ordinal))
            {
                inExceptions = true;
                i = EndOfWord(i);
            }
            else if (inExceptions)
            {
                var end = EndOfWord(i);
                AddException(_file[i..end]);
                i = end;
            }
            else
            {
                i = AddPattern(i);
            }
        }
    }

    // Returns the place behind the pattern. A word that turns out to be none has left beginnings, which does no harm: they prove nothing.
    private int AddPattern(int start)
    {
        var hash = 0u;
        var mixed = 0u;
        var letters = 0;
        var length = 0;
        foreach (var c in _file.AsSpan(start))
        {
            if (!IsPatternCharacter(c))
                break;
            length++;
            if (char.IsAsciiDigit(c))
                continue;
            letters++;
            hash = Extend(hash, c);
            mixed = Mix(hash);
            _beginnings[PlaceOf(mixed)] |= 1UL << (int)mixed;
        }

        if (letters == 0 || letters == length || letters > LongestWord || _count == _places.Length * 3 / 4)
            return start + length;

        _longest = Math.Max(_longest, letters);
        _count++;
        var slot = (int)mixed & _mask;
        while (_places[slot] != 0)
            slot = (slot + 1) & _mask;
        _places[slot] = start + 1;
        _hashes[slot] = hash;
        return start + length;
    }

    private void AddException(string word)
    {
        var listed = word.ToLowerInvariant();
        _exceptions[listed.Replace("-", "", StringComparison.Ordinal)] = listed;
    }

    private int EndOfLine(int i)
    {
        var end = _file.IndexOf('\n', i);
        return end < 0 ? _file.Length : end;
    }

    private int EndOfWord(int i)
    {
        while (i < _file.Length && IsPatternCharacter(_file[i]))
            i++;
        return i;
    }
}
