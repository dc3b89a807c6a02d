namespace Publisher.Typesetting.Paragraphs;

/// <summary>
/// Breaks a paragraph into lines of least total demerits (Knuth and Plass, "Breaking Paragraphs into Lines", 1981). Where we leave
/// the paper: a third hyphen in a row is never worth it, a short last line costs, the number of active lines is bounded so that no
/// input takes quadratic time, and a word that fits no line gets one of its own instead of failing.
/// </summary>
internal sealed class LineBreaker
{
    // The figures of plain TeX; doubled where German, with its long words, would else divide too readily, and HyphensInRow forbids.
    private const double LinePenalty = 10;
    private const double Tolerance = 200;
    private const double Worst = 10_000;

    // TeX's \emergencystretch: where some line must be bad, it tells a bad line from a worse one, which are both at the worst without it.
    private const double EmergencyStretch = 0.1;
    private const double AdjacentDemerits = 10_000;
    private const double DoubleHyphenDemerits = 20_000;
    private const double FinalHyphenDemerits = 5_000;
    private const double ShortLastLineDemerits = 20_000;
    private const double HyphensInRowDemerits = 1e9;
    private const double OverfullDemerits = 1e12;
    private const int MostHyphensInRow = 2;

    // A line of 100 characters has some 25 places to end; hostile input (spaces without width) has as many as it likes.
    private const int MostActive = 120;
    private const int Classes = 4;

    private readonly List<Node> _nodes = [];
    private readonly List<int> _active = [];

    /// <summary>Chooses the line ends.</summary>
    /// <param name="candidates">In reading order; the last one is forced.</param>
    /// <param name="settings">The measure and how lines may give.</param>
    /// <param name="chosen">Receives indexes of candidates, ascending, the last one included.</param>
    public void Break(ReadOnlySpan<BreakCandidate> candidates, in LineBreakerSettings settings, List<int> chosen)
    {
        var start = new BreakCandidate { NextHangStart = settings.FirstHangStart };
        if (settings.IsRagged)
            Search(candidates, start, settings, Worst);
        else if (!Search(candidates, start, settings, Tolerance) || LeastDemerits() >= HyphensInRowDemerits)
            Search(candidates, start, settings with { FreeStretch = settings.Measure * EmergencyStretch }, Worst);
        Trace(chosen);
    }

    private bool Search(ReadOnlySpan<BreakCandidate> candidates, in BreakCandidate start, in LineBreakerSettings settings, double tolerance)
    {
        _nodes.Clear();
        _active.Clear();
        _nodes.Add(new Node(-1, -1, 0, Fitness: 1, Hyphens: 0));
        _active.Add(0);
        Span<double> best = stackalloc double[Classes];
        Span<int> from = stackalloc int[Classes];
        for (var i = 0; i < candidates.Length; i++)
        {
            ref readonly var end = ref candidates[i];
            best.Fill(double.PositiveInfinity);
            var kept = 0;
            var dropped = -1;
            for (var k = 0; k < _active.Count; k++)
            {
                var index = _active[k];
                var node = _nodes[index];
                ref readonly var begin = ref node.Candidate < 0 ? ref start : ref candidates[node.Candidate];
                var ratio = RatioOf(begin, end, node.Candidate < 0 ? settings.FirstMeasure : settings.Measure, settings);
                if (ratio >= -1)
                    Consider(node, index, ratio, begin, end, i == candidates.Length - 1, settings, tolerance, best, from);
                else
                    dropped = index;
                if (ratio >= -1 && !end.IsForced)
                    _active[kept++] = index;
            }

            _active.RemoveRange(kept, _active.Count - kept);
            Activate(i, end, best, from);
            if (_active.Count > 0)
                continue;
            if (tolerance < Worst)
                return false;
            MakeOverfullLine(dropped, i, end);
        }

        return true;
    }

    // Greater than 0: how far the line's spaces must stretch in relation to what they may; below -1 they cannot shrink enough.
    private static double RatioOf(
        in BreakCandidate begin,
        in BreakCandidate end,
        double measure,
        in LineBreakerSettings settings)
    {
        var width = end.Width - begin.NextWidth + end.HyphenWidth - begin.NextHangStart - end.HangEnd;
        var gap = measure - width;
        if (gap >= 0)
        {
            var stretch = end.Stretch - begin.NextStretch + settings.FreeStretch;
            return stretch > 1e-6 ? gap / stretch : gap < 1e-6 ? 0 : 1e4;
        }

        // Sums of many widths carry rounding errors: a thousandth of a point is no overfull line.
        // Ragged lines keep their spaces as they are: one that does not fit is no line.
        var shrink = (settings.IsRagged ? 0 : end.Shrink - begin.NextShrink) + 1e-3;
        return gap / shrink;
    }

    private void Consider(
        in Node node,
        int index,
        double ratio,
        in BreakCandidate begin,
        in BreakCandidate end,
        bool isLast,
        in LineBreakerSettings settings,
        double tolerance,
        Span<double> best,
        Span<int> from)
    {
        var badness = end.IsForced && ratio >= 0 ? 0 : Math.Min(Worst, 100 * Math.Abs(ratio) * ratio * ratio);
        if (badness > tolerance)
            return;

        var fitness = end.IsForced && ratio >= 0 ? 1 : ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
        var line = LinePenalty + badness;
        var demerits = node.Demerits + (line * line) + ((double)end.Penalty * end.Penalty);
        if (Math.Abs(fitness - node.Fitness) > 1)
            demerits += AdjacentDemerits;
        if (end.EndsWithHyphen && node.Hyphens > 0)
            demerits += node.Hyphens >= MostHyphensInRow ? HyphensInRowDemerits : DoubleHyphenDemerits;
        if (isLast && node.Candidate >= 0)
        {
            if (node.Hyphens > 0)
                demerits += FinalHyphenDemerits;
            if (end.Width - begin.NextWidth < settings.ShortestLastLine)
                demerits += ShortLastLineDemerits;
        }

        if (demerits < best[fitness])
        {
            best[fitness] = demerits;
            from[fitness] = index;
        }
    }

    private void Activate(int candidate, in BreakCandidate end, ReadOnlySpan<double> best, ReadOnlySpan<int> from)
    {
        var least = double.PositiveInfinity;
        foreach (var demerits in best)
            least = Math.Min(least, demerits);
        if (double.IsPositiveInfinity(least))
            return;

        for (var fitness = 0; fitness < Classes; fitness++)
        {
            if (best[fitness] > least + AdjacentDemerits || double.IsPositiveInfinity(best[fitness]))
                continue;
            var hyphens = end.EndsWithHyphen ? _nodes[from[fitness]].Hyphens + 1 : 0;
            _nodes.Add(new Node(candidate, from[fitness], best[fitness], fitness, hyphens));
            _active.Add(_nodes.Count - 1);
        }

        while (_active.Count > MostActive)
            _active.RemoveAt(IndexOfWorstActive());
    }

    private int IndexOfWorstActive()
    {
        var worst = 0;
        for (var i = 1; i < _active.Count; i++)
        {
            if (_nodes[_active[i]].Demerits > _nodes[_active[worst]].Demerits)
                worst = i;
        }

        return worst;
    }

    // Nodes are in the order of their breaks: the last one dropped leaves least on the line.
    private void MakeOverfullLine(int from, int candidate, in BreakCandidate end)
    {
        var node = _nodes[from];
        _nodes.Add(new Node(candidate, from, node.Demerits + OverfullDemerits, 1, end.EndsWithHyphen ? node.Hyphens + 1 : 0));
        _active.Add(_nodes.Count - 1);
    }

    private double LeastDemerits() => _nodes[IndexOfBest()].Demerits;

    private int IndexOfBest()
    {
        var best = _active[0];
        foreach (var index in _active)
        {
            if (_nodes[index].Demerits < _nodes[best].Demerits)
                best = index;
        }

        return best;
    }

    private void Trace(List<int> chosen)
    {
        chosen.Clear();
        for (var i = IndexOfBest(); i > 0; i = _nodes[i].Previous)
            chosen.Add(_nodes[i].Candidate);
        chosen.Reverse();
    }

    private readonly record struct Node(int Candidate, int Previous, double Demerits, int Fitness, int Hyphens);
}
