namespace Publisher.Score;

/// <summary>The corpus of real statements, which stays outside the repository.</summary>
internal static class Corpus
{
    /// <summary>Looks for <c>shared/corpus</c> beside the repository, from the program upwards; null if it is not there.</summary>
    public static string? Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var corpus = Path.Combine(folder, "shared", "corpus");
            if (Directory.Exists(corpus))
            {
                return corpus;
            }
        }

        return null;
    }
}
