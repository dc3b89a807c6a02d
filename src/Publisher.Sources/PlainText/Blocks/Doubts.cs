using Publisher.Model.Diagnostics;

namespace Publisher.Sources.PlainText.Blocks;

/// <summary>Says where the reader may well be wrong, and which mark in the text overrules it.</summary>
internal static class Doubts
{
    // More tell a user nothing new.
    private const int Most = 50;

    /// <summary>Explains doubtful paragraph starts, headings and tables.</summary>
    /// <param name="galley">The lines.</param>
    /// <param name="units">What they were put together to.</param>
    /// <param name="doubtful">Indexes of lines of the flow that may as well begin a paragraph as go on with one.</param>
    public static IEnumerable<Diagnostic> Explain(Galley galley, List<Unit> units, List<int> doubtful)
    {
        // In a row that keeps its lines, or in a letter's parts, nothing depends on it.
        var starts = new HashSet<int>();
        var inside = new HashSet<int>();
        foreach (var unit in units.Where(unit => !unit.KeepsLines))
        {
            starts.Add(unit.Lines[0]);
            inside.UnionWith(unit.Lines.Skip(1));
        }

        var paragraphs = doubtful.Select(i => galley.Flow[i]).Where(line => starts.Contains(line) || inside.Contains(line)).Take(Most).Select(line => starts.Contains(line)
            ? Of(galley, line, DiagnosticCode.ParagraphDoubtful, "It is not certain that a paragraph begins with this line; it was read so.", "If it goes on with the paragraph before, put ↳ in front of it.")
            : Of(galley, line, DiagnosticCode.ParagraphDoubtful, "A paragraph may begin with this line; it was read as going on with the one before.", "If it begins one, put ¶ in front of it."));
        var headings = units.Where(unit => unit.IsDoubtfulHeading).Take(Most).Select(unit => unit.Kind == UnitKind.Heading
            ? Of(galley, unit.Lines[0], DiagnosticCode.HeadingDoubtful, "It is not certain that this line is a heading; it was read as one.", "If it is text, put ¶ in front of it.")
            : Of(galley, unit.Lines[0], DiagnosticCode.HeadingDoubtful, "This line may be a heading; it was read as text.", "If it is a heading, put ## and a blank in front of it."));
        var tables = units.Where(unit => unit.Table is { IsGuessed: true }).Take(Most).Select(unit =>
            Of(galley, unit.Lines[0], DiagnosticCode.TableDoubtful, "The lines from here on were put together to a table; only their lengths tell which belong to one cell.", "Compare it with the original. If it is no table, put ¶ in front of the lines that begin paragraphs; if its cells are wrong, write it in Markdown.") with
            {
                Severity = DiagnosticSeverity.Warning,
            });
        return paragraphs.Concat(headings).Concat(tables);
    }

    private static Diagnostic Of(Galley galley, int line, DiagnosticCode code, string message, string remedy) =>
        new(code, DiagnosticSeverity.Note, message, remedy) { Span = galley.Clean.Span(galley.Lines[line].Start, galley.Lines[line].End - galley.Lines[line].Start) };
}
