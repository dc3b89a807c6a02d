using System.Text;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Sources;
using Publisher.Sources.PlainText;

namespace Publisher.Tests.Sources.PlainText;

/// <summary>Damaged statements, each written for what it shows.</summary>
public sealed class RecoveryTests
{
    private const string Body = """
        Die Stadt braucht eine Straße, auf der Kinder sicher zur Schule gehen können. Der Rat hat
        das vor vier Jahren beschlossen, und seither ist nichts geschehen. Wir fordern deshalb, dass
        der Umbau der Schulstraße im Haushalt des nächsten Jahres steht.
        """;

    [Fact]
    public void Aligned_columns_are_a_table_with_its_head()
    {
        var document = Read($"""
            Zahlen zum Radverkehr

            {Body}

            Jahr       Zählstelle              Räder am Tag
            2023       Marktbrücke                    4.120
            2024       Marktbrücke                    4.980
            2025       Nordtor und                    5.310
                       Südtor

            {Body}
            """);

        var table = Assert.Single(document.Blocks.OfType<Table>());
        Assert.Equal(["Jahr", "Zählstelle", "Räder am Tag"], Cells(Assert.Single(table.HeaderRows)));
        Assert.Equal(["2025", "Nordtor und Südtor", "5.310"], Cells(table.Rows[^1]));
        Assert.Equal(3, table.Rows.Count);
        Assert.Equal(2, document.Blocks.OfType<Paragraph>().Count());
    }

    [Fact]
    public void Cells_printed_one_below_the_other_are_a_table_again()
    {
        var document = Read($"""
            Fassungen

            {Body}

            Fassung
            Inhalt
            Datum

            0.1
            Entwurf des Vorstands
            01.11.2024

            0.2
            Anhörung der Mitglieder
            06.12.2024

            1.0
            Beschluss
            10.02.2025

            {Body}
            """);

        var table = Assert.Single(document.Blocks.OfType<Table>());
        Assert.Equal(["Fassung", "Inhalt", "Datum"], Cells(Assert.Single(table.HeaderRows)));
        Assert.Equal(["1.0", "Beschluss", "10.02.2025"], Cells(table.Rows[^1]));
    }

    [Fact]
    public void Two_columns_of_running_text_are_read_one_after_the_other()
    {
        var left = Wrap("Wir sagen es seit Jahren. Die Brücke ist alt und muss erneuert werden, bevor sie gesperrt wird. Das Land hat Geld dafür bereitgestellt. Die Stadt muss es nur beantragen und die Planung endlich beginnen.", 40);
        var right = Wrap("Niemand versteht, warum das nicht geschieht. Der Antrag liegt vor, es fehlt eine Unterschrift. Wir bitten den Rat, darüber in der nächsten Sitzung zu beschließen, damit im Frühjahr gebaut werden kann und alle über den Fluss kommen.", 40);
        var rows = Enumerable.Range(0, Math.Max(left.Count, right.Count)).Select(i => (i < left.Count ? left[i] : "").PadRight(46) + (i < right.Count ? right[i] : ""));

        var document = Read(string.Join('\n', rows));

        var words = string.Join(' ', Publisher.Model.Words.WordStream.Of(document).Flow);
        Assert.Contains("Planung endlich beginnen. Niemand versteht, warum", words, StringComparison.Ordinal);
        Assert.Empty(document.Blocks.OfType<Table>());
    }

    [Fact]
    public void A_label_glued_to_a_divided_word_is_that_of_the_note_below()
    {
        var document = Read($"""
            Titel der Erklärung

            {Body}
            Das Gesetz1 gilt seit Mai; der Landtag hat es einstimmig beschlossen, und es wird nun von
            allen Ländern im Rahmen ihrer Zuständigkeit und mit den Mitteln, die sie haben, umge1

            Gesetz zur Sicherheit auf Schulwegen vom 3. Mai.
            {'\f'}setzt, sobald die Verordnung vorliegt. Das ist noch in diesem Jahr zu erwarten, sagt das Amt.
            """);

        var note = Assert.Single(document.Footnotes);
        Assert.Equal("Gesetz zur Sicherheit auf Schulwegen vom 3. Mai.", Text(note.Content.OfType<Paragraph>().Single().Content));
        Assert.Contains("umgesetzt,", Text(document.Blocks.OfType<Paragraph>().Last().Content), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_alone_behind_a_paragraph_is_no_label_without_a_mark()
    {
        var document = Read($"""
            Sichere Wege zur Schule

            {Body}

            Im Jahr darauf waren es an der Marktbrücke
            1
            """);

        Assert.Empty(document.Footnotes);
    }

    [Fact]
    public void The_last_of_two_numbered_rows_holds_the_notes()
    {
        var document = Read($"""
            Titel der Erklärung

            {Body}
            So steht es im Beschluss1, und so soll es bleiben.

            1 Antrag der Fraktionen

            2 Antwort der Verwaltung

            1 Beschluss des Rates vom 3. Mai.
            """);

        Assert.Equal("Beschluss des Rates vom 3. Mai.", Text(Assert.Single(document.Footnotes).Content.OfType<Paragraph>().Single().Content));
        Assert.Contains(document.Blocks.OfType<Paragraph>(), paragraph => Text(paragraph.Content).Contains("Antwort der Verwaltung", StringComparison.Ordinal));
    }

    [Fact]
    public void The_parts_of_a_letter_keep_their_lines_and_know_their_roles()
    {
        var document = Read($"""
            An die
            Bürgermeisterin der Stadt Musterstadt
            Rathausplatz 1
            12345 Musterstadt

            Musterstadt, 3. März 2025

            Offener Brief zur Schulstraße

            Sehr geehrte Frau Bürgermeisterin,

            {Body}

            Mit freundlichen Grüßen

            Maria Muster
            Vorsitzende
            """);

        var roles = document.Blocks.OfType<Paragraph>().ToDictionary(paragraph => paragraph.Role, paragraph => paragraph);
        Assert.Equal(3, roles[ParagraphRole.Addressee].Content.OfType<LineBreak>().Count());
        Assert.Equal("Musterstadt, 3. März 2025", Text(roles[ParagraphRole.Dateline].Content));
        Assert.Equal("Sehr geehrte Frau Bürgermeisterin,", Text(roles[ParagraphRole.Salutation].Content));
        Assert.Equal("Mit freundlichen Grüßen", Text(roles[ParagraphRole.Valediction].Content));
        Assert.Equal("Maria Muster Vorsitzende", Text(roles[ParagraphRole.Signature].Content));
    }

    [Fact]
    public void The_author_overrules_the_reader_by_marks()
    {
        var document = Read("""
            Titel

            # Forderung
            Dies ist ein Satz. Und noch ein kurzer Satz in derselben Zeile, damit sie voll genug wird.
            ¶Hier beginnt ein Absatz, obwohl nichts darauf hinweist, denn der Verfasser sagt es so an.

            ↳ Hier geht er weiter.
            """);

        Assert.Equal("Forderung", Text(Assert.Single(document.Blocks.OfType<Heading>()).Content));
        var paragraphs = document.Blocks.OfType<Paragraph>().ToList();
        Assert.Equal(2, paragraphs.Count);
        Assert.EndsWith("an. Hier geht er weiter.", Text(paragraphs[1].Content), StringComparison.Ordinal);
        Assert.Equal(["#", "¶", "↳"], document.Changes.Where(change => change.Rule == CorrectionRules.BlockMark).Select(change => change.Original));
    }

    /// <summary>A sentence that ends where a line happens to be full, with nothing else to tell: a mark settles it, either way.</summary>
    [Fact]
    public void A_doubtful_paragraph_is_named_with_its_line_and_the_mark_that_overrules_it()
    {
        Document ReadMarked(string mark) => Read($"""
            Mehr Grün in der Stadt
            {Body}
            {Body}
            {Body}
            {Body}
            Die Stadt braucht eine Straße, auf der Kinder sicher zur Schule gehen können. Der Rat hat
            das vor vier Jahren beschlossen, und seither ist nichts geschehen. Wir fordern deshalb, dass
            der Umbau der Schulstraße im Haushalt des nächsten Jahres endlich einen festen Platz findet.
            {mark}Straßenbäume kühlen die Stadt im Sommer und halten im Herbst das Wasser der starken Regen
            zurück, das sonst in die Keller liefe. Vor jedem Haus soll deshalb ein Baum stehen.
            {Body}
            """);
        int Paragraphs(string mark) => ReadMarked(mark).Blocks.OfType<Paragraph>().Count();

        var doubt = Assert.Single(ReadMarked("").Diagnostics, diagnostic => diagnostic.Code == DiagnosticCode.ParagraphDoubtful);

        Assert.Equal((17, DiagnosticSeverity.Note), (doubt.Span.Line, doubt.Severity));
        Assert.Contains("¶", doubt.Remedy, StringComparison.Ordinal);
        Assert.Equal(Paragraphs("") + 1, Paragraphs("¶"));
        Assert.Equal(Paragraphs(""), Paragraphs("↳"));
        Assert.All(new[] { "¶", "↳" }, mark => Assert.DoesNotContain(ReadMarked(mark).Diagnostics, diagnostic => diagnostic.Code == DiagnosticCode.ParagraphDoubtful));
    }

    [Fact]
    public void A_line_that_the_author_calls_a_paragraph_is_no_heading()
    {
        var text = $"Titel\n\n{Body}\n\nUnsere Forderung\n\n{Body}\n";

        Assert.Single(Read(text).Blocks.OfType<Heading>());
        Assert.Empty(Read(text.Replace("Unsere", "¶ Unsere", StringComparison.Ordinal)).Blocks.OfType<Heading>());
    }

    [Fact]
    public void A_row_of_short_lines_keeps_its_lines()
    {
        var names = Enumerable.Range(1, 14).Select(i => $"Verein {new string((char)('A' + i), 3 + i % 5)} Nord");

        var document = Read($"Aufruf\n\n{Body}\n\n{Body}\n\n{Body}\n\n{string.Join('\n', names)}\n");

        Assert.Equal(13, document.Blocks.OfType<Paragraph>().Last().Content.OfType<LineBreak>().Count());
    }

    [Fact]
    public void The_first_line_of_a_title_that_the_footer_repeats_is_no_furniture()
    {
        var document = Read($"""
            Sicherer Schulweg für alle Kinder -
            Der Rat muss handeln

            {Body}

            Bündnis Schulweg | Sicherer Schulweg für alle Kinder - …

            1/1
            """);

        Assert.Equal("Sicherer Schulweg für alle Kinder - Der Rat muss handeln", Text(document.Metadata.Title));
    }

    private static Document Read(string text) => new PlainTextSource().Read(new SourceFile("statement.txt", Encoding.UTF8.GetBytes(text)));

    private static List<string> Cells(TableRow row) => row.Cells.Select(cell => Text(cell.Content.OfType<Paragraph>().SelectMany(paragraph => paragraph.Content).ToValueList())).ToList();

    private static string Text(ValueList<Inline> inlines) => Publisher.Model.Words.PlainText.Of(inlines).Replace('\n', ' ');

    private static List<string> Wrap(string text, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length + word.Length + 1 > width)
            {
                lines.Add("");
            }

            lines[^1] += (lines[^1].Length > 0 ? " " : "") + word;
        }

        return lines;
    }
}
