namespace Publisher.Tests.Support;

/// <summary>A file that outside programs can read, gone when the test ends.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(ReadOnlyMemory<byte> content)
    {
        Path = System.IO.Path.GetTempFileName();
        File.WriteAllBytes(Path, content.Span);
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
