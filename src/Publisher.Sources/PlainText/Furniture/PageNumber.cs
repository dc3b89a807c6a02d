namespace Publisher.Sources.PlainText.Furniture;

/// <summary>A line that is nothing but a page number: "Seite 2 von 3", "- 2 -", "2/3", "2".</summary>
/// <param name="Number">The page.</param>
/// <param name="Of">The number of pages; 0 if not stated.</param>
/// <param name="IsExplicit">True if a word or the total says that it is a page number.</param>
internal readonly record struct PageNumber(int Number, int Of, bool IsExplicit)
{
    private static readonly string[] Words = ["seite", "page", "pagina", "página", "strona", "sayfa", "blatt", "seiten", "s.", "p.", "pg.", "-", "–", "—", "|", "•", "·"];

    private static readonly string[] Between = ["von", "of", "sur", "de", "di", "z", "/", "|", "–"];

    /// <summary>Reads a line; null if it is anything else.</summary>
    public static PageNumber? Read(ReadOnlySpan<char> line)
    {
        if (line.Length > 32)
        {
            return null;
        }

        var rest = line.Trim("-–—|[]()·• \t\u00A0");
        var word = Take(ref rest, Words);
        if (Figures(ref rest) is not { } number)
        {
            return null;
        }

        if (rest.IsEmpty)
        {
            var set = line[0] is '-' or '–' or '—' && line[^1] is '-' or '–' or '—' && line.Length > 2;
            return new PageNumber(number, 0, set || word is not null && char.IsLetter(word[0]));
        }

        return Take(ref rest, Between) is not null && Figures(ref rest) is { } of && rest.IsEmpty && of >= number
            ? new PageNumber(number, of, IsExplicit: true)
            : null;
    }

    private static string? Take(ref ReadOnlySpan<char> rest, string[] words)
    {
        foreach (var word in words)
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[word.Length..].TrimStart(" \t\u00A0.:");
                return word;
            }
        }

        return null;
    }

    private static int? Figures(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        end = end < 0 ? rest.Length : end;
        if (end is 0 or > 4)
        {
            return null;
        }

        var number = int.Parse(rest[..end]);
        rest = rest[end..].TrimStart(" \t\u00A0");
        return number;
    }
}
