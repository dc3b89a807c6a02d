using System.CommandLine;
using Publisher.Cli.Pipeline;
using Publisher.Cli.Terminal;
using Publisher.Editions;
using Publisher.Model;

namespace Publisher.Cli.Commands;

/// <summary><c>publisher export INPUT… [--edition NAME]… [--brand PATH] [--fonts DIR] [--output DIR] [--jobs N] [--strict] [--revisions POLICY]</c>.</summary>
internal static class ExportCommand
{
    private const string Inline = "inline";
    private const string Linked = "linked";

    /// <summary>Makes the command.</summary>
    public static Command Create(ITerminal terminal) =>
        Create(new Command("export", "Writes the editions of one or more statements."), liftsEmbargo: false, terminal);

    /// <summary>Makes the command <c>release</c>, an export without the embargo.</summary>
    public static Command CreateRelease(ITerminal terminal) => Create(
        new Command("release", "Exports statements again once their embargo is over: without its line, its mark in file names, and open to search."),
        liftsEmbargo: true,
        terminal);

    private static Command Create(Command command, bool liftsEmbargo, ITerminal terminal)
    {
        var inputs = new Argument<string[]>("input")
        {
            Description = "Statements, or folders of statements (with their subfolders).",
            Arity = ArgumentArity.OneOrMore,
        };
        var editions = new Option<string[]>("--edition", "-e")
        {
            Description = "Only this edition of the template, by name; may be given several times. Default: all.",
            HelpName = "name",
        };
        var brand = BrandOption.Create();
        var fonts = FontsOption.Create();
        var output = new Option<string>("--output", "-o")
        {
            Description = "Folder to write to; made if missing. A file is called INPUT-EDITION.pdf (.docx, .html).",
            HelpName = "dir",
            DefaultValueFactory = _ => ExportOptions.DefaultOutput,
        };
        var jobs = new Option<int?>("--jobs", "-j")
        {
            Description = "Statements worked on at a time. Default: one for each processor.",
            HelpName = "n",
        };
        jobs.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out var n) || n < 1))
            {
                result.AddError("--jobs takes a number from 1.");
            }
        });
        var assets = new Option<string>("--assets")
        {
            Description = "Fonts, images and styles of web pages: inline (in the page, which then stands alone) or linked (in a folder assets beside it, shared by the pages of a folder).",
            HelpName = "where",
            DefaultValueFactory = _ => Inline,
        };
        assets.AcceptOnlyFromAmong(Inline, Linked);
        var fragment = new Option<bool>("--fragment")
        {
            Description = "Web editions are the statement alone, with the line of its embargo but without page and style, to be pasted into a content management system.",
        };
        var baseUrl = new Option<string?>("--base-url")
        {
            Description = "Where the output folder will stand on the web; feed, site map and canonical addresses need it. Default: base-url of the brand.",
            HelpName = "url",
        };
        var noIndex = new Option<bool>("--no-index")
        {
            Description = "No index.html, feed.xml and sitemap.xml where several statements become web pages.",
        };

        var strict = new Option<bool>("--strict")
        {
            Description = "Write nothing of a statement that cannot be made accessible: an image without alternative text, a character that no font has.",
        };

        var revisions = RevisionsOption.Create();
        foreach (var option in new Option[] { editions, brand, fonts, output, jobs, assets, fragment, baseUrl, noIndex, strict, revisions })
        {
            command.Add(option);
        }

        command.Add(inputs);
        command.SetAction(result => (int)Export.Run(
            new ExportOptions(
                result.GetValue(inputs)!.ToValueList(),
                (result.GetValue(editions) ?? []).Distinct(StringComparer.Ordinal).ToValueList(),
                result.GetValue(brand)!,
                result.GetValue(output)!,
                result.GetValue(jobs) ?? Environment.ProcessorCount)
            {
                Assets = result.GetValue(assets) == Linked ? AssetPlacement.Linked : AssetPlacement.Inline,
                Fragment = result.GetValue(fragment),
                BaseAddress = result.GetValue(baseUrl),
                LiftsEmbargo = liftsEmbargo,
                Index = !result.GetValue(noIndex),
                Revisions = RevisionsOption.PolicyOf(result.GetValue(revisions)),
                Strict = result.GetValue(strict),
                Fonts = result.GetValue(fonts),
            },
            terminal));
        return command;
    }
}
