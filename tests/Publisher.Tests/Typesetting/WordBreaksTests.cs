using Publisher.Typesetting.Paragraphs;

namespace Publisher.Tests.Typesetting;

public sealed class WordBreaksTests
{
    [Theory]
    [InlineData("NRW-Regierung", "NRW-|Regierung")]
    [InlineData("E-Mail", "E-Mail")]
    [InlineData("5-jährig", "5-jährig")]
    [InlineData("2020–2026", "2020–2026")]
    [InlineData("Bund/Länder", "Bund/|Länder")]
    [InlineData("Bürger*innen", "Bürger*innen")]
    [InlineData("https://example.org/a?b=c", "https://example|.org/|a|?b|=c")]
    [InlineData("漢字、漢字", "漢|字、|漢|字")]
    public void A_line_may_end_only_where_a_reader_would_let_it(string word, string expected)
    {
        var breaks = new List<WordBreak>();

        WordBreaks.Find(word, [], null, breaks);

        var marked = word;
        for (var i = breaks.Count - 1; i >= 0; i--)
            marked = marked.Insert(breaks[i].Index, "|");
        Assert.Equal(expected, marked);
    }

    [Fact]
    public void A_soft_hyphen_is_no_text_but_a_place_to_divide()
    {
        var places = new List<int>();

        var word = WordBreaks.WithoutSoftHyphens("Ur\u00ADinstinkt\u00AD", places);

        Assert.Equal("Urinstinkt", word);
        Assert.Equal([2], places);
    }
}
