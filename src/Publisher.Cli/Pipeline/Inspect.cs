using System.Globalization;
using Publisher.Cli.Terminal;
using Publisher.Model;
using Publisher.Model.Corrections;
using Publisher.Model.Json;
using Publisher.Model.Typography;
using Publisher.Sources;
using Spectre.Console;

namespace Publisher.Cli.Pipeline;

/// <summary>Shows how a statement was understood.</summary>
internal static class Inspect
{
    /// <summary>Reads the statement and shows it, its typography corrected as the brand's template asks.</summary>
    /// <exception cref="PublisherException">There is no such brand.</exception>
    public static ExitCode Run(string path, string brand, InspectView view, RevisionPolicy revisions, ITerminal terminal)
    {
        if (TemplateLocator.Load(brand, fonts: null, terminal) is not { } template)
        {
            return ExitCode.UsageError;
        }

        Document document;
        try
        {
            var (read, text) = StatementFile.Open(path, revisions);
            document = new Typographer(template.For(read.Metadata.Kind).Typography).Apply(read, text);
        }
        catch (PublisherException refusal)
        {
            terminal.Error.Show(refusal);
            return ExitCode.StatementFailed;
        }

        switch (view)
        {
            case InspectView.Json:
                terminal.RawOut.Write(DocumentJson.Write(document));
                terminal.RawOut.Flush();
                break;
            case InspectView.Changes:
                ShowChanges(document, terminal.Out);
                break;
            default:
                Outline.Show(document, terminal.Out);
                break;
        }

        document.Diagnostics.Show(path, terminal.Error);
        return ExitCode.Success;
    }

    private static void ShowChanges(Document document, IAnsiConsole console)
    {
        foreach (var change in Ledger.Of(document))
        {
            var line = change.Span.IsKnown ? change.Span.Line.ToString(CultureInfo.InvariantCulture) : "-";
            console.WriteLine($"{line}\t{change.Rule}\t{Quote(change.Original)} -> {Quote(change.Replacement)}");
        }
    }

    private static string Quote(string text) => Messages.Visible($"\"{text.Replace("\n", "\\n", StringComparison.Ordinal)}\"");
}

/// <summary>What to show of a statement.</summary>
internal enum InspectView
{
    /// <summary>Facts and blocks, a line each.</summary>
    Outline,

    /// <summary>The JSON form.</summary>
    Json,

    /// <summary>The ledger.</summary>
    Changes,
}
