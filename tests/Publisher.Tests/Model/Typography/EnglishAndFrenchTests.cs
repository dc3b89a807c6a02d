using Publisher.Model.Typography;

namespace Publisher.Tests.Model.Typography;

/// <summary>The rules of English and French, an example and a counter-example for each.</summary>
public sealed class EnglishAndFrenchTests
{
    [Theory]
    [InlineData("He said \"yes\" and 'no'.", "He said “yes” and ‘no’.")]
    [InlineData("\"He said \"no\" twice\"", "“He said ‘no’ twice”")]
    [InlineData("He said “yes” and ‘no’.", "He said “yes” and ‘no’.")]
    [InlineData("We don't; the parties' views; rock 'n' roll; '90s", "We don’t; the parties’ views; rock ’n’ roll; ’90s")]
    [InlineData("an aim—late—reached", "an aim—late—reached")]
    [InlineData("an aim--late--reached - here", "an aim—late—reached␣– here")]
    [InlineData("in 2020-2026, pp. 3-7, Mr. Smith", "in 2020–2026, pp.␣3–7, Mr.␣Smith")]
    [InlineData("A well-known case, no. 12-345/26", "A well-known case, no. 12-345/26")]
    [InlineData("and so on...", "and so on…")]
    [InlineData("15 km in Article 16 on 3 May 2026", "15␣km in Article␣16 on 3 May 2026")]
    [InlineData("at 52°31'12\" north", "at 52°31′12″ north")]
    [InlineData("What? Yes: no; so!", "What? Yes: no; so!")]
    public void English(string wrong, string right) => Assert.Equal(right, Shipped.Correct("en", wrong));

    [Theory]
    [InlineData("Il a dit \"oui\".", "Il a dit «¦oui¦».")]
    [InlineData("Il a dit « oui ».", "Il a dit «¦oui¦».")]
    [InlineData("Il a dit «oui».", "Il a dit «¦oui¦».")]
    [InlineData("« Il a dit \"oui\" hier »", "«¦Il a dit “oui” hier¦»")]
    [InlineData("Pourquoi ? Oui ! Ainsi ; voilà :", "Pourquoi¦? Oui¦! Ainsi¦; voilà¦:")]
    [InlineData("Pourquoi? Oui!", "Pourquoi¦? Oui¦!")]
    [InlineData("à 10:30 sur https://example.org/a?b=c", "à 10:30 sur https://example.org/a?b=c")]
    [InlineData("l'État et l’Europe", "l’État et l’Europe")]
    [InlineData("M. Dupont, art. 5, 20 %, 15 km", "M.␣Dupont, art.␣5, 20␣%, 15␣km")]
    [InlineData("rund 10000 euros", "rund 10¦000␣euros")]
    [InlineData("et ainsi de suite...", "et ainsi de suite…")]
    public void French(string wrong, string right) => Assert.Equal(right, Shipped.Correct("fr", wrong));

    [Fact]
    public void A_language_without_a_table_is_left_alone()
    {
        Assert.Equal("\"Ja\" - z.B. 5km", Shipped.Correct("nl", "\"Ja\" - z.B. 5km"));
        Assert.Equal("\"Ja\" - z.B. 5km", Shipped.Correct("und", "\"Ja\" - z.B. 5km"));
    }

    [Fact]
    public void A_country_has_the_table_of_its_language() => Assert.Equal("„Ja“", Shipped.Correct("de-AT", "\"Ja\""));

    [Fact]
    public void A_switched_off_rule_does_nothing()
    {
        var german = Shipped.Settings.For("de")!;
        var withoutQuotes = Shipped.Settings with { Languages = [german with { Rules = [.. german.Rules.Where(rule => rule != TypographyRule.Quotes)] }] };

        Assert.Equal("\"Ja\"␣– nein", Shipped.Correct("de", "\"Ja\" - nein", withoutQuotes));
        Assert.Equal("„Ja“ – 15 km, z.␣B.", Shipped.Correct("de", "\"Ja\" - 15 km, z.B.", Shipped.Settings with { NoBreakSpaces = false }));
    }
}
