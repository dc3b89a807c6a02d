using BenchmarkDotNet.Attributes;
using Publisher.Editions;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;

namespace Publisher.Benchmarks;

/// <summary>
/// Web pages in a batch: a hundred three-page statements of one house on one core, each with other words in another order, some with letters
/// that the others lack. The time is that of one page.
/// </summary>
[MemoryDiagnoser]
public class HtmlBenchmarks
{
    private const int Statements = 100;

    private IEdition _edition = null!;
    private EditionRequest[] _requests = [];

    /// <summary>True for the brand's fonts in the page.</summary>
    [Params(false, true)]
    public bool EmbedFonts { get; set; }

    /// <summary>How many times the length of three pages: costs must grow in proportion.</summary>
    [Params(1, 10)]
    public int Length { get; set; }

    /// <summary>Makes the statements.</summary>
    [GlobalSetup]
    public void Load()
    {
        _edition = EditionCatalog.For("html")!;
        var spec = Samples.Template.Editions.First(e => e.Format == "html") with { EmbedFonts = EmbedFonts };
        _requests = [.. Enumerable.Range(0, Statements).Select(i => new EditionRequest(Statement(i), Samples.Template, spec))];
    }

    /// <summary>Renders all of them.</summary>
    [Benchmark(OperationsPerInvoke = Statements)]
    public int Render()
    {
        var bytes = 0;
        foreach (var request in _requests)
        {
            bytes += _edition.Render(request).Content.Length;
        }

        return bytes;
    }

    private Document Statement(int number)
    {
        string[] names = ["François", "Šimek", "Łukasz", "Peña", "Ångström"];
        var blocks = Samples.Seed.Blocks;
        var turned = blocks.Skip(number % blocks.Count).Concat(blocks.Take(number % blocks.Count));
        var signature = new Paragraph([new Text(number % 10 == 0 ? $"{names[number / 10 % names.Length]}, Vorstand" : "Der Vorstand")]);
        return Samples.Seed with
        {
            Metadata = Samples.Seed.Metadata with { Title = [new Text($"Stellungnahme Nr. {number}")], Date = new DateOnly(2026, 1, 1).AddDays(number) },
            Blocks = Enumerable.Repeat(turned, Length).SelectMany(b => b).Append(signature).ToValueList(),
        };
    }
}
