using Publisher.Editions.Pdf.Objects;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>What the numbers of an image's pixels mean (ISO 32000-1, 8.6; ISO 19005-2, 6.2.4).</summary>
/// <param name="Components">1 grey, 3 RGB, 4 CMYK.</param>
/// <param name="Profile">The image's own ICC profile; null for none.</param>
/// <param name="Gamma">The exponent that makes light of a number where it is not that of sRGB; 0 if it is.</param>
internal sealed record ImageColour(int Components, byte[]? Profile, double Gamma = 0)
{
    /// <summary>Writes the profile, if there is one.</summary>
    public PdfReference? WriteProfile(PdfFile file)
    {
        // The output intent is sRGB and says nothing about CMYK.
        var profile = Profile ?? (Components == 4 ? CmykProfile.Write() : null);
        return profile is null ? null : file.AddStream(profile, w => w.Key("N").Number(Components));
    }

    /// <summary>Writes the colour space.</summary>
    /// <param name="w">Where to.</param>
    /// <param name="profile">What <see cref="WriteProfile"/> gave.</param>
    public void Write(PdfWriter w, PdfReference? profile)
    {
        if (profile is { } reference)
            w.OpenArray().Name("ICCBased").Reference(reference).CloseArray();
        else if (Gamma > 0)
            WriteCalibrated(w);
        else
            w.Name(Components == 1 ? "DeviceGray" : "DeviceRGB");
    }

    // 8.6.5.2 and 8.6.5.3, with the white and the primaries of sRGB (IEC 61966-2-1).
    private void WriteCalibrated(PdfWriter w)
    {
        w.OpenArray().Name(Components == 1 ? "CalGray" : "CalRGB").OpenDictionary();
        w.Key("WhitePoint").OpenArray().Precise(0.9505).Number(1).Precise(1.089).CloseArray().Key("Gamma");
        if (Components == 1)
        {
            w.Precise(Gamma);
        }
        else
        {
            w.OpenArray().Precise(Gamma).Precise(Gamma).Precise(Gamma).CloseArray().Key("Matrix").OpenArray();
            foreach (var number in (ReadOnlySpan<double>)[0.4124, 0.2126, 0.0193, 0.3576, 0.7152, 0.1192, 0.1805, 0.0722, 0.9505])
                w.Precise(number);
            w.CloseArray();
        }

        w.CloseDictionary().CloseArray();
    }
}
