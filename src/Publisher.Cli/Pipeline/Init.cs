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

    private const string Schemas = "schemas";

    /// <summary>Writes the files.</summary>
    /// <exception cref="PublisherException">There is no such template, or a file is in the way; nothing was written.</exception>
    public static ExitCode Run(string folder, string from, ITerminal terminal)
    {
        var files = FilesOf(TemplateLocator.Shipped(from), string.Empty)
            .Concat(FilesOf(TemplateLocator.SharedFolderOf(Schemas), Schemas))
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

        terminal.Error.WriteLine(Messages.Visible($"Write your name into {Path.Combine(folder, "_brand.yml")}; then: publisher export STATEMENT --brand {folder}"));
        return ExitCode.Success;
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
