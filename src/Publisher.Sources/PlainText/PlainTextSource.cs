using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Diagnostics;
using Publisher.Sources.PlainText.Blocks;
using Publisher.Sources.PlainText.Characters;
using Publisher.Sources.PlainText.Lines;
using Publisher.Sources.PlainText.Notes;
using Publisher.Sources.PlainText.Paragraphs;
using Publisher.Sources.PlainText.Tables;
using Publisher.Sources.PlainText.Words;

namespace Publisher.Sources.PlainText;

/// <summary>
/// Plain text as a copy or an extraction from a PDF leaves it: gives back the document that its author wrote. The steps stand in
/// order in <see cref="Read"/>, a folder each; none of them loses a word, and each records what it takes out.
/// </summary>
public sealed class PlainTextSource : ISource
{
    /// <inheritdoc/>
    public string Name => "text";

    /// <inheritdoc/>
    public ValueList<string> Extensions => [".txt", ".text"];

    /// <inheritdoc/>
    public Document Read(SourceFile file, out string? decoded)
    {
        ArgumentNullException.ThrowIfNull(file);

        var galley = Galley.Of(file);
        decoded = galley.Clean.Source;
        var (clean, lines, notes) = (galley.Clean, galley.Lines, galley.Notes);
        var (text, stated, language) = (clean.Text, galley.Stated, galley.Language);
        var units = UnitsOf(galley, out var doubtful);
        var view = new UnitView(text, lines, units, galley.Measures, language ?? "");
        if (galley.LosesMarks)
        {
            // Which units are items is known only now; that an item begins with a line tells more about the lines around it.
            LostMarks.Assign(view, galley.MarkedBlocks, galley.TrailingMarks);
            units = UnitsOf(galley with { MarkedBlocks = [], TrailingMarks = [] }, out doubtful);
            view = new UnitView(text, lines, units, galley.Measures, language ?? "");
        }

        LetterParts.Find(view);
        Titles.Find(view, titleIsStated: !stated.Metadata.Title.IsEmpty);
        ShortLines.Find(view);
        Headings.Find(view);
        Items.Find(view);
        Quotes.Find(view);
        GiveBackMarks(lines, units);

        // Lines to inlines: hyphens, note marks, links.
        var hyphens = new LineEndHyphens(new Vocabulary(text, lines), TellsHyphensApart(text, lines), galley.Measures.DividesWords, language ?? "");
        var writer = new LineWriter(clean, lines, galley.Measures, hyphens, galley.NoteMarks);
        var builder = new BlockBuilder(clean, writer, units);
        var metadata = stated.Metadata with { Language = language ?? "und" };
        if (metadata.Title.IsEmpty)
        {
            metadata = metadata with { Title = builder.LineOf(UnitKind.Title), Subtitle = metadata.Subtitle.IsEmpty ? builder.LineOf(UnitKind.Subtitle) : metadata.Subtitle };
        }

        var references = lines.Where(line => line.Role == LineRole.LinkTarget).Select(line => ReferenceOf(clean, line)).ToValueList();
        return Leftovers.PutBack(clean, stated.TextOffset, new Document
        {
            Metadata = metadata,
            Blocks = builder.Blocks(),
            Footnotes = notes.Select(note => NoteOf(note, writer)).ToValueList(),
            LinkReferences = references,
            Changes = Together(clean, writer.Changes.Concat(builder.Changes).Concat(TakenOut(clean, lines, units, notes)).Concat(galley.AuthorMarks.Select(mark => Taken(clean, mark.Start, mark.Length, CorrectionRules.BlockMark)))),
            Diagnostics = stated.Diagnostics
                .Concat(galley.Guess is null ? [] : [galley.Guess])
                .Concat(references.Select(Explain))
                .Concat(Doubts.Explain(galley, units, doubtful))
                .OrderBy(diagnostic => diagnostic.Span.Offset)
                .ToValueList(),
        });
    }

    private static List<Unit> UnitsOf(Galley galley, out List<int> doubtful)
    {
        var units = ParagraphDivider.Divide(galley, ParagraphWeights.Fitted, out doubtful).ConvertAll(group => new Unit
        {
            Lines = galley.Flow.GetRange(group.First, group.Count),
            Measure = group.Measure,
            Mark = galley.FlowLines[group.First].Mark,
        });
        AddTables(units, galley.Lines, galley.Tables);
        return units;
    }

    private static void AddTables(List<Unit> units, List<TextLine> lines, List<TableDraft> tables)
    {
        if (tables.Count == 0)
        {
            return;
        }

        var starts = tables.ToDictionary(table => table.Lines.First());
        for (var i = 0; i < lines.Count; i++)
        {
            if (starts.TryGetValue(lines[i], out var table))
            {
                units.Add(new Unit { Lines = [i], Measure = 0, Kind = UnitKind.Table, Table = table });
            }
        }

        units.Sort((a, b) => a.Lines[0].CompareTo(b.Lines[0]));
    }

    /// <summary>A number that turned out to be part of a heading or title is part of its text.</summary>
    private static void GiveBackMarks(List<TextLine> lines, List<Unit> units)
    {
        foreach (var unit in units)
        {
            var line = lines[unit.Lines[0]];
            if (unit.Kind != UnitKind.Item && unit.Mark is { } mark && line.Mark == mark && line.HasOwnMark)
            {
                line.Start = mark.Start;
            }
        }
    }

    /// <summary>A text that prints U+2010 at line ends and nowhere else divides words with it; its hyphen-minus belongs to the words.</summary>
    private static bool TellsHyphensApart(string text, List<TextLine> lines)
    {
        var soft = 0;
        foreach (var line in lines)
        {
            soft += line.In(text) is [.., '‐'] ? 1 : 0;
        }

        return soft > 1;
    }

    private static Footnote NoteOf(NoteDraft note, LineWriter writer)
    {
        var content = writer.Write(note.Lines);
        var span = content.IsEmpty ? default : content[0].Span.To(content[^1].Span);
        return new Footnote(note.Id, content.IsEmpty ? [] : [new Paragraph(content) { Span = span }]) { Span = span };
    }

    private static LinkReference ReferenceOf(CleanText clean, TextLine line) =>
        new(line.In(clean.Text).ToString(), line.Page + 1) { Span = clean.Span(line.Start, line.End - line.Start) };

    /// <summary>
    /// All changes in order. What was taken out says so with the characters of the source; how those were put right before does not
    /// matter any more.
    /// </summary>
    private static ValueList<Change> Together(CleanText clean, IEnumerable<Change> takenOut)
    {
        var removals = takenOut.Select(change => change with { Original = clean.Source.Substring(change.Span.Offset, change.Span.Length) }).OrderBy(change => change.Span.Offset).ToList();
        var all = new List<Change>(removals);
        var next = 0;
        foreach (var edit in clean.Changes)
        {
            while (next < removals.Count && removals[next].Span.End <= edit.Span.Offset)
            {
                next++;
            }

            if (next == removals.Count || removals[next].Span.Offset > edit.Span.Offset || edit.Span.Length == 0)
            {
                all.Add(edit);
            }
        }

        return all.OrderBy(change => change.Span.Offset).ToValueList();
    }

    private static IEnumerable<Change> TakenOut(CleanText clean, List<TextLine> lines, List<Unit> units, List<NoteDraft> notes)
    {
        var used = units.Where(unit => unit.Mark is not null && unit.Kind == UnitKind.Item).Select(unit => unit.Mark!.Start).ToHashSet();
        foreach (var line in lines)
        {
            var rule = line.Role switch
            {
                LineRole.Furniture => Furniture.PageNumber.Read(line.In(clean.Text)) is null ? CorrectionRules.RunningLine : CorrectionRules.PageNumber,
                LineRole.LinkTarget => CorrectionRules.DroppedLinkTarget,
                LineRole.NoteMark => CorrectionRules.FootnoteMark,
                LineRole.Mark when !used.Contains(line.Start) => CorrectionRules.BlockMark,
                _ => null,
            };
            if (rule is not null)
            {
                yield return Taken(clean, line.Start, line.End - line.Start, rule);
            }
        }

        foreach (var note in notes)
        {
            yield return Taken(clean, note.LabelStart, note.LabelLength, CorrectionRules.FootnoteMark);
        }
    }

    private static Change Taken(CleanText clean, int start, int length, string rule) =>
        new(clean.Text.Substring(start, length), "", rule) { Span = clean.Span(start, length) };

    private static Diagnostic Explain(LinkReference reference) => new(
        DiagnosticCode.LinkTargetSetApart,
        DiagnosticSeverity.Note,
        "An address stands by itself between the lines; it is the target of a link whose place in the text was lost, and was set apart.",
        "To link words of the text to it, write them in a Markdown file as [words](address).")
    { Span = reference.Span };
}
