using CsCheck;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Sources;
using Publisher.Templates;
using Publisher.Tests.Support;
using static Publisher.Tests.Editions.Docx.WordFile;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Editions.Docx;

/// <summary>What the tool changed can be accepted and rejected one by one; what it was not sure about is a comment.</summary>
public sealed class RevisionTests
{
    private static readonly ValueList<string> All = ["encoding.", "lines.", "furniture.", "structure.", "typography."];

    [Fact]
    public void Accepting_everything_gives_the_clean_document() => Arbitrary.Document.Sample(
        document =>
        {
            var draft = Accepted(Of(document, edition => edition with { ShownCorrections = All }).Body);
            var clean = Of(document, edition => edition with { ShownCorrections = [] }).Body;

            Assert.Equal(WithoutIds(clean), WithoutIds(draft));
        },
        iter: 100);

    [Fact]
    public void Rejecting_everything_gives_what_the_source_said() => Arbitrary.Document.Sample(
        document =>
        {
            var draft = Rejected(Of(document, edition => edition with { ShownCorrections = All }).Body);
            var source = Of(document with { Metadata = document.Metadata with { Title = Originals.Of(document.Metadata.Title) }, Blocks = Originals.Of(document.Blocks) }).Body;

            Assert.Equal(Words(source), Words(draft));
        },
        iter: 100);

    [Fact]
    public void Rejecting_everything_gives_every_character_of_the_seed_statement_in_order()
    {
        var path = Directory.EnumerateFiles(Repository.PathOf("seeds"), "*.txt").Single();
        var file = new SourceFile(path, File.ReadAllBytes(path));
        var document = SourceCatalog.All.First(source => source.Extensions.Contains(".txt")).Read(file);

        var draft = Of(document, edition => edition with { ShownCorrections = All }).Body;

        Assert.Equal(Characters(System.Text.Encoding.UTF8.GetString(file.Content.Span)), Characters(StatementText(Rejected(draft))));
    }

    [Fact]
    public void A_page_number_that_was_removed_between_paragraphs_is_a_paragraph_to_accept_or_reject()
    {
        var document = Doc(P("Oben.") with { Span = new SourceSpan(0, 5, 1, 1) }, P("Unten.") with { Span = new SourceSpan(20, 6, 5, 1) }) with
        {
            Changes = [new Change("- 2 -", "", CorrectionRules.PageNumber) { Span = new SourceSpan(8, 5, 3, 1) }],
        };

        var draft = Of(document, edition => edition with { ShownCorrections = ["furniture."] }).Body;

        Assert.Equal("Oben.\n- 2 -\nUnten.\n", StatementText(Rejected(draft)));
        Assert.Equal("Oben.\nUnten.\n", StatementText(Accepted(draft)));
        Assert.All(draft.Descendants(W + "del"), change => Assert.Equal("Automatische Korrektur (furniture.page-number)", (string?)change.Attribute(W + "author")));
    }

    [Fact]
    public void What_was_removed_inside_a_line_comes_back_at_its_place()
    {
        // The source says "Die - 2 - Stadt"; the line holds "Die Stadt".
        var text = new Text("Die Stadt") { Span = new SourceSpan(0, 15, 1, 1) };
        var document = Doc(new Paragraph([text]) { Span = text.Span }) with
        {
            Changes = [new Change("- 2 - ", "", CorrectionRules.PageNumber) { Span = new SourceSpan(4, 6, 1, 5) }],
        };

        var draft = Of(document, edition => edition with { ShownCorrections = ["furniture."] }).Body;

        Assert.Equal("Die - 2 - Stadt\n", StatementText(Rejected(draft)));
        Assert.Equal("Die Stadt\n", StatementText(Accepted(draft)));
    }

    [Fact]
    public void A_letter_that_was_composed_is_replaced_at_its_place()
    {
        var text = new Text("Wir müssen für") { Span = new SourceSpan(0, 16, 1, 1) };
        var document = Doc(new Paragraph([text]) { Span = text.Span }) with
        {
            Changes =
            [
                new Change("u\u0308", "ü", CorrectionRules.Composition) { Span = new SourceSpan(5, 2, 1, 6) },
                new Change("u\u0308", "ü", CorrectionRules.Composition) { Span = new SourceSpan(13, 2, 1, 14) },
            ],
        };

        var draft = Of(document, edition => edition with { ShownCorrections = All }).Body;

        Assert.Equal("Wir mu\u0308ssen fu\u0308r\n", StatementText(Rejected(draft)));
        Assert.Equal("Wir müssen für\n", StatementText(Accepted(draft)));
    }

    [Fact]
    public void A_change_whose_place_in_the_line_is_not_certain_is_not_shown_at_a_wrong_one()
    {
        var text = new Text("Die Stadt") { Span = new SourceSpan(0, 40, 1, 1) };
        var document = Doc(new Paragraph([text]) { Span = text.Span }) with
        {
            Changes = [new Change("- 2 - ", "", CorrectionRules.PageNumber) { Span = new SourceSpan(4, 6, 1, 5) }],
        };

        var draft = Of(document, edition => edition with { ShownCorrections = All }).Body;

        Assert.Equal("Die Stadt\n", StatementText(draft));
    }

    [Fact]
    public void Line_ends_of_the_source_come_back_as_line_breaks()
    {
        var document = Doc(P(T("die "), new Correction("Landes-\nregierung", "Landesregierung", CorrectionRules.LineEndHyphen)));

        var draft = Of(document, edition => edition with { ShownCorrections = ["lines."] }).Body;

        Assert.Equal("die Landes-\nregierung\n", StatementText(Rejected(draft)));
    }

    [Theory]
    [InlineData("typography.quotes", true)]
    [InlineData("typography.no-break-space", false)]
    [InlineData("lines.hyphen", false)]
    [InlineData("furniture.page-number", true)]
    public void The_template_says_which_rules_are_shown(string rule, bool isShown)
    {
        var edition = new EditionSpec("draft", "docx") { ShownCorrections = ["typography.", "-typography.no-break-space", "furniture.page-number"] };

        Assert.Equal(isShown, edition.ShowsCorrection(rule));
    }

    [Fact]
    public void A_doubt_is_a_comment_round_the_words_in_question()
    {
        var text = new Text("Am 1. Mai war es so.") { Span = new SourceSpan(0, 20, 1, 1) };
        var doubt = new Diagnostic(DiagnosticCode.ParagraphUncertain, DiagnosticSeverity.Warning, "Is this a list?", "Say so.") { Span = new SourceSpan(3, 2, 1, 4) };
        var document = Doc(new Paragraph([text]) { Span = text.Span }) with { Diagnostics = [doubt] };

        var file = Of(document, edition => edition with { Comments = true });

        var comment = file.Xml("word/comments.xml").Elements(W + "comment").Single();
        Assert.Equal(["Is this a list?", "Say so."], comment.Elements(W + "p").Select(TextOf));
        Assert.Equal(("Publisher (Warning)", "PUB1003"), ((string?)comment.Attribute(W + "author"), (string?)comment.Attribute(W + "initials")));
        var start = file.Body.Descendants(W + "commentRangeStart").Single();
        Assert.Equal("1.", string.Concat(start.ElementsAfterSelf().TakeWhile(e => e.Name != W + "commentRangeEnd").Select(e => e.Value)));
    }

    [Fact]
    public void Every_doubt_is_a_comment_wherever_it_stands() => Gen.Select(Arbitrary.Document, Arbitrary.Diagnostic.Array[0, 4]).Sample(
        (document, diagnostics) =>
        {
            var file = Of(document with { Diagnostics = [.. diagnostics.Select(d => d with { File = null })] }, edition => edition with { Comments = true });
            var references = file.Body.Descendants(W + "commentReference").Select(e => (string?)e.Attribute(W + "id")).Order(StringComparer.Ordinal);

            Assert.Equal(Enumerable.Range(0, diagnostics.Length).Select(i => $"{i}").Order(StringComparer.Ordinal), references);
            Assert.Equal(diagnostics.Length, file.Has("word/comments.xml") ? file.Xml("word/comments.xml").Elements().Count() : 0);
        },
        iter: 50);

    private static string Words(System.Xml.Linq.XElement body) => string.Join(' ', StatementText(body).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Characters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\uFEFF'));

    /// <summary>A document as its source said it: what was corrected is text again.</summary>
    private sealed class Originals : BlockVisitor<Block>
    {
        private static readonly Originals Instance = new();

        public static ValueList<Block> Of(ValueList<Block> blocks) => [.. blocks.Select(block => block.Accept(Instance))];

        public static ValueList<Inline> Of(ValueList<Inline> line) => [.. line.Select(Of)];

        public override Block VisitHeading(Heading heading) => heading with { Content = Of(heading.Content) };

        public override Block VisitParagraph(Paragraph paragraph) => paragraph with { Content = Of(paragraph.Content) };

        public override Block VisitUnorderedList(UnorderedList list) => list with { Items = Items(list.Items) };

        public override Block VisitOrderedList(OrderedList list) => list with { Items = Items(list.Items) };

        public override Block VisitQuote(Quote quote) => quote with { Content = Of(quote.Content), Attribution = Of(quote.Attribution) };

        public override Block VisitTable(Table table) =>
            table with { Caption = Of(table.Caption), HeaderRows = Rows(table.HeaderRows), Rows = Rows(table.Rows) };

        public override Block VisitFigure(Figure figure) => figure with { Caption = Of(figure.Caption) };

        public override Block VisitCodeBlock(CodeBlock code) => code;

        public override Block VisitThematicBreak(ThematicBreak thematicBreak) => thematicBreak;

        public override Block VisitPageBreak(PageBreak pageBreak) => pageBreak;

        private static ValueList<ListItem> Items(ValueList<ListItem> items) => [.. items.Select(item => item with { Content = Of(item.Content) })];

        private static ValueList<TableRow> Rows(ValueList<TableRow> rows) =>
            [.. rows.Select(row => row with { Cells = [.. row.Cells.Select(cell => cell with { Content = Of(cell.Content) })] })];

        private static Inline Of(Inline inline) => inline switch
        {
            Correction correction => new Text(correction.Original),
            Emphasis e => e with { Content = Of(e.Content) },
            Strong s => s with { Content = Of(s.Content) },
            Strikethrough s => s with { Content = Of(s.Content) },
            Superscript s => s with { Content = Of(s.Content) },
            Subscript s => s with { Content = Of(s.Content) },
            Link l => l with { Content = Of(l.Content) },
            LanguageSpan s => s with { Content = Of(s.Content) },
            _ => inline,
        };
    }
}
