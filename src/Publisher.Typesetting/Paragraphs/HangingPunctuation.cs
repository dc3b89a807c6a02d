namespace Publisher.Typesetting.Paragraphs;

/// <summary>
/// How much of a character at a line's edge stands in the margin, so that edges look straight (optical margins). Shares in the
/// manner of pdfTeX's protrusion: full for nothing, about half for light marks.
/// </summary>
internal static class HangingPunctuation
{
    /// <summary>Share of the advance of a character that ends a line; 0 to 1.</summary>
    public static double AtEnd(char c) => c switch
    {
        '.' or ',' or '-' or '\u2010' => 0.6,
        '“' or '”' or '‘' or '’' or '"' or '\'' or '»' or '›' or '«' or '‹' => 0.5,
        ';' or ':' => 0.35,
        '–' or '—' => 0.25,
        '!' or '?' or ')' => 0.15,
        _ => 0,
    };

    /// <summary>Share of the advance of a character that begins a line; 0 to 1.</summary>
    public static double AtStart(char c) => c switch
    {
        '„' or '‚' or '“' or '‘' or '"' or '\'' or '»' or '›' or '«' or '‹' => 0.5,
        '–' or '—' => 0.25,
        '(' => 0.15,
        _ => 0,
    };
}
