using System.Collections.Immutable;

using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Templates.Fonts;
using Publisher.Typesetting.Fonts;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>
/// The template's fonts as faces, each made when first needed and at most once. Faces keep buffers, so each document has a library
/// of its own.
/// </summary>
internal sealed class FontLibrary : IDisposable
{
    private readonly ValueList<FontFile> _files;
    private readonly Lazy<FontFace>[] _faces;
    private readonly List<Diagnostic> _diagnostics;
    private readonly HashSet<string> _reported = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Family, int Weight, bool Italic), FontStack> _stacks = [];

    /// <summary>Opens the fonts of a template.</summary>
    /// <exception cref="PublisherException">There is no font at all.</exception>
    public FontLibrary(ValueList<FontFile> files, List<Diagnostic> diagnostics)
    {
        if (files.IsEmpty)
        {
            throw new PublisherException(
                null,
                0,
                "The template has no fonts, so no PDF can be set.",
                "Put OpenType or TrueType fonts into the template's folder fonts.");
        }

        _files = files;
        _diagnostics = diagnostics;
        _faces = [.. files.AsSpan().ToArray().Select(f => new Lazy<FontFace>(() => Open(f)))];
    }

    /// <summary>Whether the template has a family.</summary>
    public bool Has(string family) => _files.Any(file => string.Equals(file.Family, family, StringComparison.OrdinalIgnoreCase));

    /// <summary>The face closest to what a style asks for, with all other families as last resorts.</summary>
    public FontStack StackFor(string family, int weight, bool italic)
    {
        if (_stacks.TryGetValue((family, weight, italic), out var stack))
            return stack;

        var order = OrderFor(family, weight, italic);
        if (!string.Equals(_files[order[0]].Family, family, StringComparison.OrdinalIgnoreCase) && _reported.Add(family))
        {
            _diagnostics.Add(new Diagnostic(
                DiagnosticCode.FontMissing,
                DiagnosticSeverity.Warning,
                $"The font family \"{family}\" is not at hand; \"{_files[order[0]].Family}\" is used.",
                "Put the family's font files into the template's folder fonts."));
        }

        stack = new FontStack([.. order.Select(i => _faces[i])]);
        _stacks.Add((family, weight, italic), stack);
        return stack;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var face in _faces)
        {
            if (face.IsValueCreated)
                face.Value.Dispose();
        }
    }

    // The family's best face, then the best face of each other family in the template's order.
    private ImmutableArray<int> OrderFor(string family, int weight, bool italic)
    {
        var best = new List<int>();
        for (var i = 0; i < _files.Count; i++)
        {
            var same = best.FindIndex(b => string.Equals(_files[b].Family, _files[i].Family, StringComparison.OrdinalIgnoreCase));
            if (same < 0)
                best.Add(i);
            else if (DistanceOf(_files[i], weight, italic) < DistanceOf(_files[best[same]], weight, italic))
                best[same] = i;
        }

        return [.. best.OrderBy(i => string.Equals(_files[i].Family, family, StringComparison.OrdinalIgnoreCase) ? 0 : 1)];
    }

    // A wrong slope is worse than any wrong weight.
    private static int DistanceOf(FontFile file, int weight, bool italic) =>
        Math.Abs(file.Weight - weight) + (file.Italic == italic ? 0 : 10_000);

    private FontFace Open(FontFile file)
    {
        try
        {
            var face = FontFace.FromBytes(file.Content);
            if (!face.Embedding.HasFlag(EmbeddingPermission.Restricted) && !face.Embedding.HasFlag(EmbeddingPermission.BitmapsOnly))
                return face;
            face.Dispose();
        }
        catch (FontException exception)
        {
            throw new PublisherException(
                null,
                0,
                $"The font \"{file.Family}\" cannot be read: {exception.Message}",
                "Replace its file in the template's folder fonts.",
                exception);
        }

        throw new PublisherException(
            null,
            0,
            $"The font \"{file.Family}\" forbids embedding, which a PDF for the archive needs.",
            "Choose a font whose licence permits embedding.");
    }
}
