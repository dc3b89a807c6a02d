using System.Text;
using Spectre.Console;

namespace Publisher.Cli.Terminal;

/// <summary>The terminal the process was started from.</summary>
internal sealed class ProcessTerminal : ITerminal
{
    // A redirected stream has no width: lines are wrapped by whoever shows them.
    private const int NoWrapping = 100_000;

    private readonly Lazy<IAnsiConsole> _out = new(() => Console(System.Console.OpenStandardOutput(), System.Console.IsOutputRedirected));
    private readonly Lazy<IAnsiConsole> _error = new(() => Console(System.Console.OpenStandardError(), System.Console.IsErrorRedirected));
    private readonly Lazy<Stream> _rawOut = new(System.Console.OpenStandardOutput);

    private ProcessTerminal()
    {
    }

    public IAnsiConsole Out => _out.Value;

    public IAnsiConsole Error => _error.Value;

    public Stream RawOut => _rawOut.Value;

#pragma warning disable RS0030 // The one look at the clock. It tells a user that an embargo is not over, and no edition sees it.
    public DateTime LocalTime => DateTime.Now;
#pragma warning restore RS0030

    public static ProcessTerminal Open() => new();

    public string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static IAnsiConsole Console(Stream stream, bool redirected)
    {
        var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
        });
        if (redirected)
        {
            console.Profile.Width = NoWrapping;
            console.Profile.Capabilities.Unicode = true;
        }

        return console;
    }
}
