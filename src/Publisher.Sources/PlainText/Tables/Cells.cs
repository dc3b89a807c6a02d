using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Tables;

/// <summary>What cells of tables look like.</summary>
internal static class Cells
{
    /// <summary>True for a number, a date, an amount or a version: figures, with hardly a letter.</summary>
    public static bool IsFigure(ReadOnlySpan<char> text)
    {
        int digits = 0, letters = 0;
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return digits > 0 && letters <= 3 && letters <= digits && (char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '−' or '€' or '$' or '~' or '(');
    }

    /// <summary>The parts of a line that two or more blanks set apart, with their columns.</summary>
    public static List<Segment> Split(string text, TextLine line)
    {
        var segments = new List<Segment>();
        var start = line.Start;
        for (var i = line.Start; i < line.End; i++)
        {
            if (!IsBlank(text[i]) || i + 1 >= line.End || !IsBlank(text[i + 1]))
            {
                continue;
            }

            var end = i;
            while (IsBlank(text[i]))
            {
                i++;
            }

            segments.Add(new Segment(start, end, line.Indent + start - line.Start));
            start = i;
        }

        segments.Add(new Segment(start, line.End, line.Indent + start - line.Start));
        return segments;
    }

    private static bool IsBlank(char c) => c is ' ' or '\u00A0';
}

/// <summary>A part of a line that blanks set apart.</summary>
/// <param name="Start">Offset of its first character in the clean text.</param>
/// <param name="End">Offset behind its last.</param>
/// <param name="Column">Where it begins, in columns.</param>
internal readonly record struct Segment(int Start, int End, int Column)
{
    /// <summary>Number of characters.</summary>
    public int Length => End - Start;

    /// <summary>Column behind its last character.</summary>
    public int EndColumn => Column + Length;
}
