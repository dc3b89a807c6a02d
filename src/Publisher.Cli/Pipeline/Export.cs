using System.Collections.Concurrent;
using System.Globalization;
using Publisher.Cli.Terminal;
using Publisher.Editions;
using Publisher.Editions.Html.Publications;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Model.Typography;
using Publisher.Templates;
using Publisher.Templates.Checks;
using Spectre.Console;

namespace Publisher.Cli.Pipeline;

/// <summary>
/// The main job, in order: the template once; then for each statement source -> document -> typography -> editions -> files. Nothing is written for
/// a statement unless all its editions could be made.
/// </summary>
internal sealed class Export
{
    // The format whose edition shows what no font has, and which is the only one that has to.
    private const string Paper = "pdf";

    private readonly Template _template;
    private readonly ValueList<string> _editions;
    private readonly DateTimeOffset? _sourceDate;

    // For messages; nothing that is written depends on it.
    private readonly DateTime _now;
    private readonly ExportOptions _options;
    private readonly ConcurrentDictionary<TypographySettings, Typographer> _typographers = new();
    private readonly Site _site;

    private Export(Template template, ValueList<string> editions, DateTimeOffset? sourceDate, DateTime now, ExportOptions options)
    {
        _now = now;
        _template = template;
        _editions = editions;
        _sourceDate = sourceDate;
        _options = options;
        _site = Site.Of(options, template);
    }

    /// <summary>Exports what the options ask for.</summary>
    /// <exception cref="PublisherException">The brand, an edition's name or the output folder cannot be used; nothing was written.</exception>
    public static ExitCode Run(ExportOptions options, ITerminal terminal)
    {
        if (TemplateLocator.Load(options.Brand, options.Fonts, terminal) is not { } template)
        {
            return ExitCode.UsageError;
        }

        var export = new Export(template, Choose(template, options.Editions), SourceDate.Read(terminal), terminal.LocalTime, options);
        OutputFile.EnsureWritable(options.Output);

        // What a brand holds for other tools is said once, by "check", and not at every export.
        foreach (var diagnostic in template.Diagnostics.Where(d => d.Severity != DiagnosticSeverity.Note))
        {
            terminal.Error.Show(options.Brand, diagnostic);
        }

        return export.Run(terminal);
    }

    /// <summary>An export of all editions that are set on paper, which writes nothing.</summary>
    public static Export Trial(Template template, ITerminal terminal) => new(
        template,
        template.Editions.Where(edition => edition.Format == Paper).Select(edition => edition.Name).ToValueList(),
        null,
        terminal.LocalTime,
        new ExportOptions([], [], string.Empty, ExportOptions.DefaultOutput, Environment.ProcessorCount));

    /// <summary>
    /// What only shows once a statement is set: letters that no font has, images that cannot be shown; and what its editions ask of it and
    /// do not get.
    /// </summary>
    public ValueList<Diagnostic> Examine(Document document, string? text, Input input)
    {
        var template = _template.For(document.Metadata.Kind);
        return EditionCheck.Of(document, template, template.Editions.Select(edition => edition.Name).ToValueList())
            .Concat(Render(document, text, input)
                .SelectMany(edition => edition.Rendering.Diagnostics)
                .Where(finding => finding.Code is DiagnosticCode.GlyphMissing or DiagnosticCode.ImageNotRendered or DiagnosticCode.Overfull)
                .Where(finding => !document.Diagnostics.Any(said => said.Code == DiagnosticCode.ImageUnavailable && said.Span == finding.Span)))
            .Distinct()
            .ToValueList();
    }

    /// <summary>The names of the editions to make, in the template's order.</summary>
    private static ValueList<string> Choose(Template template, ValueList<string> names)
    {
        foreach (var name in names)
        {
            if (!template.Editions.Any(edition => edition.Name == name))
            {
                throw new PublisherException(
                    null, 0, $"The template has no edition \"{name}\".", $"Its editions are {string.Join(", ", template.Editions.Select(e => e.Name))}.");
            }
        }

        return template.Editions.Select(edition => edition.Name).Where(name => names.IsEmpty || names.Contains(name)).ToValueList();
    }

    private ExitCode Run(ITerminal terminal)
    {
        var inputs = RefuseClashes(InputFinder.Find(_options.Inputs, _options.Output));
        var failed = new List<Outcome>();
        var published = new List<Publication>();
        var written = 0;
        foreach (var outcome in InOrder(inputs))
        {
            outcome.Diagnostics.Show(outcome.Input.Path, terminal.Error);
            foreach (var file in outcome.Files)
            {
                terminal.Out.WriteLine(Messages.Visible(file));
                written++;
            }

            if (outcome.Failure is not null)
            {
                terminal.Error.Show(outcome.Failure);
                failed.Add(outcome);
            }
            else if (outcome.Publication is { } publication)
            {
                published.Add(publication);
            }
        }

        var isIndexed = WriteIndex(inputs.Count, published, terminal);
        if (failed.Count > 0)
        {
            terminal.Error.WriteLine($"{failed.Count} of {inputs.Count} statements failed, {written} files written. Failed:");
            foreach (var outcome in failed)
            {
                terminal.Error.WriteLine($"  {Messages.Visible(outcome.Input.Path)}");
            }
        }

        return failed.Count == 0 && isIndexed ? ExitCode.Success : ExitCode.StatementFailed;
    }

    /// <summary>Writes the index of several statements; false if that failed.</summary>
    private bool WriteIndex(int statements, List<Publication> published, ITerminal terminal)
    {
        if (statements < 2 || published.Count == 0 || _options.Fragment || !_options.Index)
        {
            return true;
        }

        try
        {
            foreach (var file in _site.WriteIndex(published.ToValueList(), _template, _options.Assets, terminal.Error))
            {
                terminal.Out.WriteLine(Messages.Visible(file));
            }

            return true;
        }
        catch (PublisherException refusal)
        {
            terminal.Error.Show(refusal);
            return false;
        }
    }

    /// <summary>Two statements whose editions would have the same names: the second one fails, nothing is overwritten silently.</summary>
    private static List<Input> RefuseClashes(IReadOnlyList<Input> inputs)
    {
        // Not ordinal: some file systems take names that differ in case for one.
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        return inputs.Select(input =>
        {
            var stem = Path.Combine(input.Folder, Path.GetFileNameWithoutExtension(input.Path));
            return input.Problem is not null || owners.TryAdd(stem, input.Path)
                ? input
                : input with
                {
                    Problem = new PublisherException(
                        input.Path, 0, $"Its editions would have the same names as those of {owners[stem]}.", "Rename one of the two, or export them apart."),
                };
        }).ToList();
    }

    /// <summary>The outcomes in the order of the inputs, whatever finishes first.</summary>
    private IEnumerable<Outcome> InOrder(List<Input> inputs) =>
        inputs.Count == 1 || _options.Jobs == 1
            ? inputs.Select(Process)
            : inputs.AsParallel()
                .AsOrdered()
                .WithDegreeOfParallelism(Math.Min(_options.Jobs, 512))
                .WithMergeOptions(ParallelMergeOptions.NotBuffered)
                .Select(Process);

    private Outcome Process(Input input)
    {
        try
        {
            if (input.Problem is not null)
            {
                throw input.Problem;
            }

            var (stated, text) = StatementFile.Open(input.Path, _options.Revisions);
            var read = _options.LiftsEmbargo ? stated with { Metadata = stated.Metadata with { Embargo = null } } : stated;
            var renderings = Render(read, text, input);
            var diagnostics = EmbargoFindings(stated.Metadata)
                .Concat(renderings.SelectMany(r => r.Document.Diagnostics))
                .Concat(EditionCheck.Of(read, _template.For(read.Metadata.Kind), _editions))
                .Concat(renderings.SelectMany(r => r.Rendering.Diagnostics))
                .Distinct()
                .ToValueList();
            if (_options.Strict)
            {
                RefuseNotConformant(input.Path, read, diagnostics);
            }

            // Files that a page refers to are there before the page is.
            OutputFile.WriteAll([.. renderings.SelectMany(AssetsOf).DistinctBy(asset => asset.Path), .. renderings.Select(r => (r.Path, r.Rendering.Content))]);
            return new Outcome(input, renderings.Select(r => r.Path).ToValueList(), diagnostics, null)
            {
                Publication = _site.PublicationOf(
                    renderings.FirstOrDefault(r => r.MediaType == "text/html").Document ?? read,
                    Path.GetFileNameWithoutExtension(input.Path),
                    [.. renderings.Select(r => (r.Path, r.MediaType, (long)r.Rendering.Content.Length))]),
            };
        }
        catch (PublisherException refusal)
        {
            return new Outcome(input, [], [], refusal);
        }
        catch (AggregateException several) when (several.InnerExceptions is [PublisherException refusal, ..])
        {
            return new Outcome(input, [], [], refusal);
        }
#pragma warning disable CA1031 // The edge of a batch item: a defect in one statement must not take the others with it.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            return new Outcome(input, [], [], new PublisherException(
                input.Path,
                0,
                $"The program failed on this statement ({defect.GetType().Name}: {defect.Message.ReplaceLineEndings(" ")}).",
                "This is a defect of the program: please report it with the statement, if you may.",
                defect));
        }
    }

    private static void RefuseNotConformant(string path, Document document, ValueList<Diagnostic> diagnostics)
    {
        if (diagnostics.FirstOrDefault(d => d.Code is DiagnosticCode.NotConformant or DiagnosticCode.GlyphMissing) is { } fault)
        {
            throw new PublisherException(path, fault.Span.Line, fault.Message, fault.Remedy);
        }

        if (document.Metadata.Language == "und")
        {
            throw new PublisherException(
                path, 0, "The language is not known, so screen readers cannot choose a voice (PDF/UA-1, 7.2).", "State it in the front matter: language: de.");
        }
    }

    /// <summary>Warns of a release before its time; whoever gives the command may know better.</summary>
    private IEnumerable<Diagnostic> EmbargoFindings(Metadata metadata)
    {
        if (_options.LiftsEmbargo && metadata.Embargo is { } embargo && embargo > _now)
        {
            yield return new Diagnostic(
                DiagnosticCode.EmbargoNotOver,
                DiagnosticSeverity.Warning,
                string.Create(CultureInfo.InvariantCulture, $"The embargo until {embargo:yyyy-MM-dd HH:mm} is not over yet: by this computer's clock it is {_now:yyyy-MM-dd HH:mm}."),
                "The files were written without it; keep them back until then.");
        }
    }

    /// <summary>What the file names of a statement say of its embargo, so that nobody sends one out by mistake.</summary>
    private static string EmbargoMark(Metadata metadata) =>
        metadata.Embargo is { } embargo ? embargo.ToString("'-embargo-'yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture) : string.Empty;

    private (string Path, string MediaType, Document Document, Rendering Rendering)[] Render(Document read, string? text, Input input)
    {
        // The kind of statement may change how an edition looks, never which editions there are.
        var template = _template.For(read.Metadata.Kind);
        var editions = _editions.Select(name => template.Editions.Single(edition => edition.Name == name)).ToArray();
        var stem = Path.Combine(_options.Output, input.Folder, Path.GetFileNameWithoutExtension(input.Path)) + EmbargoMark(read.Metadata);
        var paths = editions.Select(edition => $"{stem}-{edition.Name}{EditionOf(edition).Extension}").ToArray();
        var siblings = editions.Zip(paths, (edition, path) => new SiblingEdition(Path.GetFileName(path), EditionOf(edition).MediaType)).ToArray();
        var documents = editions
            .Select(edition => edition.Typography)
            .Distinct()
            .ToDictionary(typography => typography, typography => _typographers.GetOrAdd(typography, settings => new Typographer(settings)).Apply(read, text));
        var timestamp = read.Metadata.Date is { } date ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero) : _sourceDate;
        var renderings = new (string, string, Document, Rendering)[editions.Length];
        var source = editions.Any(edition => edition.AttachSource) ? StatementFile.AsResource(input.Path) : null;

        // A single statement still uses every processor: its editions do not know of each other.
        Parallel.For(0, editions.Length, new ParallelOptions { MaxDegreeOfParallelism = _options.Jobs }, i =>
        {
            var document = documents[editions[i].Typography];
            var request = new EditionRequest(document, template, editions[i])
            {
                Timestamp = timestamp,
                Source = source,
                Siblings = siblings.Where((_, sibling) => sibling != i).ToValueList(),
                Assets = _options.Assets,
                Fragment = _options.Fragment,
                WebAddress = _site.AddressOf(paths[i]),
            };
            renderings[i] = (paths[i], EditionOf(editions[i]).MediaType, document, EditionOf(editions[i]).Render(request));
        });
        return renderings;
    }

    private static IEnumerable<(string Path, ReadOnlyMemory<byte> Content)> AssetsOf((string Path, string MediaType, Document Document, Rendering Rendering) edition) =>
        edition.Rendering.Assets.Select(asset => (Path.Combine(Path.GetDirectoryName(edition.Path)!, asset.Path.Replace('/', Path.DirectorySeparatorChar)), asset.Content));

    private static IEdition EditionOf(EditionSpec edition) =>
        EditionCatalog.For(edition.Format)
        ?? throw new PublisherException(
            null, 0, $"Edition \"{edition.Name}\" has the unknown format \"{edition.Format}\".", $"Formats are {string.Join(", ", EditionCatalog.All.Select(e => e.Format))}.");

    private sealed record Outcome(Input Input, ValueList<string> Files, ValueList<Diagnostic> Diagnostics, PublisherException? Failure)
    {
        /// <summary>What an index may name; null for a statement that failed or has no web page.</summary>
        public Publication? Publication { get; init; }
    }
}
