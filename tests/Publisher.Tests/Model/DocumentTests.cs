using CsCheck;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Tests.Support;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Model;

public sealed class DocumentTests
{
    [Fact]
    public void Documents_with_the_same_content_are_equal()
    {
        Document Make() => Doc(H(1, "Forderungen"), Ul("a", "b"), Tbl(["a"], ["1"]), P(T("Text"), Ref("1"))).WithNotes(Note("1", "Note"));

        Assert.Equal(Make(), Make());
        Assert.Equal(Make().GetHashCode(), Make().GetHashCode());
        Assert.NotEqual(Make(), Make() with { Footnotes = [Note("1", "Andere")] });
    }

    [Fact]
    public void An_arbitrary_document_equals_itself_without_its_places() =>
        Arbitrary.Document.Sample(document => Unplaced.Of(document) == document);

    [Fact]
    public void The_word_stream_has_title_text_and_notes_in_reading_order()
    {
        var document = Doc(
                H(1, T("Was wir"), T("fordern")),
                P(T("Mehr "), B("Bäume"), Ref("1"), T(".")),
                Ul(Li(P("eins"), Ol("zwei"))),
                Q("drei", "vier"),
                Tbl(["fünf"], ["sechs"]) with { Caption = [T("sieben")] },
                new CodeBlock("acht\nneun"),
                Fig("a.png", "nicht dabei", "zehn"))
            .Titled("Titel", "Unter Titel")
            .WithNotes(Note("1", "Die Note"));

        var words = WordStream.Of(document);

        Assert.Equal("Titel Unter Titel Was wirfordern Mehr Bäume. eins zwei drei vier sieben fünf sechs acht neun zehn".Split(' '), words.Flow);
        Assert.Equal(["Die", "Note"], words.Notes);
    }

    [Fact]
    public void A_correction_reads_as_what_stands_there_now()
    {
        var document = Doc(P(T("Landes"), new Correction("-\n", "", CorrectionRules.LineEndHyphen), T("regierung"), new LineBreak(), T("NRW")));

        Assert.Equal(["Landesregierung", "NRW"], WordStream.Of(document).Flow);
        Assert.Equal("Landesregierung\nNRW", PlainText.Of(((Paragraph)document.Blocks[0]).Content));
    }

    [Fact]
    public void The_ledger_lists_changes_inside_and_outside_the_text_in_source_order()
    {
        var document = Doc(P(T("a"), new Correction("\"", "„", "typography.quotes") { Span = new SourceSpan(10, 1, 2, 1) }, T("b"))) with
        {
            Changes =
            [
                new Change("unplaced", "", CorrectionRules.Markup),
                new Change("- 2 -", "", CorrectionRules.PageNumber) { Span = new SourceSpan(3, 5, 1, 4) },
            ],
        };

        Assert.Equal(["- 2 -", "\"", "unplaced"], Ledger.Of(document).Select(change => change.Original));
    }

    [Fact]
    public void A_span_reaches_from_the_start_of_one_to_the_end_of_another()
    {
        var first = new SourceSpan(5, 3, 1, 6);
        var last = new SourceSpan(20, 4, 2, 1);

        Assert.Equal(new SourceSpan(5, 19, 1, 6), first.To(last));
        Assert.Equal(first, first.To(SourceSpan.None));
        Assert.Equal(last, SourceSpan.None.To(last));
        Assert.False(SourceSpan.None.IsKnown);
    }
}
