namespace Publisher.Sources.Docx.Flow;

/// <summary>Characters of the symbol fonts that Word puts into texts (ECMA-376-1, 17.3.3.30), as Unicode.</summary>
internal static class SymbolFont
{
    // The codes of Symbol from 0x21 on, as Adobe's table for that font has them.
    private const string Symbol =
        "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";

    // From 0xA0 on.
    private const string SymbolHigh =
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";

    private static readonly Dictionary<int, string> Wingdings = new()
    {
        [0x22] = "✂",
        [0x28] = "☎",
        [0x29] = "✆",
        [0x2A] = "✉",
        [0x3F] = "✍",
        [0x41] = "✌",
        [0x45] = "☜",
        [0x46] = "☞",
        [0x4A] = "☺",
        [0x4C] = "☹",
        [0x52] = "☼",
        [0x6C] = "●",
        [0x6E] = "■",
        [0x6F] = "□",
        [0x71] = "❑",
        [0x72] = "❒",
        [0x74] = "⧫",
        [0x75] = "◆",
        [0x76] = "❖",
        [0x9F] = "•",
        [0xA7] = "▪",
        [0xA8] = "◻",
        [0xAB] = "★",
        [0xD8] = "➢",
        [0xDF] = "←",
        [0xE0] = "→",
        [0xE1] = "↑",
        [0xE2] = "↓",
        [0xE8] = "➔",
        [0xEF] = "⇦",
        [0xF0] = "⇨",
        [0xFB] = "✗",
        [0xFC] = "✓",
        [0xFD] = "☒",
        [0xFE] = "☑",
    };

    /// <summary>The character; null if the font's table does not have it.</summary>
    /// <param name="font">Name of the font.</param>
    /// <param name="code">The code, with or without the offset F000 of symbol fonts.</param>
    public static string? Read(string font, int code)
    {
        var at = code is >= 0xF000 and <= 0xF0FF ? code - 0xF000 : code;
        if (font.Equals("Symbol", StringComparison.OrdinalIgnoreCase))
        {
            return at is >= 0x21 and < 0x7F ? Symbol[at - 0x21].ToString() : at - 0xA0 is >= 0 and var high && high < SymbolHigh.Length ? SymbolHigh[high].ToString() : null;
        }

        if (font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase))
        {
            return font.Length == "Wingdings".Length ? Wingdings.GetValueOrDefault(at) : null;
        }

        // Another font: the code is the character, unless it lies in the private area.
        return code is >= 0x20 and < 0xE000 and not (>= 0xD800 and < 0xE000) ? ((char)code).ToString() : null;
    }
}
