using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Md = Markdig.Syntax;

namespace Publisher.Sources.Markdown;

/// <summary>
/// Reads lists so that every number stays what it was. Markdown numbers items anew from the first, so "3. Oktober" and "9. November"
/// would become 3 and 4: here a list is parted where its numbers do not follow on one another, and items that are no list at all (a
/// date, an initial, "i. d. R.") become text again.
/// </summary>
internal sealed class ListReader(Reading reading, Func<Md.ContainerBlock, ValueList<Block>> readContent)
{
    private static readonly string[] Months =
    [
        "Januar", "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
    ];

    /// <summary>The blocks of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="wasText">True if none of it is a list.</param>
    public IEnumerable<Block> Read(Md.ListBlock list, out bool wasText)
    {
        var items = list.Cast<Md.ListItemBlock>()
            .Select(item => new Item(item, new ListItem(readContent(item)) { Span = reading.Span(item.Span) }))
            .ToList();
        wasText = false;
        if (!list.IsOrdered)
        {
            return [new UnorderedList([.. items.Select(item => item.Content)], !list.IsLoose) { Span = reading.Span(list.Span) }];
        }

        var runs = Runs(items);
        wasText = IsText(list, items, runs);
        return wasText ? AsText(items) : runs.Select(run => Ordered(list, run));
    }

    /// <summary>Joins two paragraphs of which the second stood on the line behind the first.</summary>
    public static Paragraph Join(Paragraph first, Paragraph second) =>
        first with { Content = Line.Finish([.. first.Content, Line.SoftBreak, .. second.Content]), Span = first.Span.To(second.Span) };

    private static OrderedList Ordered(Md.ListBlock list, List<Item> run) => new(
        [.. run.Select(item => item.Content)],
        run[0].Source.Order,
        list.BulletType switch
        {
            'a' => ListNumbering.LowerLetter,
            'A' => ListNumbering.UpperLetter,
            'i' => ListNumbering.LowerRoman,
            'I' => ListNumbering.UpperRoman,
            _ => ListNumbering.Decimal,
        },
        list.OrderedDelimiter == ')' ? ListDelimiter.Parenthesis : ListDelimiter.Period,
        !list.IsLoose)
    {
        Span = run[0].Content.Span.To(run[^1].Content.Span),
    };

    /// <summary>The items in runs whose numbers follow on one another; all 1 (or 0) is Markdown's way to let the machine count.</summary>
    private static List<List<Item>> Runs(List<Item> items)
    {
        if (items[0].Source.Order <= 1 && items.TrueForAll(item => item.Source.Order == items[0].Source.Order))
        {
            return [items];
        }

        var runs = new List<List<Item>>();
        foreach (var item in items)
        {
            if (runs.Count > 0 && runs[^1][^1].Source.Order + 1 == item.Source.Order)
            {
                runs[^1].Add(item);
            }
            else
            {
                runs.Add([item]);
            }
        }

        return runs;
    }

    /// <summary>
    /// With a full stop, items that each begin with a month are dates; single ones that do not begin at 1, or are lettered, are no list.
    /// With a parenthesis they are meant.
    /// </summary>
    private static bool IsText(Md.ListBlock list, List<Item> items, List<List<Item>> runs)
    {
        if (list.OrderedDelimiter != '.')
        {
            return false;
        }

        var single = runs.TrueForAll(run => run.Count == 1);
        return (single && (list.BulletType != '1' || items.Count > 1 || items[0].Source.Order != 1))
            || items.TrueForAll(item => BeginsWithMonth(item.Content));
    }

    private static bool BeginsWithMonth(ListItem item) =>
        item.Content is [Paragraph { Content: [Text text, ..] }, ..]
        && Months.Any(month => text.Value.StartsWith(month, StringComparison.Ordinal));

    private List<Block> AsText(List<Item> items)
    {
        var blocks = new List<Block>();
        Md.ListItemBlock? previous = null;
        foreach (var item in items)
        {
            var read = AsText(item);
            if (previous is not null && reading.Follows(previous, item.Source) && blocks is [.., Paragraph before] && read is [Paragraph first, ..])
            {
                blocks[^1] = Join(before, first);
                read = read[1..];
            }

            blocks.AddRange(read);
            previous = item.Source;
        }

        return blocks;
    }

    private ValueList<Block> AsText(Item item)
    {
        var mark = MarkOf(item.Source);
        reading.Report(DiagnosticCode.ParagraphUncertain, DiagnosticSeverity.Note, mark.Span, $"\"{mark.Value}\" at the start of a line looks like a number of a list; it was kept as text.", $"Write {mark.Value.TrimEnd('.')}\\. to be sure, or {mark.Value.TrimEnd('.')}) if a list is meant.");
        if (item.Content.Content is [Paragraph first, .. var rest] && !HidesWords(item.Source, mark))
        {
            var content = Line.Finish([mark, new Text(" "), .. first.Content]);
            return [first with { Content = content, Span = mark.Span.To(first.Span) }, .. rest];
        }

        return [new Paragraph([mark]) { Span = mark.Span }, .. item.Content.Content];
    }

    /// <summary>True if a definition of a link stands between the mark and what follows: it may turn out to be text too.</summary>
    private bool HidesWords(Md.ListItemBlock item, Text mark)
    {
        // The library leaves a paragraph the span of the definitions above it.
        var start = item[0] is Md.ParagraphBlock { Inline.FirstChild: { Span.IsEmpty: false } first } ? first.Span.Start : item[0].Span.Start;
        return reading.Original(new Md.SourceSpan(item.Span.Start + mark.Value.Length, start - 1)).Any(char.IsLetterOrDigit);
    }

    private Text MarkOf(Md.ListItemBlock item)
    {
        var text = reading.Original(item.Span);
        var end = 0;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        end = Math.Min(end + 1, text.Length);
        return new Text(text[..end]) { Span = reading.Span(item.Span.Start, end) };
    }

    private readonly record struct Item(Md.ListItemBlock Source, ListItem Content);
}
