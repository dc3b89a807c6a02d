using HarfBuzzSharp;

using Buffer = HarfBuzzSharp.Buffer;

namespace Publisher.Typesetting.Fonts;

public sealed partial class FontFace
{
    private Buffer? _buffer;
    private Language? _language;
    private string? _languageTag;

    /// <summary>Shapes text of one direction and script; glyphs come in visual order.</summary>
    /// <param name="text">The text; clusters count from its start.</param>
    /// <param name="features">Switches of the font.</param>
    /// <param name="language">BCP 47, for glyph variants by language.</param>
    /// <param name="rightToLeft">Direction of the text.</param>
    /// <param name="faceIndex">Written into each glyph.</param>
    /// <param name="clusterOffset">Added to each cluster.</param>
    /// <param name="into">Receives the glyphs.</param>
    /// <returns>Whether every character found a glyph.</returns>
    internal bool Shape(
        ReadOnlySpan<char> text,
        Feature[] features,
        string language,
        bool rightToLeft,
        ushort faceIndex,
        int clusterOffset,
        List<ShapedGlyph> into)
    {
        var buffer = _buffer ??= new Buffer();
        buffer.ClearContents();
        buffer.AddUtf16(text);
        buffer.Flags = BufferFlags.RemoveDefaultIgnorables;
        buffer.ClusterLevel = ClusterLevel.MonotoneGraphemes;
        buffer.GuessSegmentProperties();
        buffer.Direction = rightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.Language = LanguageOf(language);
        _font.Shape(buffer, features);

        var complete = true;
        var em = (double)Metrics.UnitsPerEm;
        var glyphs = buffer.GetGlyphInfoSpan();
        var places = buffer.GetGlyphPositionSpan();
        for (var i = 0; i < glyphs.Length; i++)
        {
            complete &= glyphs[i].Codepoint != 0;
            into.Add(new ShapedGlyph(
                (ushort)glyphs[i].Codepoint,
                faceIndex,
                clusterOffset + (int)glyphs[i].Cluster,
                places[i].XAdvance / em,
                places[i].XOffset / em,
                places[i].YOffset / em));
        }

        return complete;
    }

    // Runs of one language follow one another: the last one asked for is the next one most of the time.
    private Language LanguageOf(string tag)
    {
        if (_language is not null && string.Equals(tag, _languageTag, StringComparison.Ordinal))
            return _language;
        _language?.Dispose();
        _languageTag = tag;
        return _language = new Language(tag.Length > 0 ? tag : "und");
    }
}
