using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Sources.Decoding;
using Publisher.Sources.FrontMatter;
using Publisher.Sources.Links;
using static Markdig.Syntax.MarkdownObjectExtensions;
using LineText = Publisher.Model.Words.PlainText;
using Md = Markdig.Syntax;
using MdInlines = Markdig.Syntax.Inlines;
using MdNotes = Markdig.Extensions.Footnotes;

namespace Publisher.Sources.Markdown;

/// <summary>
/// Markdown; docs/markdown.md describes the dialect. In this order: decode, read the front matter, parse, find title and outline, read
/// blocks and notes into the model, put back what the parser swallowed.
/// </summary>
public sealed class MarkdownSource : ISource
{
    /// <inheritdoc/>
    public string Name => "markdown";

    /// <inheritdoc/>
    public ValueList<string> Extensions => [".md", ".markdown"];

    /// <inheritdoc/>
    public Document Read(SourceFile file, out string? decoded)
    {
        ArgumentNullException.ThrowIfNull(file);
        var source = UnicodeDecoder.Decode(file);
        decoded = source.Text;
        if (string.IsNullOrWhiteSpace(source.Text))
        {
            throw new PublisherException(file.Name, 0, "The file is empty.", "Check that it is the right file.");
        }

        var stated = FrontMatterReader.Read(file, source);
        var images = new ImageFiles(file.Neighbour);
        var reading = new Reading(source, stated.TextOffset, images, isTemplate: false);
        var document = ReadText(source.Text[stated.TextOffset..], stated.Metadata, reading);
        return document with
        {
            Resources = images.Resources,
            Changes = reading.Changes,
            Diagnostics = stated.Diagnostics.AddRange(reading.Diagnostics),
        };
    }

    /// <summary>
    /// Reads the surrounding text of a template: headings keep their levels, there is no title, and the private-use characters U+E000,
    /// U+E001 and U+E002 become the placeholders for page, pages and section. Never fails; what is not understood is text.
    /// </summary>
    public static ValueList<Block> ParseFragment(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reading = new Reading(new SourceText("", text), 0, new ImageFiles(static _ => null), isTemplate: true);
        return Parse(text, reading) is { } parsed
            ? new BlockReader(reading, Outline.AsWritten(parsed)).Read(parsed)
            : PlainParagraphs.Read(text, 0, reading).ToValueList();
    }

    private static Document ReadText(string text, Metadata metadata, Reading reading)
    {
        if (Parse(text, reading) is not { } parsed)
        {
            return Complete(metadata, PlainParagraphs.Read(text, 0, reading).ToValueList(), [], reading);
        }

        var outline = Outline.Of(parsed, reading, heading => MayBeTitle(heading, metadata));
        reading.HeadingIds = outline.Ids;
        var blockReader = new BlockReader(reading, outline);
        if (outline.Title is { } title && blockReader.ReadHeadingText(title) is { IsEmpty: false } content)
        {
            metadata = metadata with { Title = content };
        }

        var blocks = blockReader.Read(parsed);
        if (blocks is [Paragraph first, ..] && blockReader.IsSubtitle(first) && metadata.Subtitle.IsEmpty)
        {
            metadata = metadata with { Subtitle = first.Content };
            blocks = blocks.Skip(1).ToValueList();
        }

        var definitions = parsed.OfType<Md.LinkReferenceDefinitionGroup>().SelectMany(group => group).OfType<Md.LinkReferenceDefinition>().ToList();
        var notes = definitions.OfType<MdNotes.FootnoteLinkReferenceDefinition>()
            .Select(definition => definition.Footnote)
            .Select(note => new Footnote(reading.NoteId(note), blockReader.Read(note)) { Span = reading.Span(note.Span) })
            .ToList();
        blocks = PutBack(blocks, UnusedDefinitions(parsed, definitions), reading);
        return Complete(metadata, blocks, notes, reading);
    }

    /// <summary>The parsed text; null, and a report, if it is nested or entangled beyond all measure.</summary>
    private static Md.MarkdownDocument? Parse(string text, Reading reading)
    {
        try
        {
            if (!Entanglement.IsIn(text))
            {
                var document = Markdig.Markdown.Parse(text, Dialect.Pipeline);
                HeadingPlaces.Mend(document, text);
                return document;
            }
        }
        catch (ArgumentException)
        {
            // The parser's depth limit; it says so by this exception only.
        }

        reading.Report(DiagnosticCode.LimitReached, DiagnosticSeverity.Error, reading.Span(0, 0), "The markup is nested too deeply or too entangled; the whole text was read without it.", "Look for a long row of brackets, stars or quotation marks, or for a very long part without an empty line.");
        return null;
    }

    /// <summary>A first heading is the title unless the metadata state another one.</summary>
    private static bool MayBeTitle(Md.HeadingBlock heading, Metadata metadata) =>
        metadata.Title.IsEmpty
        || WordStream.Split(LineText.Of(metadata.Title)) == WordStream.Split(
            string.Concat((heading.Inline ?? []).Descendants<MdInlines.LiteralInline>().Select(literal => literal.Content.ToString())));

    /// <summary>Definitions of links that nothing refers to, which the parser would drop.</summary>
    private static IEnumerable<Md.LinkReferenceDefinition> UnusedDefinitions(Md.MarkdownDocument parsed, List<Md.LinkReferenceDefinition> definitions)
    {
        var used = parsed.Descendants<MdInlines.LinkInline>().Select(link => link.Reference).OfType<Md.LinkReferenceDefinition>().ToHashSet();
        return definitions.Where(definition => definition is not MdNotes.FootnoteLinkReferenceDefinition && !used.Contains(definition));
    }

    /// <summary>
    /// Puts unused definitions back as text ("[Anmerkung]: siehe" is no definition but looks like one); those that do lead somewhere
    /// are recorded as taken out.
    /// </summary>
    private static ValueList<Block> PutBack(ValueList<Block> blocks, IEnumerable<Md.LinkReferenceDefinition> definitions, Reading reading)
    {
        var restored = new List<Block>();
        foreach (var definition in definitions)
        {
            var original = reading.Original(definition.Span);
            var span = reading.Span(definition.Span);
            if (LinkTarget.Allow(definition.Url ?? "") is not null)
            {
                reading.Removed(original, span);
                reading.Report(DiagnosticCode.MarkupNotSupported, DiagnosticSeverity.Note, span, $"Nothing in the text refers to \"[{definition.Label}]\"; its address was left out.", $"Write [{definition.Label}] where the link belongs, or delete the line.");
            }
            else
            {
                restored.AddRange(PlainParagraphs.Read(original, definition.Span.Start, reading));
            }
        }

        return PutIn(blocks, new Queue<Block>(restored.OrderBy(block => block.Span.Offset)), int.MaxValue);
    }

    /// <summary>Puts what lies before <paramref name="end"/> in its place among the blocks, in quotes and items too.</summary>
    private static ValueList<Block> PutIn(ValueList<Block> blocks, Queue<Block> restored, int end)
    {
        if (!LiesBefore(end))
        {
            return blocks;
        }

        var all = new List<Block>(blocks.Count);
        foreach (var block in blocks)
        {
            while (LiesBefore(Math.Min(end, block.Span.Offset + 1)))
            {
                all.Add(restored.Dequeue());
            }

            all.Add(block switch
            {
                Quote quote => quote with { Content = PutIn(quote.Content, restored, quote.Span.End) },
                UnorderedList list => list with { Items = list.Items.Select(Item).ToValueList() },
                OrderedList list => list with { Items = list.Items.Select(Item).ToValueList() },
                _ => block,
            });
        }

        while (LiesBefore(end))
        {
            all.Add(restored.Dequeue());
        }

        return all.ToValueList();

        bool LiesBefore(int place) => restored.TryPeek(out var next) && next.Span.Offset < place;
        ListItem Item(ListItem item) => item with { Content = PutIn(item.Content, restored, item.Span.End) };
    }

    private static Document Complete(Metadata metadata, ValueList<Block> blocks, List<Footnote> notes, Reading reading)
    {
        if (metadata.Title.IsEmpty)
        {
            reading.Report(DiagnosticCode.TitleMissing, DiagnosticSeverity.Warning, reading.Span(0, 0), "The statement has no title.", "Begin the text with \"# Title\", or write \"title: …\" in the front matter.");
        }

        if (metadata.Language == "und")
        {
            reading.Report(DiagnosticCode.LanguageUncertain, DiagnosticSeverity.Note, reading.Span(0, 0), "The language is not stated.", "Write \"language: de\" in the front matter.");
        }

        var document = new Document { Metadata = metadata, Blocks = blocks, Footnotes = notes.ToValueList() };
        return document with { Footnotes = InOrderOfReference(document, reading) };
    }

    private static ValueList<Footnote> InOrderOfReference(Document document, Reading reading)
    {
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var reference in InlineWalk.Of(document).OfType<FootnoteReference>())
        {
            order.TryAdd(reference.Id, order.Count);
        }

        foreach (var note in document.Footnotes.Where(note => !order.ContainsKey(note.Id)))
        {
            reading.Report(DiagnosticCode.FootnoteUnmatched, DiagnosticSeverity.Warning, note.Span, $"Nothing in the text refers to the footnote \"{note.Id}\"; it stands behind the others.", $"Write [^{note.Id}] where it belongs.");
        }

        foreach (var text in InlineWalk.Of(document).OfType<Text>().Where(text => text.Value.Contains("[^", StringComparison.Ordinal)))
        {
            reading.Report(DiagnosticCode.FootnoteUnmatched, DiagnosticSeverity.Warning, text.Span, "A mark of a footnote has no footnote; it was kept as text.", "Write the footnote at the end as \"[^name]: text\", or \\[ if no footnote is meant.");
        }

        return document.Footnotes.OrderBy(note => order.GetValueOrDefault(note.Id, int.MaxValue)).ToValueList();
    }
}
