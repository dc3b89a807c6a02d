using System.Globalization;
using System.Text;

using HarfBuzzSharp;

using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Fonts;

namespace Publisher.Typesetting.Paragraphs;

/// <summary>
/// Shapes the words of one style and remembers them. PERF: German running text repeats about two words in three, so a word shaped
/// once and looked up later saves most calls into HarfBuzz; what is lost is kerning against spaces, which text faces hardly have.
/// </summary>
internal sealed class StyleShaper
{
    // What is longer is hardly met twice; what is more is hostile.
    private const int LongestRemembered = 48;
    private const int MostRemembered = 50_000;

    private readonly Feature[] _features;
    private readonly Hyphenator? _hyphenator;
    private readonly Dictionary<string, ShapedWord> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ShapedWord>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<string, ShapedWord> _rightToLeft = new(StringComparer.Ordinal);
    private readonly List<ShapedGlyph> _glyphs = [];
    private readonly List<WordBreak> _breaks = [];
    private readonly List<int> _softHyphens = [];
    private readonly List<string> _missing = [];

    public StyleShaper(TextStyle style, HyphenationCatalogue hyphenation)
    {
        Style = style;
        Size = style.Size.Points;
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _features = [.. style.Features.Select(f => new Feature(Tag.Parse(f.Tag), (uint)f.Value))];
        _hyphenator = style.Hyphenate ? hyphenation.Find(style.Language) : null;
        Space = Get(" ", rightToLeft: false);
        Hyphen = Get("-", rightToLeft: false);
        var metrics = style.Faces.First.Metrics;
        Ascent = metrics.Ascender * Size / metrics.UnitsPerEm;
        Descent = -metrics.Descender * Size / metrics.UnitsPerEm;
    }

    public TextStyle Style { get; }

    /// <summary>The em in points.</summary>
    public double Size { get; }

    /// <summary>Above the baseline, in points.</summary>
    public double Ascent { get; }

    /// <summary>Below the baseline, in points.</summary>
    public double Descent { get; }

    public ShapedWord Space { get; }

    public ShapedWord Hyphen { get; }

    public double SpaceWidth => Space.Advance * Size;

    /// <summary>How many words are remembered.</summary>
    public int Remembered => _words.Count + _rightToLeft.Count;

    public ShapedWord Get(ReadOnlySpan<char> word, bool rightToLeft)
    {
        if (rightToLeft)
            return GetRightToLeft(word.ToString());
        if (_lookup.TryGetValue(word, out var known))
            return known;

        var shaped = Shape(word, rightToLeft: false);
        if (word.Length <= LongestRemembered && _words.Count < MostRemembered)
            _lookup[word] = shaped;
        return shaped;
    }

    private ShapedWord GetRightToLeft(string word)
    {
        if (_rightToLeft.TryGetValue(word, out var known))
            return known;

        var shaped = Shape(word, rightToLeft: true);
        if (word.Length <= LongestRemembered && _rightToLeft.Count < MostRemembered)
            _rightToLeft[word] = shaped;
        return shaped;
    }

    private ShapedWord Shape(ReadOnlySpan<char> word, bool rightToLeft)
    {
        _glyphs.Clear();
        _breaks.Clear();
        _softHyphens.Clear();
        _missing.Clear();
        var text = WordBreaks.WithoutSoftHyphens(word, _softHyphens);
        var shown = Style.Capitals ? Capitals(text) : text;
        if (!ShapeWith(0, shown, 0, rightToLeft))
        {
            _glyphs.Clear();
            ShapeWithFallback(shown, rightToLeft);
        }

        if (text.Length > 1)
            WordBreaks.Find(text, _softHyphens, _hyphenator, _breaks);
        var glyphs = _glyphs.ToArray();
        Track(glyphs);
        return new ShapedWord(text, glyphs, [.. _breaks], rightToLeft, [.. _missing]);
    }

    // Character by character, so that clusters still count in the text: ß stays, for SS is two.
    private static string Capitals(string text) => string.Create(text.Length, text, static (capitals, source) =>
    {
        for (var i = 0; i < capitals.Length; i++)
            capitals[i] = char.ToUpperInvariant(source[i]);
    });

    private void Track(ShapedGlyph[] glyphs)
    {
        var tracking = Style.Tracking.Points / Size;
        if (tracking == 0)
            return;
        for (var i = 0; i < glyphs.Length; i++)
            glyphs[i] = glyphs[i] with { Advance = glyphs[i].Advance + tracking };
    }

    private bool ShapeWith(int face, ReadOnlySpan<char> text, int offset, bool rightToLeft) =>
        Style.Faces[face]?.Shape(text, _features, Style.Language, rightToLeft, (ushort)face, offset, _glyphs) ?? false;

    // Each character as the reader sees it (UAX #29) goes to the first face that has all of it; neighbours of one face are
    // shaped together.
    private void ShapeWithFallback(ReadOnlySpan<char> text, bool rightToLeft)
    {
        var segments = new List<(int Start, int End, int Face)>();
        for (var i = 0; i < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text[i..]);
            var face = FaceFor(text.Slice(i, length));
            if (face >= 0 && segments.Count > 0 && segments[^1].Face == face)
                segments[^1] = (segments[^1].Start, i + length, face);
            else
                segments.Add((i, i + length, face));
            i += length;
        }

        if (rightToLeft)
            segments.Reverse();
        foreach (var (start, end, face) in segments)
        {
            if (face >= 0)
                ShapeWith(face, text[start..end], start, rightToLeft);
            else
                Substitute(text[start..end], start);
        }
    }

    private int FaceFor(ReadOnlySpan<char> character)
    {
        for (var i = 0; i < Style.Faces.Count; i++)
        {
            if (Style.Faces[i] is { } face && HasAll(face, character))
                return i;
        }

        // A face may have the letter with its mark though not the mark alone: HarfBuzz composes them.
        var before = _glyphs.Count;
        for (var i = 0; i < Style.Faces.Count && character.Length <= 8; i++)
        {
            var complete = ShapeWith(i, character, 0, rightToLeft: false);
            _glyphs.RemoveRange(before, _glyphs.Count - before);
            if (complete)
                return i;
        }

        return -1;
    }

    private static bool HasAll(FontFace face, ReadOnlySpan<char> character)
    {
        foreach (var rune in character.EnumerateRunes())
        {
            if (!IsIgnorable(rune) && !face.HasGlyph(rune.Value))
                return false;
        }

        return true;
    }

    private static bool IsIgnorable(Rune rune) =>
        rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format;

    // .notdef is forbidden in PDF/UA (ISO 14289-1, 7.21.8): print the replacement character, a box or a question mark.
    private void Substitute(ReadOnlySpan<char> character, int offset)
    {
        if (character.Trim().IsEmpty || char.IsControl(character[0]))
            return;

        _missing.Add(character.ToString());
        ReadOnlySpan<int> substitutes = [0xFFFD, 0x25A1, '?', '.'];
        foreach (var substitute in substitutes)
        {
            for (var i = 0; i < Style.Faces.Count; i++)
            {
                if (Style.Faces[i]?.HasGlyph(substitute) is not true)
                    continue;
                var at = _glyphs.Count;
                ShapeWith(i, char.ConvertFromUtf32(substitute), offset, rightToLeft: false);
                for (; at < _glyphs.Count; at++)
                    _glyphs[at] = _glyphs[at] with { IsSubstitute = true };
                return;
            }
        }
    }
}
