using System.CommandLine;
using Publisher.Cli.Pipeline;
using Publisher.Cli.Terminal;

namespace Publisher.Cli.Commands;

/// <summary><c>publisher init FOLDER [--from NAME] [--locale LANGUAGE]</c>.</summary>
internal static class InitCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(ITerminal terminal)
    {
        var folder = new Argument<string>("folder") { Description = "Folder for the new template; made if missing. No file in it is overwritten." };
        var from = new Option<string>("--from")
        {
            Description = "Template to start from: start (little, with comments), standard (everything), or one of the examples society, plain, campaign.",
            HelpName = "name",
            DefaultValueFactory = _ => Init.Start,
        };
        var locale = new Option<string?>("--locale")
        {
            Description = "Also write the labels for a language to translate, such as it; into a folder that has a template, the labels alone.",
            HelpName = "language",
        };
        var command = new Command("init", "Writes a brand and template to start from.") { folder, from, locale };
        command.SetAction(result => (int)Init.Run(result.GetValue(folder)!, result.GetValue(from)!, result.GetValue(locale), terminal));
        return command;
    }
}
