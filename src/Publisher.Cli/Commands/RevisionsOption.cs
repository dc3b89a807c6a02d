using System.CommandLine;
using Publisher.Sources;

namespace Publisher.Cli.Commands;

/// <summary>The option <c>--revisions accept|reject|fail</c>.</summary>
internal static class RevisionsOption
{
    /// <summary>Makes the option.</summary>
    public static Option<string> Create()
    {
        var option = new Option<string>("--revisions")
        {
            Description = "What becomes of the tracked changes of a Word file: accept them (the default), reject them, or fail if there are any.",
            HelpName = "accept|reject|fail",
            DefaultValueFactory = _ => "accept",
        };
        option.AcceptOnlyFromAmong("accept", "reject", "fail");
        return option;
    }

    /// <summary>What was chosen.</summary>
    public static RevisionPolicy PolicyOf(string? value) => value switch
    {
        "reject" => RevisionPolicy.Reject,
        "fail" => RevisionPolicy.Fail,
        _ => RevisionPolicy.Accept,
    };
}
