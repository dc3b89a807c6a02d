namespace Publisher.Sources;

/// <summary>A statement's file in memory, with what lies beside it.</summary>
/// <param name="Name">The file as the user named it, for messages only.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SourceFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>The side-car metadata file beside the statement (same name, <c>.yml</c> behind it); null if there is none.</summary>
    public SourceFile? SideCar { get; init; }

    /// <summary>
    /// Finds a file that the statement refers to by an address relative to its own folder, such as an image. Returns null if there
    /// is none, or if it lies outside that folder. The default finds nothing.
    /// </summary>
    public Func<string, ReadOnlyMemory<byte>?> Neighbour { get; init; } = static _ => null;

    /// <summary>What becomes of tracked changes, in formats that have them; accepted by default.</summary>
    public RevisionPolicy Revisions { get; init; }
}
