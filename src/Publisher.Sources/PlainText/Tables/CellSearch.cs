namespace Publisher.Sources.PlainText.Tables;

/// <summary>
/// Finds the table that explains a strip of narrow lines best. A cell ends where its column left room for the next word, and hardly
/// elsewhere; the cells come row by row; some may be empty, at a cost; empty lines stand where the habit of the extraction puts them. The
/// cheapest cells and rows are found by dynamic programming for each set of column widths and each habit that the lines suggest.
/// </summary>
internal sealed class CellSearch
{
    private const int MostLinesInCell = 40;

    // So often widths and kinds of cells are corrected by what they led to, and so many tables are looked at again.
    private const int MostRounds = 4;
    private const int MostSettled = 6;
    private const int SampleLines = 120;
    private const int MostSets = 8;

    // Said of a state that is reached from another row; of one that begins a table.
    private const int BeginsRow = 1 << 30;
    private const int BeginsTable = -1;

    private readonly CellStrip _strip;
    private readonly CellCosts _costs;
    private readonly int _measure;

    // A state is a place where a cell begins and its column; columns count twice, for the first row, which is most often a head, and for the others.
    private readonly double[] _reached;
    private readonly int[] _from;

    // PERF: many sets of widths lead to the same.
    private readonly HashSet<string> _searched = [];

    // PERF: what whole lines cost in each column, asked for many times over; a third of the time.
    private readonly double[] _goesOn;
    private readonly double[] _ends;

    /// <param name="strip">The lines.</param>
    /// <param name="measure">Width of the page's text.</param>
    public CellSearch(CellStrip strip, int measure)
    {
        (_strip, _measure) = (strip, measure);
        _costs = new CellCosts(strip, measure);
        _reached = new double[strip.Places.Count * ColumnWidths.MostColumns * 2];
        _from = new int[_reached.Length];
        _goesOn = new double[strip.Count * ColumnWidths.MostColumns];
        _ends = new double[_goesOn.Length];
    }

    /// <summary>The table that costs least; null if none can be so much cheaper than text.</summary>
    /// <param name="gain">How much cheaper.</param>
    public CellGrid? Find(double gain) =>
        _costs.Text < CellCosts.Least + gain ? null : Found().OrderBy(grid => grid.Cost).Take(MostSettled).Select(Settle).MinBy(grid => grid.Cost);

    /// <summary>The best table for each habit and number of columns.</summary>
    private List<CellGrid> Found()
    {
        var sets = Sets().GroupBy(set => set.Length).ToList();
        var found = new List<CellGrid>();
        foreach (var habit in PrintingHabit.All(_strip))
        {
            _searched.Clear();
            foreach (var group in sets)
            {
                CellGrid? best = null;
                foreach (var widths in group)
                {
                    best = Refine(widths, habit, best?.Cost ?? double.MaxValue) ?? best;
                }

                if (best is not null)
                {
                    found.Add(best);
                }
            }
        }

        return found;
    }

    /// <summary>Sets of column widths to try.</summary>
    private List<int[]> Sets()
    {
        var sets = ColumnWidths.Sets(_strip, _measure);
        if (_strip.Count <= SampleLines)
        {
            return sets;
        }

        // PERF: the start of a long table shows which are worth a search of all of it; the others would take five times as long.
        var sample = new CellSearch(_strip.Start(SampleLines), _measure);
        return [.. sets.GroupBy(set => set.Length).SelectMany(group => group.OrderBy(sample.LeastOf).Take(MostSets))];
    }

    private double LeastOf(int[] widths) => PrintingHabit.All(_strip).Min(habit => Search(widths, habit, null, double.MaxValue)?.Cost ?? double.MaxValue);

    /// <summary>Searches with the widths, then with those that the cells found have, until they stay.</summary>
    private CellGrid? Refine(int[] widths, PrintingHabit habit, double bound)
    {
        CellGrid? best = null;
        for (var round = 0; round < MostRounds && _searched.Add(string.Join(',', widths)) && Search(widths, habit, null, bound) is { } grid; round++)
        {
            (best, bound, widths) = (grid, grid.Cost, grid.Widths);
        }

        return best;
    }

    /// <summary>Searches again with what the cells of each column have in common, until nothing is gained.</summary>
    private CellGrid Settle(CellGrid grid)
    {
        var bound = double.MaxValue;
        for (var round = 0; round < MostRounds && Search(grid.Widths, grid.Habit, ColumnKinds.Of(_strip, grid), bound) is { } next; round++)
        {
            (grid, bound) = (next, next.Cost);
        }

        var sparse = Enumerable.Range(0, grid.Widths.Length).Count(c => grid.Rows.Count(row => row[c] is not null) * 2 < grid.Rows.Count);
        return grid with { Cost = grid.Cost + (sparse * CellCosts.Sparse) };
    }

    /// <summary>The cheapest table of such columns; null if none costs less than the bound and text do.</summary>
    private CellGrid? Search(int[] widths, PrintingHabit habit, ColumnKinds? kinds, double bound)
    {
        var columns = widths.Length;
        var states = columns * 2;
        var best = Math.Min(bound, _costs.Text);
        var prior = _costs.Of(widths);
        FillLineCosts(widths);
        Array.Fill(_reached, double.MaxValue, 0, _strip.Places.Count * states);
        int end = -1, last = -1;
        for (var p = 0; p < _strip.Places.Count - 1; p++)
        {
            Begin(p);
            for (var state = p * states; state < (p + 1) * states; state++)
            {
                if (_reached[state] < best)
                {
                    Join(p, state);
                    Fill(p, state);
                }
            }
        }

        return end < 0 ? null : Build(end, last, widths, habit, best);

        void Reach(int place, int column, double cost, int from)
        {
            var state = (place * states) + column;
            if (cost < _reached[state])
            {
                (_reached[state], _from[state]) = (cost, from);
            }
        }

        // The table may begin with any line.
        void Begin(int p)
        {
            var line = _strip.Places[p].Line;
            if (_strip.LineStarts[line] != p)
            {
                return;
            }

            var before = _costs.Before(line) + prior + (_strip.Head.Count > 0 && line != _strip.Head.First ? CellCosts.WrongHead : 0);
            for (var c = 0; c < columns - 1 && c < 2; c++)
            {
                Reach(p, c, before + (c * CellCosts.EmptyCell), BeginsTable);
            }
        }

        // A cell of one line and the next cell's first, printed on one line.
        void Join(int p, int state)
        {
            var column = state % columns;
            for (var q = p + 1; habit.JoinsCells && _strip.Places[q].Line == _strip.Places[p].Line && _strip.WidthBetween(p, q) <= Limit(widths[column]); q++)
            {
                var cost = _reached[state] + CellCosts.Joined + StartOf(p, state) + _strip.JoinCosts[q];
                GoOnInRow(q, p, state, cost);
            }
        }

        // A cell that ends with a line.
        void Fill(int p, int state)
        {
            var column = state % columns;
            var isHead = IsHead(state);
            var isFirst = _from[state] == BeginsTable || (_from[state] & BeginsRow) != 0;
            var cost = _reached[state] + StartOf(p, state);
            var i = _strip.Places[p].Line;
            var width = _strip.Places[p].Rest;
            for (var height = 1; height <= MostLinesInCell && width <= Limit(widths[column]) && cost < best; height++)
            {
                var endOfRow = ((columns - column - 1) * EmptyCost(isHead)) + (isFirst ? CellCosts.SingleCell : 0) + EndOf(i, state);
                if (!isHead && cost + endOfRow + _costs.After(i) is var total && total < best)
                {
                    (best, end, last) = (total, _strip.LineStarts[i + 1], state);
                }

                if (i + 1 == _strip.Count)
                {
                    return;
                }

                var next = _strip.LineStarts[i + 1];
                var gap = _strip.Gaps[i + 1];
                var isWhole = height > 1 || _strip.LineStarts[i] == p;
                var done = cost + (isWhole ? _ends[(column * _strip.Count) + i] : _costs.End(i, width, widths[column])) + (isHead ? (height - 1) * CellCosts.TallHead : 0);
                var isOdd = (gap == Gap.Space) != (height >= habit.LeastSetOff);
                GoOnInRow(next, p, state, done + EndOf(i, state) + (gap == Gap.Page ? CellCosts.SplitRow : isOdd ? CellCosts.OddSpace : 0) + (habit.JoinsCells && height == 1 ? CellCosts.NotJoined : 0));

                var isWrong = isHead && _strip.Head.Count > 0 && i + 1 != _strip.Head.First + _strip.Head.Count;
                var row = done + endOfRow + (isWrong ? CellCosts.WrongHead : 0) + (gap == Gap.Page || (gap == Gap.Space) == habit.SetsRowsOff ? 0 : CellCosts.OddSpace);
                for (var c = 0; c < columns - 1; c++)
                {
                    Reach(next, columns + c, row + (c * CellCosts.EmptyCell), state | BeginsRow);
                }

                cost += isWhole ? _goesOn[(column * _strip.Count) + i] : _costs.GoOn(i, width, widths[column]);
                width = _strip.Widths[++i];
            }
        }

        // The next cell of the row begins at a place; columns between may stay empty.
        void GoOnInRow(int q, int p, int state, double cost)
        {
            var column = state % columns;
            var isHead = IsHead(state);
            var alike = _strip.BeginAlike(p, q) ? isHead ? CellCosts.AlikeHeads : CellCosts.AlikeCells : 0;
            for (var next = column + 1; next < columns; next++)
            {
                Reach(q, (isHead ? 0 : columns) + next, cost - alike + ((next - column - 1) * EmptyCost(isHead)), state);
            }
        }

        bool IsHead(int state) => state % states < columns;

        double StartOf(int p, int state) => kinds is null || IsHead(state) ? 0 : kinds.Starts[state % columns][_strip.StartKinds[p]];

        double EndOf(int i, int state) => kinds is null || IsHead(state) ? 0 : kinds.Ends[state % columns][CellStrip.EndKind(_strip.Ends[i])];
    }

    private void FillLineCosts(int[] widths)
    {
        for (var c = 0; c < widths.Length; c++)
        {
            for (var i = 0; i + 1 < _strip.Count; i++)
            {
                _goesOn[(c * _strip.Count) + i] = _costs.GoOn(i, _strip.Widths[i], widths[c]);
                _ends[(c * _strip.Count) + i] = _costs.End(i, _strip.Widths[i], widths[c]);
            }
        }
    }

    private static double EmptyCost(bool isHead) => isHead ? CellCosts.EmptyHead : CellCosts.EmptyCell;

    // The face may be another than ours.
    private static int Limit(int width) => width + (width / 40);

    /// <summary>The table whose last cell ends at a place.</summary>
    private CellGrid Build(int end, int state, int[] widths, PrintingHabit habit, double cost)
    {
        var columns = widths.Length;
        var rows = new List<GridCell?[]> { new GridCell?[columns] };
        var found = new int[columns];
        var to = end;
        while (true)
        {
            var (place, column) = (state / (columns * 2), state % columns);
            var cell = new GridCell(_strip.Places[place], _strip.Places[to], _strip.WidthOf(place, to));
            rows[^1][column] = cell;
            found[column] = Math.Max(found[column], cell.Width);
            to = place;
            if (_from[state] == BeginsTable)
            {
                break;
            }

            if ((_from[state] & BeginsRow) != 0)
            {
                rows.Add(new GridCell?[columns]);
            }

            state = _from[state] & ~BeginsRow;
        }

        rows.Reverse();
        for (var c = 0; c < columns; c++)
        {
            found[c] = found[c] == 0 ? widths[c] : found[c];
        }

        var (first, last) = (_strip.Places[to].Line, _strip.Places[end].Line - 1);
        return new CellGrid(rows, found, habit, cost)
        {
            Gain = _costs.Text - cost,
            CostOfLine = (cost - _costs.Of(widths) - _costs.Before(first) - _costs.After(last)) / (last - first + 1),
        };
    }
}
