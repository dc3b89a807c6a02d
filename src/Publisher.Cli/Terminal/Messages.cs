using System.Globalization;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Spectre.Console;

namespace Publisher.Cli.Terminal;

/// <summary>How the program words what it has to say: <c>file:line: severity code: what is wrong. What to do.</c></summary>
internal static class Messages
{
    /// <summary>Shows a refusal.</summary>
    public static void Show(this IAnsiConsole console, PublisherException refusal) =>
        console.Show(refusal.File, refusal.Line, DiagnosticSeverity.Error, null, refusal.Message, refusal.Remedy);

    /// <summary>Shows a diagnostic.</summary>
    /// <param name="console">Where.</param>
    /// <param name="file">The statement's file as the user named it.</param>
    /// <param name="diagnostic">What.</param>
    public static void Show(this IAnsiConsole console, string file, Diagnostic diagnostic) =>
        console.Show(
            diagnostic.File ?? file,
            diagnostic.Span.Line,
            diagnostic.Severity,
            string.Create(CultureInfo.InvariantCulture, $"PUB{(int)diagnostic.Code:0000}"),
            diagnostic.Message,
            diagnostic.Remedy);

    /// <summary>Shows the diagnostics of a statement.</summary>
    public static void Show(this ValueList<Diagnostic> diagnostics, string file, IAnsiConsole console)
    {
        foreach (var diagnostic in diagnostics)
        {
            console.Show(file, diagnostic);
        }
    }

    private static void Show(
        this IAnsiConsole console, string? file, int line, DiagnosticSeverity severity, string? code, string message, string remedy)
    {
        var place = file is null ? "publisher: " : line > 0 ? $"{file}:{line}: " : $"{file}: ";
        var (word, style) = severity switch
        {
            DiagnosticSeverity.Note => ("note", "blue"),
            DiagnosticSeverity.Warning => ("warning", "yellow"),
            _ => ("error", "red"),
        };
        console.MarkupLine($"{Markup.Escape(Visible(place))}[{style}]{word}[/]{(code is null ? "" : " " + code)}: {Markup.Escape(Visible(message))} {Markup.Escape(Visible(remedy))}");
    }

    /// <summary>
    /// The text without control characters: what a statement or a file name says must not steer the terminal (escape sequences).
    /// </summary>
    public static string Visible(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
}
