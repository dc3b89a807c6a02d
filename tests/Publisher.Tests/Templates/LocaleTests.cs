using Publisher.Model;
using Publisher.Templates;
using Publisher.Templates.Labels;

namespace Publisher.Tests.Templates;

public sealed class LocaleTests
{
    private static Locale Of(string language) => TemplateSupport.Standard.LocaleFor(language);

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    [InlineData("fr")]
    public void A_locale_has_a_text_for_every_label(string language) =>
        Assert.All(Enum.GetValues<Label>(), label => Assert.NotEmpty(Of(language)[label]));

    [Theory]
    [InlineData("de-AT", "de")]
    [InlineData("EN", "en")]
    [InlineData("it", "de")]
    [InlineData("und", "de")]
    public void The_nearest_locale_serves(string asked, string served) => Assert.Equal(served, Of(asked).Language);

    [Theory]
    [InlineData("de", 22, "22. November 2026")]
    [InlineData("de", 1, "1. November 2026")]
    [InlineData("en", 22, "22 November 2026")]
    [InlineData("fr", 22, "22 novembre 2026")]
    [InlineData("fr", 1, "1er novembre 2026")]
    public void Dates_are_written_as_the_language_writes_them(string language, int day, string expected) =>
        Assert.Equal(expected, Of(language).Format(new DateOnly(2026, 11, day)).Replace('\u00A0', ' '));

    [Theory]
    [InlineData("de", "22. November 2026, 9:05 Uhr")]
    [InlineData("en", "22 November 2026, 9:05")]
    [InlineData("fr", "22 novembre 2026, 9 h 05")]
    public void Times_too(string language, string expected) => Assert.Equal(
        expected, Of(language).Format(new DateTime(2026, 11, 22, 9, 5, 0, DateTimeKind.Unspecified)).Replace('\u00A0', ' '));

    [Fact]
    public void Every_kind_of_statement_has_a_name() => Assert.Equal(
        ["Stellungnahme", "Pressemitteilung", "Offener Brief", "Positionspapier", "Handout"],
        Enum.GetValues<StatementKind>().Select(kind => Of("de").NameOf(kind)));

    [Fact]
    public void A_template_may_bring_a_language_along()
    {
        var german = File.ReadAllText(Path.Combine(TemplateSupport.Shared, "locales", "de.yml"));

        var template = TemplateSupport.Load(
            ("_brand.yml", ""), ("locales/nds.yml", german.Replace("language: de", "language: nds", StringComparison.Ordinal).Replace("Inhalt", "Wat binnen steiht", StringComparison.Ordinal)));

        Assert.Equal("Wat binnen steiht", template.LocaleFor("nds")[Label.Contents]);
        Assert.Equal("Inhalt", template.LocaleFor("de")[Label.Contents]);
    }

    [Theory]
    [InlineData("  contents: Inhalt\n", "", "The locale has no \"contents\".")]
    [InlineData("page-of: \"Seite {0} von {1}\"", "page-of: \"Seite {0}\"", "\"Seite {0}\" does not have the right places for values in \"page-of\".")]
    [InlineData("draft: Entwurf", "draft: \"{7}\"", "\"{7}\" does not have the right places for values in \"draft\".")]
    [InlineData("{hour}:{minute}", "{time}", "\"{date}, {time}\u00A0Uhr\" does not have the right places for values in \"date-time\".")]
    [InlineData("{day}.\u00A0{month}\u00A0{year}", "{day}. {month}", "\"{day}. {month}\" does not have the right places for values in \"date\".")]
    [InlineData("dates:", "  undated2: x\ndaten:", "The locale has no \"dates\".")]
    [InlineData("[Januar, ", "[", "The locale has 11 months.")]
    public void A_locale_with_something_missing_is_refused(string from, string to, string problem)
    {
        var german = File.ReadAllText(Path.Combine(TemplateSupport.Shared, "locales", "de.yml"));

        var refusal = TemplateSupport.Refusal(("_brand.yml", ""), ("locales/de.yml", german.Replace(from, to, StringComparison.Ordinal)));

        Assert.Equal(problem, refusal.Message);
    }

    [Fact]
    public void All_that_a_locale_lacks_is_named_and_the_template_beside_it_is_looked_at_all_the_same()
    {
        var german = File.ReadAllText(Path.Combine(TemplateSupport.Shared, "locales", "de.yml"));
        using var folder = new TemplateOnDisk(
            ("_brand.yml", ""),
            ("locales/de.yml", german.Replace("  contents: Inhalt\n", "", StringComparison.Ordinal).Replace("  draft: Entwurf\n", "", StringComparison.Ordinal)),
            ("template.yml", "page: { size: A12 }\nstyles:\n  boddy: {}\n"),
            ("title.md", "{{ kind }\n# {{ title }}\n"));

        var (_, findings) = TemplateFolder.Examine(folder.Path, TemplateSupport.Options);

        Assert.Equal(
            [
                "de.yml The locale has no \"contents\".", "de.yml The locale has no \"draft\".", "template.yml The page size \"A12\" is not known.",
                "template.yml There is no style \"boddy\".", "title.md \"{{ kind }\" is not closed.",
            ],
            findings.Select(finding => $"{Path.GetFileName(finding.File)} {finding.Message}"));
    }
}
