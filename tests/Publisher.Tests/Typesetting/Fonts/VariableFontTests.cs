using Publisher.Tests.Support;
using Publisher.Typesetting.Fonts;

namespace Publisher.Tests.Typesetting.Fonts;

public sealed class VariableFontTests
{
    [Fact]
    public void A_heavier_place_has_wider_letters_and_another_name()
    {
        using var regular = Open(400);
        using var bold = Open(700);

        Assert.True(bold.AdvanceOf(bold.GlyphOf('n')) > regular.AdvanceOf(regular.GlyphOf('n')));
        Assert.Equal((400, 700), (regular.Metrics.Weight, bold.Metrics.Weight));
        Assert.Empty(regular.Variations);
        Assert.NotEqual(regular.PostScriptName, bold.PostScriptName);
    }

    [Fact]
    public void A_place_beyond_the_axis_is_its_end()
    {
        using var face = Open(5_000);

        var axis = Assert.Single(face.Axes, a => a.Tag == "wght");
        Assert.Equal(axis.Most, Assert.Single(face.Variations).Value);
    }

    [Fact]
    public void A_subset_is_a_static_font_of_that_place()
    {
        using var bold = Open(700);
        using var regular = Open(400);

        var subset = bold.Subset([bold.GlyphOf('n')]);

        using var cut = FontFace.FromBytes(subset.Bytes.AsMemory());
        var glyph = subset.NewIds[bold.GlyphOf('n')];
        Assert.Empty(cut.Axes);
        Assert.Equal(bold.AdvanceOf(bold.GlyphOf('n')), cut.AdvanceOf(glyph));
        Assert.NotEqual(subset.Bytes, regular.Subset([regular.GlyphOf('n')]).Bytes);
    }

    [Fact]
    public void A_static_font_has_no_other_places()
    {
        using var face = FontFace.FromBytes(Repository.Bytes("templates", "fonts", "SourceSans3-Regular.ttf"), 0, [new FontVariation("wght", 700)]);

        Assert.Empty(face.Axes);
        Assert.Empty(face.Variations);
        Assert.Equal(400, face.Metrics.Weight);
    }

    private static FontFace Open(float weight) => FontFace.FromBytes(File.ReadAllBytes(SystemFont.Variable), 0, [new FontVariation("wght", weight)]);
}
