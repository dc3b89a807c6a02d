using System.Buffers.Binary;
using System.Text;

namespace Publisher.Editions.Pdf.Objects;

/// <summary>Reads and writes the frame of ICC profiles (ICC.1:2010, 7).</summary>
internal static class IccProfile
{
    private const int HeaderLength = 128;
    private const int VersionFour = 0x04200000;

    /// <summary>
    /// A profile that a PDF/A-2 file may hold for pixels of so many components (ISO 19005-2, 6.2.4.2), without what follows it in the
    /// data; null if it is damaged, of another kind or for other pixels.
    /// </summary>
    public static byte[]? Checked(ReadOnlySpan<byte> data, int components)
    {
        if (data.Length < HeaderLength + 4)
            return null;
        var size = BinaryPrimitives.ReadUInt32BigEndian(data);
        if (size < HeaderLength + 4 || size > data.Length)
            return null;
        var profile = data[..(int)size];
        var space = Encoding.ASCII.GetString(profile.Slice(16, 4));
        var isFor = (space, components) is ("GRAY", 1) or ("RGB ", 3) or ("CMYK", 4);
        var isKind = Encoding.ASCII.GetString(profile.Slice(12, 4)) is "scnr" or "mntr" or "prtr" or "spac";
        var isKnown = profile[8] is >= 2 and < 5 && profile.Slice(36, 4).SequenceEqual("acsp"u8);
        return isFor && isKind && isKnown && HasSoundTags(profile) ? profile.ToArray() : null;
    }

    /// <summary>Puts a profile together.</summary>
    /// <param name="kind">Device class and colour space, such as <c>mntrRGB </c>, and the connection space.</param>
    /// <param name="tags">Its tags; neighbours with the same data share it (7.3.1).</param>
    public static byte[] Assemble(string kind, params (string Tag, byte[] Data)[] tags)
    {
        var tableLength = 4 + (tags.Length * 12);
        var body = new MemoryStream();
        var table = new byte[tableLength];
        BinaryPrimitives.WriteInt32BigEndian(table, tags.Length);
        var (lastData, lastPlace) = (Array.Empty<byte>(), 0);
        for (var i = 0; i < tags.Length; i++)
        {
            if (!ReferenceEquals(tags[i].Data, lastData))
            {
                (lastData, lastPlace) = (tags[i].Data, HeaderLength + tableLength + (int)body.Length);
                body.Write(lastData);
                while (body.Length % 4 != 0)
                    body.WriteByte(0);
            }

            var entry = table.AsSpan(4 + (i * 12));
            Encoding.ASCII.GetBytes(tags[i].Tag, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], lastPlace);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], lastData.Length);
        }

        return [.. Header(kind, HeaderLength + tableLength + (int)body.Length), .. table, .. body.ToArray()];
    }

    /// <summary>A text (10.13), in English.</summary>
    public static byte[] Localized(string text)
    {
        var data = new byte[28 + (text.Length * 2)];
        Encoding.ASCII.GetBytes("mluc", data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), 1);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(12), 12);
        Encoding.ASCII.GetBytes("enUS", data.AsSpan(16));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(20), text.Length * 2);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(24), 28);
        Encoding.BigEndianUnicode.GetBytes(text, data.AsSpan(28));
        return data;
    }

    /// <summary>Numbers with 16 bits behind the point (4.6).</summary>
    public static byte[] Numbers(string type, int start, params ReadOnlySpan<double> values)
    {
        var data = new byte[start + (values.Length * 4)];
        Encoding.ASCII.GetBytes(type, data);
        for (var i = 0; i < values.Length; i++)
            WriteFixed(data.AsSpan(start + (i * 4)), values[i]);
        return data;
    }

    private static bool HasSoundTags(ReadOnlySpan<byte> profile)
    {
        var count = BinaryPrimitives.ReadUInt32BigEndian(profile[HeaderLength..]);
        if (count == 0 || HeaderLength + 4 + (count * 12L) > profile.Length)
            return false;
        for (var i = 0; i < count; i++)
        {
            var entry = profile[(HeaderLength + 4 + (i * 12))..];
            var end = (long)BinaryPrimitives.ReadUInt32BigEndian(entry[4..]) + BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            if (end > profile.Length)
                return false;
        }

        return true;
    }

    // 7.2: size, version 4.2, kind, a fixed date, "acsp", perceptual intent, D50.
    private static byte[] Header(string kind, int size)
    {
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), VersionFour);
        Encoding.ASCII.GetBytes(kind, header.AsSpan(12));
        ReadOnlySpan<ushort> date = [2020, 1, 1, 0, 0, 0];
        for (var i = 0; i < date.Length; i++)
            BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(24 + (i * 2)), date[i]);
        Encoding.ASCII.GetBytes("acsp", header.AsSpan(36));
        WriteFixed(header.AsSpan(68), 0.9642);
        WriteFixed(header.AsSpan(72), 1);
        WriteFixed(header.AsSpan(76), 0.8249);
        return header;
    }

    private static void WriteFixed(Span<byte> target, double value) =>
        BinaryPrimitives.WriteInt32BigEndian(target, (int)Math.Round(value * 65536, MidpointRounding.AwayFromZero));
}
