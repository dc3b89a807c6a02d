using Publisher.Model;
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
    [InlineData("page-of: \"Seite {0} von {1}\"", "page-of: \"Seite {0}\"", "The label \"page-of\" does not have the right places for values.")]
    [InlineData("draft: Entwurf", "draft: \"{7}\"", "The label \"draft\" does not have the right places for values.")]
    [InlineData("[Januar, ", "[", "The locale has 11 months.")]
    public void A_locale_with_something_missing_is_refused(string from, string to, string problem)
    {
        var german = File.ReadAllText(Path.Combine(TemplateSupport.Shared, "locales", "de.yml"));

        var refusal = TemplateSupport.Refusal(("_brand.yml", ""), ("locales/de.yml", german.Replace(from, to, StringComparison.Ordinal)));

        Assert.Equal(problem, refusal.Message);
    }
}
