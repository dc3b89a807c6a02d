using System.Collections.Immutable;

using Publisher.Editions.Pdf.Structure;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Templates;
using Publisher.Templates.Labels;
using Publisher.Templates.Styles;
using Publisher.Typesetting.Flows;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>What the parts of one document share while they are composed.</summary>
internal sealed class CompositionContext
{
    private const int DeepestHeading = 6;

    // Written with a per cent sign for each of three bytes, a longer one may not fit into a string (ISO 19005-2, 6.1.13). No browser
    // takes so long a one either.
    private const int LongestAddress = 3_600;

    private readonly Dictionary<string, StructureNode> _headings = new(StringComparer.Ordinal);
    private readonly Dictionary<StyleRole, ParagraphStyle> _itemParagraphs = [];
    private readonly List<OutlineEntry> _outline = [];
    private int _lastLevel;

    public CompositionContext(Document document, StyleBook styles, PictureLibrary pictures, Locale locale)
    {
        Styles = styles;
        Pictures = pictures;
        Locale = locale;
        Language = document.Metadata.Language;
        Notes = new NoteComposer(this, document);
        foreach (var heading in document.Blocks.OfType<Heading>())
        {
            // Links may lead to headings further on: their elements exist before they have a place in the tree.
            if (heading.Id is not null)
                _headings.TryAdd(heading.Id, new StructureNode("", Tree.Root));
        }
    }

    public StructureTree Tree { get; } = new();

    public StyleBook Styles { get; }

    public PictureLibrary Pictures { get; }

    public Locale Locale { get; }

    /// <summary>BCP 47 language of the document.</summary>
    public string Language { get; }

    public NoteComposer Notes { get; }

    /// <summary>How a link's address is shown on paper.</summary>
    public LinkDisplay LinksInPrint { get; init; }

    public IReadOnlyList<OutlineEntry> Outline => _outline;

    /// <summary>Adds the element of the document's title and its entry in the outline.</summary>
    public StructureNode AddTitle(StructureNode parent, ValueList<Inline> title)
    {
        _lastLevel = 1;
        var node = Tree.Add(parent, "H1");
        _outline.Add(new OutlineEntry(1, PlainText.Of(title), node));
        return node;
    }

    /// <summary>Adds the element of a heading, one level down at most (ISO 14289-1, 7.4.2), and its entry in the outline.</summary>
    public StructureNode AddHeading(StructureNode parent, Heading heading)
    {
        _lastLevel = Math.Min(Math.Min(heading.Level + 1, _lastLevel + 1), DeepestHeading);
        var type = "H" + _lastLevel.ToString(System.Globalization.CultureInfo.InvariantCulture);
        StructureNode node;
        if (heading.Id is not null && _headings.TryGetValue(heading.Id, out var promised) && promised.Type.Length == 0)
        {
            promised.Become(type, parent);
            node = parent.Add(promised);
        }
        else
        {
            node = Tree.Add(parent, type);
        }

        _outline.Add(new OutlineEntry(_lastLevel, PlainText.Of(heading.Content), node));
        return node;
    }

    /// <summary>Where a link leads; null if nowhere.</summary>
    public LinkTarget? TargetOf(Link link)
    {
        if (link.Target.Length > LongestAddress)
            return null;
        if (!link.Target.StartsWith('#'))
            return new LinkTarget(link.Target, null, link.Title ?? Locale.Format(Label.LinkTo, link.Target));
        return _headings.TryGetValue(link.Target[1..], out var heading)
            ? new LinkTarget(null, heading, link.Title ?? PlainText.Of(link.Content))
            : null;
    }

    /// <summary>The style of a list item's own paragraphs: indent and outer space are the item's.</summary>
    public ParagraphStyle ItemParagraph(StyleRole role)
    {
        if (_itemParagraphs.TryGetValue(role, out var known))
            return known;
        var style = Styles.Paragraph(role, Language) with
        {
            IndentStart = default,
            FirstLineIndent = default,
            SpaceBefore = default,
            SpaceAfter = default,
        };
        _itemParagraphs.Add(role, style);
        return style;
    }

    /// <summary>Puts the rules and the tint of a role round blocks.</summary>
    public ImmutableArray<FlowBlock> Frame(StyleRole role, ImmutableArray<FlowBlock> blocks)
    {
        var style = Styles[role];
        if (style.RuleBefore is null && style.RuleAfter is null && style.RuleStart is null && style.Background is null)
            return blocks;

        var flow = ImmutableArray.CreateBuilder<FlowBlock>();
        if (style.RuleBefore is { } before)
        {
            flow.Add(RuleOf(before) with
            {
                SpaceBefore = StyleBook.Points(style.SpaceBefore),
                SpaceAfter = style.Background is null ? StyleBook.Points(before.Gap) : default,
                KeepWithNext = true,
            });
            blocks = WithSpaces(blocks, isBefore: true);
        }

        if (style.RuleAfter is not null)
            blocks = WithSpaces(blocks, isBefore: false);
        flow.AddRange(style.RuleStart is null && style.Background is null ? blocks : [Surround(style, blocks)]);
        if (style.RuleAfter is { } after)
        {
            flow.Add(RuleOf(after) with
            {
                SpaceBefore = style.Background is null ? StyleBook.Points(after.Gap) : default,
                SpaceAfter = StyleBook.Points(style.SpaceAfter),
                KeepWithNext = style.KeepWithNext,
            });
        }

        return flow.ToImmutable();
    }

    private static FlowRule RuleOf(BorderRule rule) => new(StyleBook.Points(rule.Thickness), StyleBook.InkOf(rule.Colour));

    // The rule takes over the space on its side, and the block stays with it.
    private static ImmutableArray<FlowBlock> WithSpaces(ImmutableArray<FlowBlock> blocks, bool isBefore)
    {
        var index = isBefore ? 0 : blocks.Length - 1;
        if (blocks.IsEmpty || blocks[index] is not FlowParagraph paragraph)
            return blocks;
        var style = isBefore
            ? paragraph.Style with { SpaceBefore = default }
            : paragraph.Style with { SpaceAfter = default, KeepWithNext = true };
        return blocks.SetItem(index, paragraph with { Style = style });
    }

    private static Typesetting.Length GapOf(BorderRule? rule) => rule is null ? default : StyleBook.Points(rule.Gap);

    private static FlowGroup Surround(Style style, ImmutableArray<FlowBlock> blocks)
    {
        var bar = style.RuleStart;
        var padding = StyleBook.Points(Spaces.Padding(style));
        var isTinted = style.Background is not null;

        // A rule above or below stands at the edge of the ground, which fills its gap.
        var down = isTinted ? Typesetting.Length.Max(padding, Typesetting.Length.Max(GapOf(style.RuleBefore), GapOf(style.RuleAfter))) : default;
        return new FlowGroup(blocks, new GroupStyle
        {
            IndentStart = bar is null ? padding : StyleBook.Points(bar.Extent),
            IndentEnd = padding,
            Padding = down,
            SpaceBefore = style.RuleBefore is null ? StyleBook.Points(style.SpaceBefore) : default,
            SpaceAfter = style.RuleAfter is null ? StyleBook.Points(style.SpaceAfter) : default,
            Tint = style.Background is { } tint ? StyleBook.InkOf(tint) : null,
            BarThickness = bar is null ? default : StyleBook.Points(bar.Thickness),
            BarInk = bar is null ? default : StyleBook.InkOf(bar.Colour),
        });
    }
}
