using System.Collections.Immutable;
using System.Globalization;

using Publisher.Editions.Pdf.Objects;
using Publisher.Typesetting.Fonts;
using Publisher.Typesetting.Frames;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>The faces that pages use, in the order of first use, with their glyphs and new glyph ids.</summary>
internal sealed class FontRegister
{
    private readonly Dictionary<FontFace, FontUsage> _byFace = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FontFace, FontSubset> _subsets = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FontFace, PdfReference> _references = new(ReferenceEqualityComparer.Instance);
    private readonly List<FontUsage> _usages = [];

    private FontRegister()
    {
    }

    /// <summary>Reads what all pages use and subsets the faces.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="inPictures">What pictures of the pages use besides.</param>
    public static FontRegister Of(ImmutableArray<Page> pages, IEnumerable<GlyphRun> inPictures)
    {
        var register = new FontRegister();
        foreach (var page in pages)
        {
            foreach (var frame in page.Frames)
            {
                if (frame is GlyphRun run)
                    register.Add(run);
            }
        }

        foreach (var run in inPictures)
            register.Add(run);
        foreach (var usage in register._usages)
        {
            var subset = SubsetOf(usage);
            usage.NumberGlyphs(subset);
            register._subsets.Add(usage.Face, subset);
        }

        return register;
    }

    public FontUsage UsageOf(FontFace face) => _byFace[face];

    public FontSubset SubsetOf(FontFace face) => _subsets[face];

    /// <summary>The object of a face, once it is written.</summary>
    public PdfReference ReferenceOf(FontFace face) => _references[face];

    /// <summary>Writes all faces.</summary>
    /// <returns>Names and objects for the resources of pages.</returns>
    public IReadOnlyList<(string Name, PdfReference Reference)> Write(PdfFile file)
    {
        foreach (var usage in _usages)
            _references.Add(usage.Face, FontObject.Write(file, usage, SubsetOf(usage.Face)));
        return [.. _usages.Select(usage => (usage.ResourceName, ReferenceOf(usage.Face)))];
    }

    // A face that must not be cut down goes in whole, glyph ids as they are.
    private static FontSubset SubsetOf(FontUsage usage) =>
        usage.Face.Embedding.HasFlag(EmbeddingPermission.NoSubsetting)
            ? usage.Face.Subset([.. Enumerable.Range(0, usage.Face.GlyphCount)])
            : usage.Face.Subset([.. usage.Glyphs]);

    private void Add(GlyphRun run)
    {
        if (!_byFace.TryGetValue(run.Face, out var usage))
        {
            usage = new FontUsage(run.Face, "F" + _usages.Count.ToString(CultureInfo.InvariantCulture));
            _byFace.Add(run.Face, usage);
            _usages.Add(usage);
        }

        var clusters = new ClusterReader(run);
        while (clusters.Read())
            Add(usage, run, clusters);
    }

    private static void Add(FontUsage usage, GlyphRun run, ClusterReader cluster)
    {
        var count = cluster.End - cluster.Start;
        var isDirect = count == cluster.Text.Length;
        for (var i = 0; i < count; i++)
        {
            var glyph = run.Glyphs[cluster.Start + i];
            if (cluster.Text.IsEmpty && !glyph.IsSubstitute)
            {
                usage.UseToDivide(glyph.Id);
                continue;
            }

            if (usage.SpeaksFor(glyph.Id, isDirect ? cluster.Text.Slice(i, 1) : cluster.Text))
                continue;
            var text = glyph.IsSubstitute ? "\uFFFD"
                : isDirect ? ShownCharacter(usage, glyph.Id, cluster.Text[i])
                : count > 1 && usage.Face.CharacterIn(cluster.Text, glyph.Id) is { } character ? character
                : cluster.Text.ToString();
            usage.Use(glyph.Id, text);
        }
    }

    // A small letter shown as a capital: the glyph is the capital's, whoever asks later.
    private static string ShownCharacter(FontUsage usage, int glyph, char c)
    {
        var capital = char.ToUpperInvariant(c);
        return (capital != c && usage.Face.GlyphOf(capital) == glyph ? capital : c).ToString();
    }
}
