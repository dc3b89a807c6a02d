using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Furniture;

/// <summary>Finds the targets of links that an extraction printed below the text of their page.</summary>
internal static class DroppedLinks
{
    /// <summary>
    /// Finds targets that stand out from a text whose lines end with blanks, since they have none. Each group of them ends a page, for
    /// extractions that print no form feeds.
    /// </summary>
    public static void FindAtPageEnds(string text, List<TextLine> lines)
    {
        var flow = lines.Count(line => line.Role == LineRole.Flow);
        if (lines.Count(line => line.Role == LineRole.Flow && line.Trailing > 0) * 10 <= flow * 7)
        {
            return;
        }

        var isPaged = lines[^1].Page > 0;
        var page = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            var (before, line) = (lines[i - 1], lines[i]);
            if (line.Role == LineRole.Flow && IsAddress(line.In(text)) && line.Trailing == 0 && (before.Role == LineRole.LinkTarget || before.Trailing > 0))
            {
                line.Role = LineRole.LinkTarget;
            }
            else if (before.Role == LineRole.LinkTarget)
            {
                page++;
            }

            line.Page = isPaged ? line.Page : page;
        }
    }

    /// <summary>Finds lines that are nothing but one web address, while the line before does not lead to it.</summary>
    public static void Find(string text, List<TextLine> lines)
    {
        TextLine? before = null;
        foreach (var line in lines)
        {
            if (line.Role is not (LineRole.Flow or LineRole.LinkTarget))
            {
                continue;
            }

            if (before is not null && line.Role == LineRole.Flow && line.Mark is null && IsAddress(line.In(text))
                && (before.Role == LineRole.LinkTarget || LineWords.End(before.In(text)) == LineEnd.Sentence))
            {
                line.Role = LineRole.LinkTarget;
            }

            before = line;
        }
    }

    private static bool IsAddress(ReadOnlySpan<char> line) => LineWords.IsAddress(line) && line.Length > 12 && line.IndexOfAny(' ', '\t') < 0;
}
