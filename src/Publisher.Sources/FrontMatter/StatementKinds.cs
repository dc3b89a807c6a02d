using Publisher.Model;

namespace Publisher.Sources.FrontMatter;

/// <summary>The names of the kinds of statement in German, English and French.</summary>
internal static class StatementKinds
{
    private static readonly (StatementKind Kind, string[] Names)[] Names =
    [
        (StatementKind.Statement, ["stellungnahme", "statement", "prise-de-position", "declaration"]),
        (StatementKind.PressRelease, ["pressemitteilung", "presseinformation", "press-release", "pressrelease", "communique-de-presse", "communique"]),
        (StatementKind.OpenLetter, ["offener-brief", "open-letter", "openletter", "lettre-ouverte"]),
        (StatementKind.PositionPaper, ["positionspapier", "position-paper", "positionpaper", "document-de-position", "note-de-position"]),
        (StatementKind.Handout, ["handout", "handreichung", "handzettel", "large-print-handout", "leaflet", "document-a-distribuer", "tract"]),
    ];

    /// <summary>What to write.</summary>
    public const string Remedy = "Write Stellungnahme, Pressemitteilung, Offener Brief, Positionspapier or Handout, or their English or French names.";

    /// <summary>The kind of a name; null if it is none.</summary>
    public static StatementKind? Of(string name)
    {
        var normalized = MetadataKey.Normalize(name);
        foreach (var (kind, names) in Names)
        {
            if (names.Contains(normalized, StringComparer.Ordinal))
            {
                return kind;
            }
        }

        return null;
    }
}
