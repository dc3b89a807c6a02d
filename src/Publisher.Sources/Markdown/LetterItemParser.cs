using Markdig.Parsers;
using Markdig.Syntax;

namespace Publisher.Sources.Markdown;

/// <summary>
/// Items numbered by letters or roman numerals: <c>a)</c>, <c>B.</c>, <c>iv.</c>. Stricter than the library's own, because a German
/// line may begin with "A. Meier" or "z. B.": such an item never interrupts a paragraph, and with a full stop a list begins with a,
/// A, i or I only. What is left (a paragraph that begins with "i. d. R.") the block reader takes back, see <see cref="ListReader"/>.
/// </summary>
internal sealed class LetterItemParser : OrderedListItemParser
{
    /// <summary>XXXVIII is the longest numeral below 50; longer ones are words such as "mild".</summary>
    private const int LongestNumeral = 7;

    public LetterItemParser() =>
        OpeningCharacters = [.. Enumerable.Range('a', 26).Concat(Enumerable.Range('A', 26)).Select(letter => (char)letter)];

    public override bool TryParse(BlockProcessor state, char pendingBulletType, out ListInfo result)
    {
        result = default;
        var start = state.Start;
        while (char.IsAsciiLetter(state.CurrentChar) && state.Start - start <= LongestNumeral)
        {
            state.NextChar();
        }

        var mark = state.Line.Text.AsSpan(start, state.Start - start);
        var upper = char.IsAsciiLetterUpper(mark[0]);
        var (letters, numerals) = upper ? ('A', 'I') : ('a', 'i');
        var continues = pendingBulletType == letters || pendingBulletType == numerals;
        if (!continues && state.CurrentBlock is ParagraphBlock { IsOpen: true })
        {
            return false;
        }

        var asNumeral = pendingBulletType != letters && (mark.Length > 1 || pendingBulletType == numerals || mark is "i" or "I");
        var order = asNumeral ? RomanNumeral.Parse(mark) : mark.Length == 1 ? (mark[0] | 0x20) - 'a' + 1 : null;
        if (order is not { } number || !TryParseDelimiter(state, out var delimiter))
        {
            return false;
        }

        if (!continues && delimiter == '.' && number != 1)
        {
            return false;
        }

        result = new ListInfo(asNumeral ? numerals : letters, number.ToString(), delimiter, "1");
        return true;
    }
}
