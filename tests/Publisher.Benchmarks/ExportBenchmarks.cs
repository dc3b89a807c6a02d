using BenchmarkDotNet.Attributes;
using Publisher.Cli.Pipeline;
using Publisher.Editions;
using Publisher.Templates;

namespace Publisher.Benchmarks;

/// <summary>The whole way of the seed statement: file to all editions, in memory.</summary>
[MemoryDiagnoser]
public class ExportBenchmarks
{
    /// <summary>With the template at hand, as in a batch.</summary>
    [Benchmark(Baseline = true)]
    public long InABatch() => Export(Samples.Template);

    /// <summary>With the template resolved anew, as for a single statement.</summary>
    [Benchmark]
    public long WithTheTemplate() => Export(TemplateLocator.Examine(TemplateLocator.Standard).Template!);

    private static long Export(Template template)
    {
        var document = StatementFile.Open(Samples.SeedPath).Document;
        long bytes = 0;
        foreach (var edition in template.Editions)
        {
            bytes += EditionCatalog.For(edition.Format)!.Render(new EditionRequest(document, template, edition)).Content.Length;
        }

        return bytes;
    }
}
