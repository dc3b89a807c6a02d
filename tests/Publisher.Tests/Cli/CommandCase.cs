using System.Text;

namespace Publisher.Tests.Cli;

/// <summary>
/// A use of the program as a text file: sections that begin with <c>=== </c>. <c>=== file NAME</c> and <c>=== folder NAME</c> lie in
/// the working folder before; <c>=== environment NAME=VALUE</c> is set for it; <c>=== run ARGUMENTS</c> is the command, <c>=== exit N</c> its exit code; <c>=== out</c> and
/// <c>=== err</c> are what it prints; <c>=== files</c> are all files there afterwards that were not there before. In what is expected,
/// a line <c>...</c> stands for any number of lines, and <c>...</c> at the end of a line for any text.
/// </summary>
internal sealed class CommandCase
{
    private CommandCase(string name) => Name = name;

    public string Name { get; }

    public List<(string Name, string Content)> Files { get; } = [];

    public List<string> Folders { get; } = [];

    public List<(string Name, string Value)> Environment { get; } = [];

    public string[] Arguments { get; private set; } = [];

    public int ExitCode { get; private set; }

    public string? Out { get; private set; }

    public string? Error { get; private set; }

    public string? Written { get; private set; }

    public static CommandCase Parse(string path)
    {
        var result = new CommandCase(Path.GetFileNameWithoutExtension(path));
        foreach (var section in ("\n" + File.ReadAllText(path)).Split("\n=== ").Skip(1))
        {
            var end = section.IndexOf('\n', StringComparison.Ordinal);
            var head = (end < 0 ? section : section[..end]).Trim();
            var body = end < 0 ? "" : section[(end + 1)..].TrimEnd('\n');
            result.Add(head.Split(' ', 2), body);
        }

        return result;
    }

    /// <summary>True if the lines are the expected ones; a line <c>...</c> stands for any number of lines.</summary>
    public static bool Matches(ReadOnlySpan<string> expected, ReadOnlySpan<string> actual)
    {
        if (expected.IsEmpty)
        {
            return actual.IsEmpty;
        }

        if (expected[0] == "...")
        {
            return Matches(expected[1..], actual) || (!actual.IsEmpty && Matches(expected, actual[1..]));
        }

        return !actual.IsEmpty && MatchesLine(expected[0], actual[0]) && Matches(expected[1..], actual[1..]);
    }

    private static bool MatchesLine(string expected, string actual) => expected.EndsWith("...", StringComparison.Ordinal)
        ? actual.StartsWith(expected[..^3], StringComparison.Ordinal)
        : expected == actual;

    private void Add(string[] head, string body)
    {
        switch (head[0])
        {
            case "file":
                Files.Add((head[1], Unescape(body)));
                break;
            case "folder":
                Folders.Add(head[1]);
                break;
            case "environment":
                var variable = head[1].Split('=', 2);
                Environment.Add((variable[0], variable[1]));
                break;
            case "run":
                Arguments = head.Length > 1 ? head[1].Split(' ') : [];
                break;
            case "exit":
                ExitCode = int.Parse(head[1]);
                break;
            case "out":
                Out = body;
                break;
            case "err":
                Error = body;
                break;
            case "files":
                Written = body;
                break;
            default:
                throw new InvalidDataException($"{Name}: unknown section {head[0]}.");
        }
    }

    /// <summary><c>\xHH</c> is a byte, so that a case can hold what is not text; kept as Latin-1 and written so.</summary>
    private static string Unescape(string body)
    {
        var text = new StringBuilder();
        var bytes = Encoding.UTF8.GetBytes(body);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\\' && i + 3 < bytes.Length && bytes[i + 1] == 'x')
            {
                text.Append((char)Convert.ToByte(Encoding.ASCII.GetString(bytes, i + 2, 2), 16));
                i += 3;
            }
            else
            {
                text.Append((char)bytes[i]);
            }
        }

        return text.ToString();
    }
}
