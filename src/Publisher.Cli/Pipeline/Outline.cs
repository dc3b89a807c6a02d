using System.Globalization;
using Publisher.Cli.Terminal;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Spectre.Console;
using Paragraph = Publisher.Model.Blocks.Paragraph;
using Table = Publisher.Model.Blocks.Table;

namespace Publisher.Cli.Pipeline;

/// <summary>A document in outline: its facts, then a line for each block with its place in the source and its first words.</summary>
internal sealed class Outline : BlockVisitor<bool>
{
    private const int PreviewLength = 60;

    private readonly IAnsiConsole _console;
    private readonly int _depth;

    private Outline(IAnsiConsole console, int depth)
    {
        _console = console;
        _depth = depth;
    }

    /// <summary>Shows the outline.</summary>
    public static void Show(Document document, IAnsiConsole console)
    {
        var metadata = document.Metadata;
        Fact(console, "title", PlainText.Of(metadata.Title));
        Fact(console, "subtitle", PlainText.Of(metadata.Subtitle));
        Fact(console, "kind", metadata.Kind?.ToString());
        Fact(console, "language", metadata.Language);
        Fact(console, "organisation", metadata.Organisation);
        Fact(console, "authors", string.Join(", ", metadata.Authors));
        Fact(console, "addressee", string.Join(", ", metadata.Addressee));
        Fact(console, "place", metadata.Place);
        Fact(console, "date", metadata.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Fact(console, "embargo", metadata.Embargo?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        Fact(console, "reference", metadata.ReferenceNumber);
        Fact(console, "version", metadata.Version);
        Fact(console, "web", metadata.WebAddress);
        Fact(console, "keywords", string.Join(", ", metadata.Keywords));
        new Outline(console, 0).ShowAll(document.Blocks);
        foreach (var note in document.Footnotes)
        {
            new Outline(console, 0).Line(note.Span, "footnote", note.Id);
            new Outline(console, 1).ShowAll(note.Content);
        }

        foreach (var reference in document.LinkReferences)
        {
            new Outline(console, 0).Line(reference.Span, "link", reference.Target);
        }
    }

    public override bool VisitHeading(Heading heading) =>
        Line(heading.Span, string.Create(CultureInfo.InvariantCulture, $"heading {heading.Level}"), heading.Content);

    public override bool VisitParagraph(Paragraph paragraph) =>
        Line(paragraph.Span, paragraph.Role == ParagraphRole.Body ? "paragraph" : Lower(paragraph.Role.ToString()), paragraph.Content);

    public override bool VisitUnorderedList(UnorderedList list)
    {
        Line(list.Span, "list", "");
        return Items(list.Items);
    }

    public override bool VisitOrderedList(OrderedList list)
    {
        Line(list.Span, "numbered list", "");
        return Items(list.Items);
    }

    public override bool VisitQuote(Quote quote)
    {
        Line(quote.Span, "quote", quote.Attribution);
        return Inside(quote.Content);
    }

    public override bool VisitTable(Table table) =>
        Line(
            table.Span,
            string.Create(CultureInfo.InvariantCulture, $"table {table.Columns.Count} x {table.HeaderRows.Count + table.Rows.Count}"),
            table.Caption);

    public override bool VisitFigure(Figure figure) => Line(figure.Span, "figure", figure.Image.Source);

    public override bool VisitCodeBlock(CodeBlock code) => Line(code.Span, "code", code.Text);

    public override bool VisitThematicBreak(ThematicBreak thematicBreak) => Line(thematicBreak.Span, "thematic break", "");

    public override bool VisitPageBreak(PageBreak pageBreak) => Line(pageBreak.Span, "page break", "");

    private static void Fact(IAnsiConsole console, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            console.WriteLine(Messages.Visible($"{name,-12} {value}"));
        }
    }

    private static string Lower(string name) => name.ToLowerInvariant();

    private void ShowAll(ValueList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            block.Accept(this);
        }
    }

    private bool Inside(ValueList<Block> blocks)
    {
        new Outline(_console, _depth + 1).ShowAll(blocks);
        return true;
    }

    private bool Items(ValueList<ListItem> items)
    {
        foreach (var item in items)
        {
            Inside(item.Content);
        }

        return true;
    }

    private bool Line(SourceSpan span, string kind, ValueList<Inline> content) => Line(span, kind, PlainText.Of(content));

    private bool Line(SourceSpan span, string kind, string text)
    {
        var place = span.IsKnown ? span.Line.ToString(CultureInfo.InvariantCulture) : "-";
        var preview = text.Length > PreviewLength ? string.Concat(text.AsSpan(0, PreviewLength), " …") : text;
        _console.WriteLine(Messages.Visible($"{place,5}  {new string(' ', _depth * 2)}{kind}  {preview}").TrimEnd());
        return true;
    }
}
