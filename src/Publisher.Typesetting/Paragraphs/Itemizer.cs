using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Frames;
using Publisher.Typesetting.Pages;

namespace Publisher.Typesetting.Paragraphs;

/// <summary>Cuts a paragraph's runs into words, spaces and the rest, and shapes the words.</summary>
internal sealed class Itemizer(SettingContext context)
{
    private const char NoBreakSpace = '\u00A0';
    private const char LineSeparator = '\u2028';

    private readonly List<Piece> _pieces = [];
    private bool _preserveSpaces;
    private bool _hasRightToLeft;

    /// <summary>The pieces of the paragraph cut last.</summary>
    public List<Piece> Pieces => _pieces;

    /// <summary>Whether the paragraph cut last begins with a letter that runs from right to left.</summary>
    public bool IsRightToLeft { get; private set; }

    /// <summary>Whether any of its pieces runs against the paragraph.</summary>
    public bool IsMixed { get; private set; }

    /// <summary>Cuts a paragraph.</summary>
    /// <param name="paragraph">What to cut.</param>
    /// <param name="measure">Pictures wider than this are reduced; in points.</param>
    public void Cut(FlowParagraph paragraph, double measure)
    {
        _pieces.Clear();
        _preserveSpaces = paragraph.Style.PreserveSpaces;
        _hasRightToLeft = false;
        IsRightToLeft = false;
        for (var i = 0; i < paragraph.Runs.Length; i++)
            CutRun(paragraph.Runs[i], i, measure);
        while (!_preserveSpaces && _pieces.Count > 0 && _pieces[^1].Kind == PieceKind.Space)
            _pieces.RemoveAt(_pieces.Count - 1);

        IsMixed = _hasRightToLeft;
        if (_hasRightToLeft)
            Level();
    }

    private void CutRun(Run run, int index, double measure)
    {
        switch (run)
        {
            case TextRun text:
                CutText(text.Text, text.Style, index, text.Structure);
                break;
            case NoteRun note:
                CutText(note.Mark, note.Style, index, note.Structure);
                break;
            case ReferenceRun reference:
                CutText(context.Resolve(ValueOf(reference)), reference.Style, index, reference.Structure);
                break;
            case PictureRun picture:
                _pieces.Add(new Piece(PieceKind.Picture, index, null, null, Math.Min(measure, picture.Width.Points), 0));
                break;
            case LineEndRun:
                AddLineEnd(index);
                break;
        }
    }

    // A flow does not know its pages while it is set; where its own mark stands, the pass before has seen.
    private Reference ValueOf(ReferenceRun run) =>
        run.Value.Kind == ReferenceKind.Page && context.Artifact == ArtifactKind.None
            ? new Reference(ReferenceKind.PageOf, run.Structure)
            : run.Value;

    private void AddLineEnd(int run)
    {
        while (!_preserveSpaces && _pieces.Count > 0 && _pieces[^1].Kind == PieceKind.Space)
            _pieces.RemoveAt(_pieces.Count - 1);
        _pieces.Add(new Piece(PieceKind.LineEnd, run, null, null, 0, 0));
    }

    private void CutText(string text, TextStyle style, int run, StructureId structure)
    {
        var shaper = context.ShaperOf(style);
        var mixed = Direction.MayBeMixed(text);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c == NoBreakSpace)
            {
                AddNoBreakSpace(shaper, run);
                i++;
            }
            else if (c == LineSeparator)
            {
                AddLineEnd(run);
                i++;
            }
            else if (IsSpace(c))
            {
                AddSpace(shaper, run);
                i++;
            }
            else
            {
                var end = EndOfWord(text, i);
                AddWords(text.AsSpan(i, end - i), shaper, run, structure, mixed);
                i = end;
            }
        }
    }

    // Control characters are no text: they part words, so that nothing grows together.
    private static bool IsSpace(char c) => c is ' ' or LineSeparator or '\u2029' || char.IsControl(c);

    private static int EndOfWord(string text, int i)
    {
        while (i < text.Length && text[i] != NoBreakSpace && !IsSpace(text[i]))
            i++;
        return i;
    }

    private void AddSpace(StyleShaper shaper, int run)
    {
        var collapses = _pieces.Count == 0 || _pieces[^1].Kind is PieceKind.Space or PieceKind.LineEnd;
        if (_preserveSpaces || !collapses)
            _pieces.Add(new Piece(PieceKind.Space, run, shaper, shaper.Space, shaper.SpaceWidth, 0));
    }

    private void AddNoBreakSpace(StyleShaper shaper, int run)
    {
        var space = shaper.Get("\u00A0", rightToLeft: false);
        _pieces.Add(new Piece(PieceKind.NoBreakSpace, run, shaper, space, space.Advance * shaper.Size, 0));
    }

    private void AddWords(ReadOnlySpan<char> word, StyleShaper shaper, int run, StructureId structure, bool mixed)
    {
        while (!word.IsEmpty)
        {
            var end = mixed ? Direction.EndOfStretch(word) : word.Length;
            var rightToLeft = mixed && Direction.OfFirstLetter(word[..end]) > 0;
            _hasRightToLeft |= rightToLeft;
            var shaped = shaper.Get(word[..end], rightToLeft);
            foreach (var character in shaped.Missing)
                context.ReportMissing(character, structure);
            _pieces.Add(new Piece(PieceKind.Word, run, shaper, shaped, shaped.Advance * shaper.Size, rightToLeft ? 1 : 0));
            word = word[end..];
        }
    }

    // Words without letters (figures, marks) and spaces take the direction they stand between, or else the paragraph's.
    private void Level()
    {
        IsRightToLeft = FirstDirection() > 0;
        var outer = IsRightToLeft ? 1 : 0;
        var before = outer;
        for (var i = 0; i < _pieces.Count; i++)
        {
            var direction = DirectionOf(_pieces[i]);
            if (direction != 0)
            {
                before = direction > 0 ? 1 : IsRightToLeft ? 2 : 0;
                _pieces[i] = _pieces[i] with { Level = before };
                continue;
            }

            var end = i;
            while (end < _pieces.Count && DirectionOf(_pieces[end]) == 0)
                end++;
            var after = end < _pieces.Count ? DirectionOf(_pieces[end]) > 0 ? 1 : IsRightToLeft ? 2 : 0 : outer;
            var level = before == after ? before : outer;
            for (; i < end; i++)
                _pieces[i] = WithLevel(_pieces[i], LevelOfNeutral(_pieces[i], level));
            i--;
        }
    }

    // Between words that run from right to left, brackets are mirrored (rule L4).
    private static Piece WithLevel(Piece piece, int level) => piece with
    {
        Level = level,
        Word = piece.Kind == PieceKind.Word && (level & 1) == 1 ? piece.Shaper!.Get(piece.Word!.Text, rightToLeft: true) : piece.Word,
    };

    // Rule I1 and I2: figures run from left to right even between words that do not.
    private static int LevelOfNeutral(Piece piece, int level) => level == 1 && HasFigures(piece) ? 2 : level;

    private int FirstDirection()
    {
        foreach (var piece in _pieces)
        {
            var direction = DirectionOf(piece);
            if (direction != 0)
                return direction;
        }

        return 0;
    }

    private static int DirectionOf(Piece piece) => piece.Kind == PieceKind.Word ? Direction.OfFirstLetter(piece.Word!.Text) : 0;

    private static bool HasFigures(Piece piece) => piece.Kind == PieceKind.Word && piece.Word!.Text.Any(char.IsDigit);
}
