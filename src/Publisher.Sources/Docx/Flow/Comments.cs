using System.Text;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Sources.Docx.Package;

namespace Publisher.Sources.Docx.Flow;

/// <summary>The comments of a document (ECMA-376-1, 17.13.4) as diagnostics at their places; ours are diagnostics again.</summary>
internal sealed class Comments
{
    private const string OurAuthor = "Publisher (";

    private readonly Reading _reading;
    private readonly Dictionary<string, Element> _comments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceSpan> _starts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    public Comments(Reading reading)
    {
        _reading = reading;
        foreach (var comment in reading.Package.Read(reading.PartOf("comments"))?.Children("w:comment") ?? [])
        {
            _comments.TryAdd(comment["w:id"] ?? "", comment);
        }
    }

    /// <summary>Begins the text that a comment is about.</summary>
    public void Start(string id) => _starts.TryAdd(id, _reading.Here(0));

    /// <summary>Ends it, or names the place of a comment without a range.</summary>
    public void End(string id)
    {
        if (_comments.TryGetValue(id, out var comment) && _done.Add(id))
        {
            var start = _starts.GetValueOrDefault(id, _reading.Here(0));
            Report(comment, start with { Length = Math.Max(0, _reading.Offset - start.Offset) });
        }
    }

    /// <summary>Reports comments whose place is gone.</summary>
    public void EndAll()
    {
        foreach (var (id, comment) in _comments)
        {
            if (_done.Add(id))
            {
                Report(comment, SourceSpan.None);
            }
        }
    }

    private void Report(Element comment, SourceSpan span)
    {
        var lines = comment.Descendants().Where(element => element.Name == "w:p").Select(TextOf).Where(line => line.Length > 0).ToArray();
        if (lines.Length > 0)
        {
            _reading.Report((Ours(comment, lines) ?? Editors(comment, lines)) with { Span = span });
        }
    }

    private static Diagnostic Editors(Element comment, string[] lines)
    {
        var author = comment["w:author"] is { Length: > 0 } name ? name : "An editor";
        return new Diagnostic(DiagnosticCode.EditorComment, DiagnosticSeverity.Note, $"{author} commented: {string.Join(' ', lines)}", "Answer it or delete it in the document.");
    }

    private static Diagnostic? Ours(Element comment, string[] lines)
    {
        if (comment["w:author"] is not { } author || !author.StartsWith(OurAuthor, StringComparison.Ordinal) || lines.Length < 2)
        {
            return null;
        }

        return Enum.TryParse<DiagnosticSeverity>(author.AsSpan(OurAuthor.Length).TrimEnd(')'), out var severity) && Enum.IsDefined(severity)
            && comment["w:initials"] is { Length: > 3 } initials && Enum.TryParse<DiagnosticCode>(initials.AsSpan(3), out var code) && Enum.IsDefined(code)
            ? new Diagnostic(code, severity, lines[0], string.Join(' ', lines[1..]))
            : null;
    }

    private static string TextOf(Element paragraph)
    {
        var text = new StringBuilder();
        foreach (var element in paragraph.Descendants())
        {
            _ = element.Name switch
            {
                "w:t" => text.Append(element.Text),
                "w:br" or "w:tab" or "w:cr" => text.Append(' '),
                _ => text,
            };
        }

        return string.Concat(text.ToString().Select(c => char.IsControl(c) ? ' ' : c)).Trim();
    }
}
