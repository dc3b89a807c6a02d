using System.Text;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Diagnostics;
using Publisher.Sources;
using Publisher.Sources.PlainText;

namespace Publisher.Tests.Sources.PlainText;

/// <summary>Tables whose cells hold several lines, as extractions print them.</summary>
public sealed class TableRecoveryTests
{
    private const string Body = """
        Die Stadt braucht eine Straße, auf der Kinder sicher zur Schule gehen können. Der Rat hat
        das vor vier Jahren beschlossen, und seither ist nichts geschehen. Wir fordern deshalb, dass
        der Umbau der Schulstraße im Haushalt des nächsten Jahres steht.
        """;

    // The lines of each cell of each row.
    private static readonly string[][][] Rows =
    [
        [["Maßnahme"], ["Was wir fordern"], ["Beschluss des Rates"]],
        [["Gehweg an der Schulstraße", "und am Markt"], ["Eine Breite von drei Metern", "auf beiden Seiten, ohne", "Stufen an den Kreuzungen"], ["Zwei Meter auf einer Seite,", "wenn im Haushalt Geld dafür", "übrig bleibt"]],
        [["Zebrastreifen"], ["Vor der Schule und vor der", "Turnhalle, mit Beleuchtung"], ["Eine Prüfung durch den", "zuständigen Ausschuss"]],
        [["Tempo 30 auf der ganzen", "Länge"], ["Von der Kirche bis zur alten", "Brücke, an allen Tagen und", "auch in den Ferien"], ["Nur vor der Schule, nur an", "Werktagen und nur bis zum", "frühen Nachmittag"]],
        [["Parken am Rand der Straße"], ["Keine Parkplätze auf der", "Seite, auf der die Kinder zur", "Schule gehen"], ["Parkplätze auf beiden Seiten,", "wie es immer war"]],
    ];

    [Fact]
    public void A_cell_of_several_lines_goes_on_where_the_next_word_had_no_room()
    {
        var table = TableOf($"""
            {Body}

            Maßnahme              Was wir fordern                         Frist
            Gehweg                Breite von drei Metern auf beiden       Ende 2027
                                  Seiten der Straße
            Zebrastreifen am      Vor der Schule und vor der Turnhalle,   Sommer 2027
            Schulweg              mit Beleuchtung
            Tempo 30              Von der Kirche bis zur Brücke           Mai 2027

            {Body}
            """);

        Assert.Equal(["Maßnahme", "Was wir fordern", "Frist"], Cells(Assert.Single(table.HeaderRows)));
        Assert.Equal(["Gehweg", "Breite von drei Metern auf beiden Seiten der Straße", "Ende 2027"], Cells(table.Rows[0]));
        Assert.Equal(["Zebrastreifen am Schulweg", "Vor der Schule und vor der Turnhalle, mit Beleuchtung", "Sommer 2027"], Cells(table.Rows[1]));
        Assert.Equal(["Tempo 30", "Von der Kirche bis zur Brücke", "Mai 2027"], Cells(table.Rows[2]));
    }

    [Fact]
    public void Columns_may_drift_and_a_word_may_come_close_to_the_next()
    {
        var table = TableOf($"""
            {Body}

            Gruppe                      Anschrift                       Ansprechperson
            Elternrat Nordschule        Schulstraße 4                   Karin Behrens
            Verkehrsverein Altstadt und Marktplatz 1, Hinterhaus        Jonas Wieland
            Umgebung
            Radfahrbund             Am Damm 17, zweiter Stock       Maria Olthoff
            Bürgerinitiative        Postfach 12                     Peter Lindner

            {Body}
            """);

        Assert.Equal(["Verkehrsverein Altstadt und Umgebung", "Marktplatz 1, Hinterhaus", "Jonas Wieland"], Cells(table.Rows[1]));
        Assert.Equal(["Radfahrbund", "Am Damm 17, zweiter Stock", "Maria Olthoff"], Cells(table.Rows[2]));
        Assert.Equal(4, table.Rows.Count);
    }

    [Fact]
    public void Lines_set_with_space_between_them_are_told_from_rows_by_more_space()
    {
        var table = TableOf($"""
            {Body}

            Maßnahme              Was wir fordern                         Frist


            Gehweg                Breite von drei Metern auf beiden       Ende 2027

                                  Seiten der Straße


            Zebrastreifen         Vor der Schule und vor der Turnhalle    Sommer 2027


            Tempo 30              Von der Kirche bis zur Brücke           Mai 2027

            {Body}
            """);

        Assert.Equal("Breite von drei Metern auf beiden Seiten der Straße", Cells(table.Rows[0])[1]);
        Assert.Equal(3, table.Rows.Count);
    }

    [Fact]
    public void A_row_goes_on_below_the_repeated_head_of_the_next_page()
    {
        var table = TableOf($"""
            {Body}

            Maßnahme              Was wir fordern                         Frist
            Gehweg                Breite von drei Metern auf beiden       Ende 2027
                                  Seiten der Straße, mit abgesenkten
            {'\f'}Maßnahme              Was wir fordern                         Frist
                                  Bordsteinen an allen Kreuzungen
            Zebrastreifen         Vor der Schule und vor der Turnhalle    Sommer 2027
            Tempo 30              Von der Kirche bis zur Brücke           Mai 2027

            {Body}
            """);

        Assert.Single(table.HeaderRows);
        Assert.Equal(["Gehweg", "Breite von drei Metern auf beiden Seiten der Straße, mit abgesenkten Bordsteinen an allen Kreuzungen", "Ende 2027"], Cells(table.Rows[0]));
        Assert.Equal(3, table.Rows.Count);
    }

    [Fact]
    public void A_numbered_row_begins_whatever_its_cells_begin_with()
    {
        var table = TableOf($"""
            {Body}

            1.   für die Selbstverwaltung der Studierenden                  12,00 €
            2.   für den Hilfsfonds zur Unterstützung in Not geratener      0,75 €
            3.   für einen Beitrag zur Mobilität                            142,90 €

            {Body}
            """);

        Assert.Equal(3, table.Rows.Count + table.HeaderRows.Count);
        Assert.Equal(["3.", "für einen Beitrag zur Mobilität", "142,90 €"], Cells(table.Rows[^1]));
    }

    [Fact]
    public void Text_with_wide_gaps_is_not_cut_into_columns()
    {
        var document = Read($"""
            {Body}

            Die Stadt hat    im vergangenen Jahr mehr Geld für Straßen ausgegeben, als der Rat
            beschlossen hatte. Das ist kein Unglück, aber es muss im nächsten Jahr    besser geplant
            werden, damit für die Schulstraße genug bleibt.

            {Body}
            """);

        Assert.Empty(document.Blocks.OfType<Table>());
    }

    [Fact]
    public void Cells_of_one_line_that_are_printed_before_the_next_on_its_line_are_cut_from_it()
    {
        var rows = Rows.Select(row => string.Concat(row.Select(cell => string.Join('\n', cell) + (cell.Length == 1 && cell != row[^1] ? " " : "\n"))));

        var table = TableOf($"{Body}\n{string.Concat(rows)}{Body}");

        AssertMeasures(table);
    }

    [Fact]
    public void Empty_lines_between_cells_and_rows_are_no_part_of_them()
    {
        var table = TableOf(Wrapped("\n\n", "\n\n"));

        AssertMeasures(table);
    }

    [Fact]
    public void The_head_that_the_next_page_says_again_is_said_once()
    {
        var text = Wrapped("\n\n", "\n\n", "\n\n\fMaßnahme\n\nWas wir fordern\n\nBeschluss des Rates\n\n");

        var document = Read(text);

        AssertMeasures(Assert.Single(document.Blocks.OfType<Table>()));
        Assert.Equal(3, document.Changes.Count(change => change.Rule == CorrectionRules.RunningLine));
    }

    [Fact]
    public void A_table_told_by_its_lengths_is_doubtful_and_a_mark_overrules_it()
    {
        var text = Wrapped("\n\n", "\n\n");

        var doubt = Assert.Single(Read(text).Diagnostics, diagnostic => diagnostic.Code == DiagnosticCode.TableDoubtful);
        var overruled = Read(string.Join('\n', text.Split('\n').Select(line => Rows.Any(row => row.Any(cell => cell[0] == line)) ? "¶ " + line : line)));

        Assert.Equal("Maßnahme", text.Split('\n')[doubt.Span.Line - 1]);
        Assert.Empty(overruled.Blocks.OfType<Table>());
    }

    [Fact]
    public void Names_below_each_other_are_no_table()
    {
        var document = Read($"""
            {Body}

            Es unterzeichnen:

            Karin Behrens, Elternrat der
            Nordschule in Oldenburg
            Jonas Wieland, Vorsitzender des
            Verkehrsvereins Altstadt und
            Umgebung
            Maria Olthoff, Sprecherin der
            Bürgerinitiative für den
            sicheren Schulweg
            Peter Lindner, Radfahrbund

            {Body}
            """);

        Assert.Empty(document.Blocks.OfType<Table>());
    }

    [Fact]
    public void A_quotation_set_to_a_narrow_measure_is_no_table()
    {
        var document = Read($"""
            {Body}

            Wer sein Kind morgens zur Schule
            bringt, sieht jeden Tag, wie eng es
            auf dem Gehweg ist. Niemand weicht
            aus, und die Autos fahren so schnell,
            dass die Kinder lieber stehen bleiben.
            Das muss sich ändern, bevor etwas
            geschieht, das niemand mehr gut
            machen kann.

            {Body}
            """);

        Assert.Empty(document.Blocks.OfType<Table>());
    }

    private static string Wrapped(string betweenCells, string betweenRows, string atPageEnd = "")
    {
        var rows = Rows.Select(row => string.Join(betweenCells, row.Select(cell => string.Join('\n', cell)))).ToList();
        var table = atPageEnd == "" ? string.Join(betweenRows, rows) : string.Join(betweenRows, rows.Take(3)) + atPageEnd + string.Join(betweenRows, rows.Skip(3));
        return $"{Body}\n\n{table}\n\n{Body}";
    }

    private static void AssertMeasures(Table table)
    {
        Assert.Equal(Rows[0].Select(cell => cell[0]), Cells(Assert.Single(table.HeaderRows)));
        Assert.Equal(Rows.Skip(1).Select(row => row.Select(cell => string.Join(' ', cell)).ToList()), table.Rows.Select(Cells));
    }

    private static Table TableOf(string text) => Assert.Single(Read(text).Blocks.OfType<Table>());

    private static List<string> Cells(TableRow row) => row.Cells.Select(cell => Publisher.Model.Words.PlainText.Of(cell.Content.OfType<Paragraph>().SelectMany(paragraph => paragraph.Content).ToValueList())).ToList();

    private static Document Read(string text) => new PlainTextSource().Read(new SourceFile("statement.txt", Encoding.UTF8.GetBytes(text)));
}
