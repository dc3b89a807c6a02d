using System.Collections.Immutable;

using Publisher.Editions.Fonts;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Templates.Fonts;
using Publisher.Typesetting.Fonts;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>
/// The template's fonts as faces, each made when first needed and at most once. Faces keep buffers, so a library belongs to one thread at
/// a time.
/// </summary>
internal sealed class FontLibrary : IDisposable
{
    private readonly ValueList<FontFile> _files;
    private readonly Lazy<Opened>[] _faces;
    private readonly List<Diagnostic> _complaints = [];
    private readonly HashSet<string> _reported = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Family, int Weight, bool Italic), FontStack> _stacks = [];

    /// <summary>Opens the fonts of a template.</summary>
    /// <exception cref="PublisherException">There is no font at all.</exception>
    public FontLibrary(ValueList<FontFile> files)
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
        _faces = [.. files.AsSpan().ToArray().Select(f => new Lazy<Opened>(() => Open(f)))];
    }

    /// <summary>Whether the template has a family.</summary>
    public bool Has(string family) => _files.Any(file => string.Equals(file.Family, family, StringComparison.OrdinalIgnoreCase));

    /// <summary>What was wrong with fonts that were asked for.</summary>
    public IReadOnlyList<Diagnostic> Complaints => _complaints;

    /// <summary>The face closest to what a style asks for, with all other families as last resorts.</summary>
    /// <exception cref="PublisherException">The face cannot be used.</exception>
    public FontStack StackFor(string family, int weight, bool italic)
    {
        if (_stacks.TryGetValue((family, weight, italic), out var stack))
            return stack;

        var order = OrderFor(family, weight, italic);
        if (!string.Equals(_files[order[0]].Family, family, StringComparison.OrdinalIgnoreCase) && _reported.Add(family))
        {
            _complaints.Add(new Diagnostic(
                DiagnosticCode.FontMissing,
                DiagnosticSeverity.Warning,
                $"The font family \"{family}\" is not at hand; \"{_files[order[0]].Family}\" is used.",
                "Put the family's font files into the template's folder fonts."));
        }

        stack = new FontStack(_faces[order[0]].Value.Get(), [.. order.Skip(1).Select(i => new Lazy<FontFace?>(() => LastResort(i)))]);
        _stacks.Add((family, weight, italic), stack);
        return stack;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var face in _faces)
        {
            if (face.IsValueCreated)
                face.Value.Face?.Dispose();
        }
    }

    // The family's best face, then the best face of each other family in the template's order.
    private ImmutableArray<int> OrderFor(string family, int weight, bool italic)
    {
        var best = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var families = new List<string>();
        for (var i = 0; i < _files.Count; i++)
        {
            var file = _files[i];
            if (!best.TryGetValue(file.Family, out var known))
                families.Add(file.Family);
            else if (DistanceOf(file, weight, italic) >= DistanceOf(_files[known], weight, italic))
                continue;
            best[file.Family] = i;
        }

        return [.. families.OrderBy(f => string.Equals(f, family, StringComparison.OrdinalIgnoreCase) ? 0 : 1).Select(f => best[f])];
    }

    // A wrong slope is worse than any wrong weight.
    private static int DistanceOf(FontFile file, int weight, bool italic) =>
        Math.Abs(file.Weight - weight) + (file.Italic == italic ? 0 : 10_000);

    // What cannot be used is passed over, but not in silence: the character it was asked for may lack a glyph for that.
    private FontFace? LastResort(int index)
    {
        var (face, problem) = _faces[index].Value;
        if (problem is not null && _reported.Add(_files[index].Name))
            _complaints.Add(new Diagnostic(DiagnosticCode.FontMissing, DiagnosticSeverity.Warning, problem.Message, problem.Remedy) { File = problem.File });
        return face;
    }

    private static Opened Open(FontFile file)
    {
        try
        {
            var face = file.Open();
            if (FontFiles.ProblemOf(face) is not { } problem)
                return new Opened(face, null);
            face.Dispose();
            return new Opened(null, new PublisherException(file.Name, 0, $"The font \"{file.Family}\" {problem.What}", problem.Remedy));
        }
        catch (FontException exception)
        {
            return new Opened(null, new PublisherException(
                file.Name, 0, $"The font \"{file.Family}\" cannot be read: {exception.Message}", "Replace its file.", exception));
        }
    }

    private sealed record Opened(FontFace? Face, PublisherException? Problem)
    {
        public FontFace Get() => Face ?? throw Problem!;
    }
}
