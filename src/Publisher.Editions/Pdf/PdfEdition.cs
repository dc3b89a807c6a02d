using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

using Publisher.Editions.Pdf.Composition;
using Publisher.Editions.Pdf.Drawing;
using Publisher.Editions.Pdf.Objects;
using Publisher.Model.Diagnostics;
using Publisher.Model.Words;
using Publisher.Templates;
using Publisher.Templates.Styles;
using Publisher.Typesetting;
using Publisher.Typesetting.Frames;
using Publisher.Typesetting.Paragraphs;

namespace Publisher.Editions.Pdf;

/// <summary>
/// The door of the room: document and template -> flow (Composition) -> pages (<see cref="Typesetter"/>) -> file (Drawing,
/// Structure, Objects).
/// </summary>
internal sealed class PdfEdition : IEdition
{
    // What a title bar shows where a statement has no title; PDF/UA-1, 7.1, demands one.
    private const string Untitled = "–";

    // PERF: a pattern file is read and indexed once for a template, which lives through a batch, not once for each statement. A
    // hyphenator never changes once it is read, so threads share it.
    private readonly ConditionalWeakTable<HyphenationPatterns, ConcurrentDictionary<string, Lazy<Hyphenator?>>> _hyphenators = [];

    private readonly TypeCaseRack _rack = new();

    // BCP 47's word for a language nobody named.
    private const string Unknown = "und";

    /// <inheritdoc/>
    public string Format => "pdf";

    /// <inheritdoc/>
    public string Extension => ".pdf";

    /// <inheritdoc/>
    public string MediaType => "application/pdf";

    /// <inheritdoc/>
    public Rendering Render(EditionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var template = request.Template;
        var type = _rack.Take(template) ?? new TypeCase(template, language => HyphenatorFor(template, language));
        var isSet = false;
        try
        {
            var rendering = Render(request, type);
            isSet = true;
            return rendering;
        }
        finally
        {
            if (isSet)
                _rack.Return(type);
            else
                type.Dispose();
        }
    }

    private static Rendering Render(EditionRequest request, TypeCase type)
    {
        var (document, template) = (request.Document, request.Template);
        var diagnostics = new List<Diagnostic>();
        var surround = template.SurroundFor(document, request.Edition);
        var locale = template.LocaleFor(document.Metadata.Language);
        var pictures = new PictureRegister();
        var composition = new CompositionContext(
            document,
            type.Styles,
            new PictureLibrary(document, pictures, type.Styles, locale, diagnostics),
            locale)
        { LinksInPrint = request.Edition.LinksInPrint };
        var design = new FurnitureComposer(composition, document, surround, template.Brand.Logo).Compose(request.Edition);
        var statement = new StatementComposer(composition, document, surround).Compose(request.Edition);
        var (opening, flow) = design.Columns > 1 ? (statement.Opening, statement.Text) : ([], [.. statement.Opening, .. statement.Text]);
        design = design with { Opening = opening, OpeningGap = StyleBook.Points(template.Styles[StyleRole.Byline].SpaceAfter) };
        var pages = Typesetter.Set(flow, design, type.Words);
        diagnostics.AddRange(type.Fonts.Complaints);
        if (MissingGlyphReport.Of([.. composition.Pictures.MissingGlyphs, .. pages.MissingGlyphs], document) is { } missing)
            diagnostics.Add(missing);
        ReportOverfull(pages, diagnostics);
        var writer = new PdfDocumentWriter(pages, composition.Tree, composition.Outline, pictures, MetadataOf(request), SheetOf(request));
        return new Rendering(writer.Write(), [.. diagnostics]);
    }

    private Hyphenator? HyphenatorFor(Template template, string language) => _hyphenators
        .GetValue(template.Hyphenation, _ => new(StringComparer.OrdinalIgnoreCase))
        .GetOrAdd(language, tag => new Lazy<Hyphenator?>(() => template.Hyphenation.For(tag) is { } patterns ? Hyphenator.Read(patterns) : null))
        .Value;

    private static void ReportOverfull(TypesetDocument pages, List<Diagnostic> diagnostics)
    {
        if (!pages.Overfull.IsEmpty)
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticCode.Overfull,
                DiagnosticSeverity.Note,
                $"In {pages.Overfull.Length} places something is wider or taller than its room.",
                "Look at the pages; shorten the word, the image or the table."));
        }
    }

    private static PrintSheet SheetOf(EditionRequest request) =>
        new(StyleBook.Points(request.Edition.Page.Bleed).Points, request.Edition.Page.CropMarks);

    private static FileMetadata MetadataOf(EditionRequest request)
    {
        var metadata = request.Document.Metadata;
        var title = PlainText.Of(metadata.Title);
        var authors = metadata.Authors.IsEmpty && metadata.Organisation is not null ? [metadata.Organisation] : metadata.Authors;
        return new FileMetadata
        {
            Title = title.Length > 0 ? title : metadata.Organisation ?? Untitled,
            Language = string.Equals(metadata.Language, Unknown, StringComparison.Ordinal) ? "" : metadata.Language,
            Authors = [.. authors],
            Subject = metadata.Summary ?? PlainText.Of(metadata.Subtitle),
            Keywords = [.. metadata.Keywords],
            Date = request.Timestamp,
            Source = request.Edition.AttachSource ? request.Source : null,
        };
    }
}
