using CsCheck;
using Publisher.Editions;
using Publisher.Model;
using Publisher.Model.Words;
using Publisher.Tests.Support;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Contracts;

/// <summary>What every edition must keep, over the catalogue: a new format is tested by being listed there.</summary>
public sealed class EditionContractTests
{
    public static TheoryData<string> Formats => [.. EditionCatalog.All.Select(edition => edition.Format)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_words_of_a_statement_with_everything_come_out_once_and_in_order(string format) =>
        AssertSameWords(EditionReader.For(format), format, EverythingStatement.Document);

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_words_of_any_statement_come_out_once_and_in_order(string format)
    {
        var reader = EditionReader.For(format);

        Arbitrary.Document.Sample(document => AssertSameWords(reader, format, document), iter: 200);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_second_mark_of_a_note_is_no_part_of_a_divided_word(string format)
    {
        var reader = EditionReader.For(format);

        // One of so many first words makes the line end in the word before the mark.
        Assert.All(Enumerable.Range(1, 40), length => AssertSameWords(
            reader,
            format,
            Doc(P(T("Erste Stelle"), Ref("n"), T(".")), P(T(string.Concat(Enumerable.Repeat("Wort ", 8)) + new string('m', length) + " NRW-Erlass"), Ref("n"), T("Öffentlichkeitsbeteiligung und mehr."))).In("de").Titled("Titel")
                .WithNotes(Note("n", "Die Anmerkung."))));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_statement_without_any_text_is_still_an_edition(string format) =>
        AssertSameWords(EditionReader.For(format), format, Document.Empty);

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_statement_gives_the_same_bytes(string format) => Arbitrary.Document.Sample(
        document =>
        {
            var first = Render(format, document);
            var second = Render(format, document with { Blocks = [.. document.Blocks] });

            Assert.True(first.Content.Span.SequenceEqual(second.Content.Span));
        },
        iter: 20);

    [Theory]
    [MemberData(nameof(Formats))]
    public void Several_threads_get_the_same_bytes_as_one(string format)
    {
        var alone = Render(format, EverythingStatement.Document).Content;

        var together = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ => Render(format, EverythingStatement.Document).Content).ToArray();

        Assert.All(together, content => Assert.True(alone.Span.SequenceEqual(content.Span)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Nothing_of_the_machine_stands_in_an_edition(string format)
    {
        var content = Render(format, EverythingStatement.Document).Content;

        Assert.False(content.Span.IndexOf(System.Text.Encoding.UTF8.GetBytes(Repository.Root)) >= 0);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_statement_with_everything_raises_no_doubt(string format) =>
        Assert.Empty(Render(format, EverythingStatement.Document).Diagnostics);

    private static void AssertSameWords(EditionReader reader, string format, Document document)
    {
        var expected = WordStream.Of(document);
        var read = reader.Read(Render(format, document).Content);

        // A word to a line, so that a failure shows where they part.
        Assert.Equal(string.Join('\n', expected.Flow), string.Join('\n', WordStream.Split(read.Flow)));
        Assert.Equal(string.Join('\n', expected.Notes), string.Join('\n', WordStream.Split(read.Notes)));

        // Labels stand beside the addresses.
        var words = WordStream.Split(read.LinkReferences).AsEnumerable();
        Assert.All(document.LinkReferences, reference => Assert.Contains(reference.Target.Split(' ')[0], words));
    }

    private static Rendering Render(string format, Document document) =>
        EditionCatalog.For(format)!.Render(new EditionRequest(document, TestTemplate.Standard, TestTemplate.EditionOf(format)));
}
