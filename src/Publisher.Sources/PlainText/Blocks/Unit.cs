using Publisher.Model.Blocks;
using Publisher.Sources.PlainText.Lines;
using Publisher.Sources.PlainText.Tables;

namespace Publisher.Sources.PlainText.Blocks;

/// <summary>A paragraph's worth of lines on its way to becoming a block.</summary>
internal sealed class Unit
{
    /// <summary>Indices into all lines, in order.</summary>
    public required List<int> Lines { get; init; }

    /// <summary>Index of its measure in <see cref="Measures.All"/>.</summary>
    public required int Measure { get; init; }

    /// <summary>What it becomes.</summary>
    public UnitKind Kind { get; set; }

    /// <summary>Level of a heading or depth of a list item, from 1.</summary>
    public int Level { get; set; } = 1;

    /// <summary>What part of a letter it is.</summary>
    public ParagraphRole Role { get; set; }

    /// <summary>The mark of a list item.</summary>
    public ListMark? Mark { get; set; }

    /// <summary>The table that stands here; its first line stands for it in <see cref="Lines"/>.</summary>
    public TableDraft? Table { get; init; }

    /// <summary>True if line ends belong to the text.</summary>
    public bool KeepsLines { get; set; }

    /// <summary>True if evidence for and against a heading all but balance.</summary>
    public bool IsDoubtfulHeading { get; set; }
}

/// <summary>What a unit becomes.</summary>
internal enum UnitKind : byte
{
    /// <summary>A paragraph of running text.</summary>
    Paragraph,

    /// <summary>The title.</summary>
    Title,

    /// <summary>The subtitle.</summary>
    Subtitle,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A list item.</summary>
    Item,

    /// <summary>A further paragraph of the list item before.</summary>
    InItem,

    /// <summary>A paragraph of a block quotation.</summary>
    Quote,

    /// <summary>A table.</summary>
    Table,
}
