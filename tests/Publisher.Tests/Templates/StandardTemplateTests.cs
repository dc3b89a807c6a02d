using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Templates;
using Publisher.Templates.Styles;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Templates;

public sealed class StandardTemplateTests
{
    private static readonly Template Standard = TemplateSupport.Standard;

    [Fact]
    public void It_loads_without_a_word_of_doubt() => Assert.Empty(Standard.Diagnostics);

    [Fact]
    public void It_makes_a_handout_a_draft_and_a_web_page() =>
        Assert.Equal(["handout pdf", "draft docx", "web html"], Standard.Editions.Select(e => $"{e.Name} {e.Format}"));

    [Fact]
    public void Every_font_a_style_names_is_at_hand_and_can_be_read()
    {
        var families = Enum.GetValues<StyleRole>().Select(role => Standard.Styles[role].FontFamily).Distinct();

        Assert.All(families, family => Assert.Contains(Standard.Fonts, font => font.Family == family));
        Assert.All(Standard.Fonts, font => Assert.InRange(font.Content.Length, 50_000, 500_000));
    }

    [Fact]
    public void Every_text_has_the_contrast_that_WCAG_AA_asks_for()
    {
        var paper = Standard.Brand.Palette.Background;

        Assert.All(
            Enum.GetValues<StyleRole>(),
            role => Assert.True(Standard.Styles[role].Colour.ContrastWith(Standard.Styles[role].Background ?? paper) >= 4.5, role.ToString()));
    }

    [Theory]
    [InlineData("de")]
    [InlineData("de-AT")]
    [InlineData("de-1996")]
    [InlineData("en")]
    [InlineData("en-US")]
    [InlineData("fr-CH")]
    public void It_hyphenates(string language) => Assert.NotEmpty(Standard.Hyphenation.For(language)!);

    [Theory]
    [InlineData("tlh")]
    [InlineData("und")]
    [InlineData("../fonts/fonts")]
    [InlineData("")]
    public void It_has_no_patterns_for_other_languages(string language) => Assert.Null(Standard.Hyphenation.For(language));

    [Fact]
    public void The_kind_of_statement_stands_above_the_title_unless_the_title_says_it()
    {
        var statement = Doc().In("de").Titled("Zum Haushalt") is var d ? d with { Metadata = d.Metadata with { Kind = StatementKind.Statement } } : d;

        var above = Standard.SurroundFor(statement, Standard.Editions[0]).TitleBlock.Before;
        var said = Standard.SurroundFor(statement.Titled("Stellungnahme zum Haushalt"), Standard.Editions[0]).TitleBlock.Before;

        Assert.Equal([P("Stellungnahme")], above);
        Assert.Empty(said);
    }

    [Fact]
    public void Nothing_that_is_not_known_is_printed()
    {
        var surround = Standard.SurroundFor(Doc(P("Text.")).In("de").Titled("Titel"), Standard.Editions[0]);

        Assert.Empty(surround.Letterhead);
        Assert.Empty(surround.AddressField);
        Assert.Empty(surround.TitleBlock.Before);
        Assert.Empty(surround.TitleBlock.After);
        Assert.Empty(surround.Closing);
        Assert.Empty(surround.FirstHeader);
    }

    [Fact]
    public void The_footer_counts_the_pages_in_the_language_of_the_statement()
    {
        var surround = Standard.SurroundFor(Doc().In("fr").Titled("Titre"), Standard.Editions[0]);

        Assert.Equal(
            [T("Page "), new Placeholder(PlaceholderKind.Page), T(" sur "), new Placeholder(PlaceholderKind.Pages)],
            Assert.Single(surround.Footer).End);
    }

    [Fact]
    public void An_embargo_stands_below_the_title()
    {
        var statement = Doc().In("de").Titled("Titel");
        statement = statement with { Metadata = statement.Metadata with { Embargo = new DateTime(2026, 11, 22, 10, 0, 0, DateTimeKind.Unspecified) } };

        var after = Standard.SurroundFor(statement, Standard.Editions[0]).TitleBlock.After;

        Assert.Contains("Sperrfrist: 22. November 2026, 10:00 Uhr", TextOf(after), StringComparison.Ordinal);
    }

    private static string TextOf(ValueList<Block> blocks) =>
        string.Join('\n', blocks.Cast<Paragraph>().Select(p => PlainText.Of(p.Content))).Replace('\u00A0', ' ');
}
