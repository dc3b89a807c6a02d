using Publisher.Cli.Pipeline;
using Publisher.Model;
using Publisher.Sources;
using Publisher.Templates;

namespace Publisher.Benchmarks;

/// <summary>What is measured on: the seed statement, two pages of German.</summary>
internal static class Samples
{
    /// <summary>The path of the seed statement.</summary>
    public static string SeedPath { get; } = Directory.EnumerateFiles(Path.Combine(Root(), "seeds"), "*.txt").Order(StringComparer.Ordinal).First();

    /// <summary>The seed statement as a document.</summary>
    public static Document Seed { get; } = StatementFile.Open(SeedPath).Document;

    /// <summary>The template that comes with the program.</summary>
    public static Template Template { get; } = TemplateLocator.Examine(TemplateLocator.Standard).Template!;

    /// <summary>The seed statement's text as a file in memory, repeated.</summary>
    /// <param name="times">How often; 1 for the statement itself.</param>
    public static SourceFile SeedText(int times)
    {
        var bytes = File.ReadAllBytes(SeedPath);
        return new SourceFile(SeedPath, Enumerable.Repeat(bytes, times).SelectMany(b => b).ToArray());
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Publisher.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The benchmarks run outside the repository.");
        }

        return folder;
    }
}
