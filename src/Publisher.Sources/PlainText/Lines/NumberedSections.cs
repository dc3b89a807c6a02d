namespace Publisher.Sources.PlainText.Lines;

/// <summary>
/// Finds headings that are counted without a full stop ("1 Scope", "2 Terms") or by name ("§ 1 Scope", "Article 2"): one such line may
/// be anything, but short lines that count with text between them are headings.
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
        FindNamed(text, lines, longLine);
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

    /// <summary>"§ 1 Scope": sets such lines apart if there are more of their kind, whatever the lines around them look like.</summary>
    private static void FindNamed(string text, List<TextLine> lines, int longLine)
    {
        var byKind = new Dictionary<string, int>(StringComparer.Ordinal);
        var found = new List<int>();
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var line = lines[i].In(text);
            if (lines[i].Mark is null && line.Length * 100 < longLine * LongestHeading && LineWords.Start(lines[i + 1].In(text)) != LineStart.Lower
                && LineWords.End(line) == LineEnd.Word && (i == 0 || EndsBlock(text, lines, i - 1, longLine)) && SectionLabel.Of(line, null) is { IsNamed: true } label)
            {
                byKind[label.Kind!] = byKind.GetValueOrDefault(label.Kind!) + 1;
                found.Add(i);
            }
        }

        foreach (var i in found)
        {
            if (byKind[SectionLabel.Of(lines[i].In(text), null).Kind!] > 1)
            {
                lines[i].StartsBlock = true;
                lines[i + 1].StartsBlock = true;
            }
        }
    }

    private static bool EndsBlock(string text, List<TextLine> lines, int i, int longLine) =>
        LineWords.EndsSentence(lines[i].In(text)) || lines[i + 1].Space > 0 || lines[i].Page != lines[i + 1].Page || (lines[i].End - lines[i].Start) * 100 < longLine * LongestHeading;

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
