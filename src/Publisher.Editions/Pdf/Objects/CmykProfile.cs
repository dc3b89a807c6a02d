using System.Buffers.Binary;
using System.Text;

namespace Publisher.Editions.Pdf.Objects;

/// <summary>
/// A profile for CMYK images that bring none: how the sixteen overprints of offset printing on coated paper look (after ISO 12647-2),
/// and what lies between them. It leads from ink to colour only, so it is an input profile (ICC.1:2010, 8.3.2).
/// </summary>
internal static class CmykProfile
{
    private const int Channels = 4;
    private const int CurveLength = 256;

    // Half a tone of ink is lighter to the eye than the middle between paper and ink, for all that the dots grow: black of 50 % has a
    // lightness of about 67, where the straight line would give 58.
    private const double Gradation = 1.37;

    // L*, a*, b* against the paper's white; cyan counts 8, magenta 4, yellow 2, black 1.
    private static readonly sbyte[] Overprints =
    [
        100, 0, 0, 16, 0, 0, 89, -5, 93, 15, 0, 8, 48, 74, -3, 9, 10, 0, 47, 68, 48, 8, 8, 6,
        55, -37, -50, 9, -7, -10, 50, -65, 27, 9, -11, 5, 24, 17, -46, 4, 3, -8, 23, 0, 0, 3, 0, 0,
    ];

    /// <summary>The bytes of the profile.</summary>
    public static byte[] Write() => IccProfile.Assemble(
        "scnrCMYKLab ",
        ("desc", IccProfile.Localized("CMYK")),
        ("cprt", IccProfile.Localized("No copyright, use freely")),
        ("wtpt", IccProfile.Numbers("XYZ ", 8, 0.9642, 1, 0.8249)),
        ("A2B0", Table()));

    // lut8Type (10.9): input curves, a grid of two points in each direction, output curves.
    private static byte[] Table()
    {
        const int Outputs = 3;
        const int Start = 48;
        var data = new byte[Start + (Channels * CurveLength) + Overprints.Length + (Outputs * CurveLength)];
        Encoding.ASCII.GetBytes("mft1", data);
        (data[8], data[9], data[10]) = (Channels, Outputs, 2);
        for (var i = 0; i < 9; i += 4)
            BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(12 + (i * 4)), 1 << 16);
        var at = Start;
        for (var i = 0; i < Channels * CurveLength; i++)
            data[at++] = (byte)Math.Round(Math.Pow(i % CurveLength / 255.0, Gradation) * 255);
        for (var i = 0; i < Overprints.Length; i++)
            data[at++] = i % Outputs == 0 ? (byte)Math.Round(Overprints[i] * 2.55) : (byte)(Overprints[i] + 128);
        for (var i = 0; i < Outputs * CurveLength; i++)
            data[at++] = (byte)i;
        return data;
    }
}
