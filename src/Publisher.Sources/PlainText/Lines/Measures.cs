namespace Publisher.Sources.PlainText.Lines;

/// <summary>
/// The measures (line lengths) that a text was set to, found from its line ends: a line that runs on into the next was as long as it
/// could be, so the measure lies between its width and its width with the next word. The measure of the text is what lies in most of
/// these intervals; further measures (lists, quotations) are what lies in most of those that the first does not explain.
/// </summary>
internal sealed class Measures
{
    private const int BinsInEm = 24;
    private const int WidestInEm = 250;
    private const int MostMeasures = 4;

    /// <summary>Lines to choose the face by; enough to tell, few enough to cost nothing.</summary>
    private const int Sample = 1500;

    // First lines are indented by a little less than an em to four.
    private const int LeastIndent = 700;
    private const int MostIndent = 4000;

    private Measures(TypeFace face, List<int> widths, bool wrapped, bool hyphenated, bool joinsLines)
    {
        Face = face;
        All = widths;
        IsWrapped = wrapped;
        IsHyphenated = hyphenated;
        JoinsLines = joinsLines;
    }

    /// <summary>The face that explains the line ends best.</summary>
    public TypeFace Face { get; }

    /// <summary>The measures in thousandths of an em; that of the text first. Never empty.</summary>
    public List<int> All { get; }

    /// <summary>The measure of the text.</summary>
    public int Text => All[0];

    /// <summary>How much narrower the first lines of paragraphs are set; 0 if they are not.</summary>
    public int FirstLineIndent { get; private init; }

    /// <summary>False if the text has a line for each paragraph.</summary>
    public bool IsWrapped { get; }

    /// <summary>True if words are divided at line ends.</summary>
    public bool IsHyphenated { get; }

    /// <summary>False if a text of some length has hardly a hyphen with a small letter behind it at its line ends.</summary>
    public bool DividesWords { get; private init; }

    /// <summary>True if the extraction joined lines where a word was divided, so that lines much longer than the measure occur.</summary>
    public bool JoinsLines { get; }

    /// <summary>How far a width may be off, because the face is another than ours: 1.5 in a hundred.</summary>
    public static int Tolerance(int measure) => Math.Max(150, measure * 3 / 200);

    /// <summary>Finds face and measures, and sets the width of each line.</summary>
    public static Measures Find(string text, List<TextLine> lines)
    {
        var hyphens = 0;
        var divided = 0;
        var count = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var endsWithHyphen = LineWords.End(line.In(text)) is LineEnd.SoftHyphen or LineEnd.Hyphen;
            hyphens += endsWithHyphen ? 1 : 0;
            divided += endsWithHyphen && i + 1 < lines.Count && char.IsLower(text[lines[i + 1].Start]) && !LineWords.LastWord(line.In(text)).Contains('/') ? 1 : 0;
            count += line.End - line.Start > 25 ? 1 : 0;
        }

        // No press office sets lines of 160 characters; such lines are whole paragraphs, unless sentences run over their ends.
        var isWrapped = lines.Count == 0 || LineHabits.LengthUpTo(50, lines) <= 160 || BreaksSentences(text, lines);
        var hyphenated = hyphens * 33 > count && hyphens > 2;
        var (face, widths) = (TypeFace.Common[0], new List<int>());
        var best = -1.0;
        foreach (var candidate in TypeFace.Common)
        {
            var (found, support) = Find(text, lines, candidate, Math.Min(Sample, lines.Count));
            if (support > best)
            {
                (face, widths, best) = (candidate, found, support);
            }
        }

        foreach (var line in lines)
        {
            line.Width = face.Width(line.In(text));
        }

        var longer = lines.Count(line => line.Width > widths[0] * 5 / 4);
        var indent = TakeFirstLineIndent(text, lines, face, widths);
        return new Measures(face, widths, isWrapped, hyphenated, longer > 1 && longer * 50 > lines.Count)
        {
            DividesWords = divided * 40 > count,
            FirstLineIndent = indent,
        };
    }

    /// <summary>
    /// A measure a little narrower than that of the text that only lines behind sentence ends are set to is that of indented first
    /// lines: takes it from the measures and returns the indent.
    /// </summary>
    private static int TakeFirstLineIndent(string text, List<TextLine> lines, TypeFace face, List<int> widths)
    {
        for (var k = 1; k < widths.Count; k++)
        {
            var indent = widths[0] - widths[k];
            if (indent is < LeastIndent or > MostIndent)
            {
                continue;
            }

            int first = 0, inside = 0;
            for (var i = 1; i + 1 < Math.Min(lines.Count, Sample); i++)
            {
                var upper = lines[i].Width + face.Blank + face.Width(LineWords.FirstPiece(lines[i + 1].In(text)));
                if (lines[i].Mark is not null || lines[i].Width > widths[k] + Tolerance(widths[k]) / 3 || upper < widths[k] || upper > widths[0] || LineWords.Start(lines[i + 1].In(text)) != LineStart.Lower)
                {
                    continue;
                }

                var begins = LineWords.End(lines[i - 1].In(text)) is LineEnd.Sentence or LineEnd.Colon || lines[i - 1].Width < widths[0] * 4 / 5;
                first += begins ? 1 : 0;
                inside += begins ? 0 : 1;
            }

            if (first > 1 && first > inside * 3)
            {
                widths.RemoveAt(k);
                return indent;
            }
        }

        return 0;
    }

    /// <summary>True if many long lines are followed by a small letter.</summary>
    private static bool BreaksSentences(string text, List<TextLine> lines)
    {
        int count = 0, broken = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].End - lines[i].Start > 60)
            {
                count++;
                broken += LineWords.Start(lines[i + 1].In(text)) == LineStart.Lower ? 1 : 0;
            }
        }

        return broken * 8 > count;
    }

    private static (List<int> Widths, double Support) Find(string text, List<TextLine> lines, TypeFace face, int count)
    {
        var pairs = new List<Interval>();
        var widest = 0;
        for (var i = 0; i + 1 < count; i++)
        {
            var line = lines[i].In(text);
            var width = face.Width(line);
            widest = Math.Max(widest, width);
            var next = lines[i + 1].In(text);
            var end = LineWords.End(line);
            var weight = lines[i + 1].Mark is not null || LineWords.Start(next) is LineStart.Closing ? 0
                : end is LineEnd.SoftHyphen ? 1
                : LineWords.Start(next) is LineStart.Lower ? 1
                : end is LineEnd.Sentence or LineEnd.Colon ? 0.05
                : 0.25;
            var room = end is LineEnd.SoftHyphen or LineEnd.Hyphen ? 0 : face.Blank;
            var upper = width + room + face.Width(LineWords.FirstPiece(next));
            if (weight > 0 && width < WidestInEm * 1000)
            {
                // The narrower the interval, the more it says.
                pairs.Add(new Interval(width, upper, weight));
            }
        }

        var widths = new List<int>();
        var support = 0.0;
        while (widths.Count < MostMeasures && pairs.Count > 0)
        {
            var (at, weight) = Deepest(pairs);
            if (widths.Count > 0 && weight < LeastWeight(at, widths[0]))
            {
                if (weight < 1.9)
                {
                    break;
                }

                pairs.RemoveAll(pair => pair.From <= at && pair.To >= at);
                continue;
            }

            support = widths.Count == 0 ? weight / pairs.Sum(pair => pair.Weight) : support;
            widths.Add(at);
            var tolerance = Tolerance(at);
            pairs.RemoveAll(pair => pair.From <= at + tolerance && pair.To >= at - tolerance);
            if (widths.Count == 1)
            {
                // Much shorter lines are no lines of a narrower text, much longer ones several lines that an extraction joined.
                pairs.RemoveAll(pair => pair.To < at * 3 / 5 || pair.From > at * 13 / 10);
            }
        }

        if (widths.Count == 0)
        {
            widths.Add(Math.Max(widest, 1000));
        }

        return (widths, support);
    }

    /// <summary>
    /// How many line ends make a further measure: two for a list or quotation, more for one that is much narrower or wider than the
    /// text, as few things are.
    /// </summary>
    private static double LeastWeight(int measure, int text) =>
        measure > text ? 1.4 : measure > text * 4 / 5 ? 1.9 : 5;

    /// <summary>The place that most intervals cover, by weight: the middle of the deepest stretch.</summary>
    private static (int At, double Weight) Deepest(List<Interval> pairs)
    {
        // PERF: 48 kB some sixty times a text were 3 MB of new memory, a tenth of the page faults of a cold run.
        Span<double> bins = stackalloc double[WidestInEm * BinsInEm + 2];
        var last = 0;
        foreach (var pair in pairs)
        {
            bins[Bin(pair.From)] += pair.Weight;
            bins[Bin(pair.To)] -= pair.Weight;
            last = Math.Max(last, Bin(pair.To));
        }

        double depth = 0, best = -1;
        int from = 0, to = 0;
        for (var i = 0; i <= last; i++)
        {
            depth += bins[i];
            if (depth > best + 1e-9)
            {
                (best, from, to) = (depth, i, i);
            }
            else if (depth > best - 1e-9 && to == i - 1)
            {
                to = i;
            }
        }

        return ((from + to + 1) * 1000 / BinsInEm / 2, best);
    }

    private static int Bin(int width) => Math.Clamp(width * BinsInEm / 1000, 0, WidestInEm * BinsInEm);

    private readonly record struct Interval(int From, int To, double Weight);
}
