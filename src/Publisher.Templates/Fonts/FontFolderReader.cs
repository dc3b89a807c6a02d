using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Templates.Files;

namespace Publisher.Templates.Fonts;

/// <summary>Reads a folder of fonts that a user named. What cannot be used in it is named and passed over.</summary>
internal static class FontFolderReader
{
    private static readonly string[] Extensions = [".otc", ".otf", ".ttc", ".ttf"];
    private static readonly string[] WebExtensions = [".woff", ".woff2"];

    /// <summary>The fonts of the folder, in ordinal order of their paths.</summary>
    /// <exception cref="PublisherException">There is no such folder, or it cannot be read.</exception>
    public static ValueList<FontFile> Read(UserFonts fonts, TemplateLog log)
    {
        var found = new List<FontFile>();
        foreach (var path in PathsIn(fonts.Folder))
        {
            var extension = Path.GetExtension(path).ToLowerInvariant();
            if (WebExtensions.Contains(extension))
            {
                log.Note(DiagnosticCode.FontMissing, new Place(path, 0), "Web fonts are not read.", "Put the .ttf or .otf file of the font into the folder.");
            }
            else if (Extensions.Contains(extension))
            {
                found.AddRange(ReadFile(path, fonts, log));
            }
        }

        return found.ToValueList();
    }

    private static string[] PathsIn(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new PublisherException(folder, 0, "There is no such folder of fonts.", "Name a folder that holds .ttf or .otf files.");
        }

        try
        {
            var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.System };
            return [.. Directory.EnumerateFiles(folder, "*", options).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PublisherException(folder, 0, "The folder of fonts cannot be read.", "Check its permissions.", e);
        }
    }

    private static FontFile[] ReadFile(string path, UserFonts fonts, TemplateLog log)
    {
        try
        {
            // Only what a statement needs stays in memory: the files are read again when they are used.
            var files = new TemplateFiles(Path.GetDirectoryName(path)!);
            var name = Path.GetFileName(path);
            var content = new Lazy<ReadOnlyMemory<byte>>(() => files.ReadBytes(name));
            return [.. fonts.NamesIn(files.ReadBytes(name))
                .Select(face => new FontFile(face.Family, face.Weight, face.Italic) { Index = face.Index, Name = path, Load = () => content.Value })];
        }
        catch (PublisherException refusal)
        {
            log.Warn(DiagnosticCode.FontMissing, new Place(path, 0), refusal.Message, refusal.Remedy);
            return [];
        }
    }
}
