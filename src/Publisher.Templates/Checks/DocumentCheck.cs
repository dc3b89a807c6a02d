using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Model.Words;

namespace Publisher.Templates.Checks;

/// <summary>
/// Examines a statement before it is rendered: what its kind should state, and what keeps people with a screen reader out. What the
/// source has said already is not said again.
/// </summary>
public static class DocumentCheck
{
    /// <summary>The findings, in the order of the document, metadata first.</summary>
    /// <param name="document">The statement.</param>
    /// <param name="house">Name of the house that publishes it, which speaks where the statement names nobody; null if not known.</param>
    public static ValueList<Diagnostic> Of(Document document, string? house = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var said = document.Diagnostics.Select(d => d.Code).ToHashSet();
        return MetadataFindings(document, house)
            .Concat(HeadingFindings(document))
            .Concat(InlineFindings(document))
            .Concat(LanguageFindings(document))
            .Concat(document.Blocks.SelectMany(block => block.Accept(TableFindings.Instance)))
            .Where(finding => !said.Contains(finding.Code))
            .ToValueList();
    }

    private static IEnumerable<Diagnostic> MetadataFindings(Document document, string? house)
    {
        var metadata = document.Metadata;
        if (metadata.Title.IsEmpty)
        {
            yield return Missing(DiagnosticCode.TitleMissing, "title", "Every statement needs a title; it also names the file for screen readers.");
        }

        if (metadata.Language == "und")
        {
            yield return Missing(DiagnosticCode.LanguageUncertain, "language", "Write for instance \"language: de\"; hyphenation and screen readers depend on it.");
        }

        if (metadata.Organisation is null && house is null)
        {
            yield return Missing("organisation", "Say who speaks.");
        }

        if (metadata.Date is null)
        {
            yield return Missing("date", "Write it as 2026-11-22.");
        }

        if (metadata.Kind is null)
        {
            yield return Missing("kind", "Write for instance \"kind: Stellungnahme\".");
        }

        if (metadata.Kind == StatementKind.PressRelease && metadata.Contact is null)
        {
            yield return Missing("contact", "A press release says whom to ask, with telephone and e-mail.");
        }

        if (metadata.Kind == StatementKind.PressRelease && metadata.Place is null)
        {
            yield return Missing("place", "A press release has a place in its dateline.");
        }

        if (metadata.Kind == StatementKind.OpenLetter && metadata.Addressee.IsEmpty
            && !document.Blocks.Any(block => block is Paragraph { Role: ParagraphRole.Addressee }))
        {
            yield return Missing("addressee", "An open letter names whom it is addressed to.");
        }

        if (metadata.Kind == StatementKind.PositionPaper && metadata.Summary is null)
        {
            yield return Missing("summary", "A position paper begins with a summary in a few sentences.");
        }
    }

    private static IEnumerable<Diagnostic> HeadingFindings(Document document)
    {
        var level = 0;
        foreach (var heading in document.Blocks.OfType<Heading>())
        {
            if (heading.Level > level + 1)
            {
                yield return new Diagnostic(
                    DiagnosticCode.HeadingLevelSkipped,
                    DiagnosticSeverity.Warning,
                    $"A heading of level {heading.Level} follows one of level {level}.",
                    $"Make \"{PlainText.Of(heading.Content)}\" a heading of level {level + 1}.")
                { Span = heading.Span };
            }

            level = heading.Level;
        }
    }

    private static IEnumerable<Diagnostic> InlineFindings(Document document)
    {
        foreach (var inline in InlineWalk.Of(document))
        {
            switch (inline)
            {
                case Link link when IsBare(link):
                    yield return new Diagnostic(
                        DiagnosticCode.LinkTextBare,
                        DiagnosticSeverity.Warning,
                        "The text of a link is its address, which a screen reader spells out.",
                        "Link words that say where it leads.")
                    { Span = link.Span };
                    break;
                case Image { AlternativeText: null } image:
                    yield return new Diagnostic(
                        DiagnosticCode.AlternativeTextMissing,
                        DiagnosticSeverity.Warning,
                        $"The image \"{image.Source}\" has no alternative text.",
                        "Say in words what it shows, or mark it as decorative with an empty text.")
                    { Span = image.Span };
                    break;
            }
        }
    }

    private static IEnumerable<Diagnostic> LanguageFindings(Document document)
    {
        var stated = document.Metadata.Language.Split('-')[0].ToLowerInvariant();
        foreach (var paragraph in document.Blocks.SelectMany(ParagraphsOf))
        {
            // Where somebody marked one passage, the others were looked at as well.
            if (!InlineWalk.Of(paragraph.Content).OfType<LanguageSpan>().Any()
                && LanguageGuess.Of(PlainText.Of(paragraph.Content), stated) is { } guess)
            {
                yield return new Diagnostic(
                    DiagnosticCode.LanguageChangeUnmarked,
                    DiagnosticSeverity.Warning,
                    $"A paragraph seems to be in \"{guess}\", while the statement is in \"{stated}\".",
                    $"Mark it, in Markdown as [text]{{lang={guess}}}; else it is read out with the wrong voice and divided by the wrong rules.")
                {
                    Span = paragraph.Span,
                };
            }
        }
    }

    private static IEnumerable<Paragraph> ParagraphsOf(Block block) => block switch
    {
        Paragraph paragraph => [paragraph],
        Quote quote => quote.Content.SelectMany(ParagraphsOf),
        UnorderedList list => list.Items.SelectMany(item => item.Content.SelectMany(ParagraphsOf)),
        OrderedList list => list.Items.SelectMany(item => item.Content.SelectMany(ParagraphsOf)),
        _ => [],
    };

    private static bool IsBare(Link link)
    {
        var text = PlainText.Of(link.Content).Trim();
        return text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
    }

    private static Diagnostic Missing(string key, string remedy) => Missing(DiagnosticCode.MetadataMissing, key, remedy);

    private static Diagnostic Missing(DiagnosticCode code, string key, string remedy) =>
        new(code, DiagnosticSeverity.Warning, $"The statement does not state its {key}.", remedy);

    private sealed class TableFindings : BlockVisitor<IEnumerable<Diagnostic>>
    {
        public static TableFindings Instance { get; } = new();

        public override IEnumerable<Diagnostic> VisitTable(Table table) => table.HeaderRows.All(row => row.Cells.All(cell => cell.Content.IsEmpty))
            ?
            [
                new Diagnostic(
                    DiagnosticCode.TableHeaderMissing,
                    DiagnosticSeverity.Warning,
                    "A table has no header row.",
                    "Name its columns in a first row; without it a screen reader cannot say what a figure means.") { Span = table.Span },
            ]
            : [];

        public override IEnumerable<Diagnostic> VisitQuote(Quote quote) => quote.Content.SelectMany(block => block.Accept(this));

        public override IEnumerable<Diagnostic> VisitUnorderedList(UnorderedList list) => Of(list.Items);

        public override IEnumerable<Diagnostic> VisitOrderedList(OrderedList list) => Of(list.Items);

        public override IEnumerable<Diagnostic> VisitHeading(Heading heading) => [];

        public override IEnumerable<Diagnostic> VisitParagraph(Paragraph paragraph) => [];

        public override IEnumerable<Diagnostic> VisitFigure(Figure figure) => [];

        public override IEnumerable<Diagnostic> VisitCodeBlock(CodeBlock code) => [];

        public override IEnumerable<Diagnostic> VisitThematicBreak(ThematicBreak thematicBreak) => [];

        public override IEnumerable<Diagnostic> VisitPageBreak(PageBreak pageBreak) => [];

        private IEnumerable<Diagnostic> Of(ValueList<ListItem> items) =>
            items.SelectMany(item => item.Content.SelectMany(block => block.Accept(this)));
    }
}
