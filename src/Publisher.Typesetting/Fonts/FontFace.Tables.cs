using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

using HarfBuzzSharp;

namespace Publisher.Typesetting.Fonts;

public sealed partial class FontFace
{
    private const int FamilyNameId = 1;
    private const int PostScriptNameId = 6;
    private const int TypographicFamilyNameId = 16;
    private const int NormalWidth = 5;

    // OpenType 1.9, "Table directory". HarfBuzz takes a table that is cut off for none, and letters without outlines print as nothing.
    private static string? FirstTableBeyondEnd(ReadOnlySpan<byte> file, int index)
    {
        const int Header = 12;
        const int Record = 16;
        var start = file.StartsWith("ttcf"u8) ? UnsignedLong(file, Header + (4L * index)) : 0;
        var count = start + Header <= file.Length ? BinaryPrimitives.ReadUInt16BigEndian(file[(int)(start + 4)..]) : 0;
        for (var i = 0; i < count; i++)
        {
            var record = start + Header + (Record * i);
            if (UnsignedLong(file, record + 8) + UnsignedLong(file, record + 12) > file.Length)
                return record + 4 <= file.Length ? Encoding.Latin1.GetString(file.Slice((int)record, 4)) : "";
        }

        return null;
    }

    private static long UnsignedLong(ReadOnlySpan<byte> file, long offset) =>
        offset + 4 <= file.Length ? BinaryPrimitives.ReadUInt32BigEndian(file[(int)offset..]) : file.Length;

    private bool HasTable(string tag)
    {
        using var table = _face.ReferenceTable(Tag.Parse(tag));
        return table.Length > 0;
    }

    // OpenType 1.9, "fvar".
    private ImmutableArray<FontAxis> ReadAxes()
    {
        using var fvar = _face.ReferenceTable(Tag.Parse("fvar"));
        var (first, count, size) = (Unsigned(fvar, 4), Unsigned(fvar, 8), Unsigned(fvar, 10));
        var axes = ImmutableArray.CreateBuilder<FontAxis>();
        for (var i = 0; i < count && first + (i * size) + 16 <= fvar.Length; i++)
        {
            var axis = first + (i * size);
            var tag = Encoding.Latin1.GetString(fvar.AsSpan().Slice(axis, 4));
            axes.Add(new FontAxis(tag, Fixed(fvar, axis + 4), Fixed(fvar, axis + 8), Fixed(fvar, axis + 12)));
        }

        return axes.ToImmutable();
    }

    // What of a wanted place there is in this font and is not its default anyway.
    private ImmutableArray<FontVariation> OnAxes(ImmutableArray<FontVariation> wanted)
    {
        var found = ImmutableArray.CreateBuilder<FontVariation>();
        foreach (var axis in Axes)
        {
            foreach (var variation in wanted)
            {
                var value = Math.Max(axis.Least, Math.Min(axis.Most, variation.Value));
                if (string.Equals(variation.Axis, axis.Tag, StringComparison.Ordinal) && value != axis.Default)
                    found.Add(new FontVariation(axis.Tag, value));
            }
        }

        return found.ToImmutable();
    }

    private float? ValueOf(string axis)
    {
        foreach (var variation in Variations)
        {
            if (string.Equals(variation.Axis, axis, StringComparison.Ordinal))
                return variation.Value;
        }

        return null;
    }

    private FontMetrics ReadMetrics()
    {
        using var head = _face.ReferenceTable(Tag.Parse("head"));
        using var hhea = _face.ReferenceTable(Tag.Parse("hhea"));
        using var os2 = _face.ReferenceTable(Tag.Parse("OS/2"));
        using var post = _face.ReferenceTable(Tag.Parse("post"));
        var em = _face.UnitsPerEm;
        var ascender = Signed(hhea, 4);
        var descender = Signed(hhea, 6);
        var version = Unsigned(os2, 0);
        var xHeight = version >= 2 ? Signed(os2, 86) : 0;
        var capHeight = version >= 2 ? Signed(os2, 88) : 0;
        return new FontMetrics(
            em,
            ascender != 0 ? ascender : em * 3 / 4,
            descender != 0 ? descender : -em / 4,
            capHeight > 0 ? capHeight : em * 7 / 10,
            xHeight > 0 ? xHeight : em / 2,
            ValueOf("slnt") ?? Fixed(post, 4),
            (int)(ValueOf("wght") ?? (os2.Length > 6 ? Math.Clamp((int)Unsigned(os2, 4), 1, 1000) : 400)),
            Signed(head, 36),
            Signed(head, 38),
            Signed(head, 40),
            Signed(head, 42),
            post.Length > 12 ? Signed(post, 8) : -em / 10,
            post.Length > 12 ? Math.Max(1, (int)Signed(post, 10)) : em / 20,
            post.Length > 16 && Unsigned(post, 14) != 0);
    }

    // OS/2, fsSelection, bits 0 and 9; a font without that table says it in "head".
    private bool ReadItalic()
    {
        using var os2 = _face.ReferenceTable(Tag.Parse("OS/2"));
        using var head = _face.ReferenceTable(Tag.Parse("head"));
        return os2.Length > 0 ? (Unsigned(os2, 62) & 0x0201) != 0 : (Unsigned(head, 44) & 0x0002) != 0;
    }

    private EmbeddingPermission ReadEmbedding()
    {
        using var os2 = _face.ReferenceTable(Tag.Parse("OS/2"));
        return (EmbeddingPermission)Unsigned(os2, 8);
    }

    private (string Family, string PostScript) ReadNames()
    {
        using var name = _face.ReferenceTable(Tag.Parse("name"));
        var bytes = name.Length > 0 ? name.AsSpan() : [];
        using var os2 = _face.ReferenceTable(Tag.Parse("OS/2"));

        // The typographic family holds condensed faces too, which nobody wants for plain ones.
        var isPlain = os2.Length == 0 || Unsigned(os2, 6) == NormalWidth;
        var family = (isPlain ? NameOf(bytes, TypographicFamilyNameId) : null) ?? NameOf(bytes, FamilyNameId) ?? "";
        var postScript = NameOf(bytes, PostScriptNameId) ?? family;
        postScript += string.Concat(Variations.Select(v => FormattableString.Invariant($"-{v.Axis}{v.Value}")));
        var clean = new string([.. postScript.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')]);
        return (family, clean.Length > 0 ? clean : "Font");
    }

    // Windows names (platform 3) are UTF-16; the English one is preferred, any other is better than none.
    private static string? NameOf(ReadOnlySpan<byte> table, int id)
    {
        const int Windows = 3;
        const int English = 0x0409;
        string? found = null;
        if (table.Length < 6)
            return found;

        var count = BinaryPrimitives.ReadUInt16BigEndian(table[2..]);
        var storage = BinaryPrimitives.ReadUInt16BigEndian(table[4..]);
        for (var i = 0; i < count && 6 + (i * 12) + 12 <= table.Length; i++)
        {
            var entry = table.Slice(6 + (i * 12), 12);
            var length = BinaryPrimitives.ReadUInt16BigEndian(entry[8..]);
            var start = storage + BinaryPrimitives.ReadUInt16BigEndian(entry[10..]);
            if (BinaryPrimitives.ReadUInt16BigEndian(entry) != Windows
                || BinaryPrimitives.ReadUInt16BigEndian(entry[6..]) != id
                || start + length > table.Length)
            {
                continue;
            }

            var value = Encoding.BigEndianUnicode.GetString(table.Slice(start, length));
            if (BinaryPrimitives.ReadUInt16BigEndian(entry[4..]) == English)
                return value;
            found ??= value;
        }

        return found;
    }

    private static float Fixed(Blob table, int offset) => Signed(table, offset) + (Unsigned(table, offset + 2) / 65536f);

    private static short Signed(Blob table, int offset) =>
        table.Length >= offset + 2 ? BinaryPrimitives.ReadInt16BigEndian(table.AsSpan()[offset..]) : (short)0;

    private static ushort Unsigned(Blob table, int offset) =>
        table.Length >= offset + 2 ? BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan()[offset..]) : (ushort)0;
}
