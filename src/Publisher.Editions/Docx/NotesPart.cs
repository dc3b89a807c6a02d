using DocumentFormat.OpenXml;
using Publisher.Model;
using Publisher.Templates.Styles;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Publisher.Editions.Docx;

/// <summary>The footnotes (ECMA-376-1, 17.11).</summary>
internal static class NotesPart
{
    public static W.Footnotes Write(PartContext context, Document document)
    {
        var notes = new W.Footnotes(
            new W.Footnote(new W.Paragraph(new W.Run(new W.SeparatorMark()))) { Type = W.FootnoteEndnoteValues.Separator, Id = -1 },
            new W.Footnote(new W.Paragraph(new W.Run(new W.ContinuationSeparatorMark()))) { Type = W.FootnoteEndnoteValues.ContinuationSeparator, Id = 0 });
        for (var i = 0; i < document.Footnotes.Count; i++)
        {
            var note = new W.Footnote { Id = i + 1 };
            new BodyWriter(context, note, NoteNumbers.None, StyleRole.Footnote).Write(document.Footnotes[i].Content);
            Mark(note);
            notes.Append(note);
        }

        return notes;
    }

    /// <summary>The note's own mark at the start of its first paragraph.</summary>
    private static void Mark(W.Footnote note)
    {
        if (note.FirstChild is not W.Paragraph first)
        {
            first = note.PrependChild(new W.Paragraph(new W.ParagraphProperties(new W.ParagraphStyleId { Val = WordStyle.IdOf(StyleRole.Footnote) })));
        }

        var mark = new W.Run(new W.RunProperties(new W.RunStyle { Val = WordStyle.NoteReference }), new W.FootnoteReferenceMark());
        var space = new W.Run(new W.Text(" ") { Space = SpaceProcessingModeValues.Preserve });
        first.InsertAfter(mark, first.ParagraphProperties);
        first.InsertAfter(space, mark);
    }
}

/// <summary>Which number the mark of a note has, if it may stand as a real mark.</summary>
internal sealed class NoteNumbers(Document document)
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>For places where Word allows no mark: headers, and notes themselves.</summary>
    public static int? None(string id) => null;

    /// <summary>The number of a note at its first mark; null at a further one.</summary>
    public int? Next(string id)
    {
        var footnotes = document.Footnotes;
        for (var i = 0; i < footnotes.Count; i++)
        {
            if (footnotes[i].Id == id)
            {
                return _used.Add(id) ? i + 1 : null;
            }
        }

        return null;
    }
}
