using System.Numerics;
using System.Text;
using CsCheck;
using Publisher.Editions.Pictures.Svg;
using Publisher.Editions.Pictures.Vectors;
using Publisher.Templates;
using Publisher.Tests.Support;

namespace Publisher.Tests.Editions.Pictures;

public sealed class SvgReaderTests
{
    [Theory]
    [InlineData("M1 2L3 4", "M1,2 L3,4")]
    [InlineData("m1 2 3 4-5 6", "M1,2 L4,6 L-1,12")]
    [InlineData("M0 0H5V6h-1v-1z", "M0,0 L5,0 L5,6 L4,6 L4,5 Z")]
    [InlineData("M0 0h2zl0 3", "M0,0 L2,0 Z M0,0 L0,3")]
    [InlineData("M.5.5.25-1e1", "M0.5,0.5 L0.25,-10")]
    [InlineData("M0 0C1 1 2 1 3 0S5-1 6 0", "M0,0 C1,1 2,1 3,0 C4,-1 5,-1 6,0")]
    [InlineData("M0 0S1 2 3 3", "M0,0 C0,0 1,2 3,3")]
    [InlineData("M0 0Q3 3 6 0T12 0", "M0,0 C2,2 4,2 6,0 C8,-2 10,-2 12,0")]
    [InlineData("M0 0L1 1 x 5", "M0,0 L1,1")]
    [InlineData("L1 1", "")]
    [InlineData("M0 0A0 5 0 0 1 4 4", "M0,0 L4,4")]
    public void Path_data_are_read_as_the_standard_says(string data, string expected) => Assert.Equal(expected, Written(SvgPath.Parse(data)));

    [Fact]
    public void An_arc_keeps_its_distance_from_the_centre()
    {
        var path = SvgPath.Parse("M10 0A10 10 0 1 1 0-10");

        foreach (var point in Points(path))
            Assert.Equal(10, point.Length(), 0.01);
        Assert.Equal(3, path.Segments.Count(s => s.Kind == PathSegmentKind.Curve));
        Assert.Equal(new Vector2(0, -10), path.Segments[^1].End);
    }

    [Fact]
    public void An_arc_too_small_for_its_ends_is_made_larger() =>
        Assert.All(Points(SvgPath.Parse("M0 0a1 1 0 001 0 1 1 0 0110 0")).Skip(5), point => Assert.InRange(Vector2.Distance(point, new Vector2(6, 0)), 4.9f, 5.1f));

    [Theory]
    [InlineData("translate(3 4)", 3, 4)]
    [InlineData("translate(10) scale(2)", 10, 0)]
    [InlineData("rotate(90 1 0)", 1, -1)]
    [InlineData("matrix(1 0 0 1 5 6)", 5, 6)]
    [InlineData("skewX(45) translate(0 2)", 2, 2)]
    [InlineData("nothing(1)", 0, 0)]
    public void Transforms_apply_from_the_right(string text, float x, float y)
    {
        var place = Vector2.Transform(Vector2.Zero, SvgTransform.Parse(text));

        Assert.Equal(x, place.X, 1e-4);
        Assert.Equal(y, place.Y, 1e-4);
    }

    [Theory]
    [InlineData(null, 25, 0, 75, 50)]
    [InlineData("none", 0, 0, 100, 50)]
    [InlineData("xMinYMin", 0, 0, 50, 50)]
    [InlineData("xMaxYMid meet", 50, 0, 100, 50)]
    [InlineData("xMidYMid slice", 0, -25, 100, 75)]
    public void A_view_box_is_fitted_as_asked_for(string? preserve, float left, float top, float right, float bottom)
    {
        var fit = SvgTransform.Fit((Vector2.Zero, new Vector2(10)), new Vector2(100, 50), preserve);

        Assert.Equal(new Vector2(left, top), Vector2.Transform(Vector2.Zero, fit));
        Assert.Equal(new Vector2(right, bottom), Vector2.Transform(new Vector2(10), fit));
    }

    [Theory]
    [InlineData("tomato", 0xFF, 0x63, 0x47, 1)]
    [InlineData("#f00", 255, 0, 0, 1)]
    [InlineData("#0000ff80", 0, 0, 255, 0.5)]
    [InlineData("rgb(10%, 20, 30)", 26, 20, 30, 1)]
    [InlineData("rgba(1,2,3,.25)", 1, 2, 3, 0.25)]
    [InlineData("hsl(120, 100%, 25%)", 0, 128, 0, 1)]
    [InlineData("transparent", 0, 0, 0, 0)]
    public void Colours_are_read_in_every_form(string text, byte red, byte green, byte blue, double opacity)
    {
        Assert.True(SvgColour.TryParse(text, out var colour, out var own));
        Assert.Equal(new Colour(red, green, blue), colour);
        Assert.Equal(opacity, own, 0.01);
    }

    [Theory]
    [InlineData("<rect width='1' height='1'/>", "#000000")]
    [InlineData("<g fill='#111'><rect width='1' height='1'/></g>", "#111111")]
    [InlineData("<style>rect{fill:#222}</style><rect fill='#111' width='1' height='1'/>", "#222222")]
    [InlineData("<style>.a{fill:#333} rect{fill:#222}</style><rect class='b a' width='1' height='1'/>", "#333333")]
    [InlineData("<style>#x{fill:#444}.a{fill:#333}</style><rect id='x' class='a' width='1' height='1'/>", "#444444")]
    [InlineData("<style>.a{fill:#333}</style><rect class='a' style='fill:#555' width='1' height='1'/>", "#555555")]
    [InlineData("<g color='#666'><rect fill='currentColor' width='1' height='1'/></g>", "#666666")]
    [InlineData("<style>/* .a{} */ @media print{rect{fill:red}} rect.a,circle{fill:#777}</style><rect class='a' width='1' height='1'/>", "#777777")]
    public void The_nearest_rule_counts(string content, string colour) =>
        Assert.Equal(colour, Assert.Single(Shapes(Read(content).Root)).Fill!.AsPlain.Colour.ToString());

    [Theory]
    [InlineData("<rect width='1' height='1' fill='none'/>")]
    [InlineData("<rect width='1' height='1' display='none'/>")]
    [InlineData("<g visibility='hidden'><rect width='1' height='1'/></g>")]
    [InlineData("<defs><rect width='1' height='1'/></defs>")]
    [InlineData("<rect width='0' height='1'/>")]
    [InlineData("<rect width='1' height='1' opacity='0'/>")]
    public void What_is_not_shown_is_not_drawn(string content) => Assert.Empty(Shapes(Read(content).Root));

    [Theory]
    [InlineData("<image href='a.png'/>", "<image>")]
    [InlineData("<rect width='1' height='1' filter='url(#f)'/>", "the effect \"filter\"")]
    [InlineData("<pattern id='p'/><rect width='1' height='1' fill='url(#p)'/>", "<pattern>")]
    [InlineData("<use href='other.svg#a'/>", "<use> of another file or of nothing")]
    [InlineData("<style>g > rect{fill:red}</style>", "some rules of its style sheet")]
    public void What_cannot_be_drawn_is_named(string content, string name) => Assert.Contains(name, Read(content).NotDrawn);

    [Fact]
    public void A_chart_is_drawn_whole()
    {
        var picture = SvgReader.Read(Encoding.UTF8.GetBytes(SvgSample.Chart))!;

        Assert.Empty(picture.NotDrawn);
        Assert.False(picture.IsActive);
    }

    [Fact]
    public void A_line_of_text_goes_on_where_its_first_part_ended()
    {
        var texts = Texts(Read("<text x='5' y='6'>Eins <tspan font-weight='bold'>zwei</tspan>\n   drei <tspan x='1' y='9'>vier</tspan></text>").Root);

        Assert.Equal(["Eins ", "zwei", " drei ", "vier"], texts.Select(t => t.Text));
        Assert.Equal([false, true, true, false], texts.Select(t => t.Continues));
        Assert.Equal(700, texts[1].Font.Weight);
        Assert.Equal(new Vector2(1, 9), texts[3].Start);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<rect onclick='a()' width='1' height='1'/>")]
    [InlineData("<a href='https://example.org'><rect width='1' height='1'/></a>")]
    public void What_runs_or_leads_out_is_known(string content) => Assert.True(Read(content).IsActive);

    [Fact]
    public void Uses_of_uses_end()
    {
        var content = new StringBuilder("<rect id='u0' width='1' height='1'/>");
        for (var i = 1; i < 40; i++)
            content.Append($"<g id='u{i}'><use href='#u{i - 1}'/><use href='#u{i - 1}'/></g>");

        var picture = Read(content.ToString());

        Assert.NotEmpty(picture.NotDrawn);
        Assert.InRange(Shapes(picture.Root).Count(), 1, 100_000);
    }

    [Theory]
    [InlineData("<g id='a'><use href='#a'/><rect width='1' height='1'/></g>")]
    [InlineData("<linearGradient id='g' href='#g'/><rect width='1' height='1' fill='url(#g)'/>")]
    [InlineData("<clipPath id='c' clip-path='url(#c)'><rect width='1' height='1' clip-path='url(#c)'/></clipPath><rect clip-path='url(#c)' width='1' height='1'/>")]
    public void Circles_of_references_end(string content) => Assert.NotNull(Read(content));

    [Fact]
    public void Deep_nesting_and_entities_make_no_picture()
    {
        Assert.Null(SvgReader.Read(Encoding.UTF8.GetBytes($"<svg viewBox='0 0 1 1'>{string.Concat(Enumerable.Repeat("<g>", 100_000))}</svg>")));
        Assert.Null(SvgReader.Read(Encoding.UTF8.GetBytes("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg viewBox='0 0 1 1'><text>&a;</text></svg>")));
        Assert.Null(SvgReader.Read(Encoding.UTF8.GetBytes("<html/>")));
        Assert.Null(SvgReader.Read("<svg viewBox='0 0 1e9 1e9'/>"u8.ToArray()));
    }

    [Fact]
    public void Any_change_of_a_picture_still_ends() => Gen.Select(Gen.Int[0, SvgSample.Chart.Length - 1], Gen.Int[1, 60], Gen.String[Gen.Char["<>/'\"0eM%(#-. "], 0, 5]).Sample(
        (at, length, text) =>
        {
            var svg = SvgSample.Chart.Remove(at, Math.Min(length, SvgSample.Chart.Length - at)).Insert(at, text);

            foreach (var shape in Shapes(SvgReader.Read(Encoding.UTF8.GetBytes(svg))?.Root ?? new VectorGroup([], 1)))
                Assert.Equal(PathSegmentKind.Move, shape.Path.Segments[0].Kind);
        },
        iter: 500);

    private static VectorPicture Read(string content) =>
        SvgReader.Read(Encoding.UTF8.GetBytes($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>{content}</svg>"))!;

    private static IEnumerable<VectorShape> Shapes(VectorMark mark) => mark switch
    {
        VectorShape shape => [shape],
        VectorGroup group => group.Marks.SelectMany(Shapes),
        _ => [],
    };

    private static VectorText[] Texts(VectorMark mark) => mark switch
    {
        VectorText text => [text],
        VectorGroup group => [.. group.Marks.SelectMany(Texts)],
        _ => [],
    };

    // Along a curve, not only at its ends.
    private static IEnumerable<Vector2> Points(VectorPath path)
    {
        var at = Vector2.Zero;
        foreach (var segment in path.Segments)
        {
            for (var t = 0.25f; segment.Kind == PathSegmentKind.Curve && t < 1; t += 0.25f)
            {
                var u = 1 - t;
                yield return (u * u * u * at) + (3 * u * u * t * segment.First) + (3 * u * t * t * segment.Second) + (t * t * t * segment.End);
            }

            yield return at = segment.End;
        }
    }

    private static string Written(VectorPath path) => string.Join(' ', path.Segments.Select(s => s.Kind switch
    {
        PathSegmentKind.Move => $"M{Written(s.End)}",
        PathSegmentKind.Line => $"L{Written(s.End)}",
        PathSegmentKind.Curve => $"C{Written(s.First)} {Written(s.Second)} {Written(s.End)}",
        _ => "Z",
    }));

    private static string Written(Vector2 point) => FormattableString.Invariant($"{MathF.Round(point.X, 3)},{MathF.Round(point.Y, 3)}");
}
