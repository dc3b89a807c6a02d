namespace Publisher.Editions.Html.Css;

/// <summary>What a browser shows where it lacks a font.</summary>
internal static class FontFallback
{
    private static readonly string[] Serifs =
        ["Serif", "Times", "Georgia", "Garamond", "Palatino", "Cambria", "Charter", "Gentium", "Libertin", "Baskerville", "Caslon", "Bembo", "Literata"];

    /// <summary>A family with fonts of its kind that most systems have, judged by its name; a value of <c>font-family</c>.</summary>
    public static string Of(string family) => CssWriter.Quoted(family) + Kin(family);

    private static string Kin(string family)
    {
        if (family.Contains("Mono", StringComparison.OrdinalIgnoreCase) || family.Contains("Code", StringComparison.OrdinalIgnoreCase))
        {
            return ",ui-monospace,Consolas,monospace";
        }

        var isSerif = !family.Contains("Sans", StringComparison.OrdinalIgnoreCase)
            && Serifs.Any(name => family.Contains(name, StringComparison.OrdinalIgnoreCase));
        return isSerif ? ",Charter,Georgia,Cambria,serif" : ",system-ui,sans-serif";
    }
}
