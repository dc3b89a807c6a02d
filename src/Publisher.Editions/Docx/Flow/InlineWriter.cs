using Publisher.Editions.Docx.Looks;
using Publisher.Editions.Docx.Package;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Templates.Labels;

namespace Publisher.Editions.Docx.Flow;

/// <summary>Inlines as runs (ECMA-376-1, 17.3.2).</summary>
internal sealed class InlineWriter : InlineVisitor<bool>
{
    private readonly PartContext _part;
    private readonly FileContext _file;
    private readonly PartWriter _xml;
    private CharacterLook _look;
    private LineAnnotations? _annotations;
    private bool _isInLink;

    public InlineWriter(PartContext part)
    {
        (_part, _file, _xml) = (part, part.File, part.Xml);
        _look = _file.Looks.Plain(_file.Language);
    }

    /// <summary>Writes a line into the paragraph that is open.</summary>
    public void Write(ValueList<Inline> line) => VisitAll(line);

    /// <summary>Writes a line with what a draft shows in it.</summary>
    public void Write(ValueList<Inline> line, LineAnnotations annotations)
    {
        _annotations = annotations.IsDone ? null : annotations;
        VisitAll(line);
        _annotations?.End(_look);
        _annotations = null;
    }

    /// <summary>Writes text that no inline stands for, such as a label.</summary>
    public void Write(string text) => Run(text);

    public override bool VisitText(Text text)
    {
        if (_annotations is { IsDone: false } annotations && text.Span.IsKnown)
        {
            var look = _look;
            annotations.Text(text, look, part => Run(part));
            return true;
        }

        return Run(text.Value);
    }

    public override bool VisitEmphasis(Emphasis emphasis) => Styled(CharacterKind.Emphasis, emphasis.Content);

    public override bool VisitStrong(Strong strong) => Styled(CharacterKind.Strong, strong.Content);

    public override bool VisitStrikethrough(Strikethrough strikethrough) => Styled(CharacterKind.Strikethrough, strikethrough.Content);

    public override bool VisitSuperscript(Superscript superscript) => Styled(CharacterKind.Superscript, superscript.Content);

    public override bool VisitSubscript(Subscript subscript) => Styled(CharacterKind.Subscript, subscript.Content);

    public override bool VisitCode(Code code)
    {
        var outer = _look;
        _look = outer.Inside(CharacterKind.Code);
        Run(code.Value);
        _look = outer;
        return true;
    }

    public override bool VisitLink(Link link)
    {
        // A link inside a link cannot be: the outer one leads.
        if (_isInLink)
        {
            return VisitAll(link.Content);
        }

        _isInLink = true;
        if (!link.Target.StartsWith('#') && !IsAddress(link.Target))
        {
            Field($" HYPERLINK \"{Quoted(link.Target)}\"{(link.Title is { Length: > 0 } tip ? $" \\o \"{Quoted(tip)}\"" : "")} ", () => Styled(CharacterKind.Hyperlink, link.Content));
        }
        else
        {
            _xml.Markup("<w:hyperlink"u8);
            _ = link.Target.StartsWith('#')
                ? _xml.Attribute("w:anchor"u8, _file.BookmarkOf(link.Target[1..]))
                : _xml.Attribute("r:id"u8, _part.LinkTo(link.Target));
            _xml.Attribute("w:tooltip"u8, link.Title).Markup(" w:history=\"1\">"u8);
            Styled(CharacterKind.Hyperlink, link.Content);
            _xml.Markup("</w:hyperlink>"u8);
        }

        _isInLink = false;
        return true;
    }

    public override bool VisitImage(Image image)
    {
        _annotations?.UpTo(image.Span.Offset, _look);
        _xml.Markup("<w:r>"u8).Markup(_look.Properties);
        var isShown = PictureWriter.Write(_part, image);
        _xml.Markup("</w:r>"u8);
        if (isShown)
        {
            return true;
        }

        _file.Diagnostics.Add(new Diagnostic(
            DiagnosticCode.ImageNotRendered,
            DiagnosticSeverity.Warning,
            $"The image \"{image.Source}\" cannot be shown in a Word file.",
            "Use a PNG, JPEG or SVG file.")
        { Span = image.Span });
        return string.IsNullOrEmpty(image.AlternativeText) || Run(_file.Locale.Format(Label.Image, image.AlternativeText));
    }

    public override bool VisitLanguageSpan(LanguageSpan span)
    {
        var outer = _look;
        _look = outer.Inside(CharacterKind.Language, span.Language);
        VisitAll(span.Content);
        _look = outer;
        return true;
    }

    public override bool VisitLineBreak(LineBreak lineBreak)
    {
        _xml.Markup("<w:r>"u8).Markup(_look.Properties).Markup("<w:br/></w:r>"u8);
        return true;
    }

    public override bool VisitFootnoteReference(FootnoteReference reference)
    {
        var number = _file.Notes.NumberOf(reference.Id);

        // The template's text repeats titles; a note has its mark where the statement says it.
        if (number == 0 || !_part.IsStatement)
        {
            return true;
        }

        _annotations?.UpTo(reference.Span.Offset, _look);
        if (_part.HoldsNoteMarks && _file.Notes.TakeMark(reference.Id))
        {
            NoteMark(number, isReferredTo: _file.Notes.ReferencesTo(reference.Id) > 1);
            return true;
        }

        var outer = _look;
        _look = outer.Inside(CharacterKind.NoteReference);
        Field($" NOTEREF {NoteMarks.BookmarkOf(number)} ", () => Run($"{number}"));
        _look = outer;
        return true;
    }

    /// <summary>Writes the mark of a note.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="isReferredTo">True if another place refers to it.</param>
    public void NoteMark(int number, bool isReferredTo)
    {
        var bookmark = isReferredTo ? _file.NextId() : 0;
        if (isReferredTo)
        {
            _xml.Markup("<w:bookmarkStart"u8).Attribute("w:id"u8, bookmark).Attribute("w:name"u8, NoteMarks.BookmarkOf(number)).Markup("/>"u8);
        }

        _xml.Markup("<w:r>"u8).Markup(_look.Inside(CharacterKind.NoteReference).Properties).Markup("<w:footnoteReference"u8).Attribute("w:id"u8, number).Markup("/></w:r>"u8);
        if (isReferredTo)
        {
            _xml.Markup("<w:bookmarkEnd"u8).Attribute("w:id"u8, bookmark).Markup("/>"u8);
        }
    }

    public override bool VisitCorrection(Correction correction)
    {
        _annotations?.UpTo(correction.Span.Offset, _look);
        if (_part.IsStatement && _file.Request.Edition.ShowsCorrection(correction.Rule))
        {
            _file.Revisions.Delete(_xml, correction.Original, correction.Rule, _look);
            _file.Revisions.Insert(_xml, correction.Replacement, correction.Rule, _look);
            return true;
        }

        return correction.Replacement.Length == 0 || Run(correction.Replacement);
    }

    public override bool VisitPlaceholder(Placeholder placeholder)
    {
        if (placeholder.Kind != PlaceholderKind.Section)
        {
            return SimpleField(placeholder.Kind == PlaceholderKind.Page ? " PAGE " : " NUMPAGES ", "1");
        }

        // In a text without such a heading Word would print an error.
        var heading = _file.Request.Document.Blocks.FirstOrDefault(block => block is Heading { Level: 1 }) as Heading;
        return heading is null || SimpleField(" STYLEREF 1 ", PlainText.Of(heading.Content));
    }

    /// <summary>Writes a field whose result is made of runs (17.16.18).</summary>
    public void Field(string instruction, Action result)
    {
        _xml.Markup("<w:r>"u8).Markup(_look.Properties).Markup("<w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>"u8).Markup(_look.Properties)
            .Markup("<w:instrText xml:space=\"preserve\">"u8).Text(instruction).Markup("</w:instrText></w:r><w:r>"u8).Markup(_look.Properties)
            .Markup("<w:fldChar w:fldCharType=\"separate\"/></w:r>"u8);
        result();
        _xml.Markup("<w:r>"u8).Markup(_look.Properties).Markup("<w:fldChar w:fldCharType=\"end\"/></w:r>"u8);
    }

    private bool SimpleField(string instruction, string shown)
    {
        _xml.Markup("<w:fldSimple"u8).Attribute("w:instr"u8, instruction).Markup(">"u8);
        Run(shown);
        _xml.Markup("</w:fldSimple>"u8);
        return true;
    }

    private bool VisitAll(ValueList<Inline> line)
    {
        Inline? previous = null;
        foreach (var inline in line)
        {
            if (previous is not null && Touches(previous, inline))
            {
                // Or a reader would take the two for one.
                _xml.Markup("<w:r>"u8).Markup(_look.Properties).Markup("</w:r>"u8);
            }

            inline.Accept(this);
            previous = inline;
        }

        return true;
    }

    private static bool Touches(Inline first, Inline second) => (first, second) switch
    {
        (LanguageSpan a, LanguageSpan b) => a.Language == b.Language,
        (Emphasis, Emphasis) or (Strong, Strong) or (Strikethrough, Strikethrough) or (Superscript, Superscript) or (Subscript, Subscript) or (Code, Code) => true,
        _ => false,
    };

    private bool Styled(CharacterKind kind, ValueList<Inline> content)
    {
        var outer = _look;
        _look = outer.Inside(kind);
        VisitAll(content);
        _look = outer;
        return true;
    }

    private bool Run(string text)
    {
        _xml.Markup("<w:r>"u8).Markup(_look.Properties).Markup("<w:t xml:space=\"preserve\">"u8).Text(text).Markup("</w:t></w:r>"u8);
        return true;
    }

    // A package may name any address that is one (ECMA-376-2, 6.5.2.3); others stop Word and every reader.
    private static bool IsAddress(string target) => Uri.IsWellFormedUriString(target, UriKind.Absolute) && target.IndexOf(' ', StringComparison.Ordinal) < 0;

    private static string Quoted(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
