using System.Collections.Immutable;

using Publisher.Editions.Pdf.Drawing;
using Publisher.Editions.Pictures.Vectors;
using Publisher.Typesetting;
using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Fonts;
using Publisher.Typesetting.Frames;
using Publisher.Typesetting.Paragraphs;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>Sets the lines of text of a picture with the template's fonts.</summary>
internal sealed class PictureTextSetter(StyleBook styles, string language)
{
    // Wider than any line of a picture, so that none is broken.
    private static readonly Typesetting.Length Measure = Typesetting.Length.FromPoints(1e6);

    private const double SmallestSize = 0.01;

    private readonly WordStore _words = new(HyphenationCatalogue.Empty);
    private readonly List<MissingGlyph> _missing = [];

    /// <summary>Characters no font has.</summary>
    public IReadOnlyList<MissingGlyph> Missing => _missing;

    /// <summary>Sets all lines.</summary>
    /// <param name="picture">The picture.</param>
    /// <returns>The glyphs of each line that is large enough to be seen.</returns>
    public IReadOnlyDictionary<VectorText, SetText> Set(VectorPicture picture)
    {
        var set = new Dictionary<VectorText, SetText>(ReferenceEqualityComparer.Instance);
        var chunk = new List<VectorText>();
        foreach (var text in TextsOf(picture.Root))
        {
            if (!text.Continues)
                SetChunk(chunk, picture, set);
            chunk.Add(text);
        }

        SetChunk(chunk, picture, set);
        return set;
    }

    private static IEnumerable<VectorText> TextsOf(VectorMark mark) => mark switch
    {
        VectorText text => [text],
        VectorGroup group => group.Marks.SelectMany(TextsOf),
        _ => [],
    };

    // The parts of a chunk follow one another, and its anchor is that of the whole (SVG 2, 11.10.2.2).
    private void SetChunk(List<VectorText> chunk, VectorPicture picture, Dictionary<VectorText, SetText> into)
    {
        var scale = VectorFile.ScaleOf(picture);
        var lines = new List<(VectorText Text, ImmutableArray<GlyphRun> Runs, double X)>();
        var width = 0.0;
        foreach (var text in chunk)
        {
            var unit = SetText.UnitOf(text, scale);
            if (text.Continues)
                width += text.Start.X * unit;
            var runs = Set(text, text.Font.Size * unit);
            lines.Add((text, runs, width));
            width += runs.Sum(run => run.Width.Points);
        }

        foreach (var (text, runs, x) in lines)
        {
            var shift = new Typesetting.Length(x - (width * chunk[0].Font.Anchor));
            var start = text.Continues ? chunk[0].Start with { Y = chunk[0].Start.Y + text.Start.Y } : text.Start;
            into[text] = new SetText(start, [.. runs.Select(run => run with { X = run.X + shift })]);
        }

        chunk.Clear();
    }

    private ImmutableArray<GlyphRun> Set(VectorText text, double size)
    {
        if (!(size >= SmallestSize && double.IsFinite(size)))
            return [];

        var style = styles.PictureText(text.Font, Typesetting.Length.FromPoints(size), language);
        var paragraph = new FlowParagraph(
            [new TextRun(text.Text, style, StructureId.None)],
            new ParagraphStyle { Strut = style, Leading = style.Size, PreserveSpaces = true });
        var design = new PageDesign
        {
            Width = Measure,
            Height = style.Size * 3,
            MarginTop = default,
            MarginBottom = default,
            MarginLeft = default,
            MarginRight = default,
        };
        var pages = Typesetter.Set([paragraph], design, _words);
        _missing.AddRange(pages.MissingGlyphs);
        var runs = pages.Pages[0].Frames.OfType<GlyphRun>().ToArray();

        // A line from right to left stands at the other end of the measure.
        var left = runs.Length > 0 ? runs.Min(run => run.X.Points) : 0;
        return [.. runs.Select(run => run with { X = new Typesetting.Length(run.X.Points - left) })];
    }
}
