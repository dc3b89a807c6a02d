using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Publisher.Editions.Docx.Flow;
using Publisher.Model.Diagnostics;
using Publisher.Templates.Fonts;

namespace Publisher.Editions.Docx.Looks;

/// <summary>The embedded form of the fonts of templates. Safe to use from several threads.</summary>
/// <remarks>
/// PERF: a face takes 3 ms to cut down and pack, and is the same for most statements of a batch: once is enough. They live as long
/// as their template does.
/// </remarks>
internal sealed class FontShelf
{
    // A batch of statements in one house is written in few scripts; beyond this the memory is worth more.
    private const int MostSubsets = 32;

    private readonly ConditionalWeakTable<FontFile, ConcurrentDictionary<string, Lazy<EmbeddedFont?>>> _fonts = [];

    /// <summary>The files of some faces, each once.</summary>
    /// <param name="file">What is written.</param>
    /// <param name="faces">The faces; one that the template has no file for is left out.</param>
    public List<(FontFile File, EmbeddedFont Font)> Find(FileContext file, IEnumerable<WordFace> faces)
    {
        var found = new List<(FontFile, EmbeddedFont)>();
        foreach (var face in faces)
        {
            if (face.FileOrNull(file.Request.Template.Fonts) is not { } font)
            {
                continue;
            }

            if (Embed(font, file) is { } embedded)
            {
                found.Add((font, embedded));
            }
            else
            {
                file.Diagnostics.Add(new Diagnostic(
                    DiagnosticCode.FontNotEmbeddable,
                    DiagnosticSeverity.Warning,
                    $"The font \"{face}\" may not be embedded in a document that is edited.",
                    "Use a font whose licence allows it, or switch embed-fonts off for the edition."));
            }
        }

        return found;
    }

    private EmbeddedFont? Embed(FontFile font, FileContext file)
    {
        var known = _fonts.GetOrCreateValue(font);
        var key = file.Characters.Key;
        if (!known.TryGetValue(key, out var embedded))
        {
            embedded = new Lazy<EmbeddedFont?>(() => EmbeddedFont.Of(font, file.Characters));
            if (known.Count < MostSubsets)
            {
                embedded = known.GetOrAdd(key, embedded);
            }
        }

        return embedded.Value;
    }
}
