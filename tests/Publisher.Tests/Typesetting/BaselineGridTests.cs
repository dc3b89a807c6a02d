using System.Collections.Immutable;
using Publisher.Tests.Support;
using Publisher.Typesetting;
using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Fonts;
using Publisher.Typesetting.Frames;
using Publisher.Typesetting.Paragraphs;

namespace Publisher.Tests.Typesetting;

/// <summary>A grid of 10 points on a page of 200 by 200.</summary>
public sealed class BaselineGridTests : IDisposable
{
    private readonly FontFace _face = FontFace.FromBytes(Repository.Bytes("templates", "fonts", "SourceSans3-Regular.ttf"));

    public void Dispose() => _face.Dispose();

    [Theory]
    [InlineData(10, 10)]
    [InlineData(8.5, 10)]
    [InlineData(10.5, 10)]
    [InlineData(11.9, 10)]
    public void Lines_stand_a_whole_number_of_lines_of_the_grid_apart(double leading, double expected)
    {
        var baselines = Baselines(Paragraph(leading, underline: false), Paragraph(leading, underline: false));

        Assert.Equal(4, baselines.Length);
        Assert.All(baselines.Zip(baselines.Skip(1)), pair => Assert.Equal(expected, pair.Second - pair.First, 3));
    }

    [Fact]
    public void Lines_that_do_not_fit_keep_their_leading_and_the_next_ones_stand_on_the_grid_again()
    {
        var baselines = Baselines(Paragraph(10, underline: false), Paragraph(14, underline: false), Paragraph(10, underline: false));

        Assert.Equal(14, baselines[3] - baselines[2], 3);
        Assert.Equal(0, (baselines[4] - baselines[0]) % 10, 3);
    }

    [Fact]
    public void An_underlined_line_stands_where_another_would()
    {
        var plain = Baselines(Paragraph(8.5, underline: false));
        var underlined = Baselines(Paragraph(8.5, underline: true));

        Assert.Equal(plain, underlined);
    }

    private double[] Baselines(params ImmutableArray<FlowBlock> flow)
    {
        var document = Typesetter.Set(
            flow,
            new PageDesign { Width = Pt(200), Height = Pt(200), MarginTop = Pt(10), MarginBottom = Pt(10), MarginLeft = Pt(10), MarginRight = Pt(10), BaselineGrid = Pt(10) },
            new WordStore(HyphenationCatalogue.Empty));
        return [.. document.Pages[0].Frames.OfType<GlyphRun>().Select(run => run.Y.Points)];
    }

    private FlowParagraph Paragraph(double leading, bool underline)
    {
        var style = new TextStyle { Faces = new FontStack(_face), Size = Pt(8), Underline = underline };
        return new FlowParagraph(
            [new TextRun("eins", style, default), new LineEndRun(default), new TextRun("zwei", style, default)],
            new ParagraphStyle { Strut = style, Leading = Pt(leading) });
    }

    private static Publisher.Typesetting.Length Pt(double points) => Publisher.Typesetting.Length.FromPoints(points);
}
