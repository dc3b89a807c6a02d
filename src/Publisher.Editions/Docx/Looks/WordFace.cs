using Publisher.Editions.Docx.Flow;
using Publisher.Templates.Fonts;
using Publisher.Templates.Styles;

namespace Publisher.Editions.Docx.Looks;

/// <summary>A face as Word knows it: of a family there are four.</summary>
/// <param name="Family">Name of the family.</param>
/// <param name="IsBold">True for bold.</param>
/// <param name="IsItalic">True for italic.</param>
internal readonly record struct WordFace(string Family, bool IsBold, bool IsItalic)
{
    /// <summary>
    /// The faces a file is shown in: the upright ones of all its styles and the running text's bold and italic, for whoever edits it; the
    /// italics of other families, and the faces of code, only if the text has such words.
    /// </summary>
    public static IEnumerable<WordFace> Of(FileContext file)
    {
        var sheet = file.Request.Template.Styles;
        var faces = new HashSet<WordFace>();
        var looks = file.Looks.All.Select(look => look.Kinds).ToArray();
        foreach (var role in Enum.GetValues<StyleRole>())
        {
            var isRare = sheet[role].Italic || role is StyleRole.CodeBlock;
            if (role is not StyleRole.InlineCode && (!isRare || Uses(file, role)))
            {
                faces.Add(Of(sheet[role]));
            }
        }

        var body = Of(sheet[StyleRole.Body]);
        var isBold = looks.Any(kinds => kinds.Contains(CharacterKind.Strong));
        var isItalic = looks.Any(kinds => kinds.Contains(CharacterKind.Emphasis));
        var isBoth = looks.Any(kinds => kinds.Contains(CharacterKind.Strong) && kinds.Contains(CharacterKind.Emphasis));
        foreach (var face in faces.ToArray())
        {
            Vary(faces, face, isBold, isItalic, isBoth);
        }

        Vary(faces, body, isBold: true, isItalic: true, isBoth: false);
        foreach (var kinds in looks.Where(kinds => kinds.Contains(CharacterKind.Code)))
        {
            faces.Add(new WordFace(sheet[StyleRole.InlineCode].FontFamily, kinds.Contains(CharacterKind.Strong), kinds.Contains(CharacterKind.Emphasis)));
        }

        return faces.OrderBy(face => face.Family, StringComparer.Ordinal).ThenBy(face => face.IsItalic).ThenBy(face => face.IsBold);
    }

    /// <summary>The file that shows the face best; null if the template has none that is upright or slanted, light or bold, as it is.</summary>
    public FontFile? FileOrNull(IEnumerable<FontFile> files)
    {
        var (family, isBold, isItalic) = this;
        return files.Where(file => file.Family == family && file.Italic == isItalic && file.Weight >= StyleWriter.BoldFrom == isBold)
            .MinBy(file => Math.Abs(file.Weight - (isBold ? 700 : 400)));
    }

    /// <summary>The face as a reader of a message knows it.</summary>
    public override string ToString() => $"{Family}{(IsBold ? " bold" : "")}{(IsItalic ? " italic" : "")}";

    private static WordFace Of(Style style) => new(style.FontFamily, style.Weight >= StyleWriter.BoldFrom, style.Italic);

    private static bool Uses(FileContext file, StyleRole role) => file.UsedStyles.Contains(WordStyle.IdOf(role)) || role switch
    {
        StyleRole.CodeBlock => file.CodeStyles.Count > 0,
        StyleRole.Caption => file.UsedStyles.Contains(WordStyle.TableCaption),
        StyleRole.ListItem => true,
        _ => false,
    };

    private static void Vary(HashSet<WordFace> faces, WordFace face, bool isBold, bool isItalic, bool isBoth)
    {
        if (isBold)
        {
            faces.Add(face with { IsBold = true });
        }

        if (isItalic)
        {
            faces.Add(face with { IsItalic = true });
        }

        if (isBoth)
        {
            faces.Add(face with { IsBold = true, IsItalic = true });
        }
    }
}
