using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Sources;
using Publisher.Sources.Markdown;
using Publisher.Tests.Support;

namespace Publisher.Tests.Statements;

/// <summary>A statement in Markdown that has everything the model can say, written for the tests.</summary>
public sealed class EveryConstructTests
{
    private static readonly Document Document = Read();

    [Fact]
    public void Every_kind_of_block_occurs()
    {
        var kinds = new HashSet<Type>();
        Collect(Document.Blocks, kinds);

        Assert.Superset(
            new HashSet<Type>
            {
                typeof(Heading), typeof(Paragraph), typeof(UnorderedList), typeof(OrderedList), typeof(Quote), typeof(Table), typeof(Figure),
                typeof(CodeBlock), typeof(ThematicBreak), typeof(PageBreak),
            },
            kinds);
    }

    [Fact]
    public void Every_kind_of_inline_occurs() =>
        Assert.Superset(
            new HashSet<Type>
            {
                typeof(Text), typeof(Emphasis), typeof(Strong), typeof(Strikethrough), typeof(Superscript), typeof(Subscript), typeof(Code),
                typeof(Link), typeof(Image), typeof(LanguageSpan), typeof(LineBreak), typeof(FootnoteReference),
            },
            InlineWalk.Of(Document).Select(inline => inline.GetType()).ToHashSet());

    [Fact]
    public void Every_role_of_a_paragraph_occurs() =>
        Assert.Superset(
            Enum.GetValues<ParagraphRole>().ToHashSet(),
            Document.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Role).ToHashSet());

    [Fact]
    public void Every_image_is_found() =>
        Assert.Equal(["image/png", "image/svg+xml", "image/png"], Document.Resources.Select(resource => resource.MediaType));

    [Fact]
    public void Only_the_dates_at_the_start_of_a_line_are_reported() =>
        Assert.Equal([(DiagnosticCode.ParagraphUncertain, 58), (DiagnosticCode.ParagraphUncertain, 59)], Document.Diagnostics.Select(d => (d.Code, d.Span.Line)));

    [Fact]
    public void Its_words_are_those_that_pandoc_reads()
    {
        var pandoc = OutsideProgram.Require("pandoc");
        var plain = pandoc.Run("--from=markdown+lists_without_preceding_blankline", "--to=plain", "--wrap=none", Repository.PathOf("tests", "Publisher.Tests", "Statements", "every-construct.md"));

        // Marks that only one of the two shows: numbers and bullets of lists, rules of tables, marks of notes, braces that are ours;
        // and the caption of a figure, which pandoc takes from elsewhere.
        var withoutFigures = WordStream.Of(Document with { Blocks = Document.Blocks.Where(block => block is not Figure).ToValueList() });
        var ours = Letters(withoutFigures.Flow.Concat(withoutFigures.Notes));
        var theirs = Letters(WordStream.Split(plain)).ToHashSet(StringComparer.Ordinal);

        Assert.All(ours.Skip(10), word => Assert.Contains(word, theirs));
    }

    private static List<string> Letters(IEnumerable<string> words) =>
        words.Select(word => string.Concat(word.Where(char.IsLetter))).Where(word => word.Length > 3).ToList();

    private static void Collect(ValueList<Block> blocks, HashSet<Type> kinds)
    {
        foreach (var block in blocks)
        {
            kinds.Add(block.GetType());
        }
    }

    private static Document Read() => new MarkdownSource().Read(
        new SourceFile("every-construct.md", Repository.Bytes("tests", "Publisher.Tests", "Statements", "every-construct.md"))
        {
            Neighbour = address => Repository.Bytes("tests", "Publisher.Tests", "Statements", address),
        });
}
