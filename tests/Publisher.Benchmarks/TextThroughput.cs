using System.Diagnostics;
using System.Globalization;
using System.Text;
using Publisher.Sources;
using Publisher.Sources.PlainText;

namespace Publisher.Benchmarks;

/// <summary>
/// How fast damaged text is read, warm, on one thread, and how much memory that takes at most: the seed statement's text over and over, up
/// to 100 MB, and a single line of 10 MB.
/// </summary>
internal static class TextThroughput
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(4);

    /// <summary>Measures and prints a line of figures for each text.</summary>
    public static int Run()
    {
        var seed = File.ReadAllText(Samples.SeedPath);
        Measure("the seed statement", seed, 1);
        foreach (var megabytes in new[] { 1, 10, 100 })
        {
            Measure($"{megabytes} MB", seed, megabytes * 1_000_000 / seed.Length);
        }

        Measure("a line of 10 MB", seed.ReplaceLineEndings(" "), 10_000_000 / seed.Length);
        return 0;
    }

    private static void Measure(string name, string text, int times)
    {
        var file = new SourceFile("text.txt", Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, text, times).ToString()));
        var source = new PlainTextSource();
        var warm = Stopwatch.StartNew();
        do
        {
            source.Read(file);
        }
        while (warm.Elapsed < Enough);

        var peak = HeapPeak.Of(() => source.Read(file));
        var processor = Environment.CpuUsage.TotalTime;
        var wall = Stopwatch.StartNew();
        var rounds = 0;
        do
        {
            source.Read(file);
            rounds++;
        }
        while (wall.Elapsed < Enough);

        var bytes = (double)file.Content.Length * rounds;
        var busy = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-20} {bytes / 1e6 / busy,6:0.0} MB/s of processor time, {bytes / 1e6 / wall.Elapsed.TotalSeconds,6:0.0} MB/s; heap at most {(double)peak / file.Content.Length,5:0.0} times the text"));
    }

    /// <summary>The largest size of the managed heap above its start, looked at all the time; garbage that is not collected yet counts.</summary>
    private static class HeapPeak
    {
        public static long Of(Action work)
        {
            var start = GC.GetTotalMemory(forceFullCollection: true);
            var peak = 0L;
            using (new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) - start), null, 0, 2))
            {
                work();
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) - start);
            }

            return peak;
        }
    }
}
