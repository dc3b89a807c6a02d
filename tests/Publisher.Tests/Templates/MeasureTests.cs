using Publisher.Templates;
using Publisher.Templates.Styles;

namespace Publisher.Tests.Templates;

/// <summary>Lengths as a style states them.</summary>
public sealed class MeasureTests
{
    [Theory]
    [InlineData("12 pt", 12)]
    [InlineData("-3mm", -8.5)]
    [InlineData("1.4", 14)]
    [InlineData("2 lines", 32)]
    [InlineData("0 mm", 0)]
    public void A_length_is_what_it_says(string text, double points)
    {
        Assert.True(Measure.TryParse(text, out var measure));

        Assert.Equal(points, measure.Resolve(Length.FromPoints(10), Length.FromPoints(11), Length.FromPoints(16)).Points);
    }

    [Fact]
    public void No_step_on_the_scale_is_a_step_and_not_a_length_of_zero()
    {
        Assert.True(Measure.TryParse("+0 steps", out var measure));

        Assert.Equal(new Measure(0, MeasureUnit.Steps), measure);
    }

    [Theory]
    [InlineData("")]
    [InlineData("wide")]
    [InlineData("12 parsecs")]
    [InlineData("1e9 pt")]
    public void What_is_no_length_is_refused(string text) => Assert.False(Measure.TryParse(text, out _));
}
