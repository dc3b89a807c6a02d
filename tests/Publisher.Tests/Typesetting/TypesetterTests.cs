using System.Collections.Immutable;
using CsCheck;
using Publisher.Tests.Support;
using Publisher.Typesetting;
using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Fonts;
using Publisher.Typesetting.Frames;
using Publisher.Typesetting.Paragraphs;

namespace Publisher.Tests.Typesetting;

/// <summary>A page of 200 by 100 points, lines of 10 points, margins of 10: eight lines to the page.</summary>
public sealed class TypesetterTests : IDisposable
{
    private readonly FontFace _face = FontFace.FromBytes(Repository.Bytes("templates", "fonts", "SourceSans3-Regular.ttf"));
    private readonly TextStyle _text;
    private readonly ParagraphStyle _style;

    public TypesetterTests()
    {
        _text = new TextStyle { Faces = new FontStack(_face), Size = Pt(8), Language = "de" };
        _style = new ParagraphStyle { Strut = _text, Leading = Pt(10) };
    }

    public void Dispose() => _face.Dispose();

    [Fact]
    public void A_heading_stays_with_the_first_lines_of_what_follows()
    {
        var heading = Lines(1, "Kopf", _style with { KeepWithNext = true });

        var pages = Set([Lines(6, "a"), heading, Lines(3, "b")]);

        Assert.Equal(["a a a a a a", "Kopf b b b"], pages);
    }

    [Fact]
    public void No_line_of_a_paragraph_stands_alone_at_foot_or_head()
    {
        Assert.Equal(["a a a a a a a", "b b b"], Set([Lines(7, "a"), Lines(3, "b")]));
        Assert.Equal(["a a a a a b b", "b b"], Set([Lines(5, "a"), Lines(4, "b")]));
    }

    [Fact]
    public void A_block_kept_together_goes_to_the_next_page_whole_unless_it_is_longer_than_a_page()
    {
        var kept = _style with { KeepTogether = true };

        Assert.Equal(["a a a a", "b b b b b"], Set([Lines(4, "a"), Lines(5, "b", kept)]));
        Assert.Equal(["b b b b b b b b", "b b"], Set([Lines(10, "b", kept)]));
    }

    [Fact]
    public void A_note_stands_at_the_foot_of_the_page_of_its_mark()
    {
        var note = new NoteRun("1", _text, [Lines(2, "n")], new StructureId(1));
        var marked = new FlowParagraph([new TextRun("a", _text, default), note], _style);

        var document = SetPages([marked, Lines(3, "b")]);

        var frames = document.Pages[0].Frames.OfType<GlyphRun>().Where(r => r.Text.Trim() == "n").ToArray();
        Assert.Equal(2, frames.Length);
        Assert.InRange(frames[^1].Y.Points, 84, 90);
    }

    [Fact]
    public void A_note_longer_than_a_page_goes_on_and_loses_no_line()
    {
        var note = new NoteRun("1", _text, [Lines(30, "n")], new StructureId(1));
        var marked = new FlowParagraph([new TextRun("a", _text, default), note], _style);

        var pages = Set([marked, Lines(9, "b")]);

        var all = string.Join(' ', pages).Split(' ');
        Assert.Equal(30, all.Count(w => w == "n"));
        Assert.Equal(9, all.Count(w => w == "b"));
    }

    [Fact]
    public void Header_rows_are_repeated_as_artifacts()
    {
        var table = new FlowTable([new FlowColumn()], [Row("Kopf")], [.. Enumerable.Repeat(Row("z"), 12)], new TableStyle());

        var document = SetPages([table]);

        var heads = document.Pages.Select(p => p.Frames.OfType<GlyphRun>().First()).ToArray();
        Assert.Equal(["Kopf", "Kopf"], heads.Select(h => h.Text.TrimEnd()));
        Assert.Equal([ArtifactKind.None, ArtifactKind.Repetition], heads.Select(h => h.Artifact));
    }

    [Theory]
    [InlineData(5, "a a a a a Kopf z z")]
    [InlineData(6, "a a a a a a Kopf z")]
    [InlineData(7, "a a a a a a a")]
    public void Header_rows_never_stand_alone_at_the_foot_of_a_page(int lines, string firstPage)
    {
        var table = new FlowTable([new FlowColumn()], [Row("Kopf")], [.. Enumerable.Repeat(Row("z"), 3)], new TableStyle());

        var pages = Set([Lines(lines, "a"), table]);

        Assert.Equal(firstPage, pages[0]);
    }

    [Fact]
    public void A_cell_longer_than_a_page_goes_on_at_the_next()
    {
        var table = new FlowTable(
            [new FlowColumn(), new FlowColumn()],
            [],
            [new FlowRow([new FlowCell([Lines(20, "z")], 1, 1, default), new FlowCell([Lines(1, "k")], 1, 1, default)])],
            new TableStyle());

        var pages = Set([table]);

        Assert.Equal(3, pages.Length);
        Assert.Equal(20, string.Join(' ', pages).Split(' ').Count(w => w == "z"));
    }

    [Fact]
    public void A_reference_to_a_later_page_shows_its_number()
    {
        var reference = new FlowParagraph(
            [new ReferenceRun(new Reference(ReferenceKind.PageOf, new StructureId(7)), _text, default)], _style);
        var target = new FlowParagraph([new TextRun("Ziel", _text, new StructureId(7))], _style);

        var pages = Set([reference, Lines(20, "a"), target]);

        Assert.StartsWith("3 ", pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_a_line_keep_apart_without_their_lines()
    {
        var text = "Ein Satz mit so vielen Wörtern, dass er auf keinen Fall in eine einzige Zeile dieser kleinen Seite passt.";

        var document = SetPages([new FlowParagraph([new TextRun(text, _text, default)], _style)]);

        // A space ends the paragraph too: whoever strings paragraphs together without looking keeps their words apart.
        Assert.Equal(text + " ", string.Concat(document.Pages.SelectMany(p => p.Frames).OfType<GlyphRun>().Select(r => r.Text)));
    }

    [Fact]
    public void Justified_lines_end_at_the_measure_and_the_last_one_does_not()
    {
        var text = "Ein Satz mit so vielen Wörtern, dass er auf keinen Fall in eine einzige Zeile dieser kleinen Seite passt.";

        var document = SetPages([new FlowParagraph([new TextRun(text, _text, default)], _style with { Alignment = Alignment.Justified })]);

        var runs = document.Pages[0].Frames.OfType<GlyphRun>().ToArray();
        Assert.All(runs[..^1], r => Assert.Equal(190, EndOf(r), 2));
        Assert.InRange(EndOf(runs[^1]), 10, 189);
    }

    [Fact]
    public void A_word_wider_than_the_measure_is_broken_and_stays_on_the_page()
    {
        var document = SetPages([new FlowParagraph([new TextRun(new string('x', 500), _text, default)], _style)]);

        var runs = document.Pages.SelectMany(p => p.Frames).OfType<GlyphRun>().ToArray();
        Assert.Equal(500, runs.Sum(r => r.Text.Trim().Length));
        Assert.All(runs, r => Assert.InRange(EndOf(r), 10, 190.01));
    }

    [Fact]
    public void No_text_whatever_it_holds_loses_a_visible_character() =>
        Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Char[' ', '/'], Gen.Char['\u00A0', '\u024F'], Gen.Char['\u0300', '\u036F'], Gen.Char['\u05D0', '\u0640'], Gen.Char['\u4E00', '\u4E20']), 0, 120]
            .Sample(
            text =>
            {
                var document = SetPages([new FlowParagraph([new TextRun(text, _text, new StructureId(1))], _style with { Alignment = Alignment.Justified })]);

                var found = document.Pages.SelectMany(p => p.Frames).OfType<GlyphRun>().Select(r => r.Text);
                Assert.Equal(Squeeze(text), Squeeze(string.Concat(found)));
            },
            threads: 1); // A face belongs to one thread.

    [Fact]
    public void The_listing_shows_what_stands_where()
    {
        var document = SetPages([new FlowParagraph([new TextRun("Ja", _text, new StructureId(3))], _style), new FlowRule(Pt(1), Ink.Black)]);

        Assert.Equal(
            """
            page 1 200.0 x 100.0
                10.0   17.7    9.5 8.0 "Ja " #3
                10.0   20.0  180.0 box 1.0 [Layout]

            """,
            PageListing.Of(document));
    }

    [Theory]
    [InlineData("Aufgaben der Städte und Kreise im Lande", 2)]
    [InlineData("Zur Lage der Kommunen und zu dem, was Bund und Land für sie tun", 3)]
    public void Balanced_lines_are_as_many_as_before_and_about_equally_long(string title, int count)
    {
        var plain = LinesOf(title, _style);
        var balanced = LinesOf(title, _style with { BalanceLines = true });

        Assert.Equal(count, plain.Length);
        Assert.Equal(count, balanced.Length);
        Assert.True(Unevenness(balanced) < Unevenness(plain), $"{string.Join(" | ", balanced.Select(l => l.Text))}");
    }

    [Fact]
    public void A_word_too_long_to_balance_leaves_lines_as_they_are()
    {
        const string title = "Ein Donaudampfschifffahrtsgesellschaftskapitän spricht";

        Assert.Equal(
            LinesOf(title, _style).Select(l => l.Text),
            LinesOf(title, _style with { BalanceLines = true }).Select(l => l.Text));
    }

    private (string Text, double Width)[] LinesOf(string text, ParagraphStyle style) =>
    [
        .. SetPages([new FlowParagraph([new TextRun(text, _text with { Size = Pt(16), Hyphenate = false }, default)], style)])
            .Pages[0].Frames.OfType<GlyphRun>().GroupBy(r => r.Y.Points)
            .Select(line => (string.Concat(line.Select(r => r.Text)), line.Max(EndOf) - line.Min(r => r.X.Points))),
    ];

    private static double Unevenness((string Text, double Width)[] lines) => lines.Max(l => l.Width) - lines.Min(l => l.Width);

    private static double EndOf(GlyphRun run) =>
        run.X.Points + run.Width.Points - (run.Text.EndsWith(' ') ? run.Glyphs[^1].Advance.Points : 0);

    // U+034F, the grapheme joiner, counts as a mark but is never seen: between spaces it has no glyph to stand on.
    private static string Squeeze(string text) =>
        new([.. text.Where(c => c != '\u034F' && !char.IsWhiteSpace(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)]);

    private static Publisher.Typesetting.Length Pt(double points) => Publisher.Typesetting.Length.FromPoints(points);

    private FlowParagraph Lines(int count, string word, ParagraphStyle? style = null)
    {
        var runs = ImmutableArray.CreateBuilder<Run>();
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
                runs.Add(new LineEndRun(default));
            runs.Add(new TextRun(word, _text, default));
        }

        return new FlowParagraph(runs.ToImmutable(), style ?? _style);
    }

    private FlowRow Row(string word) => new([new FlowCell([Lines(1, word)], 1, 1, default)]);

    private string[] Set(ImmutableArray<FlowBlock> flow) =>
        [.. SetPages(flow).Pages.Select(p => string.Join(' ', p.Frames.OfType<GlyphRun>().Select(r => r.Text.Trim())))];

    private static TypesetDocument SetPages(ImmutableArray<FlowBlock> flow) => Typesetter.Set(
        flow,
        new PageDesign { Width = Pt(200), Height = Pt(100), MarginTop = Pt(10), MarginBottom = Pt(10), MarginLeft = Pt(10), MarginRight = Pt(10) },
        new WordStore(HyphenationCatalogue.Empty));
}
