using System.Buffers;
using System.Collections.Immutable;

using HarfBuzzSharp;

using Publisher.Typesetting.Fonts.Native;

namespace Publisher.Typesetting.Fonts;

/// <summary>
/// One face of a font: measures, glyphs, shaping, subsetting. A face keeps buffers of its own, so each thread needs its
/// own; making one from bytes in memory takes microseconds because nothing is copied.
/// </summary>
public sealed partial class FontFace : IDisposable
{
    private readonly MemoryHandle _pin;
    private readonly Blob _blob;
    private readonly Face _face;
    private readonly Font _font;
    private readonly int[] _advances;

    private FontFace(MemoryHandle pin, Blob blob, Face face, ImmutableArray<FontVariation> variations)
    {
        _pin = pin;
        _blob = blob;
        _face = face;
        _font = new Font(face);
        _font.SetFunctionsOpenType();
        Axes = ReadAxes();
        Variations = OnAxes(variations);
        if (!Variations.IsEmpty)
            NativeFont.SetVariations(_font.Handle, Variations.AsSpan());

        IsCff = HasTable("CFF ") || HasTable("CFF2");
        IsVariableCff = HasTable("CFF2");
        Metrics = ReadMetrics();
        (FamilyName, PostScriptName) = ReadNames();
        Embedding = ReadEmbedding();
        IsItalic = ReadItalic();
        _advances = new int[Math.Min(face.GlyphCount, ushort.MaxValue + 1)];
        Array.Fill(_advances, int.MinValue);
    }

    /// <summary>The measures of the face.</summary>
    public FontMetrics Metrics { get; }

    /// <summary>The name of the family, such as <c>Source Serif 4</c>; empty where the font has none.</summary>
    public string FamilyName { get; }

    /// <summary>The name that tells this face from all others, letters and hyphens only.</summary>
    public string PostScriptName { get; }

    /// <summary>What the font's maker permits.</summary>
    public EmbeddingPermission Embedding { get; }

    /// <summary>Whether outlines are cubic (CFF) rather than quadratic (<c>glyf</c>).</summary>
    public bool IsCff { get; }

    /// <summary>
    /// Whether outlines are in a <c>CFF2</c> table, which no PDF can hold (ISO 32000-1, 9.9).
    /// </summary>
    public bool IsVariableCff { get; }

    /// <summary>Whether the font's maker forbids embedding. Of several permissions the least restrictive counts (OpenType 1.8, OS/2).</summary>
    public bool ForbidsEmbedding =>
        Embedding.HasFlag(EmbeddingPermission.BitmapsOnly)
        || (Embedding & (EmbeddingPermission.Restricted | EmbeddingPermission.PreviewAndPrint | EmbeddingPermission.Editable)) == EmbeddingPermission.Restricted;

    /// <summary>Whether the face is an italic or slanted one.</summary>
    public bool IsItalic { get; }

    /// <summary>What of a variable font can vary; empty for a static one.</summary>
    public ImmutableArray<FontAxis> Axes { get; }

    /// <summary>The place in the design space; empty for a static font or a variable one at its default.</summary>
    public ImmutableArray<FontVariation> Variations { get; }

    /// <summary>How many glyphs the face has; ids run from 0 to one less.</summary>
    public int GlyphCount => _face.GlyphCount;

    /// <summary>Reads a face from the bytes of a TrueType, OpenType or collection file.</summary>
    /// <param name="bytes">The whole file; not copied and not to be changed while the face is in use.</param>
    /// <param name="index">Which face of a collection; 0 for a plain file.</param>
    /// <param name="variations">
    /// Where a variable font is to stand, the default place where empty; axes that the font does not have count for nothing.
    /// </param>
    /// <exception cref="FontException">The bytes are no such font, or a table the setting needs is missing.</exception>
    public static FontFace FromBytes(
        ReadOnlyMemory<byte> bytes,
        int index = 0,
        ImmutableArray<FontVariation> variations = default)
    {
        if (!LooksLikeFont(bytes.Span))
            throw new FontException("The file is neither TrueType nor OpenType (WOFF files must be unpacked first).");
        if (FirstTableBeyondEnd(bytes.Span, index) is { } table)
            throw new FontException($"The font file is damaged: it ends before its table \"{table}\" does.");

        var pin = bytes.Pin();
        var blob = MakeBlob(pin, bytes.Length);
        var face = new Face(blob, index);
        var tables = face.Tables;
        if (face.GlyphCount == 0 || !HasOutlines(tables))
        {
            face.Dispose();
            blob.Dispose();
            pin.Dispose();
            throw new FontException("The font file is damaged: it has no glyphs or no outlines.");
        }

        return new FontFace(pin, blob, face, variations.IsDefault ? [] : variations);
    }

    /// <summary>How many faces a file holds: more than one only if it is a collection; 0 if it is no font.</summary>
    public static int CountIn(ReadOnlyMemory<byte> bytes)
    {
        if (!LooksLikeFont(bytes.Span))
            return 0;
        using var pin = bytes.Pin();
        using var blob = MakeBlob(pin, bytes.Length);
        return blob.FaceCount;
    }

    /// <summary>Whether the face has a glyph of its own for a character.</summary>
    /// <param name="codePoint">A Unicode scalar value.</param>
    public bool HasGlyph(int codePoint) => _font.TryGetNominalGlyph(codePoint, out var glyph) && glyph != 0;

    /// <summary>The glyph a face has for a character by itself; 0 if it has none.</summary>
    /// <param name="codePoint">A Unicode scalar value.</param>
    public int GlyphOf(int codePoint) => _font.TryGetNominalGlyph(codePoint, out var glyph) ? (int)glyph : 0;

    /// <summary>
    /// The character of a text, or of a letter's parts (Unicode, canonical decomposition), that a glyph stands for by itself; null if it
    /// stands for none.
    /// </summary>
    /// <param name="text">What several glyphs show together: a letter with its marks.</param>
    /// <param name="glyph">One of them.</param>
    public string? CharacterIn(ReadOnlySpan<char> text, int glyph)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            for (var rest = rune.Value; rest != 0;)
            {
                if (GlyphOf(rest) == glyph)
                    return char.ConvertFromUtf32(rest);
                if (!UnicodeFunctions.Default.TryDecompose(rest, out rest, out var mark))
                    break;
                if (mark != 0 && GlyphOf(mark) == glyph)
                    return char.ConvertFromUtf32(mark);
            }
        }

        return null;
    }

    /// <summary>How far a glyph moves the pen when nothing is adjusted, in font units.</summary>
    /// <param name="glyph">A glyph id below <see cref="GlyphCount"/>.</param>
    public int AdvanceOf(int glyph)
    {
        if ((uint)glyph >= (uint)_advances.Length)
            return 0;

        ref var advance = ref _advances[glyph];
        if (advance == int.MinValue)
            advance = _font.GetHorizontalGlyphAdvance((uint)glyph);
        return advance;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _buffer?.Dispose();
        _language?.Dispose();
        _font.Dispose();
        _face.Dispose();
        _blob.Dispose();
        _pin.Dispose();
    }

    private static bool LooksLikeFont(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 12 && (bytes.StartsWith("OTTO"u8) || bytes.StartsWith("true"u8) || bytes.StartsWith("ttcf"u8)
            || bytes.StartsWith((ReadOnlySpan<byte>)[0, 1, 0, 0]));

    private static bool HasOutlines(Tag[] tables) =>
        Array.Exists(tables, t => t == Tag.Parse("glyf") || t == Tag.Parse("CFF ") || t == Tag.Parse("CFF2"));

    private static unsafe Blob MakeBlob(MemoryHandle pin, int length) =>
        new((IntPtr)pin.Pointer, length, MemoryMode.ReadOnly);
}
