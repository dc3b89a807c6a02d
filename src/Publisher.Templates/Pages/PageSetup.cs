namespace Publisher.Templates.Pages;

/// <summary>A page: its size, its margins and where the furniture stands.</summary>
public sealed record PageSetup
{
    /// <summary>Width of the trimmed page.</summary>
    public Length Width { get; init; } = Length.FromMillimetres(210);

    /// <summary>Height of the trimmed page.</summary>
    public Length Height { get; init; } = Length.FromMillimetres(297);

    /// <summary>From the top edge to the text on pages after the first.</summary>
    public Length MarginTop { get; init; } = Length.FromMillimetres(25);

    /// <summary>From the bottom edge to the text.</summary>
    public Length MarginBottom { get; init; } = Length.FromMillimetres(25);

    /// <summary>From the left edge to the text.</summary>
    public Length MarginLeft { get; init; } = Length.FromMillimetres(25);

    /// <summary>From the right edge to the text.</summary>
    public Length MarginRight { get; init; } = Length.FromMillimetres(25);

    /// <summary>From the top edge to the running header, and to the letterhead on the first page.</summary>
    public Length HeaderDistance { get; init; } = Length.FromMillimetres(12);

    /// <summary>From the bottom edge to the foot of the running footer.</summary>
    public Length FooterDistance { get; init; } = Length.FromMillimetres(12);

    /// <summary>Number of text columns; 1 or more.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>Space between columns.</summary>
    public Length ColumnGap { get; init; } = Length.FromMillimetres(6);

    /// <summary>Distance of the baseline grid; null for none.</summary>
    public Length? BaselineGrid { get; init; }

    /// <summary>Bleed beyond the trimmed edge; zero for none.</summary>
    public Length Bleed { get; init; }

    /// <summary>True to print crop marks outside the trimmed edge.</summary>
    public bool CropMarks { get; init; }

    /// <summary>Where the address of a letter stands; null for where the text puts it.</summary>
    public LetterForm? AddressField { get; init; }

    /// <summary>True for marks that show where to fold and punch a letter; only with <see cref="AddressField"/>.</summary>
    public bool FoldMarks { get; init; } = true;

    /// <summary>Width of the text, all columns together.</summary>
    public Length TextWidth => Width - MarginLeft - MarginRight;
}
