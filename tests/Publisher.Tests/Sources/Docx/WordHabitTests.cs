using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Sources;
using static Publisher.Tests.Support.Statement;
using LineText = Publisher.Model.Words.PlainText;

namespace Publisher.Tests.Sources.Docx;

/// <summary>Documents as Word writes them, in German above all.</summary>
public sealed class WordHabitTests
{
    private const string GermanStyles = """
        <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Hauskapitel"><w:name w:val="Hauskapitel"/><w:basedOn w:val="berschrift1"/></w:style>
        <w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
        <w:style w:type="paragraph" w:styleId="Anrede"><w:name w:val="Anrede"/></w:style>
        <w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
        <w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
        <w:style w:type="paragraph" w:styleId="Listenabsatz"><w:name w:val="List Paragraph"/><w:pPr><w:ind w:left="720"/></w:pPr></w:style>
        <w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/></w:style>
        <w:style w:type="character" w:styleId="Firma"><w:name w:val="Firma"/><w:rPr><w:i/></w:rPr></w:style>
        """;

    private const string Lists = """
        <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/><w:pPr><w:ind w:left="1440" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Artikel %1:"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
        """;

    [Fact]
    public void Styles_count_by_their_names_whatever_their_ids()
    {
        var document = Word(Para("Der Titel", "Titel") + Para("Ein Kapitel", "Hauskapitel") + Para("Darunter", "berschrift2") + Para("Sehr geehrte Damen und Herren,", "Anrede") + Para("Gesagt ist gesagt.", "Zitat")).Read();

        Assert.Equal("Der Titel", LineText.Of(document.Metadata.Title));
        AssertBlocks(document, H(1, "Ein Kapitel"), H(2, "Darunter"), P(ParagraphRole.Salutation, T("Sehr geehrte Damen und Herren,")), Q("Gesagt ist gesagt."));
    }

    [Fact]
    public void A_paragraph_with_an_outline_level_by_hand_is_a_heading() =>
        AssertBlocks(Word(Para("Titel", "Titel") + "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Von Hand</w:t></w:r></w:p>").Read(), H(1, "Von Hand"));

    [Fact]
    public void A_run_divided_by_proofing_and_revision_ids_is_one_text() => AssertBlocks(
        Word("<w:p w:rsidR=\"00A1\"><w:r w:rsidR=\"00A1\"><w:t xml:space=\"preserve\">Die Landes</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r w:rsidR=\"00A2\"><w:t>regierung</w:t></w:r><w:proofErr w:type=\"spellEnd\"/><w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/><w:bookmarkEnd w:id=\"0\"/><w:r><w:lastRenderedPageBreak/><w:t xml:space=\"preserve\"> muss</w:t></w:r></w:p>").Read(),
        P("Die Landesregierung muss"));

    [Fact]
    public void Formatting_by_hand_and_by_styles_is_stress() => AssertBlocks(
        Word("<w:p><w:r><w:t xml:space=\"preserve\">Ganz </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">fett und </w:t></w:r><w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>kursiv</w:t></w:r><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t xml:space=\"preserve\"> bei </w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"Firma\"/></w:rPr><w:t>Muster</w:t></w:r><w:r><w:t xml:space=\"preserve\">, CO</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"subscript\"/></w:rPr><w:t>2</w:t></w:r></w:p>").Read(),
        P(T("Ganz "), B(T("fett und "), Em("kursiv")), T(" bei "), Em("Muster"), T(", CO"), new Subscript([T("2")])));

    [Fact]
    public void Lists_nest_count_and_start_as_their_definitions_say() => AssertBlocks(
        Word(Item("eins", 1, 0) + Item("a", 1, 1) + Item("b", 1, 1) + Item("zwei", 1, 0) + Para("dazu", "Listenabsatz") + Para("Dazwischen") + Item("drei", 1, 0) + Item("fünf", 3, 0) + Item("Punkt", 2, 0)).Read(),
        Ol(Li(P("eins"), new OrderedList([Li(P("a")), Li(P("b"))], 1, ListNumbering.LowerLetter, ListDelimiter.Parenthesis)), Li(P("zwei"), P("dazu"))),
        P("Dazwischen"),
        new OrderedList([Li(P("drei"))], 3),
        new OrderedList([Li(P("fünf"))], 5),
        Ul("Punkt"));

    [Fact]
    public void Words_that_belong_to_a_number_stay_words() =>
        AssertBlocks(Word(Item("Würde", 4, 0) + Item("Freiheit", 4, 0)).Read(), P("Artikel 1: Würde"), P("Artikel 2: Freiheit"));

    [Fact]
    public void Headings_that_Word_numbers_keep_their_numbers() => AssertBlocks(
        Word(Para("Titel", "Titel") + "<w:p><w:pPr><w:pStyle w:val=\"berschrift1\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Lage</w:t></w:r></w:p>").Read(),
        H(1, "1. Lage"));

    [Fact]
    public void No_character_of_a_paragraph_is_lost() => AssertBlocks(
        Word("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:sym w:font=\"Symbol\" w:char=\"F061\"/><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/><w:br/><w:t>d</w:t></w:r><w:smartTag w:element=\"x\"><w:r><w:t>e</w:t></w:r></w:smartTag><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>f</w:t></w:r></w:sdtContent></w:sdt><w:fldSimple w:instr=\" DATE \"><w:r><w:t>g</w:t></w:r></w:fldSimple><m:oMath><m:r><m:t>h</m:t></m:r></m:oMath></w:p>").Read(),
        P(T("a b\u2011cα→"), new LineBreak(), T("defgh")));

    [Fact]
    public void A_soft_hyphen_is_taken_out_and_recorded() => AssertBlocks(
        Word("<w:p><w:r><w:t>Landes</w:t><w:softHyphen/><w:t>regierung</w:t></w:r></w:p>").Read(),
        P(T("Landes"), new Correction("\u00AD", "", CorrectionRules.InvisibleCharacter), T("regierung")));

    [Fact]
    public void Fields_show_their_results_and_links_lead_where_they_did() => AssertBlocks(
        Word(
            Para("Titel", "Titel")
            + "<w:p><w:pPr><w:pStyle w:val=\"berschrift1\"/></w:pPr><w:bookmarkStart w:id=\"1\" w:name=\"_Ref1\"/><w:r><w:t>Ziel</w:t></w:r><w:bookmarkEnd w:id=\"1\"/></w:p>"
            + "<w:p><w:r><w:t xml:space=\"preserve\">Siehe </w:t></w:r>" + Field("HYPERLINK \"https://example.org/?a=1&amp;b=2\"", "dort")
            + "<w:r><w:t xml:space=\"preserve\"> und </w:t></w:r><w:hyperlink w:anchor=\"_Ref1\"><w:r><w:t>oben</w:t></w:r></w:hyperlink><w:hyperlink w:anchor=\"weg\"><w:r><w:t xml:space=\"preserve\">, nicht hier</w:t></w:r></w:hyperlink>"
            + "<w:hyperlink r:id=\"rIdX\"><w:r><w:t>!</w:t></w:r></w:hyperlink></w:p>").Relate("rIdX", "hyperlink", "javascript:alert(1)", isExternal: true).Read(),
        new Heading(1, [T("Ziel")]) { Id = "Ref1" },
        P(T("Siehe "), A("https://example.org/?a=1&b=2", "dort"), T(" und "), A("#Ref1", "oben"), T(", nicht hier!")));

    [Fact]
    public void A_table_of_contents_is_left_out_and_recorded()
    {
        var document = Word(Para("Inhalt 3", "Verzeichnis1") + Para("Text")).Read();

        AssertBlocks(document, P("Text"));
        Assert.Equal("Inhalt 3", document.Changes.Single().Original);
    }

    [Fact]
    public void A_text_box_is_read_once_behind_its_paragraph() => AssertBlocks(
        Word("<w:p><w:r><w:t>Davor</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>" + Para("Im Kasten") + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>" + Para("Im Kasten") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>").Read(),
        P("Davor"),
        P("Im Kasten"));

    [Fact]
    public void Tables_have_their_header_spans_alignment_and_caption() => AssertBlocks(
        Word(
            Para("Tabelle 1: Bäume", "Beschriftung")
            + "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" + Cell("Stadt") + Cell("Bäume", jc: "right") + "</w:tr><w:tr>" + Cell("Bochum", "<w:vMerge w:val=\"restart\"/>") + Cell("5", jc: "right") + "</w:tr><w:tr>" + Cell("", "<w:vMerge/>") + Cell("6", jc: "right") + "</w:tr><w:tr>" + Cell("Summe 11", "<w:gridSpan w:val=\"2\"/>") + "</w:tr></w:tbl>").Read(),
        new Table(
            [new TableColumn(), new TableColumn(ColumnAlignment.End)],
            [Row("Stadt", "Bäume")],
            [
                new TableRow([new TableCell([P("Bochum")], RowSpan: 2), new TableCell([P("5")])]),
                new TableRow([new TableCell([P("6")])]),
                new TableRow([new TableCell([P("Summe 11")], ColumnSpan: 2)]),
            ],
            [T("Tabelle 1: Bäume")]));

    [Fact]
    public void Foot_and_endnotes_come_in_the_order_of_their_marks()
    {
        var document = Word("<w:p><w:r><w:t>Eins</w:t></w:r><w:r><w:endnoteReference w:id=\"2\"/></w:r><w:r><w:t xml:space=\"preserve\"> zwei</w:t></w:r><w:r><w:footnoteReference w:id=\"7\"/></w:r></w:p>")
            .With("footnotes", $"<w:footnotes {WordXml.Namespaces}><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id=\"7\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> Unten</w:t></w:r></w:p></w:footnote></w:footnotes>")
            .With("endnotes", $"<w:endnotes {WordXml.Namespaces}><w:endnote w:id=\"2\"><w:p><w:r><w:endnoteRef/></w:r><w:r><w:tab/><w:t>Am Ende</w:t></w:r></w:p></w:endnote></w:endnotes>")
            .Read();

        AssertBlocks(document, P(T("Eins"), Ref("1"), T(" zwei"), Ref("2")));
        Assert.Equal(["Am Ende", "Unten"], document.Footnotes.Select(note => LineText.Of(((Paragraph)note.Content[0]).Content)));
    }

    [Fact]
    public void Hidden_text_is_not_published_and_said_to_be_left_out()
    {
        var document = Word("<w:p><w:r><w:t>Sichtbar</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Geheim</w:t></w:r></w:p>").Read();

        AssertBlocks(document, P("Sichtbar"));
        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Code == DiagnosticCode.HiddenTextLeftOut);
        Assert.Equal("Geheim", document.Changes.Single().Original);
    }

    [Fact]
    public void Parts_in_another_language_are_told_from_the_text() => AssertBlocks(
        Word("<w:p><w:r><w:rPr><w:lang w:val=\"de-DE\"/></w:rPr><w:t xml:space=\"preserve\">Das Wort </w:t></w:r><w:r><w:rPr><w:lang w:val=\"en-US\"/></w:rPr><w:t>statement</w:t></w:r><w:r><w:rPr><w:lang w:val=\"en-US\"/></w:rPr><w:t>, 12</w:t></w:r></w:p>").WithCore("<dc:language>de-DE</dc:language>").Read(),
        P(T("Das Wort "), new LanguageSpan("en-US", [T("statement")]), T(", 12")));

    [Fact]
    public void Comments_are_diagnostics_with_author_and_place()
    {
        var document = Word("<w:p><w:r><w:t xml:space=\"preserve\">Wir fordern </w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:r><w:t>mehr</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>")
            .With("comments", $"<w:comments {WordXml.Namespaces}><w:comment w:id=\"0\" w:author=\"Anna\"><w:p><w:r><w:t>Wovon?</w:t></w:r></w:p></w:comment></w:comments>")
            .Read();

        var comment = Assert.Single(document.Diagnostics, diagnostic => diagnostic.Code == DiagnosticCode.EditorComment);
        Assert.Equal("Anna commented: Wovon?", comment.Message);
        Assert.Equal(new SourceSpan(12, 4, 1, 13), comment.Span);
    }

    [Fact]
    public void Properties_of_the_file_state_what_the_text_does_not()
    {
        var metadata = Word(Para("Text")).WithCore("<dc:title>Aus den Eigenschaften</dc:title><cp:keywords>Klima; Stadt</cp:keywords><dc:creator>Praktikum</dc:creator><dc:language>de-DE</dc:language>").Read().Metadata;

        Assert.Equal("Aus den Eigenschaften", LineText.Of(metadata.Title));
        Assert.Equal(["Klima", "Stadt"], metadata.Keywords.AsEnumerable());
        Assert.Equal("de", metadata.Language);
        Assert.True(metadata.Authors.IsEmpty);
    }

    [Fact]
    public void A_field_that_is_never_ended_swallows_no_text() => AssertBlocks(
        Word("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:t>Das bleibt.</w:t></w:r></w:p>" + Para("Das auch.")).Read(),
        P("Das bleibt."),
        P("Das auch."));

    [Fact]
    public void The_strict_form_of_the_standard_is_read() => Assert.Equal(
        [P("Streng")],
        Support.Unplaced.Of(new WordXml("").Put("word/document.xml", "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:r><x:t>Streng</x:t></x:r></x:p></x:body></x:document>").Read().Blocks));

    [Theory]
    [InlineData(RevisionPolicy.Accept, "Wir fordern viel mehr Bäume.|Neuer Absatz.|Zusammen.|Ziel Quelle")]
    [InlineData(RevisionPolicy.Reject, "Wir verlangen mehr Bäume. Neuer Absatz.|Zu|sammen.|Quelle Ziel ")]
    public void Tracked_changes_are_accepted_or_rejected_paragraph_marks_and_moves_included(RevisionPolicy policy, string expected)
    {
        const string By = "w:id=\"1\" w:author=\"Anna\"";
        var body =
            $"<w:p><w:pPr><w:rPr><w:ins {By}/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Wir </w:t></w:r><w:del {By}><w:r><w:delText>verlangen</w:delText></w:r></w:del><w:ins {By}><w:r><w:t>fordern viel</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> mehr Bäume. </w:t></w:r></w:p>"
            + Para("Neuer Absatz.")
            + $"<w:p><w:pPr><w:rPr><w:del {By}/></w:rPr></w:pPr><w:r><w:t>Zu</w:t></w:r></w:p>" + Para("sammen.")
            + $"<w:p><w:moveFrom {By}><w:r><w:t xml:space=\"preserve\">Quelle </w:t></w:r></w:moveFrom><w:r><w:t xml:space=\"preserve\">Ziel </w:t></w:r><w:moveTo {By}><w:r><w:t xml:space=\"preserve\">Quelle </w:t></w:r></w:moveTo></w:p>";

        var document = Word(body).Read(policy);

        Assert.Equal(expected.Replace("Quelle Ziel ", "Quelle Ziel", StringComparison.Ordinal), string.Join('|', document.Blocks.Select(block => LineText.Of(((Paragraph)block).Content))));
        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Code == DiagnosticCode.RevisionsResolved);
    }

    [Fact]
    public void Tracked_changes_are_refused_if_so_asked()
    {
        var refusal = Assert.Throws<PublisherException>(() => Word("<w:p><w:ins w:id=\"1\" w:author=\"Anna\"><w:r><w:t>Neu</w:t></w:r></w:ins></w:p>").Read(RevisionPolicy.Fail));

        Assert.Contains("Anna", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--revisions", refusal.Remedy, StringComparison.Ordinal);
    }

    private static WordXml Word(string body) => new WordXml(body).WithStyles(GermanStyles).WithNumbering(Lists);

    private static string Para(string text, string? style = null) =>
        $"<w:p>{(style is null ? "" : $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")}<w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Item(string text, int list, int level) =>
        $"<w:p><w:pPr><w:pStyle w:val=\"Listenabsatz\"/><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Cell(string text, string properties = "", string? jc = null) =>
        $"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{(jc is null ? "" : $"<w:pPr><w:jc w:val=\"{jc}\"/></w:pPr>")}<w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";

    private static string Field(string instruction, string result) =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    private static void AssertBlocks(Document document, params Block[] expected)
    {
        Markdown.ModelPromises.Check(document);
        var blocks = Support.Unplaced.Of(document.Blocks);
        Assert.Equal(expected.Length, blocks.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], blocks[i]);
        }
    }
}
