using System.CommandLine;
using Publisher.Cli.Pipeline;
using Publisher.Cli.Terminal;

namespace Publisher.Cli.Commands;

/// <summary><c>publisher inspect INPUT [--json | --changes] [--brand PATH] [--revisions POLICY]</c>.</summary>
internal static class InspectCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(ITerminal terminal)
    {
        var input = new Argument<string>("input") { Description = "A statement." };
        var json = new Option<bool>("--json") { Description = "The whole document in its JSON form." };
        var changes = new Option<bool>("--changes") { Description = "Every change between the source and the document, with its line and rule." };
        var brand = BrandOption.Create();
        var revisions = RevisionsOption.Create();
        var command = new Command("inspect", "Shows how a statement was understood: its outline, its diagnostics.") { input, json, changes, brand, revisions };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(changes))
            {
                result.AddError("--json and --changes do not go together.");
            }
        });
        command.SetAction(result =>
        {
            var view = result.GetValue(json) ? InspectView.Json : result.GetValue(changes) ? InspectView.Changes : InspectView.Outline;
            return (int)Inspect.Run(result.GetValue(input)!, result.GetValue(brand)!, view, RevisionsOption.PolicyOf(result.GetValue(revisions)), terminal);
        });
        return command;
    }
}
