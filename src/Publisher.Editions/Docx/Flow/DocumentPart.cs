using Publisher.Editions.Docx.Looks;
using Publisher.Editions.Docx.Package;
using Publisher.Model;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Templates;
using Publisher.Templates.Labels;
using Publisher.Templates.Styles;
using Publisher.Templates.Surroundings;

namespace Publisher.Editions.Docx.Flow;

/// <summary>The main part: title block, contents, statement, notes without a mark, link references, closing, section.</summary>
internal sealed class DocumentPart
{
    // As often as the eye needs a number to count from.
    private const int CountedLines = 5;

    private readonly PartContext _part;
    private readonly FileContext _file;
    private readonly PartWriter _xml;

    private DocumentPart(PartContext part) => (_part, _file, _xml) = (part, part.File, part.Xml);

    /// <summary>Writes the part. The relationships <c>rId1</c> to <c>rId4</c> lead to the headers and footers.</summary>
    public static PartContent Write(PartContext part, Surround surround)
    {
        var main = new DocumentPart(part);
        part.Xml.Markup("<w:document"u8).Markup(Namespaces.Text).Markup("><w:body>"u8);
        main.TitleBlock(surround);
        var page = part.File.Request.Edition.Page;
        if (page.Columns > 1)
        {
            // The title spans the columns.
            part.Xml.Markup("<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/>"u8);
            main.Section(part.File.Request.Edition, columns: 1, isContinued: false);
            part.Xml.Markup("</w:pPr></w:p>"u8);
        }

        main.Text(surround);
        main.Apparatus();
        new BodyWriter(part).WriteFurniture(surround.Closing, WordStyle.IdOf(StyleRole.Closing), WordStyle.ClosingFollowing);
        main.Section(part.File.Request.Edition, Math.Max(1, page.Columns), isContinued: page.Columns > 1);
        return part.Xml.Markup("</w:body></w:document>"u8).End();
    }

    private void TitleBlock(Surround surround)
    {
        var body = new BodyWriter(_part);
        if (!surround.AddressField.IsEmpty)
        {
            body.InFrame(AddressFrame(body, surround), () => body.WriteFurniture(surround.AddressField, WordStyle.AddressField));
        }

        var title = surround.TitleBlock;
        body.WriteFurniture(title.Before, WordStyle.IdOf(StyleRole.Kicker));
        if (!title.Title.IsEmpty)
        {
            body.Line(WordStyle.IdOf(StyleRole.Title), title.Title, Annotations.Title);
        }

        if (!title.Subtitle.IsEmpty)
        {
            body.Line(WordStyle.IdOf(StyleRole.Subtitle), title.Subtitle, Annotations.Subtitle);
        }

        body.WriteFurniture(title.After, WordStyle.IdOf(StyleRole.Byline));
    }

    /// <summary>The frame of the address, begun with the return line; null where a letter has no place for it.</summary>
    private ParagraphFrame? AddressFrame(BodyWriter body, Surround surround)
    {
        var frame = ParagraphFrame.OfAddress(_file.Request.Edition.Page);
        if (frame is not null)
        {
            // Empty or not, it brings the address to its height.
            body.InFrame(frame, () => body.Line(WordStyle.ReturnLine, surround.ReturnLine));
        }

        return frame;
    }

    private void Text(Surround surround)
    {
        var address = OwnAddress(surround);
        var entries = _file.Request.Edition.Contents ? new ContentsEntries(_file.Request) : null;
        if (entries is { IsEmpty: false })
        {
            Contents(entries);
        }

        var body = new BodyWriter(_part, style: null, entries);
        var blocks = _file.Request.Document.Blocks;
        body.Write(blocks.Skip(address).ToValueList());
        body.WriteLast();
    }

    /// <summary>
    /// The address that the text begins with, in the frame of a letter's address: it is read where the statement says it and seen where
    /// the envelope's window is.
    /// </summary>
    /// <returns>How many blocks it took.</returns>
    private int OwnAddress(Surround surround)
    {
        var count = _file.Request.Edition.Page.AddressField is null ? 0 : LetterAddress.LeadingBlocks(_file.Request.Document);
        if (count == 0)
        {
            return 0;
        }

        var body = new BodyWriter(_part);

        // With an address of the facts as well, the field has its return line already.
        var frame = surround.AddressField.IsEmpty ? AddressFrame(body, surround) : ParagraphFrame.OfAddress(_file.Request.Edition.Page);
        body.InFrame(frame, () => body.Write(_file.Request.Document.Blocks.Take(count).ToValueList()));
        return count;
    }

    /// <summary>
    /// The contents as Word's own command makes them (17.16.5.68), with the entries, so that they show without a question. In a frame
    /// that lets the editor update them with a click.
    /// </summary>
    private void Contents(ContentsEntries entries)
    {
        _xml.Markup("<w:sdt><w:sdtPr><w:id"u8).Attribute("w:val"u8, _file.NextId())
            .Markup("/><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"u8);
        var body = new BodyWriter(_part);
        body.Line(WordStyle.ContentsHeading, [new Text(_file.Locale[Label.Contents])]);
        var properties = _file.Looks.Plain(_file.Language).Properties;
        var isFirst = true;
        var open = false;
        foreach (var (heading, bookmark, page) in entries.All)
        {
            if (open)
            {
                _xml.Markup("</w:p>"u8);
            }

            open = true;
            _xml.Markup("<w:p><w:pPr><w:pStyle"u8).Attribute("w:val"u8, $"TOC{heading.Level}").Markup("/></w:pPr>"u8);
            if (isFirst)
            {
                FieldMark(properties, "begin"u8);
                Instruction(properties, $" TOC \\o \"1-{WordStyle.ContentsLevels}\" \\h \\z \\u ");
                FieldMark(properties, "separate"u8);
                isFirst = false;
            }

            _xml.Markup("<w:hyperlink"u8).Attribute("w:anchor"u8, bookmark).Markup(" w:history=\"1\">"u8);
            Run(properties, PlainText.Of(heading.Content));
            _xml.Markup("<w:r>"u8).Markup(properties).Markup("<w:tab/></w:r>"u8);
            FieldMark(properties, "begin"u8);
            Instruction(properties, $" PAGEREF {bookmark} \\h ");
            FieldMark(properties, "separate"u8);
            Run(properties, $"{page}");
            FieldMark(properties, "end"u8);
            _xml.Markup("</w:hyperlink>"u8);
        }

        FieldMark(properties, "end"u8);
        _xml.Markup("</w:p></w:sdtContent></w:sdt>"u8);
    }

    private void FieldMark(ReadOnlySpan<byte> properties, ReadOnlySpan<byte> type) => _xml
        .Markup("<w:r>"u8).Markup(properties).Markup("<w:fldChar w:fldCharType=\""u8).Markup(type).Markup("\"/></w:r>"u8);

    private void Instruction(ReadOnlySpan<byte> properties, string instruction) => _xml
        .Markup("<w:r>"u8).Markup(properties).Markup("<w:instrText xml:space=\"preserve\">"u8).Text(instruction).Markup("</w:instrText></w:r>"u8);

    private void Run(ReadOnlySpan<byte> properties, string text) => _xml
        .Markup("<w:r>"u8).Markup(properties).Markup("<w:t xml:space=\"preserve\">"u8).Text(text).Markup("</w:t></w:r>"u8);

    private void Apparatus()
    {
        var document = _file.Request.Document;
        var body = new BodyWriter(_part);
        if (_file.Notes.Unmarked.Any())
        {
            body.WriteMarks(_file.Locale[Label.Footnotes], _file.Notes.Unmarked);
        }

        if (document.LinkReferences.IsEmpty)
        {
            return;
        }

        body.Line(WordStyle.IdOf(StyleRole.ApparatusHeading), [new Text(_file.Locale[Label.LinkReferences])]);
        foreach (var reference in document.LinkReferences)
        {
            body.Line(WordStyle.IdOf(StyleRole.LinkReference), LineOf(reference, _file.Locale));
        }
    }

    private static ValueList<Inline> LineOf(LinkReference reference, Locale locale)
    {
        var target = reference.Target.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + reference.Target : reference.Target;
        ValueList<Inline> line = Uri.IsWellFormedUriString(target, UriKind.Absolute)
            ? [new Link(target, [new Text(reference.Target)])]
            : [new Text(reference.Target)];
        return reference.Page == 0 ? line : line.Add(new Text($" {locale.Format(Label.LinkReferencePage, reference.Page)}"));
    }

    /// <summary>The section (17.6), in the order of CT_SectPr.</summary>
    private void Section(EditionSpec edition, int columns, bool isContinued)
    {
        var page = edition.Page;
        _xml.Markup("<w:sectPr><w:headerReference w:type=\"first\" r:id=\"rId1\"/><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:footerReference w:type=\"first\" r:id=\"rId3\"/><w:footerReference w:type=\"default\" r:id=\"rId4\"/>"u8)
            .Markup(isContinued ? "<w:type w:val=\"continuous\"/>"u8 : default).Markup("<w:pgSz"u8)
            .Attribute("w:w"u8, page.Width.Twips).Attribute("w:h"u8, page.Height.Twips).Attribute("w:orient"u8, page.Width > page.Height ? "landscape" : null)
            .Markup("/><w:pgMar"u8).Attribute("w:top"u8, page.MarginTop.Twips).Attribute("w:right"u8, page.MarginRight.Twips)
            .Attribute("w:bottom"u8, page.MarginBottom.Twips).Attribute("w:left"u8, page.MarginLeft.Twips)
            .Attribute("w:header"u8, page.HeaderDistance.Twips).Attribute("w:footer"u8, page.FooterDistance.Twips).Markup(" w:gutter=\"0\"/>"u8);
        if (edition.LineNumbers)
        {
            _xml.Markup("<w:lnNumType"u8).Attribute("w:countBy"u8, CountedLines).Markup(" w:restart=\"continuous\"/>"u8);
        }

        _xml.Markup("<w:cols"u8).Attribute("w:num"u8, columns).Attribute("w:space"u8, page.ColumnGap.Twips).Markup("/><w:titlePg/>"u8);
        if (page.BaselineGrid is { } grid)
        {
            _xml.Markup("<w:docGrid w:type=\"lines\""u8).Attribute("w:linePitch"u8, grid.Twips).Markup("/>"u8);
        }

        _xml.Markup("</w:sectPr>"u8);
    }
}
