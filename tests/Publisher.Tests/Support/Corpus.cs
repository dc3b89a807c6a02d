namespace Publisher.Tests.Support;

/// <summary>The real statements beside the repository, each as several extractors give it.</summary>
internal static class Corpus
{
    /// <summary>The texts; skips the test where there are none.</summary>
    public static IReadOnlyList<string> Texts
    {
        get
        {
            var found = Find("*.txt");
            if (found.Count == 0)
            {
                Assert.Skip("There is no corpus beside the repository.");
            }

            return found;
        }
    }

    /// <summary>The files of a name or pattern; none where there is no corpus.</summary>
    public static IReadOnlyList<string> Find(string pattern)
    {
        var corpus = Path.Combine(Repository.Root, "..", "shared", "corpus");
        return Directory.Exists(corpus)
            ? [.. Directory.EnumerateDirectories(corpus).SelectMany(folder => Directory.EnumerateFiles(folder, pattern)).Order(StringComparer.Ordinal)]
            : [];
    }
}
