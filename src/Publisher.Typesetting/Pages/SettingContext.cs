using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Fonts;
using Publisher.Typesetting.Frames;
using Publisher.Typesetting.Paragraphs;

namespace Publisher.Typesetting.Pages;

/// <summary>What one run of the setting shares: shaped words, known references, complaints.</summary>
internal sealed class SettingContext(WordStore words)
{
    // Printed while a reference's value is not known yet; two digits, as most documents have.
    private const string Unknown = "00";

    private readonly HashSet<MissingGlyph> _missingSeen = [];
    private readonly HashSet<StructureId> _overfullSeen = [];

    /// <summary>Values of references by what they ask for; filled from the pages of the pass before.</summary>
    public Dictionary<Reference, string> References { get; } = [];

    /// <summary>Whether a reference was printed whose value was not known or may change.</summary>
    public bool HasReferences { get; set; }

    /// <summary>What frames set from now on are, if no content.</summary>
    public ArtifactKind Artifact { get; set; }

    public List<MissingGlyph> Missing { get; } = [];

    public List<StructureId> Overfull { get; } = [];

    /// <summary>What a frame with a given mark is: marked content of a header is content, such as a letterhead.</summary>
    public ArtifactKind ArtifactOf(StructureId structure) =>
        Artifact == ArtifactKind.Repetition || structure == StructureId.None ? Artifact : ArtifactKind.None;

    /// <summary>What a rule, bar or underline is.</summary>
    public ArtifactKind ArtifactOfLayout => Artifact == ArtifactKind.None ? ArtifactKind.Layout : Artifact;

    public StyleShaper ShaperOf(TextStyle style) => words.ShaperOf(style);

    public string Resolve(Reference reference)
    {
        HasReferences = true;
        return References.GetValueOrDefault(reference) ?? (reference.Kind == ReferenceKind.Section ? "" : Unknown);
    }

    public void ReportMissing(string character, StructureId structure)
    {
        var missing = new MissingGlyph(character, structure);
        if (_missingSeen.Add(missing))
            Missing.Add(missing);
    }

    public void ReportOverfull(StructureId structure)
    {
        if (_overfullSeen.Add(structure))
            Overfull.Add(structure);
    }
}
