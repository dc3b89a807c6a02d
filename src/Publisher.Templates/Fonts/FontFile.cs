namespace Publisher.Templates.Fonts;

/// <summary>A face of the template's fonts: a font file, or one place of a variable font, or one member of a collection.</summary>
/// <param name="Family">Family name as styles name it.</param>
/// <param name="Weight">100 to 900; of a variable font, the place it is to stand at.</param>
/// <param name="Italic">True for italic.</param>
public sealed record FontFile(string Family, int Weight, bool Italic)
{
    private readonly Lazy<ReadOnlyMemory<byte>> _content = new(ReadOnlyMemory<byte>.Empty);

    /// <summary>The bytes of the OpenType file, read when first asked for; faces of one file share them.</summary>
    public ReadOnlyMemory<byte> Content => _content.Value;

    /// <summary>Which face of a collection; 0 for a plain file.</summary>
    public int Index { get; init; }

    /// <summary>Name of the file as messages give it.</summary>
    public string Name { get; init; } = Family;

    /// <summary>Sets how <see cref="Content"/> is read; called at most once.</summary>
    public required Func<ReadOnlyMemory<byte>> Load
    {
        init => _content = new Lazy<ReadOnlyMemory<byte>>(value);
    }
}
