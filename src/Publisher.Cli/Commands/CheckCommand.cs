using System.CommandLine;
using Publisher.Cli.Pipeline;
using Publisher.Cli.Terminal;
using Publisher.Model;

namespace Publisher.Cli.Commands;

/// <summary><c>publisher check [INPUT…] [--brand PATH] [--fonts DIR]</c>.</summary>
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
        var brand = BrandOption.Create();
        var fonts = FontsOption.Create();
        var command = new Command("check", "Examines a brand, its template and statements; writes nothing. Exit code 1: there is something to mend.")
        {
            inputs, brand, fonts,
        };
        command.SetAction(result => (int)Check.Run((result.GetValue(inputs) ?? []).ToValueList(), result.GetValue(brand)!, result.GetValue(fonts), terminal));
        return command;
    }
}
