using BenchmarkDotNet.Attributes;
using Publisher.Editions;
using Publisher.Editions.Docx;
using Publisher.Model;
using Publisher.Sources;
using Publisher.Sources.Docx;

namespace Publisher.Benchmarks;

/// <summary>Reading a Word draft back: bytes in memory to a document.</summary>
[MemoryDiagnoser]
public class WordReadingBenchmarks
{
    private SourceFile _file = null!;

    /// <summary>How many times the seed statement's text, three pages: costs must grow in proportion.</summary>
    [Params(1, 33, 333)]
    public int Times { get; set; }

    /// <summary>Writes the draft.</summary>
    [GlobalSetup]
    public void Write()
    {
        var document = Samples.Seed with { Blocks = Enumerable.Repeat(Samples.Seed.Blocks, Times).SelectMany(b => b).ToValueList() };
        var edition = Samples.Template.Editions.First(e => e.Format == "docx") with { EmbedFonts = false };
        _file = new SourceFile("entwurf.docx", new DocxEdition().Render(new EditionRequest(document, Samples.Template, edition)).Content);
    }

    /// <summary>Reads it.</summary>
    [Benchmark]
    public Document Read() => new DocxSource().Read(_file);
}
