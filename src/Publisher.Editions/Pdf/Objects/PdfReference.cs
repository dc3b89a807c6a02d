namespace Publisher.Editions.Pdf.Objects;

/// <summary>An indirect object (ISO 32000-1, 7.3.10); generations are always 0.</summary>
/// <param name="Number">One-based.</param>
internal readonly record struct PdfReference(int Number);
