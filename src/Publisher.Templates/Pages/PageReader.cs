using Publisher.Templates.Styles;
using Publisher.Templates.Yaml;

namespace Publisher.Templates.Pages;

/// <summary>Reads <c>page</c> of a template file.</summary>
internal static class PageReader
{
    // ISO 216 and ANSI/ASME Y14.1, in millimetres.
    private static readonly (string Name, double Width, double Height)[] Sizes =
    [
        ("A3", 297, 420), ("A4", 210, 297), ("A5", 148, 210), ("A6", 105, 148), ("Letter", 215.9, 279.4), ("Legal", 215.9, 355.6),
    ];

    /// <summary>The keys that not every format has a use for, with the formats that do.</summary>
    public static IEnumerable<(string Key, string[] Formats)> Limited { get; } =
    [
        ("header-distance", ["pdf", "docx"]), ("footer-distance", ["pdf", "docx"]), ("columns", ["pdf", "docx"]), ("column-gap", ["pdf", "docx"]),
        ("baseline-grid", ["pdf", "docx"]), ("address-field", ["pdf", "docx"]), ("bleed", ["pdf"]), ("crop-marks", ["pdf"]), ("fold-marks", ["pdf"]),
    ];

    /// <summary>A page with what the section says in place of what was said before.</summary>
    public static PageSetup Read(YamlSection? section, PageSetup before)
    {
        if (section is null)
        {
            return before;
        }

        var (width, height) = ReadSize(section) ?? (before.Width, before.Height);
        var margins = section.Section("margins");
        var page = before with
        {
            Width = width,
            Height = height,
            MarginTop = margins?.Length("top") ?? before.MarginTop,
            MarginBottom = margins?.Length("bottom") ?? before.MarginBottom,
            MarginLeft = margins?.Length("left") ?? before.MarginLeft,
            MarginRight = margins?.Length("right") ?? before.MarginRight,
            HeaderDistance = section.Length("header-distance") ?? before.HeaderDistance,
            FooterDistance = section.Length("footer-distance") ?? before.FooterDistance,
            Columns = section.Number("columns", 1, 4) ?? before.Columns,
            ColumnGap = section.Length("column-gap") ?? before.ColumnGap,
            BaselineGrid = section.Length("baseline-grid") ?? before.BaselineGrid,
            Bleed = section.Length("bleed") ?? before.Bleed,
            AddressField = section.Node("address-field") is null ? before.AddressField : ReadForm(section),
            FoldMarks = section.Flag("fold-marks") ?? before.FoldMarks,
            CropMarks = section.Flag("crop-marks") ?? before.CropMarks,
        };
        margins?.Close();
        section.Close();
        return Usable(page, section, before);
    }

    private static PageSetup Usable(PageSetup page, YamlSection section, PageSetup before)
    {
        Length[] lengths =
        [
            page.MarginTop, page.MarginBottom, page.MarginLeft, page.MarginRight, page.HeaderDistance, page.FooterDistance, page.ColumnGap, page.Bleed,
        ];
        if (lengths.Any(length => length < Length.Zero))
        {
            section.Log.Error(section.Place, "A margin or distance of the page is negative.", "Write zero or more.");
            return before;
        }

        // Less than this holds no line of text.
        var least = Length.FromMillimetres(30);
        if (page.TextWidth < least || page.Height - page.MarginTop - page.MarginBottom < least)
        {
            section.Log.Error(section.Place, "The margins leave less than 30 mm for the text.", "Make the margins smaller or the page larger.");
            return before;
        }

        return page;
    }

    private static LetterForm? ReadForm(YamlSection section) =>
        section.Choice("address-field", ("none", ' '), ("A", 'A'), ("B", 'B')) switch { 'A' => LetterForm.A, 'B' => LetterForm.B, _ => null };

    private static (Length Width, Length Height)? ReadSize(YamlSection section)
    {
        if (section.Text("size") is not { } text)
        {
            return null;
        }

        foreach (var (name, width, height) in Sizes)
        {
            if (string.Equals(name, text, StringComparison.OrdinalIgnoreCase))
            {
                return (Length.FromMillimetres(width), Length.FromMillimetres(height));
            }
        }

        if (text.Split(['x', '×']) is [var wide, var high]
            && Measure.TryParse(wide, out var w) && Measure.TryParse(high, out var h)
            && w is { Unit: MeasureUnit.Points, Value: > 0 } && h is { Unit: MeasureUnit.Points, Value: > 0 })
        {
            return (Length.FromPoints(w.Value), Length.FromPoints(h.Value));
        }

        section.Log.Error(
            section.At("size"),
            $"The page size \"{text}\" is not known.",
            $"Write one of {string.Join(", ", Sizes.Select(s => s.Name))}, or width x height such as 210 mm x 280 mm.");
        return null;
    }
}
