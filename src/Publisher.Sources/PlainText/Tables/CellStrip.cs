using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Tables;

/// <summary>
/// A run of narrow lines that may be the cells of a table, one below the other, with what the search for cells asks of each line.
/// Widths are in thousandths of an em of a common face.
/// </summary>
internal sealed class CellStrip
{
    // A word that begins so many cells is one that cells of a column may have in common.
    private const int Often = 3;

    private static readonly TypeFace Face = TypeFace.Common[0];

    private readonly string _text;
    private readonly int _usualSpace;
    private readonly int[] _pieces;
    private readonly string[] _firstWords;

    /// <param name="text">The clean text.</param>
    /// <param name="lines">The lines of the strip, without what stands between them that is no part of the flow; at least one.</param>
    /// <param name="usualSpace">Empty lines between lines that go on.</param>
    /// <param name="head">The lines of the table's head, if they are known.</param>
    public CellStrip(string text, List<TextLine> lines, int usualSpace, (int First, int Count) head)
    {
        (_text, Lines, Head, _usualSpace) = (text, lines, head, usualSpace);
        Widths = [.. lines.Select(line => Face.Width(line.In(text)))];
        _pieces = [.. lines.Select(line => Face.Width(LineWords.FirstPiece(line.In(text))))];
        Starts = [.. lines.Select(line => LineWords.Start(line.In(text)))];
        Ends = [.. lines.Select(line => LineWords.End(line.In(text)))];
        Kinds = [.. lines.Select(line => KindOf(line.In(text)))];
        Gaps = [.. lines.Select((line, i) => i == 0 ? Gap.None : line.Page != lines[i - 1].Page ? Gap.Page : line.Space > usualSpace ? Gap.Space : Gap.None)];
        Places = FindPlaces();
        LineStarts = new int[lines.Count + 1];
        for (var p = Places.Count - 1; p >= 0; p--)
        {
            LineStarts[Places[p].Line] = p;
        }

        _firstWords = [.. Places.Select(FirstWord)];
        StartKinds = FindStartKinds();
        JoinCosts = [.. Places.Select(JoinCost)];
    }

    /// <summary>The lines.</summary>
    public List<TextLine> Lines { get; }

    /// <summary>Number of lines.</summary>
    public int Count => Lines.Count;

    /// <summary>The lines of the table's head, if they are known; none otherwise.</summary>
    public (int First, int Count) Head { get; }

    /// <summary>False if an empty line stands behind every line.</summary>
    public bool MayJoin => _usualSpace == 0;

    /// <summary>Widths of the lines.</summary>
    public int[] Widths { get; }

    /// <summary>How the lines begin.</summary>
    public LineStart[] Starts { get; }

    /// <summary>How the lines end.</summary>
    public LineEnd[] Ends { get; }

    /// <summary>What the lines hold.</summary>
    public LineKind[] Kinds { get; }

    /// <summary>What stands before each line.</summary>
    public Gap[] Gaps { get; }

    /// <summary>Places where a cell may begin: at lines, and at words with a capital or a figure inside them; then the end.</summary>
    public List<Place> Places { get; }

    /// <summary>The place that each line begins with, and the end.</summary>
    public int[] LineStarts { get; }

    /// <summary>
    /// What a cell that began at each place would begin with: small letter, capital, or figure and the like; each twice, for words that
    /// begin few or many.
    /// </summary>
    public int[] StartKinds { get; }

    /// <summary>What it costs that a cell ends before each place inside a line, by the words there.</summary>
    public double[] JoinCosts { get; }

    /// <summary>A sentence's end, a colon, or anything else.</summary>
    public static int EndKind(LineEnd end) => end switch { LineEnd.Sentence => 0, LineEnd.Colon => 1, _ => 2 };

    /// <summary>The first lines of the strip.</summary>
    public CellStrip Start(int count) => new(_text, Lines.GetRange(0, count), _usualSpace, Head);

    /// <summary>How much room a line leaves in a column for what the next line begins with; negative if it does not fit.</summary>
    /// <param name="i">The line.</param>
    /// <param name="width">The width of its part in the cell.</param>
    /// <param name="column">The width of the column.</param>
    public int Room(int i, int width, int column) => column - width - Piece(i + 1);

    /// <summary>The width of what a line begins with and a blank before it.</summary>
    public int Piece(int i) => Face.Blank + _pieces[i];

    /// <summary>The width from one place to another on the same line.</summary>
    public int WidthBetween(int from, int to) => Places[from].Rest - Places[to].Rest - Face.Blank;

    /// <summary>The width of the widest line from one place to another.</summary>
    public int WidthOf(int from, int to)
    {
        if (Places[from].Line == Places[to].Line)
        {
            return WidthBetween(from, to);
        }

        var width = Places[from].Rest;
        for (var i = Places[from].Line + 1; i < Places[to].Line; i++)
        {
            width = Math.Max(width, Widths[i]);
        }

        return width;
    }

    /// <summary>True if cells that begin at two places begin with the same word.</summary>
    public bool BeginAlike(int p, int q) => _firstWords[p].Length > 2 && _firstWords[p] == _firstWords[q];

    /// <summary>True if a line ends as a German adjective does before its noun, with which the next line may begin.</summary>
    public bool WantsNoun(int i) => Starts[i + 1] == LineStart.Upper && IsAdjective(LineWords.LastWord(Lines[i].In(_text)));

    /// <summary>True if a cell is a number or the like, and its unit.</summary>
    public bool IsFigure(GridCell cell)
    {
        var end = cell.To.Line == cell.From.Line ? EndBefore(cell.To) : Lines[cell.From.Line].End;
        return Cells.IsFigure(_text.AsSpan(cell.From.Offset, end - cell.From.Offset)) && Enumerable.Range(cell.From.Line + 1, cell.Height - 1).All(i => Kinds[i] == LineKind.Unit);
    }

    /// <summary>Offset behind the last character before a place inside a line.</summary>
    public int EndBefore(Place place) => Cells.EndBefore(_text, place.Offset);

    private static bool IsAdjective(ReadOnlySpan<char> word) =>
        word.Length > 3 && char.IsLower(word[0]) && (word[^1] == 'e' || (word[^1] is 'r' or 's' or 'm' && word[^2] == 'e'));

    private static LineKind KindOf(ReadOnlySpan<char> line) =>
        ListMarks.IsMarkAlone(line) ? LineKind.Mark : Cells.IsFigure(line) ? LineKind.Figure : Cells.IsUnit(line) ? LineKind.Unit : LineKind.Words;

    private double JoinCost(Place place)
    {
        if (place.Line == Lines.Count || place.Offset == Lines[place.Line].Start)
        {
            return 0;
        }

        var before = _text.AsSpan(Lines[place.Line].Start, place.Offset - Lines[place.Line].Start).TrimEnd();
        return LineWords.End(before) == LineEnd.Colon ? CellCosts.ColonInside : CellCosts.EndOf(LineWords.End(before), IsAdjective(LineWords.LastWord(before)));
    }

    private string FirstWord(Place place) =>
        place.Line == Lines.Count ? "" : LineWords.FirstWord(_text.AsSpan(place.Offset, Lines[place.Line].End - place.Offset)).TrimEnd(":,.").ToString();

    private int[] FindStartKinds()
    {
        var counts = _firstWords.CountBy(word => word).ToDictionary();
        return [.. _firstWords.Select(word => ((word is [] || !char.IsLetter(word[0]) ? 2 : char.IsLower(word[0]) ? 0 : 1) * 2) + (counts[word] >= Often ? 1 : 0))];
    }

    private List<Place> FindPlaces()
    {
        var places = new List<Place>();
        for (var i = 0; i < Lines.Count; i++)
        {
            var line = Lines[i];
            places.Add(new Place(i, line.Start, Widths[i]));
            for (var at = line.Start + 1; at < line.End; at++)
            {
                var c = _text[at];
                if (_text[at - 1] == ' ' && (char.IsUpper(c) || char.IsAsciiDigit(c) || c is '„' or '–' or '-' or '€'))
                {
                    places.Add(new Place(i, at, Face.Width(_text.AsSpan(at, line.End - at))));
                }
            }
        }

        places.Add(new Place(Lines.Count, Lines[^1].End, 0));
        return places;
    }
}

/// <summary>What a line of a cell holds.</summary>
internal enum LineKind : byte
{
    /// <summary>Words.</summary>
    Words,

    /// <summary>A number or the like.</summary>
    Figure,

    /// <summary>A unit, alone.</summary>
    Unit,

    /// <summary>A list mark, alone.</summary>
    Mark,
}

/// <summary>A place where a cell may begin.</summary>
/// <param name="Line">Index of its line in the strip.</param>
/// <param name="Offset">Offset in the clean text.</param>
/// <param name="Rest">Width from here to the end of the line.</param>
internal readonly record struct Place(int Line, int Offset, int Rest);

/// <summary>What stands between two lines.</summary>
internal enum Gap : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Empty lines.</summary>
    Space,

    /// <summary>A page end, which says nothing about space.</summary>
    Page,
}
