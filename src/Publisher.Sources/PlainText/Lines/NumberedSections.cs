namespace Publisher.Sources.PlainText.Lines;

/// <summary>
/// Finds headings that are counted without a full stop ("1 Scope", "2 Terms"): one such line may be anything, but short lines that
/// count up from one with text between them are headings.
/// </summary>
internal static class NumberedSections
{
    private const int LeastText = 2;

    // A heading is shorter than this share of long lines, in hundredths.
    private const int LongestHeading = 85;

    /// <summary>Marks the lines.</summary>
    public static void Find(string text, List<TextLine> lines)
    {
        var lengths = lines.Select(line => line.End - line.Start).Order().ToArray();
        var longLine = lengths.Length == 0 ? 0 : lengths[lengths.Length * 3 / 4];
        var found = new List<TextLine>();
        var last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Mark is not null || (line.End - line.Start) * 100 >= longLine * LongestHeading || Number(line.In(text)) != found.Count + 1)
            {
                continue;
            }

            if (found.Count == 0 || HasText(text, lines, last, i))
            {
                found.Add(line);
                last = i;
            }
        }

        if (found.Count < 2)
        {
            return;
        }

        foreach (var line in found)
        {
            line.IsSection = true;
            line.StartsBlock = true;
        }
    }

    private static int? Number(ReadOnlySpan<char> line)
    {
        var word = LineWords.FirstWord(line);
        return word.Length <= 2 && int.TryParse(word, out var number) && line.Length > word.Length + 2 && char.IsUpper(line[word.Length + 1])
            && LineWords.End(line) == LineEnd.Word && !LineWords.IsMonth(LineWords.FirstWord(line[(word.Length + 1)..]))
                ? number
                : null;
    }

    private static bool HasText(string text, List<TextLine> lines, int from, int to)
    {
        var ends = false;
        for (var k = from + 1; k < to && !ends; k++)
        {
            ends = LineWords.EndsSentence(lines[k].In(text));
        }

        return ends && to - from > LeastText;
    }
}
