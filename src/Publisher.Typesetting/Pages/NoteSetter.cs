using Publisher.Typesetting.Flows;

namespace Publisher.Typesetting.Pages;

/// <summary>Sets notes into slabs, each once, and knows what they take of a column.</summary>
internal sealed class NoteSetter(GalleySetter galley, PageDesign design)
{
    // Between the rule and the first note, in points.
    private const double BelowRule = 3;

    private readonly Dictionary<NoteRun, List<Slab>> _set = new(ReferenceEqualityComparer.Instance);

    /// <summary>Height of the space and the rule that part notes from the text, in points.</summary>
    public double SeparatorHeight => design.NoteGap.Points + design.NoteRule.Points + BelowRule;

    public List<Slab> SlabsOf(NoteRun note)
    {
        if (_set.TryGetValue(note, out var slabs))
            return slabs;
        slabs = galley.Set(note.Note);
        _set.Add(note, slabs);
        return slabs;
    }

    /// <summary>What all notes of a slab take in points.</summary>
    public double HeightOf(Slab slab, bool hasNotes)
    {
        if (slab.Notes is null)
            return 0;
        var height = hasNotes ? 0 : SeparatorHeight;
        foreach (var note in slab.Notes)
        {
            foreach (var line in SlabsOf(note))
                height += line.SpaceBefore + line.Height;
        }

        return height;
    }

    /// <summary>What the first line of the first note takes in points: with less, the mark goes to the next column.</summary>
    public double LeastHeightOf(Slab slab, bool hasNotes)
    {
        if (slab.Notes is null)
            return 0;
        var first = SlabsOf(slab.Notes[0]);
        return (hasNotes ? 0 : SeparatorHeight) + (first.Count > 0 ? first[0].SpaceBefore + first[0].Height : 0);
    }
}
