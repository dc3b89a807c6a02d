using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Paragraphs;

/// <summary>
/// Divides lines into paragraphs: the likeliest division under a model with six kinds of evidence, found by dynamic programming
/// (Viterbi) over the lines in linear time; the last kind is looked at afterwards, where the others leave an end open.
/// <list type="number">
/// <item>The measure: would the first word of the next line still have fitted on this one? Each paragraph is set to one of the
/// document's <see cref="Measures"/>; a line inside a paragraph is full, a last line is full only by chance.</item>
/// <item>Typographic signs: space between the lines, blanks at the line end, indents. What they mean is learnt from the document
/// itself (<see cref="Signs"/>): a first division without them tells how often each sign stands at paragraph ends.</item>
/// <item>Words: sentence ends, small letters, words that want another one.</item>
/// <item>List marks: an item begins a paragraph.</item>
/// <item>Display lines: titles and headings are set larger, to a measure of their own that too few lines show; they end no sentence.</item>
/// <item>The lengths of paragraphs: those of a document are much alike (<see cref="ParagraphLengths"/>).</item>
/// </list>
/// All figures are natural logarithms of odds; most are in <see cref="ParagraphWeights"/>, fitted to real statements.
/// </summary>
internal sealed partial class ParagraphDivider
{
    // Titles and headings are set from a little larger than the text to twice as large.
    private const double LeastDisplayFill = 0.5;
    private const double UsualDisplayFill = 0.65;
    private const double MostDisplayFill = 0.97;

    // Outweighs all other evidence together.
    private const double Never = -30;

    private const int Rounds = 3;

    // Lines to learn the signs from; an extraction has the same habits on every page.
    private const int Sample = 3000;

    // Odds of less than three to one either way.
    private const double Doubt = 1.1;

    // An item or a quotation may be the only one of its measure; items are set in by one to four ems. In thousandths of an em.
    private static readonly int[] ItemIndents = [1200, 1800, 2400, 3000, 3700, 4500, 5400];

    private readonly string _text;
    private readonly List<TextLine> _lines;
    private readonly Measures _measures;
    private readonly List<int> _widths;
    private readonly ParagraphWeights _weights;
    private readonly LineFacts[] _facts;
    private readonly double _capital;
    private readonly bool _losesMarks;
    private readonly int _usualSpace;
    private readonly Signs _space = new([0.45, 0.40, 0.15], [0.88, 0.115, 0.005], 4);
    private readonly Signs _trailing = new([0.34, 0.33, 0.33], [0.36, 0.36, 0.28], 4);
    private readonly Signs _indentAfterFirst = new([0.12, 0.76, 0.12], [0.03, 0.87, 0.10], 4);
    private readonly Signs _indent = new([0.17, 0.70, 0.13], [0.02, 0.96, 0.02], 4);

    private ParagraphDivider(Galley galley, ParagraphWeights weights)
    {
        _weights = weights;
        _losesMarks = galley.TrailingMarks.Count > 0;
        _text = galley.Clean.Text;
        _lines = galley.FlowLines;
        _usualSpace = LineHabits.UsualSpace(_lines);
        _measures = galley.Measures;
        _widths = [.. _measures.All];
        foreach (var indent in ItemIndents)
        {
            var narrow = _measures.Text - indent;
            if (narrow > _measures.Text * 3 / 5 && _measures.All.TrueForAll(measure => Math.Abs(measure - narrow) > Measures.Tolerance(narrow) / 2))
            {
                _widths.Add(narrow);
            }
        }

        // In German every noun has a capital, elsewhere few words inside a sentence do.
        _capital = weights[galley.Language?.StartsWith("de", StringComparison.Ordinal) == true ? ParagraphEvidence.StartUpperGerman : ParagraphEvidence.StartUpper];
        _facts = new LineFacts[Math.Max(0, _lines.Count - 1)];
        for (var i = 0; i < _facts.Length; i++)
        {
            _facts[i] = FactsOf(i);
        }
    }

    private LineFacts FactsOf(int i)
    {
        var line = _lines[i].In(_text);
        var next = _lines[i + 1].In(_text);
        var end = LineWords.End(line);
        var start = LineWords.Start(next);
        var piece = LineWords.FirstPiece(next);
        return new LineFacts(
            end,
            start,
            _measures.Face.Width(piece),
            piece.Length > 5 ? _measures.Face.Width(piece[..3]) + _measures.Face.Hyphen : 0,
            Words(end, start, next),
            _measures.IsWrapped && i > 0 && end is LineEnd.Word or LineEnd.Link && _facts[i - 1].End is LineEnd.Sentence or LineEnd.Colon);
    }

    /// <summary>The paragraphs in order.</summary>
    public static List<LineGroup> Divide(Galley galley, ParagraphWeights weights) => Divide(galley, weights, out _);

    /// <summary>The paragraphs in order.</summary>
    /// <param name="galley">The lines.</param>
    /// <param name="weights">What the evidence weighs.</param>
    /// <param name="doubtful">Indexes of the lines of the flow that may as well begin a paragraph as go on with one.</param>
    public static List<LineGroup> Divide(Galley galley, ParagraphWeights weights, out List<int> doubtful)
    {
        var divider = new ParagraphDivider(galley, weights);
        for (var round = 1; round < Rounds; round++)
        {
            divider.Learn(divider.Likeliest(Math.Min(galley.FlowLines.Count, Sample), useSigns: round > 1));
        }

        var groups = divider.Likeliest(galley.FlowLines.Count, useSigns: true);
        return divider.Balance(groups, out doubtful);
    }

    private double ByIndent(int i, bool isFirst) =>
        _lines[i].Page == _lines[i + 1].Page ? (isFirst ? _indentAfterFirst : _indent).Odds(IndentChange(i)) : 0;

    private void Learn(List<LineGroup> groups)
    {
        foreach (var group in groups)
        {
            for (var i = group.First; i <= group.Last && i + 1 < _lines.Count; i++)
            {
                Count(i, i == group.Last, i == group.First);
            }
        }

        _space.Learn();
        _trailing.Learn();
        _indent.Learn();
        _indentAfterFirst.Learn();
    }

    private void Count(int i, bool isEnd, bool isFirst)
    {
        // An item's mark settles the matter; what stands round it would teach the wrong thing about running text.
        if (_lines[i + 1].Mark is not null)
        {
            return;
        }

        if (Space(i) is >= 0 and var space)
        {
            _space.Count(space, isEnd);
        }

        _trailing.Count(Trailing(i), isEnd);
        if (_lines[i].Page == _lines[i + 1].Page)
        {
            (isFirst ? _indentAfterFirst : _indent).Count(IndentChange(i), isEnd);
        }
    }

    /// <param name="n">How many lines to divide, from the first.</param>
    /// <param name="useSigns">False while nothing is known about the document's signs.</param>
    private List<LineGroup> Likeliest(int n, bool useSigns)
    {
        // Two states for each measure: in the first line of a paragraph (even), in a later one (odd). The last two are display lines.
        var display = _widths.Count;
        var states = display * 2 + 2;
        var score = new double[states];
        var next = new double[states];
        var from = new byte[n * states];
        for (var s = 0; s < states; s++)
        {
            score[s] = s % 2 == 1 ? double.NegativeInfinity : s == 0 || s / 2 == display ? 0 : Change(s / 2);
        }

        for (var i = 0; i + 1 < n; i++)
        {
            Array.Fill(next, double.NegativeInfinity);
            var (bestEnd, origin) = (double.NegativeInfinity, 0);
            var words = _facts[i].Words + (useSigns ? SpaceAndBlanks(i) : 0);
            var (afterFirst, afterLater) = useSigns ? (ByIndent(i, isFirst: true), ByIndent(i, isFirst: false)) : (0, 0);
            var fragment = _facts[i].IsFragment ? _weights[ParagraphEvidence.Fragment] : 0;
            var goesOn = _lines[i].GoesOn || _lines[i].DividesWord || _lines[i + 1].Continues;
            var begins = _lines[i + 1].Mark is not null || _lines[i + 1].StartsBlock;
            for (var k = 0; k <= display; k++)
            {
                var bestOfMeasure = double.NegativeInfinity;
                var (inside, atEnd) = goesOn ? (0, Never) : k == display ? DisplayFit(i) : Fit(i, k, isFirst: false);
                for (var s = k * 2; s <= (k * 2) + 1; s++)
                {
                    if (double.IsNegativeInfinity(score[s]))
                    {
                        continue;
                    }

                    var isFirst = s % 2 == 0;
                    var (full, last) = isFirst && k == 0 && !goesOn && _measures.FirstLineIndent > 0 ? Fit(i, k, isFirst: true) : (inside, atEnd);
                    var end = score[s] + last + words + (isFirst ? afterFirst : afterLater) + (isFirst || k == display ? 0 : fragment);
                    if (begins)
                    {
                        end -= Never;
                    }
                    else
                    {
                        Improve(s | 1, score[s] + full, s);
                    }

                    if (end > bestOfMeasure)
                    {
                        bestOfMeasure = end;
                        if (k > 0 && k < display)
                        {
                            Improve(k * 2, end + _weights[ParagraphEvidence.SameOtherMeasure], s);
                        }
                    }

                    if (end > bestEnd)
                    {
                        (bestEnd, origin) = (end, s);
                    }
                }
            }

            // A new paragraph may be set to any measure, whatever the one before was set to.
            Improve(0, bestEnd, origin);
            for (var other = 1; other < display; other++)
            {
                Improve(other * 2, bestEnd + Change(other), origin);
            }

            Improve(display * 2, bestEnd + _weights[ParagraphEvidence.Display], origin);
            (score, next) = (next, score);

            void Improve(int state, double value, int origin)
            {
                if (value > next[state])
                {
                    next[state] = value;
                    from[(i + 1) * states + state] = (byte)origin;
                }
            }
        }

        return Trace(n, score, from, states);
    }

    private double Change(int k) => k < _measures.All.Count ? _weights[ParagraphEvidence.OtherMeasure] : _weights[ParagraphEvidence.RareMeasure];

    private List<LineGroup> Trace(int n, double[] score, byte[] from, int states)
    {
        var groups = new List<LineGroup>();
        if (n == 0)
        {
            return groups;
        }

        var state = 0;
        for (var s = 1; s < states; s++)
        {
            state = score[s] + LastFit(n - 1, s / 2) > score[state] + LastFit(n - 1, state / 2) ? s : state;
        }

        var last = n - 1;
        for (var i = last; i >= 0; i--)
        {
            if (state % 2 == 0)
            {
                groups.Add(new LineGroup(i, last, state / 2 < _measures.All.Count ? state / 2 : 0, state / 2));
                last = i - 1;
            }

            state = from[i * states + state];
        }

        groups.Reverse();
        return groups;
    }

    private double LastFit(int i, int k) => k < _widths.Count ? Overflow(_lines[i].Width, _widths[k]) : _weights[ParagraphEvidence.Display];

    /// <summary>How well a line fits a title or heading of more lines than one.</summary>
    private (double Inside, double Last) DisplayFit(int i)
    {
        var line = _lines[i];
        var text = line.In(_text);
        var end = _facts[i].End;
        if (!_measures.IsWrapped || line.Mark is not null || end is LineEnd.Sentence or LineEnd.Semicolon)
        {
            return (-9, text[^1] is '?' or '!' ? 0 : -9);
        }

        var next = _lines[i + 1];
        var full = line.Width + _measures.Face.Blank + _facts[i].Piece;
        var inside = (full < _measures.Text * LeastDisplayFill && end != LineEnd.Link) || line.Width > _measures.Text * MostDisplayFill || next.Width > _measures.Text * MostDisplayFill
            || next.Width > full + Measures.Tolerance(full) || (next.Space > _usualSpace && next.Space > line.Space && !(end == LineEnd.Link && _facts[i].Start == LineStart.Lower))
            || LineWords.SectionDepth(next.In(_text)) > 0 || (_facts[i].Start != LineStart.Lower && LineWords.IsDated(next.In(_text)))
            ? -9
            : -0.5 - (1.5 * Math.Clamp(((_measures.Text * UsualDisplayFill) - full) / (_measures.Text * (UsualDisplayFill - LeastDisplayFill)), 0, 1));
        return (inside, end is LineEnd.Comma or LineEnd.Link or LineEnd.Colon or LineEnd.SoftHyphen ? -4 : line.Width > _measures.Text * MostDisplayFill ? -3 : 0);
    }

    /// <summary>How well a line fits a measure: as a line inside a paragraph, and as the last one.</summary>
    private (double Inside, double Last) Fit(int i, int k, bool isFirst)
    {
        if (!_measures.IsWrapped)
        {
            return (_weights[ParagraphEvidence.NotFull], 0);
        }

        var measure = _widths[k];
        var fit = Fit(i, measure);
        if (!isFirst || k > 0 || _measures.FirstLineIndent == 0)
        {
            return fit;
        }

        // Behind a heading the first line often is not indented.
        var indented = Fit(i, measure - _measures.FirstLineIndent);
        return (Math.Max(indented.Inside, fit.Inside + _weights[ParagraphEvidence.NotIndented]), Math.Max(indented.Last, fit.Last + _weights[ParagraphEvidence.NotIndented]));
    }

    private (double Inside, double Last) Fit(int i, int measure)
    {
        var facts = _facts[i];
        var width = VisibleWidth(_lines[i].Width, measure);
        var tolerance = Measures.Tolerance(measure);
        var endsWithHyphen = facts.End is LineEnd.SoftHyphen or LineEnd.Hyphen;
        var room = measure - width - (endsWithHyphen ? 0 : _measures.Face.Blank);
        var spare = room - facts.Piece;
        var overflow = Overflow(width, measure);

        // From "just does not fit" to "would have fitted by far", steadily.
        var fitted = Math.Clamp((spare + tolerance) / (4.0 * tolerance), 0, 1);
        var inside = fitted * _weights[ParagraphEvidence.NotFull];
        if (fitted <= 0 && _measures.IsHyphenated && facts.Syllable > 0 && !endsWithHyphen)
        {
            // Where words are divided, the first syllable would have gone up.
            inside = -0.9 * Math.Clamp((double)(room - facts.Syllable - tolerance) / (2 * tolerance), 0, 1);
        }

        return (inside + overflow, (1 - fitted) * _weights[ParagraphEvidence.FullByChance] + overflow);
    }

    private static double Overflow(int width, int measure) =>
        width <= measure ? 0 : -Math.Min(8, Math.Max(0, width - measure - Measures.Tolerance(measure) / 2) * 2.0 / Measures.Tolerance(measure));

    /// <summary>
    /// Extractions that join divided words print the line and the next as one: what counts is the part behind the join, which began on
    /// a line of its own.
    /// </summary>
    private int VisibleWidth(int width, int measure)
    {
        while (_measures.JoinsLines && width > measure + measure / 12)
        {
            width -= measure - measure / 60;
        }

        return Math.Max(width, 0);
    }

    private double Words(LineEnd end, LineStart start, ReadOnlySpan<char> next) =>
        _weights[ParagraphEvidence.Usual] + _weights[EvidenceOf(end)]
            + (start == LineStart.Upper ? _capital : _weights[EvidenceOf(start, next)])
            + (end == LineEnd.Sentence && LineWords.TakesUp(next) ? _weights[ParagraphEvidence.TakesUp] : 0)
            + (_losesMarks && start == LineStart.Lower ? LostMark(end) : 0);

    private static ParagraphEvidence EvidenceOf(LineEnd end) => end switch
    {
        LineEnd.Sentence => ParagraphEvidence.EndSentence,
        LineEnd.Colon => ParagraphEvidence.EndColon,
        LineEnd.Semicolon => ParagraphEvidence.EndSemicolon,
        LineEnd.Comma => ParagraphEvidence.EndComma,
        LineEnd.Hyphen => ParagraphEvidence.EndHyphen,
        LineEnd.SoftHyphen => ParagraphEvidence.EndSoftHyphen,
        LineEnd.Link => ParagraphEvidence.EndLink,
        _ => ParagraphEvidence.EndWord,
    };

    private static ParagraphEvidence EvidenceOf(LineStart start, ReadOnlySpan<char> line) => start switch
    {
        LineStart.Lower => ParagraphEvidence.StartLower,
        LineStart.Opening => ParagraphEvidence.StartOpening,
        LineStart.Closing => ParagraphEvidence.StartClosing,
        LineStart.Arrow => ParagraphEvidence.StartArrow,
        LineStart.Digit when IsEntry(line) => ParagraphEvidence.StartEntry,
        LineStart.Digit => LineWords.SectionDepth(line) switch
        {
            0 => ParagraphEvidence.StartDigit,
            1 => ParagraphEvidence.StartSection,
            _ => ParagraphEvidence.StartDeepSection,
        },
        _ => ParagraphEvidence.StartOther,
    };

    /// <summary>Items whose marks stand elsewhere may begin with a small letter, above all behind a colon or one another.</summary>
    private double LostMark(LineEnd end) => end switch
    {
        LineEnd.Colon => _weights[ParagraphEvidence.LostMarkBehindColon],
        LineEnd.Comma or LineEnd.Semicolon or LineEnd.Word => _weights[ParagraphEvidence.LostMark],
        _ => 0,
    };

    /// <summary>A numbered address ("2 https://…") or an hour ("18:00 - …") begins an entry.</summary>
    private static bool IsEntry(ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 4
            && (LineWords.IsAddress(line[digits..].TrimStart(" .)"))
                || (digits < 3 && line.Length > digits + 3 && line[digits] == ':' && char.IsAsciiDigit(line[digits + 1]) && char.IsAsciiDigit(line[digits + 2]) && !char.IsAsciiDigit(line[digits + 3])));
    }

    private double SpaceAndBlanks(int i) => (Space(i) is >= 0 and var space ? _space.Odds(space) : 0) + _trailing.Odds(Trailing(i));

    /// <summary>0, 1, or 2 for more empty lines between a line and the next; -1 where a page ends or something was taken out.</summary>
    private int Space(int i) =>
        _lines[i].Page != _lines[i + 1].Page || _lines[i + 1].Space < 0 ? -1 : Math.Min(2, _lines[i + 1].Space);

    private int Trailing(int i) => Math.Min(2, _lines[i].Trailing);

    /// <summary>0 if the next line is indented more, 1 if as much, 2 if less; a column either way is no indent.</summary>
    private int IndentChange(int i) => (_lines[i + 1].Indent - _lines[i].Indent) switch
    {
        > 1 => 0,
        < -1 => 2,
        _ => 1,
    };
}

/// <summary>What is asked of a line end again and again.</summary>
/// <param name="End">How the line ends.</param>
/// <param name="Start">How the next one begins.</param>
/// <param name="Piece">Width of what could have stood on the line as well, in thousandths of an em.</param>
/// <param name="Syllable">Width of a first syllable and a hyphen; 0 if the word is too short to be divided.</param>
/// <param name="Words">What the words say for a paragraph end.</param>
/// <param name="IsFragment">True if the line begins behind a sentence end and ends without one.</param>
internal readonly record struct LineFacts(LineEnd End, LineStart Start, int Piece, int Syllable, double Words, bool IsFragment);

/// <summary>Lines that belong together.</summary>
/// <param name="First">Index of the first line.</param>
/// <param name="Last">Index of the last.</param>
/// <param name="Measure">Index of the measure they are set to.</param>
/// <param name="Width">Index of that measure among all that were thought of, rare ones and display lines too.</param>
internal readonly record struct LineGroup(int First, int Last, int Measure, int Width)
{
    /// <summary>Number of lines.</summary>
    public int Count => Last - First + 1;
}
