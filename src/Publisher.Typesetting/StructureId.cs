namespace Publisher.Typesetting;

/// <summary>A mark the caller puts on content and finds again on the pages; its meaning is the caller's alone.</summary>
/// <param name="Value">Zero stands for content without a place in the structure: an artifact.</param>
public readonly record struct StructureId(int Value)
{
    /// <summary>No place in the structure.</summary>
    public static StructureId None => default;
}
