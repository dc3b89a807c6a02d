using System.Diagnostics;
using System.Globalization;
using Publisher.Editions;
using Publisher.Editions.Docx;
using Publisher.Model;

namespace Publisher.Benchmarks;

/// <summary>
/// The Word edition by the processor's own clock, which a busy machine does not stretch: how many three-page statements a second on
/// one core, warm, and whether a long one costs in proportion.
/// </summary>
internal static class WordThroughput
{
    private const int WarmRounds = 3;

    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(300);

    /// <summary>Prints a line for each size, with and without embedded fonts.</summary>
    public static int Run()
    {
        foreach (var embedsFonts in (bool[])[false, true])
        {
            foreach (var (times, renders) in ((int, int)[])[(1, 1000), (33, 30), (333, 5)])
            {
                Measure(times, renders, embedsFonts);
            }
        }

        return 0;
    }

    private static void Measure(int times, int renders, bool embedsFonts)
    {
        var document = Samples.Seed with { Blocks = Enumerable.Repeat(Samples.Seed.Blocks, times).SelectMany(b => b).ToValueList() };
        var edition = Samples.Template.Editions.First(e => e.Format == "docx") with { EmbedFonts = embedsFonts };
        var request = new EditionRequest(document, Samples.Template, edition);
        var word = new DocxEdition();
        var bytes = word.Render(request).Content.Length;

        // Until the compiler at run time has nothing left to improve, which it would do on the same clock.
        for (var round = 0; round < WarmRounds; round++)
        {
            for (var i = 0; i < renders; i++)
            {
                word.Render(request);
            }

            Thread.Sleep(Settling);
        }

        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < renders; i++)
        {
            word.Render(request);
        }

        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds / renders;
        allocated = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / renders;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"word: {3 * times} pages{(embedsFonts ? " with fonts" : "")}: {seconds * 1000:0.00} ms of processor time, {1 / seconds:0} a second, {bytes / 1024} kB, {allocated / 1024} kB allocated, {peak >> 20} MB at most in memory"));
    }
}
