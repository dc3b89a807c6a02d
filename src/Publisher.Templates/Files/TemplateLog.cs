using Publisher.Model;
using Publisher.Model.Diagnostics;

namespace Publisher.Templates.Files;

/// <summary>Gathers what is wrong with the files of a template, so that one look shows it all.</summary>
internal sealed class TemplateLog
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>What was found, by file and line, each once.</summary>
    public ValueList<Diagnostic> Diagnostics => _diagnostics
        .Distinct()
        .OrderBy(finding => finding.File, StringComparer.Ordinal)
        .ThenBy(finding => finding.Span.Line)
        .ToValueList();

    /// <summary>Something that makes the template unusable.</summary>
    public void Error(Place place, string problem, string remedy) =>
        Add(DiagnosticCode.TemplateValueInvalid, DiagnosticSeverity.Error, place, problem, remedy);

    /// <summary>A refusal that does not keep the rest from being looked at.</summary>
    public void Error(PublisherException refusal) => Error(new Place(refusal.File ?? string.Empty, refusal.Line), refusal.Message, refusal.Remedy);

    /// <summary>Does something that may be refused; the refusal is then one of the errors.</summary>
    /// <returns>What it gave; nothing if it was refused.</returns>
    public T? Attempt<T>(Func<T?> work)
    {
        try
        {
            return work();
        }
        catch (PublisherException refusal)
        {
            Error(refusal);
            return default;
        }
    }

    /// <summary>Something doubtful.</summary>
    public void Warn(DiagnosticCode code, Place place, string problem, string remedy) =>
        Add(code, DiagnosticSeverity.Warning, place, problem, remedy);

    /// <summary>Something worth knowing.</summary>
    public void Note(DiagnosticCode code, Place place, string problem, string remedy) =>
        Add(code, DiagnosticSeverity.Note, place, problem, remedy);

    /// <summary>True if something makes the template unusable.</summary>
    public bool HasErrors => _diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Takes over what another log holds.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _diagnostics.AddRange(diagnostics);

    /// <summary>Refuses the template if an error was found.</summary>
    /// <exception cref="PublisherException">The first error.</exception>
    public void ThrowOnError()
    {
        if (_diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new PublisherException(error.File, error.Span.Line, error.Message, error.Remedy);
        }
    }

    private void Add(DiagnosticCode code, DiagnosticSeverity severity, Place place, string problem, string remedy) =>
        _diagnostics.Add(new Diagnostic(code, severity, problem, remedy)
        {
            File = place.File,
            Span = new SourceSpan(0, 0, place.Line, place.Line > 0 ? 1 : 0),
        });
}

/// <summary>A line of a file of the template.</summary>
/// <param name="File">Its name as the user gave it.</param>
/// <param name="Line">One-based; 0 for the file as a whole.</param>
internal readonly record struct Place(string File, int Line);
