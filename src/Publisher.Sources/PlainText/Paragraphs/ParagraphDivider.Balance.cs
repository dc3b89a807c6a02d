using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Paragraphs;

internal sealed partial class ParagraphDivider
{
    // Odds that the lengths of paragraphs may outweigh, and how many such places one after the other are looked at together.
    private const double MostOpen = 4;
    private const int MostOpenAtOnce = 12;

    /// <summary>
    /// Looks again at the sentence ends that the line says little about, as many as stand between two certain ends at a time, and divides
    /// there so that the paragraphs become as long as they usually are in the document.
    /// </summary>
    private List<LineGroup> Balance(List<LineGroup> groups, out List<int> doubtful)
    {
        doubtful = [];
        if (!_measures.IsWrapped)
        {
            return groups;
        }

        var (paragraphs, items) = (new ParagraphLengths(), new ParagraphLengths());
        foreach (var group in groups)
        {
            if (_facts.Length > group.Last && EndsText(group.Last))
            {
                (_lines[group.First].Mark is null ? paragraphs : items).Count(group.Count);
            }
        }

        var balanced = new List<LineGroup>();
        var ends = new List<OpenEnd>();
        for (var g = 0; g < groups.Count;)
        {
            // Groups that only doubtful ends part.
            var last = g;
            ends.Clear();
            Collect(groups[g], ends);
            while (last + 1 < groups.Count && IsOpen(groups[last], groups[last].Last) is { } end && groups[last + 1].Width == groups[last].Width)
            {
                ends.Add(end);
                last++;
                Collect(groups[last], ends);
            }

            if (ends.Count == 0)
            {
                balanced.Add(groups[g]);
            }
            else
            {
                Divide(groups[g], groups[last].Last, ends, _lines[groups[g].First].Mark is null ? paragraphs : items, paragraphs, balanced, doubtful);
            }

            g = last + 1;
        }

        return balanced;
    }

    private bool EndsText(int i) => _facts[i].End is LineEnd.Sentence or LineEnd.Colon;

    private void Collect(LineGroup group, List<OpenEnd> ends)
    {
        for (var i = group.First; i < group.Last; i++)
        {
            if (IsOpen(group, i) is { } end)
            {
                ends.Add(end);
            }
        }
    }

    /// <summary>The end of a sentence at a line end that may as well end a paragraph; null if it is settled.</summary>
    private OpenEnd? IsOpen(LineGroup group, int i)
    {
        if (group.Width >= _widths.Count || i + 1 >= _lines.Count || _facts[i].End != LineEnd.Sentence)
        {
            return null;
        }

        var next = _lines[i + 1];
        if (next.Mark is not null || next.StartsBlock || next.Continues || _lines[i].GoesOn || _lines[i].DividesWord || _facts[i].Start == LineStart.Lower)
        {
            return null;
        }

        var (full, last) = Fit(i, group.Width, isFirst: i == group.First);
        var odds = last + _facts[i].Words + SpaceAndBlanks(i) + ByIndent(i, isFirst: i == group.First) - full + (group.Width > 0 ? _weights[ParagraphEvidence.SameOtherMeasure] : 0) + _weights[ParagraphEvidence.OpenEnd];
        return Math.Abs(odds) < MostOpen ? new OpenEnd(i, odds) : null;
    }

    /// <summary>The likeliest choice among open ends, by dynamic programming over the last few of them.</summary>
    /// <param name="group">The first of the groups that they part.</param>
    /// <param name="last">The last line of the last group.</param>
    /// <param name="ends">The open ends between the groups and in them.</param>
    /// <param name="ofFirst">Lengths of paragraphs such as the first.</param>
    /// <param name="lengths">Lengths of paragraphs.</param>
    /// <param name="balanced">Takes the paragraphs.</param>
    /// <param name="doubtful">Takes the lines that may as well begin a paragraph as go on with one.</param>
    private void Divide(LineGroup group, int last, List<OpenEnd> ends, ParagraphLengths ofFirst, ParagraphLengths lengths, List<LineGroup> balanced, List<int> doubtful)
    {
        var n = ends.Count;
        var best = new double[n + 1];
        var from = new int[n + 1];
        for (var to = 0; to <= n; to++)
        {
            best[to] = double.NegativeInfinity;
            for (var start = Math.Max(-1, to - MostOpenAtOnce); start < to; start++)
            {
                var value = (start < 0 ? 0 : best[start]) + Likely(start, to) + (to < n ? ends[to].Odds : 0);
                if (value > best[to])
                {
                    (best[to], from[to]) = (value, start);
                }
            }
        }

        var chosen = new List<int>();
        for (var end = n; end >= 0; end = from[end])
        {
            chosen.Add(end);
        }

        chosen.Reverse();
        for (var c = 0; c < chosen.Count; c++)
        {
            var (previous, end) = (c == 0 ? -1 : chosen[c - 1], chosen[c]);
            balanced.Add(group with { First = First(previous), Last = Last(end) });
        }

        // Lengths are a weak witness: what only they decide stays doubtful.
        doubtful.AddRange(ends.Where(end => Math.Abs(end.Odds - _weights[ParagraphEvidence.OpenEnd]) < Doubt).Select(end => end.Line + 1));

        int First(int start) => start < 0 ? group.First : ends[start].Line + 1;

        int Last(int end) => end < n ? ends[end].Line : last;

        double Likely(int start, int to)
        {
            var (first, end) = (First(start), Last(to));
            var isText = end == _lines.Count - 1 || EndsText(end);
            return first == end && (!isText || _lines[end].In(_text)[^1] is '?' or '!' or ':')
                ? _weights[ParagraphEvidence.SingleLine]
                : (_weights[ParagraphEvidence.Length] * (start < 0 ? ofFirst : lengths).Of(end - first + 1)) + (!isText && _facts[end].IsFragment ? _weights[ParagraphEvidence.Fragment] : 0);
        }
    }
}

/// <summary>The end of a sentence that may end a paragraph as well.</summary>
/// <param name="Line">Index of its line in the flow.</param>
/// <param name="Odds">What all evidence but the lengths of paragraphs says for an end.</param>
internal readonly record struct OpenEnd(int Line, double Odds);
