using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Typesetting.Fonts;

namespace Publisher.Editions.Pdf;

/// <summary>Says which characters no font has, and where the first of them stands.</summary>
internal static class MissingGlyphReport
{
    // A text in a script that no font has would fill the screen.
    private const int MostNamed = 12;

    /// <summary>The message; null if every character has a glyph.</summary>
    public static Diagnostic? Of(IReadOnlyList<MissingGlyph> missing, Document document)
    {
        var characters = missing.Select(m => m.Character).Distinct(StringComparer.Ordinal).ToArray();
        if (characters.Length == 0)
            return null;

        var names = string.Join(", ", characters.Take(MostNamed).Select(NameOf));
        var more = characters.Length > MostNamed ? FormattableString.Invariant($" and {characters.Length - MostNamed} more") : "";
        return new Diagnostic(
            DiagnosticCode.GlyphMissing,
            DiagnosticSeverity.Warning,
            characters.Length == 1
                ? $"No font has the character {names}; a substitute is printed."
                : $"No font has the characters {names}{more}; substitutes are printed.",
            "Name a folder with fonts that have them with --fonts, or add the fonts to the template.")
        {
            Span = PlaceOf(characters[0], document),
        };
    }

    private static string NameOf(string character) =>
        $"{character} ({string.Join(" ", character.EnumerateRunes().Select(r => $"U+{r.Value:X4}"))})";

    private static SourceSpan PlaceOf(string character, Document document) =>
        InlineWalk.Of(document).FirstOrDefault(inline => TextOf(inline)?.Contains(character, StringComparison.Ordinal) is true)?.Span ?? SourceSpan.None;

    private static string? TextOf(Inline inline) => inline switch
    {
        Text text => text.Value,
        Code code => code.Value,
        Correction correction => correction.Replacement,
        _ => null,
    };
}
