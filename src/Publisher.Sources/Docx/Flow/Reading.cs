using System.Globalization;
using Publisher.Model;
using Publisher.Model.Corrections;
using Publisher.Model.Diagnostics;
using Publisher.Sources.Docx.Facts;
using Publisher.Sources.Docx.Looks;
using Publisher.Sources.Docx.Package;

namespace Publisher.Sources.Docx.Flow;

/// <summary>
/// What one reading of one file knows and gathers. Places count in the text as it would stand in a file of its own, a paragraph a line.
/// </summary>
internal sealed class Reading
{
    /// <summary>More of one kind tell a user nothing new, and a hostile file has a million.</summary>
    private const int MostDiagnosticsOfAKind = 100;

    private readonly List<Change> _changes = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<DiagnosticCode, int> _counts = [];

    public Reading(SourceFile file, WordPackage package, Element document)
    {
        (File, Package, Document) = (file, package, document);
        Relationships = package.RelationshipsOf(package.MainPart);
        Facts = StatementFacts.Read(package, Relationships.Values);
        KeepsLists = Facts is not null && !SavedByLibreOffice(package);
        Styles = new StyleTable(package.Read(PartOf("styles")), Facts);
        Numbering = new NumberingTable(package.Read(PartOf("numbering")));
        Anchors = new Anchors(document, Styles, Facts);
        Pictures = new Pictures(this);
        Comments = new Comments(this);
        Revisions = new Revisions(this);
        Notes = new Notes(this);
    }

    public SourceFile File { get; }

    public WordPackage Package { get; }

    public Element Document { get; }

    /// <summary>What the main part refers to.</summary>
    public IReadOnlyDictionary<string, Relationship> Relationships { get; }

    /// <summary>What one of our editions wrote beside the text; null if the document is of another origin.</summary>
    public StatementFacts? Facts { get; }

    /// <summary>True if one of our editions made the file, whoever edited it since.</summary>
    public bool IsOurs => Facts is not null;

    /// <summary>True if lists are told apart by their ids alone, as our edition writes and Word keeps them.</summary>
    public bool KeepsLists { get; }

    public StyleTable Styles { get; }

    public NumberingTable Numbering { get; }

    public Anchors Anchors { get; }

    public Pictures Pictures { get; }

    public Comments Comments { get; }

    public Revisions Revisions { get; }

    public Notes Notes { get; }

    /// <summary>BCP 47 tag of the text, against which parts in other languages are told.</summary>
    public string Language { get; set; } = "und";

    /// <summary>Tables read so far.</summary>
    public int Tables { get; set; }

    /// <summary>Addresses read so far that an extraction dropped.</summary>
    public List<LinkReference> LinkReferences { get; } = [];

    /// <summary>Where the next character stands.</summary>
    public int Offset { get; private set; }

    /// <summary>The line of the next character, from 1.</summary>
    public int Line { get; private set; } = 1;

    private int LineStart { get; set; }

    /// <summary>The changes in source order.</summary>
    public ValueList<Change> Changes => _changes.OrderBy(change => change.Span.IsKnown ? change.Span.Offset : int.MaxValue).ToValueList();

    /// <summary>The diagnostics in source order.</summary>
    public ValueList<Diagnostic> Diagnostics => _diagnostics.OrderBy(diagnostic => diagnostic.Span.IsKnown ? diagnostic.Span.Offset : -1).ToValueList();

    /// <summary>The name of the part that the main part refers to by a type; null if there is none.</summary>
    public string? PartOf(string type) => Relationships.Values.FirstOrDefault(relationship => relationship.Type == type && !relationship.IsExternal)?.Target;

    /// <summary>The place of the next characters.</summary>
    public SourceSpan Here(int length) => new(Offset, length, Line, Offset - LineStart + 1);

    /// <summary>Takes the place of some characters.</summary>
    public SourceSpan Take(int length)
    {
        var span = Here(length);
        Offset += length;
        return span;
    }

    /// <summary>Ends a line.</summary>
    public void NextLine()
    {
        Offset++;
        Line++;
        LineStart = Offset;
    }

    public void Report(DiagnosticCode code, DiagnosticSeverity severity, SourceSpan span, string message, string remedy) =>
        Report(new Diagnostic(code, severity, message, remedy) { Span = span });

    public void Report(Diagnostic diagnostic)
    {
        _counts[diagnostic.Code] = _counts.GetValueOrDefault(diagnostic.Code) + 1;
        if (_counts[diagnostic.Code] <= MostDiagnosticsOfAKind || diagnostic.Code == DiagnosticCode.EditorComment)
        {
            _diagnostics.Add(diagnostic);
        }
    }

    public void ReportMissingTarget(SourceSpan span) => Report(
        DiagnosticCode.LinkTargetMissing, DiagnosticSeverity.Warning, span, "A link inside the document leads to no heading; its text was kept.", "Let it lead to a heading.");

    /// <summary>Records that something of the source does not stand in the text.</summary>
    public void Removed(string original, SourceSpan span, string rule = CorrectionRules.Markup)
    {
        if (!string.IsNullOrWhiteSpace(original))
        {
            _changes.Add(new Change(original, "", rule) { Span = span });
        }
    }

    private static bool SavedByLibreOffice(WordPackage package) =>
        package.RelationshipsOf("").Values.FirstOrDefault(relationship => relationship is { Type: "extended-properties", IsExternal: false }) is { } properties
        && package.Read(properties.Target)?.Descendants().Any(element => element.Text.StartsWith("LibreOffice", StringComparison.Ordinal)) == true;

    /// <summary>A number of the text, in figures.</summary>
    public static string Figures(int number) => number.ToString(CultureInfo.InvariantCulture);
}
