using Publisher.Tests.Support;
using Publisher.Typesetting.Paragraphs;

namespace Publisher.Tests.Typesetting;

public sealed class HyphenatorTests
{
    private static readonly Hyphenator German = Hyphenator.Read(File.ReadAllText(Repository.PathOf("templates", "hyphenation", "de-1996.txt")));

    [Theory]
    [InlineData("Flüchtlingsrat", "Flücht-lings-rat")]
    [InlineData("Oberbürgermeister", "Ober-bür-ger-meis-ter")]
    [InlineData("Landesregierung", "Lan-des-re-gie-rung")]
    [InlineData("Verantwortung", "Ver-ant-wor-tung")]
    [InlineData("oben", "oben")]
    [InlineData("Ufer", "Ufer")]
    public void German_words_are_divided_as_the_dictionary_does(string word, string expected) =>
        Assert.Equal(expected, Divide(German, word));

    [Fact]
    public void Patterns_with_odd_values_divide_and_even_ones_forbid()
    {
        var hyphenator = Hyphenator.Read("a1b\n.xa2b", leftMinimum: 1, rightMinimum: 1);

        Assert.Equal("ca-bc", Divide(hyphenator, "cabc"));
        Assert.Equal("xabc", Divide(hyphenator, "xabc"));
    }

    [Fact]
    public void An_exception_goes_before_the_patterns()
    {
        var hyphenator = Hyphenator.Read("a1b\nexceptions:\ncab-ab\nabab", leftMinimum: 1, rightMinimum: 1);

        Assert.Equal("Cab-ab", Divide(hyphenator, "Cabab"));
        Assert.Equal("abab", Divide(hyphenator, "abab"));
    }

    [Fact]
    public void A_TeX_file_is_read_between_its_commands()
    {
        var hyphenator = Hyphenator.Read("% comment a1b\n\\patterns{\nb1c\n}\n\\hyphenation{ac-bc}\n", leftMinimum: 1, rightMinimum: 1);

        Assert.Equal("aab-cc", Divide(hyphenator, "aabcc"));
        Assert.Equal("ac-bc", Divide(hyphenator, "acbc"));
    }

    private static string Divide(Hyphenator hyphenator, string word)
    {
        var divisions = new List<int>();
        hyphenator.Divide(word, divisions);
        for (var i = divisions.Count - 1; i >= 0; i--)
            word = word.Insert(divisions[i], "-");
        return word;
    }
}
