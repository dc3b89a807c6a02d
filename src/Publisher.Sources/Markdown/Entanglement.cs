using System.Buffers;

namespace Publisher.Sources.Markdown;

/// <summary>
/// Finds text on which the Markdown parser would take time in the square of its length (tried with Markdig 1.6: 100,000 times
/// <c>[](</c> take 77 s). People do not write such text; it is read without markup.
/// </summary>
internal static class Entanglement
{
    /// <summary>Lines without an empty one between them: a wrapped paragraph has 2 kB, a long table some 50.</summary>
    private const int LongestRun = 256 * 1024;

    /// <summary>Links in such a run whose parenthesis is not closed: each is sought to the end of the run.</summary>
    private const int MostOpenLinks = 500;

    /// <summary>Lines that underline a heading, part a table or define a link: the parser moves all blocks behind each.</summary>
    private const int MostStructuralLines = 20_000;

    private static readonly SearchValues<char> Rules = SearchValues.Create("|:-=+ \t");

    /// <summary>True if the text should not be parsed.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        var (run, openLinks, structural) = (0, 0, 0);
        foreach (var line in text.EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                (run, openLinks) = (0, 0);
                continue;
            }

            run += line.Length + 1;
            openLinks += line.Count("](") - line.Count(')');
            structural += IsStructural(line) ? 1 : 0;
            if (run > LongestRun || openLinks > MostOpenLinks || structural > MostStructuralLines)
            {
                return true;
            }

            openLinks = Math.Max(0, openLinks);
        }

        return false;
    }

    private static bool IsStructural(ReadOnlySpan<char> line) =>
        line.IndexOfAnyExcept(Rules) < 0 || line.TrimStart().StartsWith("[");
}
