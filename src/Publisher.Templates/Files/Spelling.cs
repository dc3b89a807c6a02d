namespace Publisher.Templates.Files;

/// <summary>Finds what somebody may have meant.</summary>
internal static class Spelling
{
    /// <summary>The known word nearest to a misspelt one; null if none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        // A third of the letters wrong is a slip, more is another word.
        var limit = Math.Max(1, word.Length / 3);
        var best = known
            .Select(candidate => (candidate, distance: Distance(word.ToLowerInvariant(), candidate)))
            .Where(pair => pair.distance <= limit)
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.candidate;
    }

    /// <summary>"Did you mean x?", or what is known.</summary>
    public static string Advice(string word, IReadOnlyCollection<string> known) => Nearest(word, known) is { } nearest
        ? $"Did you mean \"{nearest}\"?"
        : $"Known here: {string.Join(", ", known)}.";

    /// <summary>How many letters must be changed, added, left out or swapped with a neighbour (optimal string alignment).</summary>
    private static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= to.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var same = from[i - 1] == to[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + same);
                var swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
                rows[i, j] = swapped ? Math.Min(least, rows[i - 2, j - 2] + 1) : least;
            }
        }

        return rows[from.Length, to.Length];
    }
}
