using System.Globalization;
using System.Text;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Sources;
using Publisher.Sources.PlainText;

namespace Publisher.Tests.Sources.PlainText;

/// <summary>Damaged statements with notes in all usual forms, and with numbers that are none.</summary>
public sealed class NoteRecoveryTests
{
    private const string Body = """
        Die Stadt braucht eine Straße, auf der Kinder sicher zur Schule gehen können. Der Rat hat
        das vor vier Jahren beschlossen, und seither ist nichts geschehen. Wir fordern deshalb, dass
        der Umbau der Schulstraße im Haushalt des nächsten Jahres steht.
        """;

    private static readonly string[] Notes =
    [
        "Beschluss des Rates vom 3. Mai.",
        "Haushalt der Stadt, Seite 12.",
        "Bericht des Amtes für Verkehr.",
    ];

    [Theory]
    [InlineData("{0}", "{0} ")]
    [InlineData("{0}", "{0}. ")]
    [InlineData("{0}", "{0}) ")]
    [InlineData("{0}", "[{0}] ")]
    [InlineData("{0}", "({0}) ")]
    [InlineData("{0}", "{0}\n")]
    [InlineData("{0}", "[{0}]\n")]
    [InlineData("[{0}]", "[{0}] ")]
    [InlineData("[{0}]", "{0}. ")]
    [InlineData("[{0}]", "{0} ")]
    [InlineData(" [{0}]", "[{0}] ")]
    [InlineData("({0})", "({0}) ")]
    [InlineData("({0})", "{0}) ")]
    [InlineData("\n{0}\n", "{0} ")]
    [InlineData("\n\n[{0}]\n\n", "[{0}] ")]
    [InlineData(" {0}", "{0} ")]
    public void Notes_are_found_in_every_form(string mark, string label)
    {
        string Mark(int number) => string.Format(CultureInfo.InvariantCulture, mark, number);
        string Label(int number) => string.Format(CultureInfo.InvariantCulture, label, number);

        var document = Read($"""
            Titel der Erklärung

            {Body}
            Das steht im Beschluss{Mark(1)}, und das Geld ist da, wie der Haushalt zeigt{Mark(2)}. Auch das Amt
            für Verkehr hält den Umbau für nötig und schreibt es in seinem Bericht{Mark(3)}.

            {Label(1)}{Notes[0]}
            {Label(2)}{Notes[1]}
            {Label(3)}{Notes[2]}
            """);

        Assert.Equal(Notes, NotesOf(document));
        Assert.Equal(["1", "2", "3"], ReferencesOf(document));
    }

    [Fact]
    public void Raised_figures_are_marks_and_labels()
    {
        var document = Read($"""
            Titel der Erklärung

            {Body}
            Das steht im Beschluss¹, und das Geld ist da, wie der Haushalt zeigt². Auf 300 m² ist Platz.

            ¹ {Notes[0]}
            ² {Notes[1]}
            """);

        Assert.Equal(Notes[..2], NotesOf(document));
        Assert.Equal(["1", "2"], ReferencesOf(document));
        Assert.Contains("300 m² ist", WordsOf(document), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*", "**")]
    [InlineData("*", "†")]
    public void Asterisks_and_daggers_are_marks_and_labels(string first, string second)
    {
        var document = Read($"""
            Titel der Erklärung

            {Body}
            Das steht im Beschluss{first}, und das Geld ist da, wie der Haushalt für alle Bürger*innen zeigt.{second}

            {first} {Notes[0]}
            {second} {Notes[1]}
            """);

        Assert.Equal(Notes[..2], NotesOf(document));
        Assert.Equal(["1", "2"], ReferencesOf(document));
        Assert.Contains("Bürger*innen zeigt.", WordsOf(document), StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_at_the_end_keep_their_marks_on_the_pages_before()
    {
        var document = Read($"""
            Titel der Erklärung

            {Body}
            Das steht im Beschluss.1

            Seite 1
            {'\f'}{Body}
            Das Geld ist da, wie der Haushalt zeigt.2

            Anmerkungen

            1. {Notes[0]}
            2. {Notes[1]}

            Seite 2
            """);

        Assert.Equal(Notes[..2], NotesOf(document));
        Assert.Contains("Anmerkungen", WordsOf(document), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_begin_anew_on_each_page_are_notes_of_their_own()
    {
        var document = Read($"""
            Titel der Erklärung

            {Body}
            Das steht im Beschluss1, und das Geld ist da, wie der Haushalt zeigt2.

            1 {Notes[0]}
            2 {Notes[1]}
            {'\f'}{Body}
            Auch das Amt für Verkehr hält den Umbau für nötig1.

            1 {Notes[2]}
            """);

        Assert.Equal(Notes, NotesOf(document));
        Assert.Equal(["1", "2", "3"], ReferencesOf(document));
    }

    [Fact]
    public void Figures_printed_above_their_line_are_marks()
    {
        var document = Read($"""
            Titel der Erklärung

            {Body}

            Den Beschluss gibt es hier im Netz, und der Haushalt der Stadt findet sich
                1                              2
            hier , die Anlagen hier .

            1 {Notes[0]}
            2 {Notes[1]}
            """);

        Assert.Equal(Notes[..2], NotesOf(document));
        Assert.Equal(["1", "2"], ReferencesOf(document));
    }

    [Fact]
    public void A_mark_glued_to_a_number_is_one_only_if_the_text_holds_the_number_alone()
    {
        var document = Read($"""
            Titel der Erklärung

            Die Petition 108191 liegt dem Ausschuss vor. Wir bitten alle, die Petition 1081911
            zu zeichnen, und den Rat, den Beschluss2 umzusetzen, den er im Mai gefasst hat. Es ist Zeit.

            {Body}

            1 {Notes[0]}
            2 {Notes[1]}
            """);

        Assert.Equal(Notes[..2], NotesOf(document));
        Assert.Contains("die Petition 108191 zu zeichnen", WordsOf(document), StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_keeps_its_figures()
    {
        var document = Read($"""
            Titel der Erklärung

            Das Gesetz gilt, wie der Landtag im Mai einstimmig beschlossen hat, seit dem Jahr 2021
            in allen Gemeinden. Den Beschluss2 hat der Rat mit großer Mehrheit im Mai gefasst.

            {Body}

            1 {Notes[0]}
            2 {Notes[1]}
            """);

        Assert.Contains("seit dem Jahr 2021 in allen", WordsOf(document), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_notes_on_a_line_are_notes_each()
    {
        var document = Read($"""
            Titel der Erklärung

            {Body}
            Das steht im Beschluss1, und das Geld ist da, wie der Haushalt zeigt2. Auch das Amt
            für Verkehr hält den Umbau für nötig und schreibt es in seinem Bericht3.

            1 {Notes[0]}   2 {Notes[1]} 3 {Notes[2]}
            """);

        Assert.Equal(Notes, NotesOf(document));
    }

    [Fact]
    public void A_note_goes_on_over_the_end_of_a_page()
    {
        var document = Read($"""
            Titel der Erklärung

            {Body}
            Das steht im Beschluss[1], und das Geld ist da, wie der Haushalt zeigt[2].

            [1] {Notes[0]}
            [2] Der Haushalt der Stadt nennt auf Seite 12 die Mittel, die für den Umbau der Straße und
            {'\f'}für die sicheren Wege zur Schule im nächsten Jahr bereitstehen.
            """);

        Assert.Equal(2, document.Footnotes.Count);
        Assert.EndsWith("Straße und für die sicheren Wege zur Schule im nächsten Jahr bereitstehen.", NotesOf(document)[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_goes_on_over_notes_and_a_page_end_stays_in_the_text()
    {
        var document = Read($"""
            Titel der Erklärung

            {Body}
            Das steht im Beschluss1, und er gilt auch für die sicheren Wege, die der Rat im Mai und im

            •

            1 Beschluss des Rates
            {'\f'}herbstlichen Juni beschlossen hat, nämlich
            für die Wege zur Schule.
            """);

        Assert.Equal(["Beschluss des Rates"], NotesOf(document));
    }

    [Fact]
    public void Labels_stand_below_notes_of_several_lines_and_above_others()
    {
        var document = Read($"""
            Titel der Erklärung

            {Body}
            Das steht im Beschluss1, und das Geld ist da, wie der Haushalt zeigt2. Auch das Amt
            für Verkehr hält den Umbau für nötig und schreibt es in seinem Bericht3.

            Beschluss des Rates vom 3. Mai, der mit den Stimmen aller Fraktionen außer einer gefasst
            wurde.
            1

            2

            Haushalt der Stadt, Seite 12.

            Bericht des Amtes für Verkehr über die Wege der Kinder, die zu Fuß oder mit dem Rad zur
            Schule kommen.
            3
            """);

        Assert.Equal(
            [
                "Beschluss des Rates vom 3. Mai, der mit den Stimmen aller Fraktionen außer einer gefasst wurde.",
                "Haushalt der Stadt, Seite 12.",
                "Bericht des Amtes für Verkehr über die Wege der Kinder, die zu Fuß oder mit dem Rad zur Schule kommen.",
            ],
            NotesOf(document));
    }

    [Fact]
    public void A_label_below_its_note_is_not_the_page_number()
    {
        var document = Read($"""
            Titel der Erklärung

            {Body}
            Das steht im Beschluss1, und so soll es bleiben.

            Beschluss des Rates vom 3. Mai, der mit den Stimmen aller Fraktionen außer einer gefasst
            wurde.
            1

            - 1 -
            {'\f'}{Body}

            - 2 -
            """);

        Assert.Equal(["Beschluss des Rates vom 3. Mai, der mit den Stimmen aller Fraktionen außer einer gefasst wurde."], NotesOf(document));
    }

    [Fact]
    public void A_label_takes_the_place_of_the_hyphen_where_its_note_breaks_off()
    {
        var document = Read($"""
            Titel der Erklärung

            {Body}
            Das steht im Beschluss1, und das Geld ist da, wie der Haushalt zeigt.2

            1

            Beschluss des Rates vom 3. Mai.

            Der Haushalt der Stadt nennt auf Seite 12 die Mittel, die im nächsten Jahr für den Um2
            {'\f'}{Body}
            Auch das Amt für Verkehr hält den Umbau für nötig und schreibt es in seinem Bericht3.

            bau der Straße bereitstehen.

            3

            Bericht des Amtes für Verkehr.
            """);

        Assert.Equal(
            [
                "Beschluss des Rates vom 3. Mai.",
                "Der Haushalt der Stadt nennt auf Seite 12 die Mittel, die im nächsten Jahr für den Umbau der Straße bereitstehen.",
                "Bericht des Amtes für Verkehr.",
            ],
            NotesOf(document));
    }

    [Fact]
    public void A_rule_above_the_notes_is_taken_out()
    {
        var document = Read($"""
            Titel der Erklärung

            {Body}
            Das steht im Beschluss.1

            ____________________
            1 {Notes[0]}
            """);

        Assert.Equal(Notes[..1], NotesOf(document));
        Assert.DoesNotContain("_", WordsOf(document), StringComparison.Ordinal);
    }

    [Fact]
    public void A_numbered_list_stays_a_list()
    {
        var document = Read($"""
            Titel der Erklärung

            {Body} Die Stadt senkt damit den Ausstoß von CO2 um ein Drittel.

            Wir fordern:

            1. Der Rat beschließt den Umbau.
            2. Die Verwaltung plant ihn.
            3. Das Land gibt Geld dazu.
            """);

        Assert.Empty(document.Footnotes);
        Assert.Equal(3, document.Blocks.OfType<OrderedList>().Single().Items.Count);
        Assert.Contains("CO2 um", WordsOf(document), StringComparison.Ordinal);
    }

    [Fact]
    public void Paragraphs_of_a_statute_are_no_notes_though_the_text_refers_to_them()
    {
        var document = Read($"""
            Satzung des Vereins

            Die Mitglieder wählen den Vorstand nach Absatz (1), seine Amtszeit richtet sich nach Absatz (2).

            {Body}

            (1) Der Vorstand wird von der Versammlung der Mitglieder gewählt.
            (2) Er bleibt zwei Jahre im Amt.
            """);

        Assert.Empty(document.Footnotes);
        Assert.Contains("nach Absatz (1), seine", WordsOf(document), StringComparison.Ordinal);
    }

    [Fact]
    public void Items_with_asterisks_are_a_list()
    {
        var document = Read($"""
            Titel der Erklärung

            {Body} Das gilt für alle Schüler*innen und ihre *lieben* Eltern.

            * Der Rat beschließt den Umbau.
            * Die Verwaltung plant ihn.
            """);

        Assert.Empty(document.Footnotes);
        Assert.Equal(2, document.Blocks.OfType<UnorderedList>().Single().Items.Count);
    }

    [Fact]
    public void Numbered_headings_are_no_notes()
    {
        var document = Read($"""
            Titel der Erklärung

            Im Jahr 2025 haben 4 Fraktionen zugestimmt, 1 war dagegen, und 2 Räte fehlten.

            1. Anlass

            {Body}

            2. Forderung

            {Body}
            """);

        Assert.Empty(document.Footnotes);
        Assert.Contains("1 war dagegen, und 2 Räte", WordsOf(document), StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_between_table_and_list_does_not_take_their_numbers()
    {
        var document = Read($"""
            Titel der Erklärung

            {Body}
            Das steht im Beschluss.1

            Jahr       Zählstelle              Räder am Tag
            2023       Marktbrücke                    4.120
            2024       Marktbrücke                    4.980

            Wir fordern:

            1. Der Rat beschließt den Umbau.
            2. Die Verwaltung plant ihn.

            1 {Notes[0]}
            """);

        Assert.Equal(Notes[..1], NotesOf(document));
        Assert.Equal(2, document.Blocks.OfType<OrderedList>().Single().Items.Count);
    }

    [Fact]
    public void Many_figures_take_no_more_than_their_time()
    {
        // Quadratic work on so many lines would take minutes.
        var text = $"Titel\n\n{string.Concat(Enumerable.Repeat("im Jahr 1 und 2 \n", 40_000))}{string.Concat(Enumerable.Repeat("1 Text\n2 Text\f", 40_000))}";

        Assert.NotNull(Read(text));
    }

    private static Document Read(string text)
    {
        var document = new PlainTextSource().Read(new SourceFile("statement.txt", Encoding.UTF8.GetBytes(text)));
        if (text.Length < 100_000)
        {
            SourceLedger.AssertComplete(text, document);
        }

        return document;
    }

    private static List<string> NotesOf(Document document) =>
        document.Footnotes.Select(note => string.Join(' ', note.Content.OfType<Paragraph>().Select(paragraph => Publisher.Model.Words.PlainText.Of(paragraph.Content)))).ToList();

    private static List<string> ReferencesOf(Document document) =>
        InlineWalk.Of(document).OfType<FootnoteReference>().Select(reference => reference.Id).ToList();

    private static string WordsOf(Document document) => string.Join(' ', WordStream.Of(document).Flow);
}
