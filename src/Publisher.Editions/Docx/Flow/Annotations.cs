using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;

namespace Publisher.Editions.Docx.Flow;

/// <summary>What a draft shows at places of the source: changes outside the flow, and doubts.</summary>
internal sealed class Annotations
{
    /// <summary>Stands for the line of the title.</summary>
    public static readonly object Title = new();

    /// <summary>Stands for the line of the subtitle.</summary>
    public static readonly object Subtitle = new();

    private readonly Dictionary<object, List<Annotation>> _byLine = new(ReferenceEqualityComparer.Instance);
    private readonly List<Annotation> _last = [];

    /// <summary>Finds the line at which each stands: the one that holds its place, else the next one in the source.</summary>
    public static Annotations Of(EditionRequest request)
    {
        var annotations = new Annotations();
        var edition = request.Edition;
        var document = request.Document;
        var all = document.Changes.Where(change => change.Span.IsKnown && edition.ShowsCorrection(change.Rule)).Select(change => new Annotation(change.Span, change, null))
            .Concat(edition.Comments ? document.Diagnostics.Where(d => d.File is null).Select(d => new Annotation(d.Span, null, d)) : [])
            .OrderBy(annotation => annotation.Span.Offset)
            .ToArray();
        if (all.Length > 0)
        {
            annotations.Place(all, document);
        }

        return annotations;
    }

    /// <summary>The annotations of a line, in the order of the source; none when asked again.</summary>
    public IReadOnlyList<Annotation> Take(object line) => _byLine.Remove(line, out var found) ? found : [];

    /// <summary>Those behind the last line, and those for which no line was found.</summary>
    public IReadOnlyList<Annotation> TakeLast()
    {
        var rest = _last.Concat(_byLine.Values.SelectMany(list => list)).OrderBy(annotation => annotation.Span.Offset).ToArray();
        _last.Clear();
        _byLine.Clear();
        return rest;
    }

    private void Place(Annotation[] all, Document document)
    {
        var collector = new LineCollector();
        collector.Add(Title, document.Metadata.Title);
        collector.Add(Subtitle, document.Metadata.Subtitle);
        collector.VisitAll(document.Blocks);
        foreach (var note in document.Footnotes)
        {
            collector.VisitAll(note.Content);
        }

        var first = collector.First;
        var lines = collector.Lines.OrderBy(line => line.Span.Offset).ToArray();
        var starts = Array.ConvertAll(lines, line => line.Span.Offset);
        foreach (var annotation in all)
        {
            var line = annotation.Span.IsKnown ? LineAt(annotation.Span, lines, starts) : first;
            if (line is null)
            {
                _last.Add(annotation);
                continue;
            }

            if (!_byLine.TryGetValue(line, out var list))
            {
                list = [];
                _byLine.Add(line, list);
            }

            list.Add(annotation);
        }
    }

    private static object? LineAt(SourceSpan span, (object Line, SourceSpan Span)[] lines, int[] starts)
    {
        var at = Array.BinarySearch(starts, span.Offset);
        at = at < 0 ? ~at - 1 : at;
        if (at >= 0 && span.Offset < lines[at].Span.End)
        {
            return lines[at].Line;
        }

        return at + 1 < lines.Length ? lines[at + 1].Line : null;
    }

    /// <summary>The lines of text and where they stand in the source.</summary>
    private sealed class LineCollector : BlockVisitor<bool>
    {
        public List<(object Line, SourceSpan Span)> Lines { get; } = [];

        /// <summary>The first line, whether its place is known or not.</summary>
        public object? First { get; private set; }

        public void VisitAll(ValueList<Block> blocks)
        {
            foreach (var block in blocks)
            {
                block.Accept(this);
            }
        }

        public void Add(object line, ValueList<Inline> content)
        {
            if (!content.IsEmpty)
            {
                Add(line, content[0].Span.To(content[^1].Span));
            }
        }

        public override bool VisitHeading(Heading heading) => Add(heading, heading.Span);

        public override bool VisitParagraph(Paragraph paragraph) => Add(paragraph, paragraph.Span);

        public override bool VisitUnorderedList(UnorderedList list) => Items(list.Items);

        public override bool VisitOrderedList(OrderedList list) => Items(list.Items);

        public override bool VisitQuote(Quote quote)
        {
            VisitAll(quote.Content);
            Add(quote, quote.Attribution);
            return true;
        }

        public override bool VisitTable(Table table)
        {
            Add(table, table.Caption);
            foreach (var row in table.HeaderRows.Concat(table.Rows))
            {
                foreach (var cell in row.Cells)
                {
                    VisitAll(cell.Content);
                }
            }

            return true;
        }

        public override bool VisitFigure(Figure figure) => Add(figure, figure.Span);

        public override bool VisitCodeBlock(CodeBlock code) => Add(code, code.Span);

        public override bool VisitThematicBreak(ThematicBreak thematicBreak) => true;

        public override bool VisitPageBreak(PageBreak pageBreak) => true;

        private bool Items(ValueList<ListItem> items)
        {
            foreach (var item in items)
            {
                VisitAll(item.Content);
            }

            return true;
        }

        private bool Add(object line, SourceSpan span)
        {
            First ??= line;
            if (span.IsKnown)
            {
                Lines.Add((line, span));
            }

            return true;
        }
    }
}

/// <summary>A change or a doubt at a place of the source; one of the two.</summary>
internal sealed record Annotation(SourceSpan Span, Change? Change, Diagnostic? Diagnostic);
