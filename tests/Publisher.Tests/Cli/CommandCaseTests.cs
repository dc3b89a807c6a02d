using System.Text;
using Publisher.Tests.Support;

namespace Publisher.Tests.Cli;

/// <summary>Runs the program as a process of its own on each case of the folder Cases.</summary>
public sealed class CommandCaseTests
{
    public static TheoryData<string> Cases() =>
        [.. Directory.EnumerateFiles(Repository.PathOf("tests", "Publisher.Tests", "Cli", "Cases"), "*.txt").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_program_does_what_the_case_says(string name)
    {
        var command = CommandCase.Parse(Repository.PathOf("tests", "Publisher.Tests", "Cli", "Cases", name));
        using var folder = new TemporaryFolder();
        foreach (var (file, content) in command.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.PathOf(file))!);
            File.WriteAllBytes(folder.PathOf(file), Encoding.Latin1.GetBytes(content));
        }

        command.Folders.ForEach(f => Directory.CreateDirectory(folder.PathOf(f)));
        var before = folder.Files();

        var result = PublisherProgram.Run(folder.Path, command.Arguments, [.. command.Environment]);

        Expect(command.Out, result.Output, "out");
        Expect(command.Error, result.Error, "err");
        Expect(command.Written, string.Join('\n', folder.Files().Except(before)), "files");
        Assert.Equal(command.ExitCode, result.ExitCode);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    private static void Expect(string? expected, string actual, string section)
    {
        if (expected is not null)
        {
            Assert.True(CommandCase.Matches(Lines(expected), Lines(actual)), $"Section {section}: expected\n{expected}\nbut was\n{actual}");
        }
    }

    private static string[] Lines(string text) => text.TrimEnd('\n') is { Length: > 0 } some ? some.Split('\n') : [];
}
