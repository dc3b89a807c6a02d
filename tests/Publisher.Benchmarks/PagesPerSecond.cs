using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Publisher.Editions;
using Publisher.Model;

namespace Publisher.Benchmarks;

/// <summary>
/// How fast the PDF edition is, warm, on one thread: a book, books of other lengths (time and memory must grow in proportion), and
/// statements of three pages. Processor time besides wall time, for machines that have other work to do.
/// </summary>
internal static partial class PagesPerSecond
{
    private const int SectionsOfBook = 121;
    private const int SectionsOfStatement = 1;
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(6);

    /// <summary>Measures and prints a line of figures for each length.</summary>
    public static int Run()
    {
        var statements = Enumerable.Range(1, 20).Select(i => Book.Of(SectionsOfStatement, (uint)i)).ToArray();
        Measure("statements of three pages", statements);
        Measure("a book of 250 pages", [Book.Of(SectionsOfBook, 1)]);
        Measure("a book of 1,000 pages", [Book.Of(SectionsOfBook * 4, 2)]);
        Measure("a book of 3,000 pages", [Book.Of(SectionsOfBook * 12, 3)]);
        return 0;
    }

    private static void Measure(string name, Document[] documents)
    {
        // Until the code is compiled to the last stage, which takes calls and time.
        var warm = Stopwatch.StartNew();
        do
        {
            Render(documents);
        }
        while (warm.Elapsed < Enough);

        var pagesOfRound = documents.Sum(d => CountPages(Render(d).ToArray()));
        GC.Collect();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var processor = Environment.CpuUsage.TotalTime;
        var wall = Stopwatch.StartNew();
        var rounds = 0;
        do
        {
            Render(documents);
            rounds++;
        }
        while (wall.Elapsed < Enough);

        var seconds = wall.Elapsed.TotalSeconds;
        var busy = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        var (pages, count) = (rounds * pagesOfRound, rounds * documents.Length);
        var each = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)pages / 1024;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {pages / seconds:0} pages/s, {count / seconds:0.0} documents/s by the clock; {pages / busy:0} pages/s, {count / busy:0.0} documents/s of processor time; {pages / count} pages each, {each:0} kB allocated a page"));
    }

    private static void Render(Document[] documents)
    {
        foreach (var document in documents)
            Render(document);
    }

    private static ReadOnlyMemory<byte> Render(Document document)
    {
        var edition = Samples.Template.Editions.First(e => e.Format == "pdf");
        return EditionCatalog.For("pdf")!.Render(new EditionRequest(document, Samples.Template, edition)).Content;
    }

    // The root of the page tree says it; it lies in one of the packed object streams.
    private static int CountPages(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        for (var at = text.IndexOf("/ObjStm", StringComparison.Ordinal); at >= 0; at = text.IndexOf("/ObjStm", at + 1, StringComparison.Ordinal))
        {
            var start = text.IndexOf("stream\n", at, StringComparison.Ordinal) + "stream\n".Length;
            using var packed = new ZLibStream(new MemoryStream(file, start, file.Length - start), CompressionMode.Decompress);
            using var reader = new StreamReader(packed, Encoding.Latin1);
            var root = CountOfPageTree().Match(reader.ReadToEnd());
            if (root.Success)
                return int.Parse(root.Groups[1].Value, CultureInfo.InvariantCulture);
        }

        throw new InvalidOperationException("The file has no page tree.");
    }

    [GeneratedRegex("/Type ?/Pages ?/Count (\\d+)")]
    private static partial Regex CountOfPageTree();
}
