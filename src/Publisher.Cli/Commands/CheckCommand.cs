using System.CommandLine;
using Publisher.Cli.Pipeline;
using Publisher.Cli.Terminal;
using Publisher.Model;

namespace Publisher.Cli.Commands;

/// <summary><c>publisher check [INPUT…] [--brand PATH]</c>.</summary>
internal static class CheckCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(ITerminal terminal)
    {
        var inputs = new Argument<string[]>("input")
        {
            Description = "Statements, or folders of statements; none to check the brand alone.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var brand = new Option<string>("--brand", "-b")
        {
            Description = "A folder with _brand.yml, such a file itself, or the name of a template that comes with the program.",
            HelpName = "path",
            DefaultValueFactory = _ => TemplateLocator.Standard,
        };
        var command = new Command("check", "Examines a brand, its template and statements; writes nothing. Exit code 1: there is something to mend.")
        {
            inputs, brand,
        };
        command.SetAction(result => (int)Check.Run((result.GetValue(inputs) ?? []).ToValueList(), result.GetValue(brand)!, terminal));
        return command;
    }
}
