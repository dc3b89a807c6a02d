using Publisher.Model.Blocks;
using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Blocks;

/// <summary>Finds title and subtitle at the top.</summary>
internal static class Titles
{
    private const int LongestTitle = 300;

    /// <summary>Gives title and subtitle their kind.</summary>
    /// <param name="view">The units.</param>
    /// <param name="titleIsStated">True if the metadata state a title; the text's own first line is then left as it stands.</param>
    public static void Find(UnitView view, bool titleIsStated)
    {
        // A letter has address and date above its subject.
        var first = view.Units.FindIndex(unit => unit.Role is not (ParagraphRole.Addressee or ParagraphRole.Dateline));
        if (titleIsStated || first < 0 || view.Units.Count < first + 2 || !IsTitle(view, first))
        {
            return;
        }

        view.Units[first].Kind = UnitKind.Title;
        if (view.Units.Count > first + 2 && IsTitle(view, first + 1) && view.Start(first + 1) == LineStart.Lower)
        {
            view.Units[first + 1].Kind = UnitKind.Subtitle;
        }
    }

    private static bool IsTitle(UnitView view, int i)
    {
        var end = view.End(i);
        var short1 = view.Units[i].Lines.Count <= 2 && view.Fill(i) < 1.2;
        return view.Units[i].Mark is null
            && view.Units[i].Kind != UnitKind.Table
            && view.Units[i].Role == ParagraphRole.Body
            && view.Length(i) <= LongestTitle
            && view.Units[i].Lines.Count <= 4
            && (end is LineEnd.Word or LineEnd.Link || (short1 && end is LineEnd.Sentence && !view.Last(i).EndsWith(".") | view.Last(i).EndsWith("...")));
    }
}
