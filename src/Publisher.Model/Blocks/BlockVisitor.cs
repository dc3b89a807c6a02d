namespace Publisher.Model.Blocks;

/// <summary>
/// One method for each kind of block. A new kind is a new abstract method, so that every edition stops building until it can show it.
/// </summary>
public abstract class BlockVisitor<T>
{
    /// <summary>Visits a heading.</summary>
    public abstract T VisitHeading(Heading heading);

    /// <summary>Visits a paragraph.</summary>
    public abstract T VisitParagraph(Paragraph paragraph);

    /// <summary>Visits a list with marks.</summary>
    public abstract T VisitUnorderedList(UnorderedList list);

    /// <summary>Visits a list with numbers.</summary>
    public abstract T VisitOrderedList(OrderedList list);

    /// <summary>Visits a block quotation.</summary>
    public abstract T VisitQuote(Quote quote);

    /// <summary>Visits a table.</summary>
    public abstract T VisitTable(Table table);

    /// <summary>Visits a figure.</summary>
    public abstract T VisitFigure(Figure figure);

    /// <summary>Visits lines of code.</summary>
    public abstract T VisitCodeBlock(CodeBlock code);

    /// <summary>Visits a thematic break.</summary>
    public abstract T VisitThematicBreak(ThematicBreak thematicBreak);

    /// <summary>Visits a page break.</summary>
    public abstract T VisitPageBreak(PageBreak pageBreak);
}
