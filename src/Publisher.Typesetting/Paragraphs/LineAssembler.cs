using System.Runtime.InteropServices;
using System.Text;

using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Frames;
using Publisher.Typesetting.Pages;

namespace Publisher.Typesetting.Paragraphs;

/// <summary>Makes a slab of the pieces between two line ends: stretches the spaces, places the glyphs.</summary>
internal sealed class LineAssembler(SettingContext context)
{
    // What hangs on to a divided word; longer than this, it is divided by itself.
    private const int LongestTail = 40;

    private readonly List<Part> _parts = [];
    private readonly List<Glyph> _glyphs = [];
    private readonly List<Reading> _readings = [];
    private readonly StringBuilder _text = new();
    private FlowParagraph _paragraph = null!;
    private List<Piece> _pieces = null!;
    private bool _isRightToLeft;
    private bool _isMixed;
    private double _x;
    private double _measure;
    private double _baseline;

    // The piece that was read with the divided word before it.
    private int _tail;

    // What the glyphs gathered so far have in common.
    private Part _open;
    private int _openFace;
    private double _openX;
    private double _openWidth;
    private bool _openEndsWithHyphen;

    /// <summary>Names the paragraph that the lines to come belong to.</summary>
    public void Begin(FlowParagraph paragraph, Itemizer itemizer, double x, double measure)
    {
        _paragraph = paragraph;
        _pieces = itemizer.Pieces;
        _isRightToLeft = itemizer.IsRightToLeft;
        _isMixed = itemizer.IsMixed;
        _x = x;
        _measure = measure;
        _tail = -1;
    }

    /// <summary>Makes the slab of one line.</summary>
    /// <param name="begin">Where the line before ended.</param>
    /// <param name="end">Where this one ends.</param>
    /// <param name="indent">Indent in points.</param>
    /// <param name="dividedUntil">Where the word that the line's end divides ends in its piece; 0 if none.</param>
    public Slab Assemble(in BreakCandidate begin, in BreakCandidate end, double indent, int dividedUntil)
    {
        Collect(begin, end, dividedUntil);
        var slab = new Slab { EndsDivided = end.EndsWithHyphen || end.DividesWord };
        var (natural, stretch, shrink) = Measure();
        var room = _measure - indent + begin.NextHangStart + end.HangEnd;
        var isLast = end.IsForced;
        var gap = room - natural;
        var justify = _paragraph.Style.Alignment == Alignment.Justified && (!isLast || gap < 0);
        var give = gap >= 0 ? stretch : shrink;
        var ratio = justify && give > 0 ? Math.Max(gap / give, -1.2) : 0;
        if (gap < -0.5 && (!justify || give <= 0 || gap / give < -1.3))
            context.ReportOverfull(StructureOfLine());

        var width = natural + (ratio * give);
        var x = _x + StartOf(indent, room - width) - begin.NextHangStart;
        Place(x, ratio);
        SetHeight(slab);
        Emit(slab);
        return slab;
    }

    private void Collect(in BreakCandidate begin, in BreakCandidate end, int dividedUntil)
    {
        _parts.Clear();
        var (piece, offset) = begin.Offset < 0 ? (begin.Piece + 1, 0) : (begin.Piece, begin.Offset);
        var last = end.Offset < 0 ? end.Piece - 1 : end.Piece;
        for (; piece <= last; piece++, offset = 0)
        {
            var length = _pieces[piece].Word?.Text.Length ?? 0;
            var stop = piece == end.Piece && end.Offset >= 0 ? end.Offset : length;
            AddPart(piece, offset, stop, length, ReadingOf(piece, offset, begin, end, dividedUntil));
        }

        if (end.AddsHyphen)
            AddHyphen(last);
        else if (end.Offset < 0)
            AddTrailingSpace(end.Piece);
    }

    // A divided word is read whole where it begins, with what hangs on to it though it is of another run: the full stop behind an
    // address.
    private string? ReadingOf(int piece, int offset, in BreakCandidate begin, in BreakCandidate end, int dividedUntil)
    {
        if (piece == _tail || (begin.DividesWord && piece == begin.Piece))
            return "";
        if (!end.DividesWord || piece != end.Piece)
            return null;
        var text = _pieces[piece].Word!.Text;
        if (dividedUntil < text.Length)
            return text[offset..dividedUntil];
        var tail = TailOf(piece);
        _tail = tail.Length > 0 ? piece + 1 : -1;
        var next = piece + (tail.Length > 0 ? 2 : 1);
        var endsWord = next >= _pieces.Count || _pieces[next].Kind is not PieceKind.Word;
        return endsWord ? WithSpaceBehindHyphen(text[offset..] + tail) : text[offset..] + tail;
    }

    // Readers that mend divided words take a hyphen at a line's end for theirs; one that has its space behind it, as in "Vor- und
    // Nachteile", they leave alone.
    private static string WithSpaceBehindHyphen(string text) => text is [.., '-' or '\u2010'] ? text + " " : text;

    private string TailOf(int piece)
    {
        var next = piece + 1 < _pieces.Count ? _pieces[piece + 1] : default;
        return next is { Kind: PieceKind.Word, Word: { Text.Length: <= LongestTail } tail } && _paragraph.Runs[next.Run] is TextRun ? tail.Text : "";
    }

    // A space that gives way to the line's end, or the line's end itself where the text or the paragraph ends.
    private void AddTrailingSpace(int index)
    {
        var owner = index < _pieces.Count && _pieces[index].Kind == PieceKind.Space ? index : index - 1;
        if (owner < 0 || _pieces[owner].Shaper is not { } shaper || _parts.Count == 0)
            return;

        ref var last = ref CollectionsMarshal.AsSpan(_parts)[^1];
        var space = PartOf(owner, shaper.Space, PartKind.TrailingSpace);
        if (last is { Kind: PartKind.Word, Reading: null } && WithSpaceBehindHyphen(last.Word!.Text) is var reading && reading != last.Word.Text)
        {
            last.Reading = reading;
            space.Reading = "";
        }

        _parts.Add(space);
    }

    private void AddPart(int index, int start, int stop, int length, string? reading)
    {
        var piece = _pieces[index];
        switch (piece.Kind)
        {
            case PieceKind.Picture:
                if (start == 0)
                    _parts.Add(new Part { Kind = PartKind.Picture, Run = piece.Run, Width = piece.Width });
                break;
            case (PieceKind.Space or PieceKind.NoBreakSpace) when start == 0:
                _parts.Add(PartOf(index, piece.Word!, PartKind.Space));
                break;
            case PieceKind.Word when start == 0 && stop == length:
                _parts.Add(PartOf(index, piece.Word!, PartKind.Word) with { Reading = reading });
                break;
            case PieceKind.Word when stop > start:
                var rest = piece.Shaper!.Get(piece.Word!.Text.AsSpan(start, stop - start), piece.Word.RightToLeft);
                _parts.Add(PartOf(index, rest, PartKind.Word) with { Reading = reading, GoesOn = start > 0 });
                break;
        }
    }

    private void AddHyphen(int piece) => _parts.Add(PartOf(piece, _pieces[piece].Shaper!.Hyphen, PartKind.Hyphen));

    private Part PartOf(int index, ShapedWord word, PartKind kind)
    {
        var piece = _pieces[index];
        return new Part
        {
            Kind = kind,
            Run = piece.Run,
            Shaper = piece.Shaper,
            Word = word,
            Width = word.Advance * piece.Shaper!.Size,
            Level = piece.Level,
        };
    }

    private (double Natural, double Stretch, double Shrink) Measure()
    {
        var (natural, stretch, shrink) = (0.0, 0.0, 0.0);
        foreach (var part in _parts)
        {
            if (part.Kind == PartKind.TrailingSpace)
                continue;
            natural += part.Width;
            if (part.Kind != PartKind.Space)
                continue;
            var space = new Piece(PieceKind.Space, 0, null, null, part.Width, 0);
            stretch += space.Stretch;
            shrink += space.Shrink;
        }

        return (natural, stretch, shrink);
    }

    private double StartOf(double indent, double rest)
    {
        var alignment = _paragraph.Style.Alignment;
        var atEnd = alignment == Alignment.End != (_isRightToLeft && alignment is not Alignment.Center);
        var left = _isRightToLeft ? 0 : indent;
        return alignment == Alignment.Center ? left + (rest / 2) : atEnd ? left + rest : left;
    }

    // The space that vanishes at the line's end keeps its glyph, so that words stay apart for who reads the text without the
    // lines; it stands after the measure and is not seen.
    private void Place(double x, double ratio)
    {
        var parts = CollectionsMarshal.AsSpan(_parts);
        foreach (ref var part in parts)
        {
            if (part.Kind == PartKind.Space && ratio != 0)
            {
                var space = new Piece(PieceKind.Space, 0, null, null, part.Width, 0);
                part.Width += ratio * (ratio > 0 ? space.Stretch : space.Shrink);
            }
        }

        if (!_isMixed)
        {
            foreach (ref var part in parts)
            {
                part.X = x;
                x += part.Width;
            }

            return;
        }

        var levels = new int[parts.Length];
        for (var i = 0; i < levels.Length; i++)
            levels[i] = parts[i].Kind == PartKind.TrailingSpace ? 0 : parts[i].Level;
        foreach (var i in Direction.VisualOrder(levels))
        {
            parts[i].X = x;
            x += parts[i].Width;
        }
    }

    private void SetHeight(Slab slab)
    {
        var style = _paragraph.Style;
        var strut = context.ShaperOf(style.Strut);
        var leading = style.Leading.Points;
        var baseline = ((leading - strut.Ascent - strut.Descent) / 2) + strut.Ascent;
        var tallest = baseline;
        foreach (var part in _parts)
        {
            if (part.Kind == PartKind.Picture)
                tallest = Math.Max(tallest, PictureHeight(part));
        }

        slab.Height = leading + tallest - baseline;
        _baseline = tallest;
    }

    private double PictureHeight(Part part)
    {
        var picture = (PictureRun)_paragraph.Runs[part.Run];
        return picture.Height.Points * (part.Width / Math.Max(1e-6, picture.Width.Points));
    }

    private StructureId StructureOfLine() => _parts.Count > 0 ? _paragraph.Runs[_parts[0].Run].Structure : StructureId.None;

    private void Emit(Slab slab)
    {
        _open = default;
        var lastRun = -1;
        foreach (var part in _parts)
        {
            if (part.Run != lastRun && _paragraph.Runs[part.Run] is NoteRun { Note.IsEmpty: false } note && part is { Kind: PartKind.Word, GoesOn: false })
                (slab.Notes ??= []).Add(note);
            lastRun = part.Run;
            if (part.Kind == PartKind.Picture)
                EmitPicture(slab, part);
            else
                EmitGlyphs(slab, part);
        }

        Close(slab);
    }

    private void EmitPicture(Slab slab, Part part)
    {
        Close(slab);
        var picture = (PictureRun)_paragraph.Runs[part.Run];
        var height = PictureHeight(part);
        slab.Frames.Add(new PictureFrame(
            new Length(part.X),
            new Length(_baseline - height),
            new Length(part.Width),
            new Length(height),
            picture.Picture,
            picture.Structure)
        { Artifact = context.ArtifactOf(picture.Structure) });
    }

    // Glyphs of one face at a time: a word whose characters come from several faces becomes several runs.
    private void EmitGlyphs(Slab slab, Part part)
    {
        var glyphs = part.Word!.Glyphs;
        var x = part.X;
        for (var i = 0; i < glyphs.Length;)
        {
            var end = i + 1;
            while (end < glyphs.Length && glyphs[end].Face == glyphs[i].Face)
                end++;
            if (!CanFollow(part, glyphs[i].Face, x))
                Open(slab, part, glyphs[i].Face, x);
            var widthBefore = _openWidth;
            Append(part, i, end);
            x += _openWidth - widthBefore;
            i = end;
        }
    }

    // Pieces that run from right to left stand alone: their order on the line is not their order in the text.
    private bool CanFollow(in Part part, int face, double x) =>
        ReferenceEquals(part.Shaper, _open.Shaper)
        && _paragraph.Runs[part.Run].Structure == _paragraph.Runs[_open.Run].Structure
        && ((part.Level | _open.Level) & 1) == 0
        && face == _openFace
        && Math.Abs(x - (_openX + _openWidth)) < 1e-3;

    private void Open(Slab slab, in Part part, int face, double x)
    {
        Close(slab);
        _open = part;
        _openFace = face;
        _openX = x;
        _openWidth = 0;
        _openEndsWithHyphen = false;
    }

    private void Append(in Part part, int start, int end)
    {
        var word = part.Word!;
        var size = part.Shaper!.Size;
        var extra = part.Width - (word.Advance * size);
        var (textStart, textEnd) = part.Kind == PartKind.Hyphen ? (0, 0) : TextOf(word, start, end);
        var offset = _text.Length - textStart;
        if (part.Reading is not null)
            _readings.Add(new Reading(_text.Length, textEnd - textStart, start == 0 ? part.Reading : ""));
        _text.Append(word.Text, textStart, textEnd - textStart);
        for (var i = start; i < end; i++)
        {
            ref readonly var glyph = ref word.Glyphs[i];
            var advance = (glyph.Advance * size) + (i == word.Glyphs.Length - 1 ? extra : 0);
            _glyphs.Add(new Glyph(
                glyph.Id,
                new Length(advance),
                new Length(glyph.XOffset * size),
                new Length(glyph.YOffset * size),
                offset + glyph.Cluster)
            { IsSubstitute = glyph.IsSubstitute });
            _openWidth += advance;
        }

        _openEndsWithHyphen = part.Kind == PartKind.Hyphen;
        _open.Kind = part.Kind;
    }

    // The text that a stretch of glyphs stands for: up to where the next stretch in reading order begins.
    private static (int Start, int End) TextOf(ShapedWord word, int start, int end)
    {
        if (start == 0 && end == word.Glyphs.Length)
            return (0, word.Text.Length);

        var (first, last) = (int.MaxValue, 0);
        for (var i = start; i < end; i++)
        {
            first = Math.Min(first, word.Glyphs[i].Cluster);
            last = Math.Max(last, word.Glyphs[i].Cluster);
        }

        var textEnd = word.Text.Length;
        var isFirst = true;
        foreach (var glyph in word.Glyphs)
        {
            isFirst &= glyph.Cluster >= first;
            if (glyph.Cluster > last)
                textEnd = Math.Min(textEnd, glyph.Cluster);
        }

        return (isFirst ? 0 : first, textEnd);
    }

    private void Close(Slab slab)
    {
        if (_open.Shaper is { } shaper && _glyphs.Count > 0)
        {
            var style = shaper.Style;
            var y = _baseline - style.Rise.Points;
            slab.Frames.Add(new GlyphRun(
                new Length(_openX),
                new Length(y),
                style.Faces[_openFace]!,
                style.Size,
                style.Ink,
                [.. _glyphs],
                _text.ToString(),
                _paragraph.Runs[_open.Run].Structure)
            {
                Artifact = context.ArtifactOf(_paragraph.Runs[_open.Run].Structure),
                EndsWithDiscretionaryHyphen = _openEndsWithHyphen,
                RightToLeft = (_open.Level & 1) == 1,
                Readings = [.. _readings],
            });
            Decorate(slab, shaper, y);
        }

        _glyphs.Clear();
        _readings.Clear();
        _text.Clear();
        _open = default;
        _openEndsWithHyphen = false;
    }

    private void Decorate(Slab slab, StyleShaper shaper, double y)
    {
        var style = shaper.Style;
        if (!style.Underline && !style.StrikeThrough)
            return;

        var metrics = style.Faces.First.Metrics;
        var scale = shaper.Size / metrics.UnitsPerEm;
        var thickness = Math.Max(0.4, metrics.UnderlineThickness * scale);
        var width = _openWidth - (_open.Kind == PartKind.TrailingSpace ? shaper.SpaceWidth : 0);
        if (style.Underline)
            AddLine(slab, y - (metrics.UnderlinePosition * scale), width, thickness, style.Ink);
        if (style.StrikeThrough)
            AddLine(slab, y - (metrics.XHeight * scale / 2), width, thickness, style.Ink);
    }

    private void AddLine(Slab slab, double middle, double width, double thickness, Ink ink) =>
        slab.Frames.Add(new Box(
            new Length(_openX),
            new Length(middle - (thickness / 2)),
            new Length(width),
            new Length(thickness),
            ink)
        { Artifact = context.ArtifactOfLayout });

    private enum PartKind
    {
        None,
        Word,
        Space,
        TrailingSpace,
        Hyphen,
        Picture,
    }

    private struct Part
    {
        public PartKind Kind;
        public int Run;
        public StyleShaper? Shaper;
        public ShapedWord? Word;
        public double Width;
        public double X;
        public int Level;
        public string? Reading;

        // Whether the piece began on the line before.
        public bool GoesOn;
    }
}
