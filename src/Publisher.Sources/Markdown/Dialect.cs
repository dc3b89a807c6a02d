using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;

namespace Publisher.Sources.Markdown;

/// <summary>
/// Which Markdown we read: CommonMark with pipe and grid tables, footnotes, strikethrough, sub- and superscript, lettered and roman
/// lists and bare web addresses. Typographic replacement is off, since no word and no sign of a statement may change; attributes in
/// braces are ours (<see cref="Marks"/>), since the library's would swallow any words in braces.
/// </summary>
internal static class Dialect
{
    /// <summary>A quotation in a list in a list has depth 6; deeper than this is not written by people, and every edition walks it recursively.</summary>
    private const int DeepestNesting = 64;

    /// <summary>Set up once; immutable and safe to share.</summary>
    public static MarkdownPipeline Pipeline { get; } = Build();

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = DeepestNesting }
            .UsePipeTables()
            .UseFootnotes()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Subscript | EmphasisExtraOptions.Superscript)
            .UseAutoLinks(new() { UseHttpsForWWWLinks = true })
            .UsePreciseSourceLocation();
        builder.BlockParsers.Insert(0, new StrictGridTableParser());
        builder.BlockParsers.FindExact<ListBlockParser>()!.ItemParsers.Add(new LetterItemParser());
        return builder.Build();
    }
}
