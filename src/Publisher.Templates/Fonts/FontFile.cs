namespace Publisher.Templates.Fonts;

/// <summary>A font file of the template.</summary>
/// <param name="Family">Family name as styles name it.</param>
/// <param name="Weight">100 to 900.</param>
/// <param name="Italic">True for italic.</param>
public sealed record FontFile(string Family, int Weight, bool Italic)
{
    private readonly Lazy<ReadOnlyMemory<byte>> _content = new(ReadOnlyMemory<byte>.Empty);

    /// <summary>The bytes of the OpenType file, read when first asked for.</summary>
    public ReadOnlyMemory<byte> Content => _content.Value;

    /// <summary>Sets how <see cref="Content"/> is read; called at most once.</summary>
    public required Func<ReadOnlyMemory<byte>> Load
    {
        init => _content = new Lazy<ReadOnlyMemory<byte>>(value);
    }
}
