using System.Runtime.InteropServices;

using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Pages;

namespace Publisher.Typesetting.Paragraphs;

/// <summary>
/// Sets a paragraph: runs -> pieces (<see cref="Itemizer"/>) -> candidates -> line ends (<see cref="LineBreaker"/>) -> slabs
/// (<see cref="LineAssembler"/>). Keeps its lists from one paragraph to the next.
/// </summary>
internal sealed class ParagraphSetter(SettingContext context)
{
    // A last line shorter than this share of the measure looks like a mistake.
    private const double ShortestLastLine = 0.12;

    // A ragged line that stays this share of the measure short is as bad as a justified one at the end of its stretch.
    private const double RaggedStretch = 0.1;

    // A fragment without a place to break that is wider than the measure is broken between any two characters, without a hyphen.
    private const int EmergencyPenalty = 5_000;

    // Titles have few lines; what is longer is running text, and balancing it would cost time for nothing.
    private const int MostBalancedLines = 6;

    // Halving so often finds the narrowest measure to a hundredth part.
    private const int BalancingSteps = 7;

    private readonly Itemizer _itemizer = new(context);
    private readonly LineBreaker _breaker = new();
    private readonly LineAssembler _assembler = new(context);
    private readonly List<BreakCandidate> _candidates = [];
    private readonly List<BreakCandidate> _dense = [];
    private List<int> _ends = [];
    private List<int> _balanced = [];

    /// <summary>Sets a paragraph into lines.</summary>
    /// <param name="paragraph">What to set.</param>
    /// <param name="x">Start of the measure in points.</param>
    /// <param name="measure">Line length in points; greater than zero.</param>
    /// <param name="into">Receives one slab a line, at least one.</param>
    public void Set(FlowParagraph paragraph, double x, double measure, List<Slab> into)
    {
        var style = paragraph.Style;
        x += style.IndentStart.Points;
        measure = Math.Max(1, measure - style.IndentStart.Points - style.IndentEnd.Points);
        _itemizer.Cut(paragraph, measure);
        if (_itemizer.Pieces.Count == 0)
        {
            into.Add(new Slab { Height = style.Leading.Points });
            return;
        }

        var indent = style.FirstLineIndent.Points;
        var narrowest = Math.Min(measure, measure - indent);
        CollectCandidates(style, narrowest);
        AddEmergencyCandidates(narrowest);
        ChooseLineEnds(style, measure, indent);
        _assembler.Begin(paragraph, _itemizer, x, measure);
        var begin = new BreakCandidate { Piece = 0, Offset = 0, NextHangStart = FirstHang(style) };
        for (var i = 0; i < _ends.Count; i++)
        {
            var end = _candidates[_ends[i]];
            into.Add(_assembler.Assemble(begin, end, i == 0 ? indent : 0, end.DividesWord ? EndOfDivided(i) : 0));
            begin = end;
        }
    }

    // A long word may be divided more than once.
    private int EndOfDivided(int line)
    {
        var piece = _candidates[_ends[line]].Piece;
        while (_candidates[_ends[line]] is { DividesWord: true } divided && divided.Piece == piece)
            line++;
        var end = _candidates[_ends[line]];
        return end.Piece == piece && end.Offset > 0 ? end.Offset : _itemizer.Pieces[piece].Word!.Text.Length;
    }

    /// <summary>How wide a paragraph is in one line, and how wide its widest unbreakable part is; in points.</summary>
    public (double Least, double Natural) Widths(FlowParagraph paragraph)
    {
        _itemizer.Cut(paragraph, double.MaxValue);
        if (_itemizer.Pieces.Count == 0)
            return (0, 0);

        CollectCandidates(paragraph.Style with { Hyphenate = false }, double.MaxValue);
        var least = 0.0;
        var natural = 0.0;
        var start = 0.0;
        var lineStart = 0.0;
        foreach (var candidate in _candidates)
        {
            least = Math.Max(least, candidate.Width - start);
            start = candidate.NextWidth;
            if (!candidate.IsForced)
                continue;
            natural = Math.Max(natural, candidate.Width - lineStart);
            lineStart = candidate.NextWidth;
        }

        var indents = paragraph.Style.IndentStart.Points + paragraph.Style.IndentEnd.Points;
        return (least + indents, natural + indents);
    }

    private void ChooseLineEnds(ParagraphStyle style, double measure, double indent)
    {
        var ragged = style.Alignment != Alignment.Justified;
        var settings = new LineBreakerSettings
        {
            FirstMeasure = Math.Max(1, measure - indent),
            Measure = measure,
            IsRagged = ragged,
            FreeStretch = ragged ? measure * RaggedStretch : 0,
            FirstHangStart = FirstHang(style),
            ShortestLastLine = measure * ShortestLastLine,
        };
        _breaker.Break(CollectionsMarshal.AsSpan(_candidates), settings, _ends);
        if (style.BalanceLines && ragged && _ends.Count is > 1 and <= MostBalancedLines)
            Balance(settings);
    }

    // The narrowest measure that gives no more lines and divides no word.
    private void Balance(in LineBreakerSettings full)
    {
        var fits = 0.0;
        var tooNarrow = full.Measure / 2;
        for (var step = 0; step < BalancingSteps; step++)
        {
            var narrowing = (fits + tooNarrow) / 2;
            var settings = full with { Measure = full.Measure - narrowing, FirstMeasure = full.FirstMeasure - narrowing };
            _breaker.Break(CollectionsMarshal.AsSpan(_candidates), settings, _balanced);
            if (_balanced.Count > _ends.Count || !Fits(_balanced, settings))
            {
                tooNarrow = narrowing;
                continue;
            }

            fits = narrowing;
            (_ends, _balanced) = (_balanced, _ends);
        }
    }

    private bool Fits(List<int> ends, in LineBreakerSettings settings)
    {
        var start = 0.0;
        for (var i = 0; i < ends.Count; i++)
        {
            var end = _candidates[ends[i]];
            if (end.DividesWord || end.Width - start > (i == 0 ? settings.FirstMeasure : settings.Measure))
                return false;
            start = end.NextWidth;
        }

        return true;
    }

    private void CollectCandidates(ParagraphStyle style, double measure)
    {
        var pieces = _itemizer.Pieces;
        var sum = default(BreakCandidate);
        _candidates.Clear();
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            switch (piece.Kind)
            {
                case PieceKind.Word:
                    CollectInWord(piece, i, sum, style, measure);
                    sum.Width += piece.Width;
                    CollectBetween(i, sum, style);
                    break;
                case PieceKind.Space:
                    CollectAtSpace(piece, i, ref sum, style);
                    break;
                case PieceKind.LineEnd:
                    Add(i, -1, sum, 0, style, isForced: true);
                    break;
                default:
                    sum.Width += piece.Width;
                    sum.Stretch += piece.Stretch;
                    sum.Shrink += piece.Shrink;
                    CollectBetween(i, sum, style);
                    break;
            }
        }

        // A line end as the last thing of a paragraph makes no empty line.
        if (pieces[^1].Kind != PieceKind.LineEnd)
            Add(pieces.Count, -1, sum, 0, style, isForced: true);
    }

    // A word wider than the measure is divided where the language divides it, wanted or not, rather than anywhere.
    private void CollectInWord(Piece piece, int index, in BreakCandidate sum, ParagraphStyle style, double measure)
    {
        var word = piece.Word!;
        var mayHyphenate = style.Hyphenate || piece.Width > measure;
        foreach (var wordBreak in word.Breaks)
        {
            if (wordBreak.AddsHyphen && !mayHyphenate)
                continue;
            var at = sum;
            at.Width += word.WidthBefore(wordBreak.Index) * piece.Shaper!.Size;
            at.AddsHyphen = wordBreak.AddsHyphen;
            at.DividesWord = wordBreak.Penalty > 0 && word.Text.Length <= WordBreaks.LongestDivided;
            at.HyphenWidth = wordBreak.AddsHyphen ? piece.Shaper.Hyphen.Advance * piece.Shaper.Size : 0;
            Add(index, wordBreak.Index, at, wordBreak.Penalty, style);
        }
    }

    private void CollectAtSpace(Piece piece, int index, ref BreakCandidate sum, ParagraphStyle style)
    {
        var before = sum;
        sum.Width += piece.Width;
        sum.Stretch += piece.Stretch;
        sum.Shrink += piece.Shrink;
        before.NextWidth = sum.Width;
        before.NextStretch = sum.Stretch;
        before.NextShrink = sum.Shrink;
        Complete(ref before, index, -1, style);
        _candidates.Add(before);
    }

    // Two words of different runs without a space between, or a picture beside a word.
    private void CollectBetween(int index, in BreakCandidate sum, ParagraphStyle style)
    {
        var pieces = _itemizer.Pieces;
        if (index + 1 >= pieces.Count || pieces[index + 1].Kind is not (PieceKind.Word or PieceKind.Picture))
            return;
        var before = pieces[index];
        var after = pieces[index + 1];
        var allowed = before.Kind == PieceKind.Picture || after.Kind == PieceKind.Picture
            ? before.Kind != PieceKind.NoBreakSpace
            : before.Kind == PieceKind.Word && before.Word!.Text.Length > 0 && after.Word!.Text.Length > 0
                && WordBreaks.IsAllowedBetween(before.Word.Text[^1], after.Word.Text[0]);
        if (allowed)
            Add(index, LengthOf(before), sum, 0, style);
    }

    // A picture counts as one character, so that an offset behind it is told from one before it.
    private static int LengthOf(Piece piece) => piece.Word?.Text.Length ?? 1;

    private void Add(int piece, int offset, BreakCandidate at, int penalty, ParagraphStyle style, bool isForced = false)
    {
        at.NextWidth = at.Width;
        at.NextStretch = at.Stretch;
        at.NextShrink = at.Shrink;
        at.Penalty = penalty;
        at.IsForced = isForced;
        Complete(ref at, piece, offset, style);
        _candidates.Add(at);
    }

    private void Complete(ref BreakCandidate at, int piece, int offset, ParagraphStyle style)
    {
        at.Piece = piece;
        at.Offset = offset;
        at.EndsWithHyphen = at.AddsHyphen || (offset > 0 && LastCharacter(piece, offset) is '-' or '\u2010');
        if (!style.HangPunctuation)
            return;

        at.HangEnd = at.AddsHyphen
            ? at.HyphenWidth * HangingPunctuation.AtEnd('-')
            : HangAt(piece, offset, atEnd: true);
        at.NextHangStart = HangAt(piece, offset, atEnd: false);
    }

    private char LastCharacter(int piece, int offset) =>
        _itemizer.Pieces[piece].Word is { } word && offset <= word.Text.Length ? word.Text[offset - 1] : '\0';

    private double FirstHang(ParagraphStyle style) =>
        style.HangPunctuation && style.FirstLineIndent == Length.Zero ? HangOf(0, 0, atEnd: false) : 0;

    private double HangAt(int piece, int offset, bool atEnd)
    {
        var isBetween = offset >= 0 && piece < _itemizer.Pieces.Count && offset < (_itemizer.Pieces[piece].Word?.Text.Length ?? 0);
        if (isBetween)
            return HangOf(piece, atEnd ? offset - 1 : offset, atEnd);
        if (!atEnd)
            return HangOf(piece + 1, 0, atEnd);

        var last = offset < 0 ? piece - 1 : piece;
        return last >= 0 ? HangOf(last, (_itemizer.Pieces[last].Word?.Text.Length ?? 0) - 1, atEnd) : 0;
    }

    private double HangOf(int piece, int character, bool atEnd)
    {
        if (piece >= _itemizer.Pieces.Count || _itemizer.Pieces[piece] is not { Kind: PieceKind.Word, Level: 0, Word: { } word, Shaper: { } shaper }
            || character < 0 || character >= word.Text.Length)
        {
            return 0;
        }

        var share = atEnd ? HangingPunctuation.AtEnd(word.Text[character]) : HangingPunctuation.AtStart(word.Text[character]);
        return share == 0 ? 0 : share * (word.WidthBefore(character + 1) - word.WidthBefore(character)) * shaper.Size;
    }

    private void AddEmergencyCandidates(double measure)
    {
        var tooWide = false;
        var start = 0.0;
        foreach (var candidate in _candidates)
        {
            tooWide |= candidate.Width - start + candidate.HyphenWidth > measure;
            start = candidate.NextWidth;
        }

        if (!tooWide)
            return;

        _dense.Clear();
        start = 0;
        var from = (Piece: 0, Offset: 0);
        var sum = default(BreakCandidate);
        foreach (var candidate in _candidates)
        {
            if (candidate.Width - start + candidate.HyphenWidth > measure)
                AddBetweenCharacters(from, candidate, ref sum);
            _dense.Add(candidate);
            start = candidate.NextWidth;
            sum = candidate;
            from = candidate.Offset < 0 ? (candidate.Piece + 1, 0) : (candidate.Piece, candidate.Offset);
        }

        _candidates.Clear();
        _candidates.AddRange(_dense);
    }

    private void AddBetweenCharacters((int Piece, int Offset) from, in BreakCandidate to, ref BreakCandidate sum)
    {
        var (piece, offset) = from;
        var pieceStart = sum.NextWidth - (offset > 0 ? WidthBefore(piece, offset) : 0);
        var lastPiece = to.Offset < 0 ? to.Piece - 1 : to.Piece;
        for (; piece <= lastPiece; piece++, offset = 0)
        {
            var word = _itemizer.Pieces[piece].Word;
            var length = word?.Text.Length ?? 0;
            var end = piece == to.Piece && to.Offset >= 0 ? to.Offset : length;
            for (var i = offset; i < end; i++)
            {
                var isFirst = piece == from.Piece && i <= from.Offset;
                if (isFirst || (i > 0 && !word!.IsClusterStart(i)) || (i > 0 && char.IsLowSurrogate(word!.Text[i])))
                    continue;
                AddEmergency(i > 0 ? piece : piece - 1, i, pieceStart + WidthBefore(piece, i), sum);
            }

            pieceStart += _itemizer.Pieces[piece].Width;
        }
    }

    private void AddEmergency(int piece, int offset, double width, in BreakCandidate sum)
    {
        var at = sum;
        at.Piece = piece;
        at.Offset = offset > 0 ? offset : LengthOf(_itemizer.Pieces[piece]);
        at.Width = width;
        at.NextWidth = width;
        at.Stretch = sum.NextStretch;
        at.Shrink = sum.NextShrink;
        at.HyphenWidth = 0;
        at.HangEnd = 0;
        at.NextHangStart = 0;
        at.AddsHyphen = false;
        at.DividesWord = offset > 0 && _itemizer.Pieces[piece].Word is { Text.Length: <= WordBreaks.LongestDivided };
        at.EndsWithHyphen = false;
        at.IsForced = false;
        at.Penalty = EmergencyPenalty;
        _dense.Add(at);
    }

    private double WidthBefore(int piece, int offset) =>
        _itemizer.Pieces[piece] is { Word: { } word, Shaper: { } shaper } ? word.WidthBefore(offset) * shaper.Size : 0;
}
