using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Diagnostics;
using Publisher.Model.Words;
using Publisher.Sources;
using Publisher.Sources.PlainText;
using Publisher.Tests.Support;

namespace Publisher.Tests.Statements;

/// <summary>
/// The statement of the Flüchtlingsrat NRW in <c>seeds/</c>: an empty line after every line, blanks at line ends, and the target of a
/// link between two pages.
/// </summary>
public sealed class FluechtlingsratTests
{
    private static readonly Document Read = new PlainTextSource().Read(new SourceFile("statement.txt", File.ReadAllBytes(Directory.EnumerateFiles(Repository.PathOf("seeds"), "*.txt").Single())));

    [Fact]
    public void Title_and_subtitle_are_the_first_two_lines()
    {
        Assert.Equal("Stellungnahme des Flüchtlingsrates NRW e.V.", PlainText.Of(Read.Metadata.Title));
        Assert.Equal("zu einem Brief der 15 Oberbürgermeister aus dem Ruhrgebiet an Hannelore Kraft", PlainText.Of(Read.Metadata.Subtitle));
    }

    [Fact]
    public void The_text_has_its_ten_paragraphs()
    {
        var paragraphs = Read.Blocks.Select(block => PlainText.Of(Assert.IsType<Paragraph>(block).Content)).ToArray();

        Assert.Equal(
            [
                "15 Oberbürgermeister und … die Landesregierung ab.",
                "„Kontraproduktiv“ nennen die … und vom 21.09.2010.",
                "Der erstgenannte Erlass … Geduldeten zu verbessern.",
                "Erstaunlich ist zudem, … abgeschwächt angesehen werden.",
                "Ebenfalls bemerkenswert ist, … durchgeführt werden sollten.",
                "Die Bundesregierung begrüßt … dringender benötigt würde.",
                "Die Ausdrucksweise der … zu übernehmen gilt.",
                "Wenig hilfreich ist … in der Bevölkerung.",
                "Besonders die von … kommunalen Strukturen sein.",
                "Der Flüchtlingsrat NRW … schwerwiegenden Konsequenzen führen.",
            ],
            paragraphs.Select(Ends));
    }

    [Fact]
    public void The_address_between_the_pages_is_set_apart_and_recorded()
    {
        var reference = Assert.Single(Read.LinkReferences);

        Assert.StartsWith("https://recht.nrw.de/lmi/", reference.Target);
        Assert.Equal((1, 79), (reference.Page, reference.Span.Line));
        var change = Assert.Single(Ledger.Of(Read));
        Assert.Equal((reference.Target, "", CorrectionRules.DroppedLinkTarget), (change.Original, change.Replacement, change.Rule));
        Assert.Single(Read.Diagnostics, d => d.Code == DiagnosticCode.LinkTargetSetApart);
    }

    /// <summary>Line 17 ends a sentence and is full, and the extraction prints an empty line after every line.</summary>
    [Fact]
    public void The_one_doubtful_line_is_named()
    {
        var notes = Read.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Note && d.Code is not (DiagnosticCode.LanguageUncertain or DiagnosticCode.LinkTargetSetApart));

        Assert.Equal([(DiagnosticCode.ParagraphDoubtful, 19)], notes.Select(d => (d.Code, d.Span.Line)));
    }

    [Fact]
    public void Quotation_marks_and_hyphens_of_words_stay_as_they_stand()
    {
        var words = WordStream.Of(Read).Flow;

        Assert.Contains("auseinanderzuziehen\".", words);
        Assert.Contains("'richtigen'", words);
        Assert.Contains("NRW-Regierung", words);
        Assert.Contains("„Kriegs-", words);
    }

    private static string Ends(string text)
    {
        var words = text.Split(' ');
        return $"{string.Join(' ', words.Take(3))} … {string.Join(' ', words.TakeLast(3))}";
    }
}
