namespace Publisher.Templates.Files;

/// <summary>Where a path leads once every symbolic link on the way is followed, also those that links lead through.</summary>
public static class RealPath
{
    // As Linux has it (path_resolution(7)); more is a circle.
    private const int MostLinks = 40;

    /// <summary>The path without links. Opened by this name, nothing but this place is read.</summary>
    /// <param name="path">A full path; what does not exist stays as it is.</param>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    public static string Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var root = Path.GetPathRoot(path)!;
        var resolved = root;
        var parts = new Stack<string>(Parts(path, root).Reverse());
        var links = 0;
        while (parts.TryPop(out var part))
        {
            if (part == "..")
            {
                resolved = Path.GetDirectoryName(resolved) ?? root;
                continue;
            }

            var place = Path.Combine(resolved, part);
            if (new FileInfo(place).LinkTarget is not { } target)
            {
                resolved = place;
                continue;
            }

            if (++links > MostLinks)
            {
                throw new IOException("Too many symbolic links.");
            }

            var targetRoot = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : string.Empty;
            resolved = targetRoot.Length > 0 ? targetRoot : resolved;
            foreach (var step in Parts(target, targetRoot).Reverse())
            {
                parts.Push(step);
            }
        }

        return resolved;
    }

    private static IEnumerable<string> Parts(string path, string root) => path[root.Length..]
        .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
        .Where(part => part != ".");
}
