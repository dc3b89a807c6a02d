using System.Diagnostics;
using System.Globalization;

namespace Publisher.Benchmarks;

/// <summary>
/// The published program as a user meets it: a fresh process that makes all editions of the seed statement. Wall time from start to
/// end of the process; peak resident memory as the kernel counts it.
/// </summary>
internal static class ColdStart
{
    /// <summary>Runs a program several times and prints a line of figures.</summary>
    /// <param name="program">Path of the published program.</param>
    /// <param name="runs">How many times; 1 or more.</param>
    public static int Run(string program, int runs)
    {
        var output = Directory.CreateTempSubdirectory("publisher-cold-").FullName;
        try
        {
            // Before the times: the first of them would count half a second in which this process gets ready to start others.
            using (var first = Start(program, output))
            {
                first.WaitForExit();
            }

            var times = Enumerable.Range(0, runs).Select(_ => Time(program, output)).Order().ToArray();
            var memory = OperatingSystem.IsLinux() ? $"{PeakKilobytes(program, output) / 1024.0:0} MB" : "not measured on this system";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"cold: {runs} runs, median {times[runs / 2]:0.000} s, fastest {times[0]:0.000} s, slowest {times[^1]:0.000} s, peak memory {memory}"));
            return 0;
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static double Time(string program, string output)
    {
        var watch = Stopwatch.StartNew();
        using var process = Start(program, output);
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    /// <summary>In a run of its own, for looking costs time. (ru_maxrss would count the parent's memory before the exec as well.)</summary>
    private static long PeakKilobytes(string program, string output)
    {
        using var process = Start(program, output);
        long peak = 0;
        while (!process.HasExited)
        {
            try
            {
                var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
                peak = Math.Max(peak, line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture));
            }
            catch (IOException)
            {
                // The process ended between the question and the answer.
            }
        }

        return peak;
    }

    private static Process Start(string program, string output) => Process.Start(
        new ProcessStartInfo(program, ["export", Samples.SeedPath, "--output", output]) { RedirectStandardOutput = true, UseShellExecute = false })!;
}
