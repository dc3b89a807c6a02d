using Publisher.Model.Diagnostics;

namespace Publisher.Tests.Model;

public sealed class NearestNameTests
{
    private static readonly string[] Names = ["title", "subtitle", "language", "date"];

    [Theory]
    [InlineData("titel", "title")]
    [InlineData("titlle", "title")]
    [InlineData("tile", "title")]
    [InlineData("Datte", "date")]
    [InlineData("lnaguage", "language")]
    [InlineData("sub-title", "subtitle")]
    public void A_mistyped_name_is_recognised(string word, string name) => Assert.Equal(name, NearestName.To(word, Names));

    [Theory]
    [InlineData("colour")]
    [InlineData("")]
    [InlineData("xyz")]
    public void Another_word_is_not(string word) => Assert.Null(NearestName.To(word, Names));

    [Fact]
    public void A_very_long_word_is_not_compared() => Assert.Null(NearestName.To(new string('a', 1_000_000), Names));
}
