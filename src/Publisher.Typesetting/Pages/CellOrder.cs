using Publisher.Typesetting.Frames;

namespace Publisher.Typesetting.Pages;

/// <summary>
/// Puts the frames of tables on a page into the order they are read, cell by cell, while their slabs come line by line across all
/// cells of a row: programs that know no structure tree take the order of the page for that of the text.
/// </summary>
/// <param name="frames">The frames of the page, to which those of each slab were added last.</param>
internal sealed class CellOrder(List<Frame> frames)
{
    private readonly List<int> _cells = [];
    private int _start;

    /// <summary>Notes the cells of the slab whose frames were added last.</summary>
    public void Note(Slab slab)
    {
        if (slab.Cells is not { Count: > 0 } cells)
        {
            End();
            return;
        }

        if (_cells.Count == 0)
            _start = frames.Count - slab.Frames.Count;
        _cells.AddRange(Enumerable.Repeat(cells[0], slab.Frames.Count - cells.Count));
        _cells.AddRange(cells);
    }

    /// <summary>Says that no table goes on here.</summary>
    public void End()
    {
        if (_cells.Count == 0)
            return;
        var ordered = _cells.Select((cell, i) => (cell, frames[_start + i])).OrderBy(pair => pair.cell).Select(pair => pair.Item2).ToArray();
        for (var i = 0; i < ordered.Length; i++)
            frames[_start + i] = ordered[i];
        _cells.Clear();
    }
}
