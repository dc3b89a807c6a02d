using System.Diagnostics;
using Publisher.Score;
using Publisher.Sources;
using Publisher.Sources.PlainText;

// Reads every damaged text of the corpus, writes what came back as HTML, and lets the corpus's own scorer print the table.
// With "fit" first it fits the weights of the paragraph model instead.
var fits = args is ["fit", ..];
args = fits ? args[1..] : args;
var corpus = args.Length > 0 ? args[0] : Corpus.Find();
if (corpus is null || !File.Exists(Path.Combine(corpus, "score.py")))
{
    Console.WriteLine("The corpus is not there (../shared/corpus beside the repository); nothing was scored.");
    return 0;
}

if (fits)
{
    return Fit.Run(corpus);
}

var output = args.Length > 1 ? args[1] : Path.Combine(Path.GetTempPath(), "publisher-score");
var source = new PlainTextSource();
foreach (var file in Directory.EnumerateFiles(corpus, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
{
    var folder = Path.Combine(output, Path.GetFileName(Path.GetDirectoryName(file))!);
    Directory.CreateDirectory(folder);
    var document = source.Read(new SourceFile(file, File.ReadAllBytes(file)));
    File.WriteAllText(Path.Combine(folder, Path.ChangeExtension(Path.GetFileName(file), ".html")), HtmlDump.Of(document));
}

using var scorer = Process.Start(new ProcessStartInfo("python3", [Path.Combine(corpus, "score.py"), "--batch", "--jobs", "2", corpus, output, .. args.Skip(2)]))!;
scorer.WaitForExit();
return scorer.ExitCode;
