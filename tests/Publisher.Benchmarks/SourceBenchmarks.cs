using BenchmarkDotNet.Attributes;
using Publisher.Model;
using Publisher.Sources;

namespace Publisher.Benchmarks;

/// <summary>Reading: bytes in memory to a document.</summary>
[MemoryDiagnoser]
public class SourceBenchmarks
{
    private SourceFile _file = null!;
    private ISource _source = null!;

    /// <summary>The formats that read text.</summary>
    public static IEnumerable<string> Formats => SourceCatalog.All.Where(s => s.Extensions.Any(e => e is ".txt" or ".md")).Select(s => s.Name);

    /// <summary>Which format.</summary>
    [ParamsSource(nameof(Formats))]
    public string Format { get; set; } = "";

    /// <summary>How many times the seed statement's text: costs must grow in proportion.</summary>
    [Params(1, 100)]
    public int Times { get; set; }

    /// <summary>Loads the text.</summary>
    [GlobalSetup]
    public void Load()
    {
        _source = SourceCatalog.All.Single(s => s.Name == Format);
        _file = Samples.SeedText(Times);
    }

    /// <summary>Reads it.</summary>
    [Benchmark]
    public Document Read() => _source.Read(_file);
}
