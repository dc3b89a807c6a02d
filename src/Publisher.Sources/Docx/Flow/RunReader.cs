using System.Buffers;
using System.Globalization;
using System.Text;
using Publisher.Model.Corrections;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Sources.Docx.Looks;
using Publisher.Sources.Docx.Package;
using Publisher.Sources.Links;

namespace Publisher.Sources.Docx.Flow;

/// <summary>Reads what stands in paragraphs (ECMA-376-1, 17.3.2 and 17.3.3) into a line. Fields may go on in the next paragraph.</summary>
/// <param name="reading">The reading.</param>
/// <param name="relationships">Of the part that the paragraphs stand in.</param>
/// <param name="line">The line.</param>
/// <param name="breakPage">Called at a page break inside a paragraph.</param>
internal sealed class RunReader(Reading reading, IReadOnlyDictionary<string, Relationship> relationships, LineBuilder line, Action breakPage)
{
    // Control characters and those that are not seen; hyphenation is layout.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Where(c => char.IsControl((char)c)).Select(c => (char)c), '\u00AD', '\u200B', '\u2060', '\uFEFF']);

    private readonly List<Field> _fields = [];
    private readonly List<LinkRange> _links = [];
    private readonly List<Mark> _marks = [];
    private ParagraphStyle _style = null!;
    private bool _isCode;
    private bool _isBehindNoteMark;

    /// <summary>Text boxes and the like that were found in the paragraph; they stand behind it.</summary>
    public List<Element> Boxes { get; } = [];

    /// <summary>True if a rule was found in the paragraph, as HTML and pandoc have it.</summary>
    public bool HasRule { get; set; }

    /// <summary>Reads a paragraph.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="style">Its style.</param>
    public void Read(Element paragraph, ParagraphStyle style)
    {
        (_style, _isCode) = (style, style.Kind == ParagraphKind.Code);
        ReadAll(paragraph);

        // A field that is torn: nothing of it is an instruction.
        for (var i = _fields.Count - 1; i >= 0 && !_fields[i].IsInResult; i--)
        {
            Text(_fields[i].Unseen.ToString(), []);
            _fields.RemoveAt(i);
        }
    }

    private void ReadAll(Element parent)
    {
        for (var child = parent.First; child is not null; child = child.Next)
        {
            switch (child.Name)
            {
                case "w:r":
                    Run(child);
                    break;
                case "w:ins" or "w:del" or "w:moveFrom" or "w:moveTo":
                    child = Revision(child);
                    break;
                case "w:hyperlink":
                    _links.Add(LinkOf(child));
                    ReadAll(child);
                    _links.RemoveAt(_links.Count - 1);
                    break;
                case "w:fldSimple":
                    SimpleField(child);
                    break;
                case "w:sdt":
                    ContentControl(child);
                    break;
                case "mc:AlternateContent":
                    ReadAll(Alternative(child));
                    break;
                case "w:commentRangeStart":
                    reading.Comments.Start(child["w:id"] ?? "");
                    break;
                case "w:commentRangeEnd":
                    reading.Comments.End(child["w:id"] ?? "");
                    break;
                case "m:oMath" or "m:oMathPara":
                    Formula(child);
                    break;
                case "w:p":
                    // A paragraph inside a run of another program's making.
                    Boxes.Add(parent);
                    return;
                case var name when name.EndsWith("Pr", StringComparison.Ordinal):
                    break;
                default:
                    ReadAll(child);
                    break;
            }
        }
    }

    private Element Revision(Element element)
    {
        if (reading.Revisions.CorrectionAt(element, out var last) is { } correction)
        {
            if (correction.Original.Length + correction.Replacement.Length > 0)
            {
                line.Add(MarksOf(element.Child("w:r")?.Child("w:rPr"), null), correction with { Span = reading.Take(correction.Original.Length) });
            }

            return last;
        }

        if (reading.Revisions.Drops(element))
        {
            LeaveNotes(element);
        }
        else
        {
            ReadAll(element);
        }

        return element;
    }

    private void LeaveNotes(Element dropped)
    {
        foreach (var reference in dropped.Descendants().Where(element => element.Name is "w:footnoteReference" or "w:endnoteReference"))
        {
            reading.Notes.Leave(reference.Name == "w:endnoteReference", reference["w:id"] ?? "");
        }
    }

    private void ContentControl(Element control)
    {
        var properties = control.Child("w:sdtPr");
        if (control.Child("w:sdtContent") is not { } content || (reading.IsOurs && properties?.ValueOf("w:tag") == "publisher:furniture"))
        {
            return;
        }

        if (properties?.Toggle("w:showingPlcHdr") == true)
        {
            reading.Removed(string.Concat(content.Descendants().Where(e => e.Name == "w:t").Select(e => e.Text)), reading.Here(0));
            return;
        }

        ReadAll(content);
    }

    /// <summary>The first form that is offered: we know all that Word offers (ECMA-376-3, 9.3).</summary>
    private static Element Alternative(Element alternatives)
    {
        foreach (var choice in alternatives.Children("mc:Choice"))
        {
            if (choice.First is not null)
            {
                return choice;
            }
        }

        return alternatives.Child("mc:Fallback") ?? new Element("mc:Fallback", []);
    }

    private void Run(Element run)
    {
        var properties = reading.Revisions.Properties(run.Child("w:rPr"), "w:rPrChange");
        if (IsHidden(properties))
        {
            Hidden(run);
            return;
        }

        if (run.First is null || (run.First.Next is null && run.First.Name == "w:rPr"))
        {
            line.Part(MarksOf(properties, null));
            return;
        }

        Content(run, properties);
    }

    private void Content(Element run, Element? properties)
    {
        for (var child = run.First; child is not null; child = child.Next)
        {
            switch (child.Name)
            {
                case "w:t":
                    Visible(child.KeepsSpace ? child.Text : child.Text.Trim(' ', '\t', '\n', '\r'), properties);
                    break;
                case "w:delText" when reading.Revisions.Rejects:
                    Visible(child.Text, properties);
                    break;
                case "w:tab" or "w:ptab":
                    Visible("\t", properties);
                    break;
                case "w:noBreakHyphen":
                    Visible("\u2011", properties);
                    break;
                case "w:softHyphen":
                    Visible("\u00AD", properties);
                    break;
                case "w:sym":
                    Symbol(child, properties);
                    break;
                case "w:br" when child["w:type"] == "page":
                    breakPage();
                    break;
                case "w:br" or "w:cr":
                    Add(new LineBreak { Span = reading.Take(1) }, properties);
                    break;
                case "w:footnoteReference" or "w:endnoteReference":
                    NoteReference(child, properties);
                    if (child["w:customMarkFollows"] is "1" or "true" or "on")
                    {
                        reading.Removed(string.Concat(run.Children("w:t").Select(text => text.Text)), reading.Here(0), CorrectionRules.FootnoteMark);
                        return;
                    }

                    break;
                case "w:footnoteRef" or "w:endnoteRef":
                    _isBehindNoteMark = true;
                    break;
                case "w:fldChar":
                    FieldMark(child, properties);
                    break;
                case "w:instrText":
                    if (_fields.Count > 0)
                    {
                        _fields[^1].Instruction.Append(child.Text);
                    }

                    break;
                case "w:drawing":
                    Drawing(child, reading.Pictures.Read(child, relationships, reading.Here(0)), properties);
                    break;
                case "w:pict" or "w:object":
                    Drawing(child, reading.Pictures.ReadVml(child, relationships, reading.Here(0)), properties);
                    break;
                case "w:commentReference":
                    reading.Comments.End(child["w:id"] ?? "");
                    break;
                case "w:ruby":
                    Ruby(child, properties);
                    break;
                case "mc:AlternateContent":
                    Content(Alternative(child), properties);
                    break;
            }
        }
    }

    private bool IsHidden(Element? properties) =>
        properties?.Toggle("w:vanish") ?? (reading.Styles.Character(properties?.ValueOf("w:rStyle")).IsHidden || _style.IsHidden);

    private void Hidden(Element run)
    {
        // Marks of an index and the like are hidden too, and are no text.
        foreach (var mark in run.Children("w:fldChar"))
        {
            FieldMark(mark, null);
        }

        foreach (var code in run.Children("w:instrText"))
        {
            if (_fields.Count > 0)
            {
                _fields[^1].Instruction.Append(code.Text);
            }
        }

        var text = string.Concat(run.Children("w:t").Select(element => element.Text));
        if (!string.IsNullOrWhiteSpace(text) && !IsUnseen())
        {
            reading.Removed(text, reading.Here(0));
            reading.Report(DiagnosticCode.HiddenTextLeftOut, DiagnosticSeverity.Warning, reading.Here(0), "Hidden text was left out.", "Show it in Word (Font, Hidden) if it is to be published, else delete it.");
        }
    }

    private bool IsUnseen() => _fields.Exists(field => !field.IsInResult || field.HidesResult);

    private void Visible(string text, Element? properties)
    {
        if (!IsUnseen())
        {
            Text(text, MarksOf(properties, text));
        }
        else if (_fields.Find(field => !field.IsInResult) is { } torn)
        {
            torn.Unseen.Append(text);
        }
    }

    private void Add(Inline inline, Element? properties)
    {
        if (!IsUnseen())
        {
            line.Add(MarksOf(properties, null), inline);
        }
    }

    /// <summary>Adds characters; what no text may hold becomes a correction at its place.</summary>
    private void Text(string text, ReadOnlySpan<Mark> marks)
    {
        if (_isBehindNoteMark)
        {
            text = text.TrimStart(' ', '\t', '\u00A0');
            _isBehindNoteMark = text.Length == 0;
        }

        var rest = text.AsSpan();
        for (var i = rest.IndexOfAny(Special); i >= 0; i = rest.IndexOfAny(Special))
        {
            line.Text(marks, rest[..i], reading.Take(i));
            SpecialCharacter(rest[i], marks);
            rest = rest[(i + 1)..];
        }

        line.Text(marks, rest, reading.Take(rest.Length));
    }

    private void SpecialCharacter(char c, ReadOnlySpan<Mark> marks)
    {
        var span = reading.Take(1);
        if (c is '\t' or '\n' or '\r')
        {
            line.Text(marks, _isCode && c == '\t' ? "\t" : " ", span);
            return;
        }

        var rule = char.IsControl(c) ? CorrectionRules.ControlCharacter : CorrectionRules.InvisibleCharacter;
        if (_isCode || MarksHold(marks, MarkKind.Code))
        {
            reading.Removed($"{c}", span, rule);
        }
        else
        {
            line.Add(marks, new Correction($"{c}", "", rule) { Span = span });
        }
    }

    private static bool MarksHold(ReadOnlySpan<Mark> marks, MarkKind kind)
    {
        foreach (var mark in marks)
        {
            if (mark.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    private void Symbol(Element symbol, Element? properties)
    {
        var font = symbol["w:font"] ?? "";
        if (!int.TryParse(symbol["w:char"], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return;
        }

        if (SymbolFont.Read(font, code) is { } known)
        {
            Visible(known, properties);
            return;
        }

        reading.Report(DiagnosticCode.MarkupNotSupported, DiagnosticSeverity.Warning, reading.Here(1), $"A symbol of the font \"{font}\" has no character of its own; a replacement character stands for it.", "Replace it in the document by a character.");
        Visible("\uFFFD", properties);
    }

    private void NoteReference(Element reference, Element? properties)
    {
        if (reading.Notes.Refer(reference.Name == "w:endnoteReference", reference["w:id"] ?? "") is { } id)
        {
            Add(new FootnoteReference(id) { Span = reading.Here(0) }, properties);
        }
        else
        {
            reading.Report(DiagnosticCode.FootnoteUnmatched, DiagnosticSeverity.Warning, reading.Here(0), "A mark of a note has no note.", "Delete it, or write the note.");
        }
    }

    private void Drawing(Element drawing, Image? image, Element? properties)
    {
        if (image is not null)
        {
            Add(image, properties);
            return;
        }

        FindBoxes(drawing, properties);
    }

    /// <summary>Boxes in boxes are read with the outer one.</summary>
    private void FindBoxes(Element drawing, Element? properties)
    {
        for (var child = drawing.First; child is not null; child = child.Next)
        {
            switch (child.Name)
            {
                case "w:txbxContent":
                    Boxes.Add(child);
                    break;
                case "v:rect" when child["o:hr"] is "t" or "true":
                    HasRule = true;
                    break;
                case "v:textpath" when child["string"] is { Length: > 0 } art:
                    Visible(art, properties);
                    break;
                case "mc:AlternateContent":
                    FindBoxes(Alternative(child), properties);
                    break;
                default:
                    FindBoxes(child, properties);
                    break;
            }
        }
    }

    private void Ruby(Element ruby, Element? properties)
    {
        var (text, guide) = (TextOf(ruby.Child("w:rubyBase")), TextOf(ruby.Child("w:rt")));
        Visible(guide.Length == 0 ? text : $"{text} ({guide})", properties);
    }

    private void Formula(Element formula)
    {
        var text = new StringBuilder();
        foreach (var element in formula.Descendants())
        {
            _ = element.Name switch
            {
                "m:t" => text.Append(element.Text),
                "m:den" => text.Append('/'),
                "m:sup" => text.Append('^'),
                "m:sub" => text.Append('_'),
                _ => text,
            };
        }

        reading.Report(DiagnosticCode.MarkupNotSupported, DiagnosticSeverity.Warning, reading.Here(text.Length), "A formula was read as plain text.", "Check it, or insert it as a picture with alternative text.");
        Visible(text.ToString(), null);
    }

    private static string TextOf(Element? element) =>
        string.Concat((element?.Descendants() ?? []).Where(inner => inner.Name == "w:t").Select(inner => inner.Text));

    private void SimpleField(Element element)
    {
        var field = new Field();
        field.Instruction.Append(element["w:instr"] ?? "");
        _fields.Add(field);
        BeginResult(field, null);
        ReadAll(element);
        _fields.Remove(field);
    }

    private void FieldMark(Element mark, Element? properties)
    {
        switch (mark["w:fldCharType"])
        {
            case "begin":
                _fields.Add(new Field { IsChecked = CheckBox(mark) });
                break;
            case "separate" when _fields.Count > 0 && !_fields[^1].IsInResult:
                BeginResult(_fields[^1], properties);
                break;
            case "end" when _fields.Count > 0:
                var field = _fields[^1];
                _fields.RemoveAt(_fields.Count - 1);
                if (!field.IsInResult)
                {
                    WithoutResult(field, properties);
                }

                break;
        }
    }

    private static bool? CheckBox(Element mark) => mark.Child("w:ffData")?.Child("w:checkBox") is { } box
        ? box.Toggle("w:checked") ?? box.Toggle("w:default") ?? false
        : null;

    private void BeginResult(Field field, Element? properties)
    {
        field.IsInResult = true;
        var code = FieldCode.Of(field.Instruction.ToString());
        switch (code.Name)
        {
            case "HYPERLINK":
                field.Link = LinkTo(code.Argument, code.Switch('l'), code.Switch('o'));
                break;
            case "NOTEREF" when reading.IsOurs && code.Argument?.StartsWith("_RefNote", StringComparison.Ordinal) == true:
                field.HidesResult = ReferAgain(code.Argument["_RefNote".Length..], properties);
                break;
        }
    }

    private bool ReferAgain(string number, Element? properties)
    {
        if (reading.Notes.ReferAgain(number) is not { } id)
        {
            return false;
        }

        Add(new FootnoteReference(id) { Span = reading.Here(0) }, properties);
        return true;
    }

    /// <summary>Fields that show something by their instruction.</summary>
    private void WithoutResult(Field field, Element? properties)
    {
        if (field.IsChecked is { } isChecked)
        {
            Visible(isChecked ? "☒" : "☐", properties);
            return;
        }

        var code = FieldCode.Of(field.Instruction.ToString());
        switch (code.Name)
        {
            case "MACROBUTTON" or "GOTOBUTTON":
                Visible(code.Rest, properties);
                break;
            case "SYMBOL" when int.TryParse(code.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number):
                Visible(SymbolFont.Read(code.Switch('f') ?? "", number) ?? "\uFFFD", properties);
                break;
        }
    }

    private LinkRange LinkOf(Element hyperlink)
    {
        var address = hyperlink["r:id"] is { } id && relationships.TryGetValue(id, out var relationship) && relationship.IsExternal ? relationship.Target : null;
        return LinkTo(address, hyperlink["w:anchor"] ?? hyperlink["w:docLocation"], hyperlink["w:tooltip"]);
    }

    private LinkRange LinkTo(string? address, string? bookmark, string? title)
    {
        title = string.IsNullOrWhiteSpace(title) ? null : title;
        if (string.IsNullOrEmpty(address))
        {
            return new LinkRange(null, bookmark, title);
        }

        var full = string.IsNullOrEmpty(bookmark) ? address : $"{address}#{bookmark}";
        var target = LinkTarget.Allow(full);
        if (target is null && !IsUnseen())
        {
            reading.Report(DiagnosticCode.LinkRefused, DiagnosticSeverity.Warning, reading.Here(0), $"A link to \"{full}\" was left out; its text was kept.", "Use an address that begins with https:, http:, mailto: or tel:.");
        }

        return new LinkRange(target, null, title);
    }

    /// <summary>The marks of a run from outside in: what its style says, then its formatting by hand; the link where the style has it.</summary>
    /// <param name="properties">The properties of the run; null for none.</param>
    /// <param name="text">The characters whose language counts; null for none.</param>
    private ReadOnlySpan<Mark> MarksOf(Element? properties, string? text)
    {
        var link = _fields.FindLast(field => field.Link is not null)?.Link ?? (_links.Count > 0 ? _links[0] : null);
        _marks.Clear();
        CharacterStyle style = CharacterStyle.Plain;
        if (properties is not null)
        {
            style = reading.Styles.Character(properties.ValueOf("w:rStyle"));
            AddStyle(style, link);
            if (!style.IsNoteReference)
            {
                DirectMarks.Add(_marks, properties);
            }
        }

        if (link is not null && !_marks.Exists(mark => mark.Kind == MarkKind.Link))
        {
            _marks.Insert(0, new Mark(MarkKind.Link, null, link));
        }

        if (text is not null && (WordLanguage.Of(properties?.Child("w:lang")?["w:val"]) ?? style.Language ?? _style.Language) is { } language)
        {
            AddLanguage(language, text);
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_marks);
    }

    private void AddStyle(CharacterStyle style, LinkRange? link)
    {
        foreach (var mark in style.Marks)
        {
            if (mark.Kind != MarkKind.Link)
            {
                _marks.Add(mark);
            }
            else if (link is not null)
            {
                _marks.Add(new Mark(MarkKind.Link, null, link));
            }
        }
    }

    /// <summary>Another language is said outside of everything but a link; figures and signs have none.</summary>
    private void AddLanguage(string language, string text)
    {
        var said = _marks.FindLast(mark => mark.Kind == MarkKind.Language).Language ?? reading.Language;
        if (!WordLanguage.AreSame(language, said) && text.Any(char.IsLetter) && !_isCode)
        {
            var link = _marks.FindIndex(mark => mark.Kind == MarkKind.Link);
            _marks.Insert(link + 1, new Mark(MarkKind.Language, language));
        }
    }
}
