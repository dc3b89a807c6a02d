using System.Buffers;
using Publisher.Model.Inlines;

namespace Publisher.Model.Typography;

/// <summary>
/// Finds what to correct in one line: stops at each character that a rule begins with and asks the rules about it. The rules are in
/// the other parts of this class, by what they look at.
/// </summary>
internal sealed partial class LineScanner
{
    private static readonly SearchValues<char> Triggers = SearchValues.Create(
        "\"'`´«»‹›‘’‚‛“”„‟.,;:!?-–…/&§*_0123456789\u00AD\u0300\u0301\u0302\u0303\u0308\u030A\u030C\u0327ﬀﬁﬂﬃﬄﬅﬆ");

    private readonly QuotationMarks _quotes = new();
    private readonly List<Edit> _edits = [];
    private readonly List<(int Start, int Length, TypographyRule Rule)> _advice = [];
    private LanguageRules _rules = null!;

    public LineScanner(Func<string, LanguageRules?> rulesFor) => Line = new LineText(rulesFor);

    /// <summary>The line under the scanner.</summary>
    public LineText Line { get; }

    /// <summary>The rules of the text around foreign spans.</summary>
    public LanguageRules? LineRules { get; private set; }

    /// <summary>The edits that were found, in order, none over another.</summary>
    public IReadOnlyList<Edit> Edits => _edits;

    /// <summary>The places that only a person can judge.</summary>
    public IReadOnlyList<(int Start, int Length, TypographyRule Rule)> Advice => _advice;

    /// <summary>Scans a line.</summary>
    public void Scan(ValueList<Inline> line, LanguageRules? rules)
    {
        _edits.Clear();
        _advice.Clear();
        _quotes.Clear();
        LineRules = rules;
        if (!Line.Read(line, rules))
        {
            return;
        }

        foreach (var leaf in Line.Leaves)
        {
            if (leaf.Rules is not null && leaf.Inline is Text or Correction)
            {
                _rules = leaf.Rules!;
                Scan(leaf.Start, leaf.End);
            }
        }

        _quotes.Resolve(this);
        FindDoubleSpaces();
        FindSharpS();
        PutInOrder();
    }

    /// <summary>Changes some characters, if their leaf and the language's rules allow it.</summary>
    public void Replace(int start, int length, string replacement, TypographyRule rule)
    {
        if (!Line.Chars.Slice(start, length).SequenceEqual(replacement) && Line.EditableAt(start, length) is { Rules: { } rules } && rules.Has(rule))
        {
            _edits.Add(new Edit(start, length, replacement, TypographyRules.IdOf(rule)));
        }
    }

    /// <summary>Notes a place that only a person can judge.</summary>
    public void Advise(int start, int length, TypographyRule rule)
    {
        if (Line.EditableAt(start, length) is { Rules: { } rules } && rules.Has(rule))
        {
            _advice.Add((start, length, rule));
        }
    }

    private void Scan(int start, int end)
    {
        while (start < end && Line.Chars[start..end].IndexOfAny(Triggers) is >= 0 and var found)
        {
            start += found;
            var next = Line[start] switch
            {
                >= '0' and <= '9' => Number(start),
                '.' => FullStop(start),
                ',' => Comma(start),
                ';' or ':' or '!' or '?' => Punctuation(start),
                '-' => Hyphen(start),
                '–' => Dash(start),
                '…' => Ellipsis(start),
                '/' => Slash(start),
                '&' => Ampersand(start),
                '§' => SectionSign(start),
                '*' or '_' => GenderSign(start),
                '\u00AD' => SoftHyphen(start),
                >= 'ﬀ' and <= 'ﬆ' => Ligature(start),
                >= '\u0300' and <= '\u0327' => Combining(start),
                _ => Quotation(start),
            };
            start = Math.Max(next, start + 1);
        }
    }

    /// <summary>Sorts the edits; of two that touch the same characters the first stays. The next round sees what is left.</summary>
    private void PutInOrder()
    {
        if (_edits.Count < 2)
        {
            return;
        }

        var sorted = _edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.Length).ToArray();
        _edits.Clear();
        foreach (var edit in sorted)
        {
            if (_edits.Count == 0 || edit.Start > _edits[^1].End || (edit.Start == _edits[^1].End && edit.Length > 0))
            {
                _edits.Add(edit);
            }
        }
    }

    /// <summary>Puts a no-break space at a place: in the stead of a plain space that stands there, or in between.</summary>
    private void NoBreak(int index, TypographyRule rule, string? space = null)
    {
        space ??= _rules.Table.Space;
        if (Line[index] == ' ')
        {
            if (_rules.NoBreakSpaces && _rules.Has(rule) && Line.EditableAt(index, 1) is not null)
            {
                _edits.Add(new Edit(index, 1, space, TypographyRules.NoBreakIdOf(rule)));
            }
        }
        else if (!char.IsWhiteSpace(Line[index]))
        {
            Replace(index, 0, space, rule);
        }
    }

    /// <summary>Where the word that ends before a place begins. Words longer than any in a table are cut, so that the cost stays bounded.</summary>
    private int WordStart(int end)
    {
        var start = end;
        while (char.IsLetter(Line[start - 1]) && end - start < LongestWord)
        {
            start--;
        }

        return start;
    }

    /// <summary>Where the word that begins at a place ends.</summary>
    private int WordEnd(int start)
    {
        var end = start;
        while (char.IsLetter(Line[end]) && end - start < LongestWord)
        {
            end++;
        }

        return end;
    }

    private ReadOnlySpan<char> Word(int start, int end) => start >= 0 && start < end && end <= Line.Length ? Line.Chars[start..end] : default;

    private bool IsDigit(int index) => char.IsAsciiDigit(Line[index]);

    private bool IsLetter(int index) => char.IsLetter(Line[index]);

    private bool IsSpace(int index) => char.IsWhiteSpace(Line[index]);

    private const int LongestWord = 40;
}
