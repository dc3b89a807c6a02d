namespace Publisher.Editions;

/// <summary>The formats that editions may have.</summary>
public static class EditionCatalog
{
    /// <summary>All formats, in the order help shows them.</summary>
    public static IReadOnlyList<IEdition> All { get; } =
    [
        new Pdf.PdfEdition(),
        new Docx.DocxEdition(),
        new Html.HtmlEdition(),
    ];

    /// <summary>The edition of a format; null if there is none.</summary>
    public static IEdition? For(string format) =>
        All.FirstOrDefault(edition => string.Equals(edition.Format, format, StringComparison.Ordinal));
}
