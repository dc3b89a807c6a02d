using Publisher.Model;
using Publisher.Model.Corrections;
using Publisher.Model.Diagnostics;
using Publisher.Sources.Decoding;
using Md = Markdig.Syntax;
using MdNotes = Markdig.Extensions.Footnotes;

namespace Publisher.Sources.Markdown;

/// <summary>What one reading of one text gathers beside its blocks.</summary>
internal sealed class Reading
{
    /// <summary>More of one kind tell a user nothing new, and a hostile file has a million.</summary>
    private const int MostDiagnosticsOfAKind = 100;

    private readonly SourceText _source;
    private readonly int _textOffset;
    private readonly List<Change> _changes = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<DiagnosticCode, int> _counts = [];
    private readonly Dictionary<MdNotes.Footnote, string> _noteIds = [];
    private readonly HashSet<string> _takenNoteIds = new(StringComparer.Ordinal);
    private TagSanitizer? _sanitizer;

    /// <summary>Starts a reading.</summary>
    /// <param name="source">The file's text.</param>
    /// <param name="textOffset">Where the Markdown begins in it, behind the front matter.</param>
    /// <param name="images">The images beside the statement.</param>
    /// <param name="isTemplate">True for the surrounding text of a template, in which placeholders stand.</param>
    public Reading(SourceText source, int textOffset, ImageFiles images, bool isTemplate)
    {
        _source = source;
        _textOffset = textOffset;
        Images = images;
        IsTemplate = isTemplate;
    }

    public ImageFiles Images { get; }

    public bool IsTemplate { get; }

    /// <summary>What raw HTML goes through; made for the first tag, for few statements have any.</summary>
    public TagSanitizer Sanitizer => _sanitizer ??= new TagSanitizer();

    /// <summary>Fragments (<c>#id</c>) that headings answer to; set before any link is read.</summary>
    public IReadOnlySet<string> HeadingIds { get; set; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The changes in source order.</summary>
    public ValueList<Change> Changes => _changes.OrderBy(change => change.Span.Offset).ToValueList();

    /// <summary>The diagnostics in source order.</summary>
    public ValueList<Diagnostic> Diagnostics => _diagnostics.OrderBy(diagnostic => diagnostic.Span.Offset).ToValueList();

    /// <summary>The place in the file of a place in the Markdown.</summary>
    public SourceSpan Span(Md.SourceSpan span) => span.IsEmpty ? SourceSpan.None : Span(span.Start, LengthOf(span));

    /// <inheritdoc cref="Span(Md.SourceSpan)"/>
    public SourceSpan Span(int offset, int length) => IsTemplate ? SourceSpan.None : _source.Span(_textOffset + offset, length);

    /// <summary>What stands at a place of the Markdown.</summary>
    public string Original(Md.SourceSpan span) => span.IsEmpty ? "" : _source.Text.Substring(_textOffset + span.Start, LengthOf(span));

    /// <summary>What stands at a place of the file.</summary>
    public string Original(SourceSpan span) => span.IsKnown ? _source.Text.Substring(span.Offset, span.Length) : "";

    /// <summary>True if a block begins on the line behind the end of another.</summary>
    public bool Follows(Md.Block previous, Md.Block next) =>
        _source.Span(_textOffset + previous.Span.End, 0).Line + 1 == _source.Span(_textOffset + next.Span.Start, 0).Line;

    public void Report(DiagnosticCode code, DiagnosticSeverity severity, SourceSpan span, string message, string remedy)
    {
        _counts[code] = _counts.GetValueOrDefault(code) + 1;
        if (_counts[code] <= MostDiagnosticsOfAKind)
        {
            _diagnostics.Add(new Diagnostic(code, severity, message, remedy) { Span = span });
        }
    }

    /// <summary>Records that something of the source does not stand in the text.</summary>
    public void Removed(string original, SourceSpan span, string rule = CorrectionRules.Markup) =>
        _changes.Add(new Change(original, "", rule) { Span = span });

    /// <summary>The id of a note: its label, with a number behind it if the label is taken.</summary>
    public string NoteId(MdNotes.Footnote note)
    {
        if (!_noteIds.TryGetValue(note, out var id))
        {
            var label = (note.Label ?? "").TrimStart('^');
            id = label;
            for (var i = 2; !_takenNoteIds.Add(id); i++)
            {
                id = $"{label}-{i}";
            }

            _noteIds.Add(note, id);
        }

        return id;
    }

    // The library's parser gives an open fence in the last line an end behind the text's.
    private int LengthOf(Md.SourceSpan span) => Math.Min(span.Length, _source.Text.Length - _textOffset - span.Start);
}
