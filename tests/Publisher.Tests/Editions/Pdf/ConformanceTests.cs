using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Publisher.Model.Diagnostics;
using Publisher.Tests.Support;

namespace Publisher.Tests.Editions.Pdf;

public sealed class ConformanceTests
{
    [Fact]
    public void A_statement_with_everything_fails_no_condition() =>
        Assert.Empty(Conformance.FailuresOf(PdfEditionTests.Render(EverythingStatement.Document).ToArray()));

    [Fact]
    public void No_statement_whose_language_is_known_fails_a_condition() => Arbitrary.Document.Sample(
        document =>
        {
            var language = document.Metadata.Language == "und" ? "de" : document.Metadata.Language;
            var known = document with { Metadata = document.Metadata with { Language = language } };

            var rendering = PdfEditionTests.RenderAll(known);

            // An image without alternative text cannot conform, and the diagnostic says so.
            var isReported = rendering.Diagnostics.Any(d => d.Code == DiagnosticCode.NotConformant);
            var failures = Conformance.FailuresOf(rendering.Content.ToArray());
            Assert.Equal(isReported, failures.Contains("13-004 Alt of figure"));
            Assert.DoesNotContain(failures, f => !f.StartsWith("13-004", StringComparison.Ordinal));
        },
        iter: 40);

    // Each mutation breaks one condition, which the check of that condition must find.
    [Theory]
    [InlineData("%PDF-1.7", "%PDF-1.9", "6.1-1")]
    [InlineData("/Marked true", "/Marked false", "6.2-1")]
    [InlineData("/DisplayDocTitle true", "/DisplayDocTitle false", "07-001")]
    [InlineData("/Lang (de)", "/Lang (??)", "11-001")]
    [InlineData("/GTS_PDFA1", "/GTS_PDFX1", "6.2.3")]
    [InlineData("<pdfuaid:part>1<", "<pdfuaid:part>2<", "06-002")]
    [InlineData("<pdfaid:conformance>A<", "<pdfaid:conformance>B<", "6.6.4")]
    [InlineData("<dc:title>", "<dc:titel>", "06-00")]
    [InlineData("/S /BlockQuote", "/S /BlockZitat", "02-001")]
    [InlineData("/S /H2", "/S /H4", "14-003")]
    [InlineData("/S /H1", "/S /H2", "14-002")]
    [InlineData("/Lang (en)", "/Lang (e?)", "7.2-29")]
    [InlineData("/S /Link", "/S /Span", "28-011 link inside Link")]
    [InlineData("/S /LBody", "/S /Caption", "09-004")]
    [InlineData("/S /TR", "/S /TD", "09-004")]
    [InlineData("/Scope /Column", "/Skope /Column", "15-003")]
    [InlineData("/ID (note-1)", "/IX (note-1)", "19-003")]
    [InlineData("/Alt (Ein Bild)", "/Alx (Ein Bild)", "13-004")]
    [InlineData("/Tabs /S", "/Tabs /R", "28-008")]
    [InlineData("/Contents (Link zu", "/Kontents (Link zu", "28-012")]
    [InlineData("/F 4", "/F 2", "6.3.2")]
    [InlineData("/ToUnicode", "/ToUnikode", "31-027")]
    [InlineData("/FontFile2", "/FontFileX", "31-009")]
    [InlineData("/CIDToGIDMap ", "/CIDToGIDMax ", "31-004")]
    [InlineData("/Artifact <<", "/Artifakt <<", "01-005")]
    [InlineData("/P ", "/Q ", "7.1-12")]
    [InlineData("/ParentTree ", "/ParentTrex ", "7.1-11")]
    [InlineData("/StructParents ", "/StructParentx ", "7.1-11")]
    [InlineData("/DestOutputProfile", "/DestOutputProfilx", "6.2.3")]
    [InlineData("<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua", "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfux", "6.6.2.3")]
    [InlineData("/Encoding /Identity-H", "/Encoding /Identity-V", "31-008")]
    [InlineData("/Ordering (Identity)", "/Ordering (Identitx)", "31-001")]
    public void A_mutated_file_fails_its_condition(string original, string mutated, string condition)
    {
        var text = Readable(PdfEditionTests.Render(PdfEditionTests.Rich()));
        Assert.DoesNotContain(Conformance.FailuresOf(Encoding.Latin1.GetBytes(text)), f => f.Contains(condition, StringComparison.Ordinal));

        var failures = Conformance.FailuresOf(Encoding.Latin1.GetBytes(text.Replace(original, mutated, StringComparison.Ordinal)));

        Assert.Contains(original, text, StringComparison.Ordinal);
        Assert.Contains(failures, f => f.Contains(condition, StringComparison.Ordinal));
    }

    // What no plain replacement can break.
    [Theory]
    [InlineData("EMC(?=\\s*/Artifact)", "", "01-003")]
    [InlineData("EMC(?=\\s*/(?!Artifact)\\w+ ?<<\\s*/MCID)", "", "01-004")]
    [InlineData("/Marked true", "/Marked true /Suspects true", "01-007")]
    [InlineData("(<[0-9A-F]{4}>) <[0-9A-F]{4}>(?=\n)", "$1 <FFFE>", "10-001")]
    [InlineData("/ID \\(note-2\\)", "/ID (note-1)", "19-004")]
    [InlineData("/MarkInfo", "/OCProperties << /OCGs [ ] >> /MarkInfo", "20-001")]
    [InlineData("/UF ", "/UX ", "21-001")]
    [InlineData("/MarkInfo", "/Encrypt 1 0 R /MarkInfo", "26-001")]
    [InlineData("/W \\[\\s+1\\s+\\[\\s+\\d+", "/W [ 1 [ 77", "31-016")]
    [InlineData("\\[<[0-9a-f]{4}", "[<0000", "31-030")]
    public void A_file_mutated_by_pattern_fails_its_condition(string pattern, string mutated, string condition)
    {
        var text = Readable(PdfEditionTests.RenderWithSource());
        Assert.DoesNotContain(Conformance.FailuresOf(Encoding.Latin1.GetBytes(text)), f => f.Contains(condition, StringComparison.Ordinal));

        var broken = Regex.Replace(text, pattern, mutated);

        Assert.NotEqual(text, broken);
        Assert.Contains(Conformance.FailuresOf(Encoding.Latin1.GetBytes(broken)), f => f.Contains(condition, StringComparison.Ordinal));
    }

    /// <summary>The file without compression and object streams, a byte for a character.</summary>
    internal static string Readable(ReadOnlyMemory<byte> content)
    {
        var qpdf = OutsideProgram.Require("qpdf");
        using var file = new TemporaryFile(content);
        using var plain = new TemporaryFile(default);
        qpdf.TryRun(["--qdf", "--object-streams=disable", "--decode-level=generalized", file.Path, plain.Path]);
        return Regex.Replace(Encoding.Latin1.GetString(File.ReadAllBytes(plain.Path)), "/Artifact\\s*<<", "/Artifact <<");
    }
}
