using BenchmarkDotNet.Attributes;
using Publisher.Model;
using Publisher.Model.Typography;
using Publisher.Sources;
using Publisher.Sources.PlainText;

namespace Publisher.Benchmarks;

/// <summary>Typography: a document to the same document corrected. The seed statement has 6.7 kB a time.</summary>
[MemoryDiagnoser]
public class TypographyBenchmarks
{
    private readonly Typographer _typographer = new(Samples.Template.Typography);
    private Document _raw = Document.Empty;
    private Document _corrected = Document.Empty;

    /// <summary>How many times the seed statement: costs must grow in proportion.</summary>
    [Params(1, 100)]
    public int Times { get; set; }

    /// <summary>Reads the text.</summary>
    [GlobalSetup]
    public void Load()
    {
        var document = new PlainTextSource().Read(Samples.SeedText(1) with { Name = "seed.txt" });
        _raw = document with
        {
            Metadata = document.Metadata with { Language = "de" },
            Blocks = Enumerable.Repeat(document.Blocks, Times).SelectMany(blocks => blocks).ToValueList(),
        };
        _corrected = _typographer.Apply(_raw);
    }

    /// <summary>The text as it came.</summary>
    [Benchmark]
    public Document Correct() => _typographer.Apply(_raw);

    /// <summary>Text in which nothing is wrong.</summary>
    [Benchmark]
    public Document CorrectAgain() => _typographer.Apply(_corrected);
}
