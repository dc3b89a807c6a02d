using System.Text;
using CsCheck;
using Publisher.Model;
using Publisher.Sources;
using Publisher.Sources.PlainText;
using Publisher.Tests.Support;

namespace Publisher.Tests.Sources.PlainText;

/// <summary>No character of a source is lost, whatever it holds.</summary>
public sealed class PlainTextLedgerTests
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        "Haus", "und", "die", "Wasser-", "Gesetz‐", "Politik", "the", "of", "1", "2", "3", "10", "1.", "2.", "a)", "(1)", "[2]", "¹", "•", "-", "–", "Wort1", "Satz.2",
        "Seite 1 von 2", "Seite 2 von 2", "- 2 -", "https://example.org/a-", "b/c.html", "http://example.org", "www.example.org", "mail@example.org", "„Zitat“",
        "Ende.", "Frage?", "Punkte:", ",", ".", "a\u0308", "¨u", "\uFB01n", "\u00AD", "Sil\u00ADbe", "\u200B", "\u0001", "Ã¼ber", "â€ž", "\uF0B7", "\u00A0", "\t", "---",
        "x: y", "Organisation", "langes Wort im Satz", "漢字", "שלום", "\uD83D\uDE00", "Straße", "NRW-", "Regierung", "iv.", "*", "12.", "22.", "März", "\u0301", "¨");

    private static readonly Gen<string> Separator = Gen.Frequency(
        (12, Gen.Const(" ")),
        (1, Gen.Const("")),
        (1, Gen.Const("   ")),
        (4, Gen.Const("\n")),
        (3, Gen.Const("\n\n")),
        (1, Gen.Const(" \n")),
        (1, Gen.Const("\r\n")),
        (1, Gen.Const("\n    ")),
        (1, Gen.Const("\n\n\n")),
        (1, Gen.Const("\f")),
        (1, Gen.Const("\u2028")));

    private static readonly Gen<string> NotePiece = Gen.OneOf(
        "Wort1 ", "Satz.2 ", "Ende.3 ", "Ende.4", "\n1\n", "\n2\n", "\n3\n", "\n4\n", "\n1 Text", "\n2 Text", "Die Note.", "Ein Satz der weitergeht ", "klein ", "um1", "ge2\n", "\n", "\n\n", "\n\n", "\f", "\nSeite 1\n", "https://example.org/a ");

    private static readonly Gen<string> Texts = Gen.Select(Piece, Separator, (piece, separator) => piece + separator)
        .List[1, 120]
        .Select(pieces => "Anfang " + string.Concat(pieces));

    private const string WideLine = "Die Stadt braucht eine Straße, auf der Kinder sicher zur Schule gehen können, und zwar bald.";

    private static readonly Gen<string> LineEnd = Gen.Frequency((12, Gen.Const("\n")), (3, Gen.Const("\n\n")), (1, Gen.Const("\n\n\n")), (1, Gen.Const("\f")), (1, Gen.Const($"\n{WideLine}\n")), (1, Gen.Const("\n\fKopf\n\nZweiter Kopf\n")));

    private static readonly Gen<string> Cell = Gen.OneOf(Piece, Gen.OneOf("der alten Brücke", "Kinder und", "12,50 €", "2026", "Ja", "", "ganze Länge der Straße", "und", "Euro"));

    // Lines that leave the page wide, as cells printed one below the other do.
    private static readonly Gen<string> Strips = Gen.Select(Gen.Select(Cell, Cell, (a, b) => $"{a} {b}"), LineEnd, (words, end) => words + end)
        .List[6, 80]
        .Select(lines => $"{WideLine}\n\nKopf\n\nZweiter Kopf\n{string.Concat(lines)}\n{WideLine}");

    // Lines with parts in columns, which drift.
    private static readonly Gen<string> Grids = Gen.Select(Cell, Cell, Cell, Cell, Gen.Int[0, 3], LineEnd, (a, b, c, d, drift, end) => string.Concat(new string(' ', drift), a.PadRight(18 - drift), b.PadRight(22 + drift), "  ", c.PadRight(16), d, end))
        .List[2, 40]
        .Select(lines => $"{WideLine}\n\n{string.Concat(lines)}\n{WideLine}");

    [Fact]
    public void Every_character_of_any_strip_of_cells_is_in_the_document_or_in_a_change() =>
        Strips.Sample(AssertComplete, iter: 300);

    [Fact]
    public void Every_character_of_any_grid_of_cells_is_in_the_document_or_in_a_change() =>
        Grids.Sample(AssertComplete, iter: 1500);

    [Fact]
    public void Every_character_of_any_text_is_in_the_document_or_in_a_change() =>
        Texts.Sample(AssertComplete, iter: 3000);

    [Fact]
    public void Every_character_of_any_notes_is_in_the_document_or_in_a_change() =>
        NotePiece.List[1, 60].Select(pieces => "Anfang " + string.Concat(pieces)).Sample(AssertComplete, iter: 5000);

    [Fact]
    public void Every_character_of_any_string_is_in_the_document_or_in_a_change() =>
        Gen.String[Gen.Char[' ', '\u2100'], 1, 300].Where(text => !string.IsNullOrWhiteSpace(text)).Sample(text => AssertComplete("a " + text.Replace("---", "-", StringComparison.Ordinal)), iter: 2000);

    [Theory]
    [InlineData("• \n")]
    [InlineData("1\n")]
    [InlineData("1. a\n")]
    [InlineData("ab-\n")]
    [InlineData("a1\n")]
    [InlineData("a\f")]
    [InlineData("ab\n\ncd\n\n")]
    [InlineData("a   b   c\n")]
    [InlineData("Text der Note.\n1\n\n")]
    [InlineData("https://example.org/a/b-\n")]
    [InlineData("http://x)")]
    [InlineData("www.")]
    [InlineData("a@")]
    [InlineData(")")]
    [InlineData("\u0301")]
    [InlineData("– ")]
    public void A_piece_repeated_on_and_on_is_accounted_for(string piece) =>
        AssertComplete("http://x" + string.Concat(Enumerable.Repeat(piece, 500)));

    [Fact]
    public void Any_bytes_are_read_or_refused_with_a_reason() =>
        Gen.Byte.Array[0, 2000].Sample(
            bytes =>
            {
                try
                {
                    new PlainTextSource().Read(new SourceFile("any.txt", bytes));
                }
                catch (PublisherException)
                {
                    // Not a text file; said so.
                }
            },
            iter: 3000);

    [Theory]
    [InlineData("a 1\n\nganze Länge der Straße                          x: y            2.\n\nKinder und       2026                     ganze Länge der StraßeEuro\n\n¹               ä                        NRW-            und\n\nganze Länge der StraßeKinder und                Euro            12,50 €\nEnde.           Silbe                    Frage?          2.\n1.              12,50 €                   der alten Brücke- 2 -\n")]
    [InlineData("  mail@example.orgEuro                      b/c.html        Ja\fder alten Brücke  Euro                    Seite 1 von 2   Euro\n  Ende.           Wasser-                   Kinder und      Euro\n\n  \u0301               und                       Ja              2.\n  Kinder und      Frage?                    *               ¨u\n\n  ganze Länge der Straße1.                        ä              ¹\n  2026            Regierung                 der alten BrückeKinder und\n  Euro            Kinder und                ganze Länge der StraßeSatz.2\n  Ã¼ber           - 2 -                     ganze Länge der StraßeWort1\n https://example.org/a-                         https://example.org/a-\n   1                                         Haus            Kinder und\n\n  Kinder und      2                         漢字              the\nDie Stadt braucht eine Straße, auf der Kinder sicher zur Schule gehen können, und zwar bald.")]
    public void What_was_lost_once_is_accounted_for(string text) => AssertComplete(text);

    /// <summary>Texts that are no statements at all.</summary>
    public static TheoryData<string, string> OtherTexts => new()
    {
        { "only furniture", string.Concat(Enumerable.Range(1, 30).Select(page => $"Verein für Straßen e.V.\n\nSeite {page} von 30\n\f")) },
        { "only numbers", string.Concat(Enumerable.Range(1, 400).Select(n => $"{n * 7919}\n")) },
        { "a table of figures", string.Concat(Enumerable.Range(2000, 200).Select(year => $"{year}   {year * 3:N0}   {year % 7},{year % 10} %   {-year}\n")) },
        { "right-to-left text", string.Concat(Enumerable.Repeat("הצהרה על רחוב בית הספר. העיר צריכה רחוב בטוח\nלילדים, והמועצה החליטה על כך לפני ארבע שנים.\n\n1. مطالبنا\n\nنطالب بشارع آمن للأطفال، وقد قرر المجلس ذلك.\n\n", 20)) },
        { "source code", string.Concat(Enumerable.Range(1, 60).Select(n => $"    /* {n} */\n    for (int i = 0; i < {n}; i++)\n    {{\n        if (a[i] != null && b[{n}] == \"-\") {{ x += a[i] * 2; }} // 1. – •\n    }}\n\n")) },
        { "an e-mail", "From: Karin Behrens <behrens@example.org>\nTo: rat@example.org\nSubject: Re: AW: Schulstraße\nDate: Fri, 13 Mar 2026 08:15:00 +0100\n\nHallo,\n\n> Am 12.03. schrieb der Rat:\n>> Wir prüfen das.\n>\n> Mit freundlichen Grüßen\n\nDas reicht nicht!\n\n-- \nKarin Behrens\nTel. 0441 / 12 34 56\n" },
        { "a book", string.Concat(Enumerable.Range(1, 40).Select(chapter => $"\f{chapter}\n\nKapitel {chapter}\n\n" + string.Concat(Enumerable.Range(1, 60).Select(n => $"Der Weg führte {n} Schritte weit am Fluss entlang, und nie-\nmand wusste, wer ihn vor uns gegangen war.{(n % 9 == 0 ? $"{n / 9}\n\n" : " ")}")) + string.Concat(Enumerable.Range(1, 6).Select(n => $"{n} Siehe Band {n}, S. {n * 11}.\n")))) },
    };

    [Theory]
    [MemberData(nameof(OtherTexts))]
    public void What_is_no_statement_is_accounted_for(string kind, string text)
    {
        Assert.NotEmpty(kind);
        AssertComplete(text);
    }

    [Fact]
    public void The_seed_statement_is_accounted_for()
    {
        var file = Directory.EnumerateFiles(Repository.PathOf("seeds"), "*.txt").Single();

        AssertComplete(File.ReadAllText(file));
    }

    private static void AssertComplete(string text)
    {
        Document document;
        try
        {
            document = new PlainTextSource().Read(new SourceFile("any.txt", Encoding.UTF8.GetBytes(text)));
        }
        catch (PublisherException)
        {
            // Mostly control characters: not a text file, and said so. Nothing is lost silently.
            return;
        }

        SourceLedger.AssertComplete(text, document);
    }
}
