using Publisher.Editions.Html.Fonts;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Model.Words;
using Publisher.Templates.Labels;
using Publisher.Templates.Styles;
using Publisher.Templates.Surroundings;

namespace Publisher.Editions.Html;

/// <summary>What the parts of one page share while it is written; used by one thread.</summary>
internal sealed class HtmlPage
{
    private readonly Dictionary<string, int> _noteNumbers;
    private readonly Dictionary<string, Resource> _resources;
    private readonly HashSet<string> _headingIds;
    private readonly Dictionary<string, int> _marksOfNote = new(StringComparer.Ordinal);

    public HtmlPage(EditionRequest request)
    {
        Request = request;
        Document = request.Document;
        Locale = request.Template.LocaleFor(Document.Metadata.Language);
        Surround = request.Template.SurroundFor(Document, request.Edition);
        Language = Document.Metadata.Language == "und" ? Locale.Language : Document.Metadata.Language;
        Demand = new GlyphDemand(request.Template, request.Edition.EmbedFonts && !request.Fragment);
        Title = TitleOf(this);
        Assets = request.Assets == AssetPlacement.Linked ? new AssetFiles() : null;
        if (!Document.Metadata.Abbreviations.IsEmpty)
        {
            Show(PageParts.Abbreviations);
        }

        WebAddress = Address.WebOrNull(Document.Metadata.WebAddress) ?? Address.WebOrNull(request.WebAddress);
        _noteNumbers = new Dictionary<string, int>(Document.Footnotes.Count, StringComparer.Ordinal);
        foreach (var note in Document.Footnotes)
        {
            _noteNumbers.TryAdd(note.Id, _noteNumbers.Count + 1);
        }

        _resources = new Dictionary<string, Resource>(Document.Resources.Count, StringComparer.Ordinal);
        foreach (var resource in Document.Resources)
        {
            _resources.TryAdd(resource.Name, resource);
        }

        _headingIds = HeadingIds.Of(Document);
    }

    public EditionRequest Request { get; }

    public Document Document { get; }

    public Locale Locale { get; }

    public Surround Surround { get; }

    /// <summary>BCP 47 tag for the whole page: WCAG 2.2, 3.1.1 wants one, so an unknown language counts as the template's.</summary>
    public string Language { get; }

    /// <summary>The language of labels and surrounding text where it is not the statement's; else null.</summary>
    public string? FurnitureLanguage => Primary(Locale.Language) == Primary(Language) ? null : Locale.Language;

    /// <summary>The statement's title as plain text, or what stands for it; never empty.</summary>
    public string Title { get; }

    /// <summary>Where the page stands on the web, by its own word or by that of who publishes it; null if not known.</summary>
    public string? WebAddress { get; }

    /// <summary>Relative address of a feed that says what is new here; null if there is none.</summary>
    public string? Feed { get; init; }

    /// <summary>True for an index of statements.</summary>
    public bool IsCollection { get; init; }

    /// <summary>Which characters each font must have.</summary>
    public GlyphDemand Demand { get; }

    /// <summary>Divides words; null if browsers are to do that by themselves.</summary>
    public SoftHyphens? SoftHyphens { get; init; }

    /// <summary>The files beside the page; null if everything stands in the page itself.</summary>
    public AssetFiles? Assets { get; }

    /// <summary>What is shown so far.</summary>
    public PageUse Use { get; private set; }

    /// <summary>The counters that lists of the page need, by the names of their classes.</summary>
    public SortedSet<string> Counters { get; } = new(StringComparer.Ordinal);

    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>True for scripts that run from right to left.</summary>
    public static bool IsRightToLeft(string language) => Primary(language) is "ar" or "arc" or "ckb" or "dv" or "fa" or "he" or "ku" or "ps" or "ur" or "yi";

    /// <summary>The number of a note, 1 or more; 0 if there is no such note.</summary>
    public int NumberOf(string noteId) => _noteNumbers.GetValueOrDefault(noteId);

    /// <summary>Counts one more mark of a note; 1 for the first.</summary>
    public int NextMark(string noteId) => _marksOfNote[noteId] = MarksOf(noteId) + 1;

    /// <summary>How many marks of a note have been written.</summary>
    public int MarksOf(string noteId) => _marksOfNote.GetValueOrDefault(noteId);

    /// <summary>The file an image names; null if there is none.</summary>
    public Resource? ResourceOf(string name) => _resources.GetValueOrDefault(name);

    /// <summary>True if a heading of the document has this name.</summary>
    public bool HasHeading(string id) => _headingIds.Contains(id);

    /// <summary>Notes that text of a role is shown.</summary>
    public void Show(StyleRole role) => Use = Use.With(role);

    /// <summary>Notes that a part is shown.</summary>
    public void Show(PageParts part) => Use = Use.With(part);

    /// <summary>Reports something once.</summary>
    public void Report(DiagnosticCode code, DiagnosticSeverity severity, string message, string remedy, SourceSpan span)
    {
        var diagnostic = new Diagnostic(code, severity, message, remedy) { Span = span };
        if (!Diagnostics.Contains(diagnostic))
        {
            Diagnostics.Add(diagnostic);
        }
    }

    private static string TitleOf(HtmlPage page)
    {
        var metadata = page.Document.Metadata;
        var title = PlainText.Of(page.Surround.TitleBlock.Title).ReplaceLineEndings(" ").Trim();
        if (title.Length > 0)
        {
            return title;
        }

        var kind = page.Locale.NameOf(metadata.Kind ?? StatementKind.Statement);
        return metadata.Organisation is { Length: > 0 } sender ? $"{kind} – {sender}" : kind;
    }

    private static string Primary(string language)
    {
        var hyphen = language.IndexOf('-', StringComparison.Ordinal);
        return hyphen < 0 ? language : language[..hyphen];
    }
}
