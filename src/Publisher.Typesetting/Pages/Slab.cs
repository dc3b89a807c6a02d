using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Frames;

namespace Publisher.Typesetting.Pages;

/// <summary>
/// A strip of the galley that no page end divides: a line, a picture, a rule, one line's height of a table row. Frames count from
/// its upper left corner.
/// </summary>
internal sealed class Slab
{
    /// <summary>A page may end before the slab at this cost, see <see cref="PageEnd"/>.</summary>
    public int Penalty { get; set; }

    /// <summary>Space above, in points; it vanishes at the head of a page.</summary>
    public double SpaceBefore { get; set; }

    /// <summary>In points.</summary>
    public double Height { get; set; }

    public List<Frame> Frames { get; } = [];

    /// <summary>
    /// In a table, the cell that each frame belongs to, counted in the order cells are read; null elsewhere. Frames without a number
    /// stand before the others.
    /// </summary>
    public List<int>? Cells { get; set; }

    /// <summary>Notes whose marks stand in the slab.</summary>
    public List<NoteRun>? Notes { get; set; }

    /// <summary>Tints and bars that the slab is part of, innermost first.</summary>
    public Surround? Surround { get; set; }

    /// <summary>Header rows to repeat if a page begins with the slab.</summary>
    public IReadOnlyList<Slab>? Repeats { get; set; }

    /// <summary>Name of the section that begins here.</summary>
    public string? Section { get; set; }

    /// <summary>Whether the slab's line ends with a hyphen or parts an address.</summary>
    public bool EndsDivided { get; set; }

    /// <summary>What stands in the window of the first page instead of here; counts from the window's upper left corner.</summary>
    public List<Frame>? Window { get; set; }

    /// <summary>Whether the slab stands on the lines of the baseline grid.</summary>
    public bool IsOnGrid { get; set; }

    /// <summary>Whether the slab begins a page.</summary>
    public bool BeginsPage { get; set; }
}

/// <summary>A tint or bar behind slabs; drawn once for each page, as high as its slabs there.</summary>
/// <param name="X">Left edge in points.</param>
/// <param name="Width">Width in points.</param>
/// <param name="Ink">Colour.</param>
/// <param name="Padding">How far it reaches above the first and below the last slab, in points.</param>
/// <param name="Outer">The surround around this one.</param>
internal sealed record Surround(double X, double Width, Ink Ink, double Padding, Surround? Outer);

/// <summary>What a page's end costs at a place.</summary>
internal static class PageEnd
{
    public const int Free = 0;

    /// <summary>
    /// After a line that ends with a divided word: dearer than leaving most of a page empty. Added to what else the place costs.
    /// </summary>
    public const int Divided = 1_200;

    /// <summary>Between rows that belong to one another by a cell that spans them, or inside a row.</summary>
    public const int InRow = 250;

    /// <summary>A single line of a paragraph would be left at the foot or the head.</summary>
    public const int Lonely = 1_500;

    /// <summary>Inside what is to be kept together.</summary>
    public const int KeptTogether = 4_000;

    /// <summary>Between a heading and what follows.</summary>
    public const int KeptWithNext = 6_000;
}
