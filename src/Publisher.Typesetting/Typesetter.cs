using System.Collections.Immutable;
using System.Globalization;

using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Frames;
using Publisher.Typesetting.Pages;
using Publisher.Typesetting.Paragraphs;

namespace Publisher.Typesetting;

/// <summary>
/// The door of the room: flow -> galley (<see cref="GalleySetter"/>) -> pages (<see cref="PageBuilder"/>) -> headers and footers
/// (<see cref="FurnitureSetter"/>). Page numbers inside the flow cost a further pass or two.
/// </summary>
public static class Typesetter
{
    // A reference may change a line, a line a page, a page the reference: the third pass is taken as it is.
    private const int MostPasses = 3;

    /// <summary>Sets a flow into pages.</summary>
    /// <param name="flow">What to set; may be empty, which makes one page.</param>
    /// <param name="design">The sheet. A sheet without room for text gets some by moving its furniture's bounds.</param>
    /// <param name="words">Words set before; new ones are added.</param>
    /// <returns>Pages with every character of the flow on them; what does not fit is reported, never left out.</returns>
    public static TypesetDocument Set(ImmutableArray<FlowBlock> flow, PageDesign design, WordStore words)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(words);
        var context = new SettingContext(words);
        var furniture = new FurnitureSetter(design, context);
        var geometry = new PageGeometry(design, furniture.Measure());
        var pages = SetText(flow, design, geometry, context);
        var finished = ImmutableArray.CreateBuilder<Page>(pages.Count);
        var backdrop = furniture.SetBackdrop();
        for (var i = 0; i < pages.Count; i++)
        {
            var (header, footer) = furniture.Set(i + 1, pages.Count, pages[i].Section);
            finished.Add(new Page(
                i + 1, design.Width, design.Height, [.. backdrop, .. i == 0 ? geometry.Marks() : [], .. header, .. pages[i].Frames, .. footer]));
        }

        return new TypesetDocument(finished.MoveToImmutable(), [.. context.Missing], [.. context.Overfull]);
    }

    private static List<PageContent> SetText(
        ImmutableArray<FlowBlock> flow,
        PageDesign design,
        PageGeometry geometry,
        SettingContext context)
    {
        for (var pass = 1; ; pass++)
        {
            context.HasReferences = false;
            var opening = new PageOpening(design, geometry, context);
            var galley = new GalleySetter(context, geometry.ColumnMeasure, geometry.LeastHeight, design.Window);
            var slabs = galley.Set(opening.IsAcross ? flow : [.. design.Opening, .. flow]);
            BaselineGrid.Align(slabs, design.BaselineGrid.Points);
            var pages = new PageBuilder(design, opening.Below, new NoteSetter(galley, design), context).Build(slabs, opening.Slabs);
            if (!context.HasReferences || pass == MostPasses || !LearnReferences(pages, context))
                return pages;
        }
    }

    // Returns whether anything is new.
    private static bool LearnReferences(List<PageContent> pages, SettingContext context)
    {
        var changed = Learn(context, new Reference(ReferenceKind.Pages), pages.Count);
        var seen = new HashSet<StructureId>();
        for (var i = 0; i < pages.Count; i++)
        {
            foreach (var frame in pages[i].Frames)
            {
                if (frame.Structure != StructureId.None && seen.Add(frame.Structure))
                    changed |= Learn(context, new Reference(ReferenceKind.PageOf, frame.Structure), i + 1);
            }
        }

        return changed;
    }

    private static bool Learn(SettingContext context, Reference reference, int page)
    {
        var value = page.ToString(CultureInfo.InvariantCulture);
        if (context.References.TryGetValue(reference, out var known) && string.Equals(known, value, StringComparison.Ordinal))
            return false;
        context.References[reference] = value;
        return true;
    }
}
