using System.Buffers.Binary;

namespace Publisher.Templates.Fonts;

/// <summary>
/// What a check must know of an OpenType file: which characters it has, and whether it may be embedded (OpenType 1.9, "cmap" and "OS/2").
/// Bytes are untrusted: whatever lies outside the file counts as absent.
/// </summary>
internal sealed class OpenTypeFile
{
    private const uint TagCmap = 0x636D6170;
    private const uint TagOs2 = 0x4F532F32;
    private const uint TagCollection = 0x74746366;

    private readonly ReadOnlyMemory<byte> _content;
    private readonly ReadOnlyMemory<byte> _map;
    private readonly long _start;

    /// <param name="content">The file's bytes.</param>
    /// <param name="index">Which face of a collection; 0 for a plain file.</param>
    public OpenTypeFile(ReadOnlyMemory<byte> content, int index)
    {
        _content = content;
        _start = U32(content, 0) == TagCollection ? U32(content, 12 + (4 * index)) : 0;
        IsFont = U32(content, _start) is 0x00010000 or 0x4F54544F or 0x74727565;
        _map = IsFont ? FindMap(Table(TagCmap)) : default;
    }

    /// <summary>True for a TrueType or CFF font.</summary>
    public bool IsFont { get; }

    /// <summary>True if the licence bits forbid embedding (fsType bit 1, "Restricted License embedding").</summary>
    public bool ForbidsEmbedding => (FsType & 0x000F) == 0x0002;

    /// <summary>True if the licence bits forbid subsetting (fsType bit 8).</summary>
    public bool ForbidsSubsetting => (FsType & 0x0100) != 0;

    private int FsType => Math.Max(0, U16(Table(TagOs2), 8));

    /// <summary>True if the font has a glyph for a character.</summary>
    public bool Has(int codePoint) => U16(_map, 0) == 12 ? HasInGroups(codePoint) : codePoint <= 0xFFFF && HasInSegments(codePoint);

    /// <summary>The Unicode table for all planes, else the one for the first plane.</summary>
    private static ReadOnlyMemory<byte> FindMap(ReadOnlyMemory<byte> cmap)
    {
        ReadOnlyMemory<byte> found = default;
        for (var i = 0; i < Math.Max(0, U16(cmap, 2)); i++)
        {
            var record = 4 + (8 * i);
            var (platform, encoding, offset) = (U16(cmap, record), U16(cmap, record + 2), U32(cmap, record + 4));
            if (offset >= cmap.Length || !(platform == 0 || (platform == 3 && encoding is 1 or 10)))
            {
                continue;
            }

            var table = cmap[(int)offset..];
            if (U16(table, 0) == 12)
            {
                return table;
            }

            found = U16(table, 0) == 4 ? table : found;
        }

        return found;
    }

    /// <summary>Format 4, "Segment mapping to delta values".</summary>
    private bool HasInSegments(int codePoint)
    {
        var segments = Math.Max(0, U16(_map, 6)) / 2;
        for (var i = 0; i < segments; i++)
        {
            if (codePoint > U16(_map, 14 + (2 * i)))
            {
                continue;
            }

            var start = U16(_map, 16 + (2 * (segments + i)));
            var delta = U16(_map, 16 + (2 * ((2 * segments) + i)));
            var rangeAt = 16 + (2 * ((3 * segments) + i));
            var range = U16(_map, rangeAt);
            if (start < 0 || codePoint < start)
            {
                return false;
            }

            var glyph = range == 0 ? codePoint : U16(_map, rangeAt + range + (2 * (codePoint - start)));
            return glyph > 0 && ((glyph + delta) & 0xFFFF) != 0;
        }

        return false;
    }

    /// <summary>Format 12, "Segmented coverage".</summary>
    private bool HasInGroups(int codePoint)
    {
        var count = Math.Min(U32(_map, 12), (uint)_map.Length / 12);
        for (var i = 0; i < count; i++)
        {
            var group = 16 + (12 * i);
            if (codePoint >= U32(_map, group) && codePoint <= U32(_map, group + 4))
            {
                return U32(_map, group + 8) + (codePoint - U32(_map, group)) != 0;
            }
        }

        return false;
    }

    private ReadOnlyMemory<byte> Table(uint tag)
    {
        for (var i = 0; i < Math.Max(0, U16(_content, _start + 4)); i++)
        {
            var record = _start + 12 + (16 * i);
            var (offset, length) = (U32(_content, record + 8), U32(_content, record + 12));
            if (U32(_content, record) == tag)
            {
                return offset + length <= _content.Length ? _content.Slice((int)offset, (int)length) : default;
            }
        }

        return default;
    }

    /// <summary>A number of two bytes; -1 outside the table.</summary>
    private static int U16(ReadOnlyMemory<byte> table, long at) =>
        at >= 0 && at + 2 <= table.Length ? BinaryPrimitives.ReadUInt16BigEndian(table.Span[(int)at..]) : -1;

    /// <summary>A number of four bytes; 2^32 - 1 and more outside the table.</summary>
    private static long U32(ReadOnlyMemory<byte> table, long at) =>
        at >= 0 && at + 4 <= table.Length ? BinaryPrimitives.ReadUInt32BigEndian(table.Span[(int)at..]) : uint.MaxValue;
}
