using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Inlines;
using Publisher.Sources.PlainText.Characters;
using Publisher.Sources.PlainText.Lines;
using Publisher.Sources.PlainText.Tables;

namespace Publisher.Sources.PlainText.Blocks;

/// <summary>Builds blocks of units: nests lists, gathers the paragraphs of a quotation, writes the lines.</summary>
internal sealed class BlockBuilder(CleanText text, LineWriter writer, List<Unit> units)
{
    private readonly List<Change> _changes = [];

    /// <summary>List marks that the structure shows now.</summary>
    public IEnumerable<Change> Changes => _changes;

    /// <summary>The line of the unit of a kind; empty if there is none.</summary>
    public ValueList<Inline> LineOf(UnitKind kind) => units.Find(unit => unit.Kind == kind) is { } found ? Write(found) : default;

    /// <summary>The blocks below the title.</summary>
    public ValueList<Block> Blocks()
    {
        var blocks = new List<Block>();
        for (var i = 0; i < units.Count;)
        {
            switch (units[i].Kind)
            {
                case UnitKind.Title or UnitKind.Subtitle:
                    i++;
                    break;
                case UnitKind.Item:
                    blocks.Add(ListAt(ref i, units[i].Level));
                    break;
                case UnitKind.Quote:
                    blocks.Add(QuoteAt(ref i));
                    break;
                case UnitKind.Table:
                    blocks.Add(TableOf(units[i].Table!));
                    i++;
                    break;
                case UnitKind.Heading:
                    var content = Write(units[i]);
                    blocks.Add(new Heading(units[i].Level, content) { Span = SpanOf(content) });
                    i++;
                    break;
                default:
                    blocks.Add(ParagraphOf(units[i]));
                    i++;
                    break;
            }
        }

        return blocks.ToValueList();
    }

    private Paragraph ParagraphOf(Unit unit)
    {
        var content = Write(unit);
        return new Paragraph(content, unit.Role) { Span = SpanOf(content) };
    }

    private Table TableOf(TableDraft draft)
    {
        var rows = draft.Rows.ConvertAll(row => new TableRow(row.Select(CellOf).ToValueList()));
        var first = draft.Lines.First();
        var last = draft.Lines.MaxBy(line => line.End)!;
        var header = draft.HasHeader ? 1 : 0;
        return new Table(
            Enumerable.Range(0, draft.Columns).Select(column => new TableColumn(IsFigures(draft, column) ? ColumnAlignment.End : ColumnAlignment.Start)).ToValueList(),
            rows.Take(header).ToValueList(),
            rows.Skip(header).ToValueList())
        {
            Span = text.Span(first.Start, last.End - first.Start),
        };
    }

    private TableCell CellOf(List<TextLine> lines)
    {
        if (lines.Count == 0)
        {
            return new TableCell([]);
        }

        var content = writer.WriteLines(lines);
        return new TableCell([new Paragraph(content) { Span = SpanOf(content) }]);
    }

    /// <summary>Amounts and counts are set at the end of their column; dates and versions are not.</summary>
    private bool IsFigures(TableDraft draft, int column) => draft.Rows.Skip(draft.HasHeader ? 1 : 0).All(row =>
        row[column].Count == 0 || (row[column].Count == 1 && Cells.IsFigure(row[column][0].In(text.Text)) && row[column][0].In(text.Text).IndexOfAny('/', ':') < 0));

    private Quote QuoteAt(ref int i)
    {
        var content = new List<Block>();
        while (i < units.Count && units[i].Kind == UnitKind.Quote)
        {
            content.Add(ParagraphOf(units[i]));
            i++;
        }

        return new Quote(content.ToValueList()) { Span = content[0].Span.To(content[^1].Span) };
    }

    /// <summary>The list that begins at a unit, with the deeper lists inside it.</summary>
    private Block ListAt(ref int i, int level)
    {
        var mark = units[i].Mark!;
        var items = new List<ListItem>();
        while (i < units.Count && units[i].Kind == UnitKind.Item && units[i].Level == level && GoesOn(mark, units[i].Mark!, items.Count))
        {
            var content = new List<Block>();
            Remember(units[i].Mark!);
            content.Add(ParagraphOf(units[i]));
            i++;
            while (i < units.Count && (units[i].Kind == UnitKind.InItem || (units[i].Kind == UnitKind.Item && units[i].Level > level)))
            {
                content.Add(units[i].Kind == UnitKind.Item ? ListAt(ref i, units[i].Level) : ParagraphOf(units[i++]));
            }

            items.Add(new ListItem(content.ToValueList()) { Span = content[0].Span.To(content[^1].Span) });
        }

        var span = items[0].Span.To(items[^1].Span);
        return mark.IsBullet
            ? new UnorderedList(items.ToValueList()) { Span = span }
            : new OrderedList(items.ToValueList(), mark.Number, NumberingOf(mark.Kind), DelimiterOf(mark.Glyph)) { Span = span };
    }

    private static bool GoesOn(ListMark first, ListMark mark, int count) =>
        first.IsBullet == mark.IsBullet && (first.IsBullet || mark.Number == first.Number + count);

    private void Remember(ListMark mark) =>
        _changes.Add(new Change(text.Text.Substring(mark.Start, mark.Length), "", CorrectionRules.BlockMark) { Span = text.Span(mark.Start, mark.Length) });

    private ValueList<Inline> Write(Unit unit) => writer.Write(unit.Lines, unit.KeepsLines);

    private static SourceSpan SpanOf(ValueList<Inline> content) => content.IsEmpty ? default : content[0].Span.To(content[^1].Span);

    private static ListNumbering NumberingOf(ListMarkKind kind) => kind switch
    {
        ListMarkKind.Letter => ListNumbering.LowerLetter,
        ListMarkKind.UpperLetter => ListNumbering.UpperLetter,
        ListMarkKind.Roman => ListNumbering.LowerRoman,
        _ => ListNumbering.Decimal,
    };

    private static ListDelimiter DelimiterOf(char glyph) => glyph switch
    {
        ')' => ListDelimiter.Parenthesis,
        '(' => ListDelimiter.Parentheses,
        _ => ListDelimiter.Period,
    };
}
