using System.Globalization;
using System.Text;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Inlines;
using Publisher.Sources;
using Publisher.Sources.PlainText;

namespace Publisher.Tests.Sources.PlainText;

/// <summary>Damaged statements, each written for the kind of block it holds.</summary>
public sealed class BlockRecoveryTests
{
    private const string Body = """
        Die Stadt braucht eine Straße, auf der Kinder sicher zur Schule gehen können. Der Rat hat
        das vor vier Jahren beschlossen, und seither ist nichts geschehen. Wir fordern deshalb, dass
        der Umbau der Schulstraße im Haushalt des nächsten Jahres steht.
        """;

    private const string Other = """
        Wer Moore wiedervernässen will, muss mit den Menschen reden, die dort leben und wirtschaften.
        Das Land hat sieben Jahre lang Gutachten bestellt, die niemand gelesen hat, und es hat zu
        wenig mit ihnen geredet.
        """;

    [Fact]
    public void Amounts_with_their_units_are_figures_of_a_table()
    {
        var document = Read($"""
            Kosten des Umbaus

            {Body}

            Abschnitt

            Ansatz

            Ergebnis der Prüfung

            50 bis 249 Meter

            5.772 Euro

            9.140 Euro

            250 bis 499 Meter

            8.310 Euro

            14.600 Euro

            ab 500 Metern

            12.450 Euro

            21,9 Mio. Euro

            {Body}
            """);

        var table = Assert.Single(document.Blocks.OfType<Table>());
        Assert.Equal(["Abschnitt", "Ansatz", "Ergebnis der Prüfung"], Cells(Assert.Single(table.HeaderRows)));
        Assert.Equal(["ab 500 Metern", "12.450 Euro", "21,9 Mio. Euro"], Cells(table.Rows[^1]));
    }

    [Fact]
    public void Rows_with_amounts_in_groups_of_three_digits_are_a_table()
    {
        var document = Read($"""
            Dépenses

            {Body}

            Université de Rives 41 000 € 96 500 €
            Université du Haut-Doubs 28 300 € 71 200 €
            École des arts mécaniques 9 750 € 18 900 €

            {Body}
            """);

        var table = Assert.Single(document.Blocks.OfType<Table>());
        Assert.Equal(["Université de Rives", "41 000 €", "96 500 €"], Cells(table.Rows[0]));
    }

    [Fact]
    public void Running_text_whose_lines_end_with_figures_is_no_table()
    {
        var document = Read("""
            Notes to editors

            Homes for the North is a registered charity. It was founded in 1968 and works in 42
            local authorities. The survey was carried out between May and July 2024 among 1,118
            households, of which half had moved twice; it was paid for by the members in 2023
            and the full results are available on request.
            """);

        Assert.Empty(document.Blocks.OfType<Table>());
        Assert.Single(document.Blocks.OfType<Paragraph>());
    }

    [Fact]
    public void A_table_goes_on_over_the_page_without_a_head()
    {
        var document = Read($"""
            Zahlen zum Radverkehr

            {Body}

            Jahr       Zählstelle              Räder am Tag
            2023       Marktbrücke                    4.120
            2024       Marktbrücke                    4.980
            {'\f'}2025       Nordtor                        5.310
            2026       Südtor                         6.020

            {Body}
            """);

        var table = Assert.Single(document.Blocks.OfType<Table>());
        Assert.Equal(4, table.Rows.Count);
        Assert.Single(table.HeaderRows);
    }

    [Fact]
    public void A_longer_first_column_is_read_to_its_end_before_the_second()
    {
        var left = Wrap("Wir sagen es seit Jahren. Die Brücke ist alt und muss erneuert werden, bevor sie gesperrt wird. Das Land hat Geld dafür bereitgestellt. Die Stadt muss es nur beantragen und die Planung endlich beginnen, damit im Frühjahr gebaut werden kann und alle wieder über den Fluss kommen, auch mit dem Rad.", 40);
        var right = Wrap("Niemand versteht, warum das nicht geschieht. Der Antrag liegt vor, es fehlt eine Unterschrift. Wir bitten den Rat, darüber in der nächsten Sitzung zu beschließen. Das wäre gut.", 40);
        var rows = Enumerable.Range(0, left.Count).Select(i => left[i].PadRight(46) + (i > 0 && i <= right.Count ? right[i - 1] : ""));

        var document = Read(string.Join('\n', rows));

        var words = string.Join(' ', Publisher.Model.Words.WordStream.Of(document).Flow);
        Assert.True(left.Count > right.Count + 1);
        Assert.Contains("auch mit dem Rad. Niemand versteht", words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_subject_above_the_salutation_is_the_title_of_a_letter()
    {
        var document = Read($"""
            Stadt Eschwinkel
            Die Bürgermeisterin

            An den
            Minister für Verkehr
            Johannisstraße 8
            40213 Düsseldorf

            Eschwinkel, 23. Mai 2022

            Sichere Wege zur Schule

            Sehr geehrter Herr Minister,

            {Body}

            Mit freundlichen Grüßen

            Dr. Miriam Althoff
            Bürgermeisterin

            Hinweise

            {Body}
            """);

        Assert.Equal("Sichere Wege zur Schule", Text(document.Metadata.Title));
        var paragraphs = document.Blocks.OfType<Paragraph>().ToList();
        Assert.Equal("Stadt Eschwinkel\nDie Bürgermeisterin", Text(paragraphs[0].Content));
        Assert.Equal(
            [ParagraphRole.Body, ParagraphRole.Addressee, ParagraphRole.Dateline, ParagraphRole.Salutation, ParagraphRole.Body, ParagraphRole.Valediction, ParagraphRole.Signature, ParagraphRole.Body],
            paragraphs.Select(paragraph => paragraph.Role));
        Assert.Equal("Hinweise", Text(Assert.Single(document.Blocks.OfType<Heading>()).Content));
    }

    [Fact]
    public void A_salutation_stands_by_itself_where_nothing_else_tells()
    {
        var document = Read("""
            Sichere Wege zur Schule
            Sehr geehrte Frau Ministerin,
            die Stadt braucht eine Straße, auf der Kinder sicher zur Schule gehen können. Der Rat hat
            das vor vier Jahren beschlossen, und seither ist nichts geschehen. Wir fordern deshalb, dass
            der Umbau der Schulstraße im Haushalt des nächsten Jahres steht.
            Mit freundlichen Grüßen
            Miriam Althoff
            """);

        Assert.Equal(
            [ParagraphRole.Salutation, ParagraphRole.Body, ParagraphRole.Valediction, ParagraphRole.Signature],
            document.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Role));
    }

    [Fact]
    public void What_announces_a_press_release_is_not_its_title()
    {
        var document = Read($"""
            PRESSEMITTEILUNG Nr. 17/2023
            Sperrfrist: Donnerstag, 9. November 2023, 10 Uhr

            Moorschutz kommt nicht voran

            {Body}

            Pressekontakt:
            Jonas Wübbeling
            Aktionsbündnis Nasse Moore e. V.
            Lange Laube 21 A
            30159 Hannover
            Telefon: 0511 555 01-17
            """);

        Assert.Equal("Moorschutz kommt nicht voran", Text(document.Metadata.Title));
        Assert.Empty(document.Blocks.OfType<Heading>());
        Assert.Equal(6, Text(document.Blocks.OfType<Paragraph>().Single(paragraph => paragraph.Role == ParagraphRole.Contact).Content).Split('\n').Length);
    }

    [Fact]
    public void What_is_counted_in_another_way_right_below_a_heading_is_a_level_deeper()
    {
        var document = Read($"""
            Stellungnahme zum Entwurf

            I. Vorbemerkung

            {Body}

            II. Zu den Vorschriften

            Zu § 5 (Ausnahmen)

            {Body}

            Zu § 12 (Meldestellen)

            {Body}

            III. Fazit

            {Body}
            """);

        Assert.Equal([1, 1, 2, 2, 1], document.Blocks.OfType<Heading>().Select(heading => heading.Level));
    }

    [Fact]
    public void Short_lines_that_count_up_without_a_full_stop_are_headings()
    {
        var document = Read("""
            Positionspapier zur Schulwegsicherheit
            1 Ausgangslage
            Die Stadt braucht eine Straße, auf der Kinder sicher zur Schule gehen können. Der Rat hat
            das vor vier Jahren beschlossen, und seither ist nichts geschehen. Wir fordern deshalb, dass
            der Umbau der Schulstraße im Haushalt des nächsten Jahres steht.
            1.1 Begriffe
            Die Stadt braucht eine Straße, auf der Kinder sicher zur Schule gehen können. Der Rat hat
            das vor vier Jahren beschlossen, und seither ist nichts geschehen.
            2 Marktzugang
            Die Stadt braucht eine Straße, auf der Kinder sicher zur Schule gehen können. Der Rat hat
            das vor vier Jahren beschlossen, und seither ist nichts geschehen.
            """);

        Assert.Equal(["1 Ausgangslage", "1.1 Begriffe", "2 Marktzugang"], document.Blocks.OfType<Heading>().Select(heading => Text(heading.Content)));
        Assert.Equal([1, 2, 1], document.Blocks.OfType<Heading>().Select(heading => heading.Level));
    }

    [Fact]
    public void A_heading_behind_the_mark_of_a_note_stays_one()
    {
        var document = Read($"""
            Positionspapier

            {Body}
            Bei Kindern mit weitem Weg ist der Anteil noch höher.1

            1.1 Begriffe

            {Body}

            1 Erhebung des Schulamts vom Mai 2023.
            """);

        Assert.Equal("1.1 Begriffe", Text(Assert.Single(document.Blocks.OfType<Heading>()).Content));
        Assert.Single(document.Footnotes);
    }

    [Theory]
    [InlineData("S. 1\n\nBürgerverein am Deich – Ordnung der Beiträge\n\nOrdnung der Beiträge\n\n{0}\n")]
    [InlineData("Ordnung der Beiträge · Bürgerverein\n\nOrdnung der Beiträge\n\n{0}\n\nSeite 1\n")]
    [InlineData("S. 1\n\nOrdnung der Beiträge\n\n{0}\n\nBürgerverein am Deich | Ordnung der Beiträge\n")]
    public void A_running_line_of_a_single_page_may_hold_the_title_before_or_behind_the_sender(string statement)
    {
        var document = Read(string.Format(CultureInfo.InvariantCulture, statement, Body));

        Assert.Equal("Ordnung der Beiträge", Text(document.Metadata.Title));
        Assert.Single(document.Blocks);
    }

    [Fact]
    public void A_title_that_the_running_header_cuts_short_is_read_below_it()
    {
        var document = Read($"""
            Bürgerverein – Ordnung der Beiträge und Spenden des …

            Ordnung der Beiträge und Spen-
            den des Bürgervereins am Deich

            {Body}
            """);

        Assert.Equal("Ordnung der Beiträge und Spenden des Bürgervereins am Deich", Text(document.Metadata.Title));
        Assert.Single(document.Blocks);
    }

    [Fact]
    public void What_stands_above_the_first_section_of_a_single_page_is_its_title_though_the_text_names_it()
    {
        var document = Read($"""
            Beitragsordnung

            § 1 Beitrag

            {Body}

            § 2 Inkrafttreten

            Diese Beitragsordnung gilt ab Mai, wenn der Verein bis dahin gegründet ist.

            Seite 1
            """);

        Assert.Equal("Beitragsordnung", Text(document.Metadata.Title));
    }

    [Theory]
    [InlineData("Aktionsbündnis Nasse Moore | 2")]
    [InlineData("2 | Aktionsbündnis Nasse Moore")]
    [InlineData("Aktionsbündnis Nasse Moore, Seite 2")]
    [InlineData("Aktionsbündnis Nasse Moore   Seite 2 von 2")]
    public void A_line_with_the_number_of_its_page_is_a_running_line_though_it_comes_once(string head)
    {
        var document = Read($"""
            Moorschutz kommt nicht voran

            {Body}
            {'\f'}{head}

            {Other}
            """);

        Assert.Contains(document.Changes, change => change.Rule == CorrectionRules.RunningLine && change.Original == head);
        Assert.Equal(2, document.Blocks.OfType<Paragraph>().Count());
    }

    [Fact]
    public void A_table_whose_rows_name_another_page_keeps_its_bars()
    {
        var document = Read($"""
            Verzeichnis der Anlagen

            {Body}
            {'\f'}Anlage zum Antrag | 7

            {Other}
            """);

        Assert.DoesNotContain(document.Changes, change => change.Rule == CorrectionRules.RunningLine);
    }

    [Fact]
    public void A_list_goes_on_below_one_inside_it_that_counts_alike()
    {
        var document = Read($"""
            Antrag zum Radverkehr

            {Body}

            a. Der Plan wird umgesetzt.
            a. Dafür wird eine Stelle geschaffen.
            b. Dafür werden Mittel bereitgestellt.
            c. Das Land wird um Geld gebeten.
            b. Die Straße wird neu aufgeteilt.
            c. Die Schule wird beteiligt.

            {Other}
            """);

        var outer = Assert.Single(document.Blocks.OfType<OrderedList>());
        Assert.Equal(3, outer.Items.Count);
        Assert.Equal(3, Assert.Single(outer.Items[0].Content.OfType<OrderedList>()).Items.Count);
        Assert.Equal("Die Schule wird beteiligt.", Text(Assert.IsType<Paragraph>(outer.Items[2].Content[0]).Content));
    }

    [Fact]
    public void Single_letters_are_Roman_numbers_where_they_count_as_such()
    {
        var document = Read($"""
            Satzung des Vereins

            {Body}

            i. Der Verein hat einen Vorstand.
            ii. Der Vorstand leitet den Verein.
            iii. Er wird für zwei Jahre gewählt.
            iv. Er bleibt im Amt, bis ein neuer gewählt ist.
            v. Er gibt sich eine Ordnung.
            vi. Er tagt im Verein.

            {Other}
            """);

        var list = Assert.Single(document.Blocks.OfType<OrderedList>());
        Assert.Equal(ListNumbering.LowerRoman, list.Numbering);
        Assert.Equal(6, list.Items.Count);
    }

    [Fact]
    public void A_bullet_glued_to_its_text_is_a_list_mark_and_a_glyph_without_meaning_is_not()
    {
        var document = Read($"""
            Unsere Forderungen

            {Body}

            ▪Ein wirksames Gesetz
            ▪Einstieg in die Förderung noch in diesem Jahr

            {Other}
            {'\uE001'}rage der Gemeinden ist, wer das alles bezahlt und wann das Geld endlich ankommt.
            """);

        Assert.Equal(2, Assert.Single(document.Blocks.OfType<UnorderedList>()).Items.Count);
        Assert.EndsWith("\uE001rage der Gemeinden ist, wer das alles bezahlt und wann das Geld endlich ankommt.", Text(document.Blocks.OfType<Paragraph>().Last().Content), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_count_paragraphs_of_a_statute_are_headings_above_their_lists()
    {
        var document = Read($"""
            Satzung des Vereins

            {Body}

            § 1 Name und Sitz
            1. Der Verein heißt Nasse Moore.
            2. Er hat seinen Sitz in Hannover.
            § 2 Zweck
            1. Der Verein fördert den Schutz der Moore.
            2. Er ist selbstlos tätig.
            """);

        Assert.Equal(["§ 1 Name und Sitz", "§ 2 Zweck"], document.Blocks.OfType<Heading>().Select(heading => Text(heading.Content)));
        Assert.All(document.Blocks.OfType<OrderedList>(), list => Assert.Equal(2, list.Items.Count));
    }

    [Fact]
    public void References_to_paragraphs_of_a_statute_at_line_starts_are_no_headings()
    {
        var document = Read("""
            Stellungnahme zum Gesetz

            Die Gemeinden dürfen die Zahl der Räder messen und veröffentlichen, denn das erlaubt ihnen
            § 5 Absatz 2 des Gesetzes über die Straßen, und daran halten sich bisher auch alle, soweit
            wir wissen. Die Zahl der Autos dürfen die Gemeinden dagegen nicht messen, das verbietet
            § 6 Absatz 1 des Gesetzes über die Straßen.
            """);

        Assert.Empty(document.Blocks.OfType<Heading>());
        Assert.Single(document.Blocks);
    }

    [Fact]
    public void A_title_that_the_running_header_repeats_stays()
    {
        var document = Read($"""
            Richtlinie des Vereins

            Seite 1 von 2

            Richtlinie des Vereins

            {Body}
            {'\f'}Richtlinie des Vereins

            Seite 2 von 2

            {Other}
            """);

        Assert.Equal("Richtlinie des Vereins", Text(document.Metadata.Title));
        Assert.Equal(2, document.Blocks.Count);
        Assert.Equal(2, document.Changes.Count(change => change.Rule == CorrectionRules.RunningLine));
    }

    [Fact]
    public void A_sender_on_both_sides_of_a_single_page_is_furniture()
    {
        var document = Read($"""
            Umweltverbände Nord

            Umweltverbände Nord
            - 1 -

            Was jetzt getan werden muss

            {Body}

            {Other}
            """);

        Assert.Equal("Was jetzt getan werden muss", Text(document.Metadata.Title));
        Assert.Equal(2, document.Blocks.Count);
    }

    [Theory]
    [InlineData("Richtlinie des Vereins\nBeschlossen am 9. August 2020", "Richtlinie des Vereins")]
    [InlineData("Stellungnahme zum Entwurf des Gesetzes über Moore\nvom 9. August 2020", "Stellungnahme zum Entwurf des Gesetzes über Moore vom 9. August 2020")]
    public void A_date_below_the_title_is_no_part_of_it_unless_the_title_goes_on(string head, string title)
    {
        var document = Read($"""
            {head}

            {Body}

            {Other}
            """);

        Assert.Equal(title, Text(document.Metadata.Title).ReplaceLineEndings(" "));
    }

    [Fact]
    public void Space_between_the_lines_of_a_title_does_not_part_them_where_every_line_has_space()
    {
        var lines = $"Offener Brief an die Abgeordneten des\nDeutschen Bundestags und das Ministerium für\nArbeit und Soziales\n{Body}\n{Other}";

        var document = Read(lines.Replace("\n", " \n\n", StringComparison.Ordinal));

        Assert.Equal("Offener Brief an die Abgeordneten des Deutschen Bundestags und das Ministerium für Arbeit und Soziales", Text(document.Metadata.Title));
    }

    [Fact]
    public void A_line_that_only_names_the_contact_heads_it_and_one_with_a_name_is_part_of_it()
    {
        var named = Read($"""
            Moorschutz kommt nicht voran

            {Body}

            Kontakt: Jonas Wübbeling
            Lange Laube 21 A
            30159 Hannover
            """);
        var headed = Read($"""
            Moorschutz kommt nicht voran

            {Body}

            Kontaktdaten

            Jonas Wübbeling
            Lange Laube 21 A
            30159 Hannover
            """);

        Assert.StartsWith("Kontakt: Jonas", ContactOf(named), StringComparison.Ordinal);
        Assert.StartsWith("Jonas", ContactOf(headed), StringComparison.Ordinal);
        Assert.Equal("Kontaktdaten", Text(Assert.Single(headed.Blocks.OfType<Heading>()).Content));

        static string ContactOf(Document document) => Text(document.Blocks.OfType<Paragraph>().Single(paragraph => paragraph.Role == ParagraphRole.Contact).Content);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public void Contacts_below_each_other_are_a_block_each(string space)
    {
        var document = Read($"""
            Moorschutz kommt nicht voran

            {Body}

            Kontakt

            Jonas Wübbeling
            Vorstand des Moorvereins
            jonas@example.org
            +49 511 123 45 67{space}
            Ada Kurz
            ada at example.org
            Geschäftsführung
            +49 511 123 45 68{space}
            Über den Verein – https://example.org

            {Other}
            """);

        Assert.Equal(
            ["Jonas Wübbeling\nVorstand des Moorvereins\njonas@example.org\n+49 511 123 45 67", "Ada Kurz\nada at example.org\nGeschäftsführung\n+49 511 123 45 68"],
            document.Blocks.OfType<Paragraph>().Where(paragraph => paragraph.Role == ParagraphRole.Contact).Select(paragraph => Text(paragraph.Content)));
        Assert.Equal(["Kontakt", "Über den Verein – https://example.org"], document.Blocks.OfType<Heading>().Select(heading => Text(heading.Content)));
    }

    private static Document Read(string text) => new PlainTextSource().Read(new SourceFile("statement.txt", Encoding.UTF8.GetBytes(text)));

    private static List<string> Wrap(string text, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > width)
            {
                lines.Add("");
            }

            lines[^1] += lines[^1].Length > 0 ? " " + word : word;
        }

        return lines;
    }

    private static IEnumerable<string> Cells(TableRow row) => row.Cells.Select(cell => string.Concat(cell.Content.OfType<Paragraph>().Select(paragraph => Text(paragraph.Content))));

    private static string Text(ValueList<Inline> line) => string.Concat(line.Select(inline => inline switch
    {
        Text text => text.Value,
        Correction correction => correction.Replacement,
        Link link => Text(link.Content),
        LineBreak => "\n",
        _ => "",
    }));
}
