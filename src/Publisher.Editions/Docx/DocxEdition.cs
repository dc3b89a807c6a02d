using Publisher.Editions.Docx.Flow;
using Publisher.Editions.Docx.Looks;
using Publisher.Editions.Docx.Package;
using Publisher.Model;
using Publisher.Templates.Styles;
using Publisher.Templates.Surroundings;

namespace Publisher.Editions.Docx;

/// <summary>
/// The Word edition (ECMA-376, transitional); docs/docx.md lists what becomes of what. The parts in order: text and notes, headers and
/// footers, then styles, lists, settings and properties, for those depend on what the text used.
/// </summary>
public sealed class DocxEdition : IEdition
{
    private const string WordMl = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private readonly FontShelf _fonts = new();
    private readonly StyleShelf _styles = new();

    /// <inheritdoc/>
    public string Format => "docx";

    /// <inheritdoc/>
    public string Extension => ".docx";

    /// <inheritdoc/>
    public string MediaType => WordMl[..^1] + ".document";

    /// <inheritdoc/>
    public Rendering Render(EditionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var file = new FileContext(request);
        var surround = request.Template.SurroundFor(request.Document, request.Edition);
        var package = new DocxPackage();
        var relationships = new List<Relationship>();
        void Add(string name, string type, string mediaType, PartContent content, params IReadOnlyCollection<Relationship> own)
        {
            relationships.Add(new Relationship($"rId{relationships.Count + 1}", Relationship.Office + type, name));
            package.Add("word/" + name, WordMl + mediaType + "+xml", content, own);
        }

        // The headers' ids stand in the text's last section: they come first.
        AddFurniture(file, surround, Add);
        using var main = new PartContext(file) { IsStatement = true, HoldsNoteMarks = true };
        var document = DocumentPart.Write(main, surround);
        using var notes = new PartContext(file) { IsStatement = true };
        var footnotes = FootnotesPart.Write(notes);
        Add("footnotes.xml", "footnotes", "footnotes", footnotes, notes.Relationships);
        if (!file.Comments.IsEmpty)
        {
            Add("comments.xml", "comments", "comments", file.Comments.Write(file.Revisions.Date));
        }

        AddLooks(file, surround, package, Add);
        package.Add("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", ThemePart.Write(request.Template.Brand, BodyFont(request), HeadingFont(request)));
        relationships.Add(new Relationship("rIdTheme", Relationship.Office + "theme", "theme/theme1.xml"));
        relationships.Add(new Relationship("rIdData", Relationship.Office + "customXml", "../customXml/item1.xml"));
        package.Add("word/document.xml", WordMl + "document.main+xml", document, [.. relationships, .. main.Relationships]);
        package.Add("customXml/item1.xml", null, MetadataPart.Write(file), new Relationship("rId1", Relationship.Office + "customXmlProps", "itemProps1.xml"));
        package.Add("customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml", MetadataPart.Properties());
        package.Add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", PropertiesPart.Core(request));
        package.Add("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", PropertiesPart.Extended(request.Document.Metadata.Organisation));
        foreach (var (name, content) in file.Pictures)
        {
            package.Add("word/" + name, null, content);
        }

        return new Rendering(
            package.ToBytes(
                new Relationship("rId1", Relationship.Office + "officeDocument", "word/document.xml"),
                new Relationship("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
                new Relationship("rId3", Relationship.Office + "extended-properties", "docProps/app.xml")),
            file.Diagnostics.ToValueList());
    }

    private static string BodyFont(EditionRequest request) => request.Template.Styles[StyleRole.Body].FontFamily;

    private static string HeadingFont(EditionRequest request) => request.Template.Styles[StyleRole.Heading1].FontFamily;

    private static void AddFurniture(FileContext file, Surround surround, AddPart add)
    {
        var watermark = file.Locale.WatermarkOf(file.Request.Edition);
        var (first, firstRelations) = FurniturePart.Header(file, surround, surround.FirstHeader, watermark);
        add("header1.xml", "header", "header", first, firstRelations);
        var (header, headerRelations) = FurniturePart.Header(file, null, surround.Header, watermark);
        add("header2.xml", "header", "header", header, headerRelations);
        var (firstFoot, firstFootRelations) = FurniturePart.Footer(file, surround.FirstFooter);
        add("footer1.xml", "footer", "footer", firstFoot, firstFootRelations);
        var (foot, footRelations) = FurniturePart.Footer(file, surround.Footer);
        add("footer2.xml", "footer", "footer", foot, footRelations);
    }

    private void AddLooks(FileContext file, Surround surround, DocxPackage package, AddPart add)
    {
        var request = file.Request;
        var theme = new ThemePlaces(request.Template.Brand.Palette, BodyFont(request), HeadingFont(request));
        var logo = request.Template.Brand.Logo is null || surround.Letterhead.IsEmpty ? (LogoPlacement?)null : surround.LogoPlacement;
        add("styles.xml", "styles", "styles", _styles.Find(file, theme, logo));
        add("numbering.xml", "numbering", "numbering", file.Numbering.Write(request.Template.Styles[StyleRole.ListItem].IndentStart));
        var families = Enum.GetValues<StyleRole>().Select(role => request.Template.Styles[role].FontFamily).Distinct(StringComparer.Ordinal).ToArray();
        var embedded = request.Edition.EmbedFonts ? _fonts.Find(file, WordFace.Of(file)) : [];
        add("settings.xml", "settings", "settings", SettingsPart.Write(file.Language, embedded.Count > 0));
        add(
            "fontTable.xml", "fontTable", "fontTable", FontTablePart.Write(families, embedded),
            [.. embedded.Select((_, index) => new Relationship($"rId{index + 1}", Relationship.Office + "font", $"fonts/font{index + 1}.odttf"))]);
        for (var i = 0; i < embedded.Count; i++)
        {
            package.Add($"word/fonts/font{i + 1}.odttf", null, embedded[i].Font.Content);
        }
    }

    /// <summary>Adds a part of the main part's folder with a relationship to it.</summary>
    private delegate void AddPart(string name, string type, string mediaType, PartContent content, params IReadOnlyCollection<Relationship> own);
}
