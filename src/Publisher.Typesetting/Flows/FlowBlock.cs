using System.Collections.Immutable;

namespace Publisher.Typesetting.Flows;

/// <summary>A part of a flow: one of the sealed records below, and no other.</summary>
public abstract record FlowBlock
{
    private protected FlowBlock()
    {
    }
}

/// <summary>A paragraph.</summary>
/// <param name="Runs">Its content in reading order; may be empty.</param>
/// <param name="Style">How its lines stand.</param>
public sealed record FlowParagraph(ImmutableArray<Run> Runs, ParagraphStyle Style) : FlowBlock
{
    /// <summary>If not null, the paragraph begins a section of this name for running heads.</summary>
    public string? Section { get; init; }
}

/// <summary>Blocks set in, held together, ruled or tinted as one.</summary>
/// <param name="Blocks">The content.</param>
/// <param name="Style">What surrounds it.</param>
public sealed record FlowGroup(ImmutableArray<FlowBlock> Blocks, GroupStyle Style) : FlowBlock;

/// <summary>Blocks set in, with a label in the indent on the first baseline, as in a list.</summary>
/// <param name="Label">The label; set in one line.</param>
/// <param name="Blocks">The content.</param>
/// <param name="Style">The indent.</param>
public sealed record FlowItem(FlowParagraph Label, ImmutableArray<FlowBlock> Blocks, ItemStyle Style) : FlowBlock;

/// <summary>A picture in a line of its own.</summary>
/// <param name="Picture">What to show.</param>
/// <param name="Width">Width on the page; reduced in proportion where measure or page are smaller.</param>
/// <param name="Height">Height on the page.</param>
/// <param name="Structure">The caller's mark.</param>
public sealed record FlowPicture(Picture Picture, Length Width, Length Height, StructureId Structure) : FlowBlock
{
    /// <summary>Where it stands in the measure; justified counts as start.</summary>
    public Alignment Alignment { get; init; }

    /// <summary>Space above.</summary>
    public Length SpaceBefore { get; init; }

    /// <summary>Space below.</summary>
    public Length SpaceAfter { get; init; }

    /// <summary>Whether a page may not end after the picture, so that it stays with its caption.</summary>
    public bool KeepWithNext { get; init; }
}

/// <summary>A line across the measure.</summary>
/// <param name="Thickness">How thick.</param>
/// <param name="Ink">Its colour.</param>
public sealed record FlowRule(Length Thickness, Ink Ink) : FlowBlock
{
    /// <summary>How much of the measure it spans: greater than 0, at most 1.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Where a short rule stands.</summary>
    public Alignment Alignment { get; init; }

    /// <summary>Space above.</summary>
    public Length SpaceBefore { get; init; }

    /// <summary>Space below.</summary>
    public Length SpaceAfter { get; init; }

    /// <summary>Whether a page may not end after the rule.</summary>
    public bool KeepWithNext { get; init; }
}

/// <summary>A table. Rows have as many cells, spans counted, as there are columns; missing cells stay empty.</summary>
/// <param name="Columns">The columns in reading order; at least one.</param>
/// <param name="HeaderRows">Rows repeated at the head of each page; repetitions are artifacts.</param>
/// <param name="Rows">The other rows.</param>
/// <param name="Style">Rules and padding.</param>
public sealed record FlowTable(
    ImmutableArray<FlowColumn> Columns,
    ImmutableArray<FlowRow> HeaderRows,
    ImmutableArray<FlowRow> Rows,
    TableStyle Style) : FlowBlock;

/// <summary>A column of a table.</summary>
/// <param name="Share">Its width in relation to the others; 0 or less to let the content decide.</param>
public sealed record FlowColumn(double Share = 0);

/// <summary>A row of a table.</summary>
/// <param name="Cells">The cells that begin in this row.</param>
public sealed record FlowRow(ImmutableArray<FlowCell> Cells);

/// <summary>A cell of a table.</summary>
/// <param name="Blocks">Its content; may be empty.</param>
/// <param name="ColumnSpan">How many columns it covers; 1 or more.</param>
/// <param name="RowSpan">How many rows it covers; 1 or more.</param>
/// <param name="Structure">The caller's mark, reported with the cell's place even if the cell is empty.</param>
public sealed record FlowCell(
    ImmutableArray<FlowBlock> Blocks,
    int ColumnSpan,
    int RowSpan,
    StructureId Structure);

/// <summary>
/// What stands in the design's <see cref="PageDesign.Window"/>; the flow goes on as if it were not there. It belongs near the beginning of a
/// flow, for the window is on the first page.
/// </summary>
/// <param name="Head">A small line above the content, such as a letter's return address: an artifact. Null for none.</param>
/// <param name="Blocks">The content; more than the window holds rises into the room of the head, and below it pushes the text down.</param>
public sealed record FlowWindow(FlowParagraph? Head, ImmutableArray<FlowBlock> Blocks) : FlowBlock;

/// <summary>What follows begins a new page; at the head of a page it does nothing.</summary>
public sealed record FlowPageBreak : FlowBlock;
