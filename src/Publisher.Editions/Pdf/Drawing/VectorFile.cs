using Publisher.Editions.Pdf.Objects;
using Publisher.Editions.Pictures.Vectors;
using Publisher.Typesetting.Frames;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>A picture of shapes, drawn as such: sharp at any size.</summary>
/// <param name="picture">The picture.</param>
/// <param name="texts">Its lines of text, set.</param>
internal sealed class VectorFile(VectorPicture picture, IReadOnlyDictionary<VectorText, SetText> texts) : PictureFile
{
    // The larger side, in the form's units: numbers have three decimals, so a millionth of the picture can be told apart.
    private const float LargerSide = 1000;

    public override double Width => picture.Width;

    public override double Height => picture.Height;

    public override double PixelsPerInch => 96;

    public override IEnumerable<GlyphRun> Glyphs => texts.Values.SelectMany(set => set.Runs);

    public override bool IsTransparent => HasOpacity(picture.Root);

    /// <summary>What the picture's coordinates are multiplied by when it is drawn.</summary>
    public static float ScaleOf(VectorPicture picture) => LargerSide / MathF.Max(picture.Width, picture.Height);

    /// <summary>Writes a form (ISO 32000-1, 8.10) that fills the unit square, as an image does.</summary>
    public override PdfReference Write(PdfFile file, FontRegister fonts)
    {
        var scale = ScaleOf(picture);
        return new VectorForm(file, fonts, texts, scale, picture.Width * scale, picture.Height * scale).Write(picture.Root);
    }

    private static bool HasOpacity(VectorMark mark) => mark switch
    {
        VectorGroup group => group.Opacity < 1 || group.Marks.Any(HasOpacity),
        VectorShape shape => HasOpacity(shape.Fill) || HasOpacity(shape.Stroke?.Paint),
        VectorText text => HasOpacity(text.Fill),
        _ => false,
    };

    private static bool HasOpacity(VectorPaint? paint) => paint switch
    {
        VectorPaint.Plain plain => plain.Opacity < 1,
        VectorPaint.Gradient gradient => gradient.Stops.Any(stop => stop.Opacity < 1),
        _ => false,
    };
}
