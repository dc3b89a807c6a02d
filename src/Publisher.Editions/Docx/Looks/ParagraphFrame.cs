using Publisher.Editions.Docx.Package;
using Publisher.Templates;
using Publisher.Templates.Pages;

namespace Publisher.Editions.Docx.Looks;

/// <summary>A frame at a fixed place, counted from the upper left corner of the sheet (ECMA-376-1, 17.3.1.11).</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height; what needs more gets it.</param>
internal sealed record ParagraphFrame(Length X, Length Y, Length Width, Length Height)
{
    /// <summary>
    /// The frame of a letter's address; null in a form that has no place for it. It reaches from the margin to where the text begins, so
    /// that no text stands above the address.
    /// </summary>
    public static ParagraphFrame? OfAddress(PageSetup page)
    {
        if (page.AddressField is not { } form)
        {
            return null;
        }

        var top = page.MarginTop < form.FieldTop ? page.MarginTop : form.FieldTop;
        return new ParagraphFrame(
            LetterForm.FieldLeft + LetterForm.Indent, top, LetterForm.FieldWidth - LetterForm.Indent, form.FieldTop + LetterForm.FieldHeight + LetterForm.Gap - top);
    }

    /// <summary>
    /// Writes it as a property of a paragraph; what touches with the same frame stands in one. It stands at the paragraphs, not in their
    /// style: LibreOffice takes no frame from a style, and set the address into the text.
    /// </summary>
    public void Write(PartWriter xml) => xml.Markup("<w:framePr"u8).Attribute("w:w"u8, Width.Twips).Attribute("w:h"u8, Height.Twips)
        .Markup(" w:hRule=\"atLeast\" w:wrap=\"notBeside\" w:vAnchor=\"page\" w:hAnchor=\"page\""u8)
        .Attribute("w:x"u8, X.Twips).Attribute("w:y"u8, Y.Twips).Markup("/>"u8);
}
