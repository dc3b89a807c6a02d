using Publisher.Model.Blocks;
using Publisher.Model.Diagnostics;
using Publisher.Model.Words;
using Publisher.Tests.Support;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Sources.Markdown;

public sealed class ListTests
{
    [Fact]
    public void Lists_nest() =>
        Assert.Equal(
            [Ul(Li(P("a"), Ul(Li(P("b"), Ol("c", "d")))), Li(P("e")))],
            Md.Blocks("- a\n  - b\n    1. c\n    2. d\n- e\n"));

    [Fact]
    public void Empty_lines_between_items_make_a_list_loose() =>
        Assert.Equal([Ul("a", "b") with { Tight = false }], Md.Blocks("- a\n\n- b\n"));

    [Theory]
    [InlineData("1. a\n2. b", 1, ListNumbering.Decimal, ListDelimiter.Period)]
    [InlineData("7) a\n8) b", 7, ListNumbering.Decimal, ListDelimiter.Parenthesis)]
    [InlineData("0. a\n1. b", 0, ListNumbering.Decimal, ListDelimiter.Period)]
    [InlineData("a. a\nb. b", 1, ListNumbering.LowerLetter, ListDelimiter.Period)]
    [InlineData("c) a\nd) b", 3, ListNumbering.LowerLetter, ListDelimiter.Parenthesis)]
    [InlineData("A. a\nB. b", 1, ListNumbering.UpperLetter, ListDelimiter.Period)]
    [InlineData("i. a\nii. b", 1, ListNumbering.LowerRoman, ListDelimiter.Period)]
    [InlineData("I) a\nII) b", 1, ListNumbering.UpperRoman, ListDelimiter.Parenthesis)]
    [InlineData("1. a\n1. b", 1, ListNumbering.Decimal, ListDelimiter.Period)]
    public void Items_are_numbered_in_many_ways(string text, int start, ListNumbering numbering, ListDelimiter delimiter) =>
        Assert.Equal([Ol("a", "b") with { Start = start, Numbering = numbering, Delimiter = delimiter }], Md.Blocks(text));

    [Fact]
    public void Long_lettered_and_roman_lists_go_on()
    {
        var letters = string.Concat("abcdefghijklm".Select(c => $"{c}) x\n"));
        var numerals = "i. x\nii. x\niii. x\niv. x\nv. x\nvi. x\nvii. x\nviii. x\nix. x\nx. x\nxi. x\n";

        Assert.Equal(13, Assert.IsType<OrderedList>(Assert.Single(Md.Blocks(letters))).Items.Count);
        Assert.Equal(11, Assert.IsType<OrderedList>(Assert.Single(Md.Blocks(numerals))).Items.Count);
    }

    [Fact]
    public void A_list_is_parted_where_its_numbers_jump() =>
        Assert.Equal([Ol("a", "b"), Ol("c") with { Start = 5 }], Md.Blocks("1. a\n2. b\n5. c\n"));

    [Theory]
    [InlineData("22. November 2026 ist ein Sonntag.")]
    [InlineData("1. Mai ist Feiertag.")]
    [InlineData("z. B. die Bäume.")]
    [InlineData("i. d. R. im Herbst.")]
    [InlineData("A. Meier sagte das.")]
    [InlineData("a. o. Professorin ist sie.")]
    [InlineData("d. h. nie.")]
    [InlineData("Mix. ist kein Wort.")]
    [InlineData("3. Oktober und\n\n9. November.")]
    public void What_only_looks_like_a_number_stays_text(string text)
    {
        var document = Md.Read(text);

        Assert.All(document.Blocks, block => Assert.IsType<Paragraph>(block));
        Assert.Equal(["Titel", .. WordStream.Split(text)], WordStream.Of(document).Flow);
        Assert.All(document.Diagnostics, diagnostic => Assert.Equal(DiagnosticCode.ParagraphUncertain, diagnostic.Code));
    }

    [Theory]
    [InlineData("Der Stichtag ist der\n1. Mai und nicht der\n2. Juni.")]
    [InlineData("Das sagte Frau\nA. Meier in Bochum.")]
    [InlineData("Das gilt\ni. d. R. immer.")]
    public void Inside_a_paragraph_it_stays_in_the_paragraph(string text)
    {
        var document = Md.Read(text);

        Assert.Equal([P(text.Replace('\n', ' '))], Unplaced.Of(document.Blocks));
    }

    [Fact]
    public void An_item_may_be_empty() => Assert.Equal([Ul(Li(), Li(P("a")))], Md.Blocks("-\n- a\n"));
}
