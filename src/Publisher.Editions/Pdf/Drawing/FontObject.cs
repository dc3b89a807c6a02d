using System.Buffers.Binary;
using System.Globalization;
using System.Text;

using Publisher.Editions.Pdf.Objects;
using Publisher.Typesetting.Fonts;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>
/// Writes a face as a composite font (ISO 32000-1, 9.7): Identity-H, two bytes a glyph, so that nothing depends on an encoding.
/// </summary>
internal static class FontObject
{
    private const int Symbolic = 1 << 2;
    private const int FixedPitch = 1 << 0;
    private const int Italic = 1 << 6;
    private const int RangesPerBlock = 100;

    public static PdfReference Write(PdfFile file, FontUsage usage, FontSubset subset)
    {
        var name = Tag(usage) + "+" + usage.Face.PostScriptName;
        var program = file.AddStream(subset.Bytes.AsSpan(), w =>
        {
            if (subset.IsCff)
                w.Key("Subtype").Name("CIDFontType0C");
            else
                w.Key("Length1").Number(subset.Bytes.Length);
        });
        var descriptor = file.Add(w => WriteDescriptor(w, usage.Face, name, program, subset.IsCff));
        var glyphMap = usage.DividingCode < 0 ? (PdfReference?)null : file.AddStream(GlyphMap(usage, subset));
        var descendant = file.Add(w => WriteDescendant(w, usage, subset, name, descriptor, glyphMap));
        var toUnicode = file.AddStream(ToUnicode(usage, subset));
        return file.Add(w => w.OpenDictionary()
            .Key("Type").Name("Font").Key("Subtype").Name("Type0").Key("BaseFont").Name(name)
            .Key("Encoding").Name("Identity-H")
            .Key("DescendantFonts").OpenArray().Reference(descendant).CloseArray()
            .Key("ToUnicode").Reference(toUnicode).CloseDictionary());
    }

    // Six capitals (9.6.4), from the glyphs used: another subset of the same face gets another tag.
    private static string Tag(FontUsage usage)
    {
        var hash = 14695981039346656037UL;
        foreach (var glyph in usage.Glyphs)
            hash = (hash ^ (uint)glyph) * 1099511628211UL;
        return string.Create(6, hash, static (tag, rest) =>
        {
            for (var i = 0; i < tag.Length; i++, rest /= 26)
                tag[i] = (char)('A' + (rest % 26));
        });
    }

    private static void WriteDescriptor(PdfWriter w, FontFace face, string name, PdfReference program, bool isCff)
    {
        var metrics = face.Metrics;
        double Scale(int units) => units * 1000.0 / metrics.UnitsPerEm;
        var flags = Symbolic | (metrics.IsFixedPitch ? FixedPitch : 0) | (metrics.ItalicAngle != 0 ? Italic : 0);
        w.OpenDictionary().Key("Type").Name("FontDescriptor").Key("FontName").Name(name);
        w.Key("FontFamily").Text(face.FamilyName).Key("Flags").Number(flags);
        w.Key("FontBBox").OpenArray();
        w.Number(Scale(metrics.XMin)).Number(Scale(metrics.YMin)).Number(Scale(metrics.XMax)).Number(Scale(metrics.YMax)).CloseArray();
        w.Key("ItalicAngle").Number(metrics.ItalicAngle);
        w.Key("Ascent").Number(Scale(metrics.Ascender)).Key("Descent").Number(Scale(metrics.Descender));
        w.Key("CapHeight").Number(Scale(metrics.CapHeight)).Key("XHeight").Number(Scale(metrics.XHeight));
        // The width of a stem is in no table; this is the usual estimate from the weight.
        w.Key("StemV").Number((int)(50 + Math.Pow(metrics.Weight / 65.0, 2)));
        w.Key(isCff ? "FontFile3" : "FontFile2").Reference(program).CloseDictionary();
    }

    // Codes are glyph ids but for the one that divides words (9.7.4.2).
    private static byte[] GlyphMap(FontUsage usage, FontSubset subset)
    {
        var map = new byte[(usage.DividingCode + 1) * 2];
        for (var code = 0; code < usage.DividingCode; code++)
            BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(code * 2), (ushort)code);
        BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(usage.DividingCode * 2), (ushort)subset.NewIds[usage.DividingGlyph]);
        return map;
    }

    private static void WriteDescendant(PdfWriter w, FontUsage usage, FontSubset subset, string name, PdfReference descriptor, PdfReference? glyphMap)
    {
        w.OpenDictionary().Key("Type").Name("Font");
        w.Key("Subtype").Name(subset.IsCff ? "CIDFontType0" : "CIDFontType2").Key("BaseFont").Name(name);
        w.Key("CIDSystemInfo").OpenDictionary();
        w.Key("Registry").Text("Adobe").Key("Ordering").Text("Identity").Key("Supplement").Number(0).CloseDictionary();
        w.Key("FontDescriptor").Reference(descriptor);
        if (glyphMap is { } reference)
            w.Key("CIDToGIDMap").Reference(reference);
        else if (!subset.IsCff)
            w.Key("CIDToGIDMap").Name("Identity");
        w.Key("DW").Number(0).Key("W").OpenArray();
        var expected = -1;
        foreach (var (code, glyph) in ByCode(usage, subset))
        {
            if (code != expected)
            {
                if (expected >= 0)
                    w.CloseArray();
                w.Number(code).OpenArray();
            }

            w.Number(usage.Face.AdvanceOf(glyph) * 1000.0 / usage.Face.Metrics.UnitsPerEm);
            expected = code + 1;
        }

        if (expected >= 0)
            w.CloseArray();
        w.CloseArray().CloseDictionary();
    }

    private static IEnumerable<(int Code, int Glyph)> ByCode(FontUsage usage, FontSubset subset)
    {
        var codes = usage.Glyphs.Select(glyph => (subset.NewIds[glyph], glyph)).OrderBy(pair => pair.Item1);
        return usage.DividingCode < 0 ? codes : codes.Append((usage.DividingCode, usage.DividingGlyph));
    }

    // 9.10.3; Adobe Technical Note 5411.
    private static byte[] ToUnicode(FontUsage usage, FontSubset subset)
    {
        var map = new StringBuilder();
        map.Append("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n");
        map.Append("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n");
        map.Append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n");
        map.Append("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var block in ByCode(usage, subset).Chunk(RangesPerBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (code, glyph) in block)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{code:X4}> <");
                foreach (var unit in code == usage.DividingCode ? "\u00AD" : usage.TextOf(glyph))
                    map.Append(CultureInfo.InvariantCulture, $"{(int)unit:X4}");
                map.Append(">\n");
            }

            map.Append("endbfchar\n");
        }

        map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return Encoding.ASCII.GetBytes(map.ToString());
    }
}
