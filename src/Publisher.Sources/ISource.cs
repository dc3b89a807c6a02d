using Publisher.Model;

namespace Publisher.Sources;

/// <summary>Reads one format. Reading never fails for content: what is not understood stays text, and a diagnostic says so.</summary>
public interface ISource
{
    /// <summary>Name of the format, as the command line shows it.</summary>
    string Name { get; }

    /// <summary>File-name extensions with their dot, in lower case, the usual one first.</summary>
    ValueList<string> Extensions { get; }

    /// <summary>Reads a statement.</summary>
    /// <param name="file">The file.</param>
    /// <param name="decoded">The decoded text that the spans of the document count in; null for a format that has none.</param>
    /// <exception cref="PublisherException">The file is not of this format at all (binary, empty, encrypted).</exception>
    Document Read(SourceFile file, out string? decoded);
}

/// <summary>Reading for those who do not ask where something stands.</summary>
public static class SourceReading
{
    /// <summary>Reads a statement.</summary>
    /// <exception cref="PublisherException">The file is not of this format at all (binary, empty, encrypted).</exception>
    public static Document Read(this ISource source, SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Read(file, out _);
    }
}
