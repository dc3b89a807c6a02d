namespace Publisher.Editions.Docx.Package;

/// <summary>
/// What a file's text is written in, beside the repertoire that every embedded font has: by blocks of 256 characters, so that an editor can
/// write on in the same script, and the statements of a batch share their fonts.
/// </summary>
internal sealed class WrittenCharacters
{
    private const int BlockBits = 8;

    // ISO 10646: what languages in Latin letters are written with, and the marks, signs of currencies, arrows, signs of mathematics and
    // bullets that go with them.
    private static readonly (int First, int Last)[] Repertoire =
        [(0x20, 0x24F), (0x2B0, 0x36F), (0x1E00, 0x1EFF), (0x2000, 0x22FF), (0x25A0, 0x27BF), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD)];

    private readonly SortedSet<int> _blocks = [];
    private int _latest = -1;

    /// <summary>The same for the same characters, as far as fonts go.</summary>
    public string Key => string.Join(' ', _blocks);

    /// <summary>First and last of each range of Unicode scalar values that a font of this text should have.</summary>
    public IEnumerable<(int First, int Last)> Ranges =>
        Repertoire.Concat(_blocks.Select(block => (block << BlockBits, ((block + 1) << BlockBits) - 1)));

    /// <summary>Notes a text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        // PERF: one vectorised look is all that most texts cost.
        var foreign = text.IndexOfAnyExceptInRange('\0', '\u024F');
        if (foreign < 0)
        {
            return;
        }

        foreach (var rune in text[foreign..].EnumerateRunes())
        {
            if (!IsInRepertoire(rune.Value) && rune.Value >> BlockBits != _latest)
            {
                _latest = rune.Value >> BlockBits;
                _blocks.Add(_latest);
            }
        }
    }

    private static bool IsInRepertoire(int character)
    {
        if (character < Repertoire[0].First)
        {
            return true;
        }

        foreach (var (first, last) in Repertoire)
        {
            if (character >= first && character <= last)
            {
                return true;
            }
        }

        return false;
    }
}
