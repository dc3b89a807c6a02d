namespace Publisher.Sources.PlainText.Lines;

/// <summary>Measures lines in the advance widths of a common text face.</summary>
internal sealed class TypeFace
{
    /// <summary>Base letters of U+00C0 to U+017F, which are as wide as the letters with diacritics.</summary>
    private const string BaseLetters =
        "AAAAAAMCEEEEIIIIDNOOOOO+OUUUUYPbaaaaaamceeeeiiiidnooooo+ouuuuypy"
        + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiMmJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoMmRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzf";

    private readonly short[] _widths;

    /// <param name="widths">Advance widths as <see cref="FaceWidths"/> has them.</param>
    public TypeFace(short[] widths) => _widths = widths;

    /// <summary>The faces to choose from.</summary>
    public static TypeFace[] Common { get; } = [.. FaceWidths.All.Select(widths => new TypeFace(widths))];

    /// <summary>Width of a blank in thousandths of an em.</summary>
    public int Blank => _widths[0];

    /// <summary>Width of a hyphen in thousandths of an em.</summary>
    public int Hyphen => _widths['-' - ' '];

    /// <summary>Width of a text in thousandths of an em; runs of blanks count once, since justified lines are padded with them.</summary>
    public int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        var blank = false;
        foreach (var c in text)
        {
            // PERF: most characters are ASCII; this loop takes a quarter of the time of reading.
            if (c is > ' ' and < '\u007F')
            {
                width += _widths[c - ' '];
                blank = false;
            }
            else if (char.IsWhiteSpace(c))
            {
                width += blank ? 0 : Blank;
                blank = true;
            }
            else
            {
                width += Other(c);
                blank = false;
            }
        }

        return width;
    }

    private int Other(char c) => FaceWidths.Further.IndexOf(c, StringComparison.Ordinal) is >= 0 and var further ? _widths['\u007F' - ' ' + further] : c switch
    {
        >= '\u00C0' and <= '\u017F' => _widths[BaseLetters[c - '\u00C0'] - ' '],
        '‹' or '›' or '·' => _widths['\'' - ' '] * 5 / 4,
        '→' => 1000,
        '\u2011' or '\u00AD' => Hyphen,
        >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' => 1000,
        _ => _widths['n' - ' '],
    };
}
