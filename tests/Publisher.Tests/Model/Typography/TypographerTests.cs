using CsCheck;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Inlines;
using Publisher.Model.Typography;
using Publisher.Model.Words;
using Publisher.Sources;
using Publisher.Sources.Markdown;
using Publisher.Tests.Support;

namespace Publisher.Tests.Model.Typography;

/// <summary>What typography keeps whatever the text: the words, the structure, the places; and what it never touches.</summary>
public sealed class TypographerTests
{
    private static readonly string[] Pieces =
    [
        "\"", "'", "„", "“", "”", "‚", "‘", "’", "«", "»", "-", "--", " - ", "–", " – ", "...", "..", ".", ",", " , ", ";", "?", "!", ":", "  ", " ", " ",
        "§", "§§", "%", "€", "z.B.", "u. a.", "e.V.", "usw..", "Nr.", "S.", "Abs.", "Dr.", "A.B.", "Uhr", "km", "Mio.", "November", "und", "Vor", "Wort",
        "l'", "ß", "5", "12", "2020", "10000", "1.5", "22.", "12.", "DE02120300000000202051", "030/123", "(", ")", "[", "]", "\n", "\u00A0", "\u202F",
        "a\u0308", "ﬁ", "\u00AD", "@", "https://a.b/c\"d'", "www.", "°", "/", "&", "*innen", "\uFFFC", "😀", "x", "GROSS",
    ];

    private static readonly Gen<string> Anything = Gen.OneOf(Gen.OneOf(Pieces).Array[0, 30].Select(string.Concat), Gen.String);

    private static readonly Gen<Document> Documents = Gen.OneOf(
        Arbitrary.Document,
        Gen.Select(Gen.OneOf("de", "de-CH", "en", "fr"), Anything.Array[1, 6], Gen.Int[0, 3].Array[6], (language, texts, kinds) => new Document
        {
            Metadata = Metadata.Empty with { Language = language },
            Blocks = [new Paragraph(Line(texts, kinds))],
        }));

    [Fact]
    public void Undoing_the_corrections_gives_the_document_as_it_was() => Documents.Sample(
        document => Assert.Equal(Texts(document, undo: false), Texts(Apply(document), undo: true)),
        iter: 2000);

    [Fact]
    public void Applying_it_again_changes_nothing() => Documents.Sample(
        document =>
        {
            var once = Apply(document);

            Assert.Equal(once, Apply(once));
        },
        iter: 2000);

    [Fact]
    public void Letters_and_digits_never_change() => Documents.Sample(
        document => Assert.Equal(Letters(string.Join('\n', Texts(document, undo: false))), Letters(string.Join('\n', Texts(Apply(document), undo: false)))),
        iter: 1000);

    [Fact]
    public void Texts_do_not_touch_and_are_not_empty() => Arbitrary.Document.Sample(document =>
    {
        foreach (var line in InlineWalk.Lines(Apply(document)))
        {
            AssertSound(line.Content);
        }
    });

    [Fact]
    public void A_statement_may_keep_its_typography()
    {
        var document = Read("---\nlanguage: de\ntypografie: nein\n---\n# Titel\n\n\"Ja\" - nein\n");

        Assert.Equal(document, Apply(document));
        Assert.True(document.Metadata.KeepsTypography);
        Assert.Empty(document.Diagnostics);
    }

    [Fact]
    public void Code_and_addresses_are_never_touched()
    {
        const string Text = """
            Siehe `"z.B." - x` und <https://example.org/z.B.-2020-2026?q='a'&r="b"> und https://example.org/a-b--c...d, presse-5km@example.org,
            www.example.org/2020-2026 und [example.org/20%](https://example.org/20%).

                "Code" - z.B.
            """;
        var document = Read("---\nlanguage: de\n---\n" + Text);

        Assert.DoesNotContain(Ledger.Of(Apply(document)).AsEnumerable(), change => change.Rule.StartsWith("typography.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_quotation_may_open_in_plain_text_and_close_in_emphasis() =>
        Assert.Equal("Er sagte „ganz klar: nein“, dann „ja“.", Text(Read("---\nlanguage: de\n---\nEr sagte \"ganz *klar: nein\"*, dann **\"ja\"**.\n")));

    [Fact]
    public void Quotation_marks_round_an_address_are_corrected() =>
        Assert.Equal("Siehe „https://example.org/'a'“.", Text(Read("---\nlanguage: de\n---\nSiehe \"https://example.org/'a'\".\n")));

    [Fact]
    public void Every_correction_knows_its_place_in_the_source()
    {
        const string Source = "---\nlanguage: de\n---\n# Die \"Lage\"\n\nErste Zeile ohne Fund\nzweite mit z.B. *einem\n\"Wort\"* und\n> Zitat - mit\n> 5km &amp; \"Ende\"\n\nNoch \"offen\n";
        var file = new SourceFile("a.md", System.Text.Encoding.UTF8.GetBytes(Source));
        var document = new MarkdownSource().Read(file, out var text);

        var corrected = new Typographer(Shipped.Settings).Apply(document, text);

        var changes = Ledger.Of(corrected).Where(change => change.Rule.StartsWith("typography.", StringComparison.Ordinal)).ToArray();
        Assert.All(changes, change => Assert.Equal(change.Original, Source.Substring(change.Span.Offset, change.Span.Length)));
        Assert.Equal([4, 4, 7, 8, 8, 9, 10, 10, 10], changes.Select(change => change.Span.Line));
        Assert.Equal(12, Assert.Single(corrected.Diagnostics, d => d.Message.Contains("partner", StringComparison.Ordinal)).Span.Line);
    }

    [Fact]
    public void A_long_line_of_one_kind_of_mark_keeps_its_letters()
    {
        foreach (var piece in Pieces)
        {
            var text = string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length));

            var corrected = Shipped.Correct("de", text, Shipped.Everything);

            // A ligature becomes two letters, a detached diaeresis part of one.
            Assert.True(corrected.Count(char.IsLetterOrDigit) >= text.Count(char.IsLetterOrDigit), piece);
        }
    }

    private static Document Apply(Document document) => new Typographer(Shipped.Everything).Apply(document);

    private static Document Read(string text) => new MarkdownSource().Read(new SourceFile("a.md", System.Text.Encoding.UTF8.GetBytes(text)));

    private static string Text(Document document) => PlainText.Of(((Paragraph)Apply(document).Blocks[0]).Content);

    private static ValueList<Inline> Line(string[] texts, int[] kinds) => texts.Select((text, i) => kinds[i] switch
    {
        1 => (Inline)new Emphasis([new Text(text)]),
        2 => new Strong([new Text(text), new FootnoteReference("1")]),
        3 => new LanguageSpan("en", [new Text(text)]),
        _ => new Text(text),
    }).ToValueList();

    /// <summary>The text of each line as one run; corrections of typography as they stood before, if undone.</summary>
    private static List<string> Texts(Document document, bool undo) => InlineWalk.Lines(document)
        .Select(line => line.Code + string.Concat(InlineWalk.Of(line.Content).Select(inline => inline switch
        {
            Text text => text.Value,
            Code code => code.Value,
            Correction correction => undo && IsOurs(correction.Rule) ? correction.Original : correction.Replacement,
            _ => "",
        })))
        .ToList();

    /// <summary>True unless arbitrary documents hold the correction from the start.</summary>
    private static bool IsOurs(string rule) => rule is not (CorrectionRules.LineEndHyphen or CorrectionRules.PageNumber or "typography.earlier");

    private static string Letters(string text) =>
        string.Concat(text.Replace("ﬁ", "fi", StringComparison.Ordinal).Where(c => char.IsLetterOrDigit(c) && c is not ('ä' or 'a')));

    private static void AssertSound(ValueList<Inline> line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            Assert.False(line[i] is Text { Value: "" });
            Assert.False(i > 0 && line[i] is Text && line[i - 1] is Text);
            AssertSound(InlineWalk.ContentOf(line[i]));
        }
    }
}
