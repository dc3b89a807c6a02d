using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Blocks;

/// <summary>
/// Finds block quotations: units that are no items, set narrower than the text, or indented with all their lines where the
/// extraction keeps indents.
/// </summary>
internal static class Quotes
{
    private const int LeastIndent = 3;

    // Once or twice a narrow paragraph may be a bold one; a measure that comes again and again is a style.
    private const int LeastQuotes = 3;

    /// <summary>Gives quotations, and further paragraphs of list items, their kind.</summary>
    public static void Find(UnitView view)
    {
        var usual = UsualIndent(view);
        var narrow = NarrowMeasure(view);
        var often = view.Measures.All.Select((_, k) => view.Units.Count(unit => unit.Measure == k && unit.Lines.Count > 1 && unit.Kind == UnitKind.Paragraph) >= LeastQuotes).ToArray();
        for (var i = 1; i < view.Units.Count; i++)
        {
            var unit = view.Units[i];
            if (unit.Kind != UnitKind.Paragraph || unit.Mark is not null)
            {
                continue;
            }

            if (usual is { } indent && view.LinesOf(i).Min(line => line.Indent) >= indent + LeastIndent && IsBlock(view, i))
            {
                unit.Kind = view.Units[i - 1].Kind is UnitKind.Item or UnitKind.InItem && Math.Abs(view.FirstLine(i).Indent - view.FirstLine(i - 1).Indent) <= 1
                    ? UnitKind.InItem
                    : UnitKind.Quote;
            }
            else if (usual is null && unit.Lines.Count > 1 && view.Measures.All[unit.Measure] < narrow && (often[unit.Measure] || IsIntroduced(view, i)))
            {
                unit.Kind = UnitKind.Quote;
            }
        }
    }

    /// <summary>
    /// Narrow text alone is no proof, since bold text looks narrow as well: a colon or a quotation must lead to it, or lists that are
    /// set wider.
    /// </summary>
    private static bool IsIntroduced(UnitView view, int i) =>
        view.Measures.All[view.Units[i].Measure] >= view.Measures.Text
        || view.End(i - 1) == LineEnd.Colon
        || view.Units[i - 1].Kind == UnitKind.Quote
        || (view.Start(i) == LineStart.Opening && view.Last(i)[^1] is '"' or '“' or '”' or '»' or '«');

    /// <summary>More lines than one, or a neighbour that is indented as well: a single indented line may be a paragraph's first.</summary>
    private static bool IsBlock(UnitView view, int i)
    {
        if (view.Units[i].Lines.Count > 1)
        {
            return true;
        }

        var indent = view.FirstLine(i).Indent;
        return Matches(i - 1) || Matches(i + 1);

        bool Matches(int k) => k >= 0 && k < view.Units.Count && view.Units[k].Mark is null && view.Units[k].Lines.Count > 1 && view.LinesOf(k).All(line => Math.Abs(line.Indent - indent) <= 1);
    }

    /// <summary>
    /// Text narrower than this is quoted. The measure of most text is no quotation's, unless list items are set wider: then most of
    /// the text is quoted.
    /// </summary>
    private static int NarrowMeasure(UnitView view)
    {
        var items = view.Units.Where(unit => unit.Mark is not null && unit.Lines.Count > 1).Select(unit => view.Measures.All[unit.Measure]).ToArray();
        var widest = items.Length > 1 && items.Count(measure => measure > view.Measures.Text * 102 / 100) * 2 > items.Length;
        return widest ? view.Measures.Text * 101 / 100 : view.Measures.Text * 97 / 100;
    }

    /// <summary>The indent that text has further lines at, the smallest; null if no line has any, so that indents say nothing.</summary>
    private static int? UsualIndent(UnitView view)
    {
        var smallest = int.MaxValue;
        var any = false;
        for (var i = 0; i < view.Units.Count; i++)
        {
            foreach (var line in view.LinesOf(i).Skip(1))
            {
                smallest = view.Units[i].Mark is null ? Math.Min(smallest, line.Indent) : smallest;
                any |= line.Indent > 1;
            }
        }

        return any && smallest < int.MaxValue ? smallest : null;
    }
}
