using DocumentFormat.OpenXml;
using Publisher.Model;
using Publisher.Model.Inlines;
using Publisher.Templates.Labels;
using Publisher.Templates.Styles;
using Publisher.Templates.Surroundings;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Publisher.Editions.Docx;

/// <summary>
/// The Word edition (ECMA-376, transitional). The parts in order: text and notes, headers and footers, then styles, lists, settings and
/// properties, for those depend on what the text used.
/// </summary>
public sealed class DocxEdition : IEdition
{
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string WordMl = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <inheritdoc/>
    public string Format => "docx";

    /// <inheritdoc/>
    public string Extension => ".docx";

    /// <inheritdoc/>
    public string MediaType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <inheritdoc/>
    public Rendering Render(EditionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var styles = request.Template.Styles;
        var language = request.Document.Metadata.Language;
        var locale = request.Template.LocaleFor(language);
        var surround = request.Template.SurroundFor(request.Document, request.Edition);
        var shared = new SharedParts(new NumberingPart(styles[StyleRole.ListItem]));
        PartContext Part() => new(request, locale, shared);

        var main = Part();
        var numbers = new NoteNumbers(request.Document);
        var body = Body(main, surround, numbers);
        var notesPart = Part();
        var notes = NotesPart.Write(notesPart, request.Document);

        var package = new DocxPackage();
        var furniture = new List<Relationship>
        {
            new("rId1", Relation + "styles", "styles.xml"),
            new("rId2", Relation + "numbering", "numbering.xml"),
            new("rId3", Relation + "settings", "settings.xml"),
            new("rId4", Relation + "footnotes", "footnotes.xml"),
            new("rId5", Relation + "theme", "theme/theme1.xml"),
            new("rId6", Relation + "fontTable", "fontTable.xml"),
        };
        var section = new W.SectionProperties();
        foreach (var (id, name, element, reference, context) in Furniture(surround, Part))
        {
            furniture.Add(new Relationship(id, Relation + (reference is W.HeaderReference ? "header" : "footer"), name));
            section.Append(reference);
            package.Add("word/" + name, WordMl + (reference is W.HeaderReference ? "header+xml" : "footer+xml"), element, context.Relationships);
        }

        body.Append(Section(section, request.Edition.Page));
        package.Add("word/document.xml", WordMl + "document.main+xml", new W.Document(body), [.. furniture, .. main.Relationships]);
        package.Add("word/footnotes.xml", WordMl + "footnotes+xml", notes, notesPart.Relationships);
        package.Add("word/styles.xml", WordMl + "styles+xml", StylesPart.Write(styles, language, request.Edition.Page));
        package.Add("word/numbering.xml", WordMl + "numbering+xml", shared.Numbering.Write());
        package.Add("word/settings.xml", WordMl + "settings+xml", SettingsPart.Write(language));
        package.Add("word/fontTable.xml", WordMl + "fontTable+xml", FontTablePart.Write(styles));
        package.Add("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", ThemePart.Write(request.Template));
        foreach (var (name, mediaType, content) in shared.Images)
        {
            package.Add("word/" + name, mediaType, content);
        }

        package.Add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", PropertiesPart.Core(request));
        package.Add("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", PropertiesPart.Extended());
        var bytes = package.ToBytes(
            new Relationship("rId1", Relation + "officeDocument", "word/document.xml"),
            new Relationship("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
            new Relationship("rId3", Relation + "extended-properties", "docProps/app.xml"));
        return new Rendering(bytes, shared.Diagnostics.ToValueList());
    }

    private static W.Body Body(PartContext context, Surround surround, NoteNumbers numbers)
    {
        var body = new W.Body();
        var document = context.Request.Document;
        var title = surround.TitleBlock;
        new BodyWriter(context, body, numbers.Next, StyleRole.Kicker).Write(title.Before);
        var text = new BodyWriter(context, body, numbers.Next);
        if (!title.Title.IsEmpty)
        {
            text.Line(StyleRole.Title, title.Title);
        }

        if (!title.Subtitle.IsEmpty)
        {
            text.Line(StyleRole.Subtitle, title.Subtitle);
        }

        new BodyWriter(context, body, numbers.Next, StyleRole.Byline).Write(title.After);
        text.Write(document.Blocks);
        if (!document.LinkReferences.IsEmpty)
        {
            text.Line(StyleRole.ApparatusHeading, [new Text(context.Locale[Label.LinkReferences])]);
            foreach (var reference in document.LinkReferences)
            {
                text.Line(StyleRole.LinkReference, LineOf(reference, context.Locale));
            }
        }

        new BodyWriter(context, body, numbers.Next, StyleRole.Closing).Write(surround.Closing);
        return body;
    }

    private static ValueList<Inline> LineOf(LinkReference reference, Locale locale)
    {
        ValueList<Inline> line = [new Link(reference.Target, [new Text(reference.Target)])];
        return reference.Page == 0 ? line : line.Add(new Text($" {locale.Format(Label.LinkReferencePage, reference.Page)}"));
    }

    private static IEnumerable<(string Id, string Name, OpenXmlElement Element, OpenXmlElement Reference, PartContext Context)> Furniture(
        Surround surround, Func<PartContext> part)
    {
        var first = part();
        var header = new W.Header();
        if (first.Request.Template.Brand.Logo is { } logo && PictureWriter.Inline(first, logo) is { } picture)
        {
            header.Append(new W.Paragraph(new W.ParagraphProperties(new W.ParagraphStyleId { Val = WordStyle.IdOf(StyleRole.Letterhead) }), new W.Run(picture)));
        }

        new BodyWriter(first, header, NoteNumbers.None, StyleRole.Letterhead).Write(surround.Letterhead);
        Lines(first, header, StyleRole.Header, surround.FirstHeader);
        yield return ("rId11", "header1.xml", header, new W.HeaderReference { Type = W.HeaderFooterValues.First, Id = "rId11" }, first);

        var following = part();
        var second = new W.Header();
        Lines(following, second, StyleRole.Header, surround.Header);
        yield return ("rId12", "header2.xml", second, new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = "rId12" }, following);

        var firstFoot = part();
        var foot = new W.Footer();
        Lines(firstFoot, foot, StyleRole.Footer, surround.FirstFooter);
        yield return ("rId13", "footer1.xml", foot, new W.FooterReference { Type = W.HeaderFooterValues.First, Id = "rId13" }, firstFoot);

        var followingFoot = part();
        var secondFoot = new W.Footer();
        Lines(followingFoot, secondFoot, StyleRole.Footer, surround.Footer);
        yield return ("rId14", "footer2.xml", secondFoot, new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = "rId14" }, followingFoot);
    }

    /// <summary>Running lines: the parts at the margins and in the middle stand at the tab stops of their style.</summary>
    private static void Lines(PartContext context, OpenXmlCompositeElement target, StyleRole role, ValueList<RunningLine> lines)
    {
        foreach (var line in lines)
        {
            var paragraph = new W.Paragraph(new W.ParagraphProperties(new W.ParagraphStyleId { Val = WordStyle.IdOf(role) }));
            InlineWriter.Write(context, paragraph, line.Start, NoteNumbers.None);
            if (!line.Center.IsEmpty || !line.End.IsEmpty)
            {
                paragraph.Append(new W.Run(new W.TabChar()));
                InlineWriter.Write(context, paragraph, line.Center, NoteNumbers.None);
            }

            if (!line.End.IsEmpty)
            {
                paragraph.Append(new W.Run(new W.TabChar()));
                InlineWriter.Write(context, paragraph, line.End, NoteNumbers.None);
            }

            target.Append(paragraph);
        }

        // A header without a paragraph is not valid.
        if (!target.HasChildren)
        {
            target.Append(new W.Paragraph(new W.ParagraphProperties(new W.ParagraphStyleId { Val = WordStyle.IdOf(role) })));
        }
    }

    private static W.SectionProperties Section(W.SectionProperties section, Templates.Pages.PageSetup page)
    {
        section.Append(
            new W.PageSize { Width = (uint)page.Width.Twips, Height = (uint)page.Height.Twips },
            new W.PageMargin
            {
                Top = page.MarginTop.Twips,
                Bottom = page.MarginBottom.Twips,
                Left = (uint)page.MarginLeft.Twips,
                Right = (uint)page.MarginRight.Twips,
                Header = (uint)page.HeaderDistance.Twips,
                Footer = (uint)page.FooterDistance.Twips,
                Gutter = 0,
            },
            new W.Columns { ColumnCount = (short)page.Columns, Space = $"{page.ColumnGap.Twips}" },
            new W.TitlePage());
        return section;
    }
}
