using System.Globalization;

namespace Publisher.Tests.Support;

/// <summary>Pages of a PDF file as poppler draws them; skips the test where it is not installed.</summary>
internal static class DrawnPage
{
    /// <summary>A page as shades of grey.</summary>
    public static GreyPicture Of(byte[] file, int page, int dotsPerInch) => GreyPicture.Read(PngOf(file, page, dotsPerInch));

    /// <summary>A page as PNG in shades of grey.</summary>
    /// <param name="file">The PDF file.</param>
    /// <param name="page">1 for the first.</param>
    /// <param name="dotsPerInch">Dots to the inch.</param>
    public static byte[] PngOf(byte[] file, int page, int dotsPerInch)
    {
        using var pdf = new TemporaryFile(file);
        using var folder = new TemporaryFolder();
        var stem = folder.PathOf("page");
        var number = page.ToString(CultureInfo.InvariantCulture);
        OutsideProgram.Require("pdftoppm").Run(
            ["-png", "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, "-singlefile", "-gray", pdf.Path, stem]);
        return File.ReadAllBytes(stem + ".png");
    }
}
