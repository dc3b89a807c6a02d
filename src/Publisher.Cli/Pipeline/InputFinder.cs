using Publisher.Model;
using Publisher.Sources;

namespace Publisher.Cli.Pipeline;

/// <summary>Finds the statements that the user's files and folders stand for.</summary>
internal static class InputFinder
{
    /// <summary>
    /// The statements in the order named, those of a folder in ordinal order of their paths. A file inside
    /// <paramref name="output"/> is never an input of a folder: it is an edition of an earlier run.
    /// </summary>
    public static IReadOnlyList<Input> Find(ValueList<string> names, string output)
    {
        var inputs = new List<Input>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            foreach (var input in Directory.Exists(name) ? FindInFolder(name, output) : [new Input(name, "", FindProblem(name))])
            {
                if (seen.Add(Path.GetFullPath(input.Path)))
                {
                    inputs.Add(input);
                }
            }
        }

        return inputs;
    }

    private static List<Input> FindInFolder(string folder, string output)
    {
        var outputFolder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(output)) + Path.DirectorySeparatorChar;
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
            MaxRecursionDepth = 32,
        };
        var inputs = Directory.EnumerateFiles(folder, "*", options)
            .Where(path => SourceCatalog.For(path) is not null)

            // Word keeps such a file beside each one that is open.
            .Where(path => !Path.GetFileName(path).StartsWith("~$", StringComparison.Ordinal))
            .Where(path => !Path.GetFullPath(path).StartsWith(outputFolder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new Input(path, Path.GetDirectoryName(Path.GetRelativePath(folder, path)) ?? "", null))
            .ToList();
        if (inputs.Count == 0)
        {
            inputs.Add(new Input(folder, "", new PublisherException(
                folder, 0, "This folder holds no statement.", $"Put files ending in {Extensions()} into it.")));
        }

        return inputs;
    }

    private static PublisherException? FindProblem(string path)
    {
        if (!File.Exists(path))
        {
            return new PublisherException(path, 0, "There is no such file or folder.", "Check the name.");
        }

        return SourceCatalog.For(path) is null
            ? new PublisherException(path, 0, "This kind of file is not read.", $"Use a file ending in {Extensions()}.")
            : null;
    }

    private static string Extensions()
    {
        var extensions = SourceCatalog.All.SelectMany(source => source.Extensions).ToArray();
        return extensions.Length < 2 ? string.Concat(extensions) : $"{string.Join(", ", extensions[..^1])} or {extensions[^1]}";
    }
}

/// <summary>A statement's file.</summary>
/// <param name="Path">As the user named it, or below the folder the user named.</param>
/// <param name="Folder">Folder below the output folder that its editions go to; empty for the output folder itself.</param>
/// <param name="Problem">Why it cannot be read; null if it may be tried.</param>
internal sealed record Input(string Path, string Folder, PublisherException? Problem);
