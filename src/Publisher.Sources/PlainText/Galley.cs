using Publisher.Model.Diagnostics;
using Publisher.Sources.FrontMatter;
using Publisher.Sources.PlainText.Characters;
using Publisher.Sources.PlainText.Decoding;
using Publisher.Sources.PlainText.Furniture;
using Publisher.Sources.PlainText.Lines;
using Publisher.Sources.PlainText.Notes;
using Publisher.Sources.PlainText.Tables;
using Publisher.Sources.PlainText.Words;

namespace Publisher.Sources.PlainText;

/// <summary>A damaged text as lines, each with its role, before the lines of the flow are divided into paragraphs.</summary>
internal sealed record Galley
{
    /// <summary>What the front matter states.</summary>
    public required StatedMetadata Stated { get; init; }

    /// <summary>The text, its characters put right.</summary>
    public required CleanText Clean { get; init; }

    /// <summary>Said about the encoding if it had to be guessed.</summary>
    public required Diagnostic? Guess { get; init; }

    /// <summary>BCP 47 tag, stated or guessed; null if the text does not tell.</summary>
    public required string? Language { get; init; }

    /// <summary>All lines that hold something.</summary>
    public required List<TextLine> Lines { get; init; }

    /// <summary>Indexes of the lines of the flow.</summary>
    public required List<int> Flow { get; init; }

    /// <summary>The lines of the flow.</summary>
    public required List<TextLine> FlowLines { get; init; }

    /// <summary>The measures they were set to.</summary>
    public required Measures Measures { get; init; }

    public required List<(int Start, int Length)> AuthorMarks { get; init; }

    public required List<TableDraft> Tables { get; init; }

    public required List<NoteDraft> Notes { get; init; }

    public required List<NoteMark> NoteMarks { get; init; }

    /// <summary>Blocks whose list marks an extraction printed above them.</summary>
    public required List<MarkedBlock> MarkedBlocks { get; init; }

    /// <summary>True if there are list marks of which the text does not say where they belong.</summary>
    public bool LosesMarks => MarkedBlocks.Count + TrailingMarks.Count > 0;

    /// <summary>List marks by page that an extraction collected below the text.</summary>
    public required SortedDictionary<int, List<TextLine>> TrailingMarks { get; init; }

    /// <summary>Reads a file so far.</summary>
    public static Galley Of(SourceFile file)
    {
        // Bytes to characters, characters to lines.
        var (source, guess) = TextDecoder.Decode(file);
        var stated = FrontMatterReader.Read(file, source);
        var clean = CharacterCleaner.Clean(source, stated.TextOffset);
        var text = clean.Text;
        var lines = LineReader.Read(text, stated.TextOffset);
        var language = stated.Metadata.Language == "und" ? LanguageGuess.Of(text, stated.TextOffset) : stated.Metadata.Language;

        var authorMarks = PlainText.Lines.AuthorMarks.Take(text, lines);

        // What is not part of the flow: page furniture, footnotes, list marks that stand alone, dropped link targets.
        PageFurniture.Find(text, lines);
        var tables = TableFinder.Find(text, lines);
        DroppedLinks.FindAtPageEnds(text, lines);
        var (notes, marks) = NoteFinder.Find(text, lines);
        var (above, trailing) = ListMarks.TakeAlone(text, lines);
        DroppedLinks.Find(text, lines);

        var flow = FlowOf(lines);
        ListMarks.TakeInline(text, flow.ConvertAll(i => lines[i]));
        var flowLines = flow.ConvertAll(i => lines[i]);
        LetterLines.SetApart(text, flowLines);
        NumberedSections.Find(text, flowLines);
        var measures = PlainText.Lines.Measures.Find(text, flowLines);
        BrokenLines.Find(text, flowLines, measures, marks.Select(mark => lines[mark.Line]).ToHashSet());
        return new Galley
        {
            Stated = stated,
            Clean = clean,
            Guess = guess,
            Language = language,
            Lines = lines,
            Flow = flow,
            FlowLines = flowLines,
            Measures = measures,
            AuthorMarks = authorMarks,
            Tables = tables,
            Notes = notes,
            NoteMarks = marks,
            MarkedBlocks = above,
            TrailingMarks = trailing,
        };
    }

    private static List<int> FlowOf(List<TextLine> lines)
    {
        var flow = new List<int>(lines.Count);
        var isBelowTable = false;
        for (var i = 0; i < lines.Count; i++)
        {
            isBelowTable |= lines[i].Role == LineRole.Table;
            if (lines[i].Role != LineRole.Flow)
            {
                continue;
            }

            // Also where a page ends right below the table.
            lines[i].StartsBlock |= isBelowTable;
            isBelowTable = false;

            if (i > 0 && lines[i - 1].Role is not (LineRole.Flow or LineRole.Mark))
            {
                // Something was taken out before this line: the space there says nothing.
                lines[i].Space = -1;
                lines[i].FollowsNoteMark = lines[i - 1].Role == LineRole.NoteMark;
            }

            flow.Add(i);
        }

        return flow;
    }
}
