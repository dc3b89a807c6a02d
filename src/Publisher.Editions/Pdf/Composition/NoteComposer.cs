using System.Collections.Immutable;
using System.Globalization;

using Publisher.Editions.Pdf.Structure;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Templates.Labels;
using Publisher.Templates.Styles;
using Publisher.Typesetting.Flows;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>
/// Numbers the notes by their first mark and composes each with links both ways. A note's element stands in the paragraph of its
/// first mark (PAC: Note has Lbl, is referenced, and sits in the P); further marks lead to the same note.
/// </summary>
internal sealed class NoteComposer(CompositionContext composition, Document document)
{
    // No note of a document begins with a control character.
    private const string AddressPrefix = "\u0001";

    private readonly Dictionary<string, Footnote> _notes = Index(document);
    private readonly Dictionary<string, Numbered> _numbered = new(StringComparer.Ordinal);

    /// <summary>The runs of a mark; at the first one the note comes along.</summary>
    /// <param name="reference">The mark.</param>
    /// <param name="parent">The element the mark stands in; null for an artifact, which refers to nothing.</param>
    /// <param name="look">The look of the mark.</param>
    public ImmutableArray<Run> Refer(FootnoteReference reference, StructureNode? parent, Look look)
    {
        return parent is null || !_notes.TryGetValue(reference.Id, out var footnote) ? [] : Refer(footnote, parent, look);
    }

    /// <summary>The runs of a mark whose note is a link's address.</summary>
    public ImmutableArray<Run> ReferToAddress(string address, StructureNode? parent, Look look) =>
        parent is null ? [] : Refer(new Footnote(AddressPrefix + address, [new Paragraph([new Text(address)])]), parent, look);

    private ImmutableArray<Run> Refer(Footnote footnote, StructureNode parent, Look look)
    {
        var isFirst = !_numbered.TryGetValue(footnote.Id, out var note);
        note ??= new Numbered((_numbered.Count + 1).ToString(CultureInfo.InvariantCulture), new StructureNode("Note", parent));
        _numbered[footnote.Id] = note;
        var style = composition.Styles.Text(look with { IsLink = false });
        var mark = composition.Tree.Add(parent, "Reference");
        var link = composition.Tree.Add(mark, "Link");
        link.Link = new LinkTarget(null, note.Node, $"{composition.Locale[Label.Footnote]} {note.Mark}");
        var slot = composition.Tree.AddSlot(link);
        if (!isFirst)
            return [new NoteRun(note.Mark, style, [], slot)];

        parent.Add(note.Node);
        note.Node.Id = "note-" + note.Mark;
        return [new NoteRun(note.Mark, style, Compose(footnote, note, link, look.Language), slot)];
    }

    /// <summary>Notes that nothing refers to, as blocks below the text: their words are printed as well.</summary>
    public ImmutableArray<FlowBlock> Unreferred()
    {
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        foreach (var footnote in document.Footnotes)
        {
            if (_numbered.ContainsKey(footnote.Id))
                continue;
            var node = composition.Tree.Add(composition.Tree.Root, "Note");
            var note = new Numbered((_numbered.Count + 1).ToString(CultureInfo.InvariantCulture), node);
            _numbered.Add(footnote.Id, note);
            node.Id = "note-" + note.Mark;
            blocks.AddRange(Compose(footnote, note, null, composition.Language));
        }

        return blocks.ToImmutable();
    }

    private ImmutableArray<FlowBlock> Compose(Footnote footnote, Numbered note, StructureNode? mark, string language)
    {
        var style = composition.Styles[StyleRole.Footnote];
        var paragraph = composition.Styles.Paragraph(StyleRole.Footnote, language);
        var label = composition.Tree.Add(note.Node, "Lbl");
        var labelOwner = label;
        if (mark is not null)
        {
            labelOwner = composition.Tree.Add(label, "Link");
            labelOwner.Link = new LinkTarget(null, mark, composition.Locale[Label.BackToText]);
        }

        var slot = composition.Tree.AddSlot(labelOwner);
        var labelRuns = new TextRun(note.Mark, composition.Styles.Text(new Look(StyleRole.Footnote, language)), slot);
        var blocks = new BlockComposer(composition, note.Node, StyleRole.Footnote).Compose(footnote.Content);
        var size = style.Size.Points;
        return
        [
            new FlowItem(
                new FlowParagraph([labelRuns], paragraph with { Alignment = Alignment.End, IndentStart = default, FirstLineIndent = default }),
                blocks,
                new ItemStyle { Indent = new Typesetting.Length(size * 1.6), Gap = new Typesetting.Length(size * 0.5) }),
        ];
    }

    private static Dictionary<string, Footnote> Index(Document document)
    {
        var notes = new Dictionary<string, Footnote>(StringComparer.Ordinal);
        foreach (var note in document.Footnotes)
            notes.TryAdd(note.Id, note);
        return notes;
    }

    private sealed record Numbered(string Mark, StructureNode Node);
}
