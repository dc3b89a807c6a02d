using Publisher.Templates;
using Publisher.Typesetting.Paragraphs;

namespace Publisher.Tests.Templates;

/// <summary>Patterns and exceptions that a template brings along, as the typesetter reads them.</summary>
public sealed class HyphenationFolderTests
{
    [Theory]
    [InlineData("de")]
    [InlineData("de-AT")]
    public void A_word_of_the_list_is_divided_as_it_says_and_others_by_the_patterns(string language)
    {
        (string, string) list = ("hyphenation/de.exceptions.txt", "# so will es die Redaktion\nFlücht-lingsrat\nKommune\n");

        Assert.Equal("flücht-lingsrat", Divided("flüchtlingsrat", language, list));
        Assert.Equal("kommune", Divided("kommune", language, list));
        Assert.Equal("re-dak-tion", Divided("redaktion", language, list));
    }

    [Fact]
    public void Patterns_of_a_further_language_need_only_lie_in_the_folder() =>
        Assert.Equal("sto-rare", Divided("storare", "sv", ("hyphenation/sv.txt", "o1r\n")));

    [Fact]
    public void The_templates_patterns_go_before_those_that_come_with_the_program() =>
        Assert.Equal("redakt-ion", Divided("redaktion", "de", ("hyphenation/de.txt", "t1i\n")));

    [Fact]
    public void A_language_without_patterns_has_none() => Assert.Null(TemplateSupport.Standard.Hyphenation.For("xx"));

    private static string Divided(string word, string language, (string Name, string Text) file)
    {
        using var folder = new TemplateOnDisk(("_brand.yml", "meta: { name: Haus }\n"), file);
        var template = TemplateFolder.Load(folder.Path, TemplateSupport.Options);
        var divisions = new List<int>();
        Hyphenator.Read(template.Hyphenation.For(language)!).Divide(word, divisions);
        foreach (var division in Enumerable.Reverse(divisions))
        {
            word = word.Insert(division, "-");
        }

        return word;
    }
}
