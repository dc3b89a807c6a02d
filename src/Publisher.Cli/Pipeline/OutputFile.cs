using Publisher.Model;

namespace Publisher.Cli.Pipeline;

/// <summary>Writes files whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Writes all files: first each under a temporary name, then, when all are on the disk, renames them.</summary>
    /// <exception cref="PublisherException">A file cannot be written; then none of them was changed, as far as the file system allows.</exception>
    public static void WriteAll(IReadOnlyList<(string Path, ReadOnlyMemory<byte> Content)> files)
    {
        var temporary = new List<string>();
        var current = "";
        try
        {
            foreach (var (path, content) in files)
            {
                current = path;
                if (Directory.Exists(path))
                {
                    throw new PublisherException(path, 0, "A folder of this name is in the way.", "Move it, or choose another output folder.");
                }

                Directory.CreateDirectory(Path.GetDirectoryName(path)!);

                // Two statements may write a file they share at the same time, each under a name of its own.
                var name = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}.tmp");
                temporary.Add(name);
                using var stream = new FileStream(name, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
                stream.Write(content.Span);
            }

            for (var i = 0; i < files.Count; i++)
            {
                current = files[i].Path;
                File.Move(temporary[i], current, overwrite: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PublisherException(
                current, 0, "The file cannot be written.", "Check the folder's permissions, free space, and whether the file is open in another program.", e);
        }
        finally
        {
            foreach (var name in temporary.Where(File.Exists))
            {
                File.Delete(name);
            }
        }
    }

    /// <summary>Makes a folder and makes sure that files can be written to it.</summary>
    /// <exception cref="PublisherException">They cannot.</exception>
    public static void EnsureWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".{Environment.ProcessId}.tmp");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PublisherException(folder, 0, "The output folder cannot be written to.", "Choose another with --output, or change its permissions.", e);
        }
    }
}
