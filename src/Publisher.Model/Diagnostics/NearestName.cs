namespace Publisher.Model.Diagnostics;

/// <summary>Finds the name that a mistyped word most likely means, for the remedy of a diagnostic.</summary>
public static class NearestName
{
    /// <summary>Longer words are not compared: nobody mistypes a name of this length, and the cost grows with the square.</summary>
    private const int LongestWord = 64;

    /// <summary>
    /// The name with the least edits (a letter added, left out, replaced, or two neighbours swapped) to the word, the first of several;
    /// null if more than half of the word would have to be changed. Case does not count.
    /// </summary>
    public static string? To(string word, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(names);
        if (word.Length > LongestWord)
        {
            return null;
        }

        var (best, least) = ((string?)null, Math.Max(1, word.Length / 2) + 1);
        foreach (var name in names)
        {
            if (Edits(word.ToLowerInvariant(), name.ToLowerInvariant()) is var edits && edits < least)
            {
                (best, least) = (name, edits);
            }
        }

        return best;
    }

    /// <summary>Optimal string alignment distance.</summary>
    private static int Edits(string a, string b)
    {
        var distance = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                distance[i, j] = i == 0 || j == 0 ? i + j : Step(i, j);
            }
        }

        return distance[a.Length, b.Length];

        int Step(int i, int j)
        {
            var replaced = distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            var least = Math.Min(replaced, Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1);
            return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]
                ? Math.Min(least, distance[i - 2, j - 2] + 1)
                : least;
        }
    }
}
