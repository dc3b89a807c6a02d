using System.Text;
using System.Text.RegularExpressions;
using Publisher.Editions;
using Publisher.Model.Words;
using Publisher.Tests.Contracts.Readers;
using Publisher.Tests.Support;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Editions.Html;

/// <summary>Pages with their files beside them, and statements to be put into somebody else's page.</summary>
public sealed partial class AssetTests
{
    private static readonly Page Linked = Page.Of(
        EverythingStatement.Document, TestTemplate.EditionOf("html") with { EmbedFonts = true }, change: request => request with { Assets = AssetPlacement.Linked });

    [Fact]
    public void A_page_refers_to_each_of_its_files_and_to_no_other()
    {
        var files = Linked.Rendering.Assets.ToDictionary(asset => asset.Path, asset => asset.Content);

        var sheets = Linked.Dom.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!).ToArray();
        var images = Linked.Dom.QuerySelectorAll("img").Select(image => image.GetAttribute("src")!);
        var fonts = sheets.SelectMany(sheet => Addresses().Matches(Encoding.UTF8.GetString(files[sheet].Span))).Select(match => "assets/" + match.Groups[1].Value);

        Assert.Equal(files.Keys, sheets.Concat(images).Concat(fonts).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(files.Keys, path => path.EndsWith(".woff2", StringComparison.Ordinal));
        Assert.Contains(files.Keys, path => path.EndsWith(".png", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_of_its_files_stands_in_the_page()
    {
        Assert.DoesNotContain("data:", Linked.Source, StringComparison.Ordinal);
        Assert.Empty(Linked.Dom.QuerySelectorAll("style"));
        Assert.StartsWith("default-src 'none'; img-src 'self'; font-src 'self'; style-src 'self'; ", Linked.Dom.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_of_a_house_share_their_files()
    {
        var edition = TestTemplate.EditionOf("html") with { EmbedFonts = true };
        var one = Page.Of(Doc(P("Wir fordern Öffentlichkeit.")).Titled("Erstens"), edition, change: request => request with { Assets = AssetPlacement.Linked });
        var other = Page.Of(Doc(P("Jede Frist „verstreicht“ – 2026!")).Titled("Zweitens"), edition, change: request => request with { Assets = AssetPlacement.Linked });

        Assert.Equal(one.Rendering.Assets.Select(asset => asset.Path), other.Rendering.Assets.Select(asset => asset.Path));
    }

    [Fact]
    public void A_fragment_holds_the_words_and_no_page()
    {
        var fragment = Page.Of(EverythingStatement.Document, change: request => request with { Fragment = true });
        var expected = WordStream.Of(EverythingStatement.Document);

        // As the parser sees it where it was pasted.
        var read = new HtmlReader().Read(Encoding.UTF8.GetBytes($"<!DOCTYPE html><title>x</title><main>{fragment.Source}</main>"));

        Assert.StartsWith("<article lang=\"de\">", fragment.Source, StringComparison.Ordinal);
        Assert.Empty(fragment.Rendering.Assets);
        Assert.Empty(fragment.Dom.QuerySelectorAll("style,script,link,meta,header,footer,[style]"));
        Assert.Equal(expected.Flow, WordStream.Split(read.Flow)[..expected.Flow.Count]);
        Assert.Equal(expected.Notes, WordStream.Split(read.Notes));
        Assert.All(expected.LinkReferences, reference => Assert.Contains(reference, fragment.One("article > aside.links").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_fragment_without_a_title_claims_none() =>
        Assert.Equal("<div lang=\"de\">\n<p>Text.</p>\n</div>\n", Page.Of(Doc(P("Text.")).In("de"), change: request => request with { Fragment = true }).Source);

    [GeneratedRegex("url\\(([a-z0-9.-]+)\\)")]
    private static partial Regex Addresses();
}
