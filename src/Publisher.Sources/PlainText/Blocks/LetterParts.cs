using System.Buffers;
using Publisher.Model.Blocks;
using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Blocks;

/// <summary>
/// Finds the parts of a letter or press release that are no running text: dateline, addressee, salutation, valediction, signature
/// and contact. Lines of an address become one paragraph that keeps its line ends.
/// </summary>
internal static class LetterParts
{
    private const int TopUnits = 14;
    private const int MostAddressLines = 9;
    private const int LongestLine = 70;

    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789. ");

    private static readonly string[] Contacts =
        ["Pressekontakt", "Kontakt", "Rückfragen", "Für Rückfragen", "Ansprechpartner", "Ansprechpersonen", "Medienkontakt", "Contact", "Press contact", "Media contact", "Contact presse", "Contacts presse"];

    // What stands below the signatures.
    private static readonly string[] Appendices =
        ["Hinweis", "Anlage", "Anhang", "Hintergrund", "Über ", "Erstunterzeichn", "Unterzeichn", "Mitzeichn", "Quellen", "Zum Verein", "Zur Organisation",
        "Notes", "About ", "Background", "Annex", "Appendix", "Signatories", "Signed by", "Sources", "Notes aux", "À propos", "Contexte", "Annexe", "Signataires", "Premiers signataires"];

    private static readonly string[] Channels = ["Tel", "Fon", "Fax", "Telefax", "Mobil", "Handy", "E-Mail", "Email", "Mail:", "Web", "Internet:", "Phone", "Mobile", "Portable", "Courriel", "Mél", "Télé"];

    private static readonly SearchValues<char> Numbers = SearchValues.Create("0123456789@:");

    private static readonly string[] Addressees = ["An ", "An:", "Herrn ", "Frau ", "To:", "À l’attention", "À l'attention", "z. Hd."];

    private static readonly string[] Announcements =
        ["Pressemitteilung", "Presseinformation", "Presseerklärung", "Pressemeldung", "Medienmitteilung", "Medieninformation", "Sperrfrist", "Sperrvermerk", "Zur sofortigen Veröffentlichung", "Frei zur Veröffentlichung",
        "Press release", "Media release", "News release", "Press statement", "Embargo", "For immediate release", "Communiqué", "Sous embargo", "Pour diffusion immédiate"];

    /// <summary>True for a line that announces what follows, as "Press release no. 7" or "Embargo: 9 May, 10 am" does: no title while there is another.</summary>
    public static bool IsAnnouncement(ReadOnlySpan<char> line) => line.Length <= LongestLine && StartsWith(line, Announcements, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a line that says where to write or to call: a post town, "Tel. …", "E-Mail: …".</summary>
    public static bool IsContactLine(ReadOnlySpan<char> line) =>
        IsPostTown(line) || (StartsWith(line, Channels, StringComparison.OrdinalIgnoreCase) && line.ContainsAny(Numbers));

    /// <summary>True for a line that announces what stands below the text: "About …", "Sources".</summary>
    public static bool IsAppendix(ReadOnlySpan<char> line) => line.Length <= LongestLine && StartsWith(line, Appendices);

    /// <summary>Gives the units their roles and joins those that are one part.</summary>
    public static void Find(UnitView view)
    {
        SplitHead(view);
        FindAddressee(view);
        for (var i = 0; i < view.Units.Count; i++)
        {
            if (!IsShortParagraph(view, i))
            {
                continue;
            }

            var line = view.First(i);
            if (IsDateline(view, i))
            {
                view.Units[i].Role = ParagraphRole.Dateline;
            }
            else if (view.Units[i].Lines.Count == 1 && LetterLines.IsSalutation(line))
            {
                view.Units[i].Role = ParagraphRole.Salutation;
            }
            else if (view.Units[i].Lines.Count == 1 && LetterLines.IsValediction(line))
            {
                view.Units[i].Role = ParagraphRole.Valediction;
                Join(view, i + 1, ParagraphRole.Signature);
            }
            else if (StartsWith(line, Contacts) && view.End(i) is LineEnd.Colon or LineEnd.Word && i + 1 < view.Units.Count && IsAddressLine(view, i + 1))
            {
                // The word alone, without a colon, heads what follows.
                var first = view.Units[i].Lines.Count == 1 && view.End(i) == LineEnd.Word && !line.ContainsAny(Numbers) ? i + 1 : i;
                if (!JoinContacts(view, first))
                {
                    Join(view, first, ParagraphRole.Contact);
                }
            }
        }
    }

    /// <summary>Datelines and announcements at the top stand by themselves, though they may be as narrow as the title below or above.</summary>
    private static void SplitHead(UnitView view)
    {
        for (var i = 0; i < Math.Min(TopUnits, view.Units.Count); i++)
        {
            var unit = view.Units[i];
            if (unit.Lines.Count == 1 || unit.Lines.Count > MostAddressLines || !IsShortParagraph(view, i))
            {
                continue;
            }

            var cut = Enumerable.Range(1, unit.Lines.Count - 1).FirstOrDefault(k => StandsAlone(unit.Lines[k - 1]) != StandsAlone(unit.Lines[k]) || IsDate(view.InLine(unit.Lines[k])));
            if (cut > 0)
            {
                view.Units[i] = new Unit { Lines = unit.Lines[..cut], Measure = unit.Measure };
                view.Units.Insert(i + 1, new Unit { Lines = unit.Lines[cut..], Measure = unit.Measure });
            }
        }

        bool StandsAlone(int line) => IsAnnouncement(view.InLine(line)) || IsDate(view.InLine(line));
    }

    /// <summary>The address field stands above salutation, title or text: lines from "An" to the post town.</summary>
    private static void FindAddressee(UnitView view)
    {
        for (var i = 0; i < Math.Min(TopUnits, view.Units.Count); i++)
        {
            if (!IsShortParagraph(view, i) || !StartsWith(view.First(i), Addressees))
            {
                continue;
            }

            var last = i;
            while (last + 1 < view.Units.Count && last - i < MostAddressLines && IsShortParagraph(view, last + 1) && !IsDateline(view, last + 1) && !LetterLines.IsSalutation(view.First(last + 1)))
            {
                last++;
                if (IsPostTown(view.Last(last)))
                {
                    Merge(view, i, last, ParagraphRole.Addressee);
                    return;
                }
            }

            if (view.Units[i].Lines.Count > 1 && view.LinesOf(i).Any(line => IsPostTown(view.In(line))))
            {
                Merge(view, i, i, ParagraphRole.Addressee);
                return;
            }
        }
    }

    /// <summary>Joins the short lines that follow, if there are any, to one part.</summary>
    private static void Join(UnitView view, int first, ParagraphRole role)
    {
        var last = first - 1;
        while (last + 1 < view.Units.Count && last + 1 - first < MostAddressLines && IsShortParagraph(view, last + 1)
            && (last + 1 == first || role == ParagraphRole.Signature || IsAddressLine(view, last + 1))
            && !(last >= first && (StartsWith(view.First(last + 1), Contacts) || HeadsText(view, last + 1))))
        {
            last++;
        }

        if (last >= first)
        {
            Merge(view, first, last, role);
        }
    }

    /// <summary>Makes each of several contacts below each other a part of its own; false if there are no two.</summary>
    private static bool JoinContacts(UnitView view, int first)
    {
        var lines = new List<int>();
        var (last, end) = (first - 1, 0);
        for (var i = first; i < view.Units.Count && IsAddressLine(view, i) && lines.Count - end <= MostAddressLines && !(i > first && (StartsWith(view.First(i), Contacts) || HeadsText(view, i))); i++)
        {
            lines.AddRange(view.Units[i].Lines);
            if (view.LinesOf(i).Any(line => ContactLines.HasContact(view.In(line))))
            {
                (last, end) = (i, lines.Count);
            }
        }

        lines.RemoveRange(end, lines.Count - end);
        var starts = StartsOfContacts(view, lines);
        if (starts.Count < 2)
        {
            return false;
        }

        var measure = view.Units[first].Measure;
        view.Units.RemoveRange(first, last - first + 1);
        view.Units.InsertRange(first, starts.Select((start, k) => new Unit
        {
            Lines = lines[start..(k + 1 < starts.Count ? starts[k + 1] : lines.Count)],
            Measure = measure,
            Role = ParagraphRole.Contact,
            KeepsLines = true,
        }));
        return true;
    }

    /// <summary>
    /// Where the contacts begin in a row of lines: each has what most have, a mail address, a telephone number or both, and the next
    /// begins behind it with a line that has neither. A single one if no two can be told.
    /// </summary>
    /// <param name="view">The units.</param>
    /// <param name="lines">Indices of the lines.</param>
    private static List<int> StartsOfContacts(UnitView view, List<int> lines)
    {
        var starts = new List<int> { 0 };
        var (mails, phones) = (lines.Count(line => ContactLines.HasMail(view.InLine(line))), lines.Count(line => ContactLines.HasPhone(view.InLine(line))));
        var (mail, phone) = (false, false);
        for (var i = 0; i < lines.Count; i++)
        {
            var text = view.InLine(lines[i]);
            var (hasMail, hasPhone) = (ContactLines.HasMail(text), ContactLines.HasPhone(text));
            var isComplete = (mail || mails < 2) && (phone || phones < 2);
            if (!hasMail && !hasPhone && (mail || phone) && (isComplete || view.IsSetOffLine(lines[i])) && Math.Max(mails, phones) > 1)
            {
                starts.Add(i);
                (mail, phone) = (false, false);
            }

            mail |= hasMail;
            phone |= hasPhone;
        }

        return starts;
    }

    /// <summary>A line set off from the signatures and close above running text is a heading, and so is one that says what follows.</summary>
    private static bool HeadsText(UnitView view, int i) =>
        view.Units[i].Lines.Count == 1 && i + 1 < view.Units.Count && !IsShortParagraph(view, i + 1)
        && (StartsWith(view.First(i), Appendices) || (view.IsSetOff(i) && !view.IsSetOff(i + 1)));

    private static void Merge(UnitView view, int first, int last, ParagraphRole role)
    {
        var units = view.Units.GetRange(first, last - first + 1);
        view.Units.RemoveRange(first, units.Count);
        view.Units.Insert(first, new Unit { Lines = units.SelectMany(unit => unit.Lines).ToList(), Measure = units[0].Measure, Role = role, KeepsLines = true });
    }

    private static bool IsShortParagraph(UnitView view, int i)
    {
        if (view.Units[i].Kind != UnitKind.Paragraph || view.Units[i].Mark is not null || view.Units[i].Role != ParagraphRole.Body)
        {
            return false;
        }

        return view.LinesOf(i).All(line => line.End - line.Start <= LongestLine) && (view.End(i) is not (LineEnd.Sentence or LineEnd.Semicolon) || IsSociety(view.Last(i))) && view.Units[i].Lines.Count <= MostAddressLines;
    }

    /// <summary>A line with a name, a street, a telephone number, an address: short, and without the end of a sentence.</summary>
    private static bool IsAddressLine(UnitView view, int i) =>
        IsShortParagraph(view, i) && view.End(i) != LineEnd.Colon;

    /// <summary>A society's name ends with its legal form, which ends no sentence.</summary>
    private static bool IsSociety(ReadOnlySpan<char> line) => line.EndsWith(" e. V.") || line.EndsWith(" e.\u00A0V.") || line.EndsWith(" i. L.") || line.EndsWith(" Ltd.") || line.EndsWith(" Inc.");

    private static bool IsPostTown(ReadOnlySpan<char> line) =>
        line.Length > 6 && line.Length < 40 && line[..5].IndexOfAnyExceptInRange('0', '9') < 0 && line[5] == ' ' && char.IsUpper(line[6]);

    private static bool IsDateline(UnitView view, int i)
    {
        return view.Units[i].Lines.Count == 1 && (i < TopUnits || i >= view.Units.Count - 8) && IsDate(view.First(i));
    }

    /// <summary>"Berlin, 3. März 2025", "Düsseldorf, den 03.03.2025", "Le 14 octobre 2023", "Hannover | 9. November 2023".</summary>
    private static bool IsDate(ReadOnlySpan<char> line)
    {
        if (line.Length > 45)
        {
            return false;
        }

        var digit = line.IndexOfAnyInRange('0', '9');
        var year = line.Length > 8 && line[^4..].IndexOfAnyExceptInRange('0', '9') < 0 && line[^4] is '1' or '2' && line[^5] is ' ' or '.';
        if (digit < 0 || !year || digit >= line.Length - 4)
        {
            return false;
        }

        var before = line[..digit].TrimEnd();
        var place = before.EndsWith(", den") ? before[..^5] : before.EndsWith(", le") ? before[..^4] : before.TrimEnd(',');
        var date = line[digit..];
        var startsWithMonth = LineWords.IsMonth(before);
        var hasMonth = startsWithMonth || (date.IndexOfAnyExcept(Figures) < 0 && date.Count('.') == 2);
        foreach (var word in date.Split(' '))
        {
            hasMonth |= LineWords.IsMonth(date[word]);
        }

        return hasMonth && place.Count(' ') <= 2 && (place.IsEmpty || startsWithMonth || place.SequenceEqual("Le") || (before.Length > place.Length && char.IsUpper(place[0])));
    }

    private static bool StartsWith(ReadOnlySpan<char> line, string[] beginnings, StringComparison comparison = StringComparison.Ordinal)
    {
        foreach (var beginning in beginnings)
        {
            if (line.StartsWith(beginning, comparison))
            {
                return true;
            }
        }

        return false;
    }
}
