using System.Collections.Immutable;

using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Frames;
using Publisher.Typesetting.Paragraphs;

namespace Publisher.Typesetting.Pages;

/// <summary>
/// Sets blocks one below the other into a galley: one endless column of <see cref="Slab"/>s. Where pages end is not known here;
/// slabs say what a page's end before them would cost.
/// </summary>
internal sealed class GalleySetter
{
    // Nested indents never eat more of the measure than this leaves.
    private const double LeastShareOfMeasure = 0.4;

    private readonly SettingContext _context;
    private readonly ParagraphSetter _paragraphs;
    private readonly TableSetter _tables;
    private readonly double _pageMeasure;
    private readonly double _pageHeight;
    private readonly PageWindow? _window;
    private double _spaceBefore;
    private int _penaltyBefore;
    private bool _beginsPage;

    /// <summary>Prepares a galley.</summary>
    /// <param name="context">What the whole setting shares.</param>
    /// <param name="measure">Width of the column in points; greater than zero.</param>
    /// <param name="pageHeight">Room on a page in points: pictures are reduced to fit it.</param>
    /// <param name="window">Where a <see cref="FlowWindow"/> stands; null to set it where it comes.</param>
    public GalleySetter(SettingContext context, double measure, double pageHeight, PageWindow? window = null)
    {
        _window = window;
        _context = context;
        _pageMeasure = measure;
        _pageHeight = pageHeight;
        _paragraphs = new ParagraphSetter(context);
        _tables = new TableSetter(this, context);
    }

    /// <summary>Sets blocks into slabs from the galley's left edge.</summary>
    public List<Slab> Set(ImmutableArray<FlowBlock> blocks) => Set(blocks, 0, _pageMeasure);

    /// <summary>Sets blocks into slabs of their own, as for a cell.</summary>
    /// <param name="blocks">What to set.</param>
    /// <param name="x">Left edge in points.</param>
    /// <param name="measure">Width in points; greater than zero.</param>
    internal List<Slab> Set(ImmutableArray<FlowBlock> blocks, double x, double measure)
    {
        var (space, penalty, begins) = (_spaceBefore, _penaltyBefore, _beginsPage);
        (_spaceBefore, _penaltyBefore, _beginsPage) = (0, PageEnd.Free, false);
        var slabs = new List<Slab>();
        Add(blocks, x, measure, slabs);
        (_spaceBefore, _penaltyBefore, _beginsPage) = (space, penalty, begins);
        return slabs;
    }

    internal (double Least, double Natural) Widths(ImmutableArray<FlowBlock> blocks)
    {
        var (least, natural) = (0.0, 0.0);
        foreach (var block in blocks)
        {
            var (blockLeast, blockNatural) = WidthsOf(block);
            least = Math.Max(least, blockLeast);
            natural = Math.Max(natural, blockNatural);
        }

        return (least, natural);
    }

    private (double Least, double Natural) WidthsOf(FlowBlock block)
    {
        switch (block)
        {
            case FlowParagraph paragraph:
                return _paragraphs.Widths(paragraph);
            case FlowGroup group:
                return Widen(Widths(group.Blocks), group.Style.IndentStart.Points + group.Style.IndentEnd.Points);
            case FlowItem item:
                return Widen(Widths(item.Blocks), item.Style.Indent.Points);
            case FlowPicture picture:
                return (Math.Min(picture.Width.Points, 36), picture.Width.Points);
            case FlowTable table:
                return _tables.Widths(table);
            default:
                return (0, 0);
        }
    }

    private static (double Least, double Natural) Widen((double Least, double Natural) widths, double by) =>
        (widths.Least + by, widths.Natural + by);

    private void Add(ImmutableArray<FlowBlock> blocks, double x, double measure, List<Slab> into)
    {
        foreach (var block in blocks)
            Add(block, x, measure, into);
    }

    private void Add(FlowBlock block, double x, double measure, List<Slab> into)
    {
        switch (block)
        {
            case FlowParagraph paragraph:
                AddParagraph(paragraph, x, measure, into);
                break;
            case FlowGroup group:
                AddGroup(group, x, measure, into);
                break;
            case FlowItem item:
                AddItem(item, x, measure, into);
                break;
            case FlowPicture picture:
                AddPicture(picture, x, measure, into);
                break;
            case FlowRule rule:
                AddRule(rule, x, measure, into);
                break;
            case FlowTable table:
                AddTable(table, x, measure, into);
                break;
            case FlowWindow window:
                AddWindow(window, into);
                break;
            case FlowPageBreak:
                _beginsPage = into.Count > 0;
                break;
        }
    }

    private void AddParagraph(FlowParagraph paragraph, double x, double measure, List<Slab> into)
    {
        var style = paragraph.Style;
        var first = into.Count;
        _paragraphs.Set(paragraph, x, measure, into);
        var count = into.Count - first;
        for (var i = 1; i < count; i++)
        {
            var lonely = i < style.Orphans || count - i < style.Widows;
            into[first + i].Penalty = (style.KeepTogether ? PageEnd.KeptTogether : lonely ? PageEnd.Lonely : PageEnd.Free)
                + (into[first + i - 1].EndsDivided ? PageEnd.Divided : PageEnd.Free);
        }

        into[first].Section = paragraph.Section;
        Open(into[first], style.SpaceBefore.Points);
        into[first].BeginsPage |= style.BreakBefore && first > 0;
        Close(style.SpaceAfter.Points, style.KeepWithNext ? PageEnd.KeptWithNext : PageEnd.Free);
    }

    // The greater of two spaces that meet counts; penalties and page breaks wait for the next slab, whatever block it is of.
    private void Open(Slab slab, double spaceBefore)
    {
        slab.SpaceBefore = Math.Max(_spaceBefore, spaceBefore);
        slab.Penalty = Math.Max(slab.Penalty, _penaltyBefore);
        slab.BeginsPage = _beginsPage;
        (_spaceBefore, _penaltyBefore, _beginsPage) = (0, PageEnd.Free, false);
    }

    private void Close(double spaceAfter, int penaltyAfter) =>
        (_spaceBefore, _penaltyBefore) = (Math.Max(_spaceBefore, spaceAfter), Math.Max(_penaltyBefore, penaltyAfter));

    private void AddGroup(FlowGroup group, double x, double measure, List<Slab> into)
    {
        var style = group.Style;
        var first = into.Count;
        _spaceBefore = Math.Max(_spaceBefore, style.SpaceBefore.Points) + style.Padding.Points;
        var (innerX, innerMeasure) = Narrow(x, measure, style.IndentStart.Points, style.IndentEnd.Points);
        Add(group.Blocks, innerX, innerMeasure, into);
        if (into.Count == first)
            return;

        for (var i = first + 1; style.KeepTogether && i < into.Count; i++)
            into[i].Penalty = Math.Max(into[i].Penalty, PageEnd.KeptTogether);
        SurroundSlabs(into, first, x, measure, style);
        _spaceBefore = Math.Max(_spaceBefore, style.SpaceAfter.Points) + style.Padding.Points;
    }

    private static void SurroundSlabs(List<Slab> slabs, int first, double x, double measure, GroupStyle style)
    {
        if (style.Tint is { } tint)
            Wrap(slabs, first, new Surround(x, measure, tint, style.Padding.Points, null));
        if (style.BarThickness > Length.Zero)
            Wrap(slabs, first, new Surround(x, style.BarThickness.Points, style.BarInk, style.Padding.Points, null));
    }

    // Blocks set before know their own surrounds already: the new one goes around the outermost.
    private static void Wrap(List<Slab> slabs, int first, Surround surround)
    {
        var wrapped = new Dictionary<Surround, Surround>(ReferenceEqualityComparer.Instance);
        for (var i = first; i < slabs.Count; i++)
            slabs[i].Surround = Around(slabs[i].Surround, surround, wrapped);
    }

    private static Surround Around(Surround? inner, Surround outer, Dictionary<Surround, Surround> wrapped)
    {
        if (inner is null)
            return outer;
        if (wrapped.TryGetValue(inner, out var known))
            return known;
        var around = inner with { Outer = Around(inner.Outer, outer, wrapped) };
        wrapped.Add(inner, around);
        return around;
    }

    private (double X, double Measure) Narrow(double x, double measure, double start, double end)
    {
        var least = Math.Min(measure, _pageMeasure * LeastShareOfMeasure);
        var room = Math.Max(0, measure - least);
        var scale = start + end > room ? room / (start + end) : 1;
        return (x + (start * scale), measure - ((start + end) * scale));
    }

    private void AddItem(FlowItem item, double x, double measure, List<Slab> into)
    {
        var style = item.Style;
        var (innerX, innerMeasure) = Narrow(x, measure, style.Indent.Points, 0);
        _spaceBefore = Math.Max(_spaceBefore, style.SpaceBefore.Points);
        var first = into.Count;
        Add(item.Blocks, innerX, innerMeasure, into);
        if (into.Count == first)
            AddParagraph(new FlowParagraph([], item.Label.Style), innerX, innerMeasure, into);

        // A label wider than its indent reaches out to the left rather than into a second line.
        var labelEnd = innerX - style.Gap.Points;
        var labelMeasure = Math.Max(labelEnd - x, _paragraphs.Widths(item.Label).Natural + 1);
        var label = new List<Slab>();
        _paragraphs.Set(item.Label, labelEnd - labelMeasure, labelMeasure, label);
        Join(into[first], label[0]);
        _spaceBefore = Math.Max(_spaceBefore, style.SpaceAfter.Points);
    }

    // The label goes first in the slab: it is read first.
    private static void Join(Slab slab, Slab label)
    {
        var drop = BaselineOf(slab) - BaselineOf(label);
        slab.Frames.InsertRange(0, label.Frames.Select(f => f.Shifted(0, drop)));
        slab.Height = Math.Max(slab.Height, label.Height + Math.Max(0, drop));
    }

    private static double BaselineOf(Slab slab)
    {
        foreach (var frame in slab.Frames)
        {
            if (frame is GlyphRun run)
                return run.Y.Points;
        }

        return 0;
    }

    private void AddPicture(FlowPicture picture, double x, double measure, List<Slab> into)
    {
        var scale = Math.Min(1, Math.Min(measure / picture.Width.Points, _pageHeight * 0.8 / picture.Height.Points));
        var (width, height) = (picture.Width.Points * scale, picture.Height.Points * scale);
        var slab = new Slab { Height = height };
        slab.Frames.Add(new PictureFrame(
            new Length(x + Offset(picture.Alignment, measure - width)),
            Length.Zero,
            new Length(width),
            new Length(height),
            picture.Picture,
            picture.Structure)
        { Artifact = _context.ArtifactOf(picture.Structure) });
        Open(slab, picture.SpaceBefore.Points);
        into.Add(slab);
        Close(picture.SpaceAfter.Points, picture.KeepWithNext ? PageEnd.KeptWithNext : PageEnd.Free);
    }

    private static double Offset(Alignment alignment, double rest) => alignment switch
    {
        Alignment.Center => rest / 2,
        Alignment.End => rest,
        _ => 0,
    };

    private void AddRule(FlowRule rule, double x, double measure, List<Slab> into)
    {
        var width = measure * Math.Clamp(rule.Share, 0, 1);
        var slab = new Slab { Height = rule.Thickness.Points };
        slab.Frames.Add(new Box(
            new Length(x + Offset(rule.Alignment, measure - width)),
            Length.Zero,
            new Length(width),
            rule.Thickness,
            rule.Ink)
        { Artifact = _context.ArtifactOfLayout });
        Open(slab, rule.SpaceBefore.Points);
        into.Add(slab);
        Close(rule.SpaceAfter.Points, rule.KeepWithNext ? PageEnd.KeptWithNext : PageEnd.Free);
    }

    // The slab itself is as high as what the window cannot hold.
    private void AddWindow(FlowWindow content, List<Slab> into)
    {
        if (_window is not { } window)
        {
            Add(content.Blocks, 0, _pageMeasure, into);
            return;
        }

        var slabs = Set(content.Blocks, 0, window.Width.Points);
        var head = content.Head is null ? [] : SetHead(content.Head, window.Width.Points);
        var (height, headHeight) = (HeightOf(slabs), content.Head is null ? 0 : HeightOf(head) + content.Head.Style.SpaceAfter.Points);
        var top = Math.Min(Math.Max(window.ContentTop.Points, headHeight), Math.Max(headHeight, window.Height.Points - height));
        var excess = top + height - window.Height.Points;
        var slab = new Slab { Height = Math.Max(0, excess), Window = Stack(head, top - headHeight) };
        slab.Window.AddRange(Stack(slabs, top));
        if (excess > 0)
            _context.ReportOverfull(StructureId.None);
        Open(slab, 0);
        into.Add(slab);
        Close(0, PageEnd.KeptWithNext);
    }

    private List<Slab> SetHead(FlowParagraph head, double measure)
    {
        var before = _context.Artifact;
        _context.Artifact = ArtifactKind.Header;
        var slabs = Set([head], 0, measure);
        _context.Artifact = before;
        return slabs;
    }

    internal static double HeightOf(List<Slab> slabs) => slabs.Select((slab, i) => slab.Height + (i > 0 ? slab.SpaceBefore : 0)).Sum();

    internal static List<Frame> Stack(List<Slab> slabs, double y)
    {
        var frames = new List<Frame>();
        var surrounds = new SurroundExtents();
        for (var i = 0; i < slabs.Count; i++)
        {
            y += i > 0 ? slabs[i].SpaceBefore : 0;
            frames.AddRange(slabs[i].Frames.Select(frame => frame.Shifted(0, y)));
            surrounds.Extend(slabs[i].Surround, y, y + slabs[i].Height);
            y += slabs[i].Height;
        }

        var all = new List<Frame>();
        surrounds.Draw(0, all);
        return [.. all, .. frames];
    }

    private void AddTable(FlowTable table, double x, double measure, List<Slab> into)
    {
        var slabs = _tables.Set(table, x, measure);
        if (slabs.Count == 0)
            return;
        Open(slabs[0], table.Style.SpaceBefore.Points);
        into.AddRange(slabs);
        Close(table.Style.SpaceAfter.Points, PageEnd.Free);
    }
}
