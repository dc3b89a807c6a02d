namespace Publisher.Model;

/// <summary>Where a node stands in its source, after decoding to UTF-16.</summary>
/// <param name="Offset">Zero-based offset of the first character.</param>
/// <param name="Length">Number of UTF-16 code units; may be zero for a place between two characters.</param>
/// <param name="Line">One-based line of the first character; 0 when the place is not known.</param>
/// <param name="Column">One-based column of the first character; 0 when the place is not known.</param>
public readonly record struct SourceSpan(int Offset, int Length, int Line, int Column)
{
    /// <summary>A node that no place in the source stands for, such as text of a template.</summary>
    public static SourceSpan None => default;

    /// <summary>True if the place is known.</summary>
    public bool IsKnown => Line > 0;

    /// <summary>Zero-based offset just behind the last character.</summary>
    public int End => Offset + Length;

    /// <summary>From the start of this span to the end of <paramref name="last"/>; an unknown span gives way to the known one.</summary>
    public SourceSpan To(SourceSpan last) =>
        !IsKnown ? last : !last.IsKnown ? this : this with { Length = Math.Max(Length, last.End - Offset) };

    /// <inheritdoc/>
    public override string ToString() => IsKnown ? $"{Line}:{Column}" : "-";
}
