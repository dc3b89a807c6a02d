using System.Text.RegularExpressions;
using Publisher.Editions;
using Publisher.Model;
using Publisher.Model.Words;
using Publisher.Tests.Editions.Html;
using Publisher.Tests.Support;
using UglyToad.PdfPig;

namespace Publisher.Tests.Editions.Pdf;

/// <summary>Programs that are not ours find handouts of real statements sound and read out of them every word in order.</summary>
public sealed class SecondReaderTests
{
    [Fact]
    public void Qpdf_finds_no_fault_in_any_text_of_the_corpus()
    {
        var qpdf = OutsideProgram.Require("qpdf");

        AssertOfCorpus((path, _) => qpdf.TryRun(["--check", path]) is { ExitCode: 0, Error: "" } ? null : "qpdf complains");
    }

    [Fact]
    public void No_text_of_the_corpus_fails_a_condition() => AssertOfCorpus((path, _) =>
        Conformance.FailuresOf(File.ReadAllBytes(path)) is { Count: > 0 } failures ? string.Join(", ", failures) : null);

    [Fact]
    public void Poppler_reads_every_word_of_the_corpus_in_order()
    {
        var pdftotext = OutsideProgram.Require("pdftotext");

        // By the look of the page it reads a table column by column where it sees columns, by the order of the file row by row.
        AssertOfCorpus((path, document) =>
            Missing(document, pdftotext.TryRun(["-enc", "UTF-8", path, "-"])) is null
                ? null
                : Missing(document, pdftotext.TryRun(["-raw", "-enc", "UTF-8", path, "-"])));
    }

    [Fact]
    public void Mutool_reads_every_word_of_the_corpus_in_order()
    {
        var mutool = OutsideProgram.Require("mutool");

        AssertOfCorpus((path, document) => Missing(document, Unbroken(mutool.TryRun(["draw", "-F", "txt", path]))));
    }

    [Fact]
    public void PdfPig_reads_every_word_of_the_corpus_in_order() => AssertOfCorpus((path, document) =>
    {
        using var pdf = PdfDocument.Open(path);
        return MissingWord(document, string.Concat(pdf.GetPages().Select(page => page.Text)));
    });

    // A line ends with a space, except where it divides a word: whoever reads the glyphs alone can tell.
    private static OutsideProgram.Result Unbroken(OutsideProgram.Result result) =>
        result with { Output = Regex.Replace(result.Output, @"(?<=\S)\u00AD?\n+(?=\S)", "") };

    private static string? Missing(Document document, OutsideProgram.Result result)
    {
        // Debian's build of mutool knows no ICC profiles and says so of every file.
        var complaint = result.Error.Replace("warning: ICC support is not available", "", StringComparison.Ordinal).Trim();
        return complaint.Length > 0 ? complaint : MissingWord(document, result.Output);
    }

    private static void AssertOfCorpus(Func<string, Document, string?> wrongWith)
    {
        using var folder = new TemporaryFolder();
        var template = SamplePages.Shipped;
        var edition = template.Editions.First(e => e.Format == "pdf");
        var wrong = new List<string>();
        foreach (var path in Corpus.Texts)
        {
            var document = Statement.Read(path);
            var file = folder.PathOf("a.pdf");
            File.WriteAllBytes(file, EditionCatalog.For("pdf")!.Render(new EditionRequest(document, template, edition)).Content.ToArray());
            if (wrongWith(file, document) is { } fault)
                wrong.Add($"{path}: {fault}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>The first word of text or notes that is not read in its order, divided words whole; null for none.</summary>
    private static string? MissingWord(Document document, string text)
    {
        var read = WordStream.Split(text.Replace("\u00AD", "", StringComparison.Ordinal)).ToArray();
        var words = WordStream.Of(document);

        // Notes stand where they are referred to, whatever their order.
        return FirstMissing(words.Flow, read)
            ?? document.Footnotes.Select(note => FirstMissing(WordStream.Of(Document.Empty with { Footnotes = [note] }).Notes, read)).FirstOrDefault(word => word is not null);
    }

    private static string? FirstMissing(IEnumerable<string> words, ReadOnlySpan<string> read)
    {
        foreach (var word in words)
        {
            var at = 0;
            while (at < read.Length && !IsSame(word, read[at]))
                at++;
            if (at == read.Length)
                return $"\"{word}\" is missing before \"{string.Join(' ', read[..Math.Min(8, read.Length)].ToArray())}\"";
            read = read[(at + 1)..];
        }

        return null;
    }

    // The mark of a note stands at a word, or between a word and its full stop.
    private static bool IsSame(string word, string read)
    {
        if (read.Length <= word.Length)
            return string.Equals(word, read, StringComparison.Ordinal);
        var start = 0;
        while (start < word.Length && word[start] == read[start])
            start++;
        var mark = read.AsSpan(start, read.Length - word.Length);
        return mark.TrimStart("0123456789").IsEmpty && read.EndsWith(word[start..], StringComparison.Ordinal);
    }
}
