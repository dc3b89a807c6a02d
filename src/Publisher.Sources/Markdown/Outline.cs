using System.Text;
using Publisher.Model.Diagnostics;
using static Markdig.Syntax.MarkdownObjectExtensions;
using Md = Markdig.Syntax;
using MdInlines = Markdig.Syntax.Inlines;

namespace Publisher.Sources.Markdown;

/// <summary>
/// What the headings of a text are in the model: which one is the title, the level of the others below it, and the names by which
/// links lead to them.
/// </summary>
internal sealed class Outline
{
    private readonly Dictionary<Md.HeadingBlock, (int Level, string? Id)> _headings = [];

    private Outline(Md.HeadingBlock? title) => Title = title;

    /// <summary>The heading that is the title; null if the text does not begin with one of the first level.</summary>
    public Md.HeadingBlock? Title { get; }

    /// <summary>The names of all headings that have one.</summary>
    public IReadOnlySet<string> Ids => _headings.Values.Select(heading => heading.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// The outline of a text. Levels count from the highest one below the title; a skipped level is closed up and reported. A heading
    /// has a name if it is marked with one or a link in the text leads to its words in the usual form ("#zu-den-zahlen").
    /// </summary>
    public static Outline Of(Md.MarkdownDocument document, Reading reading, Func<Md.HeadingBlock, bool> mayBeTitle)
    {
        var first = document.FirstOrDefault(block => block is not (Md.LinkReferenceDefinitionGroup or Md.BlankLineBlock or Md.HtmlBlock { Type: Md.HtmlBlockType.Comment }));
        var outline = new Outline(first is Md.HeadingBlock { Level: 1 } heading && mayBeTitle(heading) ? heading : null);
        var headings = document.Descendants<Md.HeadingBlock>().Where(h => h != outline.Title).ToList();
        if (headings.Count > 0)
        {
            outline.Number(headings, reading);
        }

        return outline;
    }

    /// <summary>An outline that takes levels as they stand, for the text of a template.</summary>
    public static Outline AsWritten(Md.MarkdownDocument document)
    {
        var outline = new Outline(null);
        foreach (var heading in document.Descendants<Md.HeadingBlock>())
        {
            outline._headings.Add(heading, (heading.Level, null));
        }

        return outline;
    }

    public int LevelOf(Md.HeadingBlock heading) => _headings.TryGetValue(heading, out var known) ? known.Level : 1;

    public string? IdOf(Md.HeadingBlock heading) => _headings.GetValueOrDefault(heading).Id;

    private void Number(List<Md.HeadingBlock> headings, Reading reading)
    {
        var referenced = References(Root(headings[0]));
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var highest = headings.Min(heading => heading.Level);
        var previous = 0;
        foreach (var heading in headings)
        {
            var written = heading.Level - highest + 1;
            var level = Math.Min(written, previous + 1);
            if (level < written)
            {
                reading.Report(DiagnosticCode.HeadingLevelSkipped, DiagnosticSeverity.Warning, reading.Span(heading.Span), $"The heading skips a level; it was raised to level {level} below the title.", $"Write {new string('#', highest + level - 1)} before it.");
            }

            previous = level;
            _headings.Add(heading, (level, IdOf(heading, referenced, taken)));
        }
    }

    private static Md.ContainerBlock Root(Md.Block block)
    {
        var parent = block.Parent!;
        while (parent.Parent is { } next)
        {
            parent = next;
        }

        return parent;
    }

    private static HashSet<string> References(Md.ContainerBlock root) => root.Descendants<MdInlines.LinkInline>()
        .Where(link => link.Url is ['#', _, ..])
        .Select(link => Uri.UnescapeDataString(link.Url![1..]))
        .ToHashSet(StringComparer.Ordinal);

    private static string? IdOf(Md.HeadingBlock heading, HashSet<string> referenced, HashSet<string> taken)
    {
        var text = TextOf(heading);
        if (Marks.IdOf(text) is { } marked)
        {
            return taken.Add(marked) ? marked : null;
        }

        var slug = Slug(Marks.WithoutMark(text));
        return referenced.Contains(slug) && taken.Add(slug) ? slug : null;
    }

    private static string TextOf(Md.HeadingBlock heading)
    {
        var text = new StringBuilder();
        foreach (var leaf in heading.Inline?.Descendants<MdInlines.LeafInline>() ?? [])
        {
            text.Append(leaf switch
            {
                MdInlines.LiteralInline literal => literal.Content.ToString(),
                MdInlines.CodeInline code => code.Content,
                _ => "",
            });
        }

        return text.ToString();
    }

    /// <summary>The words in lower case, joined by hyphens, as GitHub and others name headings.</summary>
    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_')
            {
                slug.Append(c);
            }
            else if (c == ' ')
            {
                slug.Append('-');
            }
        }

        return slug.ToString();
    }
}
