using Publisher.Editions.Docx.Package;
using Publisher.Templates;
using Publisher.Templates.Pages;
using Publisher.Templates.Styles;
using Publisher.Templates.Surroundings;

namespace Publisher.Editions.Docx.Looks;

/// <summary>The style sheet as Word styles (ECMA-376-1, 17.7). All formatting of the document is here.</summary>
internal sealed class StylesPart
{
    private readonly PartWriter _xml;
    private readonly StyleWriter _write;
    private readonly StyleSheet _sheet;
    private readonly PageSetup _page;
    private readonly Style _normal;

    private StylesPart(PartWriter xml, ThemePlaces theme, StyleSheet sheet, PageSetup page)
    {
        (_xml, _sheet, _page) = (xml, sheet, page);
        _write = new StyleWriter(xml, theme);

        // What no style changes: the running text's characters without its place on the page.
        _normal = new Style
        {
            FontFamily = sheet[StyleRole.Body].FontFamily,
            Size = sheet[StyleRole.Body].Size,
            Leading = sheet[StyleRole.Body].Leading,
            Colour = sheet[StyleRole.Body].Colour,
            Hyphenate = true,
        };
    }

    /// <summary>Writes the part.</summary>
    /// <param name="request">What the edition is made of.</param>
    /// <param name="theme">The brand's places in the theme.</param>
    /// <param name="logo">Where the logo stands in the letterhead; null if none stands beside its text.</param>
    /// <param name="looks">The character styles that the text uses.</param>
    /// <param name="codeStyles">The names of the styles of code in a language.</param>
    public static PartContent Write(EditionRequest request, ThemePlaces theme, LogoPlacement? logo, CharacterLooks looks, IEnumerable<string> codeStyles)
    {
        using var xml = new PartWriter();
        xml.Markup("<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" mc:Ignorable=\"w14\">"u8);
        var part = new StylesPart(xml, theme, request.Template.Styles, request.Edition.Page);
        part.Defaults(request.Document.Metadata.Language);
        LatentStyles.Write(xml);
        part.OwnDefaults();
        foreach (var role in Enum.GetValues<StyleRole>())
        {
            if (WordStyle.Paragraph(role) is { } word && role is not StyleRole.ListItem)
            {
                part.RoleStyle(role, word.Id, word.Name);
            }
        }

        part.Variants(codeStyles);
        part.Lists();
        part.Layout();
        part.Letterhead(logo);
        part.Characters(looks);
        part.Tables();
        return xml.Markup("</w:styles>"u8).End();
    }

    private void Defaults(string language)
    {
        _xml.Markup("<w:docDefaults><w:rPrDefault><w:rPr>"u8);
        _write.Theme.WriteFonts(_xml, _normal.FontFamily);
        _write.Colour(_normal.Colour);

        // Kerning at every size: Word has it off unless told.
        _xml.Value("kern"u8, 2).Value("sz"u8, _normal.Size.HalfPoints).Value("szCs"u8, _normal.Size.HalfPoints);
        var tag = WordLanguage.Of(language);
        _xml.Markup("<w:lang"u8).Attribute("w:val"u8, tag).Markup(" w:eastAsia=\"x-none\" w:bidi=\"x-none\"/>"u8);
        _xml.Markup("<w14:ligatures w14:val=\"standard\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing"u8);
        _xml.Attribute("w:line"u8, _normal.Leading.Twips).Markup(" w:lineRule=\"atLeast\"/></w:pPr></w:pPrDefault></w:docDefaults>"u8);
    }

    private void OwnDefaults() => _xml.Markup("""
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
        <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
        <w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
        """u8);

    private void RoleStyle(StyleRole role, string id, string name)
    {
        var basis = BasisOf(role);
        var extras = new ParagraphExtras
        {
            OutlineLevel = role is >= StyleRole.Heading1 and <= StyleRole.Heading6 ? role - StyleRole.Heading1 : null,
            Tabs = role switch
            {
                StyleRole.Header or StyleRole.Footer => new ParagraphTabs(null, _page.TextWidth),
                StyleRole.ContentsEntry => ContentsTabs,
                _ => null,
            },
            IsContextual = role is StyleRole.Letterhead or StyleRole.Kicker or StyleRole.Header or StyleRole.Footer,
            ExtraIndent = role == StyleRole.Attribution ? Spaces.BeforeAttribution(_sheet) : Length.Zero,

            // The closing is kept together from one paragraph to the next; nothing follows the last.
            KeepNext = role == StyleRole.Closing && _sheet[role].KeepTogether ? true : null,
            IsFurniture = role is StyleRole.Kicker or StyleRole.Byline or StyleRole.Closing or StyleRole.ApparatusHeading or StyleRole.ContentsEntry,
        };
        Style(id, name, basis is { } b ? WordStyle.IdOf(b) : WordStyle.Normal, NextOf(role), PriorityOf(role), IsQuick(role), LookOf(role), basis is { } p ? LookOf(p) : _normal, extras);
    }

    /// <summary>The table itself has the rules and grounds of its cells.</summary>
    private Style LookOf(StyleRole role) => role is StyleRole.TableCell or StyleRole.TableHeader
        ? _sheet[role] with { RuleBefore = null, RuleAfter = null, RuleStart = null, Background = null }
        : _sheet[role];

    private ParagraphTabs ContentsTabs => new(null, _page.TextWidth, HasLeader: true);

    /// <summary>A paragraph style.</summary>
    private void Style(string id, string name, string basis, string? next, int priority, bool isQuick, Style style, Style parent, ParagraphExtras extras = default)
    {
        Begin("paragraph"u8, id, name, basis, next, priority, isQuick);
        _write.Paragraph(style, parent, extras);
        _write.Characters(style, parent);
        _xml.Markup("</w:style>"u8);
    }

    private void Begin(ReadOnlySpan<byte> type, string id, string name, string basis, string? next, int priority, bool isQuick)
    {
        // Word's own names are written without the mark of a style of one's own; which they are is what its list says.
        _xml.Markup("<w:style w:type=\""u8).Markup(type).Markup(WordsOwn.Contains(name) ? "\""u8 : "\" w:customStyle=\"1\""u8).Attribute("w:styleId"u8, id).Markup(">"u8);
        _xml.Value("name"u8, name).Value("basedOn"u8, basis);
        if (next is not null)
        {
            _xml.Value("next"u8, next);
        }

        _xml.Value("uiPriority"u8, priority).Markup(isQuick ? "<w:qFormat/>"u8 : default);
    }

    /// <summary>Styles for which the sheet has no role of their own.</summary>
    private void Variants(IEnumerable<string> codeStyles)
    {
        var caption = _sheet[StyleRole.Caption];
        Style(WordStyle.TableCaption, "Table Caption", "Caption", WordStyle.BodyText, 35, true, caption, caption, new ParagraphExtras { KeepNext = true });
        AddressField();
        Closing();
        foreach (var role in new[] { StyleRole.Header, StyleRole.Footer })
        {
            // A stop in the middle, in lines that use it: a first part that reaches past it would take the stop at the end for its tab.
            var (id, name) = WordStyle.Paragraph(role)!.Value;
            var tabs = new ParagraphExtras { Tabs = ParagraphTabs.OfLine(_page), IsContextual = true };
            Style(WordStyle.WithCenter(role), name + " center", id, null, 99, false, _sheet[role], _sheet[role], tabs);
        }

        var header = _sheet[StyleRole.TableHeader];
        Style(WordStyle.TableRowHeader, "Table Row Header", "TableHeader", null, 36, true, header, header);
        foreach (var (basis, name, role) in new[]
            {
                ("TableCell", "Table Cell", StyleRole.TableCell),
                ("TableHeader", "Table Header", StyleRole.TableHeader),
                (WordStyle.TableRowHeader, "Table Row Header", StyleRole.TableHeader),
            })
        {
            var style = _sheet[role];
            Style(basis + "Center", name + " Center", basis, null, 36, false, style, style, new ParagraphExtras { Alignment = TextAlignment.Center });
            Style(basis + "End", name + " End", basis, null, 36, false, style, style, new ParagraphExtras { Alignment = TextAlignment.End });
        }

        foreach (var name in codeStyles)
        {
            var code = _sheet[StyleRole.CodeBlock];
            Style(CharacterLook.IdOf(name), name, "Code", null, 37, false, code, code);
        }

        var entry = _sheet[StyleRole.ContentsEntry];
        for (var level = 2; level <= WordStyle.ContentsLevels; level++)
        {
            var indented = new ParagraphExtras { ExtraIndent = entry.Size * (1.5 * (level - 1)), Tabs = ContentsTabs, IsFurniture = true };
            Style($"TOC{level}", $"toc {level}", WordStyle.Normal, WordStyle.Normal, 39, false, entry, _normal, indented);
        }

        var apparatus = _sheet[StyleRole.ApparatusHeading];
        Style(WordStyle.ContentsHeading, "TOC Heading", "ApparatusHeading", "TOC1", 39, false, apparatus, apparatus);
    }

    /// <summary>
    /// The address of a letter. In a form that has a place for it, it stands in a frame (<see cref="ParagraphFrame.OfAddress"/>), and the
    /// return line's space before brings it to its height.
    /// </summary>
    private void AddressField()
    {
        var addressee = _sheet[StyleRole.Addressee];
        Style(WordStyle.AddressField, "Address Field", "Addressee", "Title", 41, false, addressee, addressee, new ParagraphExtras { IsFurniture = true });
        if (_page.AddressField is not { } form)
        {
            return;
        }

        var (footer, gap) = (_sheet[StyleRole.Footer], Length.FromMillimetres(1));
        var line = addressee with
        {
            FontFamily = footer.FontFamily,
            Size = footer.Size,
            Weight = footer.Weight,
            Italic = footer.Italic,
            Colour = footer.Colour,
            Leading = footer.Leading,
            SpaceBefore = form.FieldTop + LetterForm.AddressTop - footer.Leading - gap - ParagraphFrame.OfAddress(_page)!.Y,
            SpaceAfter = gap,
        };
        Style(WordStyle.ReturnLine, "Return Line", WordStyle.AddressField, WordStyle.AddressField, 41, false, line, addressee);
    }

    /// <summary>
    /// The closing's further paragraphs: the rule and the space above part it from the text, not its paragraphs from one another, nor may
    /// Word repeat the rule where they go on at the next page.
    /// </summary>
    private void Closing()
    {
        var closing = _sheet[StyleRole.Closing];

        // Paragraphs with the same borders share one box, which a ground or a rule at another side needs.
        var isBox = (closing.RuleStart ?? closing.RuleAfter) is not null || closing.Background is not null;
        var following = closing with { SpaceBefore = Length.Zero, RuleBefore = isBox ? closing.RuleBefore : null };
        Style(WordStyle.ClosingFollowing, "Imprint Following", "Imprint", null, 50, false, following, closing, new ParagraphExtras { IsFurniture = true });
    }

    private void Lists()
    {
        var item = _sheet[StyleRole.ListItem] with { IndentStart = Length.Zero };
        var step = _sheet[StyleRole.ListItem].IndentStart;
        for (var level = 0; level < WordStyle.ListStyles; level++)
        {
            var number = level == 0 ? "" : $" {level + 1}";
            var extras = new ParagraphExtras { ExtraIndent = step * (level + 1) };
            var numbered = extras with { Hanging = step };
            Style(WordStyle.List(false, level), "List Bullet" + number, WordStyle.Normal, null, 11, level == 0, item, _normal, numbered with { List = (NumberingPart.Bullets, level) });
            Style(WordStyle.List(true, level), "List Number" + number, WordStyle.Normal, null, 11, level == 0, item, _normal, numbered with { List = (NumberingPart.Numbers, level) });
            Style(WordStyle.Continue(level), "List Continue" + number, WordStyle.Normal, null, 12, false, item, _normal, extras);
        }
    }

    /// <summary>Paragraphs that hold no text.</summary>
    private void Layout()
    {
        var body = _sheet[StyleRole.Body];
        var thin = _normal with { Size = Length.FromPoints(1), Leading = Length.FromPoints(Math.Min(8, body.Leading.Points / 2)) };
        Style(WordStyle.AfterTable, "After Table", WordStyle.Normal, WordStyle.BodyText, 90, false, thin, _normal, new ParagraphExtras { IsFurniture = true });
        Style(WordStyle.Watermark, "Watermark", WordStyle.Normal, null, 90, false, _normal with { Size = Length.FromPoints(1), Leading = Length.FromPoints(1) }, _normal);
        Style(WordStyle.PageBreak, "Page Break", WordStyle.Normal, WordStyle.BodyText, 90, false, thin, _normal, new ParagraphExtras { IsFurniture = true });
        var figure = _normal with { KeepWithNext = true, SpaceBefore = body.Leading * 0.5, SpaceAfter = Length.FromPoints(3) };
        Style(WordStyle.Figure, "Figure", WordStyle.Normal, "Caption", 35, true, figure, _normal);
        var rule = thin with { SpaceBefore = body.Leading * 0.5, SpaceAfter = body.Leading, RuleAfter = new BorderRule(Length.FromPoints(0.75), body.Colour, Length.FromPoints(1)) };
        Style(WordStyle.ThematicBreak, "Thematic Break", WordStyle.Normal, WordStyle.BodyText, 38, true, rule, _normal, new ParagraphExtras { IsFurniture = true });
        Style(WordStyle.RemovedText, "Removed Text", WordStyle.Normal, WordStyle.BodyText, 90, false, _sheet[StyleRole.Header] with { SpaceAfter = body.SpaceAfter }, _normal);
        var comment = _normal with { Size = Length.FromPoints(10), Leading = Length.FromPoints(12), Hyphenate = false };
        Style(WordStyle.CommentText, "annotation text", WordStyle.Normal, null, 99, false, comment, _normal);
    }

    /// <summary>The letterhead with its logo beside it is a table: Word has no other way that holds in every program.</summary>
    private void Letterhead(LogoPlacement? logo)
    {
        if (logo is not (LogoPlacement.Start or LogoPlacement.End))
        {
            return;
        }

        var letterhead = _sheet[StyleRole.Letterhead];
        var text = letterhead with { RuleAfter = null, RuleBefore = null, SpaceAfter = Length.Zero, SpaceBefore = Length.Zero };
        var alignment = logo == LogoPlacement.Start ? TextAlignment.End : letterhead.Alignment;
        Style(WordStyle.LetterheadText, "Letterhead Text", "Letterhead", null, 60, false, text, letterhead, new ParagraphExtras { Alignment = alignment });
        Style("LetterheadLogo", "Letterhead Logo", "Letterhead", null, 60, false, text, letterhead, new ParagraphExtras { Alignment = logo == LogoPlacement.Start ? TextAlignment.Start : TextAlignment.End });
        var foot = _normal with { Size = Length.FromPoints(1), Leading = Length.FromPoints(1), SpaceAfter = letterhead.SpaceAfter };
        Style("LetterheadFoot", "Letterhead Foot", WordStyle.Normal, null, 60, false, foot, _normal);
        Begin("table"u8, WordStyle.LetterheadTable, "Letterhead Table", "TableNormal", null, 60, false);
        _xml.Markup("<w:tblPr><w:tblBorders>"u8);
        _write.Border("top"u8, letterhead.RuleBefore is { } before ? before with { Gap = Length.Zero } : null);
        _write.Border("bottom"u8, letterhead.RuleAfter is { } after ? after with { Gap = Length.Zero } : null);
        _xml.Markup("</w:tblBorders>"u8);
        Margins(0, letterhead.RuleAfter?.Gap.Twips ?? 0, 0);
        _xml.Markup("</w:tblPr></w:style>"u8);
    }

    private void Characters(CharacterLooks looks)
    {
        foreach (var kind in Enum.GetValues<CharacterKind>())
        {
            if (kind != CharacterKind.Language)
            {
                CharacterStyle(CharacterLook.NameOf(kind), [kind], null);
            }
        }

        foreach (var look in looks.All)
        {
            if (look.Kinds is not [not CharacterKind.Language])
            {
                CharacterStyle(look.Name!, look.Kinds, look.Kinds.Contains(CharacterKind.Language) ? look.Language : null);
            }
        }

        var header = _sheet[StyleRole.Header];
        Begin("character"u8, WordStyle.LineNumber, "line number", "DefaultParagraphFont", null, 99, false);
        _write.Characters(_normal with { FontFamily = header.FontFamily, Size = Length.FromPoints(Math.Min(8, header.Size.Points)), Colour = header.Colour }, _normal);
        _xml.Markup("</w:style>"u8);
        Begin("character"u8, WordStyle.CommentReference, "annotation reference", "DefaultParagraphFont", null, 99, false);
        _xml.Markup("<w:rPr><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/></w:rPr></w:style>"u8);
    }

    /// <summary>A character style that says all of these.</summary>
    private void CharacterStyle(string name, CharacterKind[] kinds, string? language)
    {
        bool Says(CharacterKind kind) => kinds.Contains(kind);
        var single = kinds.Length == 1;
        Begin("character"u8, CharacterLook.IdOf(name), name, "DefaultParagraphFont", null, single ? 20 : 98, single && kinds[0] is CharacterKind.Strong or CharacterKind.Emphasis);
        _xml.Markup("<w:rPr>"u8);
        var code = _sheet[StyleRole.InlineCode];
        if (Says(CharacterKind.Code))
        {
            _write.Theme.WriteFonts(_xml, code.FontFamily);
        }

        var link = _sheet[StyleRole.Link];
        var isBold = Says(CharacterKind.Strong) || (Says(CharacterKind.Hyperlink) && link.Weight >= StyleWriter.BoldFrom && link.Weight != _normal.Weight);
        _xml.Markup(isBold ? "<w:b/><w:bCs/>"u8 : default).Markup(Says(CharacterKind.Emphasis) ? "<w:i/><w:iCs/>"u8 : default);
        _xml.Markup(Says(CharacterKind.Strikethrough) ? "<w:strike/>"u8 : default).Markup(Says(CharacterKind.Code) ? "<w:noProof/>"u8 : default);
        if (Says(CharacterKind.Hyperlink))
        {
            _write.Colour(link.Colour);
        }
        else if (Says(CharacterKind.Code) && code.Colour != _normal.Colour)
        {
            _write.Colour(code.Colour);
        }

        if (Says(CharacterKind.Code) && code.Size.HalfPoints != _normal.Size.HalfPoints)
        {
            _xml.Value("sz"u8, code.Size.HalfPoints).Value("szCs"u8, code.Size.HalfPoints);
        }

        if (Says(CharacterKind.Hyperlink))
        {
            _xml.Value("u"u8, link.Underline ? "single" : "none");
        }

        if (Says(CharacterKind.Superscript) || Says(CharacterKind.Subscript) || Says(CharacterKind.NoteReference))
        {
            _xml.Value("vertAlign"u8, Says(CharacterKind.Subscript) ? "subscript" : "superscript");
        }

        if (language is not null)
        {
            _xml.Value("lang"u8, WordLanguage.Of(language));
        }

        _xml.Markup("</w:rPr></w:style>"u8);
    }

    /// <summary>The style of tables: characters as in their cells, so that lists in a cell have its size too.</summary>
    private void Tables()
    {
        var cell = _sheet[StyleRole.TableCell];
        var head = _sheet[StyleRole.TableHeader];
        var (strong, fine) = TableRules.Of(_sheet);
        Begin("table"u8, WordStyle.Table, "Statement Table", "TableNormal", null, 59, true);
        _xml.Markup("<w:pPr><w:spacing w:before=\"0\" w:after=\"0\"/></w:pPr>"u8);
        _write.Characters(_normal with { FontFamily = cell.FontFamily, Size = cell.Size }, _normal);
        _xml.Markup("<w:tblPr><w:tblBorders>"u8);
        _write.Border("top"u8, strong);
        _write.Border("bottom"u8, strong);
        _write.Border("insideH"u8, fine);
        _xml.Markup("</w:tblBorders>"u8);
        Margins(50, 50, 80);
        _xml.Markup("</w:tblPr>"u8);
        if (cell.Background is { } ground)
        {
            _xml.Markup("<w:tcPr>"u8);
            _write.Shading(ground);
            _xml.Markup("</w:tcPr>"u8);
        }

        _xml.Markup("<w:tblStylePr w:type=\"firstRow\"><w:tblPr/><w:tcPr><w:tcBorders>"u8);
        _write.Border("bottom"u8, strong);
        _xml.Markup("</w:tcBorders>"u8);
        if (head.Background is { } background)
        {
            _write.Shading(background);
        }

        _xml.Markup("</w:tcPr></w:tblStylePr></w:style>"u8);
    }

    private void Margins(int top, int bottom, int sides) => _xml
        .Markup("<w:tblCellMar><w:top"u8).Attribute("w:w"u8, top).Markup(" w:type=\"dxa\"/><w:left"u8).Attribute("w:w"u8, sides)
        .Markup(" w:type=\"dxa\"/><w:bottom"u8).Attribute("w:w"u8, bottom).Markup(" w:type=\"dxa\"/><w:right"u8).Attribute("w:w"u8, sides)
        .Markup(" w:type=\"dxa\"/></w:tblCellMar>"u8);

    // Names that Word knows by itself, among those written here.
    private static readonly HashSet<string> WordsOwn = new(StringComparer.Ordinal)
    {
        "Body Text", "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "heading 4", "heading 5", "heading 6", "Quote", "caption",
        "footnote text", "Date", "Salutation", "Closing", "Signature", "header", "footer", "toc 1", "toc 2", "toc 3", "TOC Heading",
        "List Bullet", "List Bullet 2", "List Bullet 3", "List Bullet 4", "List Bullet 5", "List Number", "List Number 2",
        "List Number 3", "List Number 4", "List Number 5", "List Continue", "List Continue 2", "List Continue 3", "List Continue 4",
        "List Continue 5", "annotation text", "annotation reference", "line number", "Emphasis", "Strong", "Hyperlink", "footnote reference",
    };

    private static StyleRole? BasisOf(StyleRole role) => role switch
    {
        StyleRole.BodyFollowing or StyleRole.Lead or StyleRole.Dateline or StyleRole.Addressee or StyleRole.Salutation
            or StyleRole.Valediction or StyleRole.Signature or StyleRole.Contact => StyleRole.Body,
        StyleRole.Attribution => StyleRole.Quote,
        StyleRole.TableHeader => StyleRole.TableCell,
        StyleRole.Footer => StyleRole.Header,
        _ => null,
    };

    private static string? NextOf(StyleRole role) => role switch
    {
        StyleRole.Kicker => "Title",
        StyleRole.Title => "Subtitle",
        StyleRole.Body => "BodyTextFollowing",
        >= StyleRole.Heading1 and <= StyleRole.Heading6 => WordStyle.BodyText,
        StyleRole.Subtitle or StyleRole.Byline or StyleRole.Lead or StyleRole.Attribution or StyleRole.Caption
            or StyleRole.Salutation or StyleRole.Dateline => WordStyle.BodyText,
        StyleRole.Valediction => "Signature",
        StyleRole.ApparatusHeading => "LinkReference",
        StyleRole.ContentsEntry => WordStyle.Normal,
        _ => null,
    };

    // The order in Word's gallery: running text, headings, lists, then what is rarer.
    private static int PriorityOf(StyleRole role) => role switch
    {
        StyleRole.Body => 1,
        StyleRole.BodyFollowing or StyleRole.Lead => 2,
        >= StyleRole.Heading1 and <= StyleRole.Heading6 => 9,
        StyleRole.Title or StyleRole.Subtitle => 10,
        StyleRole.Quote or StyleRole.Attribution => 29,
        StyleRole.Caption => 35,
        StyleRole.TableCell or StyleRole.TableHeader => 36,
        StyleRole.CodeBlock => 37,
        StyleRole.ContentsEntry => 39,
        _ => 50,
    };

    private static bool IsQuick(StyleRole role) => role is StyleRole.Body or StyleRole.BodyFollowing or StyleRole.Lead or StyleRole.Title
        or StyleRole.Subtitle or (>= StyleRole.Heading1 and <= StyleRole.Heading4) or StyleRole.Quote or StyleRole.Attribution
        or StyleRole.Caption or StyleRole.CodeBlock or StyleRole.TableCell or StyleRole.TableHeader;
}
