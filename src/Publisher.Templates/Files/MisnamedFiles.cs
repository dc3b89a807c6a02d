using Publisher.Model.Diagnostics;
using Publisher.Templates.Surroundings;

namespace Publisher.Templates.Files;

/// <summary>Finds the files of a template whose names are nearly right: nobody reads them, and nobody would say so.</summary>
internal static class MisnamedFiles
{
    private static readonly (string[] Extensions, string[] Known)[] Kinds =
    [
        ([".md", ".markdown", ".txt"], [.. SurroundTexts.Names.SelectMany(SurroundTexts.Forms)]),
        ([".yml", ".yaml"], ["_brand.yml", "template.yml", "typography.yml"]),
    ];

    /// <summary>Names them, with the nearest right name.</summary>
    public static void Name(TemplateFiles files, TemplateLog log)
    {
        foreach (var (extensions, known) in Kinds)
        {
            foreach (var name in extensions.SelectMany(extension => files.Names(string.Empty, extension)).Where(name => !known.Contains(name, StringComparer.Ordinal)))
            {
                if (RemedyFor(name, known) is { } remedy)
                {
                    log.Warn(DiagnosticCode.TemplateKeyUnknown, new Place(files.NameOf(name), 0), "A file of this name is not read.", remedy);
                }
            }
        }
    }

    private static string? RemedyFor(string name, string[] known)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        var stems = known.Select(file => (Stem: Path.GetFileNameWithoutExtension(file), File: file)).ToArray();
        if (Spelling.Nearest(stem, stems.Select(pair => pair.Stem)) is { } nearest)
        {
            return $"Did you mean \"{stems.First(pair => pair.Stem == nearest).File}\"?";
        }

        // A text with a form that does not exist, such as "closing.winter.md".
        var forms = stems.Where(pair => pair.Stem.Split('.')[0] == stem.Split('.')[0]).Select(pair => pair.File).ToArray();
        return forms.Length == 0 ? null : $"Known here: {string.Join(", ", forms)}.";
    }
}
