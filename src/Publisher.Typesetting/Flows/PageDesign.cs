using System.Collections.Immutable;

namespace Publisher.Typesetting.Flows;

/// <summary>The sheet, its margins and what stands in them. All measures 0 or more.</summary>
public sealed record PageDesign
{
    /// <summary>Width of the sheet.</summary>
    public required Length Width { get; init; }

    /// <summary>Height of the sheet.</summary>
    public required Length Height { get; init; }

    /// <summary>From the upper edge to the text.</summary>
    public required Length MarginTop { get; init; }

    /// <summary>From the lower edge to the text.</summary>
    public required Length MarginBottom { get; init; }

    /// <summary>From the left edge to the text.</summary>
    public required Length MarginLeft { get; init; }

    /// <summary>From the right edge to the text.</summary>
    public required Length MarginRight { get; init; }

    /// <summary>Columns of the text area; 1 or more. Notes stand at the foot of their column.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>Space between columns.</summary>
    public Length ColumnGap { get; init; }

    /// <summary>Running header of the first page.</summary>
    public Furniture FirstHeader { get; init; } = Furniture.None;

    /// <summary>Running header of the other pages.</summary>
    public Furniture Header { get; init; } = Furniture.None;

    /// <summary>Running footer of the first page.</summary>
    public Furniture FirstFooter { get; init; } = Furniture.None;

    /// <summary>Running footer of the other pages.</summary>
    public Furniture Footer { get; init; } = Furniture.None;

    /// <summary>
    /// What stands across all columns at the head of the text. If it takes most of the page or has notes, it stands in the first column
    /// instead.
    /// </summary>
    public ImmutableArray<FlowBlock> Opening { get; init; } = [];

    /// <summary>Space below it.</summary>
    public Length OpeningGap { get; init; }

    /// <summary>Where a letter's address stands on the first page; null for nowhere.</summary>
    public PageWindow? Window { get; init; }

    /// <summary>Distance of the grid that the text's baselines keep; zero for none. Notes and furniture stand as they come.</summary>
    public Length BaselineGrid { get; init; }

    /// <summary>Least space between header or footer and the text: where they are taller than the margin, the text yields.</summary>
    public Length FurnitureGap { get; init; }

    /// <summary>A line behind the text of every page, from corner to corner, such as "Entwurf"; null for none. An artifact.</summary>
    public FlowParagraph? Backdrop { get; init; }

    /// <summary>Space above the rule that sets notes off.</summary>
    public Length NoteGap { get; init; } = Length.FromPoints(8);

    /// <summary>Thickness of the rule above notes.</summary>
    public Length NoteRule { get; init; } = Length.FromPoints(0.5);

    /// <summary>Colour of that rule.</summary>
    public Ink NoteRuleInk { get; init; }
}

/// <summary>A place on the first page that an envelope's window shows. Measures count from the sheet's upper left corner.</summary>
/// <param name="X">Left edge of what stands in it.</param>
/// <param name="Y">Upper edge; lower where the header of the first page reaches farther down.</param>
/// <param name="Width">Width of what stands in it.</param>
/// <param name="Height">Height.</param>
public sealed record PageWindow(Length X, Length Y, Length Width, Length Height)
{
    /// <summary>From the upper edge to the content, above which the head stands.</summary>
    public Length ContentTop { get; init; }

    /// <summary>Least space between the window and the text below it.</summary>
    public Length Gap { get; init; }

    /// <summary>Heights at which a mark at the sheet's left edge shows where to fold or punch it, with the length of the mark.</summary>
    public ImmutableArray<(Length Y, Length Length)> Marks { get; init; } = [];
}

/// <summary>What stands in a margin of every page.</summary>
/// <param name="Blocks">The content; <see cref="ReferenceRun"/>s get each page's values. No notes.</param>
/// <param name="Distance">From the sheet's edge to the content: from above for a header, from below for a footer.</param>
public sealed record Furniture(ImmutableArray<FlowBlock> Blocks, Length Distance)
{
    /// <summary>Nothing.</summary>
    public static Furniture None { get; } = new([], Length.Zero);

    /// <summary>Least space between the content and the text; the design's gap counts if it is greater.</summary>
    public Length Gap { get; init; }
}
