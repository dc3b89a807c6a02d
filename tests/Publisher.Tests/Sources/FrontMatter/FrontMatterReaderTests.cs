using System.Text;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Sources;
using Publisher.Sources.Decoding;
using Publisher.Sources.FrontMatter;

namespace Publisher.Tests.Sources.FrontMatter;

public sealed class FrontMatterReaderTests
{
    private const string Complete =
        """
        ---
        # Alles, was sich sagen lässt
        title: Für ein faires Wahlrecht
        subtitle: "Zum Entwurf: was fehlt"
        kind: Stellungnahme
        language: de-ch
        organisation: Flüchtlingsrat NRW e.V.
        authors:
          - Ada Lovelace
          - Emmy Noether
        addressee: |
          Landtag NRW
          Platz des Landtags 1
          40221 Düsseldorf
        place: Bochum
        date: 22.11.2026
        contact:
          name: Grace Hopper
          role: Pressesprecherin
          telephone: +49 234 12345-67
          email: mailto:presse@example.org
          web: www.example.org
          address: [Wittener Straße 201, 44803 Bochum]
        embargo: 22. November 2026, 10:00 Uhr
        reference: 47/2026
        summary: >
          Der Entwurf
          greift zu kurz.
        keywords: Wahlrecht, Beteiligung
        version: 0.3
        web: https://example.org/stellungnahme
        translations:
          en: https://example.org/en
        abbreviations:
          EU: Europäische Union
        ---
        Text.
        """;

    [Fact]
    public void Every_fact_is_read()
    {
        var stated = Read(Complete);

        Assert.Empty(stated.Diagnostics);
        var facts = stated.Metadata;
        Assert.Equal("Für ein faires Wahlrecht", Publisher.Model.Words.PlainText.Of(facts.Title));
        Assert.Equal("Zum Entwurf: was fehlt", Publisher.Model.Words.PlainText.Of(facts.Subtitle));
        Assert.Equal(
            new Metadata
            {
                Title = facts.Title,
                Subtitle = facts.Subtitle,
                Kind = StatementKind.Statement,
                Language = "de-CH",
                Organisation = "Flüchtlingsrat NRW e.V.",
                Authors = ["Ada Lovelace", "Emmy Noether"],
                Addressee = ["Landtag NRW", "Platz des Landtags 1", "40221 Düsseldorf"],
                Place = "Bochum",
                Date = new DateOnly(2026, 11, 22),
                Contact = new Contact
                {
                    Name = "Grace Hopper",
                    Role = "Pressesprecherin",
                    Telephone = "+49 234 12345-67",
                    Email = "presse@example.org",
                    Web = "https://www.example.org",
                    Address = ["Wittener Straße 201", "44803 Bochum"],
                },
                Embargo = new DateTime(2026, 11, 22, 10, 0, 0),
                ReferenceNumber = "47/2026",
                Summary = "Der Entwurf greift zu kurz.",
                Keywords = ["Wahlrecht", "Beteiligung"],
                Version = "0.3",
                WebAddress = "https://example.org/stellungnahme",
                Translations = [new Translation("en", "https://example.org/en")],
                Abbreviations = [new Abbreviation("EU", "Europäische Union")],
            },
            facts);
        Assert.Equal("Text.", Complete[stated.TextOffset..]);
        Assert.Equal(3, facts.Title[0].Span.Line);
        Assert.Equal(8, facts.Title[0].Span.Column);
    }

    [Fact]
    public void German_and_French_names_of_keys_are_understood()
    {
        var facts = Read("---\nTitel: A\nSchlagwörter: [b, c]\nAutorin: D\nSperrfrist: 2026-11-22T10:00\nMots clés: e\n---\n").Metadata;

        Assert.Equal("A", Publisher.Model.Words.PlainText.Of(facts.Title));
        Assert.Equal(["b", "c"], facts.Keywords);
        Assert.Equal(["D"], facts.Authors);
        Assert.Equal(new DateTime(2026, 11, 22, 10, 0, 0), facts.Embargo);
    }

    [Theory]
    [InlineData("Pressemitteilung", StatementKind.PressRelease)]
    [InlineData("Offener Brief", StatementKind.OpenLetter)]
    [InlineData("open-letter", StatementKind.OpenLetter)]
    [InlineData("Communiqué de presse", StatementKind.PressRelease)]
    [InlineData("position_paper", StatementKind.PositionPaper)]
    [InlineData("HANDOUT", StatementKind.Handout)]
    public void A_kind_has_a_name_in_three_languages(string name, StatementKind kind) =>
        Assert.Equal(kind, Read($"---\nkind: {name}\n---\n").Metadata.Kind);

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    [InlineData("fr")]
    public void A_kind_may_be_written_as_editions_show_it(string language) => Assert.All(
        Enum.GetValues<StatementKind>(),
        kind => Assert.Equal(kind, Read($"---\nkind: {Templates.TemplateSupport.Standard.LocaleFor(language).NameOf(kind)}\n---\n").Metadata.Kind));

    [Fact]
    public void The_front_matter_wins_over_the_side_car()
    {
        var stated = Read("---\ntitle: Oben\ncontact:\n  name: Grace\n---\nText.", "title: Daneben\nplace: Bochum\ncontact:\n  role: Presse\n");

        Assert.Empty(stated.Diagnostics);
        Assert.Equal("Oben", Publisher.Model.Words.PlainText.Of(stated.Metadata.Title));
        Assert.Equal("Bochum", stated.Metadata.Place);
        Assert.Equal(new Contact { Name = "Grace", Role = "Presse" }, stated.Metadata.Contact);
    }

    [Fact]
    public void An_unknown_key_is_reported_with_the_nearest_known_one_and_its_place()
    {
        var stated = Read("---\ntitle: A\nauhtor: B\n---\n", "ort: Bochum\nspachre: de\n");

        Assert.Equal("Bochum", stated.Metadata.Place);
        Assert.Collection(
            stated.Diagnostics,
            inSideCar =>
            {
                Assert.Equal(DiagnosticCode.UnknownKey, inSideCar.Code);
                Assert.Contains("\"sprache\"", inSideCar.Message, StringComparison.Ordinal);
                Assert.Equal("statement.md.yml", inSideCar.File);
                Assert.Equal(2, inSideCar.Span.Line);
            },
            inText =>
            {
                Assert.Contains("\"author\"", inText.Message, StringComparison.Ordinal);
                Assert.Null(inText.File);
                Assert.Equal(new SourceSpan(13, 6, 3, 1), inText.Span);
            });
    }

    [Theory]
    [InlineData("date: 30.02.2026")]
    [InlineData("date: [1, 2]")]
    [InlineData("kind: Gedicht")]
    [InlineData("language: Plattdeutsch")]
    [InlineData("web: javascript:alert(1)")]
    [InlineData("title: {a: b}")]
    [InlineData("title: A\ntitel: B")]
    [InlineData("translations: [a]")]
    [InlineData("contact:\n  email: nobody")]
    public void A_value_of_the_wrong_form_is_reported_and_left_out(string yaml)
    {
        var stated = Read($"---\nplace: Bochum\n{yaml}\n---\nText.");

        var diagnostic = Assert.Single(stated.Diagnostics);
        Assert.Equal(DiagnosticCode.InvalidValue, diagnostic.Code);
        Assert.InRange(diagnostic.Span.Line, 3, 4);
        Assert.Equal("Bochum", stated.Metadata.Place);
    }

    [Theory]
    [InlineData("embargo: bald")]
    [InlineData("embargo: 2026-11-22T10:00Z")]
    [InlineData("embago: 2026-11-22 10:00")]
    [InlineData("Sperrfist: 22.11.2026, 10 Uhr")]
    public void A_statement_whose_embargo_is_not_understood_is_refused(string yaml)
    {
        var refusal = Assert.Throws<PublisherException>(() => Read($"---\nplace: Bochum\n{yaml}\n---\nText."));

        Assert.Equal(3, refusal.Line);
        Assert.NotNull(refusal.File);
    }

    [Theory]
    [InlineData("---\n\nText\n\n---\n")]
    [InlineData("---\nOhne Ende: ja\n")]
    [InlineData("--- \n- a\n---\n")]
    [InlineData("----\ntitle: A\n---\n")]
    [InlineData("\n---\ntitle: A\n---\n")]
    [InlineData("---\nhttps://example.org\n---\n")]
    [InlineData("")]
    public void What_is_not_front_matter_is_text(string text) => Assert.Equal(0, Read(text).TextOffset);

    [Theory]
    [InlineData("---\ntitle: A\nsubtitle: \"B\nplace: C\n---\n", 3)]
    [InlineData("---\ntitle: A: B\n---\n", 2)]
    [InlineData("---\ntitle: A\n\tplace: B\n---\n", 2)]
    [InlineData("---\ntitle: &a A\nplace: *a\n---\n", 2)]
    [InlineData("---\nplace: *a\n---\n", 2)]
    [InlineData("---\n? [a, b]\n: c\n---\n", 0)]
    [InlineData("---\ntitle: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[A]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n---\n", 2)]
    public void Broken_front_matter_is_refused_with_its_line(string text, int line)
    {
        if (line == 0)
        {
            Assert.Equal(0, Read(text).TextOffset);
            return;
        }

        var refusal = Assert.Throws<PublisherException>(() => Read(text));

        Assert.Equal("statement.md", refusal.File);
        Assert.Equal(line, refusal.Line);
    }

    [Fact]
    public void A_broken_side_car_is_refused_under_its_own_name()
    {
        var refusal = Assert.Throws<PublisherException>(() => Read("Text.", "title: A\nplace: [\n"));

        Assert.Equal("statement.md.yml", refusal.File);
        Assert.True(refusal.Line >= 2);
    }

    [Fact]
    public void An_empty_side_car_says_nothing() => Assert.Equal(Metadata.Empty, Read("Text.", "# nichts\n").Metadata);

    [Fact]
    public void Metadata_longer_than_the_limit_are_refused() =>
        Assert.Throws<PublisherException>(() => Read("Text.", "title: " + new string('a', 100_000)));

    private static StatedMetadata Read(string text, string? sideCar = null)
    {
        var file = new SourceFile("statement.md", Encoding.UTF8.GetBytes(text))
        {
            SideCar = sideCar is null ? null : new SourceFile("statement.md.yml", Encoding.UTF8.GetBytes(sideCar)),
        };
        return FrontMatterReader.Read(file, UnicodeDecoder.Decode(file));
    }
}
