using System.Text.RegularExpressions;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Tests.Support;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Editions.Pdf;

/// <summary>Programs that read the text of a handout get the words as they were written, where the setting makes that hard.</summary>
public sealed class ExtractedTextTests
{
    public static TheoryData<string> Names => [.. Texts.Keys];

    private static Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal)
    {
        ["ligatures"] = "Auffällig offizielle Affinität: fünf Pfiffe, schifffahrt, Treffliches auf Auflage, Stoffmuster und finden.",
        ["hyphens that belong to words"] = "EU-Binnenmigration, Nord-Süd-Gefälle, CO2-freie Nicht-EU-Staaten, Kinder- und Jugendhilfe, An- und Abreise, 2000-Watt-Gesellschaft",
        ["marks and figures"] = "§ 60a Abs. 2 AufenthG: 1.234,56 € (38,5 °C), „Zitat ‚innen‘“ – so weit … 10–12 Uhr, z. B. u. a.",
        ["accents"] = "Ägypten, Größe, Café, naïve, Łódź, İstanbul, Đorđe, Ångström, façade, Œuvre, žena",
        ["long words"] = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz Donaudampfschifffahrtsgesellschaftskapitän Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung",
        ["capitals in words"] = "Bürger*innen BürgerInnen Schüler:innen NRWs AufenthG BaföG e.V. GmbH & Co. KG",
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_word_is_whole_and_in_order(string name)
    {
        // Lines that break alike look like columns to a reader that goes by the look of a page.
        var text = string.Join(' ', Enumerable.Range(0, 12).Select(i => Texts[name] + string.Concat(Enumerable.Repeat(" sowie", i % 5))));

        AssertReads(text, Doc(P(text)).In("de"));
    }

    [Fact]
    public void Soft_hyphens_of_the_text_are_no_part_of_its_words()
    {
        const string Text = "Ver\u00ADant\u00ADwor\u00ADtungs\u00ADbe\u00ADwusst\u00ADsein Men\u00ADschen\u00ADrechts\u00ADver\u00ADlet\u00ADzun\u00ADgen";
        var text = string.Join(' ', Enumerable.Repeat(Text, 30));

        AssertReads(text.Replace("\u00AD", "", StringComparison.Ordinal), Doc(P(text)).In("de"));
    }

    [Fact]
    public void Letters_set_wide_in_capitals_stay_words() =>
        AssertReads("Stellungnahme Vorher nachher", Doc(P("Vorher nachher")).In("de"), keepsFurniture: true);

    [Fact]
    public void Code_keeps_its_lines_and_words() =>
        AssertReads("for ort in orte: messen(ort) a-b --wert=3", Doc(new CodeBlock("for ort in orte:\n    messen(ort)\na-b --wert=3")).In("de"));

    [Fact]
    public void Cells_are_read_row_by_row() =>
        AssertReads("Land Jahr Bayern 2014 Hessen 2015", Doc(Tbl(["Land", "Jahr"], ["Bayern", "2014"], ["Hessen", "2015"])).In("de"), byLook: false);

    [Fact]
    public void A_foreign_word_is_divided_and_whole() => AssertReads(
        string.Join(' ', Enumerable.Repeat("Wir verlangen accountability and transparency von allen.", 25)),
        Doc(P([.. Enumerable.Range(0, 25).SelectMany(_ => new Inline[] { T("Wir verlangen "), new LanguageSpan("en", [T("accountability and transparency")]), T(" von allen. ") })])).In("de"));

    private static void AssertReads(string text, Document document, bool keepsFurniture = false, bool byLook = true)
    {
        var file = PdfEditionTests.Render(document).ToArray();
        using var temporary = new TemporaryFile(file);
        var expected = Words(text);

        if (byLook)
            Assert.Equal(expected, Words(Body(OutsideProgram.Require("pdftotext").Run("-enc", "UTF-8", temporary.Path, "-"), keepsFurniture)));
        Assert.Equal(expected, Words(Body(OutsideProgram.Require("pdftotext").Run("-raw", "-enc", "UTF-8", temporary.Path, "-"), keepsFurniture)));

        // It reads the glyphs alone: capitals that are small letters in the text stay capitals. A line ends with a space, except where
        // it divides a word.
        var read = OutsideProgram.Require("mutool").TryRun(["draw", "-F", "txt", temporary.Path]).Output;
        Assert.Equal(expected, Words(Regex.Replace(Body(read, keepsFurniture), @"(?<=\S)\u00AD?\n+(?=\S)", "")), StringComparer.OrdinalIgnoreCase);
    }

    private static string[] Words(string text) => text.Split((char[])[' ', '\n', '\f', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries);

    private static string Body(string text, bool keepsFurniture) => string.Join('\n', text.Split('\n').Where(line =>
        !line.Contains("NRW e.V.", StringComparison.Ordinal) && !line.Contains("frnrw.de", StringComparison.Ordinal) && !line.Contains("Seite ", StringComparison.Ordinal)
        && (keepsFurniture || !line.Trim('\f', ' ').Equals("Stellungnahme", StringComparison.OrdinalIgnoreCase))));
}
