using System.Globalization;
using Publisher.Cli.Terminal;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Templates;
using Publisher.Templates.Checks;
using Spectre.Console;

namespace Publisher.Cli.Pipeline;

/// <summary>
/// Says everything that is doubtful before anything is rendered, in order: brand and template; each statement; the fonts, for the
/// languages of the statements.
/// </summary>
internal sealed class Check
{
    private readonly ITerminal _terminal;
    private int _errors;
    private int _warnings;

    private Check(ITerminal terminal) => _terminal = terminal;

    /// <summary>Checks.</summary>
    /// <param name="inputs">Statements and folders of statements; may be empty.</param>
    /// <param name="brand">Path or name of the brand.</param>
    /// <param name="fonts">A folder with more fonts; null for none.</param>
    /// <param name="terminal">Where the findings go.</param>
    /// <returns>Success if there is nothing to mend; notes do not count.</returns>
    /// <exception cref="PublisherException">The brand is not there, or so broken that nothing can be said of it.</exception>
    public static ExitCode Run(ValueList<string> inputs, string brand, string? fonts, ITerminal terminal)
    {
        var check = new Check(terminal);
        var (template, findings) = TemplateLocator.Examine(brand, fonts);
        check.Say(brand, findings);
        var languages = inputs.IsEmpty ? [] : check.Statements(inputs, template);
        if (template is not null)
        {
            check.Say(brand, FontCheck.Of(template, languages.Count > 0 ? languages.ToValueList() : template.Locales.Select(l => l.Language).Take(1).ToValueList()));
        }

        terminal.Out.WriteLine(check._errors + check._warnings == 0 ? "Nothing to mend." : $"To mend: {Count(check._errors, "error")}, {Count(check._warnings, "warning")}.");
        return template is null ? ExitCode.UsageError : check._errors + check._warnings == 0 ? ExitCode.Success : ExitCode.StatementFailed;
    }

    /// <summary>Checks statements; gives back the languages they are in.</summary>
    private SortedSet<string> Statements(ValueList<string> inputs, Template? template)
    {
        var trial = template is null ? null : Export.Trial(template, _terminal);
        var languages = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var input in InputFinder.Find(inputs, ExportOptions.DefaultOutput))
        {
            try
            {
                var (document, text) = input.Problem is null ? StatementFile.Open(input.Path) : throw input.Problem;
                languages.Add(document.Metadata.Language);
                Say(input.Path, document.Diagnostics);
                Say(input.Path, DocumentCheck.Of(document, template?.Brand.Name));
                Say(input.Path, trial?.Examine(document, text, input) ?? []);
            }
            catch (PublisherException refusal)
            {
                _terminal.Error.Show(refusal);
                _errors++;
            }
        }

        return languages;
    }

    private void Say(string file, ValueList<Diagnostic> findings)
    {
        findings.Show(file, _terminal.Error);
        _errors += findings.Count(finding => finding.Severity == DiagnosticSeverity.Error);
        _warnings += findings.Count(finding => finding.Severity == DiagnosticSeverity.Warning);
    }

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? string.Empty : "s")}");
}
