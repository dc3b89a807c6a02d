using System.CommandLine;
using System.CommandLine.Help;
using Publisher.Cli.Terminal;
using Publisher.Model;
using Spectre.Console;

namespace Publisher.Cli.Commands;

/// <summary>The program <c>publisher</c> with its commands.</summary>
internal static class PublisherCommand
{
    private const string Description = """
        Turns statements (plain text, Markdown, Word) into branded PDF, DOCX and HTML editions.

        Exit codes: 0 all done; 1 a statement failed, the others were written; 2 the command line, the brand or the
        output folder cannot be used, nothing was written.
        """;

    /// <summary>Runs the program.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <param name="terminal">Where messages go.</param>
    public static ExitCode Run(string[] args, ITerminal terminal)
    {
        var root = new RootCommand(Description)
        {
            ExportCommand.Create(terminal),
            InspectCommand.Create(terminal),
            CheckCommand.Create(terminal),
            ExportCommand.CreateRelease(terminal),
            InitCommand.Create(terminal),
        };
        var result = root.Parse(args);
        if (result.Errors.Count > 0 && result.Action is not HelpAction)
        {
            foreach (var error in result.Errors)
            {
                terminal.Error.Show(new PublisherException(null, 0, error.Message, "See \"publisher --help\"."));
            }

            return ExitCode.UsageError;
        }

        var output = new StringWriter { NewLine = "\n" };
        try
        {
            return (ExitCode)result.Invoke(new InvocationConfiguration { Output = output, Error = output, EnableDefaultExceptionHandler = false });
        }
        catch (PublisherException refusal)
        {
            terminal.Error.Show(refusal);
            return ExitCode.UsageError;
        }
        finally
        {
            // Help and version, which System.CommandLine writes by itself.
            terminal.Out.Write(new Spectre.Console.Text(output.ToString()));
        }
    }
}
