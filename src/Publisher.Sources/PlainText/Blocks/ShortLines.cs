using Publisher.Model.Blocks;
using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Blocks;

/// <summary>
/// Keeps together what is no running text: a long row of short lines without the end of a sentence is a table whose columns were
/// lost, a programme or a list of names. Its lines keep their ends; empty lines part it where the extraction prints them.
/// </summary>
internal static class ShortLines
{
    private const int LeastLines = 12;

    // Lines of running text are at least so full, in hundredths of the measure.
    private const int MostFill = 62;

    /// <summary>Joins the units of such rows.</summary>
    public static void Find(UnitView view)
    {
        for (var i = 1; i < view.Units.Count; i++)
        {
            var last = i;
            var lines = 0;
            while (last < view.Units.Count && IsShort(view, last))
            {
                lines += view.Units[last].Lines.Count;
                last++;
            }

            if (lines >= LeastLines)
            {
                Join(view, i, last);
            }
            else
            {
                i = Math.Max(i, last - 1);
            }
        }
    }

    private static void Join(UnitView view, int first, int end)
    {
        var units = view.Units.GetRange(first, end - first);

        // Some extractions print an empty line behind every line.
        var spaces = Enumerable.Range(first, units.Count).SelectMany(view.LinesOf).Select(line => line.Space).ToList();
        var usual = spaces.Count(space => space > 0) * 10 > spaces.Count * 9 ? 1 : 0;
        var joined = new List<Unit>();
        foreach (var unit in units)
        {
            var line = view.FirstLineOf(unit);
            if (joined.Count == 0 || line.Space > usual)
            {
                joined.Add(new Unit { Lines = [.. unit.Lines], Measure = unit.Measure, KeepsLines = true });
            }
            else
            {
                joined[^1].Lines.AddRange(unit.Lines);
            }
        }

        view.Units.RemoveRange(first, units.Count);
        view.Units.InsertRange(first, joined);
    }

    private static bool IsShort(UnitView view, int i)
    {
        var unit = view.Units[i];
        return unit.Kind == UnitKind.Paragraph && unit.Role == ParagraphRole.Body && unit.Mark is null
            && view.End(i) is not (LineEnd.Sentence or LineEnd.Colon or LineEnd.Semicolon)
            && view.LinesOf(i).All(line => line.Width * 100L < view.Measures.Text * (long)MostFill && line.HeadingLevel == 0);
    }
}
