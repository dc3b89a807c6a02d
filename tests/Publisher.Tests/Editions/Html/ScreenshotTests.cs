using Publisher.Tests.Support;

namespace Publisher.Tests.Editions.Html;

/// <summary>
/// How the pages look, beside pictures that somebody has looked at and approved. They are a quarter of the size and compared blurred, so
/// that another build of the browser passes and another layout does not. To approve how they look now: look at them in the folder
/// Approved after running these tests with <c>PUBLISHER_APPROVE=1</c>, and commit.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class ScreenshotTests(BrowserFixture fixture)
{
    private const int Tallest = 1800;
    private const double Scale = 0.25;

    // Of 255 shades. Another line break in one paragraph gives 40 and more somewhere, another smoothing of letters less than 10.
    private const double MostMean = 1.5;
    private const int MostGreatest = 32;

    public static TheoryData<string, int, string> Views =>
        new(from page in new[] { "everything", "seed" }
            from view in new[] { (360, "light"), (768, "light"), (1440, "light"), (768, "dark"), (768, "print") }
            select (page, view.Item1, view.Item2));

    [Theory]
    [MemberData(nameof(Views))]
    public void The_page_looks_as_approved(string name, int width, string scheme)
    {
        var browser = fixture.Browser;
        browser.Resize(width, 800);
        browser.Prefer(scheme == "print" ? "print" : "screen", ("prefers-color-scheme", scheme == "dark" ? "dark" : "light"));
        browser.Open(SamplePages.All[name].Source);
        var height = Math.Min(Tallest, browser.Evaluate("Math.ceil(document.documentElement.getBoundingClientRect().height)")!.GetValue<int>());

        var picture = browser.Picture(width, height, Scale);

        var file = $"{name}-{width}-{scheme}.png";
        var approved = Repository.PathOf("tests", "Publisher.Tests", "Editions", "Html", "Approved", file);
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
