using System.Collections.Immutable;
using CsCheck;
using Publisher.Tests.Support;
using Publisher.Typesetting;
using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Fonts;
using Publisher.Typesetting.Frames;
using Publisher.Typesetting.Paragraphs;

namespace Publisher.Tests.Typesetting;

/// <summary>Small pages of long words, so that many lines end with a hyphen.</summary>
public sealed class PageEndTests : IDisposable
{
    private static readonly string[] Syllables = ["ver", "fas", "sungs", "recht", "li", "che", "un", "ter", "brin", "gung", "ge", "mein", "schafts"];

    // Words of up to nine syllables that may be divided between any two.
    private static readonly Gen<string> Text =
        Gen.Select(Gen.Int[0, Syllables.Length - 1].Array[1, 9], word => string.Join('\u00AD', word.Select(i => Syllables[i])))
            .Array[20, 160]
            .Select(words => string.Join(' ', words));

    private readonly FontFace _face = FontFace.FromBytes(Repository.Bytes("templates", "fonts", "SourceSans3-Regular.ttf"));
    private readonly TextStyle _text;
    private readonly ParagraphStyle _style;

    public PageEndTests()
    {
        _text = new TextStyle { Faces = new FontStack(_face), Size = Pt(8), Language = "de" };
        _style = new ParagraphStyle { Strut = _text, Leading = Pt(10), Alignment = Alignment.Justified, Hyphenate = true };
    }

    public void Dispose() => _face.Dispose();

    [Fact]
    public void No_page_of_text_ends_with_a_hyphen() => AssertNoHyphenAtTheEnd(text => [Paragraph(text)], 1);

    [Fact]
    public void No_column_ends_with_a_hyphen() => AssertNoHyphenAtTheEnd(text => [Paragraph(text)], 2);

    [Fact]
    public void No_page_within_a_row_of_a_table_ends_with_a_hyphen() => AssertNoHyphenAtTheEnd(
        text => [new FlowTable([new FlowColumn()], [], [new FlowRow([new FlowCell([Paragraph(text)], 1, 1, default)])], new TableStyle())], 1);

    [Fact]
    public void No_part_of_a_note_ends_with_a_hyphen() => AssertNoHyphenAtTheEnd(
        text => [new FlowParagraph([new TextRun("Text", _text, default), new NoteRun("1", _text, [Paragraph(text)], new StructureId(1))], _style)], 1);

    private void AssertNoHyphenAtTheEnd(Func<string, ImmutableArray<FlowBlock>> flowOf, int columns)
    {
        var hyphens = 0;
        Text.Sample(
            text =>
            {
                var document = Typesetter.Set(
                    flowOf(text),
                    new PageDesign { Width = Pt(columns * 130), Height = Pt(140), MarginTop = Pt(10), MarginBottom = Pt(10), MarginLeft = Pt(10), MarginRight = Pt(10), Columns = columns, ColumnGap = Pt(10) },
                    new WordStore(HyphenationCatalogue.Empty));

                hyphens += document.Pages.SelectMany(Runs).Count(run => run.EndsWithDiscretionaryHyphen);
                foreach (var column in document.Pages.SelectMany(Columns))
                    Assert.False(column[^1].EndsWithDiscretionaryHyphen, PageListing.Of(document));
            },
            iter: 60,
            threads: 1); // A face belongs to one thread.
        Assert.True(hyphens > 100, $"Only {hyphens} lines ended with a hyphen: the test says nothing.");
    }

    private static IEnumerable<GlyphRun[]> Columns(Page page) =>
        Runs(page).GroupBy(run => run.X.Points < page.Width.Points / 2 || page.Width.Points < 200).Select(column => column.ToArray());

    private static IEnumerable<GlyphRun> Runs(Page page) => page.Frames.OfType<GlyphRun>();

    private static Publisher.Typesetting.Length Pt(double points) => Publisher.Typesetting.Length.FromPoints(points);

    private FlowParagraph Paragraph(string text) => new([new TextRun(text, _text, default)], _style);
}
