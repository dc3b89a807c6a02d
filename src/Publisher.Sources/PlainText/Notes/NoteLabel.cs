namespace Publisher.Sources.PlainText.Notes;

/// <summary>How the labels of notes are set.</summary>
internal enum LabelForm : byte
{
    /// <summary>1 or 1 alone on its line.</summary>
    Figure,

    /// <summary>¹</summary>
    Raised,

    /// <summary>[1]</summary>
    Brackets,

    /// <summary>(1)</summary>
    Parentheses,

    /// <summary>1.</summary>
    FullStop,

    /// <summary>1)</summary>
    Parenthesis,

    /// <summary>*, **, †</summary>
    Sign,
}

/// <summary>What may be the label of a note.</summary>
/// <param name="Number">The number it shows; for a sign its place among the signs.</param>
/// <param name="Line">Index of its line.</param>
/// <param name="Start">Offset in the clean text.</param>
/// <param name="Length">Its length, brackets and full stop included.</param>
internal readonly record struct NoteLabel(int Number, int Line, int Start, int Length)
{
    // A text with more notes than this numbers something else.
    private const int MostDigits = 3;

    /// <summary>The label that a text begins with; null if it begins with none.</summary>
    public static (LabelForm Form, int Number, int Length)? Read(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        if (NoteSigns.Read(text) is { } sign)
        {
            var followed = sign.Length == text.Length || char.IsWhiteSpace(text[sign.Length]) || char.IsUpper(text[sign.Length]);
            return followed ? (LabelForm.Sign, sign.Number, sign.Length) : null;
        }

        if (NoteSigns.ReadRaised(text) is { } raised)
        {
            return (LabelForm.Raised, raised.Number, raised.Length);
        }

        var open = text[0] is '[' or '(' ? 1 : 0;
        var digits = text[open..].IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? text.Length - open : digits;
        if (digits is 0 or > MostDigits || text[open] == '0')
        {
            return null;
        }

        var number = int.Parse(text.Slice(open, digits));
        var end = open + digits;
        var next = end < text.Length ? text[end] : ' ';
        if (open == 1)
        {
            return (text[0], next) switch
            {
                ('[', ']') => (LabelForm.Brackets, number, end + 1),
                ('(', ')') => (LabelForm.Parentheses, number, end + 1),
                _ => null,
            };
        }

        if (next is '.' or ')')
        {
            var isSetOff = end + 1 == text.Length || char.IsWhiteSpace(text[end + 1]);
            return isSetOff ? (next == '.' ? LabelForm.FullStop : LabelForm.Parenthesis, number, end + 1) : null;
        }

        return char.IsWhiteSpace(next) || char.IsUpper(next) ? (LabelForm.Figure, number, end) : null;
    }
}
