namespace Publisher.Tests.Support;

/// <summary>Files of the repository and beside it.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>Publisher.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The path of a file of the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The bytes of a file of the repository.</summary>
    public static byte[] Bytes(params string[] parts) => File.ReadAllBytes(PathOf(parts));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Publisher.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
