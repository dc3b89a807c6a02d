using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Diagnostics;
using Publisher.Model.Words;
using Publisher.Tests.Support;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Sources.Markdown;

public sealed class BlockTests
{
    [Fact]
    public void The_first_heading_is_the_title_and_levels_count_below_it()
    {
        var document = Md.ReadFile("---\nlang: de\n---\n# Titel *kursiv*\n\n## Eins\n\n### Zwei\n\n## Drei\n");

        Assert.Empty(document.Diagnostics);
        Assert.Equal("Titel kursiv", Publisher.Model.Words.PlainText.Of(document.Metadata.Title));
        Assert.Equal([H(1, "Eins"), H(2, "Zwei"), H(1, "Drei")], Unplaced.Of(document.Blocks));
    }

    [Fact]
    public void With_a_stated_title_another_heading_of_the_first_level_is_a_heading() =>
        Assert.Equal([H(1, "Anders"), H(2, "Eins")], Md.Blocks("# Anders\n\n## Eins\n"));

    [Fact]
    public void A_heading_that_repeats_the_stated_title_is_the_title()
    {
        var document = Md.Read("# Titel\n\n## Eins\n");

        Assert.Equal([H(1, "Eins")], Unplaced.Of(document.Blocks));
        Assert.Equal(["Titel", "Eins"], WordStream.Of(document).Flow);
    }

    [Fact]
    public void A_heading_below_text_never_moves_up_to_be_the_title()
    {
        var document = Md.ReadFile("---\nlang: de\n---\nZuerst.\n\n# Dann\n");

        Md.Diagnostic(document, DiagnosticCode.TitleMissing);
        Assert.Equal([P("Zuerst."), H(1, "Dann")], Unplaced.Of(document.Blocks));
    }

    [Fact]
    public void The_highest_level_below_the_title_is_the_first() =>
        Assert.Equal([H(1, "Eins"), H(2, "Zwei")], Md.Blocks("### Eins\n\n#### Zwei\n"));

    [Fact]
    public void A_skipped_level_is_raised_and_reported()
    {
        var document = Md.Read("## Eins\n\n#### Zu tief\n\n### Richtig\n");

        Assert.Equal(7, Md.Diagnostic(document, DiagnosticCode.HeadingLevelSkipped).Span.Line);
        Assert.Equal([H(1, "Eins"), H(2, "Zu tief"), H(2, "Richtig")], Unplaced.Of(document.Blocks));
    }

    [Fact]
    public void A_paragraph_marked_as_subtitle_is_the_subtitle()
    {
        var document = Md.ReadFile("---\nlang: de\n---\n# Titel\n\nDarunter {.subtitle}\n\nText\n");

        Assert.Equal("Darunter", Publisher.Model.Words.PlainText.Of(document.Metadata.Subtitle));
        Assert.Equal([P("Text")], Unplaced.Of(document.Blocks));
    }

    [Theory]
    [InlineData("Bochum, 2. Mai {.dateline}")]
    [InlineData("Bochum, 2. Mai\n{.dateline}")]
    [InlineData("{.dateline}\nBochum, 2. Mai")]
    [InlineData("Bochum, 2. Mai {.ort-datum}")]
    public void A_mark_gives_a_paragraph_its_role(string text) =>
        Assert.Equal([P(ParagraphRole.Dateline, T("Bochum, 2. Mai"))], Md.Blocks(text));

    [Fact]
    public void An_unknown_mark_stays_text_and_is_reported()
    {
        var document = Md.Read("Bochum {.datelin}");

        Assert.Contains("{.dateline}", Md.Diagnostic(document, DiagnosticCode.MarkupNotSupported).Remedy, StringComparison.Ordinal);
        Assert.Equal([P("Bochum {.datelin}")], Unplaced.Of(document.Blocks));
    }

    [Fact]
    public void Words_in_braces_stay_text() => Assert.Equal([P("Ein {wichtiges} Wort {ja}")], Md.Blocks("Ein {wichtiges} Wort {ja}"));

    [Fact]
    public void A_quotation_has_its_attribution()
    {
        var expected = Q("Gesagt ist gesagt.", "Emma Brandt");

        Assert.Equal([expected], Md.Blocks("> Gesagt ist gesagt.\n> — Emma Brandt"));
        Assert.Equal([expected], Md.Blocks("> Gesagt ist gesagt.\n>\n> -- Emma Brandt"));
        Assert.Equal([expected], Md.Blocks("> Gesagt ist gesagt.\n>\n> – Emma Brandt"));
        Assert.Equal([Q("Gesagt\n– und getan.".Replace('\n', ' '))], Md.Blocks("> Gesagt\n> – und getan."));
    }

    [Fact]
    public void Code_stands_as_it_was_written()
    {
        Assert.Equal([new CodeBlock("a  b\n\n\tc", "sh")], Md.Blocks("```sh\na  b\n\n\tc\n```"));
        Assert.Equal([new CodeBlock("*a*\n<b>")], Md.Blocks("    *a*\n    <b>"));
        Assert.Equal([new CodeBlock("")], Md.Blocks("~~~\n~~~"));
    }

    [Theory]
    [InlineData("\\newpage")]
    [InlineData("\\pagebreak")]
    [InlineData("<!-- pagebreak -->")]
    [InlineData("<!-- Seitenumbruch -->")]
    public void A_page_break_has_marks(string mark) =>
        Assert.Equal([P("a"), new PageBreak(), P("b")], Md.Blocks($"a\n\n{mark}\n\nb"));

    [Fact]
    public void A_rule_is_a_thematic_break() => Assert.Equal([P("a"), new ThematicBreak(), P("b")], Md.Blocks("a\n\n---\n\nb"));

    [Fact]
    public void A_comment_is_left_out_and_recorded()
    {
        var document = Md.Read("a <!-- heimlich --> b\n\n<!-- noch\neiner -->\n");

        Assert.Empty(document.Diagnostics);
        Assert.Equal(["Titel", "a", "b"], WordStream.Of(document).Flow);
        Assert.Equal(["<!-- heimlich -->", "<!-- noch\neiner -->"], document.Changes.Select(change => change.Original));
    }

    [Fact]
    public void Footnotes_stand_in_the_order_of_their_marks()
    {
        var document = Md.Read("A[^z] b[^y] c[^z].\n\n[^y]: Zweite *Note*\n\n    Mit Absatz\n[^z]: Erste\n");

        Assert.Empty(document.Diagnostics);
        Assert.Equal([P(T("A"), Ref("z"), T(" b"), Ref("y"), T(" c"), Ref("z"), T("."))], Unplaced.Of(document.Blocks));
        Assert.Equal(
            [Note("z", "Erste"), new Footnote("y", [P(T("Zweite "), Em("Note")), P("Mit Absatz")])],
            Unplaced.Of(document).Footnotes);
    }

    [Fact]
    public void A_footnote_without_a_mark_is_kept_and_reported()
    {
        var document = Md.Read("A[^a].\n\n[^b]: Ohne\n[^a]: Mit\n[^a]: Doppelt\n");

        Assert.Equal([Note("a", "Mit"), Note("b", "Ohne"), Note("a-2", "Doppelt")], Unplaced.Of(document).Footnotes);
        Assert.All(document.Diagnostics, diagnostic => Assert.Equal(DiagnosticCode.FootnoteUnmatched, diagnostic.Code));
        Assert.Equal(2, document.Diagnostics.Count);
    }

    [Fact]
    public void A_mark_without_a_footnote_is_kept_and_reported()
    {
        var document = Md.Read("A[^a].");

        Md.Diagnostic(document, DiagnosticCode.FootnoteUnmatched);
        Assert.Equal([P("A[^a].")], Unplaced.Of(document.Blocks));
    }

    [Fact]
    public void A_definition_that_is_none_stays_text_where_it_stood()
    {
        var document = Md.Read("Vorher.\n\n[Anmerkung]: siehe\n\nNachher.");

        Assert.Equal([P("Vorher."), P("[Anmerkung]: siehe"), P("Nachher.")], Unplaced.Of(document.Blocks));
    }

    [Fact]
    public void An_address_that_nothing_refers_to_is_recorded()
    {
        var document = Md.Read("Text.\n\n[a]: https://example.org");

        Md.Diagnostic(document, DiagnosticCode.MarkupNotSupported);
        Assert.Equal("[a]: https://example.org", Assert.Single(document.Changes).Original);
    }

    [Fact]
    public void Blocks_know_their_place_behind_the_front_matter()
    {
        var document = Md.ReadFile("---\ntitle: Titel\nlang: de\n---\n\nEins *zwei*\r\n\r\n> drei\n");

        var paragraph = (Paragraph)document.Blocks[0];
        Assert.Equal(new SourceSpan(31, 11, 6, 1), paragraph.Span);
        Assert.Equal(new SourceSpan(36, 6, 6, 6), paragraph.Content[1].Span);
        Assert.Equal(8, document.Blocks[1].Span.Line);
    }
}
