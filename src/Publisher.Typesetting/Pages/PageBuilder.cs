using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Frames;

namespace Publisher.Typesetting.Pages;

/// <summary>Fills columns with slabs, notes at their foot, tints behind.</summary>
internal sealed class PageBuilder(PageDesign design, PageGeometry geometry, NoteSetter notes, SettingContext context)
{
    // While text is left, notes that go on from the column before leave at least half of the column to it.
    private const double MostOfCarriedNotes = 0.5;
    private const double NoteRuleShare = 0.25;
    private const double Slack = 1e-3;

    private readonly Queue<Slab> _waiting = new();
    private readonly List<PageContent> _pages = [];
    private string _section = "";

    /// <summary>Divides a galley into pages; at least one.</summary>
    /// <param name="galley">The slabs of the flow.</param>
    /// <param name="opening">What stands across the columns of the first page.</param>
    public List<PageContent> Build(List<Slab> galley, List<Slab> opening)
    {
        var breaker = new PageBreaker(galley, notes, design.BaselineGrid.Points);
        var start = 0;
        for (var column = 0; start < galley.Count || _waiting.Count > 0 || column == 0; column++)
        {
            var region = geometry.RegionOf(column);
            var page = PageOf(column);
            if (column == 0)
                PlaceOpening(page, opening);
            var atFoot = TakeWaiting(start < galley.Count ? region.Height * MostOfCarriedNotes : region.Height);
            var carried = HeightOf(atFoot);
            if (start >= galley.Count)
            {
                PlaceNotes(page, region, atFoot);
                continue;
            }

            var repeats = galley[start].Repeats;
            var repeatHeight = repeats is null ? 0 : HeightOfRepeats(repeats);
            var room = region.Height - carried - repeatHeight;
            var end = breaker.EndOf(start, room, atFoot.Count > 0, repeatHeight);
            var used = PlaceText(page, region, galley, start, end, repeats, repeatHeight);
            if (used - repeatHeight > room + Slack)
                context.ReportOverfull(galley[start].Frames.Count > 0 ? galley[start].Frames[0].Structure : StructureId.None);
            CollectNotes(galley, start, end, atFoot, region.Height - used);
            PlaceNotes(page, region, atFoot);
            start = end;
        }

        return _pages;
    }

    private PageContent PageOf(int column)
    {
        if (column % design.Columns == 0)
            _pages.Add(new PageContent { Section = _section });
        return _pages[^1];
    }

    private void PlaceOpening(PageContent page, List<Slab> opening)
    {
        var surrounds = new SurroundExtents();
        var frames = new List<Frame>();
        var y = geometry.OpeningTop;
        for (var i = 0; i < opening.Count; i++)
            y = Place(opening[i], design.MarginLeft.Points, y + (i > 0 ? opening[i].SpaceBefore : 0), frames, surrounds);
        surrounds.Draw(design.MarginLeft.Points, page.Frames);
        page.Frames.AddRange(frames);
    }

    private List<Slab> TakeWaiting(double room)
    {
        var lines = new List<Slab>();
        var used = notes.SeparatorHeight;
        foreach (var slab in _waiting)
        {
            lines.Add(slab);
            used += slab.SpaceBefore + slab.Height;
            if (used > room + Slack && lines.Count > 1)
                break;
        }

        if (used > room + Slack && lines.Count > 1)
        {
            var end = NoteSetter.EndOf(lines, 1, lines.Count - 1);
            lines.RemoveRange(end, lines.Count - end);
        }

        for (var i = 0; i < lines.Count; i++)
            _waiting.Dequeue();
        return lines;
    }

    private double HeightOf(List<Slab> atFoot) =>
        atFoot.Count == 0 ? 0 : notes.SeparatorHeight + atFoot.Sum(s => s.SpaceBefore + s.Height);

    private static double HeightOfRepeats(IReadOnlyList<Slab> repeats) => repeats.Sum(s => s.SpaceBefore + s.Height);

    private double PlaceText(
        PageContent page,
        Region region,
        List<Slab> galley,
        int start,
        int end,
        IReadOnlyList<Slab>? repeats,
        double repeatHeight)
    {
        var surrounds = new SurroundExtents();
        var frames = new List<Frame>();
        var order = new CellOrder(frames);
        var y = region.Top;
        foreach (var slab in repeats ?? [])
            y = Place(slab, region.X, y + slab.SpaceBefore, frames, surrounds);
        y = region.Top + repeatHeight;
        for (var i = start; i < end; i++)
        {
            var slab = galley[i];
            var height = BaselineGrid.Next(slab, y - region.Top + (i > start ? slab.SpaceBefore : 0), design.BaselineGrid.Points);
            y = Place(slab, region.X, region.Top + height, frames, surrounds);
            order.Note(slab);
            if (slab.Section is null)
                continue;
            _section = slab.Section;
            page.Section = _section;
        }

        order.End();
        surrounds.Draw(region.X, page.Frames);
        page.Frames.AddRange(frames);
        return y - region.Top;
    }

    private double Place(Slab slab, double x, double y, List<Frame> frames, SurroundExtents surrounds)
    {
        foreach (var frame in slab.Window ?? [])
            frames.Add(frame.Shifted(design.Window!.X.Points, geometry.WindowTop));
        foreach (var frame in slab.Frames)
            frames.Add(frame.Shifted(x, y));
        surrounds.Extend(slab.Surround, y, y + slab.Height);
        return y + slab.Height;
    }

    private void CollectNotes(List<Slab> galley, int start, int end, List<Slab> atFoot, double room)
    {
        for (var i = start; i < end; i++)
        {
            foreach (var note in galley[i].Notes ?? [])
            {
                var lines = notes.SlabsOf(note);
                var fitting = _waiting.Count > 0 ? 0 : Fitting(lines, room - (atFoot.Count == 0 ? notes.SeparatorHeight : HeightOf(atFoot)));
                if (fitting > 0 && fitting < lines.Count)
                    fitting = NoteSetter.EndOf(lines, 1, fitting);
                atFoot.AddRange(lines[..fitting]);
                foreach (var slab in lines[fitting..])
                    _waiting.Enqueue(slab);
            }
        }
    }

    private static int Fitting(List<Slab> lines, double room)
    {
        var count = 0;
        while (count < lines.Count && (room -= lines[count].SpaceBefore + lines[count].Height) >= -Slack)
            count++;
        return count;
    }

    private void PlaceNotes(PageContent page, Region region, List<Slab> atFoot)
    {
        if (atFoot.Count == 0)
            return;

        var surrounds = new SurroundExtents();
        var frames = new List<Frame>();
        var y = region.Top + region.Height - HeightOf(atFoot) + design.NoteGap.Points;
        frames.Add(new Box(
            new Length(region.X),
            new Length(y),
            new Length(geometry.ColumnMeasure * NoteRuleShare),
            design.NoteRule,
            design.NoteRuleInk)
        { Artifact = ArtifactKind.Layout });
        y = region.Top + region.Height - HeightOf(atFoot) + notes.SeparatorHeight;
        foreach (var slab in atFoot)
            y = Place(slab, region.X, y + slab.SpaceBefore, frames, surrounds);
        surrounds.Draw(region.X, page.Frames);
        page.Frames.AddRange(frames);
    }
}
