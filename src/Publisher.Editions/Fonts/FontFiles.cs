using System.Collections.Immutable;
using Publisher.Model;
using Publisher.Templates.Fonts;
using Publisher.Typesetting.Fonts;

namespace Publisher.Editions.Fonts;

/// <summary>Font files as every edition opens them.</summary>
public static class FontFiles
{
    private const string Weight = "wght";
    private const string Italic = "ital";
    private const string Slant = "slnt";

    // Degrees clockwise are negative; a font goes as far as its axis does.
    private const float FullSlant = -90;

    private static readonly int[] Weights = [100, 200, 300, 400, 500, 600, 700, 800, 900];

    /// <summary>Opens a face; of a variable font, the place for its weight and slope.</summary>
    /// <exception cref="FontException">The file is no font, or is damaged.</exception>
    internal static FontFace Open(this FontFile file)
    {
        ImmutableArray<FontVariation> upright = [new FontVariation(Weight, file.Weight)];
        return FontFace.FromBytes(
            file.Content,
            file.Index,
            file.Italic ? [.. upright, new FontVariation(Italic, 1), new FontVariation(Slant, FullSlant)] : upright);
    }

    /// <summary>The faces a file holds: those of a collection, and of a variable font one for each weight, upright and slanted.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <exception cref="PublisherException">It is no font, is damaged, or must not be embedded.</exception>
    public static ValueList<FontName> NamesIn(ReadOnlyMemory<byte> content)
    {
        var names = new List<FontName>();
        var count = Math.Max(1, FontFace.CountIn(content));
        for (var i = 0; i < count; i++)
        {
            try
            {
                using var face = FontFace.FromBytes(content, i);
                if (ProblemOf(face) is { } problem)
                    throw new PublisherException(null, 0, "This font " + problem.What, problem.Remedy);
                names.AddRange(NamesOf(face, i));
            }
            catch (FontException damage)
            {
                throw new PublisherException(null, 0, damage.Message, "Replace the file, or take it out of the folder.", damage);
            }
        }

        return names.ToValueList();
    }

    /// <summary>Why a face cannot be in a PDF, as the end of a sentence; null if it can.</summary>
    internal static (string What, string Remedy)? ProblemOf(FontFace face) =>
        face.ForbidsEmbedding ? ("forbids embedding, which a PDF for the archive needs.", "Choose a font whose licence permits embedding.")
        : face.IsVariableCff ? ("is a variable font with CFF2 outlines, which no PDF can hold.", "Use the TrueType form of the variable font, or its static .otf files.")
        : null;

    private static IEnumerable<FontName> NamesOf(FontFace face, int index)
    {
        var slopes = face.IsItalic ? [true]
            : face.Axes.Any(axis => (axis.Tag == Italic && axis.Most > 0) || (axis.Tag == Slant && axis.Least < 0)) ? new[] { false, true }
            : [false];
        var axis = face.Axes.FirstOrDefault(axis => axis.Tag == Weight);
        int[] weights = axis.Tag is null ? [] : [.. Weights.Where(weight => weight >= axis.Least && weight <= axis.Most)];
        return slopes.SelectMany(
            slope => weights.DefaultIfEmpty(face.Metrics.Weight), (slope, weight) => new FontName(face.FamilyName, weight, slope, index));
    }
}
