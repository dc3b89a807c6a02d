using System.Numerics;
using System.Text;

namespace Publisher.Editions.Html.Fonts;

/// <summary>
/// Characters a font must have. Those that most statements share count by the group: a font that needs a third of the small letters gets
/// them all. That costs few bytes, for a text has nearly all of them anyway, and lets the statements of a batch share their subsets.
/// </summary>
internal sealed class CharacterSet
{
    // PERF: nearly all text is below U+0400, where a bit a character costs no search.
    private const int Low = 0x400;

    // A font for one word in bold italics should not bring an alphabet along.
    private const int Share = 3;

    private static readonly string[] Groups =
    [
        " .,-\u2010abcdefghijklmnopqrstuvwxyzäöüß",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ",
        "0123456789",
        "!\"%&'()*+/:;=?@[]_§·«»–—‘’‚“”„…€",
    ];

    private readonly ulong[] _low = new ulong[Low / 64];
    private readonly SortedSet<int> _high = [];

    /// <summary>Adds the characters of a text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < Low)
            {
                _low[c >> 6] |= 1UL << (c & 63);
            }
            else if (Rune.DecodeFromUtf16(text[i..], out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                _high.Add(rune.Value);
                i += length - 1;
            }
        }
    }

    /// <summary>The Unicode scalar values in ascending order, groups whole.</summary>
    public int[] WithGroups()
    {
        var whole = new SortedSet<int>(_high);
        for (var i = 0; i < _low.Length; i++)
        {
            for (var bits = _low[i]; bits != 0; bits &= bits - 1)
            {
                whole.Add((i * 64) + BitOperations.TrailingZeroCount(bits));
            }
        }

        foreach (var group in Groups)
        {
            if (group.Count(c => whole.Contains(c)) * Share >= group.Length)
            {
                whole.UnionWith(group.Select(c => (int)c));
            }
        }

        return [.. whole];
    }
}
