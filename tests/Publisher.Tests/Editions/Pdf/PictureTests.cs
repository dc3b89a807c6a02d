using System.Globalization;
using CsCheck;
using Publisher.Editions;
using Publisher.Editions.Pdf.Objects;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Tests.Support;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Editions.Pdf;

/// <summary>Images of every kind are shown as they are, in a file that conforms; what cannot be shown is said.</summary>
public sealed class PictureTests
{
    private static readonly byte[] Srgb = SrgbProfile.Write();

    public static TheoryData<int, int, bool> Pngs =>
        new(from kind in new[] { (0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (3, 1), (3, 2), (3, 4), (3, 8), (4, 8), (4, 16), (6, 8), (6, 16) }
            from isInterlaced in new[] { false, true }
            select (kind.Item1, kind.Item2, isInterlaced));

    [Theory]
    [MemberData(nameof(Pngs))]
    public void A_png_of_any_kind_is_shown(int colour, int bits, bool isInterlaced)
    {
        var file = Show(HalfPicture.Png(colour, bits, isInterlaced));

        var (left, right, _, _) = ShadesOf(file);
        Assert.True(left < 60 && right > 200, $"left {left}, right {right}");
    }

    [Theory]
    [InlineData("baseline")]
    [InlineData("progressive")]
    [InlineData("CMYK")]
    public void A_jpeg_of_any_kind_is_shown(string kind)
    {
        var file = Show(kind switch { "CMYK" => HalfPicture.CmykJpeg, "progressive" => HalfPicture.ProgressiveJpeg, _ => HalfPicture.Jpeg });

        var (left, right, _, _) = ShadesOf(file);
        Assert.True(left < 60 && right > 200, $"left {left}, right {right}");
    }

    // Exif 2.3, tag 0x0112; the dark half is at the left before it is turned.
    [Theory]
    [InlineData(1, "left")]
    [InlineData(2, "right")]
    [InlineData(3, "right")]
    [InlineData(4, "left")]
    [InlineData(5, "top")]
    [InlineData(6, "top")]
    [InlineData(7, "bottom")]
    [InlineData(8, "bottom")]
    public void A_photo_stands_upright_as_its_camera_says(byte orientation, string dark)
    {
        byte[] exif = [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];

        var file = Show(HalfPicture.WithSegment(HalfPicture.Jpeg, 0xE1, exif));

        var (left, right, top, bottom) = ShadesOf(file);
        var sides = new Dictionary<string, int> { ["left"] = left, ["right"] = right, ["top"] = top, ["bottom"] = bottom };
        Assert.Equal(dark, sides.MinBy(side => side.Value).Key);
    }

    [Fact]
    public void A_profile_of_a_jpeg_goes_along()
    {
        var file = Show(HalfPicture.WithSegment(HalfPicture.Jpeg, 0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. Srgb]));

        Assert.StartsWith("ICCBased 3", SpaceOf(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_of_a_jpeg_in_pieces_is_put_together()
    {
        var second = HalfPicture.WithSegment(HalfPicture.Jpeg, 0xE2, [.. "ICC_PROFILE\0"u8, 2, 2, .. Srgb[300..]]);

        var file = Show(HalfPicture.WithSegment(second, 0xE2, [.. "ICC_PROFILE\0"u8, 1, 2, .. Srgb[..300]]));

        Assert.StartsWith("ICCBased 3", SpaceOf(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "ICCBased 3")]
    [InlineData(16, "DeviceRGB")]
    [InlineData(36, "DeviceRGB")]
    public void A_damaged_profile_of_a_png_is_left_out(int place, string space)
    {
        byte[] profile = [.. Srgb];
        profile[place == 0 ? 100 : place] ^= 0x15;

        var file = Show(HalfPicture.Png(2, 8, false, ("iCCP", [.. "x\0\0"u8, .. Packed(profile)])));

        Assert.Equal(space, SpaceOf(file));
    }

    [Fact]
    public void A_profile_for_other_pixels_is_left_out() =>
        Assert.Equal("DeviceGray", SpaceOf(Show(HalfPicture.Png(0, 8, false, ("iCCP", [.. "x\0\0"u8, .. Packed(Srgb)])))));

    [Theory]
    [InlineData(45455, "DeviceRGB")]
    [InlineData(100000, "CalRGB")]
    public void A_gamma_of_its_own_counts(int gamma, string space)
    {
        var file = Show(HalfPicture.Png(2, 8, false, ("gAMA", [0, (byte)(gamma >> 16), (byte)(gamma >> 8), (byte)gamma])));

        Assert.Equal(space, SpaceOf(file));
    }

    [Fact]
    public void Cmyk_has_a_profile_even_if_it_brings_none() => Assert.Equal("ICCBased 4", SpaceOf(Show(HalfPicture.CmykJpeg)));

    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    public void An_image_larger_than_any_page_is_replaced_by_its_alternative_text(string kind)
    {
        byte[] image;
        if (kind == "png")
        {
            image = HalfPicture.Png(2, 8, false);
            (image[18], image[19], image[22], image[23]) = (0x75, 0x30, 0x75, 0x30);
        }
        else
        {
            image = HalfPicture.Jpeg;
            var frame = image.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
            (image[frame + 5], image[frame + 6], image[frame + 7], image[frame + 8]) = (0x75, 0x30, 0x75, 0x30);
        }

        var rendering = RenderWith(image);

        Assert.Contains("30000 by 30000 pixels", Assert.Single((IEnumerable<Diagnostic>)rendering.Diagnostics).Message, StringComparison.Ordinal);
        Assert.Contains("Das Bild", TextOf(rendering), StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_whose_end_is_missing_is_replaced_by_its_alternative_text()
    {
        foreach (var image in new[] { HalfPicture.Png(2, 8, false), HalfPicture.Png(6, 8, true), HalfPicture.Jpeg, HalfPicture.ProgressiveJpeg })
        {
            var rendering = RenderWith(image[..(image.Length * 3 / 4)]);

            Assert.Contains("damaged", Assert.Single((IEnumerable<Diagnostic>)rendering.Diagnostics).Message, StringComparison.Ordinal);
            Assert.Contains("Das Bild", TextOf(rendering), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Damaged_images_end_in_a_file_that_conforms()
    {
        byte[][] whole = [HalfPicture.Png(2, 8, false), HalfPicture.Png(3, 4, true), HalfPicture.Png(6, 16, false), HalfPicture.Jpeg, HalfPicture.CmykJpeg];
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 700], Gen.Byte, Gen.Int[0, 700], Gen.Byte).Sample(
            (which, first, firstByte, second, secondByte) =>
            {
                byte[] image = [.. whole[which]];
                image[first % image.Length] = firstByte;
                image[second % image.Length] = secondByte;

                Assert.Empty(Conformance.FailuresOf(RenderWith(image).Content.ToArray()));
            },
            iter: 60);
    }

    private static byte[] Show(byte[] image)
    {
        var rendering = RenderWith(image);
        Assert.Empty(rendering.Diagnostics);
        var file = rendering.Content.ToArray();
        Assert.Empty(Conformance.FailuresOf(file));
        return file;
    }

    private static Rendering RenderWith(byte[] image) => PdfEditionTests.RenderAll(
        Doc(Fig("bild", "Das Bild")).In("de") with { Resources = [new Resource("bild", "image/png", ValueList.Create(image))] });

    private static string TextOf(Rendering rendering)
    {
        using var pdf = PdfDocument.Open(rendering.Content.ToArray());
        return pdf.GetPage(1).Text;
    }

    private static byte[] Packed(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(data);
        return packed.ToArray();
    }

    /// <summary>The colour space of the only image, with the number of components of a profile.</summary>
    private static string SpaceOf(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        IToken Resolve(IToken token) => token is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data).Data : token;
        var page = pdf.GetPage(1).Dictionary;
        var resources = (DictionaryToken)Resolve(page.Data["Resources"]);
        var image = (StreamToken)Resolve(((DictionaryToken)Resolve(resources.Data["XObject"])).Data["P0"]);
        var space = Resolve(image.StreamDictionary.Data["ColorSpace"]);
        if (space is not ArrayToken array)
            return ((NameToken)space).Data;
        var kind = ((NameToken)array.Data[0]).Data;
        return kind == "ICCBased" ? string.Create(CultureInfo.InvariantCulture, $"{kind} {((NumericToken)((StreamToken)Resolve(array.Data[1])).StreamDictionary.Data["N"]).Int}") : kind;
    }

    /// <summary>Shades near the middle of the figure's edges as poppler draws it.</summary>
    private static (int Left, int Right, int Top, int Bottom) ShadesOf(byte[] file)
    {
        const int Scale = 3;
        var drawn = DrawnPage.Of(file, page: 1, dotsPerInch: 72 * Scale);
        using var pdf = PdfDocument.Open(file);
        var page = pdf.GetPage(1);
        var box = Assert.Single(page.GetImages()).BoundingBox;

        // Corners of the picture before it is turned, wherever they are after.
        double[] across = [box.TopLeft.X, box.BottomRight.X];
        double[] down = [page.Height - box.TopLeft.Y, page.Height - box.BottomRight.Y];
        int At(double x, double y) => drawn[
            (int)((across.Min() + (x * (across.Max() - across.Min()))) * Scale), (int)((down.Max() - (y * (down.Max() - down.Min()))) * Scale)];
        return (At(0.2, 0.5), At(0.8, 0.5), At(0.5, 0.8), At(0.5, 0.2));
    }
}
