using System.Buffers.Binary;
using System.Text;

namespace Publisher.Editions.Pdf.Objects;

/// <summary>
/// A profile of the sRGB space (ICC.1:2010, version 4): matrix, white and the curve of IEC 61966-2-1 as a formula, 600 bytes instead
/// of the 3,000 of the usual profiles with a table.
/// </summary>
internal static class SrgbProfile
{
    private const int HeaderLength = 128;

    /// <summary>The bytes of the profile.</summary>
    public static byte[] Write()
    {
        var curve = Parametric(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Localized("sRGB")),
            ("cprt", Localized("No copyright, use freely")),
            ("wtpt", Xyz(0.9642, 1, 0.8249)),
            ("chad", Matrix(1.0478112, 0.0228866, -0.0501270, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316)),
            ("rXYZ", Xyz(0.4360747, 0.2225045, 0.0139322)),
            ("gXYZ", Xyz(0.3850649, 0.7168786, 0.0971045)),
            ("bXYZ", Xyz(0.1430804, 0.0606169, 0.7141733)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        return Assemble(tags);
    }

    private static byte[] Assemble((string Tag, byte[] Data)[] tags)
    {
        var tableLength = 4 + (tags.Length * 12);
        var body = new MemoryStream();
        var table = new byte[tableLength];
        BinaryPrimitives.WriteInt32BigEndian(table, tags.Length);
        var (lastData, lastPlace) = (Array.Empty<byte>(), 0);
        for (var i = 0; i < tags.Length; i++)
        {
            // Tags with the same data share it (7.3.1).
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

        return [.. Header(HeaderLength + tableLength + (int)body.Length), .. table, .. body.ToArray()];
    }

    // 7.2: size, version 4.2, display device, RGB to XYZ, a fixed date, "acsp", perceptual intent, D50.
    private static byte[] Header(int size)
    {
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), 0x04200000);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", header.AsSpan(12));
        ReadOnlySpan<ushort> date = [2020, 1, 1, 0, 0, 0];
        for (var i = 0; i < date.Length; i++)
            BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(24 + (i * 2)), date[i]);
        Encoding.ASCII.GetBytes("acsp", header.AsSpan(36));
        WriteFixed(header.AsSpan(68), 0.9642);
        WriteFixed(header.AsSpan(72), 1);
        WriteFixed(header.AsSpan(76), 0.8249);
        return header;
    }

    private static byte[] Localized(string text)
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

    private static byte[] Xyz(double x, double y, double z) => Numbers("XYZ ", 8, x, y, z);

    private static byte[] Matrix(params ReadOnlySpan<double> values) => Numbers("sf32", 8, values);

    // Function type 3 (10.18): Y = (aX + b)^g from d on, and cX below.
    private static byte[] Parametric(double g, double a, double b, double c, double d)
    {
        var data = Numbers("para", 12, g, a, b, c, d);
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(8), 3);
        return data;
    }

    private static byte[] Numbers(string type, int start, params ReadOnlySpan<double> values)
    {
        var data = new byte[start + (values.Length * 4)];
        Encoding.ASCII.GetBytes(type, data);
        for (var i = 0; i < values.Length; i++)
            WriteFixed(data.AsSpan(start + (i * 4)), values[i]);
        return data;
    }

    private static void WriteFixed(Span<byte> target, double value) =>
        BinaryPrimitives.WriteInt32BigEndian(target, (int)Math.Round(value * 65536, MidpointRounding.AwayFromZero));
}
