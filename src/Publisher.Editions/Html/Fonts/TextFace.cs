using Publisher.Templates.Styles;

namespace Publisher.Editions.Html.Fonts;

/// <summary>What of a style decides about the font file and what it must have.</summary>
/// <param name="Family">Family name.</param>
/// <param name="Weight">100 to 900.</param>
/// <param name="Italic">True for italic.</param>
/// <param name="Capitals">True if small letters are shown as capitals.</param>
/// <param name="Features">OpenType features beyond those every text is set with.</param>
internal readonly record struct TextFace(string Family, int Weight, bool Italic, bool Capitals, string[] Features)
{
    private static readonly string[] None = [];
    private static readonly string[] Lining = ["lnum"];
    private static readonly string[] OldStyle = ["onum"];
    private static readonly string[] Tabular = ["lnum", "tnum"];
    private static readonly string[] SmallCapitals = ["smcp"];

    /// <summary>The face of a style.</summary>
    public static TextFace Of(Style style)
    {
        // The lists are shared, so that faces of one look are equal.
        var features = style.SmallCapitals ? SmallCapitals : style.Figures switch
        {
            FigureStyle.Lining => Lining,
            FigureStyle.OldStyle => OldStyle,
            FigureStyle.Tabular => Tabular,
            _ => None,
        };
        return new TextFace(style.FontFamily, style.Weight, style.Italic, style.Capitals, features);
    }
}
