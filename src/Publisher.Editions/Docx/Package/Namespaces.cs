namespace Publisher.Editions.Docx.Package;

/// <summary>The namespaces of parts with text, as attributes of the root.</summary>
internal static class Namespaces
{
    /// <summary>With a space in front; those that old programs may ignore are named as such (ECMA-376-3, 10.1).</summary>
    public static ReadOnlySpan<byte> Text =>
        " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\" mc:Ignorable=\"w15\""u8;
}
