using System.CommandLine;
using Publisher.Cli.Pipeline;

namespace Publisher.Cli.Commands;

/// <summary><c>--brand PATH</c>.</summary>
internal static class BrandOption
{
    /// <summary>Makes the option.</summary>
    public static Option<string> Create() => new("--brand", "-b")
    {
        Description = "A folder with _brand.yml, such a file itself, or the name of a template that comes with the program.",
        HelpName = "path",
        DefaultValueFactory = _ => TemplateLocator.Standard,
    };
}
