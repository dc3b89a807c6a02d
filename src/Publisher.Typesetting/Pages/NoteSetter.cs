using Publisher.Typesetting.Flows;

namespace Publisher.Typesetting.Pages;

/// <summary>Sets notes into slabs, each once, and knows what they take of a column.</summary>
internal sealed class NoteSetter(GalleySetter galley, PageDesign design)
{
    // Between the rule and the first note, in points.
    private const double BelowRule = 3;

    // Notes up to this many lines are not parted to save the first page's foot.
    private const int LongestBeginning = 4;

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

    /// <summary>What the first lines of the first note take in points: with less, the mark goes to the next column.</summary>
    public double LeastHeightOf(Slab slab, bool hasNotes)
    {
        if (slab.Notes is null)
            return 0;
        var lines = SlabsOf(slab.Notes[0]);
        var height = hasNotes ? 0 : SeparatorHeight;
        for (var i = 0; i < Beginning(lines); i++)
            height += lines[i].SpaceBefore + lines[i].Height;
        return height;
    }

    // How many lines a column must have of a note that goes on at the next.
    private static int Beginning(List<Slab> lines)
    {
        for (var i = 1; i < Math.Min(lines.Count, LongestBeginning); i++)
        {
            if (lines[i].Penalty == PageEnd.Free)
                return i;
        }

        return lines.Count <= LongestBeginning ? lines.Count : 1;
    }

    /// <summary>How many of some lines stand in a column that has not room for all of them: as many as it can take, or a few less for a better end.</summary>
    /// <param name="lines">The lines, at least one more than <paramref name="most"/>.</param>
    /// <param name="least">Least number; 1 or more.</param>
    /// <param name="most">How many there is room for; not less than <paramref name="least"/>.</param>
    public static int EndOf(List<Slab> lines, int least, int most)
    {
        var best = most;
        for (var i = most; i >= least && lines[best].Penalty > PageEnd.Free; i--)
            best = lines[i].Penalty < lines[best].Penalty ? i : best;
        return best;
    }
}
