using System.Diagnostics;
using System.Text;

namespace Publisher.Tests.Support;

/// <summary>
/// A second reader that is not ours, such as qpdf, pandoc or LibreOffice. A test that needs one is skipped where it is not
/// installed, and fails there if <c>PUBLISHER_REQUIRE_TOOLS=1</c>, as on the machine that decides about a release.
/// </summary>
internal sealed class OutsideProgram
{
    private readonly string _path;

    private OutsideProgram(string name, string path)
    {
        Name = name;
        _path = path;
    }

    /// <summary>The name it is called by.</summary>
    public string Name { get; }

    /// <summary>The first of these programs that is installed; skips the test if none is.</summary>
    public static OutsideProgram Require(params string[] names)
    {
        foreach (var name in names)
        {
            if (PathOf(name) is { } path)
            {
                return new OutsideProgram(name, path);
            }
        }

        Missing($"{string.Join(" or ", names)} is not installed.");
        throw new UnreachableException();
    }

    /// <summary>Ends a test that lacks something of the machine: skipped, or failed where all must be there.</summary>
    public static void Missing(string what)
    {
        if (Environment.GetEnvironmentVariable("PUBLISHER_REQUIRE_TOOLS") == "1")
        {
            Assert.Fail(what);
        }

        Assert.Skip(what);
    }

    /// <summary>Runs it, waits for its end and returns what it printed; fails the test if it does not end with 0.</summary>
    public string Run(params string[] arguments)
    {
        var result = TryRun(arguments);
        Assert.True(result.ExitCode == 0, $"{Name} {string.Join(' ', arguments)} ended with {result.ExitCode}:\n{result.Error}{result.Output}");
        return result.Output;
    }

    /// <summary>Starts it and leaves it running; the caller ends it.</summary>
    public Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo(_path, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;

    /// <summary>Runs it and waits for its end, at most for <paramref name="seconds"/> (by default two minutes: LibreOffice is slow to start).</summary>
    public Result TryRun(string[] arguments, ReadOnlyMemory<byte> input = default, int seconds = 120)
    {
        var start = new ProcessStartInfo(_path, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        process.StandardInput.BaseStream.Write(input.Span);
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(seconds)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{Name} {string.Join(' ', arguments)} did not end within {seconds} s.");
        }

        return new Result(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    private static string? PathOf(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") })
            .FirstOrDefault(File.Exists);

    /// <summary>What a run gave.</summary>
    internal sealed record Result(int ExitCode, string Output, string Error);
}
