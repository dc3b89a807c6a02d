using Publisher.Editions.Pdf.Objects;
using Publisher.Editions.Pdf.Structure;
using Publisher.Typesetting;
using Publisher.Typesetting.Frames;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>
/// Writes the content stream of a page (ISO 32000-1, 8 and 9). Walks the frames and decides nothing: what follows one another with
/// the same mark is one marked-content sequence, everything without a mark is an artifact.
/// </summary>
internal sealed class PageDrawer(FontRegister fonts, PictureRegister pictures, StructureTree tree, ContentMap contents, PrintSheet sheet)
{
    private readonly PdfWriter _writer = new(8192);
    private double _width;
    private double _height;
    private Ink? _ink;
    private string? _font;
    private double _size;
    private bool _isTextOpen;

    /// <summary>Whether anything shines through on the page drawn last.</summary>
    public bool IsTransparent { get; private set; }

    /// <summary>Draws a page.</summary>
    /// <returns>The content stream, valid until the next page is drawn.</returns>
    public ReadOnlySpan<byte> Draw(Page page)
    {
        _writer.Clear();
        (_width, _height) = (page.Width.Points, page.Height.Points);
        _ink = null;
        _font = null;
        IsTransparent = false;
        var frames = page.Frames;
        for (var i = 0; i < frames.Length;)
        {
            var end = i + 1;
            while (end < frames.Length && IsSameMark(frames[i], frames[end]))
                end++;
            OpenMark(frames[i], page.Number - 1);
            for (; i < end; i++)
                Draw(frames[i]);
            CloseText();
            _writer.Word("EMC"u8).Line();
        }

        sheet.DrawMarks(_writer, page);
        return _writer.Written;
    }

    private static bool IsSameMark(Frame first, Frame second) =>
        KindOf(first) == KindOf(second) && (KindOf(first) != ArtifactKind.None || first.Structure == second.Structure);

    private static ArtifactKind KindOf(Frame frame) =>
        frame.Artifact == ArtifactKind.None && frame.Structure == StructureId.None ? ArtifactKind.Layout : frame.Artifact;

    private void OpenMark(Frame frame, int page)
    {
        var kind = KindOf(frame);
        if (kind == ArtifactKind.None)
        {
            var owner = tree.OwnerOf(frame.Structure);
            var mark = contents.Add(page, frame.Structure);
            _writer.Name(owner.Type).OpenDictionary().Key("MCID").Number(mark).CloseDictionary().Word("BDC"u8).Line();
            return;
        }

        _writer.Name("Artifact").OpenDictionary().Key("Type").Name(TypeOf(kind));
        if (kind is ArtifactKind.Header or ArtifactKind.Footer)
            _writer.Key("Subtype").Name(kind == ArtifactKind.Header ? "Header" : "Footer");
        _writer.CloseDictionary().Word("BDC"u8).Line();
    }

    private static string TypeOf(ArtifactKind kind) => kind switch
    {
        ArtifactKind.Layout => "Layout",
        ArtifactKind.Backdrop => "Background",
        _ => "Pagination",
    };

    private void Draw(Frame frame)
    {
        if (frame.Turn != 0)
        {
            CloseText();
            _writer.Word("q"u8);
            WriteTurn(frame.Turn);
        }

        DrawUpright(frame);
        if (frame.Turn == 0)
            return;

        // What the saved state holds comes back, so what is remembered of the present one does not count.
        CloseText();
        _writer.Word("Q"u8).Line();
        (_ink, _font) = (null, null);
    }

    private void WriteTurn(double degrees)
    {
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        var (x, y) = (_width / 2, _height / 2);
        _writer.Precise(cosine).Precise(sine).Precise(-sine).Precise(cosine);
        _writer.Number(x - (cosine * x) + (sine * y)).Number(y - (sine * x) - (cosine * y)).Word("cm"u8).Line();
    }

    private void DrawUpright(Frame frame)
    {
        switch (frame)
        {
            case GlyphRun run:
                DrawGlyphs(run);
                break;
            case Box box:
                DrawBox(box);
                break;
            case PictureFrame picture:
                DrawPicture(picture);
                break;
        }
    }

    private void DrawBox(Box box)
    {
        CloseText();
        Fill(box.Ink);
        _writer.Number(box.X.Points).Number(_height - box.Y.Points - box.Height.Points)
            .Number(box.Width.Points).Number(box.Height.Points).Word("re"u8).Word("f"u8).Line();
    }

    private void DrawPicture(PictureFrame frame)
    {
        CloseText();
        IsTransparent |= pictures.IsTransparent(frame.Picture);
        var y = _height - frame.Y.Points - frame.Height.Points;
        _writer.Word("q"u8);
        pictures.WriteMatrix(_writer, frame.Picture, frame.X.Points, y, frame.Width.Points, frame.Height.Points);
        _writer.Word("cm"u8).Name(pictures.Use(frame.Picture)).Word("Do"u8).Word("Q"u8).Line();
    }

    private void Fill(Ink ink)
    {
        if (_ink == ink)
            return;
        _ink = ink;
        _writer.Number(ink.Red / 255.0).Number(ink.Green / 255.0).Number(ink.Blue / 255.0).Word("rg"u8).Line();
    }

    private void CloseText()
    {
        if (_isTextOpen)
            _writer.Word("ET"u8).Line();
        _isTextOpen = false;
    }

    private void DrawGlyphs(GlyphRun run)
    {
        var usage = fonts.UsageOf(run.Face);
        if (_ink != run.Ink)
        {
            CloseText();
            Fill(run.Ink);
        }

        if (!_isTextOpen)
            _writer.Word("BT"u8);
        _isTextOpen = true;
        if (!string.Equals(_font, usage.ResourceName, StringComparison.Ordinal) || _size != run.Size.Points)
        {
            _font = usage.ResourceName;
            _size = run.Size.Points;
            _writer.Name(_font).Number(_size).Word("Tf"u8);
        }

        _writer.Number(1).Number(0).Number(0).Number(1).Number(run.X.Points).Number(_height - run.Y.Points).Word("Tm"u8);
        new GlyphLine(_writer, run, usage, fonts.SubsetOf(run.Face)).Write();
        _writer.Line();
    }
}
