using System.Text;
using Publisher.Cli.Terminal;
using Publisher.Model;
using Spectre.Console;

namespace Publisher.Cli.Pipeline;

/// <summary>Writes a template to start from: a copy of one that comes with the program, with the schemas an editor completes keys from.</summary>
internal static class Init
{
    /// <summary>The template made for starting.</summary>
    public const string Start = "start";

    private const string Brand = "_brand.yml";
    private const string Schemas = "schemas";
    private const string Locales = "locales";

    // Of the locales that come with the program the one that most people can translate from.
    private const string DefaultLocale = "en";

    /// <summary>Writes the files: a template, unless the folder holds one and only a locale is asked for; and the locale.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="from">The template to start from.</param>
    /// <param name="locale">Language of a locale to translate; null for none.</param>
    /// <param name="terminal">Where the files are named.</param>
    /// <exception cref="PublisherException">There is no such template or language, or a file is in the way; nothing was written.</exception>
    public static ExitCode Run(string folder, string from, string? locale, ITerminal terminal)
    {
        var isThere = locale is not null && File.Exists(Path.Combine(folder, Brand));
        var files = (isThere ? [] : FilesOf(TemplateLocator.Shipped(from), string.Empty).Concat(FilesOf(TemplateLocator.SharedFolderOf(Schemas), Schemas)))
            .Concat(locale is null ? [] : [LocaleFor(locale)])
            .Select(file => (Path: Path.Combine(folder, file.Path), file.Content))
            .ToArray();
        if (files.FirstOrDefault(file => Path.Exists(file.Path)).Path is { } inTheWay)
        {
            throw new PublisherException(inTheWay, 0, "This file is there already; nothing was written.", "Name another folder, or move the file.");
        }

        OutputFile.WriteAll(files);
        foreach (var (path, _) in files)
        {
            terminal.Out.WriteLine(Messages.Visible(path));
        }

        if (locale is not null)
        {
            terminal.Error.WriteLine(Messages.Visible($"Translate what stands behind the colons in {files[^1].Path}."));
        }

        if (!isThere)
        {
            terminal.Error.WriteLine(Messages.Visible($"Write your name into {Path.Combine(folder, Brand)}; then: publisher export STATEMENT --brand {folder}"));
        }

        return ExitCode.Success;
    }

    /// <summary>The labels of the nearest language that comes with the program, to be translated.</summary>
    private static (string Path, ReadOnlyMemory<byte> Content) LocaleFor(string language)
    {
        if (language.Split('-') is not [{ Length: 2 or 3 } primary, ..] || !language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw new PublisherException(null, 0, $"\"{language}\" is not the tag of a language.", "Write one such as it, nl or de-CH.");
        }

        var shared = TemplateLocator.SharedFolderOf(Locales);
        var near = Path.Combine(shared, primary.ToLowerInvariant() + ".yml");
        var lines = File.ReadAllLines(File.Exists(near) ? near : Path.Combine(shared, DefaultLocale + ".yml"));
        var text = lines
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.StartsWith("language:", StringComparison.Ordinal) ? $"language: {language}" : line)
            .Prepend("# Translate what stands behind the colons, and keep what stands in braces; templates/README.md tells what it stands for.");
        return (Path.Combine(Locales, language + ".yml"), Encoding.UTF8.GetBytes(string.Join('\n', text) + "\n"));
    }

    private static IEnumerable<(string Path, ReadOnlyMemory<byte> Content)> FilesOf(string source, string target) => Directory
        .EnumerateFiles(source, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => (Path.Combine(target, Path.GetRelativePath(source, file)), (ReadOnlyMemory<byte>)ContentOf(file)));

    /// <summary>The file; one that names its schema finds it beside itself instead of beside its folder.</summary>
    private static byte[] ContentOf(string file) => Path.GetExtension(file) == ".yml"
        ? Encoding.UTF8.GetBytes(File.ReadAllText(file).Replace("$schema=../schemas/", "$schema=schemas/", StringComparison.Ordinal))
        : File.ReadAllBytes(file);
}
