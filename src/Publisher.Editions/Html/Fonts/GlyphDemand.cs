using System.Text;
using Publisher.Templates;
using Publisher.Templates.Fonts;

namespace Publisher.Editions.Html.Fonts;

/// <summary>Notes which characters are set in which font file, so that each can be subset to what the page shows.</summary>
/// <param name="template">Its fonts and styles.</param>
/// <param name="isWanted">False if no font is embedded: then nothing is noted.</param>
internal sealed class GlyphDemand(Template template, bool isWanted)
{
    private readonly Dictionary<TextFace, FontUse?> _known = [];
    private readonly List<FontUse> _uses = [];

    /// <summary>The font files in use, in the order of their first use.</summary>
    public IReadOnlyList<FontUse> Uses => _uses;

    /// <summary>Notes a text.</summary>
    public void Add(in TextFace face, ReadOnlySpan<char> text)
    {
        if (!isWanted || UseOf(face) is not { } use)
        {
            return;
        }

        use.Characters.Add(text);
        if (face.Capitals)
        {
            Capitalise(text, use.Characters);
        }
    }

    private static void Capitalise(ReadOnlySpan<char> text, CharacterSet characters)
    {
        Span<char> capital = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            characters.Add(capital[..Rune.ToUpperInvariant(rune).EncodeToUtf16(capital)]);
            if (rune.Value == 'ß')
            {
                // CSS Text 3, 2.1: text-transform turns ß into SS.
                characters.Add("S");
            }
        }
    }

    private FontUse? UseOf(in TextFace face)
    {
        if (_known.TryGetValue(face, out var known))
        {
            return known;
        }

        var use = FaceSelection.Choose(template.Fonts, face) is { } file ? UseOf(file) : null;
        foreach (var feature in face.Features)
        {
            use?.Features.Add(feature);
        }

        _known.Add(face, use);
        return use;
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
    // Basic Latin to Latin Extended-A, and the marks of General Punctuation.
    private static readonly string Latin = string.Concat(
        Enumerable.Range(' ', 0x180 - ' ').Concat(Enumerable.Range(0x2010, 0x30)).Select(c => (char)c));

    /// <summary>The characters.</summary>
    public CharacterSet Characters { get; } = new();

    /// <summary>OpenType features beyond those every text is set with.</summary>
    public SortedSet<string> Features { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds what texts in Latin letters need, so that the pages of a site share one file.</summary>
    public void AddLatin() => Characters.Add(Latin);
}
