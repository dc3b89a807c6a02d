using System.Diagnostics;

namespace Publisher.Tests.Support;

/// <summary>
/// A file of a package of npm, below the folder that <c>PUBLISHER_NODE_MODULES</c> names. A test that needs one is skipped where it is
/// missing, as with an <see cref="OutsideProgram"/>.
/// </summary>
internal static class NodeModule
{
    /// <summary>The path of a file such as <c>axe-core/axe.min.js</c>; skips the test if it is not there.</summary>
    public static string Require(string file)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("PUBLISHER_NODE_MODULES") ?? "", file);
        if (File.Exists(path))
        {
            return path;
        }

        OutsideProgram.Missing($"{file} is not in the folder that PUBLISHER_NODE_MODULES names.");
        throw new UnreachableException();
    }
}
