namespace Publisher.Model.Diagnostics;

/// <summary>Something a user should know: what is wrong, where, and what to do.</summary>
/// <param name="Code">Which kind, from a closed list.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Message">What is wrong, one sentence with a full stop, without the place.</param>
/// <param name="Remedy">What to do about it, one sentence with a full stop.</param>
public sealed record Diagnostic(DiagnosticCode Code, DiagnosticSeverity Severity, string Message, string Remedy) : Node
{
    /// <summary>
    /// The file that <see cref="Node.Span"/> counts in, if it is not the statement itself: its name as the user gave it, for
    /// messages only, never written to an edition. Null for the statement.
    /// </summary>
    public string? File { get; init; }
}

/// <summary>How bad a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; the result is most likely right.</summary>
    Note,

    /// <summary>Look here: the result is careful and may be wrong.</summary>
    Warning,

    /// <summary>The result is not what was asked for.</summary>
    Error,
}
