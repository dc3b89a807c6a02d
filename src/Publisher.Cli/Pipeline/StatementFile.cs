using Publisher.Model;
using Publisher.Sources;
using Publisher.Templates.Files;

namespace Publisher.Cli.Pipeline;

/// <summary>Reads a statement's file with what lies beside it.</summary>
internal static class StatementFile
{
    // Statements have a few pages. A limit keeps a mistaken file (a film, a disk image) from filling the memory.
    private const long MaximumBytes = 256L * 1024 * 1024;

    private const int LargeBytes = 4 * 1024 * 1024;

    /// <summary>Reads a statement, and its text for those who ask where in it something stands; null for a format without text.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="revisions">What becomes of tracked changes in it.</param>
    /// <exception cref="PublisherException">The file cannot be read or is not of its format.</exception>
    public static (Document Document, string? Text) Open(string path, RevisionPolicy revisions = RevisionPolicy.Accept)
    {
        if (Directory.Exists(path))
        {
            throw new PublisherException(path, 0, "This is a folder.", "Name a file in it.");
        }

        var source = SourceCatalog.For(path)
            ?? throw new PublisherException(path, 0, "This kind of file is not read.", "Use plain text, Markdown or a Word document (.docx).");
        var sideCar = path + ".yml";
        var file = new SourceFile(path, Load(path))
        {
            SideCar = File.Exists(sideCar) ? new SourceFile(sideCar, Load(sideCar)) : null,
            Neighbour = address => Neighbour(path, address),
            Revisions = revisions,
        };
        var isLarge = file.Content.Length >= LargeBytes;
        var document = source.Read(file, out var text);
        if (isLarge)
        {
            // PERF: the reader leaves several times the file behind, which the collector keeps until as much again is needed.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        return (document, text);
    }

    /// <summary>The statement's file as it is, under its name without folders.</summary>
    /// <exception cref="PublisherException">The file cannot be read.</exception>
    public static Resource AsResource(string path) =>
        new(Path.GetFileName(path), MediaTypeOf(Path.GetExtension(path).ToUpperInvariant()), ValueList.Create(Load(path).Span));

    private static string MediaTypeOf(string extension) => extension switch
    {
        ".MD" or ".MARKDOWN" => "text/markdown",
        ".DOCX" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "text/plain",
    };

    private static ReadOnlyMemory<byte> Load(string path)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length > MaximumBytes
                ? throw new PublisherException(path, 0, $"The file is larger than {MaximumBytes >> 20} MB.", "Is it a statement? Divide it.")
                : File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PublisherException(path, 0, "There is no such file.", "Check the name.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PublisherException(path, 0, "The file cannot be read.", "Check its permissions, and whether another program holds it open.", e);
        }
    }

    /// <summary>A file the statement refers to; null unless it lies in the statement's folder or below, links resolved.</summary>
    private static ReadOnlyMemory<byte>? Neighbour(string statement, string address)
    {
        try
        {
            var folder = RealPath.Of(Path.GetDirectoryName(Path.GetFullPath(statement))!);
            var path = RealPath.Of(Path.GetFullPath(Path.Combine(folder, address)));

            // Without its type, null would become an empty file.
            return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path) ? Load(path) : default(ReadOnlyMemory<byte>?);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or PublisherException)
        {
            return null;
        }
    }
}
