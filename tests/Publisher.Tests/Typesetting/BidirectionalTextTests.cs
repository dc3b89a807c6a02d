using Publisher.Tests.Support;
using Publisher.Typesetting;
using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Fonts;
using Publisher.Typesetting.Frames;
using Publisher.Typesetting.Paragraphs;

namespace Publisher.Tests.Typesetting;

/// <summary>
/// What stands where on a line, from left to right; Hebrew letters as in the text, since each word is read from right to left. The font has none
/// of them: their places are those of what stands in for them.
/// </summary>
public sealed class BidirectionalTextTests : IDisposable
{
    private readonly FontFace _face = FontFace.FromBytes(Repository.Bytes("templates", "fonts", "SourceSans3-Regular.ttf"));

    public void Dispose() => _face.Dispose();

    [Theory]
    [InlineData("Gruß: שלום; Ende", "Gruß: |שלום|; Ende")]
    [InlineData("Gruß שלום עולם, Ende", "Gruß |עולם| |שלום|, Ende")]
    [InlineData("Gruß „שלום“ Ende", "Gruß „|שלום|“ Ende")]
    [InlineData("שלום Publisher, עולם", "עולם| ,|Publisher| |שלום")]
    [InlineData("שלום (עולם) אב", "אב| |)|עולם|(| |שלום")]
    [InlineData("שלום 123 עולם", "עולם| |123| |שלום")]
    [InlineData("Nur lateinisch; Ende", "Nur lateinisch; Ende")]
    public void Punctuation_has_the_direction_of_its_neighbours_or_else_of_the_paragraph(string text, string expected)
    {
        var runs = Set(text);

        Assert.Equal(expected.Replace("|", "", StringComparison.Ordinal), string.Concat(runs.OrderBy(run => run.X.Points).Select(run => run.Text)).Trim());
    }

    [Fact]
    public void A_mark_stays_with_the_letter_before_it()
    {
        var runs = Set("Gruß ש\u0301, Ende");

        Assert.Contains(runs, run => run.Text == "ש\u0301");
    }

    [Fact]
    public void A_bracket_between_words_from_right_to_left_is_mirrored()
    {
        var upright = Set("( )");
        var turned = Set("א ( ) ב");

        var open = upright.SelectMany(run => run.Glyphs).First().Id;
        var first = turned.Single(run => run.Text == "(");
        Assert.NotEqual(open, first.Glyphs[0].Id);
    }

    private GlyphRun[] Set(string text)
    {
        var style = new TextStyle { Faces = new FontStack(_face), Size = Pt(8), Language = "de" };
        var document = Typesetter.Set(
            [new FlowParagraph([new TextRun(text, style, default)], new ParagraphStyle { Strut = style, Leading = Pt(10) })],
            new PageDesign { Width = Pt(400), Height = Pt(100), MarginTop = Pt(10), MarginBottom = Pt(10), MarginLeft = Pt(10), MarginRight = Pt(10) },
            new WordStore(HyphenationCatalogue.Empty));
        return [.. document.Pages[0].Frames.OfType<GlyphRun>()];
    }

    private static Publisher.Typesetting.Length Pt(double points) => Publisher.Typesetting.Length.FromPoints(points);
}
