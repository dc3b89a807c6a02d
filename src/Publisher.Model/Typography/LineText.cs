using System.Buffers;
using Publisher.Model.Inlines;
using Publisher.Model.Words;

namespace Publisher.Model.Typography;

/// <summary>
/// The characters of a line as one run across all formatting, each with the leaf it comes from: rules look at the run, edits go back
/// to the leaves. What is not text (code, images) is one character that no rule knows.
/// </summary>
internal sealed class LineText
{
    private const char Opaque = '\uFFFC';

    /// <summary>What addresses have and words do not.</summary>
    private static readonly SearchValues<string> AddressMarks = SearchValues.Create(["://", "@", "www.", "WWW."], StringComparison.Ordinal);

    private readonly Func<string, LanguageRules?> _rulesFor;
    private readonly List<Leaf> _leaves = [];
    private readonly List<(int Start, int End)> _addresses = [];
    private char[] _chars = new char[1024];

    public LineText(Func<string, LanguageRules?> rulesFor) => _rulesFor = rulesFor;

    public int Length { get; private set; }

    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    public IReadOnlyList<Leaf> Leaves => _leaves;

    /// <summary>The character at a place; a line end outside the line.</summary>
    public char this[int index] => (uint)index < (uint)Length ? _chars[index] : '\n';

    /// <summary>Takes another line in.</summary>
    /// <returns>True if there is text that a language's rules apply to.</returns>
    public bool Read(ValueList<Inline> line, LanguageRules? rules)
    {
        Length = 0;
        _leaves.Clear();
        _addresses.Clear();
        MakeRoom(line);
        var any = Add(line, rules, isAddress: false);
        if (any)
        {
            FindAddresses();
        }

        return any;
    }

    /// <summary>The leaf whose text may be changed from start to end; for an insertion, one that begins or ends there. Null if there is none.</summary>
    public Leaf? EditableAt(int start, int length)
    {
        if (InAddress(start, length))
        {
            return null;
        }

        for (var i = LastLeafAt(start); i >= 0 && _leaves[i].End >= start; i--)
        {
            var leaf = _leaves[i];
            if (leaf.IsEditable && leaf.Start <= start && start + length <= leaf.End && (length == 0 || leaf.End > start))
            {
                return leaf;
            }
        }

        return null;
    }

    /// <summary>True if any of the characters belongs to an address; an insertion belongs to one only inside it.</summary>
    public bool InAddress(int start, int length)
    {
        var (low, high) = (0, _addresses.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_addresses[middle].End <= start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < _addresses.Count && _addresses[low].Start < start + length;
    }

    /// <summary>Room for most of a line at once, and for what corrections add to it: a line may be as long as a book.</summary>
    private void MakeRoom(ValueList<Inline> line)
    {
        var room = 0;
        foreach (var inline in line)
        {
            room += inline switch
            {
                Text text => text.Value.Length,
                Correction correction => correction.Replacement.Length,
                _ => 1,
            };
        }

        if (room > _chars.Length)
        {
            _chars = new char[room + room / 16];
        }
    }

    private bool Add(ValueList<Inline> line, LanguageRules? rules, bool isAddress)
    {
        var any = false;
        foreach (var inline in line)
        {
            switch (inline)
            {
                case Text text:
                    Append(text.Value, inline, rules, rules is not null && !isAddress);
                    any |= rules is not null && !isAddress;
                    break;
                case Correction correction:
                    Append(correction.Replacement, inline, rules, isEditable: false);
                    break;
                case LineBreak:
                    Append("\n", inline, rules, isEditable: false);
                    break;
                case FootnoteReference:
                    break;
                case LanguageSpan span:
                    any |= Add(span.Content, _rulesFor(span.Language), isAddress);
                    break;
                case Link link:
                    any |= Add(link.Content, rules, isAddress || ShowsItsAddress(link));
                    break;
                case Code or Image or Placeholder:
                    Append([Opaque], inline, rules, isEditable: false);
                    break;
                default:
                    any |= Add(InlineWalk.ContentOf(inline), rules, isAddress);
                    break;
            }
        }

        return any;
    }

    /// <summary>True for a link whose text is its address, with or without its scheme.</summary>
    private static bool ShowsItsAddress(Link link) =>
        link.Content is [Text { Value: { Length: > 3 } shown }]
        && !shown.Contains(' ')
        && link.Target.Contains(shown, StringComparison.OrdinalIgnoreCase);

    private void Append(ReadOnlySpan<char> value, Inline inline, LanguageRules? rules, bool isEditable)
    {
        if (Length + value.Length > _chars.Length)
        {
            Array.Resize(ref _chars, Math.Max(_chars.Length * 2, Length + value.Length));
        }

        value.CopyTo(_chars.AsSpan(Length));
        _leaves.Add(new Leaf(inline, Length, Length + value.Length, rules, isEditable));
        Length += value.Length;
    }

    /// <summary>Finds web and e-mail addresses: the runs without white space round "://", "www." and "@", less the punctuation about them.</summary>
    private void FindAddresses()
    {
        var from = 0;
        while (Chars[from..].IndexOfAny(AddressMarks) is >= 0 and var found)
        {
            var (start, end) = (from + found, from + found);
            while (start > from && !char.IsWhiteSpace(_chars[start - 1]))
            {
                start--;
            }

            while (end < Length && !char.IsWhiteSpace(_chars[end]))
            {
                end++;
            }

            from = end;
            while (start < end && IsBracketOrQuote(_chars[start]))
            {
                start++;
            }

            while (end > start && (IsBracketOrQuote(_chars[end - 1]) || _chars[end - 1] is '.' or ',' or ';' or ':' or '!' or '?'))
            {
                end--;
            }

            _addresses.Add((start, end));
        }
    }

    private static bool IsBracketOrQuote(char c) => c is '(' or ')' or '[' or ']' or '<' or '>' or '{' or '}' || QuotationMarks.IsMark(c);

    /// <summary>The last leaf that begins at the place or before it.</summary>
    private int LastLeafAt(int index)
    {
        var (low, high) = (0, _leaves.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_leaves[middle].Start <= index)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    /// <summary>A part of the line that no formatting divides.</summary>
    /// <param name="Inline">The inline it comes from.</param>
    /// <param name="Start">Its first character.</param>
    /// <param name="End">Behind its last character.</param>
    /// <param name="Rules">The rules of its language; null if there are none.</param>
    /// <param name="IsEditable">True if its characters may change.</param>
    public readonly record struct Leaf(Inline Inline, int Start, int End, LanguageRules? Rules, bool IsEditable);
}
