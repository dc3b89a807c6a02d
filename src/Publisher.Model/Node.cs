namespace Publisher.Model;

/// <summary>A part of a document that knows where it stood in the source.</summary>
public abstract record Node
{
    private protected Node()
    {
    }

    /// <summary>Where the node stands in its source.</summary>
    public SourceSpan Span { get; init; }
}
