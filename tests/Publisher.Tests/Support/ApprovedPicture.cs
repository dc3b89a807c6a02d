namespace Publisher.Tests.Support;

/// <summary>
/// Compares pictures with ones that somebody has looked at and approved, in the folder Approved of an edition's tests. To approve how
/// things look now: look at the pictures there after running the tests with <c>PUBLISHER_APPROVE=1</c>, and commit.
/// </summary>
internal static class ApprovedPicture
{
    // Of 255 shades. Another line break in one paragraph gives 40 and more somewhere, another smoothing of letters less than 10.
    private const double MostMean = 1.5;
    private const int MostGreatest = 32;

    /// <summary>Fails if a picture looks different from the approved one; both are blurred, so that another build of a program passes.</summary>
    /// <param name="edition">The folder of the edition's tests.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="picture">PNG.</param>
    public static void Check(string edition, string file, byte[] picture)
    {
        var approved = Repository.PathOf("tests", "Publisher.Tests", "Editions", edition, "Approved", file);
        if (Environment.GetEnvironmentVariable("PUBLISHER_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
            File.WriteAllBytes(approved, picture);
            return;
        }

        var received = Path.Combine(AppContext.BaseDirectory, file);
        File.WriteAllBytes(received, picture);
        Assert.True(File.Exists(approved), $"{file} was never approved; see {received}.");
        var (now, then) = (GreyPicture.Read(picture), GreyPicture.Read(File.ReadAllBytes(approved)));
        Assert.True(now.Width == then.Width && now.Height == then.Height, $"{file} was {then.Width} x {then.Height} and is {now.Width} x {now.Height}; see {received}.");
        var (mean, greatest) = now.DifferenceTo(then, radius: 3);
        Assert.True(mean <= MostMean && greatest <= MostGreatest, $"{file} looks different (mean {mean:0.00}, greatest {greatest}); see {received}.");
    }
}
