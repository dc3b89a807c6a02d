using Publisher.Templates.Styles;

namespace Publisher.Editions.Docx.Looks;

/// <summary>Word's names of the styles: those that Word knows by themselves keep their own, so that its commands find them.</summary>
internal static class WordStyle
{
    public const string Normal = "Normal";
    public const string BodyText = "BodyText";
    public const string NoteReference = "FootnoteReference";
    public const string Table = "StatementTable";
    public const string LetterheadTable = "LetterheadTable";
    public const string LetterheadText = "LetterheadText";
    public const string ListContinue = "ListContinue";
    public const string AfterTable = "AfterTable";
    public const string Figure = "Figure";
    public const string TableCaption = "TableCaption";
    public const string TableRowHeader = "TableRowHeader";
    public const string ThematicBreak = "ThematicBreak";
    public const string PageBreak = "PageBreak";
    public const string RemovedText = "RemovedText";
    public const string AddressField = "AddressField";
    public const string ReturnLine = "ReturnLine";
    public const string ClosingFollowing = "ImprintFollowing";
    public const string Watermark = "Watermark";
    public const string ContentsHeading = "TOCHeading";
    public const string CommentText = "CommentText";
    public const string CommentReference = "CommentReference";
    public const string LineNumber = "LineNumber";
    public const string CodePrefix = "Code ";

    /// <summary>How many styles Word has for each kind of list.</summary>
    public const int ListStyles = 5;

    /// <summary>How many levels of the contents have a style.</summary>
    public const int ContentsLevels = 3;

    /// <summary>Id and name of the paragraph style of a role; null for roles of characters.</summary>
    public static (string Id, string Name)? Paragraph(StyleRole role) => role switch
    {
        StyleRole.Body => (BodyText, "Body Text"),
        StyleRole.BodyFollowing => ("BodyTextFollowing", "Body Text Following"),
        StyleRole.Lead => ("Lead", "Lead"),
        StyleRole.Kicker => ("Kicker", "Kicker"),
        StyleRole.Title => ("Title", "Title"),
        StyleRole.Subtitle => ("Subtitle", "Subtitle"),
        StyleRole.Byline => ("Byline", "Byline"),
        StyleRole.Heading1 => ("Heading1", "heading 1"),
        StyleRole.Heading2 => ("Heading2", "heading 2"),
        StyleRole.Heading3 => ("Heading3", "heading 3"),
        StyleRole.Heading4 => ("Heading4", "heading 4"),
        StyleRole.Heading5 => ("Heading5", "heading 5"),
        StyleRole.Heading6 => ("Heading6", "heading 6"),
        StyleRole.ListItem => (ListContinue, "List Continue"),
        StyleRole.Quote => ("Quote", "Quote"),
        StyleRole.Attribution => ("Attribution", "Attribution"),
        StyleRole.Caption => ("Caption", "caption"),
        StyleRole.TableHeader => ("TableHeader", "Table Header"),
        StyleRole.TableCell => ("TableCell", "Table Cell"),
        StyleRole.CodeBlock => ("Code", "Code"),
        StyleRole.Footnote => ("FootnoteText", "footnote text"),
        StyleRole.LinkReference => ("LinkReference", "Link Reference"),
        StyleRole.Dateline => ("Date", "Date"),
        StyleRole.Addressee => ("Addressee", "Addressee"),
        StyleRole.Salutation => ("Salutation", "Salutation"),
        StyleRole.Valediction => ("Closing", "Closing"),
        StyleRole.Signature => ("Signature", "Signature"),
        StyleRole.Contact => ("Contact", "Contact"),
        StyleRole.Letterhead => ("Letterhead", "Letterhead"),
        StyleRole.Header => ("Header", "header"),
        StyleRole.Footer => ("Footer", "footer"),
        StyleRole.Closing => ("Imprint", "Imprint"),
        StyleRole.ApparatusHeading => ("ApparatusHeading", "Apparatus Heading"),
        StyleRole.ContentsEntry => ("TOC1", "toc 1"),
        _ => null,
    };

    /// <summary>Id of the paragraph style of a role.</summary>
    public static string IdOf(StyleRole role) => Paragraph(role)?.Id ?? Normal;

    /// <summary>Id of the style of a running line that has a part in the middle.</summary>
    public static string WithCenter(StyleRole role) => IdOf(role) + "Center";

    /// <summary>Id of the style of a list's items.</summary>
    /// <param name="ordered">True for a list with numbers.</param>
    /// <param name="level">From 0.</param>
    public static string List(bool ordered, int level) => ordered
        ? level switch { 0 => "ListNumber", 1 => "ListNumber2", 2 => "ListNumber3", 3 => "ListNumber4", _ => "ListNumber5" }
        : level switch { 0 => "ListBullet", 1 => "ListBullet2", 2 => "ListBullet3", 3 => "ListBullet4", _ => "ListBullet5" };

    /// <summary>Id of the style of a list item's further paragraphs.</summary>
    /// <param name="level">From 0.</param>
    public static string Continue(int level) =>
        level switch { 0 => ListContinue, 1 => "ListContinue2", 2 => "ListContinue3", 3 => "ListContinue4", _ => "ListContinue5" };
}
