using System.Text;
using Publisher.Templates;
using Publisher.Templates.Fonts;

namespace Publisher.Editions.Html.Fonts;

/// <summary>Notes which characters are set in which font file, so that each can be subset to what the page shows.</summary>
/// <param name="template">Its fonts and styles.</param>
/// <param name="isWanted">False if no font is embedded: then nothing is noted.</param>
internal sealed class GlyphDemand(Template template, bool isWanted)
{
    private readonly List<FontUse> _uses = [];

    /// <summary>The font files in use, in the order of their first use.</summary>
    public IReadOnlyList<FontUse> Uses => _uses;

    /// <summary>Notes a text.</summary>
    public void Add(in TextFace face, ReadOnlySpan<char> text)
    {
        if (!isWanted || FaceSelection.Choose(template.Fonts, face) is not { } file)
        {
            return;
        }

        var use = UseOf(file);
        foreach (var rune in text.EnumerateRunes())
        {
            use.Characters.Add(rune.Value);
            if (face.Capitals)
            {
                Capitalise(rune, use.Characters);
            }
        }

        foreach (var feature in face.Features)
        {
            use.Features.Add(feature);
        }
    }

    private static void Capitalise(Rune rune, SortedSet<int> characters)
    {
        characters.Add(Rune.ToUpperInvariant(rune).Value);
        if (rune.Value == 'ß')
        {
            // CSS Text 3, 2.1: text-transform turns ß into SS.
            characters.Add('S');
        }
    }

    private FontUse UseOf(FontFile file)
    {
        foreach (var use in _uses)
        {
            if (ReferenceEquals(use.File, file))
            {
                return use;
            }
        }

        _uses.Add(new FontUse(file));
        return _uses[^1];
    }
}

/// <summary>What a page needs of a font file.</summary>
/// <param name="File">The file.</param>
internal sealed record FontUse(FontFile File)
{
    /// <summary>Unicode scalar values.</summary>
    public SortedSet<int> Characters { get; } = [];

    /// <summary>
    /// Adds what texts in Latin letters need, so that the pages of a site share one file: Basic Latin to Latin Extended-A, and the marks of
    /// General Punctuation.
    /// </summary>
    public void AddSharedCharacters()
    {
        const int EndOfLatin = 0x180;
        const int FirstMark = 0x2010;
        const int Marks = 0x30;
        Characters.UnionWith(Enumerable.Range(' ', EndOfLatin - ' ').Concat(Enumerable.Range(FirstMark, Marks)));
    }

    /// <summary>OpenType features beyond those every text is set with.</summary>
    public SortedSet<string> Features { get; } = new(StringComparer.Ordinal);
}
