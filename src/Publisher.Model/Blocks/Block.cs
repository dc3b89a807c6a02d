using Publisher.Model.Inlines;

namespace Publisher.Model.Blocks;

/// <summary>A block: one of the sealed records below, and no other. Consume it with a <see cref="BlockVisitor{T}"/>.</summary>
public abstract record Block : Node
{
    private protected Block()
    {
    }

    /// <summary>Calls the visitor's method for this kind of block.</summary>
    public abstract T Accept<T>(BlockVisitor<T> visitor);
}

/// <summary>A heading below the title.</summary>
/// <param name="Level">1 for the first level below the title, to 6.</param>
/// <param name="Content">The heading's text, with its number if the source numbers it by hand.</param>
public sealed record Heading(int Level, ValueList<Inline> Content) : Block
{
    /// <summary>
    /// The name by which links of the document lead here, without <c>#</c>, unique in the document; null if no link does. An edition
    /// that needs a name for every heading (contents, outline) makes its own for the others.
    /// </summary>
    public string? Id { get; init; }

    /// <inheritdoc/>
    public override T Accept<T>(BlockVisitor<T> visitor) => visitor.VisitHeading(this);
}

/// <summary>A paragraph.</summary>
/// <param name="Content">Its text.</param>
/// <param name="Role">What part it plays in a letter or a press release.</param>
public sealed record Paragraph(ValueList<Inline> Content, ParagraphRole Role = ParagraphRole.Body) : Block
{
    /// <inheritdoc/>
    public override T Accept<T>(BlockVisitor<T> visitor) => visitor.VisitParagraph(this);
}

/// <summary>What part a paragraph plays. Lines of an address stand apart by <see cref="LineBreak"/>s.</summary>
public enum ParagraphRole
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>The first paragraph of a press release, which answers who, what, when, where, why.</summary>
    Lead,

    /// <summary>Place and date.</summary>
    Dateline,

    /// <summary>The address written to.</summary>
    Addressee,

    /// <summary>"Sehr geehrte Damen und Herren,".</summary>
    Salutation,

    /// <summary>"Mit freundlichen Grüßen".</summary>
    Valediction,

    /// <summary>Who signs.</summary>
    Signature,

    /// <summary>Whom to ask.</summary>
    Contact,
}

/// <summary>A list with marks.</summary>
/// <param name="Items">At least one.</param>
/// <param name="Tight">True if no space stands between the items.</param>
public sealed record UnorderedList(ValueList<ListItem> Items, bool Tight = true) : Block
{
    /// <inheritdoc/>
    public override T Accept<T>(BlockVisitor<T> visitor) => visitor.VisitUnorderedList(this);
}

/// <summary>A list with numbers.</summary>
/// <param name="Items">At least one.</param>
/// <param name="Start">Number of the first item, 0 or more.</param>
/// <param name="Numbering">How numbers are written.</param>
/// <param name="Delimiter">What stands behind a number.</param>
/// <param name="Tight">True if no space stands between the items.</param>
public sealed record OrderedList(
    ValueList<ListItem> Items,
    int Start = 1,
    ListNumbering Numbering = ListNumbering.Decimal,
    ListDelimiter Delimiter = ListDelimiter.Period,
    bool Tight = true) : Block
{
    /// <inheritdoc/>
    public override T Accept<T>(BlockVisitor<T> visitor) => visitor.VisitOrderedList(this);
}

/// <summary>How the numbers of a list are written.</summary>
public enum ListNumbering
{
    /// <summary>1, 2, 3.</summary>
    Decimal,

    /// <summary>a, b, c; after z comes aa.</summary>
    LowerLetter,

    /// <summary>A, B, C; after Z comes AA.</summary>
    UpperLetter,

    /// <summary>i, ii, iii.</summary>
    LowerRoman,

    /// <summary>I, II, III.</summary>
    UpperRoman,
}

/// <summary>What stands round the number of a list item.</summary>
public enum ListDelimiter
{
    /// <summary>1.</summary>
    Period,

    /// <summary>1)</summary>
    Parenthesis,

    /// <summary>(1)</summary>
    Parentheses,
}

/// <summary>An item of a list.</summary>
/// <param name="Content">Its blocks; the first is usually a paragraph.</param>
public sealed record ListItem(ValueList<Block> Content) : Node;

/// <summary>A block quotation.</summary>
/// <param name="Content">What is quoted.</param>
/// <param name="Attribution">Who said it; empty if not stated.</param>
public sealed record Quote(ValueList<Block> Content, ValueList<Inline> Attribution = default) : Block
{
    /// <inheritdoc/>
    public override T Accept<T>(BlockVisitor<T> visitor) => visitor.VisitQuote(this);
}

/// <summary>A table. Every row has as many cells, spans counted, as there are columns.</summary>
/// <param name="Columns">The columns, left to right.</param>
/// <param name="HeaderRows">Rows that head the columns and are repeated on each page; may be empty.</param>
/// <param name="Rows">The other rows.</param>
/// <param name="Caption">The caption; empty if there is none.</param>
public sealed record Table(
    ValueList<TableColumn> Columns,
    ValueList<TableRow> HeaderRows,
    ValueList<TableRow> Rows,
    ValueList<Inline> Caption = default) : Block
{
    /// <inheritdoc/>
    public override T Accept<T>(BlockVisitor<T> visitor) => visitor.VisitTable(this);
}

/// <summary>A column of a table.</summary>
/// <param name="Alignment">How its cells are set.</param>
public sealed record TableColumn(ColumnAlignment Alignment = ColumnAlignment.Start);

/// <summary>How the cells of a column are set; start and end follow the direction of the script.</summary>
public enum ColumnAlignment
{
    /// <summary>At the start of the line, or as the source leaves it.</summary>
    Start,

    /// <summary>Centred.</summary>
    Center,

    /// <summary>At the end of the line, as figures want it.</summary>
    End,
}

/// <summary>A row of a table.</summary>
/// <param name="Cells">The cells that begin in this row.</param>
public sealed record TableRow(ValueList<TableCell> Cells) : Node;

/// <summary>A cell of a table.</summary>
/// <param name="Content">Its blocks; may be empty.</param>
/// <param name="ColumnSpan">How many columns it covers; 1 or more.</param>
/// <param name="RowSpan">How many rows it covers; 1 or more.</param>
/// <param name="IsRowHeader">True if the cell heads its row.</param>
public sealed record TableCell(ValueList<Block> Content, int ColumnSpan = 1, int RowSpan = 1, bool IsRowHeader = false) : Node;

/// <summary>An image with a caption, standing by itself.</summary>
/// <param name="Image">What it shows.</param>
/// <param name="Caption">The caption; empty if there is none.</param>
public sealed record Figure(Image Image, ValueList<Inline> Caption = default) : Block
{
    /// <inheritdoc/>
    public override T Accept<T>(BlockVisitor<T> visitor) => visitor.VisitFigure(this);
}

/// <summary>Lines of code, set as they stand.</summary>
/// <param name="Text">The lines, parted by LF, without one at the end.</param>
/// <param name="Language">Name of the programming language; null if not stated.</param>
public sealed record CodeBlock(string Text, string? Language = null) : Block
{
    /// <inheritdoc/>
    public override T Accept<T>(BlockVisitor<T> visitor) => visitor.VisitCodeBlock(this);
}

/// <summary>A break in the thought, shown as a rule or ornament.</summary>
public sealed record ThematicBreak : Block
{
    /// <inheritdoc/>
    public override T Accept<T>(BlockVisitor<T> visitor) => visitor.VisitThematicBreak(this);
}

/// <summary>What follows begins on a new page, in editions that have pages.</summary>
public sealed record PageBreak : Block
{
    /// <inheritdoc/>
    public override T Accept<T>(BlockVisitor<T> visitor) => visitor.VisitPageBreak(this);
}
