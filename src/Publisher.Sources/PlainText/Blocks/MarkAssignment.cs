using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Blocks;

/// <summary>
/// Which lines of a page the marks below it belong to, or which lines of a block the marks above it: as many lines as marks, in the
/// same order, so that the evidence for all of them together is best (dynamic programming over marks and lines). Items follow one another, stand below a colon, are set narrower
/// than the text, begin with small letters or end like parts of an enumeration; marks that stand close together belong to lines
/// that do. The figures are logarithms of odds, set by hand from real statements.
/// </summary>
internal sealed class MarkAssignment
{
    // A second list on the same page wants some evidence of its own.
    private const double NewRun = -2;

    // Where a line is no item's for another reason than its words.
    private const double Hardly = -8;

    // The items of marks above a block are seldom in the next.
    private const double Beyond = -2.5;

    // What stands in a row of so many short units that no colon announces is a table or a programme.
    private const int LongRow = 8;

    // Items that begin inside what looked like one paragraph have few lines.
    private const int FarthestInside = 6;

    // How many lines an item may have on the next page.
    private const int MostLinesOver = 40;

    // A few words are enough to see that two items begin alike.
    private const int LongestBeginning = 40;

    // Below a name stand an office and a street before what one can call.
    private const int LinesOfContact = 2;

    // Items are set in by more than an em.
    private const int LeastIndent = 1000;

    private readonly UnitView _view;
    private readonly List<UnitLine> _lines;
    private readonly int _first;
    private readonly int _count;
    private readonly List<TextLine> _marks;
    private readonly UnitFacts[] _facts;
    private readonly int _usualSpace;
    private readonly bool _printsSpace;
    private readonly bool _isContinued;
    private readonly bool _isBlock;

    /// <param name="view">The units.</param>
    /// <param name="lines">All their lines.</param>
    /// <param name="first">The page's first line.</param>
    /// <param name="end">The line behind its last.</param>
    /// <param name="marks">The marks, no more than lines.</param>
    /// <param name="next">The first mark of the next page.</param>
    /// <param name="usualSpace">Empty lines between any two lines.</param>
    /// <param name="isBlock">True if the lines begin with the block of the items, with the marks above it.</param>
    public MarkAssignment(UnitView view, List<UnitLine> lines, int first, int end, List<TextLine> marks, ListMark? next, int usualSpace, bool isBlock)
    {
        (_view, _lines, _first, _count, _marks, _usualSpace) = (view, lines, first, end - first, marks, usualSpace);

        // An extraction that prints empty lines prints one between the text and the marks.
        _isBlock = isBlock;
        _printsSpace = marks[0].Space > 0 && !isBlock;
        _facts = FactsOfLines();
        _isContinued = next is { IsBullet: false, Number: > 1 } && next.Kind == marks[^1].Mark!.Kind && next.Number == marks[^1].Mark!.Number + 1;
    }

    /// <summary>Gives each mark its line.</summary>
    public void Assign()
    {
        var from = new int[_marks.Count, _count];
        var score = new double[_count];
        for (var j = 0; j < _count; j++)
        {
            score[j] = Likeness(0, j, inRun: false) + (!_isBlock ? Before(j) : j > 0 ? Hardly * 2 : 0);
        }

        for (var k = 1; k < _marks.Count; k++)
        {
            score = Next(k, score, from);
        }

        var line = 0;
        for (var j = 1; j < _count; j++)
        {
            line = score[j] + Behind(j) >= score[line] + Behind(line) ? j : line;
        }

        for (var k = _marks.Count - 1; k >= 0; k--)
        {
            _lines[_first + line].Line.Mark ??= _marks[k].Mark;
            line = from[k, line];
        }
    }

    /// <summary>The best that can be had with a mark on each of the lines, given the same for the mark before.</summary>
    private double[] Next(int k, double[] before, int[,] from)
    {
        var score = new double[_count];
        var (far, farLine) = (double.NegativeInfinity, 0);
        var start = 0;
        var term = -1;
        var next = 0;
        for (var j = 0; j < _count; j++)
        {
            // The item before begins at any line up to the last start of a unit, or inside that unit.
            for (; next < start; next++)
            {
                if (before[next] >= far)
                {
                    (far, farLine) = (before[next], next);
                }
            }

            var (best, origin) = (far + NewRun + Likeness(k, j, inRun: false) + (IsClose(k) ? Hardly : 0), farLine);
            var inRun = Likeness(k, j, inRun: true);
            for (var i = Math.Max(start, j - FarthestInside); i < j; i++)
            {
                Try(i);
            }

            if (start < j - FarthestInside)
            {
                Try(start);
            }

            if (_facts[j].IsTerm)
            {
                // Between two terms stands the text that explains the first.
                if (term >= 0 && term < start)
                {
                    Try(term);
                }

                term = j;
            }

            (score[j], from[k, j]) = (best, origin);
            if (_lines[_first + j].IsStart)
            {
                start = j;
            }

            void Try(int i)
            {
                if (before[i] + inRun + ByDistance(k, i, j) + Parallel(k, i, j) is var value && value >= best)
                {
                    (best, origin) = (value, i);
                }
            }
        }

        return score;
    }

    /// <summary>True if a mark stands right below the one before, as their lines then do.</summary>
    private bool IsClose(int k) => _printsSpace && k > 0 && k < _marks.Count && _marks[k].Space == 0 && IsAlike(k);

    private bool IsAlike(int k) => _marks[k].Mark is var mark && _marks[k - 1].Mark is var other && mark!.Kind == other!.Kind && mark.Glyph == other.Glyph;

    /// <summary>True if a list begins with a mark, here or inside an item.</summary>
    private bool BeginsList(int k) => k < _marks.Count && _marks[k].Mark is var mark && (mark!.IsBullet ? k == 0 || !IsAlike(k) : mark.Number == 1);

    /// <summary>Marks stand as far apart as their lines.</summary>
    private double ByDistance(int k, int i, int j) =>
        IsClose(k) ? (j == i + 1 ? (_lines[_first + j].Line.Space <= 0 ? 1 : 0) : Hardly)
        : _printsSpace && j == i + 1 && _lines[_first + j].Line.Space == 0 && IsAlike(k) ? -2
        : 0;

    /// <summary>A list that goes on from the page before begins at the top.</summary>
    private double Before(int j) => _marks[0].Mark is { IsBullet: false, Number: > 1 } || EndsWithItem(_first - 1) ? UnitsBetween(0, j) * -0.7 : 0;

    /// <summary>True if the page before ends with an item that has such a mark.</summary>
    private bool EndsWithItem(int last)
    {
        for (var n = 0; n < MostLinesOver && last > 0 && !_lines[last].IsStart && _lines[last].Line.Mark is null; n++)
        {
            last--;
        }

        return last > 0 && _lines[last].Line.Mark is { } mark && mark.Kind == _marks[0].Mark!.Kind && mark.Glyph == _marks[0].Mark!.Glyph;
    }

    /// <summary>A list that goes on at the next page ends at the foot.</summary>
    private double Behind(int j) => _isContinued ? UnitsBetween(j + 1, _count) * -0.7 : 0;

    private int UnitsBetween(int i, int j) => i >= j ? 0 : Math.Min(5, _lines[_first + j - 1].Unit - _lines[_first + i].Unit);

    private double Likeness(int k, int j, bool inRun)
    {
        var facts = _facts[j];
        if (facts.IsImpossible)
        {
            return Hardly;
        }

        var (end, isSingle, fill) = IsClose(k + 1) ? (facts.LineEnd, true, facts.LineFill) : (facts.End, facts.IsSingle, facts.Fill);
        var likeness = facts.Likeness;
        likeness += facts.IsTerm ? 2.5 : j > 0 && _facts[j - 1].IsTerm ? -2 : 0;
        likeness += inRun ? 1.2 : facts.Before == LineEnd.Colon && !(j > 0 && _facts[j - 1].IsTerm) && (BeginsList(k) || _marks[k].Mark!.IsBullet) ? 3 : 0;
        likeness += facts.Start != LineStart.Lower || !facts.BeginsApart ? 0
            : inRun || facts.Before is LineEnd.Colon or LineEnd.Comma or LineEnd.Semicolon ? 2
            : facts.Before is LineEnd.Word or LineEnd.Link && facts.Space >= 0 ? 1
            : 0;
        likeness += end switch
        {
            LineEnd.Comma or LineEnd.Semicolon => 1.5,
            LineEnd.Colon => BeginsList(k + 1) ? 1 : -1.5,
            _ => 0,
        };

        // The items of a list stand close together; a line with space above and below is a heading.
        likeness += inRun && _printsSpace ? (facts.Space == 0 ? 0.5 : facts.Space > 0 ? -0.5 : 0) : 0;
        likeness += facts.Space > 0 && facts.Below > 0 && isSingle && fill < 0.8 && facts.Before != LineEnd.Colon ? (inRun ? -0.8 : -1.5) : 0;

        // A short unit before a long one looks like a heading.
        likeness += isSingle && fill < 0.7 && facts.Start != LineStart.Lower && (end == LineEnd.Word || facts.IsQuestion) && facts.FillBelow > (_printsSpace ? 1.5 : 0.9) ? -1.2 : 0;
        return likeness;
    }

    /// <summary>The items of a list are alike.</summary>
    private double Parallel(int k, int i, int j)
    {
        if (!IsAlike(k) || _marks[k].Mark is { IsBullet: false, Number: 1 })
        {
            return 0;
        }

        if (BeginAlike(i, j))
        {
            return 2;
        }

        if (!_facts[i].IsStart || !_facts[j].IsStart)
        {
            return 0;
        }

        var (one, other) = (_facts[i], _facts[j]);
        var likeness = one.Start == LineStart.Lower != (other.Start == LineStart.Lower) ? -1.5 : one.Start == LineStart.Lower ? 0.5 : 0;
        likeness += one.End is LineEnd.Comma or LineEnd.Semicolon or LineEnd.Link ? 0.5
            : one.End == LineEnd.Sentence && other.End == LineEnd.Word ? -1
            : one.End == LineEnd.Word && other.End == LineEnd.Sentence ? -0.5
            : 0;
        likeness += !one.IsSingle && !other.IsSingle && one.Measure != other.Measure ? -0.7 : 0;
        return likeness;
    }

    /// <summary>True if two lines begin with the same words.</summary>
    private bool BeginAlike(int i, int j)
    {
        var one = _view.In(_lines[_first + i].Line);
        var other = _view.In(_lines[_first + j].Line);
        var same = one[..Math.Min(one.Length, LongestBeginning)].CommonPrefixLength(other);
        return same > 3 && one[..same].LastIndexOf(' ') > 3;
    }

    private UnitFacts[] FactsOfLines()
    {
        var facts = new UnitFacts[_count];
        var rest = default(UnitRest);
        for (var index = Math.Min(_lines.Count, _first + _count + MostLinesOver) - 1; index >= _first; index--)
        {
            rest = RestFrom(index, rest);
            if (index < _first + _count)
            {
                facts[index - _first] = FactsOf(index, rest);
            }
        }

        return facts;
    }

    /// <summary>What is left of a unit from a line on, given the same for the next line.</summary>
    private UnitRest RestFrom(int index, UnitRest below)
    {
        var (line, unit, _) = _lines[index];
        if (below.Last == 0 || _lines[below.Last].Unit != unit)
        {
            return new UnitRest(index, line.Width, line.Width, int.MaxValue);
        }

        var withNext = line.Width + _view.Measures.Face.Blank + _view.Measures.Face.Width(LineWords.FirstPiece(_view.In(_lines[index + 1].Line)));
        return new UnitRest(below.Last, below.Width + line.Width, Math.Max(below.Widest, line.Width), Math.Min(below.WithNext, withNext));
    }

    private UnitFacts FactsOf(int index, UnitRest rest)
    {
        var (line, unit, isStart) = _lines[index];
        var text = _view.In(line);
        var last = rest.Last;
        var before = index == 0 ? LineEnd.Word : LineWords.End(_view.In(_lines[index - 1].Line));
        var ending = _view.In(_lines[last].Line);
        var start = LineWords.Start(text);
        var likeness = isStart ? (IsInShortRow(unit) ? -2.5 : 0) : Inside(index, before);
        likeness += _isBlock && index > _first && line.Space > 0 ? Beyond : 0;
        likeness += start == LineStart.Opening && ending[^1] is '"' or '“' or '”' or '»' ? -1 : 0;
        likeness += ByMeasure(unit, rest.Widest, rest.WithNext);
        likeness += IsContact(index, last) ? -2 : 0;
        likeness += LetterLines.IsSalutation(text) || LetterLines.IsValediction(text) || (index > 0 && LetterLines.IsSalutation(_view.In(_lines[index - 1].Line))) ? -4 : 0;
        likeness += SectionLabel.Of(text, null).Kind is not null ? -4 : 0;
        return new UnitFacts
        {
            IsImpossible = index == 0 || line.Mark is not null || _view.Units[unit].Kind == UnitKind.Table,
            Likeness = likeness,
            IsStart = isStart,
            BeginsApart = isStart || IsSetOff(index),
            IsTerm = isStart && IsTerm(unit),
            Measure = _view.Units[unit].Measure,
            Start = start,
            Before = before,
            End = LineWords.End(ending),
            Fill = (double)rest.Width / _view.Measures.Text,
            IsSingle = last == index,
            LineEnd = LineWords.End(text),
            IsQuestion = ending[^1] is '?' or '!',
            LineFill = (double)line.Width / _view.Measures.Text,
            Space = index > 0 && _lines[index - 1].Line.Page != line.Page ? -1 : line.Space,
            Below = last + 1 < _lines.Count && _lines[last + 1].Line.Page == line.Page ? _lines[last + 1].Line.Space : -1,
            FillBelow = isStart && last == index && unit + 1 < _view.Units.Count ? _view.Fill(unit + 1) : 0,
        };
    }

    /// <summary>An item may begin inside what looked like one paragraph, where a line is not full or something ended.</summary>
    private double Inside(int index, LineEnd before)
    {
        if (_lines[index - 1].Line is { GoesOn: true } or { DividesWord: true })
        {
            return Hardly;
        }

        var measures = _view.Measures;
        var text = _view.In(_lines[index].Line);
        var spare = measures.Text - _lines[index - 1].Line.Width - measures.Face.Blank - measures.Face.Width(LineWords.FirstPiece(text));
        return -7
            + before switch
            {
                LineEnd.Semicolon when LineWords.Start(text) == LineStart.Upper => 3,
                LineEnd.Sentence or LineEnd.Semicolon or LineEnd.Colon or LineEnd.Comma => 1.5,
                LineEnd.Link or LineEnd.SoftHyphen => -3,
                _ => 0,
            }
            + (IsSetOff(index) ? 4 : spare > measures.Text / 4 ? 5 : spare > Measures.Tolerance(measures.Text) * 3 ? 2.5 : spare > Measures.Tolerance(measures.Text) ? 1 : 0);
    }

    private bool IsSetOff(int index) => _printsSpace && _lines[index].Line.Space > _usualSpace && _lines[index - 1].Line.Page == _lines[index].Line.Page;

    /// <summary>Items are set in: the measure of the text is too wide for them, and a line as wide as that is no item's.</summary>
    private double ByMeasure(int unit, int widest, int withNext)
    {
        var measures = _view.Measures;
        if (!measures.IsWrapped)
        {
            return 0;
        }

        if (measures.All.Count == 1)
        {
            return widest > measures.Text - LeastIndent ? -1.5 : withNext > measures.Text * 3 / 4 && withNext < measures.Text - (Measures.Tolerance(measures.Text) / 2) ? 1 : 0;
        }

        // The text of a statement that is quoted throughout may be set narrower than its lists.
        var narrow = measures.All.Where(measure => measure < measures.Text).DefaultIfEmpty(0).Max();
        return _view.Units[unit].Measure > 0 && withNext < int.MaxValue ? 0.5
            : measures.All.Max() == measures.Text && widest > narrow + Measures.Tolerance(narrow) ? -3
            : 0;
    }

    /// <summary>A line with a colon above a paragraph, and such another pair before or behind.</summary>
    private bool IsTerm(int unit)
    {
        return IsLabel(unit) && !IsLabel(unit + 1) && (IsLabel(unit + 2) || (IsLabel(unit - 2) && !IsLabel(unit - 1)));

        bool IsLabel(int i) => i >= 0 && i < _view.Units.Count && _view.Units[i].Lines.Count == 1 && _view.End(i) == LineEnd.Colon && _view.Fill(i) < 0.6;
    }

    /// <summary>A name, or what else stands in a contact: a mail address or a telephone number is there or follows soon.</summary>
    private bool IsContact(int index, int last)
    {
        for (var i = index; i < _lines.Count && i <= last + LinesOfContact && i <= index + (LinesOfContact * 2); i++)
        {
            if (ContactLines.HasContact(_view.In(_lines[i].Line)))
            {
                return true;
            }

            if (i > last && _lines[i].Line.Width > _view.Measures.Text * 0.7)
            {
                return false;
            }
        }

        return false;
    }

    private bool IsInShortRow(int unit)
    {
        int first = unit, last = unit;
        while (first > 0 && last - first <= Math.Max(LongRow, _marks.Count) * 2 && IsShort(first - 1))
        {
            first--;
        }

        while (last + 1 < _view.Units.Count && last - first <= Math.Max(LongRow, _marks.Count) * 2 && IsShort(last + 1))
        {
            last++;
        }

        return IsShort(unit) && last - first + 1 >= Math.Max(LongRow, _marks.Count * 2) && !(first > 0 && _view.End(first - 1) == LineEnd.Colon);

        bool IsShort(int k) => _view.LinesOf(k).All(line => line.Width < _view.Measures.Text * 0.6) && !ContactLines.HasContact(_view.Last(k)) && _view.End(k) is LineEnd.Word or LineEnd.Link or LineEnd.Comma && _view.Units[k].Mark is null;
    }

    /// <summary>A unit from a line on.</summary>
    /// <param name="Last">Its last line.</param>
    /// <param name="Width">Width of all lines.</param>
    /// <param name="Widest">Width of the widest.</param>
    /// <param name="WithNext">The least width that a line would have had with the first word of the next.</param>
    private readonly record struct UnitRest(int Last, int Width, int Widest, int WithNext);

    /// <summary>What is asked of a line again and again, and of its unit from that line on.</summary>
    private readonly record struct UnitFacts
    {
        public required bool IsImpossible { get; init; }

        /// <summary>What speaks for an item whatever its mark is.</summary>
        public required double Likeness { get; init; }

        public required bool IsStart { get; init; }

        /// <summary>True if space or the words say that something begins.</summary>
        public required bool BeginsApart { get; init; }

        /// <summary>True if it is a word with a colon, one of several above the text that explains them.</summary>
        public required bool IsTerm { get; init; }

        public required int Measure { get; init; }

        public required LineStart Start { get; init; }

        /// <summary>How the line before ends.</summary>
        public required LineEnd Before { get; init; }

        /// <summary>How the unit ends.</summary>
        public required LineEnd End { get; init; }

        public required double Fill { get; init; }

        public required bool IsSingle { get; init; }

        /// <summary>How the line ends.</summary>
        public required LineEnd LineEnd { get; init; }

        public required double LineFill { get; init; }

        public required bool IsQuestion { get; init; }

        /// <summary>Empty lines above; -1 at the top of a page.</summary>
        public required int Space { get; init; }

        /// <summary>Empty lines below; -1 at the foot of a page.</summary>
        public required int Below { get; init; }

        /// <summary>How much the next unit fills.</summary>
        public required double FillBelow { get; init; }
    }
}
