using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;

namespace Publisher.Templates.Surroundings;

/// <summary>
/// The text that a template puts round a statement, in the model's own terms. It stems from the template and the metadata, so none
/// of it counts among the statement's words, save the title and subtitle in the <see cref="TitleBlock"/>.
/// </summary>
public sealed record Surround
{
    /// <summary>The sender at the top of the first page; the brand's logo stands beside it.</summary>
    public ValueList<Block> Letterhead { get; init; }

    /// <summary>Where the logo stands in the letterhead.</summary>
    public LogoPlacement LogoPlacement { get; init; }

    /// <summary>
    /// The address of a letter, below the letterhead and above the title; empty in most kinds of statement. Its paragraphs have the role
    /// <see cref="ParagraphRole.Addressee"/>.
    /// </summary>
    public ValueList<Block> AddressField { get; init; }

    /// <summary>The sender's address as one small line above the address of a letter on paper; empty for none.</summary>
    public ValueList<Inline> ReturnLine { get; init; }

    /// <summary>The title with what stands above and below it.</summary>
    public TitleBlock TitleBlock { get; init; } = new(default, default, default, default);

    /// <summary>Contact and imprint, below the text.</summary>
    public ValueList<Block> Closing { get; init; }

    /// <summary>Running header of the first page, a line an element; usually empty, for the letterhead stands there.</summary>
    public ValueList<RunningLine> FirstHeader { get; init; }

    /// <summary>Running header of the other pages.</summary>
    public ValueList<RunningLine> Header { get; init; }

    /// <summary>Running footer of the first page.</summary>
    public ValueList<RunningLine> FirstFooter { get; init; }

    /// <summary>Running footer of the other pages.</summary>
    public ValueList<RunningLine> Footer { get; init; }
}

/// <summary>The title with what stands above and below it.</summary>
/// <param name="Before">Lines above the title (<see cref="Styles.StyleRole.Kicker"/>).</param>
/// <param name="Title">The statement's title; empty if it has none.</param>
/// <param name="Subtitle">The statement's subtitle; empty if it has none.</param>
/// <param name="After">Lines below (<see cref="Styles.StyleRole.Byline"/>).</param>
public sealed record TitleBlock(ValueList<Block> Before, ValueList<Inline> Title, ValueList<Inline> Subtitle, ValueList<Block> After);

/// <summary>A line of the running header or footer; a part may be empty.</summary>
/// <param name="Start">At the start margin.</param>
/// <param name="Center">In the middle.</param>
/// <param name="End">At the end margin.</param>
public sealed record RunningLine(ValueList<Inline> Start, ValueList<Inline> Center, ValueList<Inline> End);

/// <summary>Where the logo stands in the letterhead.</summary>
public enum LogoPlacement
{
    /// <summary>At the start margin, the sender's text at the end margin.</summary>
    Start,

    /// <summary>At the end margin, the sender's text at the start margin.</summary>
    End,

    /// <summary>Above the sender's text.</summary>
    Above,
}
