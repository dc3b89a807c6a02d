using Publisher.Model.Blocks;
using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Blocks;

/// <summary>Finds title and subtitle at the top.</summary>
internal static class Titles
{
    private const int LongestTitle = 300;

    // A letterhead has a few short blocks.
    private const int MostHeadUnits = 12;
    private const double MostHeadFill = 0.85;
    private const int MostAnnouncements = 4;

    /// <summary>Gives title and subtitle their kind.</summary>
    /// <param name="view">The units.</param>
    /// <param name="titleIsStated">True if the metadata state a title; the text's own first line is then left as it stands.</param>
    public static void Find(UnitView view, bool titleIsStated)
    {
        var first = titleIsStated ? -1 : Subject(view) ?? TopLine(view);
        if (first < 0 || view.Units.Count < first + 2 || !IsTitle(view, first))
        {
            return;
        }

        KeepHead(view, ref first);
        view.Units[first].Kind = UnitKind.Title;
        if (view.Units.Count > first + 2 && IsTitle(view, first + 1)
            && (view.Start(first + 1) == LineStart.Lower || (view.Label(first + 1).Kind is null && view.Label(first + 2).Kind is not null && view.Units[first + 2].Kind == UnitKind.Paragraph)))
        {
            view.Units[first + 1].Kind = UnitKind.Subtitle;
        }
    }

    /// <summary>
    /// A letter has its subject right above the salutation, below sender, address and date; null if this is no such letter. Running
    /// text above it would be no letterhead.
    /// </summary>
    private static int? Subject(UnitView view)
    {
        var salutation = view.Units.FindIndex(unit => unit.Role == ParagraphRole.Salutation);
        var subject = salutation - 1;
        while (subject > 0 && IsAddressOrDate(view.Units[subject]))
        {
            subject--;
        }

        if (subject < 1 || subject > MostHeadUnits || !IsTitle(view, subject) || IsAddressOrDate(view.Units[subject]))
        {
            return null;
        }

        var hasAddress = false;
        for (var i = 0; i < subject; i++)
        {
            if (!IsAddressOrDate(view.Units[i]) && (!IsTitle(view, i) || view.Fill(i) > MostHeadFill * view.Units[i].Lines.Count))
            {
                return null;
            }

            hasAddress |= IsAddressOrDate(view.Units[i]);
        }

        return hasAddress ? subject : null;
    }

    /// <summary>The first unit that could be the title: address, date and announcements ("Press release no. 7") stand above it.</summary>
    private static int TopLine(UnitView view)
    {
        var first = view.Units.FindIndex(unit => !IsAddressOrDate(unit));
        var title = first;
        while (title >= 0 && title + 2 < view.Units.Count && title < first + MostAnnouncements && (IsAddressOrDate(view.Units[title]) || LetterParts.IsAnnouncement(view.First(title))))
        {
            title++;
        }

        return title > first && IsTitle(view, title) && !LetterParts.IsAnnouncement(view.First(title)) ? title : first;
    }

    private static bool IsAddressOrDate(Unit unit) => unit.Role is ParagraphRole.Addressee or ParagraphRole.Dateline;

    /// <summary>What stands above the title is no heading: the sender, an embargo. Lines that follow one another at once are one block.</summary>
    private static void KeepHead(UnitView view, ref int title)
    {
        for (var i = 0; i < title; i++)
        {
            var unit = view.Units[i];
            if (IsAddressOrDate(unit))
            {
                continue;
            }

            unit.KeepsLines = true;
            if (i > 0 && view.Units[i - 1].Role == ParagraphRole.Body && view.Space(i) == 0)
            {
                view.Units[i - 1].Lines.AddRange(unit.Lines);
                view.Units.RemoveAt(i--);
                title--;
            }
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
