using Publisher.Editions;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Words;
using Publisher.Sources.Markdown;
using Publisher.Templates;
using Publisher.Tests.Support;
using Publisher.Tests.Templates;

namespace Publisher.Tests.Contracts;

/// <summary>A change in the one template changes each of its editions, and none of the statement's words.</summary>
public sealed class OneTemplateTests
{
    private const string Brand = "color:\n  primary: \"#0B5568\"\n";
    private const string Styles = "styles:\n  body: { size: 11 pt }\n";
    private const string Footer = "Beispielverein || {{ page_of }}\n";

    private static readonly Document Statement = EverythingStatement.Document;

    public static TheoryData<string, string, string, string> Changes =>
        [.. from edition in EditionCatalog.All
            from change in new[] { ("_brand.yml", "#0B5568", "#7B1E28"), ("template.yml", "11 pt", "12 pt"), ("footer.md", "Beispielverein", "Musterverband") }
            select (edition.Format, change.Item1, change.Item2, change.Item3)];

    [Theory]
    [MemberData(nameof(Changes))]
    public void One_change_in_the_template_shows_in_the_edition_and_changes_no_word_of_the_statement(string format, string file, string from, string to)
    {
        var reader = EditionReader.For(format);
        (string Name, string Text)[] files = [("_brand.yml", Brand), ("template.yml", Styles), ("footer.md", Footer)];

        var before = Render(format, files);
        var after = Render(format, [.. files.Select(f => f.Name == file ? (f.Name, f.Text.Replace(from, to, StringComparison.Ordinal)) : f)]);

        Assert.False(before.Span.SequenceEqual(after.Span), $"{file} does not reach {format}.");
        Assert.Equal(WordStream.Split(reader.Read(before).Flow), WordStream.Split(reader.Read(after).Flow));
        Assert.Equal(WordStream.Split(reader.Read(before).Notes), WordStream.Split(reader.Read(after).Notes));
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("docx")]
    [InlineData("html")]
    public void An_embargo_stands_in_every_edition(string format)
    {
        var embargoed = Statement with { Metadata = Statement.Metadata with { Embargo = new DateTime(2026, 11, 24, 10, 0, 0, DateTimeKind.Unspecified), Language = "de" } };
        var edition = TemplateSupport.Standard.Editions.Single(e => e.Format == format);

        var surround = TemplateSupport.Standard.SurroundFor(embargoed, edition);

        Assert.Contains("Sperrfrist: 24. November 2026, 10:00 Uhr", string.Join(' ', surround.TitleBlock.After.OfType<Paragraph>().Select(p => PlainText.Of(p.Content))).Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    private static ReadOnlyMemory<byte> Render(string format, (string Name, string Text)[] files)
    {
        using var folder = new TemplateOnDisk(files);
        var template = TemplateFolder.Load(folder.Path, new TemplateOptions(MarkdownSource.ParseFragment, TemplateSupport.Shared));
        var edition = template.Editions.Single(e => e.Format == format);
        return EditionCatalog.For(format)!.Render(new EditionRequest(Statement, template, edition)).Content;
    }
}
