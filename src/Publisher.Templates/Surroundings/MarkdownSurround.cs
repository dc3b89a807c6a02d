using System.Collections.Concurrent;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Templates.Brands;
using Publisher.Templates.Liquid;

namespace Publisher.Templates.Surroundings;

/// <summary>
/// The surrounding text of a template's Markdown files. In order: fields are filled, values escaped; line ends become line breaks; the
/// Markdown source parses; title and subtitle take their places.
/// </summary>
internal sealed class MarkdownSurround : SurroundSource
{
    private readonly SurroundTexts _texts;
    private readonly IReadOnlyDictionary<string, HouseText> _house;
    private readonly LogoPlacement _logoPlacement;
    private readonly Func<string, ValueList<Block>> _parse;

    // PERF: letterhead, closing and running lines are the same in most statements of a house, and in the editions of each; reading them as
    // Markdown anew took a tenth of the time of a PDF of three pages.
    private readonly ConcurrentDictionary<string, ValueList<Block>> _parsed = new(StringComparer.Ordinal);

    /// <param name="texts">The texts.</param>
    /// <param name="house">Texts of the house, by name.</param>
    /// <param name="logoPlacement">Where the logo stands.</param>
    /// <param name="parse">Reads Markdown into blocks.</param>
    public MarkdownSurround(
        SurroundTexts texts, IReadOnlyDictionary<string, HouseText> house, LogoPlacement logoPlacement, Func<string, ValueList<Block>> parse)
    {
        _texts = texts;
        _house = house;
        _logoPlacement = logoPlacement;
        _parse = parse;
    }

    // What is more than this is no running text of a house.
    private const int MostRemembered = 500;
    private const int LongestRemembered = 2_000;

    /// <inheritdoc/>
    public override Surround Fill(Template template, Document document, EditionSpec edition)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(document);
        var language = document.Metadata.Language;
        var house = _house.ToDictionary(pair => pair.Key, pair => pair.Value.In(language, template.Locales[0].Language), FieldNames.Comparer);
        var fields = SurroundFields.Of(template.LocaleFor(language), document, edition, template.Brand, house);
        var filling = new TitleFilling(document.Metadata);
        var kind = document.Metadata.Kind;
        string Text(string name) => _texts.Find(name, kind)?.Fill(fields, MarkdownEscape.Escape) ?? string.Empty;
        ValueList<Block> Blocks(string filled) => filling.Fill(Parse(WithLineBreaks(EmptyFields.Settle(filled))));
        ValueList<RunningLine> Lines(string name) => RunningLines(Text(name), filling);

        var surround = new Surround
        {
            Letterhead = Blocks(Text("letterhead")),
            LogoPlacement = _logoPlacement,
            AddressField = Blocks(Text("address"))
                .Select(block => block is Paragraph paragraph ? paragraph with { Role = ParagraphRole.Addressee } : block)
                .ToValueList(),
            ReturnLine = Lines("return-line") is [var line, ..] ? line.Start : [],
            TitleBlock = TitleBlockOf(Text("title"), document.Metadata, Blocks),
            Closing = Blocks(Text("closing")),
            Header = Lines("header"),
            Footer = Lines("footer"),
        };
        if (fields["embargo"] is string embargo && !Says(surround, embargo))
        {
            surround = surround with { TitleBlock = surround.TitleBlock with { After = WithLine(embargo, surround.TitleBlock.After) } };
        }

        fields["first_page"] = true;
        return surround with { FirstHeader = HasFirstHeader(surround, template, kind) ? Lines("header") : [], FirstFooter = Lines("footer") };
    }

    private ValueList<Block> Parse(string markdown)
    {
        if (_parsed.TryGetValue(markdown, out var known))
        {
            return known;
        }

        var blocks = _parse(markdown);
        if (markdown.Length <= LongestRemembered && _parsed.Count < MostRemembered)
        {
            _parsed.TryAdd(markdown, blocks);
        }

        return blocks;
    }

    /// <summary>Where a letterhead stands, no header does, unless the header's text says by itself what it is on the first page.</summary>
    private bool HasFirstHeader(Surround surround, Template template, StatementKind? kind) =>
        (surround.Letterhead.IsEmpty && template.Brand.Logo is null)
        || _texts.Find("header", kind)?.Fields.Any(field => field.Name == "first_page") == true;

    /// <summary>
    /// True if the line of the embargo stands where it is seen before the text. It stands in every edition, whatever a template's texts leave
    /// out.
    /// </summary>
    private static bool Says(Surround surround, string line) => surround.Letterhead
        .Concat(surround.TitleBlock.Before)
        .Concat(surround.TitleBlock.After)
        .OfType<Paragraph>()
        .Any(paragraph => PlainText.Of(paragraph.Content).Contains(line, StringComparison.Ordinal));

    private static ValueList<Block> WithLine(string text, ValueList<Block> after)
    {
        var line = new Strong([new Text(text)]);
        return after is [Paragraph { Role: ParagraphRole.Body } first, ..]
            ? after.Skip(1).Prepend(first with { Content = new Inline[] { line, new LineBreak() }.Concat(first.Content).ToValueList() }).ToValueList()
            : after.Prepend(new Paragraph([line])).ToValueList();
    }

    /// <summary>What stands before and after the line of the title. The words of title and subtitle never go through the template.</summary>
    private static TitleBlock TitleBlockOf(string text, Metadata metadata, Func<string, ValueList<Block>> blocks)
    {
        var lines = text.Split('\n');
        var title = Array.FindIndex(lines, line => IsHeading(line, "#", FieldMark.Title));
        var before = title < 0 ? lines : lines[..title];
        var after = (title < 0 ? [] : lines[(title + 1)..]).Where(line => !IsHeading(line, "##", FieldMark.Subtitle));
        return new TitleBlock(blocks(string.Join('\n', before)), metadata.Title, metadata.Subtitle, blocks(string.Join('\n', after)));
    }

    private static bool IsHeading(string line, string mark, char field) =>
        EmptyFields.WithoutMarks(line).Trim() is var text && (text == mark || text == $"{mark} {field}");

    /// <summary>The lines of these short texts are lines, as in an address; a paragraph ends at an empty line.</summary>
    private static string WithLineBreaks(string markdown) =>
        string.Join('\n', markdown.Split('\n').Select(line => line.AsSpan().Trim().IsEmpty ? string.Empty : line.TrimEnd() + "  "));

    /// <summary>A line an element; <c>||</c> parts start and end, or start, centre and end.</summary>
    private ValueList<RunningLine> RunningLines(string filled, TitleFilling filling) => EmptyFields.SettleParts(filled, SurroundTexts.PartMark)
        .Split('\n')
        .Where(line => !line.AsSpan().Trim().IsEmpty)
        .Select(line => line.Split(SurroundTexts.PartMark).Select(part => filling.Fill(Line(part.Trim()))).ToArray())
        .Select(parts => parts switch
        {
            [var start] => new RunningLine(start, [], []),
            [var start, var end] => new RunningLine(start, [], end),
            _ => new RunningLine(parts[0], parts[1], parts[^1]),
        })
        .Where(line => !line.Start.IsEmpty || !line.Center.IsEmpty || !line.End.IsEmpty)
        .ToValueList();

    private ValueList<Inline> Line(string markdown)
    {
        if (markdown.Length == 0)
        {
            return [];
        }

        // With a word in front, "1. Mai" does not begin a list and "# 5" is no heading.
        const string Guard = "\uE005";
        var line = Parse($"{Guard} {markdown}") is [Paragraph paragraph, ..] ? paragraph.Content : [new Text(markdown)];
        return line[0] is Text first && first.Value.StartsWith(Guard, StringComparison.Ordinal)
            ? new[] { new Text(first.Value[Guard.Length..].TrimStart(' ')) }.Where(t => t.Value.Length > 0).Concat<Inline>(line.Skip(1)).ToValueList()
            : line;
    }
}
