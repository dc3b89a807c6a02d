namespace Publisher.Typesetting.Flows;

/// <summary>What surrounds a group of blocks. All measures 0 or more.</summary>
public sealed record GroupStyle
{
    /// <summary>Indent at the start of the line.</summary>
    public Length IndentStart { get; init; }

    /// <summary>Indent at the end of the line.</summary>
    public Length IndentEnd { get; init; }

    /// <summary>Space above the group.</summary>
    public Length SpaceBefore { get; init; }

    /// <summary>Space below the group.</summary>
    public Length SpaceAfter { get; init; }

    /// <summary>Space inside the tint above and below the content.</summary>
    public Length Padding { get; init; }

    /// <summary>Colour behind the group; null for none.</summary>
    public Ink? Tint { get; init; }

    /// <summary>Thickness of a bar at the start; zero for none.</summary>
    public Length BarThickness { get; init; }

    /// <summary>Colour of the bar.</summary>
    public Ink BarInk { get; init; }

    /// <summary>Whether a page may not end inside the group unless it is longer than a page.</summary>
    public bool KeepTogether { get; init; }
}

/// <summary>How an item and its label stand. All measures 0 or more.</summary>
public sealed record ItemStyle
{
    /// <summary>Indent of the content; the label stands in it.</summary>
    public required Length Indent { get; init; }

    /// <summary>Space between label and content; the label ends here if it is set at the end.</summary>
    public Length Gap { get; init; }

    /// <summary>Space above the item.</summary>
    public Length SpaceBefore { get; init; }

    /// <summary>Space below the item.</summary>
    public Length SpaceAfter { get; init; }
}

/// <summary>Rules and padding of a table. All measures 0 or more.</summary>
public sealed record TableStyle
{
    /// <summary>
    /// Whether each row is one piece whose cells end at the same height, as a logo and the lines beside it do; no notes, no cells that span
    /// rows.
    /// </summary>
    public bool EndsTogether { get; init; }

    /// <summary>Space above the table.</summary>
    public Length SpaceBefore { get; init; }

    /// <summary>Space below the table.</summary>
    public Length SpaceAfter { get; init; }

    /// <summary>Space between a cell's edge and its text, left and right.</summary>
    public Length PaddingAcross { get; init; }

    /// <summary>Space between a row's edge and its text, above and below.</summary>
    public Length PaddingDown { get; init; }

    /// <summary>Thickness of the rule between rows.</summary>
    public Length RowRule { get; init; }

    /// <summary>Thickness of the rules above, below, and under the header.</summary>
    public Length FrameRule { get; init; }

    /// <summary>Colour of the rule between rows.</summary>
    public Ink RowInk { get; init; }

    /// <summary>Colour of the rules above, below, and under the header.</summary>
    public Ink FrameInk { get; init; }

    /// <summary>Colour behind the header rows; null for none.</summary>
    public Ink? HeaderTint { get; init; }
}
