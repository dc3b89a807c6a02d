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
/// statements of three pages. Processor time besides wall time, and the best round besides the mean, for machines that have other work to do.
/// </summary>
internal static partial class PagesPerSecond
{
    private const int SectionsOfBook = 121;
    private const int SectionsOfStatement = 1;
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(6);

    /// <summary>Measures and prints a line of figures for each length.</summary>
    public static int Run()
    {
        Measure("statements of three pages", SectionsOfStatement, 20);
        Measure("a book of 250 pages", SectionsOfBook, 1);
        Measure("a book of 1,000 pages", SectionsOfBook * 4, 1);
        Measure("a book of 3,000 pages", SectionsOfBook * 12, 1);
        return 0;
    }

    private static void Measure(string name, int sections, int documentsOfRound)
    {
        // Until the code is compiled to the last stage, which takes calls and time: of the processor, for a busy machine gives little of it.
        var seed = 0u;
        var warm = 0.0;
        do
        {
            warm += Round(sections, documentsOfRound, ref seed).Processor;
        }
        while (warm < Enough.TotalSeconds);

        GC.Collect();
        var rounds = new List<(int Pages, double Clock, double Processor, long Allocated)>();
        do
        {
            rounds.Add(Round(sections, documentsOfRound, ref seed));
        }
        while (rounds.Sum(r => r.Processor) < Enough.TotalSeconds);

        var pages = rounds.Sum(r => r.Pages);
        var count = rounds.Count * documentsOfRound;
        var best = rounds.MaxBy(r => r.Pages / r.Processor);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {Speed(pages, count, rounds.Sum(r => r.Clock))} by the clock; {Speed(pages, count, rounds.Sum(r => r.Processor))} of processor time; {Speed(best.Pages, documentsOfRound, best.Processor)} in the best round; {pages / count} pages each, {rounds.Sum(r => r.Allocated) / (double)pages / 1024:0} kB allocated a page, {Environment.WorkingSet >> 20} MB in use"));
    }

    private static string Speed(int pages, int documents, double seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{pages / seconds:0} pages/s, {documents / seconds:0.0} documents/s");

    // Each round has documents of its own: what is remembered from the last is what real ones would have in common.
    private static (int Pages, double Clock, double Processor, long Allocated) Round(int sections, int count, ref uint seed)
    {
        var documents = new Document[count];
        for (var i = 0; i < count; i++)
            documents[i] = Book.Of(sections, ++seed);
        var files = new ReadOnlyMemory<byte>[count];
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
            files[i] = Render(documents[i]);
        var seconds = clock.Elapsed.TotalSeconds;
        var busy = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return (files.Sum(f => CountPages(f.ToArray())), seconds, busy, allocated);
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
