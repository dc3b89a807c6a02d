using Publisher.Typesetting.Fonts;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>Which glyphs of a face the pages use, and what text each stands for.</summary>
internal sealed class FontUsage(FontFace face, string resourceName)
{
    // By glyph id: asked for every glyph of every page, twice.
    private readonly string?[] _texts = new string?[face.GlyphCount];

    public FontFace Face { get; } = face;

    /// <summary>The font's name in the resources of pages.</summary>
    public string ResourceName { get; } = resourceName;

    /// <summary>The ids of the glyphs used, ascending.</summary>
    public IEnumerable<int> Glyphs => Enumerable.Range(0, _texts.Length).Where(glyph => _texts[glyph] is not null);

    /// <summary>The text a glyph stands for; empty for one that is not used.</summary>
    public string TextOf(int glyph) => _texts[glyph] ?? "";

    /// <summary>Notes that a glyph stands for a text. The first text counts, unless a later one is the glyph's own character.</summary>
    public void Use(int glyph, string text)
    {
        if (_texts[glyph] is not { } known)
            _texts[glyph] = text;
        else if (known.Length != text.Length || !IsSame(known, text))
            _texts[glyph] = IsOwn(text) && !IsOwn(known) ? text : known;
    }

    /// <summary>The glyph of the hyphens that divide words; -1 if there is none.</summary>
    public int DividingGlyph { get; private set; } = -1;

    /// <summary>
    /// The code that shows <see cref="DividingGlyph"/> and stands for U+00AD, so that a reader can tell a divided word from a compound;
    /// -1 if the font cannot have one.
    /// </summary>
    public int DividingCode { get; private set; } = -1;

    /// <summary>Notes that a glyph divides words.</summary>
    public void UseToDivide(int glyph)
    {
        _texts[glyph] ??= "-";
        if (DividingGlyph < 0)
            DividingGlyph = glyph;
    }

    /// <summary>
    /// Gives the hyphens that divide words a code of their own, behind those of the glyphs. TrueType alone can show one glyph for two
    /// codes; in a bare CFF table the code is the glyph.
    /// </summary>
    public void NumberGlyphs(FontSubset subset)
    {
        var next = Glyphs.Max(glyph => subset.NewIds[glyph]) + 1;
        if (DividingGlyph >= 0 && !subset.IsCff && next <= ushort.MaxValue)
            DividingCode = next;
    }

    /// <summary>Whether a reader that looks a glyph up gets this text. Spaces of all kinds are one another's equal.</summary>
    public bool SpeaksFor(int glyph, ReadOnlySpan<char> text) =>
        _texts[glyph] is { } known && IsSame(known, text);

    private static bool IsSame(ReadOnlySpan<char> known, ReadOnlySpan<char> text) =>
        known.SequenceEqual(text) || (known.Length == 1 && text.Length == 1 && IsSpace(known[0]) && IsSpace(text[0]));

    private static bool IsSpace(char c) => c is ' ' or '\u00A0' or '\u202F';

    // Letters the reader typed as such, rather than small letters shown as capitals or ligatures.
    private static bool IsOwn(string text) => text.Length == 1 && !char.IsLower(text[0]);
}
