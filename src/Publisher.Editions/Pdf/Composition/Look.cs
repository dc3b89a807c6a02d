using Publisher.Templates.Styles;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>What makes the look of text inside a block: the block's role and what its inlines add.</summary>
internal readonly record struct Look(StyleRole Role, string Language)
{
    public bool IsStrong { get; init; }

    public bool IsEmphasis { get; init; }

    public bool IsStruck { get; init; }

    public bool IsCode { get; init; }

    public bool IsLink { get; init; }

    /// <summary>1 for raised, -1 for lowered text, 0 for neither.</summary>
    public int Script { get; init; }
}
