using Publisher.Templates;
using Publisher.Templates.Fonts;
using Publisher.Templates.Styles;

namespace Publisher.Editions.Html.Fonts;

/// <summary>Notes which characters are set in which font file, so that each can be subset to what the page shows.</summary>
/// <param name="template">Its fonts and styles.</param>
/// <param name="isWanted">False if no font is embedded: then nothing is noted.</param>
internal sealed class GlyphDemand(Template template, bool isWanted)
{
    // In the order of first use, which is the order of the file.
    private readonly List<(FontFile File, SortedSet<int> Characters)> _faces = [];

    /// <summary>The font files in use, each with the code points it must have, in order of first use.</summary>
    public IReadOnlyList<(FontFile File, SortedSet<int> Characters)> Faces => _faces;

    /// <summary>Notes a text.</summary>
    public void Add(in TextFace face, ReadOnlySpan<char> text)
    {
        if (!isWanted || FaceSelection.Choose(template.Fonts, face) is not { } file)
        {
            return;
        }

        var characters = CharactersOf(file);
        foreach (var rune in text.EnumerateRunes())
        {
            characters.Add(rune.Value);
            if (face.Capitals)
            {
                Capitalise(rune, characters);
            }
        }
    }

    private static void Capitalise(System.Text.Rune rune, SortedSet<int> characters)
    {
        characters.Add(System.Text.Rune.ToUpperInvariant(rune).Value);
        if (rune.Value == 'ß')
        {
            // CSS Text 3, 2.1: text-transform turns ß into SS.
            characters.Add('S');
        }
    }

    private SortedSet<int> CharactersOf(FontFile file)
    {
        foreach (var face in _faces)
        {
            if (ReferenceEquals(face.File, file))
            {
                return face.Characters;
            }
        }

        _faces.Add((file, []));
        return _faces[^1].Characters;
    }
}

/// <summary>What of a style decides about the font file.</summary>
/// <param name="Family">Family name.</param>
/// <param name="Weight">100 to 900.</param>
/// <param name="Italic">True for italic.</param>
/// <param name="Capitals">True if small letters are shown as capitals.</param>
internal readonly record struct TextFace(string Family, int Weight, bool Italic, bool Capitals)
{
    /// <summary>The face of a style.</summary>
    public static TextFace Of(Style style) => new(style.FontFamily, style.Weight, style.Italic, style.Capitals);
}
