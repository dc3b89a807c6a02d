namespace Publisher.Model.Typography;

/// <summary>Letters with one diacritic as one character (Unicode NFC), as far as the languages of Europe's west and middle need them.</summary>
internal static class Composition
{
    private static readonly (char Mark, string Bases, string Composed)[] Table =
    [
        ('\u0300', "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
        ('\u0301', "AEIOUYaeiouyCcNnSsZzLlRr", "ÁÉÍÓÚÝáéíóúýĆćŃńŚśŹźĹĺŔŕ"),
        ('\u0302', "AEIOUaeiouCcGgHhJjSsWwYy", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ"),
        ('\u0303', "ANOano", "ÃÑÕãñõ"),
        ('\u0308', "AEIOUaeiouyY", "ÄËÏÖÜäëïöüÿŸ"),
        ('\u030A', "AaUu", "ÅåŮů"),
        ('\u030C', "CcDdEeNnRrSsTtZz", "ČčĎďĚěŇňŘřŠšŤťŽž"),
        ('\u0327', "CcSsTt", "ÇçŞşŢţ"),
    ];

    /// <summary>The letter with the mark; null if there is none in the table.</summary>
    public static char? Compose(char letter, char mark)
    {
        foreach (var (known, bases, composed) in Table)
        {
            if (known == mark && bases.IndexOf(letter) is >= 0 and var index)
            {
                return composed[index];
            }
        }

        return null;
    }
}
