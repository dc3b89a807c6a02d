using Publisher.Editions.Docx.Looks;
using Publisher.Editions.Docx.Package;
using Publisher.Model;
using Publisher.Templates.Brands;
using Publisher.Templates.Styles;
using Publisher.Templates.Surroundings;

namespace Publisher.Editions.Docx.Flow;

/// <summary>Headers and footers (ECMA-376-1, 17.10): the letterhead on the first page, running lines, the watermark behind the text.</summary>
internal sealed class FurniturePart : IDisposable
{
    private readonly PartContext _part;
    private bool _isEmpty = true;

    private FurniturePart(FileContext file) => _part = new PartContext(file);

    /// <summary>A header.</summary>
    /// <param name="file">The file.</param>
    /// <param name="letterhead">The first page's letterhead; null on other pages.</param>
    /// <param name="lines">Its running lines.</param>
    /// <param name="watermark">What stands behind the text; null for nothing.</param>
    public static (PartContent Content, IReadOnlyList<Relationship> Relationships) Header(
        FileContext file, Surround? letterhead, ValueList<RunningLine> lines, string? watermark)
    {
        using var furniture = new FurniturePart(file);
        furniture.Open("<w:hdr"u8);
        if (watermark is not null)
        {
            furniture.Watermark(watermark);
        }

        furniture.Lines(lines, StyleRole.Header);
        if (letterhead is not null)
        {
            furniture.Letterhead(letterhead, file.Request.Template.Brand.Logo);
        }

        return furniture.Close("</w:hdr>"u8, StyleRole.Header);
    }

    /// <summary>A footer.</summary>
    public static (PartContent Content, IReadOnlyList<Relationship> Relationships) Footer(FileContext file, ValueList<RunningLine> lines)
    {
        using var furniture = new FurniturePart(file);
        furniture.Open("<w:ftr"u8);
        furniture.Lines(lines, StyleRole.Footer);
        return furniture.Close("</w:ftr>"u8, StyleRole.Footer);
    }

    /// <inheritdoc/>
    public void Dispose() => _part.Dispose();

    private void Open(ReadOnlySpan<byte> element) =>
        _part.Xml.Markup(element).Markup(Namespaces.Text).Markup(" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\">"u8);

    private (PartContent Content, IReadOnlyList<Relationship> Relationships) Close(ReadOnlySpan<byte> element, StyleRole role)
    {
        // A header without a paragraph is not valid.
        if (_isEmpty)
        {
            new BodyWriter(_part).Line(WordStyle.IdOf(role), default);
        }

        return (_part.Xml.Markup(element).End(), _part.Relationships);
    }

    private void Letterhead(Surround surround, Logo? logo)
    {
        var body = new BodyWriter(_part);
        var style = WordStyle.IdOf(StyleRole.Letterhead);
        if (logo is null || surround.Letterhead.IsEmpty || surround.LogoPlacement == LogoPlacement.Above)
        {
            if (logo is not null)
            {
                LogoLine(style, logo, AlignmentOf(surround));
            }

            body.WriteFurniture(surround.Letterhead, style);
            _isEmpty &= surround.Letterhead.IsEmpty && logo is null;
            return;
        }

        var total = _part.File.Request.Edition.Page.TextWidth.Twips;
        var logoWidth = Math.Min((logo.Height * logo.AspectRatio).Twips, total / 2);
        var isFirst = surround.LogoPlacement == LogoPlacement.Start;
        _part.Xml.Markup("<w:tbl><w:tblPr><w:tblStyle w:val=\"LetterheadTable\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0000\"/></w:tblPr><w:tblGrid>"u8);
        Column(isFirst ? logoWidth : total - logoWidth);
        Column(isFirst ? total - logoWidth : logoWidth);
        _part.Xml.Markup("</w:tblGrid><w:tr>"u8);
        if (isFirst)
        {
            LogoCell(logoWidth, logo);
        }

        BeginCell(total - logoWidth);
        body.WriteFurniture(surround.Letterhead, WordStyle.LetterheadText);
        _part.Xml.Markup("</w:tc>"u8);
        if (!isFirst)
        {
            LogoCell(logoWidth, logo);
        }

        _part.Xml.Markup("</w:tr></w:tbl>"u8);
        body.Line("LetterheadFoot", default);
        _isEmpty = false;
    }

    private void Column(int width) => _part.Xml.Markup("<w:gridCol"u8).Attribute("w:w"u8, width).Markup("/>"u8);

    private void BeginCell(int width) =>
        _part.Xml.Markup("<w:tc><w:tcPr><w:tcW"u8).Attribute("w:w"u8, width).Markup(" w:type=\"dxa\"/><w:vAlign w:val=\"bottom\"/></w:tcPr>"u8);

    private void LogoCell(int width, Logo logo)
    {
        BeginCell(width);
        LogoLine("LetterheadLogo", logo);
        _part.Xml.Markup("</w:tc>"u8);
    }

    /// <summary>Where a logo without text beside it stands; null for where its style says.</summary>
    private static string? AlignmentOf(Surround surround) => !surround.Letterhead.IsEmpty ? null : surround.LogoPlacement switch
    {
        LogoPlacement.Start => "left",
        LogoPlacement.End => "right",
        _ => null,
    };

    private void LogoLine(string style, Logo logo, string? alignment = null)
    {
        _part.Xml.Markup("<w:p><w:pPr><w:pStyle"u8).Attribute("w:val"u8, style).Markup("/>"u8);
        if (alignment is not null)
        {
            _part.Xml.Value("jc"u8, alignment);
        }

        _part.Xml.Markup("</w:pPr><w:r>"u8);
        PictureWriter.Write(_part, logo);
        _part.Xml.Markup("</w:r></w:p>"u8);
    }

    /// <summary>Running lines: the parts in the middle and at the end stand at the tab stops of their style.</summary>
    private void Lines(ValueList<RunningLine> lines, StyleRole role)
    {
        var inline = new InlineWriter(_part);
        foreach (var line in lines)
        {
            var hasCenter = !line.Center.IsEmpty;
            var style = hasCenter ? WordStyle.WithCenter(role) : WordStyle.IdOf(role);
            _part.File.UsedStyles.Add(WordStyle.IdOf(role));
            _part.Xml.Markup("<w:p><w:pPr><w:pStyle"u8).Attribute("w:val"u8, style).Markup("/></w:pPr>"u8);
            inline.Write(line.Start);
            if (hasCenter)
            {
                Tab();
                inline.Write(line.Center);
            }

            if (!line.End.IsEmpty)
            {
                Tab();
                inline.Write(line.End);
            }

            _part.Xml.Markup("</w:p>"u8);
            _isEmpty = false;
        }
    }

    private void Tab() => _part.Xml.Markup("<w:r>"u8).Markup(_part.File.Looks.Plain(_part.File.Language).Properties).Markup("<w:tab/></w:r>"u8);

    /// <summary>
    /// Text across the page, as Word's own command makes it, so that the command also takes it away: a VML shape of this name in a
    /// content control of the gallery "Watermarks" (ECMA-376-4, 19.1).
    /// </summary>
    private void Watermark(string text)
    {
        // Width by height of a letter: the shape stretches its text, and letters without descenders fill it.
        const double MeanAdvance = 0.78;
        var file = _part.File;
        var width = file.Request.Edition.Page.TextWidth.Points * 0.98;
        var height = Math.Min(width / Math.Max(1, text.Length * MeanAdvance), width * 0.4);
        var font = file.Request.Template.Styles[StyleRole.Heading1].FontFamily;
        var id = file.NextDrawing();
        _part.Xml.Markup("<w:sdt><w:sdtPr><w:id"u8).Attribute("w:val"u8, file.NextId())
            .Markup("/><w:docPartObj><w:docPartGallery w:val=\"Watermarks\"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val=\"Watermark\"/></w:pPr><w:r>"u8)
            .Markup(file.Looks.Plain(file.Language).Properties)
            .Markup("<w:pict><v:shapetype id=\"_x0000_t136\" coordsize=\"21600,21600\" o:spt=\"136\" adj=\"10800\" path=\"m@7,l@8,m@5,21600l@6,21600e\"><v:formulas><v:f eqn=\"sum #0 0 10800\"/><v:f eqn=\"prod #0 2 1\"/><v:f eqn=\"sum 21600 0 @1\"/><v:f eqn=\"sum 0 0 @2\"/><v:f eqn=\"sum 21600 0 @3\"/><v:f eqn=\"if @0 @3 0\"/><v:f eqn=\"if @0 21600 @1\"/><v:f eqn=\"if @0 0 @2\"/><v:f eqn=\"if @0 @4 21600\"/><v:f eqn=\"mid @5 @6\"/><v:f eqn=\"mid @8 @5\"/><v:f eqn=\"mid @7 @8\"/><v:f eqn=\"mid @6 @7\"/><v:f eqn=\"sum @6 0 @5\"/></v:formulas><v:path textpathok=\"t\" o:connecttype=\"custom\" o:connectlocs=\"@9,0;@10,10800;@11,21600;@12,10800\" o:connectangles=\"270,180,90,0\"/><v:textpath on=\"t\" fitshape=\"t\"/><v:handles><v:h position=\"#0,bottomRight\" xrange=\"6629,14971\"/></v:handles><o:lock v:ext=\"edit\" text=\"t\" shapetype=\"t\"/></v:shapetype><v:shape"u8)
            .Attribute("id"u8, $"PowerPlusWaterMarkObject{id}").Attribute("o:spid"u8, $"_x0000_s{2048 + id}")
            .Markup(" type=\"#_x0000_t136\""u8).Attribute("alt"u8, "").Attribute("style"u8, FormattableString.Invariant(
                $"position:absolute;margin-left:0;margin-top:0;width:{width:0.#}pt;height:{height:0.#}pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"))
            .Markup(" o:allowincell=\"f\" fillcolor=\"silver\" stroked=\"f\"><v:fill opacity=\".4\"/><v:textpath"u8)
            .Attribute("style"u8, $"font-family:\"{font}\";font-size:1pt").Attribute("string"u8, text)
            .Markup("/></v:shape></w:pict></w:r></w:p></w:sdtContent></w:sdt>"u8);
    }
}
