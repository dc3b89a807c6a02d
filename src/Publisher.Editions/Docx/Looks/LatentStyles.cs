using Publisher.Editions.Docx.Package;

namespace Publisher.Editions.Docx.Looks;

/// <summary>
/// What Word shows of the 376 styles it knows by itself before a document uses them (ECMA-376-1, 17.7.4.6): as in a document that Word
/// makes, so that its style gallery offers no more and no less.
/// </summary>
internal static class LatentStyles
{
    private const int Unused = 99;

    private static readonly string[] Accents = ["", " Accent 1", " Accent 2", " Accent 3", " Accent 4", " Accent 5", " Accent 6"];

    private static readonly string[] UntilUsed =
    [
        .. Numbered("index ", 1, 9), "Normal Indent", "footnote text", "annotation text", "header", "footer", "index heading", "table of figures",
        "envelope address", "envelope return", "footnote reference", "annotation reference", "line number", "page number",
        "endnote reference", "endnote text", "table of authorities", "macro", "toa heading", "List", "List Bullet", "List Number",
        .. Numbered("List ", 2, 5), .. Numbered("List Bullet ", 2, 5), .. Numbered("List Number ", 2, 5), "Closing", "Signature", "Body Text",
        "Body Text Indent", "List Continue", .. Numbered("List Continue ", 2, 5), "Message Header", "Salutation", "Date",
        "Body Text First Indent", "Body Text First Indent 2", "Note Heading", "Body Text 2", "Body Text 3", "Body Text Indent 2",
        "Body Text Indent 3", "Block Text", "Hyperlink", "FollowedHyperlink", "Document Map", "Plain Text", "E-mail Signature",
        "HTML Top of Form", "HTML Bottom of Form", "Normal (Web)", "HTML Acronym", "HTML Address", "HTML Cite", "HTML Code",
        "HTML Definition", "HTML Keyboard", "HTML Preformatted", "HTML Sample", "HTML Typewriter", "HTML Variable", "Normal Table",
        "annotation subject", "No List", .. Numbered("Outline List ", 1, 3), .. Numbered("Table Simple ", 1, 3),
        .. Numbered("Table Classic ", 1, 4), .. Numbered("Table Colorful ", 1, 3), .. Numbered("Table Columns ", 1, 5),
        .. Numbered("Table Grid ", 1, 8), .. Numbered("Table List ", 1, 8), .. Numbered("Table 3D effects ", 1, 3),
        "Table Contemporary", "Table Elegant", "Table Professional", "Table Subtle 1", "Table Subtle 2", .. Numbered("Table Web ", 1, 3),
        "Balloon Text", "Table Theme", "Mention", "Smart Hyperlink", "Hashtag", "Unresolved Mention", "Smart Link",
    ];

    private static readonly (string Name, int Priority)[] Quick =
    [
        ("Normal", 0), ("heading 1", 9), ("Title", 10), ("Subtitle", 11), ("Strong", 22), ("Emphasis", 20), ("No Spacing", 1),
        ("List Paragraph", 34), ("Quote", 29), ("Intense Quote", 30), ("Subtle Emphasis", 19), ("Intense Emphasis", 21),
        ("Subtle Reference", 31), ("Intense Reference", 32), ("Book Title", 33),
    ];

    private static readonly string[] Tables2007 =
    [
        "Light Shading", "Light List", "Light Grid", "Medium Shading 1", "Medium Shading 2", "Medium List 1", "Medium List 2",
        "Medium Grid 1", "Medium Grid 2", "Medium Grid 3", "Dark List", "Colorful Shading", "Colorful List", "Colorful Grid",
    ];

    private static readonly string[] Tables2013 = ["1 Light", "2", "3", "4", "5 Dark", "6 Colorful", "7 Colorful"];

    public static void Write(PartWriter xml)
    {
        xml.Markup("<w:latentStyles w:defLockedState=\"0\" w:defUIPriority=\"99\" w:defSemiHidden=\"0\" w:defUnhideWhenUsed=\"0\" w:defQFormat=\"0\" w:count=\"376\">"u8);
        foreach (var (name, priority) in Quick)
        {
            Write(xml, name, priority, isHidden: false, returns: false, isQuick: true);
        }

        foreach (var heading in Numbered("heading ", 2, 9))
        {
            Write(xml, heading, 9, isHidden: true, returns: true, isQuick: true);
        }

        foreach (var entry in Numbered("toc ", 1, 9))
        {
            Write(xml, entry, 39, isHidden: true, returns: true, isQuick: false);
        }

        Write(xml, "caption", 35, isHidden: true, returns: true, isQuick: true);
        Write(xml, "Default Paragraph Font", 1, isHidden: true, returns: true, isQuick: false);
        Write(xml, "Bibliography", 37, isHidden: true, returns: true, isQuick: false);
        Write(xml, "TOC Heading", 39, isHidden: true, returns: true, isQuick: true);
        Write(xml, "Placeholder Text", Unused, isHidden: true, returns: false, isQuick: false);
        Write(xml, "Revision", Unused, isHidden: true, returns: false, isQuick: false);
        foreach (var name in UntilUsed)
        {
            Write(xml, name, Unused, isHidden: true, returns: true, isQuick: false);
        }

        WriteTables(xml);
        xml.Markup("</w:latentStyles>"u8);
    }

    private static void WriteTables(PartWriter xml)
    {
        Table(xml, "Table Grid", 39);
        Table(xml, "Grid Table Light", 40);
        for (var i = 1; i <= 5; i++)
        {
            Table(xml, $"Plain Table {i}", 40 + i);
        }

        foreach (var accent in Accents)
        {
            for (var i = 0; i < Tables2007.Length; i++)
            {
                Table(xml, Tables2007[i] + accent, 60 + i);
            }

            for (var i = 0; i < Tables2013.Length; i++)
            {
                Table(xml, $"Grid Table {Tables2013[i]}{accent}", 46 + i);
                Table(xml, $"List Table {Tables2013[i]}{accent}", 46 + i);
            }
        }
    }

    private static void Table(PartWriter xml, string name, int priority) => Write(xml, name, priority, isHidden: false, returns: false, isQuick: false);

    private static void Write(PartWriter xml, string name, int priority, bool isHidden, bool returns, bool isQuick)
    {
        xml.Markup("<w:lsdException"u8).Attribute("w:name"u8, name);
        xml.Markup(isHidden ? " w:semiHidden=\"1\""u8 : default);
        if (priority != Unused)
        {
            xml.Attribute("w:uiPriority"u8, priority);
        }

        xml.Markup(returns ? " w:unhideWhenUsed=\"1\""u8 : default).Markup(isQuick ? " w:qFormat=\"1\"/>"u8 : "/>"u8);
    }

    private static string[] Numbered(string name, int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(number => $"{name}{number}").ToArray();
}
