using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Tables;

/// <summary>
/// What it costs to read the lines of a strip as cells, boundary by boundary, and as text that is no table. Costs are in units of about one
/// bit of surprise; where they come from words, they are lower than counting would have them, since the same words speak more than once.
/// </summary>
internal sealed class CellCosts
{
    /// <summary>An empty line that the printing habit does not explain, or one that is missing.</summary>
    public const double OddSpace = 4;

    /// <summary>A column that a row does not fill.</summary>
    public const double EmptyCell = 0.8;

    /// <summary>A row with a single cell.</summary>
    public const double SingleCell = 3;

    /// <summary>A column without a head.</summary>
    public const double EmptyHead = 2.5;

    /// <summary>Each further line of a head.</summary>
    public const double TallHead = 0.7;

    /// <summary>Less for neighbouring heads that begin with the same word, as those of what is compared do.</summary>
    public const double AlikeHeads = 2.5;

    /// <summary>Less for other cells of a row that do.</summary>
    public const double AlikeCells = 0.8;

    /// <summary>A page that ends inside a row.</summary>
    public const double SplitRow = 1.5;

    /// <summary>A head that is not what the next page says again.</summary>
    public const double WrongHead = 5;

    /// <summary>A cell that ends inside a printed line.</summary>
    public const double Joined = 0.6;

    /// <summary>A cell that ends inside a printed line with a colon.</summary>
    public const double ColonInside = 2;

    /// <summary>A cell of one line that does not stand on one line with the next, where others do.</summary>
    public const double NotJoined = 2.5;

    /// <summary>A column that most rows leave empty.</summary>
    public const double Sparse = 8;

    /// <summary>What any table costs at least: two columns that are filled.</summary>
    public const double Least = Table + (2 * Column);

    // A line inside a cell; a word that had room on the line above; a line that is full though its cell ends; a capital, a figure, a mark or an empty line inside a cell.
    private const double Inside = 0.1;
    private const double BadBreak = 2;
    private const double FullEnd = 0.5;
    private const double CapitalInside = 0.5;
    private const double FigureInside = 2.5;
    private const double MarkInside = 6;
    private const double SpaceInside = 6;

    // A small letter at the start of a cell, and words that want another at its end.
    private const double LowerStart = 1;
    private const double ClosingStart = 6;
    private const double DividedEnd = 6;
    private const double LinkEnd = 4;
    private const double CommaEnd = 3;
    private const double AdjectiveEnd = 1.5;
    private const double UnitApart = 3;

    // A table at all, and each of its columns; columns that leave more of the measure free than rules and padding do, or do not fit it.
    private const double Table = 5;
    private const double Column = 2;
    private const double LeastFilled = 0.8;
    private const double Unfilled = 60;
    private const double Overfull = 15;

    // A line that ends far from the edge of the page without ending a sentence.
    private const double Narrow = 0.8;

    private readonly CellStrip _strip;
    private readonly int _measure;
    private readonly double[] _asText;
    private readonly double[] _after;

    /// <param name="strip">The lines.</param>
    /// <param name="measure">Width of the page's text.</param>
    public CellCosts(CellStrip strip, int measure)
    {
        (_strip, _measure) = (strip, measure);
        _asText = AsText();
        _after = [.. Enumerable.Range(0, strip.Count).Select(line => line + 1 == strip.Count ? 0 : EndBeside(line) + Text - _asText[line + 1])];
    }

    /// <summary>What all lines cost as text.</summary>
    public double Text => _asText[^1] + LastLine();

    /// <summary>What columns of these widths cost before anything stands in them.</summary>
    public double Of(int[] widths)
    {
        var filled = (double)widths.Sum() / _measure;
        return Table + (widths.Length * Column) + (Math.Max(0, LeastFilled - filled) * Unfilled) + (Math.Max(0, filled - 1) * Overfull);
    }

    /// <summary>What the lines before a table that begins with a line cost.</summary>
    public double Before(int line) => line == 0 ? 0 : _asText[line - 1] + EndBeside(line - 1);

    /// <summary>What the lines behind a table that ends with a line cost.</summary>
    public double After(int line) => _after[line];

    /// <summary>What it costs that a cell goes on behind a line.</summary>
    /// <param name="i">The line.</param>
    /// <param name="width">Width of what of it belongs to the cell.</param>
    /// <param name="column">Width of the column.</param>
    public double GoOn(int i, int width, int column)
    {
        var space = _strip.Gaps[i + 1] == Gap.Space ? SpaceInside : 0;
        if (_strip.Kinds[i] != LineKind.Words || _strip.Kinds[i + 1] != LineKind.Words)
        {
            return space + _strip.Kinds[i + 1] switch { LineKind.Unit => 0, LineKind.Mark => MarkInside, _ => FigureInside };
        }

        if (IsDivided(i))
        {
            return space + Inside;
        }

        var room = _strip.Room(i, width, column);
        var isLower = _strip.Starts[i + 1] is LineStart.Lower or LineStart.Closing;
        return space
            + (HasRoom(room, column) ? BadBreak + (2 * Math.Min(1, 2.0 * room / column)) - (isLower ? 1 : 0) : Inside)
            + (isLower ? 0 : _strip.Ends[i] == LineEnd.Sentence ? CapitalInside * 3 / 2 : CapitalInside);
    }

    /// <summary>What it costs that a cell ends with a line and another begins with the next.</summary>
    /// <param name="i">The line.</param>
    /// <param name="width">Width of what of it belongs to the cell.</param>
    /// <param name="column">Width of the column.</param>
    public double End(int i, int width, int column)
    {
        if (_strip.Kinds[i] != LineKind.Words || _strip.Kinds[i + 1] != LineKind.Words)
        {
            return _strip.Kinds[i + 1] == LineKind.Unit ? UnitApart : 0;
        }

        return (HasRoom(_strip.Room(i, width, column), column) ? 0 : FullEnd)
            + EndOf(_strip.Ends[i], _strip.WantsNoun(i))
            + _strip.Starts[i + 1] switch { LineStart.Lower => LowerStart, LineStart.Closing => ClosingStart, _ => 0 };
    }

    /// <summary>What the last words of a cell cost.</summary>
    public static double EndOf(LineEnd end, bool wantsNoun) => end switch
    {
        LineEnd.Hyphen or LineEnd.SoftHyphen => DividedEnd,
        LineEnd.Link => LinkEnd,
        LineEnd.Comma => CommaEnd,
        _ => wantsNoun ? AdjectiveEnd : 0,
    };

    // The face may be another than ours.
    private static bool HasRoom(int room, int column) => room > column / 25;

    /// <summary>What it costs that a line ends where text and table meet.</summary>
    private double EndBeside(int line) => End(line, _strip.Widths[line], _measure);

    /// <summary>What the end of the last line costs as text.</summary>
    private double LastLine() => _strip.Ends[^1] is LineEnd.Sentence or LineEnd.Colon || _strip.Widths[^1] >= _measure * 3 / 5 ? 0 : Narrow;

    private bool IsDivided(int i) => _strip.Ends[i] is LineEnd.Hyphen or LineEnd.SoftHyphen && _strip.Starts[i + 1] == LineStart.Lower;

    /// <summary>What the lines cost, up to each of them, as text set to the widest of them, or as short lines one below the other.</summary>
    private double[] AsText()
    {
        var costs = new double[_strip.Count];
        var widest = _strip.Widths.Max();
        for (var i = 0; i + 1 < _strip.Count; i++)
        {
            var narrow = _strip.Widths[i] + _strip.Piece(i + 1) < _measure * 3 / 5 ? Narrow : 0;
            var goesOn = GoOn(i, _strip.Widths[i], Math.Min(widest, _measure)) + (_strip.Starts[i + 1] == LineStart.Lower || IsDivided(i) ? narrow : 0);
            var ends = End(i, _strip.Widths[i], widest) + (_strip.Ends[i] is LineEnd.Sentence or LineEnd.Colon ? 0 : narrow);
            costs[i + 1] = costs[i] + Math.Min(goesOn, ends);
        }

        return costs;
    }
}
