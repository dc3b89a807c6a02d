using System.Text.RegularExpressions;
using CsCheck;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Model.Json;
using Publisher.Model.Words;
using Publisher.Sources;
using Publisher.Sources.Markdown;

namespace Publisher.Tests.Sources.Markdown;

public sealed partial class HostileMarkdownTests
{
    private const string Signs = "*_~^`[]()<>!#-+=|:;{}\\/\"'&.,1aiI \t\n\n\n";

    private static readonly string[] Pieces =
    [
        "w", "w", "w ", "w ", " w", "\n\nw", "\n", "\n\n", "**", "*", "_", "~~", "~", "^", "`", "```\n", "[", "](", ")", "](https://x.example)", "]: ", "[^1]",
        "[^1]: ", "[w]: ", "![", "](b.png \"w\")", "<", ">", "<b>", "</b>", "<div>", "</div>", "<script>", "</script>", "<!-- ", " -->", "<span lang=\"fr\">",
        "</span>", "<br>", "<a href=\"w\">", "&amp;", "&#120;", "\\", "\n- ", "\n  - ", "\n1. ", "\n22. ", "\na) ", "\ni. ", "\nz. B. ", "\n# ", "\n### ", "\n> ",
        "\n>> ", "\n---\n", "\n***\n", "\n===\n", "\n    ", "\t", "|", "\n|-|-|\n", "|w|w|\n", "\n+---+---+\n", "{.dateline}", "{#w}", "{lang=fr}", "]{lang=fr}",
        "Table: ", "\n: ", "— ", "\n> — w", "{w}", "\u00AD", "\u0007", "\f", "\uFEFF", "\u2028", "  \n", "\\\n", "https://w.example ", "w@w.example", "\\newpage",
        "e\u0301", "🌳", "\r\n", "\r",
    ];

    public static TheoryData<string> Rows => new(
        ">", "*", "**a ", "*a **b ", "_a ", "[", "![", "](", "[](", "[x](", "[x](<", "`", "` `` ", "~a ", "^a ", "- ", "1. ", "a) ", "> - ", "|", "a|b\n", "|a|b|\n|-|-|\n",
        "+-+\n", "<", "<b>", "</b>", "<div>", "<script>", "<!--", "<?", "<![CDATA[", "&", "&#", "\\", "[^1]: a\n", "[^1]", "[a]: b\n", "[a]: b\n\n", "a\n=\n", "a\n-\n\n",
        "```\n", "# a\n", "www.a.", "http://a/ ", "a@b.", "{.a}", "[a]{lang=fr}", "]{lang=fr}", "![](a)", "![](a){.b}", "*a* ", "a^1^ ", "\t", "    a\n\n", "z. B. ", "\u00AD");

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_of_one_sign_is_read_to_its_end(string sign)
    {
        var text = string.Concat(Enumerable.Repeat(sign, 100_000)) + " Ende";

        var document = Md.Read(text);

        Assert.Contains("Ende", Everything(document), StringComparison.Ordinal);
        Assert.NotEmpty(DocumentJson.Write(document));
    }

    [Fact]
    public void Text_nested_beyond_all_measure_is_kept_as_plain_text()
    {
        var document = Md.Read(string.Concat(Enumerable.Repeat("> ", 500)) + "tief\n\nflach *kursiv*");

        Assert.Equal(DiagnosticSeverity.Error, Md.Diagnostic(document, DiagnosticCode.LimitReached).Severity);
        Assert.Equal(["flach", "*kursiv*"], WordStream.Of(document).Flow.TakeLast(2));
        Assert.Contains("tief", WordStream.Of(document).Flow);
    }

    [Theory]
    [InlineData("|^)!.w1x |w2x|w3x|\n)`^w4x+\\\n|-|-|\n", 4)]
    [InlineData("w1x w2x\n|I+![w3x \n|-|-|\n{#w4x}*\\\n{lang=fr}| w5x_i{lang=fr} \n", 5)]
    [InlineData("w1x|w2x|w3x|\n-|_<\\\n.-{.dateline}<script>_w4x {w5x}\n\n\n", 5)]
    [InlineData("*~https://w1x.example [\ni+\"\\\\\n~)#![_ ) -->{#w2x}<script>~`^`\na|{w3x}*<: --> )](https://x.example)](https://x.example)~I;\n|-|-|\n", 3)]
    [InlineData("(\n+\n|-|-|\nw1x w2x@w3x.example~-&1](https://x.example)  w4x&amp;-|\n", 4)]
    [InlineData("> — w1x|**}=\n|-|-|\nw2x #;_](https://x.example)>`_— https://w3x.example -(~\\)\\\n|-|-|\n~|w4x|w5x|\n[) |;|\n", 5)]
    [InlineData("> </b>|<div>_=<b>https://w1x.example 1I#\\\n{{#w2x}\n|-|-|\n|w3x", 3)]
    public void Lines_that_only_look_like_a_table_are_read_once(string text, int words)
    {
        var document = Md.Read(text);

        Assert.Equal(Enumerable.Range(1, words).Select(i => $"w{i}x"), Numbered().Matches(Everything(document)).Select(match => match.Value));
    }

    [Fact]
    public void Emphasis_nested_beyond_all_measure_keeps_its_words()
    {
        var document = Md.Read(string.Concat(Enumerable.Range(0, 40).Select(i => $"*_w{i}x ")) + string.Concat(Enumerable.Repeat("a_*", 40)));

        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Code == DiagnosticCode.LimitReached);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"w{i}x"), Numbered().Matches(string.Join(' ', WordStream.Of(document).Flow)).Select(match => match.Value));
    }

    [Fact]
    public void A_table_under_a_line_with_every_kind_of_inline_stays_a_table()
    {
        var document = Md.Read("Lines[^1]\n| *a* [b](c \"d\") `e` | **f** g\\|h [](i) |\n|:-|-:|\n| ![j](k) <b>l</b> &amp; ~~m~~ [^1] [n][o] [o] | <https://p.example> https://q.example r@s.example |\n\n[^1]: t\n\n[o]: https://u.example\n");

        Assert.Collection(
            document.Blocks,
            block => Assert.IsType<Publisher.Model.Blocks.Paragraph>(block),
            block => Assert.Equal(2, Assert.IsType<Publisher.Model.Blocks.Table>(block).Columns.Count));
    }

    [Theory]
    [InlineData("w\n\n# \t(1<script>a</script> b")]
    [InlineData("> #\t\t(1<script>a</script> b\n")]
    [InlineData("1. w\n   ## \t(1<script>a</script> b ##\n")]
    public void What_is_removed_from_a_heading_behind_a_tab_is_named_as_it_stands(string text)
    {
        var document = Md.Read(text);

        Assert.Contains("<script>a</script>", document.Changes.Select(change => change.Original));
    }

    [Theory]
    [InlineData("i. [^1]:w1x\n<span>w2x</span>\nw3x\n\nw4x")]
    [InlineData("> d. [w1x]: w2x\n> w3x\n")]
    public void What_looks_like_a_definition_behind_what_looks_like_a_number_stays_in_its_place(string text)
    {
        var document = Md.Read(text);

        Assert.Equal(Numbered().Matches(text).Select(match => match.Value), Numbered().Matches(string.Join(' ', WordStream.Of(document).Flow)).Select(match => match.Value));
    }

    [Fact]
    public void A_fence_that_opens_in_the_last_line_after_a_number_ends_with_the_text()
    {
        var document = Md.Read("w1x\ni. ~~~");

        Assert.Contains("w1x", Everything(document), StringComparison.Ordinal);
    }

    [Fact]
    public void No_word_of_any_text_is_lost_or_moved() =>
        Gen.OneOf(Gen.OneOf(Pieces.Where(piece => !HasPlaceOfItsOwn(piece)).ToArray()), Gen.Char[Signs].Select(c => c.ToString())).Array[0, 60]
            .Select(NumberWords).Select(WithoutCaptions).Sample(
            text =>
            {
                var document = Md.Read(text);
                var all = Numbered().Matches(Everything(document)).Select(match => match.Value).ToHashSet();
                var missing = Numbered().Matches(text).Select(match => match.Value).Where(word => !all.Contains(word)).ToList();
                Assert.True(missing.Count == 0, $"Lost {string.Join(' ', missing)} of:\n{text}");

                var flow = Numbered().Matches(string.Join('\n', WordStream.Of(document).Flow)).Select(match => int.Parse(match.Value[1..^1])).ToList();
                Assert.True(flow.Zip(flow.Skip(1)).All(pair => pair.First < pair.Second), $"Order {string.Join(' ', flow)} of:\n{text}");
            },
            iter: 2_000);

    [Fact]
    public void Any_text_gives_a_document_that_keeps_the_promises_of_the_model() =>
        Gen.OneOf(Gen.OneOf(Pieces), Gen.String).Array[0, 60].Select(NumberWords).Sample(
            text =>
            {
                if (string.IsNullOrWhiteSpace(text) || text.Contains('\0', StringComparison.Ordinal))
                {
                    return;
                }

                var document = Md.Read(text);
                ModelPromises.Check(document);
                Assert.Equal(document, DocumentJson.Read(DocumentJson.Write(document)));
            },
            iter: 2_000);

    [Fact]
    public void Any_fragment_of_a_template_is_read() =>
        Gen.OneOf(Pieces).Array[0, 60].Select(NumberWords).Sample(text => MarkdownSource.ParseFragment(text));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    public void An_empty_file_is_refused(string text)
    {
        var refusal = Assert.Throws<PublisherException>(() => Md.ReadFile(text));

        Assert.Equal("statement.md", refusal.File);
    }

    [Fact]
    public void A_binary_file_is_refused() =>
        Assert.Throws<PublisherException>(() => new MarkdownSource().Read(new SourceFile("a.md", new byte[] { 1, 0, 2 })));

    /// <summary>Definitions and titles stand elsewhere in the document than in the text.</summary>
    private static bool HasPlaceOfItsOwn(string piece) => piece.Contains("]: ", StringComparison.Ordinal) || piece.Contains("\"w\"", StringComparison.Ordinal);

    /// <summary>Gives each "w" its number, so that words are told apart.</summary>
    private static string NumberWords(string[] pieces)
    {
        var number = 0;
        return string.Concat(pieces.Select(piece => Regex.Replace(piece, @"w(?!w)", _ => $"w{++number}x", RegexOptions.None, TimeSpan.FromSeconds(1))));
    }

    /// <summary>No line begins as a table's caption does, which stands above its table, wherever it was written.</summary>
    private static string WithoutCaptions(string text) => CaptionStart().Replace(text, "${start};");

    /// <summary>All the document says, with what was taken out.</summary>
    private static string Everything(Document document) => System.Text.Encoding.UTF8.GetString(DocumentJson.Write(document with { Diagnostics = [] }));

    [GeneratedRegex("(?<start>(^|[\n\r])[ >\t*+-]*)(Table)?:", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CaptionStart();

    [GeneratedRegex("w[0-9]+x", RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();
}
