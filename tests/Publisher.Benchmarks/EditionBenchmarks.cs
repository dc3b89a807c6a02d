using BenchmarkDotNet.Attributes;
using Publisher.Editions;
using Publisher.Model;

namespace Publisher.Benchmarks;

/// <summary>Writing: a document and a resolved template to bytes.</summary>
[MemoryDiagnoser]
public class EditionBenchmarks
{
    private IEdition _edition = null!;
    private EditionRequest _request = null!;

    /// <summary>All formats.</summary>
    public static IEnumerable<string> Formats => EditionCatalog.All.Select(e => e.Format);

    /// <summary>Which format.</summary>
    [ParamsSource(nameof(Formats))]
    public string Format { get; set; } = "";

    /// <summary>How many times the seed statement's text: costs must grow in proportion.</summary>
    [Params(1, 100)]
    public int Times { get; set; }

    /// <summary>Makes the document.</summary>
    [GlobalSetup]
    public void Load()
    {
        _edition = EditionCatalog.For(Format)!;
        var document = Samples.Seed with { Blocks = Enumerable.Repeat(Samples.Seed.Blocks, Times).SelectMany(b => b).ToValueList() };
        _request = new EditionRequest(document, Samples.Template, Samples.Template.Editions.First(e => e.Format == Format));
    }

    /// <summary>Renders it.</summary>
    [Benchmark]
    public Rendering Render() => _edition.Render(_request);
}
