using DocumentFormat.OpenXml;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Templates.Labels;
using Publisher.Templates.Styles;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Publisher.Editions.Docx;

/// <summary>Inlines as runs (ECMA-376-1, 17.3.2).</summary>
internal sealed class InlineWriter : InlineVisitor<bool>
{
    private readonly PartContext _context;
    private readonly Func<string, int?> _noteNumber;
    private readonly List<string> _styles = [];
    private readonly string _language;
    private OpenXmlElement _target;
    private string? _spanLanguage;

    private InlineWriter(PartContext context, OpenXmlElement target, Func<string, int?> noteNumber)
    {
        _context = context;
        _target = target;
        _noteNumber = noteNumber;
        _language = context.Request.Document.Metadata.Language;
    }

    /// <summary>Writes a line into a paragraph.</summary>
    /// <param name="context">The part.</param>
    /// <param name="paragraph">Where to append.</param>
    /// <param name="line">What.</param>
    /// <param name="noteNumber">Gives a note's number if its mark may stand here as a real one, once; else null.</param>
    public static void Write(PartContext context, W.Paragraph paragraph, ValueList<Inline> line, Func<string, int?> noteNumber) =>
        new InlineWriter(context, paragraph, noteNumber).VisitAll(line);

    public override bool VisitText(Text text) => Run(text.Value);

    public override bool VisitEmphasis(Emphasis emphasis) => Styled(WordStyle.Emphasis, emphasis.Content);

    public override bool VisitStrong(Strong strong) => Styled(WordStyle.Strong, strong.Content);

    public override bool VisitStrikethrough(Strikethrough strikethrough) => Styled(WordStyle.Strikethrough, strikethrough.Content);

    public override bool VisitSuperscript(Superscript superscript) => Styled(WordStyle.Superscript, superscript.Content);

    public override bool VisitSubscript(Subscript subscript) => Styled(WordStyle.Subscript, subscript.Content);

    public override bool VisitCode(Code code)
    {
        _styles.Add(WordStyle.InlineCode);
        Run(code.Value);
        _styles.RemoveAt(_styles.Count - 1);
        return true;
    }

    public override bool VisitLink(Link link)
    {
        // A link inside a link cannot be: the outer one leads.
        if (_target is W.Hyperlink)
        {
            return VisitAll(link.Content);
        }

        var hyperlink = link.Target.StartsWith('#')
            ? new W.Hyperlink { Anchor = BodyWriter.BookmarkOf(link.Target[1..]), History = true }
            : new W.Hyperlink { Id = _context.LinkTo(link.Target), History = true };
        if (link.Title is { Length: > 0 } title)
        {
            hyperlink.Tooltip = Xml.Sound(title);
        }

        var outer = _target;
        outer.Append(hyperlink);
        _target = hyperlink;
        Styled(WordStyle.Hyperlink, link.Content);
        _target = outer;
        return true;
    }

    public override bool VisitImage(Image image)
    {
        if (PictureWriter.Inline(_context, image) is { } drawing)
        {
            _target.Append(new W.Run(drawing));
            return true;
        }

        _context.Shared.Diagnostics.Add(new Diagnostic(
            DiagnosticCode.ImageNotRendered,
            DiagnosticSeverity.Warning,
            $"The image \"{image.Source}\" cannot be shown in a Word file.",
            "Use a PNG or JPEG file.")
        { Span = image.Span });
        return string.IsNullOrEmpty(image.AlternativeText) || Run(_context.Locale.Format(Label.Image, image.AlternativeText));
    }

    public override bool VisitLanguageSpan(LanguageSpan span)
    {
        var outer = _spanLanguage;
        _spanLanguage = span.Language == _language ? null : span.Language;
        VisitAll(span.Content);
        _spanLanguage = outer;
        return true;
    }

    public override bool VisitLineBreak(LineBreak lineBreak)
    {
        _target.Append(new W.Run(new W.Break()));
        return true;
    }

    public override bool VisitFootnoteReference(FootnoteReference reference)
    {
        if (_noteNumber(reference.Id) is { } number)
        {
            _target.Append(new W.Run(new W.RunProperties(new W.RunStyle { Val = WordStyle.NoteReference }), new W.FootnoteReference { Id = number }));
            return true;
        }

        // Word has one mark for each note: a further mark is the same number, as text.
        var index = _context.Request.Document.Footnotes.Select(note => note.Id).ToList().IndexOf(reference.Id) + 1;
        _target.Append(new W.Run(new W.RunProperties(new W.RunStyle { Val = WordStyle.NoteReference }), Content($"{index}")));
        return true;
    }

    public override bool VisitCorrection(Correction correction)
    {
        if (!_context.Request.Edition.ShownCorrections.Any(rule => rule == correction.Rule || (rule.EndsWith('.') && correction.Rule.StartsWith(rule, StringComparison.Ordinal))))
        {
            return correction.Replacement.Length == 0 || Run(correction.Replacement);
        }

        var author = $"{_context.Locale[Label.CorrectionAuthor]} ({correction.Rule})";
        if (correction.Original.Length > 0)
        {
            _target.Append(new W.DeletedRun(new W.Run(Properties(), new W.DeletedText(Xml.Sound(correction.Original)) { Space = SpaceProcessingModeValues.Preserve }))
            { Author = author, Id = $"{_context.Shared.NextRevision()}" });
        }

        if (correction.Replacement.Length > 0)
        {
            _target.Append(new W.InsertedRun(new W.Run(Properties(), Content(correction.Replacement)))
            { Author = author, Id = $"{_context.Shared.NextRevision()}" });
        }

        return true;
    }

    public override bool VisitPlaceholder(Placeholder placeholder)
    {
        var (instruction, shown) = placeholder.Kind switch
        {
            PlaceholderKind.Page => (" PAGE ", "1"),
            PlaceholderKind.Pages => (" NUMPAGES ", "1"),
            _ => (" STYLEREF \"heading 1\" ", ""),
        };
        _target.Append(new W.SimpleField(new W.Run(Properties(), Content(shown))) { Instruction = instruction });
        return true;
    }

    private bool VisitAll(ValueList<Inline> line)
    {
        foreach (var inline in line)
        {
            inline.Accept(this);
        }

        return true;
    }

    private bool Styled(string style, ValueList<Inline> content)
    {
        _styles.Add(style);
        VisitAll(content);
        _styles.RemoveAt(_styles.Count - 1);
        return true;
    }

    private bool Run(string text)
    {
        _target.Append(new W.Run(Properties(), Content(text)));
        return true;
    }

    private static W.Text Content(string text) => new(Xml.Sound(text)) { Space = SpaceProcessingModeValues.Preserve };

    /// <summary>
    /// In the order of CT_RPr (ECMA-376-1, 17.3.2.28). A run has one character style; what further styles round it say is added
    /// directly, for Word knows no nesting.
    /// </summary>
    private W.RunProperties Properties()
    {
        var properties = new W.RunProperties();
        if (_styles.Count > 0)
        {
            properties.Append(new W.RunStyle { Val = _styles[0] });
        }

        var further = _styles.Skip(1).Where(style => style != _styles[0]).ToHashSet(StringComparer.Ordinal);
        if (further.Contains(WordStyle.InlineCode))
        {
            var code = _context.Request.Template.Styles[StyleRole.InlineCode].FontFamily;
            properties.Append(new W.RunFonts { Ascii = code, HighAnsi = code, EastAsia = code, ComplexScript = code });
        }

        if (further.Contains(WordStyle.Strong))
        {
            properties.Append(new W.Bold(), new W.BoldComplexScript());
        }

        if (further.Contains(WordStyle.Emphasis))
        {
            properties.Append(new W.Italic(), new W.ItalicComplexScript());
        }

        if (further.Contains(WordStyle.Strikethrough))
        {
            properties.Append(new W.Strike());
        }

        if (further.Contains(WordStyle.InlineCode))
        {
            properties.Append(new W.NoProof());
        }

        if (further.Contains(WordStyle.Hyperlink))
        {
            var link = _context.Request.Template.Styles[StyleRole.Link];
            properties.Append(
                new W.Color { Val = link.Colour.Hex },
                new W.Underline { Val = link.Underline ? W.UnderlineValues.Single : W.UnderlineValues.None });
        }

        if (further.Contains(WordStyle.Superscript) || further.Contains(WordStyle.Subscript))
        {
            properties.Append(new W.VerticalTextAlignment
            {
                Val = further.Contains(WordStyle.Superscript) ? W.VerticalPositionValues.Superscript : W.VerticalPositionValues.Subscript,
            });
        }

        var language = _spanLanguage ?? _language;
        properties.Append(new W.Languages { Val = language, EastAsia = language, Bidi = language });
        return properties;
    }
}
