using System.CommandLine;

namespace Publisher.Cli.Commands;

/// <summary><c>--fonts DIR</c>.</summary>
internal static class FontsOption
{
    /// <summary>Makes the option.</summary>
    public static Option<string?> Create() => new("--fonts")
    {
        Description = "A folder with more fonts (.ttf, .otf, variable ones, collections): for characters that the template's fonts lack, and for families that the brand names without having their files.",
        HelpName = "dir",
    };
}
