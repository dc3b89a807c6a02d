using System.Collections.Immutable;

using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Frames;

namespace Publisher.Typesetting.Pages;

/// <summary>
/// Sets a table. The n-th slabs of all cells of a row share one strip of the galley, so that their baselines agree and a row may
/// end on a page and go on at the next. A cell that spans rows goes on through the strips of the rows it spans.
/// </summary>
internal sealed class TableSetter(GalleySetter galley, SettingContext context)
{
    // Rows up to this many lines are kept whole if a page has room for them.
    private const int ShortRow = 4;

    // Header rows higher than this are not repeated: the body would drown.
    private const double HighestRepeat = 150;

    // Measuring more rows than this makes no better columns, and a table may have ten thousand.
    private const int MeasuredRows = 200;

    private int _cells;

    /// <summary>Sets a table into slabs.</summary>
    /// <param name="table">What to set.</param>
    /// <param name="x">Left edge in points.</param>
    /// <param name="measure">Width in points; greater than zero.</param>
    public List<Slab> Set(FlowTable table, double x, double measure)
    {
        var slabs = new List<Slab>();
        if (table.Columns.IsEmpty)
            return slabs;

        var edges = Edges(table, x, measure);
        AddFrameRule(slabs, table, edges);
        var header = SetHeader(table, edges, slabs);
        var firstOfBody = slabs.Count;
        SetRows(table.Rows, table, edges, slabs, header);

        // A header is a heading: alone at the foot of a page it says nothing.
        if (!table.HeaderRows.IsEmpty && slabs.Count > firstOfBody)
            slabs[firstOfBody].Penalty = PageEnd.KeptWithNext;
        AddFrameRule(slabs, table, edges);

        // The first rule closes no row, it opens the table.
        if (slabs.Count > 0)
            slabs[0].Penalty = PageEnd.Free;
        return slabs;
    }

    /// <summary>The least and the natural width of a table in points.</summary>
    public (double Least, double Natural) Widths(FlowTable table)
    {
        var (least, natural) = ColumnWidths(table);
        return (least.Sum(), natural.Sum());
    }

    private List<Slab>? SetHeader(FlowTable table, double[] edges, List<Slab> slabs)
    {
        if (table.HeaderRows.IsEmpty)
            return null;

        var first = slabs.Count;
        SetRows(table.HeaderRows, table, edges, slabs, null);
        Tint(table, edges, slabs, first);
        AddFrameRule(slabs, table, edges);
        for (var i = 1; i < slabs.Count; i++)
            slabs[i].Penalty = PageEnd.KeptTogether;

        var before = context.Artifact;
        context.Artifact = ArtifactKind.Repetition;
        var repeat = new List<Slab>();
        AddFrameRule(repeat, table, edges);
        SetRows(table.HeaderRows, table, edges, repeat, null);
        Tint(table, edges, repeat, 0);
        AddFrameRule(repeat, table, edges);
        context.Artifact = before;
        foreach (var slab in repeat)
            slab.Notes = null;
        return repeat.Sum(s => s.Height + s.SpaceBefore) <= HighestRepeat ? repeat : null;
    }

    private static void Tint(FlowTable table, double[] edges, List<Slab> slabs, int first)
    {
        if (table.Style.HeaderTint is not { } tint)
            return;
        var surround = new Surround(edges[0], edges[^1] - edges[0], tint, 0, null);
        for (var i = first; i < slabs.Count; i++)
            slabs[i].Surround = surround;
    }

    private void SetRows(ImmutableArray<FlowRow> rows, FlowTable table, double[] edges, List<Slab> slabs, List<Slab>? header)
    {
        var spanning = new List<OpenCell>();
        for (var i = 0; i < rows.Length; i++)
        {
            var start = slabs.Count;
            var cells = OpenCells(rows[i], table, edges, spanning);
            SetStrips(cells, slabs, table, header, isLastRow: i == rows.Length - 1);
            spanning.RemoveAll(c => c.RowsLeft == 0);
            if (spanning.Count > 0 && slabs.Count > start && start > 0)
                slabs[start].Penalty = Math.Max(slabs[start].Penalty, i > 0 ? PageEnd.InRow : 0);
            if (i < rows.Length - 1 && spanning.Count == 0)
                AddRule(slabs, edges, table.Style.RowRule, table.Style.RowInk, header);
        }
    }

    // Cells that begin in the row, after those that reach into it from above.
    private List<OpenCell> OpenCells(FlowRow row, FlowTable table, double[] edges, List<OpenCell> spanning)
    {
        var cells = new List<OpenCell>(spanning);
        var column = 0;
        foreach (var cell in row.Cells)
        {
            while (column < table.Columns.Length && spanning.Exists(s => s.Column <= column && column < s.ColumnEnd))
                column++;
            var isBeyond = column >= table.Columns.Length;
            var start = Math.Min(column, table.Columns.Length - 1);
            var end = Math.Clamp(start + Math.Max(1, cell.ColumnSpan), start + 1, table.Columns.Length);
            var padding = Math.Min(table.Style.PaddingAcross.Points, (edges[end] - edges[start]) / 4);
            var left = edges[start] + padding;
            var content = galley.Set(cell.Blocks, left, Math.Max(1, edges[end] - edges[start] - (2 * padding)));
            var open = new OpenCell(++_cells, content, start, isBeyond ? start : end, Math.Max(1, cell.RowSpan));
            cells.Add(open);
            column = isBeyond ? column : end;
        }

        foreach (var cell in cells)
        {
            cell.RowsLeft--;
            if (cell.RowsLeft > 0 && !spanning.Contains(cell))
                spanning.Add(cell);
        }

        return cells;
    }

    // The row in one piece, its cells ending together.
    private static Slab Whole(List<OpenCell> cells)
    {
        var row = new Slab { Height = cells.Select(cell => GalleySetter.HeightOf(cell.Content)).DefaultIfEmpty(0).Max(), Cells = [] };
        foreach (var cell in cells)
        {
            row.Frames.AddRange(GalleySetter.Stack(cell.Content, row.Height - GalleySetter.HeightOf(cell.Content)));
            row.Cells.AddRange(Enumerable.Repeat(cell.Number, row.Frames.Count - row.Cells.Count));
            cell.Next = cell.Content.Count;
        }

        return row;
    }

    private static void SetStrips(List<OpenCell> cells, List<Slab> slabs, FlowTable table, List<Slab>? header, bool isLastRow)
    {
        if (table.Style.EndsTogether)
        {
            slabs.Add(Whole(cells));
            return;
        }

        var padding = table.Style.PaddingDown.Points;
        var strips = cells.Where(c => c.RowsLeft == 0 || isLastRow).Select(c => c.Content.Count - c.Next).DefaultIfEmpty(0).Max();
        var own = cells.Where(c => c.RowsLeft > 0).Select(c => Math.Min(1, c.Content.Count - c.Next)).DefaultIfEmpty(0).Max();
        strips = Math.Max(Math.Max(strips, own), 1);
        for (var i = 0; i < strips; i++)
        {
            var strip = Merge(cells);
            strip.Repeats = header;
            strip.Penalty = i == 0 ? PageEnd.Free : strip.Penalty + (strips <= ShortRow ? PageEnd.KeptTogether : PageEnd.InRow);
            strip.SpaceBefore = i == 0 ? 0 : strip.SpaceBefore;
            Pad(strip, i == 0 ? padding : 0, i == strips - 1 ? padding : 0);
            slabs.Add(strip);
        }
    }

    private static Slab Merge(List<OpenCell> cells)
    {
        var strip = new Slab { Cells = [] };
        foreach (var cell in cells)
        {
            if (cell.Next >= cell.Content.Count)
                continue;
            var slab = cell.Content[cell.Next];
            if (cell.Next > 0)
            {
                strip.SpaceBefore = Math.Max(strip.SpaceBefore, slab.SpaceBefore);
                strip.Penalty = Math.Max(strip.Penalty, slab.Penalty);
            }

            cell.Next++;
            strip.Frames.AddRange(slab.Frames);
            strip.Cells.AddRange(Enumerable.Repeat(cell.Number, slab.Frames.Count));
            strip.Height = Math.Max(strip.Height, slab.Height);
            strip.Surround ??= slab.Surround;
            if (slab.Notes is not null)
                (strip.Notes ??= []).AddRange(slab.Notes);
        }

        return strip;
    }

    private static void Pad(Slab slab, double above, double below)
    {
        for (var i = 0; above > 0 && i < slab.Frames.Count; i++)
            slab.Frames[i] = slab.Frames[i].Shifted(0, above);
        slab.Height += above + below;
    }

    private void AddFrameRule(List<Slab> slabs, FlowTable table, double[] edges) =>
        AddRule(slabs, edges, table.Style.FrameRule, table.Style.FrameInk);

    private void AddRule(List<Slab> slabs, double[] edges, Length thickness, Ink ink, List<Slab>? header = null)
    {
        if (thickness <= Length.Zero)
            return;

        // A rule closes the row above it: no page ends between them.
        var slab = new Slab { Height = thickness.Points, Penalty = PageEnd.KeptTogether, Repeats = header, Cells = [_cells] };
        slab.Frames.Add(new Box(
            new Length(edges[0]),
            Length.Zero,
            new Length(edges[^1] - edges[0]),
            thickness,
            ink)
        { Artifact = context.ArtifactOfLayout });
        slabs.Add(slab);
    }

    private double[] Edges(FlowTable table, double x, double measure)
    {
        var widths = table.Columns.All(c => c.Share > 0)
            ? [.. table.Columns.Select(c => c.Share / table.Columns.Sum(o => o.Share) * measure)]
            : FitColumns(table, measure);
        var edges = new double[widths.Length + 1];
        edges[0] = x;
        for (var i = 0; i < widths.Length; i++)
            edges[i + 1] = edges[i] + widths[i];
        return edges;
    }

    // The automatic layout of CSS 2.2, 17.5.2.2: natural widths if they fit, or else what is left over the least widths goes to
    // the columns by what they lack. The table always takes the whole measure.
    private double[] FitColumns(FlowTable table, double measure)
    {
        var (least, natural) = ColumnWidths(table);
        var leastSum = least.Sum();
        var naturalSum = natural.Sum();
        if (naturalSum <= measure)
            return [.. natural.Select(w => naturalSum > 0 ? w * measure / naturalSum : measure / natural.Length)];
        if (leastSum >= measure)
            return [.. least.Select(w => w * measure / leastSum)];

        var share = (measure - leastSum) / (naturalSum - leastSum);
        return [.. least.Select((w, i) => w + ((natural[i] - w) * share))];
    }

    private (double[] Least, double[] Natural) ColumnWidths(FlowTable table)
    {
        var least = new double[table.Columns.Length];
        var natural = new double[table.Columns.Length];
        var padding = 2 * table.Style.PaddingAcross.Points;
        Array.Fill(least, padding);
        Array.Fill(natural, padding);
        foreach (var row in table.HeaderRows.Concat(table.Rows.Take(MeasuredRows)))
        {
            var column = 0;
            foreach (var cell in row.Cells)
            {
                if (column >= least.Length)
                    break;
                if (cell.ColumnSpan <= 1)
                {
                    var (cellLeast, cellNatural) = galley.Widths(cell.Blocks);
                    least[column] = Math.Max(least[column], cellLeast + padding + 0.01);
                    natural[column] = Math.Max(natural[column], cellNatural + padding + 0.01);
                }

                column += Math.Max(1, cell.ColumnSpan);
            }
        }

        return (least, natural);
    }

    private sealed class OpenCell(int number, List<Slab> content, int column, int columnEnd, int rows)
    {
        public int Number { get; } = number;

        public List<Slab> Content { get; } = content;

        public int Column { get; } = column;

        public int ColumnEnd { get; } = columnEnd;

        public int RowsLeft { get; set; } = rows;

        public int Next { get; set; }
    }
}
