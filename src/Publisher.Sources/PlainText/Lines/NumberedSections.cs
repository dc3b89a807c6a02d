namespace Publisher.Sources.PlainText.Lines;

/// <summary>
/// Finds headings that are counted without a full stop ("1 Scope", "2 Terms") or by name ("§ 1 Scope", "Article 2"): one such line may
/// be anything, but short lines of one kind are headings, figures if they count up from one with text between them.
/// </summary>
internal static class NumberedSections
{
    private const int LeastText = 2;

    // A heading is shorter than this share of long lines, in hundredths.
    private const int LongestHeading = 85;

    /// <summary>Marks the lines.</summary>
    public static void Find(string text, List<TextLine> lines)
    {
        var habits = new LineHabits(text, lines);
        FindNamed(text, lines, habits);
        var found = new List<TextLine>();
        var last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Mark is not null || !habits.IsShorter(i, LongestHeading) || Number(line.In(text)) != found.Count + 1)
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

    /// <summary>"§ 1 Scope": sets such lines apart if there are more of their kind.</summary>
    private static void FindNamed(string text, List<TextLine> lines, LineHabits habits)
    {
        var found = new List<(int Line, string Kind)>();
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var line = lines[i].In(text);
            if (lines[i].Mark is null && habits.IsShorter(i, LongestHeading) && LineWords.Start(lines[i + 1].In(text)) != LineStart.Lower
                && LineWords.End(line) == LineEnd.Word && (i == 0 || habits.EndsBlock(i - 1)) && SectionLabel.Of(line, null) is { IsNamed: true, Kind: { } kind })
            {
                found.Add((i, kind));
            }
        }

        foreach (var (i, _) in found.GroupBy(heading => heading.Kind).Where(kind => kind.Count() > 1).SelectMany(kind => kind))
        {
            lines[i].StartsBlock = true;
            lines[i + 1].StartsBlock = true;
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
