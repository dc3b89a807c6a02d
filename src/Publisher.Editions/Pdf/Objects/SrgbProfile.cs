using System.Buffers.Binary;

namespace Publisher.Editions.Pdf.Objects;

/// <summary>
/// A profile of the sRGB space (ICC.1:2010, version 4): matrix, white and the curve of IEC 61966-2-1 as a formula, 600 bytes instead
/// of the 3,000 of the usual profiles with a table.
/// </summary>
internal static class SrgbProfile
{
    /// <summary>The bytes of the profile.</summary>
    public static byte[] Write()
    {
        var curve = Parametric(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
        return IccProfile.Assemble(
            "mntrRGB XYZ ",
            ("desc", IccProfile.Localized("sRGB")),
            ("cprt", IccProfile.Localized("No copyright, use freely")),
            ("wtpt", Xyz(0.9642, 1, 0.8249)),
            ("chad", IccProfile.Numbers("sf32", 8, 1.0478112, 0.0228866, -0.0501270, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316)),
            ("rXYZ", Xyz(0.4360747, 0.2225045, 0.0139322)),
            ("gXYZ", Xyz(0.3850649, 0.7168786, 0.0971045)),
            ("bXYZ", Xyz(0.1430804, 0.0606169, 0.7141733)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve));
    }

    private static byte[] Xyz(double x, double y, double z) => IccProfile.Numbers("XYZ ", 8, x, y, z);

    // Function type 3 (10.18): Y = (aX + b)^g from d on, and cX below.
    private static byte[] Parametric(double g, double a, double b, double c, double d)
    {
        var data = IccProfile.Numbers("para", 12, g, a, b, c, d);
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(8), 3);
        return data;
    }
}
