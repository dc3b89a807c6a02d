namespace Publisher.Sources.PlainText.Lines;

/// <summary>The lines of a letter that are a block each, however long they are: salutation and valediction.</summary>
internal static class LetterLines
{
    private const int LongestLine = 70;

    private static readonly string[] Salutations =
        ["Sehr geehrte", "Sehr verehrte", "Liebe ", "Lieber ", "Guten Tag", "Dear ", "To whom it may concern", "Madame,", "Monsieur,", "Madame ", "Monsieur ", "Mesdames", "Messieurs", "Chère", "Cher ", "Chers "];

    private static readonly string[] Valedictions =
        ["Mit freundliche", "Mit herzliche", "Mit beste", "Mit solidarische", "Freundliche Grüße", "Herzliche Grüße", "Beste Grüße", "Viele Grüße", "Hochachtungsvoll",
        "Yours sincerely", "Yours faithfully", "Yours truly", "Sincerely", "Kind regards", "Best regards", "Cordialement", "Bien cordialement", "Respectueusement"];

    /// <summary>True for a line that greets: it ends with a comma, an exclamation mark or a colon.</summary>
    public static bool IsSalutation(ReadOnlySpan<char> line) =>
        line.Length is > 4 and <= LongestLine && line[^1] is ',' or '!' or ':' && StartsWithAny(line, Salutations) && !LineWords.HasSentenceEnd(line);

    /// <summary>True for a line that says goodbye, and ends no sentence.</summary>
    public static bool IsValediction(ReadOnlySpan<char> line) =>
        line.Length < 60 && StartsWithAny(line, Valedictions) && LineWords.End(line) is LineEnd.Word or LineEnd.Comma;

    /// <summary>Sets salutations and valedictions apart from the lines around them.</summary>
    public static void SetApart(string text, List<TextLine> lines)
    {
        var habits = new LineHabits(text, lines);
        for (var i = 1; i + 1 < lines.Count; i++)
        {
            var line = lines[i].In(text);
            if ((IsSalutation(line) || IsValediction(line)) && habits.EndsBlock(i - 1))
            {
                lines[i].StartsBlock = true;
                lines[i + 1].StartsBlock = true;
            }
        }
    }

    private static bool StartsWithAny(ReadOnlySpan<char> line, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
