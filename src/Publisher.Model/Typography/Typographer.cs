using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;

namespace Publisher.Model.Typography;

/// <summary>
/// The door of this folder: a document in, the same document with its typography corrected out. In order, for each line: its
/// characters as one run across formatting (<see cref="LineText"/>), what the rules find there (<see cref="LineScanner"/>), then the
/// edits as corrections in its inlines (<see cref="LineRewriter"/>). Letters and digits never change, and undoing the corrections gives
/// the line as it was.
/// </summary>
public sealed class Typographer
{
    /// <summary>
    /// One edit may make room for another (a mark that is right now wants a space), so a line is scanned until nothing is found. Each
    /// round takes text out of what may be changed; the longest chain that was seen is three.
    /// </summary>
    private const int MostRounds = 6;

    private readonly TypographySettings _settings;
    private readonly Dictionary<string, LanguageRules?> _rules = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the settings.</summary>
    /// <param name="settings">The languages with their tables, and which rules apply.</param>
    public Typographer(TypographySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
    }

    /// <summary>Corrects a document. Applying it again changes nothing more.</summary>
    /// <param name="document">Left as it is if its metadata ask for that, or if its language has no table.</param>
    /// <param name="source">
    /// The decoded text that the document's spans count in, to tell the line of a correction inside a paragraph; null if there is none.
    /// </param>
    public Document Apply(Document document, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Metadata.KeepsTypography || _settings.Languages.IsEmpty)
        {
            return document;
        }

        var run = new Run(RulesFor, RulesFor(document.Metadata.Language), new SourceLines(source));
        var rewriter = new DocumentRewriter(run.Rewrite);
        var corrected = document with
        {
            Metadata = document.Metadata with { Title = run.Rewrite(document.Metadata.Title), Subtitle = run.Rewrite(document.Metadata.Subtitle) },
            Blocks = rewriter.Rewrite(document.Blocks),
            Footnotes = document.Footnotes.Select(note => note with { Content = rewriter.Rewrite(note.Content) }).ToValueList(),
        };
        var known = document.Diagnostics.ToHashSet();
        return corrected with { Diagnostics = document.Diagnostics.AddRange(run.Diagnostics.Where(known.Add)) };
    }

    private LanguageRules? RulesFor(string language)
    {
        lock (_rules)
        {
            if (!_rules.TryGetValue(language, out var rules))
            {
                rules = _settings.For(language) is { } table ? new LanguageRules(table, _settings.NoBreakSpaces) : null;
                _rules.Add(language, rules);
            }

            return rules;
        }
    }

    /// <summary>The work on one document.</summary>
    private sealed class Run(Func<string, LanguageRules?> rulesFor, LanguageRules? rules, SourceLines source)
    {
        private readonly LineScanner _scanner = new(rulesFor);

        public List<Diagnostic> Diagnostics { get; } = [];

        public ValueList<Inline> Rewrite(ValueList<Inline> line)
        {
            for (var round = 0; round < MostRounds && !line.IsEmpty; round++)
            {
                _scanner.Scan(line, rules);
                if (_scanner.Edits.Count == 0)
                {
                    break;
                }

                line = new LineRewriter(_scanner.Line, _scanner.Edits, source).Rewrite(line);
            }

            if (!line.IsEmpty)
            {
                Report();
            }

            return line;
        }

        private void Report()
        {
            var (text, places) = ((Text?)null, (SourceLines.Places?)null);
            foreach (var (start, length, rule) in _scanner.Advice.OrderBy(advice => advice.Start))
            {
                var leaf = _scanner.Line.EditableAt(start, length)!.Value;
                if (places is null || !ReferenceEquals(leaf.Inline, text))
                {
                    text = (Text)leaf.Inline;
                    places = source.PlacesOf(text);
                }

                Diagnostics.Add(TypographyAdvice.Of(rule, _scanner.Line.Chars.Slice(start, length), places.Of(start - leaf.Start, length)));
            }
        }
    }
}
