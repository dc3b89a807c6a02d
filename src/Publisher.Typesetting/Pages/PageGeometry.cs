using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Frames;

namespace Publisher.Typesetting.Pages;

/// <summary>Where text may stand, once the heights of headers and footers are known; in points.</summary>
internal sealed class PageGeometry
{
    // However much the furniture wants, this share of the sheet stays for the text.
    private const double LeastShareOfText = 0.3;

    // Printers do not reach the edge itself.
    private static readonly Length MarkDistance = Length.FromMillimetres(4);
    private static readonly Length MarkThickness = Length.FromPoints(0.35);
    private static readonly Ink MarkInk = new(0x80, 0x80, 0x80);

    private readonly PageDesign _design;
    private readonly (double Top, double Bottom) _first;
    private readonly (double Top, double Bottom) _following;

    /// <summary>Works out the text areas.</summary>
    /// <param name="design">Sheet and margins.</param>
    /// <param name="heights">Heights of the four pieces of furniture.</param>
    public PageGeometry(PageDesign design, FurnitureHeights heights)
    {
        _design = design;
        WindowTop = Math.Max(design.Window?.Y.Points ?? 0, heights.FirstHeader > 0 ? design.FirstHeader.Distance.Points + heights.FirstHeader : 0);
        _first = Area(heights.FirstHeader, design.FirstHeader, heights.FirstFooter, design.FirstFooter);
        if (design.Window is { } window)
            _first.Top = Math.Min(_first.Bottom - (design.Height.Points * LeastShareOfText), Math.Max(_first.Top, WindowTop + (window.Height + window.Gap).Points));
        OpeningTop = _first.Top;
        _following = Area(heights.Header, design.Header, heights.Footer, design.Footer);
        Measure = MeasureOf(design);
        var gaps = design.ColumnGap.Points * (design.Columns - 1);
        ColumnMeasure = Math.Max(1, (Measure - gaps) / design.Columns);
    }

    private PageGeometry(PageGeometry whole, double opening)
    {
        (_design, _first, _following) = (whole._design, whole._first, whole._following);
        (WindowTop, OpeningTop, Measure, ColumnMeasure) = (whole.WindowTop, whole.OpeningTop, whole.Measure, whole.ColumnMeasure);
        _first.Top += opening;
    }

    /// <summary>Upper edge of the text on the first page, of what stands across its columns as well.</summary>
    public double OpeningTop { get; }

    /// <summary>Height of the text on the first page.</summary>
    public double FirstHeight => _first.Bottom - _first.Top;

    /// <summary>Upper edge of the design's window; without one, the end of the first header.</summary>
    public double WindowTop { get; }

    /// <summary>Width of the text area.</summary>
    public double Measure { get; }

    /// <summary>Width of a column.</summary>
    public double ColumnMeasure { get; }

    /// <summary>Height of the lowest text area.</summary>
    public double LeastHeight => Math.Min(_first.Bottom - _first.Top, _following.Bottom - _following.Top);

    public static double MeasureOf(PageDesign design) =>
        Math.Max(1, (design.Width - design.MarginLeft - design.MarginRight).Points);

    /// <summary>The same, with the columns of the first page beginning lower.</summary>
    /// <param name="opening">Height of what stands across them, in points.</param>
    public PageGeometry Below(double opening) => new(this, opening);

    /// <summary>The region of a column; columns are counted through the pages.</summary>
    public Region RegionOf(int column)
    {
        var (top, bottom) = column < _design.Columns ? _first : _following;
        var index = column % _design.Columns;
        var x = _design.MarginLeft.Points + (index * (ColumnMeasure + _design.ColumnGap.Points));
        return new Region(x, top, bottom - top);
    }

    /// <summary>Where to fold and punch the first page.</summary>
    public IEnumerable<Frame> Marks() => (_design.Window?.Marks ?? []).Select(mark =>
        new Box(MarkDistance, mark.Y, mark.Length, MarkThickness, MarkInk) { Artifact = ArtifactKind.Layout });

    private (double Top, double Bottom) Area(double headerHeight, Furniture header, double footerHeight, Furniture footer)
    {
        var headerGap = Length.Max(_design.FurnitureGap, header.Gap).Points;
        var footerGap = Length.Max(_design.FurnitureGap, footer.Gap).Points;
        var height = _design.Height.Points;
        var top = Math.Max(_design.MarginTop.Points, headerHeight > 0 ? header.Distance.Points + headerHeight + headerGap : 0);
        var bottom = height - Math.Max(
            _design.MarginBottom.Points,
            footerHeight > 0 ? footer.Distance.Points + footerHeight + footerGap : 0);
        return bottom - top >= height * LeastShareOfText
            ? (top, bottom)
            : (height * (1 - LeastShareOfText) / 2, height * (1 + LeastShareOfText) / 2);
    }
}

/// <summary>Heights of headers and footers in points; 0 for none.</summary>
internal readonly record struct FurnitureHeights(double FirstHeader, double Header, double FirstFooter, double Footer);
