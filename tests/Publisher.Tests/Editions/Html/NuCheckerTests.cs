using CsCheck;
using Publisher.Templates;
using Publisher.Tests.Support;

namespace Publisher.Tests.Editions.Html;

/// <summary>The checker of the W3C (validator.nu) finds neither an error nor anything to warn about.</summary>
public sealed class NuCheckerTests
{
    [Fact]
    public void The_checker_finds_nothing_in_any_page()
    {
        var java = OutsideProgram.Require("java");
        var checker = NodeModule.Require("vnu-jar/build/dist/vnu.jar");
        var web = TestTemplate.EditionOf("html");
        using var folder = new TemporaryFolder();
        var pages = SamplePages.All.ToDictionary(page => page.Key, page => page.Value.Source);
        pages.Add("links", Page.Of(EverythingStatement.Document, web with { EmbedFonts = true, LinksInPrint = LinkDisplay.Brackets }).Source);
        foreach (var (index, document) in Arbitrary.Document.Array[40].Single(_ => true, "aatIWOfwfZg1").Index())
        {
            pages.Add("arbitrary-" + index, Page.Of(document, web with { Contents = index % 2 == 0 }).Source);
        }

        foreach (var (name, source) in pages)
        {
            File.WriteAllText(folder.PathOf(name + ".html"), source);
        }

        var result = java.TryRun(["-jar", checker, "--format", "gnu", folder.Path]);

        var messages = result.Error.Replace("\"file:" + folder.Path + "/", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(messages, message => Assert.True(IsAccepted(message), message));
    }

    /// <summary>Arbitrary statements skip levels of headings, which no source does.</summary>
    private static bool IsAccepted(string message) =>
        message.StartsWith("arbitrary-", StringComparison.Ordinal) && message.Contains("heading level", StringComparison.Ordinal);
}
