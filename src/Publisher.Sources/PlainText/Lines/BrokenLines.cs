namespace Publisher.Sources.PlainText.Lines;

/// <summary>Finds lines that an extraction broke at a raised figure, though both parts were printed on one line.</summary>
internal static class BrokenLines
{
    /// <summary>Marks the first part of each such line, and gives the second the width of both.</summary>
    /// <param name="text">The clean text.</param>
    /// <param name="lines">The lines of the flow.</param>
    /// <param name="measures">The measures of the text.</param>
    /// <param name="withMarks">Lines with the mark of a footnote, or lines that are one.</param>
    public static void Find(string text, List<TextLine> lines, Measures measures, HashSet<TextLine> withMarks)
    {
        var spaced = lines.Count(line => line.Space > 0) * 2 > lines.Count;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var (line, next) = (lines[i], lines[i + 1]);
            if (next.Mark is not null || LineWords.SectionDepth(next.In(text)) > 0 || (next.Space > 0 && !spaced && LineWords.End(line.In(text)) == LineEnd.Sentence) || line.Page != next.Page || LineWords.End(line.In(text)) is LineEnd.SoftHyphen)
            {
                continue;
            }

            var closes = LineWords.Start(next.In(text)) == LineStart.Closing;
            if (!closes && !EndsWithMark(text, line, next, withMarks))
            {
                continue;
            }

            if (next.FollowsNoteMark && LineWords.Start(next.In(text)) == LineStart.Lower)
            {
                line.GoesOn = true;
            }

            var both = line.Width + next.Width + (closes ? 0 : measures.Face.Blank);
            if (both <= measures.All.Max() + Measures.Tolerance(measures.Text) && (closes || IsFull(text, lines, i + 1, both, measures)))
            {
                line.GoesOn = true;
                next.Width = both;
                if (i + 2 < lines.Count && lines[i + 2].Space > 0)
                {
                    // The raised figure forced space between the lines.
                    lines[i + 2].Space = -1;
                }
            }
        }
    }

    private static bool EndsWithMark(string text, TextLine line, TextLine next, HashSet<TextLine> marked) =>
        next.FollowsNoteMark || (marked.Contains(line) && char.IsAsciiDigit(text[line.End - 1]));

    /// <summary>The joined line is as long as lines are: the next word would not have fitted, or the paragraph ends.</summary>
    private static bool IsFull(string text, List<TextLine> lines, int i, int width, Measures measures)
    {
        if (i + 1 >= lines.Count)
        {
            return true;
        }

        var room = width + measures.Face.Blank + measures.Face.Width(LineWords.FirstPiece(lines[i + 1].In(text)));
        return measures.All.Exists(measure => width <= measure + Measures.Tolerance(measure) && room > measure - Measures.Tolerance(measure))
            || LineWords.Start(lines[i].In(text)) == LineStart.Lower;
    }
}
