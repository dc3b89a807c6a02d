using Publisher.Templates.Styles;

namespace Publisher.Editions.Docx;

/// <summary>Word's names of the styles: those that Word knows by themselves keep their own, so that its commands find them.</summary>
internal static class WordStyle
{
    public const string Normal = "Normal";
    public const string Emphasis = "Emphasis";
    public const string Strong = "Strong";
    public const string Strikethrough = "Strikethrough";
    public const string Superscript = "Superscript";
    public const string Subscript = "Subscript";
    public const string Hyperlink = "Hyperlink";
    public const string InlineCode = "CodeCharacter";
    public const string NoteReference = "FootnoteReference";
    public const string Table = "StatementTable";
    public const string ListContinue = "ListContinue";
    public const string AfterTable = "AfterTable";
    public const string Figure = "Figure";
    public const string Break = "ThematicBreak";

    /// <summary>Id and name of the paragraph style of a role; null for roles of characters.</summary>
    public static (string Id, string Name)? Paragraph(StyleRole role) => role switch
    {
        StyleRole.Body => ("BodyText", "Body Text"),
        StyleRole.BodyFollowing => ("BodyTextFollowing", "Body Text Following"),
        StyleRole.Lead => ("Lead", "Lead"),
        StyleRole.Kicker => ("Kicker", "Kicker"),
        StyleRole.Title => ("Title", "Title"),
        StyleRole.Subtitle => ("Subtitle", "Subtitle"),
        StyleRole.Byline => ("Byline", "Byline"),
        >= StyleRole.Heading1 and <= StyleRole.Heading6 => ($"Heading{role - StyleRole.Heading1 + 1}", $"heading {role - StyleRole.Heading1 + 1}"),
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

    /// <summary>Id of the style of a list's items.</summary>
    public static string List(bool ordered, int level) => (ordered ? "ListNumber" : "ListBullet") + (level == 0 ? "" : $"{Math.Min(level, 4) + 1}");

    /// <summary>Id of the style of a list item's further paragraphs.</summary>
    public static string Continue(int level) => ListContinue + (level == 0 ? "" : $"{Math.Min(level, 4) + 1}");
}
