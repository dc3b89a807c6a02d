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

        ApprovedPicture.Check("Html", $"{name}-{width}-{scheme}.png", picture);
    }
}
